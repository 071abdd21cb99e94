"""What a report is made of: plain words in a few shapes; the writers do the signs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    words: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an anchor in the report, or to an address."""

    words: str
    to: str


Part: TypeAlias = str | Strong | Link
Line: TypeAlias = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of a part; level 1 is the report itself."""

    level: int
    words: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line that stands by itself."""

    line: Line


@dataclass(frozen=True, slots=True)
class Entry:
    """One point of a list, with points of its own."""

    line: Line
    below: tuple["Entry", ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Points below each other; two listings never stand side by side.

    Markdown would take those for one.
    """

    entries: tuple[Entry, ...]
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as the head has."""

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]


Block: TypeAlias = Heading | Paragraph | Listing | Table


def paragraph(*parts: Part) -> Paragraph:
    """Make a paragraph of parts."""
    return Paragraph(parts)


def entry(*parts: Part, below: Iterable[Entry] = ()) -> Entry:
    """Make a point of parts."""
    return Entry(parts, tuple(below))


def labelled(label: str, *parts: Part, below: Iterable[Entry] = ()) -> Entry:
    """Make a point that begins with what it is about."""
    return Entry((Strong(f"{label}:"), " ", *parts), tuple(below))


def listing(title: str, entries: Iterable[Entry], *, numbered: bool = False) -> "Parts":
    """Give a titled list, or nothing when it is empty."""
    made = tuple(entries)
    if not made:
        return ()
    return Paragraph((Strong(f"{title}:"),)), Listing(made, numbered)


Parts: TypeAlias = tuple[Block, ...]


def link(words: str, address: str) -> Part:
    """Lead to a page on the web; any other address is left out."""
    return (
        Link(words, address) if address.startswith(("http://", "https://")) else words
    )


def joined(parts: Iterable[Part]) -> Line:
    """Put commas between parts."""
    spread = [each for part in parts for each in (", ", part)]
    return tuple(spread[1:])
