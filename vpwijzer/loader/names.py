"""Every id that content defines, so that a reference can be checked and suggested."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vpwijzer.loader.fields import Fields, fields
from vpwijzer.loader.keys.parts import ANY, SHARED
from vpwijzer.loader.report import Report, quoted, suggest_or_list
from vpwijzer.loader.shape import check_id
from vpwijzer.model import NO, UNKNOWN_VALUE, YES
from vpwijzer.model.position import Position
from vpwijzer.yamltext import Node, Table, Text

# Per kind: its article, how a missing id of that kind is reported, and where its
# ids stand.
KINDS = {
    "boom": ("de", "onbekende-boom", "bomen"),
    "route": ("de", "onbekende-route", "routes"),
    "begrip": ("het", "onbekend-begrip", "begrippen"),
    "traject": ("het", "onbekend-traject", "trajecten"),
    "aspect": ("het", "onbekend-aspect", "aspecten"),
    "bron": ("de", "onbekende-bron", "bronnen"),
    "contact": ("het", "onbekend-contact", "contacten"),
    "klok": ("de", "onbekende-klok", "klokken"),
}
ID_KEYS = {
    "bomen": "boom",
    "routes": "route",
    "begrippen": "begrip",
    "scenarios": "scenario",
}
Files = Mapping[str, Mapping[str, Table]]
"""Kind -> file name without ending -> what stands in it."""

FACT_KINDS = frozenset({"bomen", "gedeelde-vragen", "begrippen"})


@dataclass(frozen=True, slots=True)
class Names:
    """The ids of each kind, and the values each fact can have."""

    ids: Mapping[str, frozenset[str]]
    values: Mapping[str, tuple[str, ...]]
    incomplete: frozenset[str]
    """Kinds of file that could not be read whole: an id may stand in there."""
    questions: frozenset[str]

    def check(self, kind: str, name: Text, report: Report) -> bool:
        """Report an id that nothing defines."""
        article, code, files = KINDS[kind]
        if name.value in self.ids[kind]:
            return True
        if files not in self.incomplete and name.value.strip():
            message = f"{article} {kind} {quoted(name.value)} bestaat niet"
            hint = suggest_or_list(name.value, sorted(self.ids[kind]))
            report.error(name.at, code, message, hint)
        return False

    def check_fact(self, name: Text, report: Report) -> bool:
        """Report a fact that no question or concept establishes."""
        if name.value in self.values:
            return True
        if not FACT_KINDS & self.incomplete:
            message = f"de vraag of het begrip {quoted(name.value)} bestaat niet"
            hint = suggest_or_list(name.value, list(self.values))
            report.error(name.at, "onbekende-vraag", message, hint)
        return False

    def check_value(
        self, fact: Text, value: Text, report: Report, *, unknown_too: bool
    ) -> bool:
        """Report a value that a fact cannot have."""
        values = self.values[fact.value]
        if value.value in values:
            return True
        if value.value == UNKNOWN_VALUE:
            if unknown_too:
                return True
            message = "'onbekend' mag alleen in voorrang en let-op staan"
            hint = "wie het niet weet, houdt elke weg open; haal het hier weg"
            report.error(value.at, "onbekend-als-waarde", message, hint)
        elif values and value.value.strip():
            message = f"'{fact.value}' heeft geen keuze {quoted(value.value)}"
            hint = suggest_or_list(value.value, values)
            report.error(value.at, "onbekende-keuze", message, hint)
        return False


def check_file_names(files: Files, report: Report) -> None:
    """Report files of which the name is no id, or not the one that stands inside."""
    for kind, key in ID_KEYS.items():
        for name, file in files[kind].items():
            written = fields(file).node(key)
            if not isinstance(written, Text) or not written.value.strip():
                continue
            check_id(Text(name, written.at), (ANY,), report)
            if written.value != name:
                message = f"de naam {quoted(written.value)} is niet de bestandsnaam"
                hint = f"schrijf '{key}: {name}' of geef het bestand een andere naam"
                report.error(written.at, "bestandsnaam", message, hint)


def collect(
    files: Files,
    file_names: Mapping[str, frozenset[str]],
    incomplete: frozenset[str],
    report: Report,
) -> Names:
    """Gather the ids from all parsed files; report an id that is used twice."""
    values: dict[str, tuple[str, ...]] = {}
    places: dict[str, Position] = {}
    for name, options in (*_questions(files), *_concepts(files)):
        if name.value in places:
            first = places[name.value]
            message = f"{quoted(name.value)} bestaat al"
            hint = f"de eerste staat in {first.file} op regel {first.line}"
            report.error(name.at, "dubbel-id", message, hint)
            continue
        places[name.value] = name.at
        values[name.value] = options
    # Reported elsewhere: a shared question that is not there, a concept unread.
    for name, _ in _asked(files):
        values.setdefault(name.value, ())
    for concept in file_names["begrippen"]:
        values.setdefault(concept, (YES, NO))
    written = {kind: _written(files[kind], key) for kind, key in ID_KEYS.items()}
    ids = {
        kind: file_names[folder] | written[folder]
        if folder in ID_KEYS
        else _entries(files, folder)
        for kind, (_, _, folder) in KINDS.items()
    }
    questions = frozenset(name.value for name, _ in _questions(files))
    return Names(ids, values, incomplete, questions)


def _written(files: Mapping[str, Table], key: str) -> frozenset[str]:
    return frozenset(fields(node).text(key) for node in files.values())


def _entries(files: Files, kind: str) -> frozenset[str]:
    node = fields(files[kind].get(kind))
    return frozenset(name.value for name, _ in node.entries(kind))


def _questions(files: Files) -> Iterator[tuple[Text, tuple[str, ...]]]:
    shared = fields(files["gedeelde-vragen"].get("gedeelde-vragen"))
    for name, question in shared.records("gedeelde-vragen"):
        yield name, _options(question)
    for name, node in _asked(files):
        if isinstance(node, Table) and not is_shared(node):
            yield name, _options(fields(node))


def _asked(files: Files) -> Iterator[tuple[Text, Node]]:
    for tree in files["bomen"].values():
        yield from fields(tree).entries("vragen")


def _concepts(files: Files) -> Iterator[tuple[Text, tuple[str, ...]]]:
    for concept in files["begrippen"].values():
        name = fields(concept).node("begrip")
        if isinstance(name, Text):
            yield name, (YES, NO)


def _options(question: Fields) -> tuple[str, ...]:
    return tuple(name.value for name, _ in question.entries("opties"))


def is_shared(node: Node) -> bool:
    """Tell whether a question only points at a shared one."""
    if isinstance(node, Text):
        return True
    return isinstance(node, Table) and fields(node).flag(SHARED)
