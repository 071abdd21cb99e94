"""Checked files into routes."""

from collections.abc import Iterator, Mapping

from vpwijzer.loader.aspects import known_levels
from vpwijzer.loader.build import Builder
from vpwijzer.loader.fields import Fields, fields, fields_text
from vpwijzer.loader.keys.choices import ACTORS, SEVERITIES
from vpwijzer.loader.keys.parts import NOT_ARRANGED
from vpwijzer.loader.report import nearest
from vpwijzer.loader.rules import LAST_HAS_IF, NEVER_ITS_TURN, NEXT_ITSELF, NO_EFFECT
from vpwijzer.model import (
    Actor,
    Aspect,
    Caution,
    Condition,
    Consequence,
    ContactLink,
    FirstStep,
    Route,
    Severity,
)
from vpwijzer.yamltext import Items, Node, Table, Text


class RouteBuilder:
    """Builds routes; each says what it does on every aspect."""

    def __init__(self, builder: Builder, aspects: Mapping[str, Aspect]) -> None:
        """Remember the builder of the rest and the aspects."""
        self._builder = builder
        self._aspects = aspects

    def route(self, file: Fields) -> Route:
        """Build a route."""
        priority = self._builder.conditions.items(file, "voorrang", unknown_too=True)
        return Route(
            id=file.text("route"),
            title=file.text("titel"),
            track=self._builder.id("traject", file, "traject"),
            trees=self._builder.ids("boom", file.texts("bij")),
            actor=ACTORS.get(file.text("wie"), Actor.PERSON),
            summary=file.text("samenvatting"),
            checked=file.text("nagekeken"),
            at=file.place("route"),
            condition=self._builder.conditions.read(file),
            priority=Condition(priority) if priority else None,
            meant_for=self._builder.conditions.items(file, "bij-uitstek"),
            fits=self._builder.conditions.items(file, "past-bij"),
            cautions=tuple(self._caution(fields(n)) for n in file.items("let-op")),
            while_open=file.text("zolang-open"),
            first_step=self._first_step(file),
            steps=self._builder.lines(file, "stappen"),
            consequences=self._consequences(file),
            contacts=tuple(self._contact_link(n) for n in file.items("contacten")),
            adviser_does=self._builder.lines(file, "vp-doet"),
            adviser_does_not=self._builder.lines(file, "vp-doet-niet"),
            next=self._builder.ids("route", self._others(file)),
            citations=self._builder.citations(file),
            editor_note=file.text("redactie"),
        )

    def _others(self, file: Fields) -> Iterator[Text]:
        """Give the routes that may follow; none follows itself."""
        for name in file.texts("daarna"):
            if name.value == file.text("route"):
                self._builder.report.add(NEXT_ITSELF.at(name.at))
            else:
                yield name

    def _caution(self, place: Fields) -> Caution:
        return Caution(
            text=place.text("want"),
            condition=self._builder.conditions.read_if(place, unknown_too=True),
            severity=SEVERITIES.get(place.text("ernst"), Severity.NOTE),
            at=place.at,
            editor_note=place.text("redactie"),
            contact=self._builder.id("contact", place, "contact"),
        )

    def _first_step(self, file: Fields) -> FirstStep | None:
        node = file.node("eerste-stap")
        if node is None:
            return None
        place = fields(node)
        contact = self._builder.id("contact", place, "contact")
        return FirstStep(fields_text(node) or place.text("tekst"), node.at, contact)

    def _contact_link(self, node: Node) -> ContactLink:
        if isinstance(node, Text):
            return ContactLink(
                next(iter(self._builder.ids("contact", [node])), ""), node.at
            )
        place = fields(node)
        condition = self._builder.conditions.read_if(place)
        return ContactLink(
            self._builder.id("contact", place, "contact"), node.at, condition
        )

    def _consequences(self, file: Fields) -> dict[str, tuple[Consequence, ...]]:
        aspects = self._aspects
        found: dict[str, tuple[Consequence, ...]] = {}
        meant = set()
        for name, node in file.entries("gevolgen"):
            if self._builder.names.check("aspect", name, self._builder.report):
                aspect = aspects[name.value]
                nodes = node.items if isinstance(node, Items) else (node,)
                found[name.value] = tuple(self._effect(n, aspect) for n in nodes)
                self._check_last(nodes)
            else:
                meant.add(nearest(name.value, aspects))
        is_there = isinstance(file.node("gevolgen"), Table)
        for aspect in aspects.values():
            if is_there and aspect.id not in found.keys() | meant:
                at = file.place_of_key("gevolgen")
                self._builder.report.add(NO_EFFECT.at(at, aspect.id, NOT_ARRANGED))
        return {aspect: found[aspect] for aspect in aspects if aspect in found}

    def _effect(self, node: Node, aspect: Aspect) -> Consequence:
        place = fields(node)
        levels = known_levels(place.texts("niveau"), aspect, self._builder.report)
        return Consequence(
            level=next(levels, ""),
            text=place.text("tekst"),
            at=place.place("niveau") if isinstance(node, Table) else node.at,
            condition=self._builder.conditions.read_if(place),
        )

    def _check_last(self, nodes: tuple[Node, ...]) -> None:
        *others, last = nodes or (None,)
        for node in others:
            if fields(node).node("als") is None:
                self._builder.report.add(NEVER_ITS_TURN.at(node.at))
        if last is not None and fields(last).node("als") is not None:
            self._builder.report.add(LAST_HAS_IF.at(last.at))
