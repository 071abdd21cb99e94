"""Checked files into trees, in walking order."""

from collections.abc import Iterator, Mapping

from vpwijzer.loader.build import Builder
from vpwijzer.loader.fields import Fields, fields
from vpwijzer.loader.names import is_shared
from vpwijzer.model import (
    FollowUp,
    Kind,
    Option,
    Question,
    Seat,
    Tree,
)
from vpwijzer.yamltext import Node, Text

KINDS = {kind.value: kind for kind in Kind}
SEATS = {seat.value: seat for seat in Seat}


class TreeBuilder:
    """Builds trees; a shared question is written once and asked in many."""

    def __init__(self, builder: Builder, shared: Mapping[str, Fields]) -> None:
        """Remember the builder of the rest and the shared questions."""
        self._builder = builder
        self._shared = shared

    def tree(self, file: Fields) -> Tree:
        """Build a tree."""
        return Tree(
            id=file.text("boom"),
            title=file.text("titel"),
            subject=file.text("onderwerp"),
            questions=tuple(self._questions(file)),
            follow_ups=tuple(self._follow_ups(file)),
            checked=file.text("nagekeken"),
            at=file.place("boom"),
            can_start=file.flag("start"),
            adviser_only=file.text("aan") == "vp",
        )

    def _questions(self, file: Fields) -> Iterator[Question]:
        for name, node in file.entries("vragen"):
            place = fields(node)
            if not is_shared(node):
                yield self._question(name, place, place)
            elif name.value in self._shared:
                yield self._question(name, self._shared[name.value], place)
            else:
                message = f"de gedeelde vraag '{name.value}' bestaat niet"
                hint = "schrijf hem in gedeelde-vragen.yaml"
                self._builder.report.error(name.at, "onbekende-vraag", message, hint)

    def _question(self, name: Text, text: Fields, here: Fields) -> Question:
        """Build a question; its text may be shared, its condition stands here."""
        self._check_own_keys(name, text, here)
        return Question(
            id=name.value,
            text=text.text("vraag"),
            kind=KINDS.get(text.text("soort"), Kind.FACT),
            options=tuple(self._option(n, o) for n, o in text.records("opties")),
            at=name.at,
            explanation=text.text("uitleg"),
            adviser_note=text.text("vp"),
            several=text.flag("meer-antwoorden"),
            unknown_allowed=text.text("onbekend") != "nee",
            condition=self._builder.conditions.read(here),
        )

    def _check_own_keys(self, name: Text, text: Fields, here: Fields) -> None:
        if text is not here:
            return
        for key in ("vraag", "soort", "opties"):
            if text.node(key) is None:
                message = f"de sleutel '{key}' ontbreekt bij vraag '{name.value}'"
                hint = "elke vraag heeft een tekst, een soort en opties"
                self._builder.report.error(
                    name.at, "ontbrekende-sleutel", message, hint
                )

    def _option(self, name: Text, place: Fields) -> Option:
        return Option(
            id=name.value,
            text=place.text("tekst"),
            at=name.at,
            explanation=place.text("uitleg"),
            alone=place.flag("alleen"),
            implies=self._builder.conditions.implied(place),
            seat=SEATS.get(place.text("stoel")),
        )

    def _follow_ups(self, file: Fields) -> Iterator[FollowUp]:
        for node in file.items("vervolg"):
            place = fields(node)
            tree = self._builder.id("boom", place, "boom")
            if tree:
                condition = self._builder.conditions.read(place)
                yield FollowUp(tree, condition, place.place("boom"))


def in_order(
    trees: Mapping[str, Tree], order_node: Node | None, builder: Builder
) -> dict[str, Tree]:
    """Put trees in walking order; report trees that the order forgets or repeats."""
    order: dict[str, Tree] = {}
    place = fields(order_node)
    for name in place.texts("volgorde"):
        if name.value in order:
            message = f"de boom '{name.value}' staat er al"
            builder.report.error(name.at, "dubbel-id", message, "haal er één weg")
        elif builder.names.check("boom", name, builder.report):
            order[name.value] = trees[name.value]
    for tree in trees.values():
        if tree.id not in order and tree.id in builder.names.ids["boom"]:
            message = f"de boom '{tree.id}' staat niet in de volgorde"
            hint = "zet hem in volgorde.yaml"
            builder.report.error(tree.at, "niet-in-volgorde", message, hint)
            order[tree.id] = tree
    return order
