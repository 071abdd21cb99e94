"""What every page is made of: words with a role, in a few shapes; writers do the signs.

A page is a tuple of blocks, made in `pages` and drawn by one of the writers beside this
file: `terminal` (colours), `lines` (plain text), `markdown` and `html`.

- In a line: text, `Span` in a role, a `Link`, or BREAK for what stands below it.
- Under each other: `Heading`, `Paragraph`, `Listing` of points, which nest, `Table`,
  `Excerpt`; `Inset` sets blocks in, and AIR keeps blocks apart.

Content stands in it as it was written: escaping is for the writers.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TypeAlias


class Role(Enum):
    """What words are for."""

    STRONG = auto()
    """Stands out."""
    FAINT = auto()
    """May be skipped."""
    ASIDE = auto()
    """For who leads the conversation, beside what the other reads."""
    GOOD = auto()
    WARNING = auto()
    URGENT = auto()
    NUMBER = auto()
    """What is typed to choose this."""
    CONTACT = auto()
    """Where to call or write to now."""
    KEYS = auto()
    """Which keys do what."""
    CODE = auto()
    """An id, as an author writes it."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words in a role."""

    words: str
    role: Role


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an anchor on the page, or to an address."""

    words: str
    to: str


Part: TypeAlias = str | Span | Link
Line: TypeAlias = tuple[Part, ...]
BREAK = "\n"
"""A part after which the line goes on below."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows; level 1 is the page itself."""

    level: int
    line: Line
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line that stands by itself."""

    line: Line


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a list; a label stands where others have a mark."""

    line: Line
    label: str | Span = ""
    below: tuple["Block", ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """Points below each other; labels may line up over so many columns."""

    points: tuple[Point, ...]
    numbered: bool = False
    align: int = 0


@dataclass(frozen=True, slots=True)
class Inset:
    """Blocks that belong to what stands above them."""

    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of as many cells as the head has; the first says what a row is about."""

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    figures: bool = False
    """Whether all but the first column hold numbers."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Lines of a file, in which every space counts."""

    lines: tuple[Line, ...]


Block: TypeAlias = Heading | Paragraph | Listing | Inset | Table | Excerpt
Page: TypeAlias = tuple[Block, ...]

AIR = Paragraph(())
"""A line of nothing on a screen, where shape alone leaves too little room."""


def strong(words: str) -> Span:
    """Make words stand out."""
    return Span(words, Role.STRONG)


def faint(words: str) -> Span:
    """Make words that may be skipped."""
    return Span(words, Role.FAINT)


def code(words: str) -> Span:
    """Make an id."""
    return Span(words, Role.CODE)


def heading(level: int, *parts: Part, anchor: str = "") -> Heading:
    """Make a heading of parts."""
    return Heading(level, parts, anchor)


def paragraph(*parts: Part) -> Paragraph:
    """Make a paragraph of parts."""
    return Paragraph(parts)


def point(*parts: Part, label: str | Span = "", below: Iterable[Point] = ()) -> Point:
    """Make a point of parts, with points of its own."""
    made = listing(below)
    return Point(parts, label, (made,) if made.points else ())


def labelled(label: str, *parts: Part, below: Iterable[Point] = ()) -> Point:
    """Make a point that begins with what it is about."""
    return point(*parts, label=strong(f"{label}:"), below=below)


def listing(
    points: Iterable[Point], *, numbered: bool = False, align: int = 0
) -> Listing:
    """Make a list of points."""
    return Listing(tuple(points), numbered, align)


def titled(title: str, points: Iterable[Point], *, numbered: bool = False) -> Page:
    """Give a list under its title, or nothing when it is empty."""
    made = listing(points, numbered=numbered)
    return (paragraph(strong(f"{title}:")), made) if made.points else ()


def section(level: int, title: str, *blocks: Block) -> Page:
    """Give a heading with blocks set in below it, or nothing without blocks."""
    filled = tuple(b for b in blocks if not isinstance(b, Listing) or b.points)
    return (heading(level, title), Inset(filled)) if filled else ()


def link(words: str, address: str) -> Part:
    """Lead to a page on the web; any other address is left out."""
    return (
        Link(words, address) if address.startswith(("http://", "https://")) else words
    )


def joined(parts: Iterable[Part | Line], last: Part = ", ") -> Line:
    """Put commas between parts or lines; perhaps something else before the last."""
    lines = [part if isinstance(part, tuple) else (part,) for part in parts]
    between = [*[", "] * (len(lines) - 2), last]
    spread = zip(between, lines[1:], strict=False)
    return (
        (*lines[0], *(p for mark, line in spread for p in (mark, *line)))
        if lines
        else ()
    )


def plain(line: Line) -> str:
    """Give the words of a line alone."""
    return "".join(part if isinstance(part, str) else part.words for part in line)
