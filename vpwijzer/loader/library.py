"""All files together into one library, in order."""

from collections.abc import Mapping

from vpwijzer.loader.aspects import aspect
from vpwijzer.loader.build import Builder, source
from vpwijzer.loader.fields import Fields, fields, fields_text
from vpwijzer.loader.guarantees import build_guarantee
from vpwijzer.loader.keys.choices import SEATS
from vpwijzer.loader.names import Files
from vpwijzer.loader.organisation import build_places
from vpwijzer.loader.routes import RouteBuilder
from vpwijzer.loader.rules import NEVER_ASKED, NOT_IN_TRACK, TRACK_TWICE
from vpwijzer.loader.scenarios import build_scenario
from vpwijzer.loader.seats import build_closing, build_opening
from vpwijzer.loader.trees import TreeBuilder, in_walking_order
from vpwijzer.model import Library, Tree
from vpwijzer.model.finding import is_broken
from vpwijzer.yamltext import Text


def assemble(files: Files, builder: Builder) -> Library:
    """Build everything; reports what is listed twice, nowhere or never used."""

    def each(kind: str) -> dict[str, Fields]:
        return {name: fields(file) for name, file in files[kind].items()}

    def records(kind: str) -> list[tuple[Text, Fields]]:
        return list(fields(files[kind].get(kind)).records(kind))

    shared = records("gedeelde-vragen")
    tree_builder = TreeBuilder(builder, {name.value: place for name, place in shared})
    trees = {name: tree_builder.tree(file) for name, file in each("bomen").items()}
    order = fields(files["volgorde"].get("volgorde"))
    aspects = {n.value: aspect(n, p, builder.report) for n, p in records("aspecten")}
    route_builder = RouteBuilder(builder, aspects)
    routes = {name: route_builder.route(f) for name, f in each("routes").items()}
    listed = _listed(records("trajecten"), builder)
    _check_tracks(each("routes"), listed, builder)
    library = Library(
        trees=in_walking_order(trees, order, builder),
        routes={name: routes[name] for name in (*listed, *routes) if name in routes},
        concepts={name: builder.concept(f) for name, f in each("begrippen").items()},
        tracks={n.value: builder.track(n, p) for n, p in records("trajecten")},
        aspects=aspects,
        clocks={name.value: builder.clock(name, p) for name, p in records("klokken")},
        contacts={n.value: builder.contact(n, p) for n, p in records("contacten")},
        sources={name.value: source(name, p) for name, p in records("bronnen")},
        jargon={
            name.value: fields_text(node)
            for name, node in fields(files["woorden"].get("woorden")).entries("woorden")
        },
        guarantees={
            name.value: build_guarantee(name, place, builder, aspects)
            for name, place in records("waarborgen")
        },
        openings={
            SEATS[name.value]: build_opening(name, place, builder)
            for name, place in records("openingen")
            if name.value in SEATS
        },
        closings={
            SEATS[name.value]: build_closing(name, place, builder)
            for name, place in records("afsluitingen")
            if name.value in SEATS
        },
        places=build_places(fields(files["plaatsen"].get("plaatsen")), builder),
        scenarios={
            name: build_scenario(f, builder) for name, f in each("scenarios").items()
        },
    )
    _check_asked([name for name, _ in shared], trees, builder)
    return library


def _listed(tracks: list[tuple[Text, Fields]], builder: Builder) -> dict[str, str]:
    """Give the track of each route; a route stands in one track, once."""
    listed: dict[str, str] = {}
    for track, place in tracks:
        for route in place.texts("routes"):
            if route.value in listed:
                other = listed[route.value]
                builder.report.add(TRACK_TWICE.at(route.at, route.value, other))
            listed.setdefault(route.value, track.value)
    return listed


def _check_tracks(
    routes: Mapping[str, Fields], listed: Mapping[str, str], builder: Builder
) -> None:
    if "trajecten" in builder.names.incomplete:
        return
    for name, file in routes.items():
        track = file.text("traject")
        found = listed.get(name) or listed.get(file.text("route"))
        at = file.place("traject")
        if track in builder.names.ids["traject"] and found != track:
            hint = f"in trajecten.yaml staat hij bij '{found}'; maak die gelijk"
            hint_or_remedy = hint if found else None
            builder.report.add(NOT_IN_TRACK.at(at, name, track, hint=hint_or_remedy))


def _check_asked(
    shared: list[Text], trees: Mapping[str, Tree], builder: Builder
) -> None:
    """Report shared questions that no tree asks: nothing can rest on those.

    Only when all else is well: a mistake in a tree can be the cause.
    """
    if is_broken(builder.report.findings):
        return
    asked = {question.id for tree in trees.values() for question in tree.questions}
    for name in shared:
        if name.value not in asked:
            builder.report.add(NEVER_ASKED.at(name.at, name.value))
