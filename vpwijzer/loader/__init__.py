"""Content files into values; the only place that knows the Dutch keys."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from importlib.resources.abc import Traversable

from vpwijzer.finding import Finding, in_order
from vpwijzer.loader import trees as tree_files
from vpwijzer.loader.build import Builder, aspect, source
from vpwijzer.loader.fields import Fields, fields
from vpwijzer.loader.files import Sources, read_folder
from vpwijzer.loader.keys import ANSWERS_FILE, FILES, FOLDERS, Shape
from vpwijzer.loader.names import Names, collect
from vpwijzer.loader.report import Report
from vpwijzer.loader.scenarios import build_scenario
from vpwijzer.loader.shape import check_shape
from vpwijzer.model import Library, Route, Scenario, Track
from vpwijzer.position import Position
from vpwijzer.yamltext import Node, Text, parse

SHAPES: Mapping[str, Shape] = {**FOLDERS, **FILES}
ID_KEYS = {
    "bomen": "boom",
    "routes": "route",
    "begrippen": "begrip",
    "scenarios": "scenario",
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came out of the files; complete only when nothing is an error."""

    library: Library
    findings: tuple[Finding, ...]
    names: Names = field(repr=False)


def load_folder(root: Traversable, shown_as: str) -> Loaded:
    """Load a content folder; raises OSError when it cannot be read."""
    return load(read_folder(root, shown_as))


def load(sources: Sources) -> Loaded:
    """Load content from bytes; every finding is collected, none raised."""
    report = Report()
    report.findings += sources.findings
    nodes = {
        kind: {
            name: node
            for name, (path, data) in files.items()
            if (node := _read(data, path, SHAPES[kind], report)) is not None
        }
        for kind, files in sources.files.items()
    }
    _check_file_names(nodes, report)
    names = collect(nodes, report)
    library = _assemble(nodes, Builder(names, report))
    return Loaded(library, in_order(report.findings), names)


def overlay(sources: Sources, data: bytes, name: str, shown_as: str) -> Sources:
    """Put one loose file in the place that its first key says it has.

    A file of which nothing tells what it is, is reported and put nowhere.
    """
    kind = kind_of(data)
    if kind is None:
        _, findings = parse(data, shown_as)
        return replace(sources, findings=(*findings, _no_kind(shown_as)))
    name = kind if kind in FILES else name
    files = {**sources.files, kind: {**sources.files[kind], name: (shown_as, data)}}
    return replace(sources, files=files)


def _no_kind(shown_as: str) -> Finding:
    keys = ", ".join(f"'{key}:'" for key in (*ID_KEYS.values(), *FILES))
    return Finding(
        Position(shown_as, 1, 1),
        "onbekend-soort",
        "de eerste sleutel zegt niet wat voor bestand dit is",
        f"begin met een van deze: {keys}",
    )


def load_answers(
    data: bytes, shown_as: str, loaded: Loaded
) -> tuple[Scenario, tuple[Finding, ...]]:
    """Load a scenario or answers file against content that was loaded before."""
    report = Report()
    node = _read(data, shown_as, ANSWERS_FILE, report)
    scenario = build_scenario(fields(node), Builder(loaded.names, report))
    return scenario, in_order(report.findings)


def kind_of(data: bytes) -> str | None:
    """Tell by its first key what kind of content a loose file holds."""
    node, _ = parse(data, "")
    kinds = {**{key: kind for kind, key in ID_KEYS.items()}, **{k: k for k in FILES}}
    return next((kinds.get(k.value) for k, _ in fields(node).table.entries), None)


def _read(data: bytes, path: str, shape: Shape, report: Report) -> Node | None:
    node, findings = parse(data, path)
    report.findings += findings
    if node is not None:
        check_shape(node, shape, report)
    return node


def _check_file_names(nodes: Mapping[str, Mapping[str, Node]], report: Report) -> None:
    for kind, key in ID_KEYS.items():
        for name, node in nodes[kind].items():
            written = fields(node).node(key)
            if isinstance(written, Text) and written.value != name:
                message = (
                    f"de naam '{written.value}' is niet gelijk aan de bestandsnaam"
                )
                hint = f"schrijf '{key}: {name}' of geef het bestand een andere naam"
                report.error(written.at, "bestandsnaam", message, hint)


def _assemble(nodes: Mapping[str, Mapping[str, Node]], builder: Builder) -> Library:
    def shared(kind: str) -> list[tuple[Text, Fields]]:
        return list(fields(nodes[kind].get(kind)).records(kind))

    def each(kind: str) -> dict[str, Fields]:
        return {name: fields(node) for name, node in nodes[kind].items()}

    questions = {name.value: place for name, place in shared("gedeelde-vragen")}
    tree_builder = tree_files.TreeBuilder(builder, questions)
    built = {name: tree_builder.tree(file) for name, file in each("bomen").items()}
    order = nodes["volgorde"].get("volgorde")
    aspects = {name.value: aspect(name, p) for name, p in shared("aspecten")}
    tracks = {name.value: builder.track(name, p) for name, p in shared("trajecten")}
    routes = {name: builder.route(f, aspects) for name, f in each("routes").items()}
    return Library(
        trees=tree_files.in_order(built, order, builder),
        routes=_in_track_order(routes, tracks, builder.report),
        concepts={name: builder.concept(f) for name, f in each("begrippen").items()},
        tracks=tracks,
        aspects=aspects,
        clocks={name.value: builder.clock(name, p) for name, p in shared("klokken")},
        contacts={n.value: builder.contact(n, p) for n, p in shared("contacten")},
        sources={name.value: source(name, p) for name, p in shared("bronnen")},
        scenarios={
            name: build_scenario(f, builder) for name, f in each("scenarios").items()
        },
    )


def _in_track_order(
    routes: Mapping[str, Route], tracks: Mapping[str, Track], report: Report
) -> dict[str, Route]:
    """Put routes in the order of the tracks; each must be listed once, in its own."""
    listed: dict[str, str] = {}
    for track in tracks.values():
        for route_id in track.routes:
            if route_id in listed:
                message = f"de route '{route_id}' staat al bij '{listed[route_id]}'"
                report.error(track.at, "dubbel-id", message, "haal er één weg")
            listed.setdefault(route_id, track.id)
    for route in routes.values():
        if route.track and listed.get(route.id) != route.track:
            message = f"'{route.id}' staat niet bij traject '{route.track}'"
            hint = "zet de route in trajecten.yaml bij dit traject"
            report.error(route.at, "niet-in-traject", message, hint)
    ordered = [*listed, *(name for name in routes if name not in listed)]
    return {name: routes[name] for name in ordered if name in routes}
