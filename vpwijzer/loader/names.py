"""Every id that content defines, so that a reference can be checked and suggested."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from vpwijzer.loader.fields import Fields, fields
from vpwijzer.loader.keys.parts import ANY, SHARED
from vpwijzer.loader.report import Report, quoted, suggest, suggest_or_list
from vpwijzer.loader.rules import (
    ADD_SOURCE,
    FILE_NAME,
    SAME_ID,
    UNKNOWN_AS_VALUE,
    UNKNOWN_FACT,
    UNKNOWN_IDS,
    UNKNOWN_OPTION,
)
from vpwijzer.loader.shape import check_id
from vpwijzer.model import NO, UNKNOWN_VALUE, YES, Library
from vpwijzer.model.position import Position
from vpwijzer.yamltext import Node, Table, Text

HOMES = {
    "boom": "bomen",
    "route": "routes",
    "begrip": "begrippen",
    "traject": "trajecten",
    "aspect": "aspecten",
    "bron": "bronnen",
    "contact": "contacten",
    "klok": "klokken",
}
"""Where the ids of each kind stand."""
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
        if name.value in self.ids[kind]:
            return True
        if HOMES[kind] not in self.incomplete and name.value.strip():
            hint = suggest_or_list(name.value, sorted(self.ids[kind]))
            rule = UNKNOWN_IDS[kind]
            if kind == "bron" and not suggest(name.value, self.ids[kind]):
                hint = ADD_SOURCE
            report.add(rule.at(name.at, quoted(name.value), hint=hint))
        return False

    def check_fact(self, name: Text, report: Report) -> bool:
        """Report a fact that no question or concept establishes."""
        if name.value in self.values:
            return True
        if not FACT_KINDS & self.incomplete:
            hint = suggest_or_list(name.value, list(self.values))
            report.add(UNKNOWN_FACT.at(name.at, quoted(name.value), hint=hint))
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
            report.add(UNKNOWN_AS_VALUE.at(value.at))
        elif values and value.value.strip():
            hint = suggest_or_list(value.value, values)
            names = fact.value, quoted(value.value)
            report.add(UNKNOWN_OPTION.at(value.at, *names, hint=hint))
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
                names = quoted(written.value), key, name
                report.add(FILE_NAME.at(written.at, *names))


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
            names = quoted(name.value), first.file, first.line
            report.add(SAME_ID.at(name.at, *names))
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
        for kind, folder in HOMES.items()
    }
    questions = frozenset(name.value for name, _ in _questions(files))
    return Names(ids, values, incomplete, questions)


def names_of(library: Library) -> Names:
    """Give the ids of content that was loaded without errors."""
    kinds: dict[str, Collection[str]] = {
        "boom": library.trees,
        "route": library.routes,
        "begrip": library.concepts,
        "traject": library.tracks,
        "aspect": library.aspects,
        "bron": library.sources,
        "contact": library.contacts,
        "klok": library.clocks,
    }
    questions = library.questions
    values = {
        name: tuple(option.id for option in question.options)
        for name, question in questions.items()
    }
    return Names(
        {kind: frozenset(ids) for kind, ids in kinds.items()},
        {**values, **dict.fromkeys(library.concepts, (YES, NO))},
        frozenset(),
        frozenset(questions),
    )


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
