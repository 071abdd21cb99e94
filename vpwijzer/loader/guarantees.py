"""Promises over every conversation into values."""

from collections.abc import Iterable, Mapping

from vpwijzer.loader.aspects import known_levels
from vpwijzer.loader.build import Builder
from vpwijzer.loader.fields import Fields, fields, texts
from vpwijzer.loader.keys.choices import PROMISES
from vpwijzer.loader.rules import NOT_ONE_PROMISE
from vpwijzer.model import Asked, Aspect, Guarantee, Selector
from vpwijzer.model.position import Position
from vpwijzer.yamltext import Table, Text

ASKED = "gevraagd"


def build_guarantee(
    name: Text, place: Fields, builder: Builder, aspects: Mapping[str, Aspect]
) -> Guarantee:
    """Build a guarantee; exactly one promise stands under `dan`."""
    then = fields(place.node("dan"))
    promises = [key for key, _ in then.table.entries]
    if isinstance(place.node("dan"), Table) and len(promises) != 1:
        builder.report.add(NOT_ONE_PROMISE.at(place.place("dan")))
    key = promises[0].value if promises else ASKED
    return Guarantee(
        id=name.value,
        why=place.text("waarom"),
        trees=builder.ids("boom", place.texts("in")),
        condition=builder.conditions.read_if(place, unknown_too=True),
        promise=(
            (PROMISES[key], _selector(then, key, builder, aspects))
            if key in PROMISES
            else _asked(fields(then.node(ASKED)), builder)
        ),
        at=name.at,
    )


def _selector(
    then: Fields, key: str, builder: Builder, aspects: Mapping[str, Aspect]
) -> Selector:
    node = then.node(key)
    if not isinstance(node, Table):
        return Selector(builder.ids("route", texts(node)), places=_places(texts(node)))
    place = fields(node)
    named, after = place.texts("routes"), place.texts("na")
    return Selector(
        builder.ids("route", named),
        after=builder.ids("route", after),
        places=_places((*named, *after)),
        trees=builder.ids("boom", place.texts("bij")),
        tracks=builder.ids("traject", place.texts("traject")),
        levels={
            name.value: frozenset(
                known_levels(texts(node), aspects[name.value], builder.report)
            )
            for name, node in place.entries("gevolg")
            if builder.names.check("aspect", name, builder.report)
        },
    )


def _places(named: Iterable[Text]) -> dict[str, Position]:
    return {name.value: name.at for name in named}


def _asked(place: Fields, builder: Builder) -> Asked:
    before = fields(place.node("voor"))
    return Asked(
        question=_question(place, builder),
        before_question=_question(before, builder),
        before_route=builder.id("route", before, "route"),
    )


def _question(place: Fields, builder: Builder) -> str:
    node = place.node("vraag")
    if isinstance(node, Text) and builder.names.check_fact(node, builder.report):
        return node.value
    return ""
