"""Checked files into trees, in walking order."""

from collections.abc import Iterator, Mapping

from vpwijzer.loader.build import Builder
from vpwijzer.loader.fields import Fields, fields
from vpwijzer.loader.keys.choices import KINDS, SEATS
from vpwijzer.loader.keys.parts import SHARED
from vpwijzer.loader.keys.trees import OPTION
from vpwijzer.loader.names import is_shared
from vpwijzer.loader.report import quoted, suggest
from vpwijzer.loader.rules import (
    LISTED_TWICE,
    NOT_IN_ORDER,
    SAME_OPTION,
    UNKNOWN_SHARED,
)
from vpwijzer.model import (
    FollowUp,
    Kind,
    Option,
    Question,
    Tree,
)
from vpwijzer.yamltext import Table, Text

KEYS = {key.name for key in OPTION.keys}


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
                yield self.question(name, place, place)
            elif name.value in self._shared:
                yield self.question(name, self._shared[name.value], place)
            elif node == Text(SHARED, node.at) or isinstance(node, Table):
                self._report_unknown(name)

    def _report_unknown(self, name: Text) -> None:
        if "gedeelde-vragen" not in self._builder.names.incomplete:
            near = suggest(name.value, self._shared) or None
            found = UNKNOWN_SHARED.at(name.at, quoted(name.value), hint=near)
            self._builder.report.add(found)

    def question(self, name: Text, text: Fields, here: Fields) -> Question:
        """Build a question; its text may be shared, its condition stands here."""
        self._check_options(text)
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
            refines=text.flag("verfijnt") or here.flag("verfijnt"),
            editor_note=text.text("redactie"),
        )

    def _check_options(self, text: Fields) -> None:
        """Report options that someone who reads them cannot tell apart."""
        seen: dict[str, str] = {}
        for name, option in text.records("opties"):
            words = option.text("tekst").replace("\N{SOFT HYPHEN}", "")
            read = " ".join(words.casefold().split()).rstrip(".")
            # What follows a comma became a key; the text is not what its author meant.
            is_whole = all(key.value in KEYS for key, _ in option.table.entries)
            if read and is_whole and read in seen:
                at = option.place("tekst")
                self._builder.report.add(SAME_OPTION.at(at, seen[read]))
            seen.setdefault(read, name.value)

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


def in_walking_order(
    trees: Mapping[str, Tree], order: Fields, builder: Builder
) -> dict[str, Tree]:
    """Put trees in walking order; report trees that the order forgets or repeats."""
    listed: list[str] = []
    for name in order.texts("volgorde"):
        if name.value in listed:
            builder.report.add(LISTED_TWICE.at(name.at, name.value))
        elif builder.names.check("boom", name, builder.report):
            listed.append(name.value)
    for file_name, tree in trees.items():
        is_listed = file_name in listed or tree.id in listed
        if not is_listed and "volgorde" not in builder.names.incomplete:
            builder.report.add(NOT_IN_ORDER.at(tree.at, file_name))
    return {name: trees[name] for name in (*listed, *trees) if name in trees}
