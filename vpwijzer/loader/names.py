"""Every id that content defines, so that a reference can be checked and suggested."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vpwijzer.loader.fields import Fields, fields
from vpwijzer.loader.keys import SHARED
from vpwijzer.loader.report import Report, suggest
from vpwijzer.model import NO, UNKNOWN_VALUE, YES
from vpwijzer.position import Position
from vpwijzer.yamltext import Node, Table, Text

# Per kind: how a missing id of that kind is reported.
KINDS = {
    "boom": "onbekende-boom",
    "route": "onbekende-route",
    "traject": "onbekend-traject",
    "aspect": "onbekend-aspect",
    "bron": "onbekende-bron",
    "contact": "onbekend-contact",
    "klok": "onbekende-klok",
    "begrip": "onbekend-begrip",
}


@dataclass(frozen=True, slots=True)
class Names:
    """The ids of each kind, and the values each fact can have."""

    ids: Mapping[str, frozenset[str]]
    values: Mapping[str, tuple[str, ...]]

    def check(self, kind: str, name: Text, report: Report) -> bool:
        """Report an id that nothing defines."""
        if name.value in self.ids[kind]:
            return True
        article = "het" if kind in ("traject", "aspect", "contact", "begrip") else "de"
        message = f"{article} {kind} '{name.value}' bestaat niet"
        hint = suggest(name.value, self.ids[kind])
        report.error(name.at, KINDS[kind], message, hint)
        return False

    def check_fact(self, name: Text, report: Report) -> bool:
        """Report a fact that no question or concept establishes."""
        if name.value in self.values:
            return True
        message = f"de vraag of het begrip '{name.value}' bestaat niet"
        hint = suggest(name.value, list(self.values))
        report.error(name.at, "onbekende-vraag", message, hint)
        return False

    def check_value(
        self, fact: Text, value: Text, report: Report, *, unknown_too: bool
    ) -> bool:
        """Report a value that a fact cannot have."""
        if value.value in self.values[fact.value]:
            return True
        if value.value == UNKNOWN_VALUE:
            if unknown_too:
                return True
            message = "'onbekend' mag alleen in voorrang en let-op staan"
            hint = "wie het niet weet, houdt elke weg open; haal het hier weg"
            report.error(value.at, "onbekend-als-waarde", message, hint)
            return False
        message = f"'{fact.value}' heeft geen keuze '{value.value}'"
        hint = suggest(value.value, self.values[fact.value])
        hint = hint or "kies uit: " + ", ".join(self.values[fact.value])
        report.error(value.at, "onbekende-keuze", message, hint)
        return False


def collect(files: Mapping[str, Mapping[str, Node]], report: Report) -> Names:
    """Gather the ids from all parsed files; report an id that is used twice."""
    values: dict[str, tuple[str, ...]] = {}
    places: dict[str, Position] = {}
    for name, options in _facts(files):
        if name.value in places:
            first = places[name.value]
            message = f"'{name.value}' bestaat al"
            hint = f"de eerste staat in {first.file} op regel {first.line}"
            report.error(name.at, "dubbel-id", message, hint)
            continue
        places[name.value] = name.at
        values[name.value] = options
    return Names(
        {
            "boom": frozenset(files["bomen"]),
            "route": frozenset(files["routes"]),
            "begrip": frozenset(files["begrippen"]),
            "traject": _entries(files, "trajecten"),
            "aspect": _entries(files, "aspecten"),
            "bron": _entries(files, "bronnen"),
            "contact": _entries(files, "contacten"),
            "klok": _entries(files, "klokken"),
        },
        values,
    )


def _entries(files: Mapping[str, Mapping[str, Node]], kind: str) -> frozenset[str]:
    node = fields(files[kind].get(kind))
    return frozenset(name.value for name, _ in node.entries(kind))


def _facts(
    files: Mapping[str, Mapping[str, Node]],
) -> Iterator[tuple[Text, tuple[str, ...]]]:
    shared = fields(files["gedeelde-vragen"].get("gedeelde-vragen"))
    for name, question in shared.records("gedeelde-vragen"):
        yield name, _options(question)
    for tree in files["bomen"].values():
        for name, node in fields(tree).entries("vragen"):
            if not is_shared(node):
                yield name, _options(fields(node))
    for concept in files["begrippen"].values():
        name_node = fields(concept).node("begrip")
        if isinstance(name_node, Text):
            yield name_node, (YES, NO)


def _options(question: Fields) -> tuple[str, ...]:
    return tuple(name.value for name, _ in question.entries("opties"))


def is_shared(node: Node) -> bool:
    """Tell whether a question only points at a shared one."""
    if isinstance(node, Text):
        return node.value == SHARED
    return isinstance(node, Table) and fields(node).flag(SHARED)
