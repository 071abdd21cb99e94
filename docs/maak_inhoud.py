"""Write docs/inhoud.md: what came of each document it began with, and of bills."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from vpwijzer.atomic_file import replace_file
from vpwijzer.loader import load_folder
from vpwijzer.loader.fields import Fields, fields, texts
from vpwijzer.model import Library
from vpwijzer.yamltext import parse

HERE = Path(__file__).parent
SUBJECTS = HERE / "onderwerpen.yaml"
PAGE = HERE / "inhoud.md"

INTRO = """\
# Wat er in de inhoud staat

Gemaakt door `python docs/maak_inhoud.py` uit `trees/` en `onderwerpen.yaml`. Verander
dit bestand niet met de hand. Een toets kijkt of het klopt.

De bomen, routes, waarborgen en bronnen zelf staan in het verslag, voor wie geen YAML
leest: `vpwijzer controleer --verslag verslag.html`.
"""
COVERED = """\
## Onderwerpen van de uitgangsstukken

Vijf stukken uit de praktijk waren het begin. Per onderwerp staat hier waar het nu
staat, en waar de inhoud nieuwere wet of een betere bron volgt.
"""
BILLS = """\
## Nog geen wet

Dit noemt de inhoud als plan of als regel die nog niet werkt, nooit als plicht. De stand
is wat de inhoud erbij zegt. Controleer of er sindsdien iets is veranderd.
"""


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject of a document, where it stands, and how the content differs."""

    title: str
    places: Mapping[str, tuple[str, ...]]
    differs: str


@dataclass(frozen=True, slots=True)
class Bill:
    """What is no law yet, the day that is known of, and the routes that name it."""

    title: str
    known: str
    sources: tuple[str, ...]
    routes: tuple[str, ...]


def load() -> Library:
    """Load the content of this checkout; what is broken would be left out unseen."""
    loaded = load_folder(HERE.parent / "trees", "trees")
    if loaded.findings:
        raise ValueError(loaded.findings[0])
    return loaded.library


def subjects() -> dict[str, list[Subject]]:
    """Read the subjects of each document, by its title."""
    return {
        document.text("titel"): [
            _subject(each) for each in _list(document, "onderwerpen")
        ]
        for document in _list(_data(), "stukken")
    }


def bills() -> list[Bill]:
    """Read what is no law yet."""
    return [
        Bill(
            bill.text("voorstel"),
            bill.text("stand"),
            _values(bill, "bronnen"),
            _values(bill, "routes"),
        )
        for bill in _list(_data(), "nog-geen-wet")
    ]


def ids(library: Library) -> dict[str, frozenset[str]]:
    """Give the ids that a subject may name, by kind."""
    questions = (q.id for tree in library.trees.values() for q in tree.questions)
    return {
        "bomen": frozenset(library.trees),
        "vragen": frozenset(questions),
        "routes": frozenset(library.routes),
        "begrippen": frozenset(library.concepts),
        "klokken": frozenset(library.clocks),
        "contacten": frozenset(library.contacts),
        "trajecten": frozenset(library.tracks),
        "aspecten": frozenset(library.aspects),
        "scenarios": frozenset(library.scenarios),
        "waarborgen": frozenset(library.guarantees),
    }


def page(library: Library) -> str:
    """Make the whole page."""
    return "\n".join(
        [
            INTRO,
            COVERED,
            *_covered(),
            BILLS,
            *_bills(library),
        ]
    )


def _data() -> Fields:
    node, findings = parse(SUBJECTS.read_bytes(), SUBJECTS.name)
    if findings:
        raise ValueError(findings[0])
    return fields(node)


def _list(of: Fields, key: str) -> list[Fields]:
    return [fields(node) for node in of.items(key)]


def _values(of: Fields, key: str) -> tuple[str, ...]:
    return tuple(text.value for text in of.texts(key))


def _subject(of: Fields) -> Subject:
    places = {
        kind.value: tuple(text.value for text in texts(node))
        for kind, node in of.entries("staat-in")
    }
    return Subject(of.text("wat"), places, of.text("anders"))


def _table(head: str, rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {head} |"
    yield "| " + " | ".join("---" for _ in head.split(" | ")) + " |"
    for row in rows:
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |"
    yield ""


def _code(names: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _covered() -> Iterator[str]:
    for title, found in subjects().items():
        yield f"### {title}\n"
        yield from _table(
            "onderwerp | staat in | waar de inhoud afwijkt",
            ((each.title, _places(each), each.differs) for each in found),
        )


def _places(subject: Subject) -> str:
    return "; ".join(f"{kind}: {_code(of)}" for kind, of in subject.places.items())


def _bills(library: Library) -> Iterator[str]:
    rows = (
        (
            bill.title,
            bill.known,
            ", ".join(f"`{s}` ({library.sources[s].version})" for s in bill.sources),
            _code(bill.routes),
        )
        for bill in bills()
    )
    yield from _table("voorstel | stand | bronnen (van wanneer) | routes", rows)


if __name__ == "__main__":
    replace_file(str(PAGE), page(load()).encode())
