"""Pages as lines of at most so many columns: plain text, or runs with a style.

A window, a pipe and a screen reader all get what is laid out here.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest
from sys import maxsize
from typing import TypeAlias

from vpwijzer.document.blocks import (
    BREAK,
    Block,
    Excerpt,
    Heading,
    Inset,
    Line,
    Listing,
    Paragraph,
    Part,
    Point,
    Role,
    Span,
    Table,
    heading,
    plain,
)
from vpwijzer.words.columns import columns, spans
from vpwijzer.words.sanitize import UNSEEN, inert, inert_lines

Run: TypeAlias = tuple[str, str]
"""A style as names with spaces, such as "bold red", and the words in that style."""
Row: TypeAlias = tuple[Run, ...]
Lines: TypeAlias = tuple[Row, ...]

PLAIN, BOLD = "", "bold"
STYLES: Mapping[Role, str] = {
    Role.STRONG: BOLD,
    Role.FAINT: "dim",
    Role.ASIDE: "dim",
    Role.GOOD: "green",
    Role.WARNING: "yellow",
    Role.URGENT: "bold red",
    Role.CONTACT: BOLD,
}
STEP, GAP = 3, 2
BESIDE = 30
"""Fewer columns than this beside a name read badly."""
FIRST, LEAST = 18, 22
"""Columns for what a row is about, and the fewest for what it says."""


def to_lines(page: Iterable[Block], width: int = maxsize) -> str:
    """Write a page as plain text, without space at the end of a line."""
    rows = ("".join(words for _, words in row) for row in laid_out(page, width))
    return "".join(f"{row.rstrip()}\n" for row in rows)


def laid_out(page: Iterable[Block], width: int = maxsize) -> Lines:
    """Lay a page out in lines of at most this many columns, as long as words fit."""
    return tuple(_blocks(page, max(1, width)))


def _blocks(blocks: Iterable[Block], width: int) -> Iterator[Row]:
    for number, block in enumerate(blocks):
        if number and isinstance(block, Heading | Table):
            yield ()
        yield from _block(block, width)


def _block(block: Block, width: int) -> Iterator[Row]:
    match block:
        case Heading(_, line):
            yield from _flow(_runs(line, BOLD), width)
        case Paragraph(line):
            yield from _flow(_runs(line), width)
        case Listing():
            yield from _listing(block, width)
        case Inset(blocks):
            yield from _set_in(_blocks(blocks, width - STEP))
        case Table():
            yield from _table(block, width)
        case Excerpt(lines):
            for line in lines:
                yield from _flow(_exact(line), width)


def _set_in(rows: Iterable[Row]) -> Iterator[Row]:
    yield from ((("", " " * STEP), *row) if row else () for row in rows)


def _runs(line: Iterable[Part], style: str = PLAIN) -> list[Run]:
    return [(_style(part, style), inert_lines(plain((part,)))) for part in line]


def _style(part: Part, style: str = PLAIN) -> str:
    return STYLES.get(part.role, style) if isinstance(part, Span) else style


def _exact(line: Line) -> list[Run]:
    """Keep the place of every sign, also of one that cannot be seen."""
    words = ((_style(part), plain((part,))) for part in line)
    return [(style, inert(each, UNSEEN)) for style, each in words]


def _flow(runs: Iterable[Run], width: int, indent: int = 0) -> Iterator[Row]:
    """Break runs into rows; all but the first are set in."""
    room = width
    lead: Row = ()
    for segment in _segments(runs):
        words = "".join(words for _, words in segment)
        for start, end in spans(words, room, width - indent):
            yield (*lead, *_cut(segment, start, end))
            room, lead = width - indent, ((PLAIN, " " * indent),) * (indent > 0)


def _segments(runs: Iterable[Run]) -> list[list[Run]]:
    """Split runs where a line must break."""
    segments: list[list[Run]] = [[]]
    for style, words in runs:
        first, *others = words.split(BREAK)
        segments[-1].append((style, first))
        segments += ([(style, other)] for other in others)
    return segments


def _cut(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    """Give the runs between two places in their words."""
    for style, words in runs:
        part = words[max(0, start) : max(0, end)]
        if part:
            yield style, part
        start, end = start - len(words), end - len(words)


def _listing(listing: Listing, width: int) -> Iterator[Row]:
    for number, point in enumerate(listing.points, 1):
        mark = point.label or (f"{number}." if listing.numbered else "-")
        [(style, label)] = _runs((mark,))
        if label.isdigit():
            label = label.rjust(2)
        if listing.align and width < listing.align + BESIDE:
            yield from _flow([(STYLES[Role.FAINT], label)], width)
            yield from _set_in(_flow(_runs(point.line), width - STEP))
        else:
            lead = (style, label.ljust(listing.align) + " ")
            yield from _hanging(lead, _runs(point.line), width)
        yield from _set_in(_blocks(point.below, width - STEP))


def _hanging(lead: Run, runs: Sequence[Run], width: int) -> Iterator[Row]:
    """Set words in under the first of them, unless that leaves too little room."""
    taken = columns(lead[1])
    hangs = taken + _longest(runs) <= width
    yield from _flow([lead, *runs], width, taken if hangs else min(taken, STEP))


def _longest(runs: Iterable[Run]) -> int:
    words = "".join(words for _, words in runs).split()
    return max(map(columns, words), default=0)


def _table(table: Table, width: int) -> Iterator[Row]:
    head = [_runs((words,), BOLD) for words in table.head]
    rows = [head, *([_runs(cell) for cell in row] for row in table.rows)]
    widths = _widths(table, rows, width)
    if widths is None:
        yield from _blocks(_as_list(table), width)
        return
    for number, row in enumerate(rows):
        if number and not table.figures:
            yield ()
        cells = [_flow(cell, room) for cell, room in zip(row, widths, strict=True)]
        for beside in zip_longest(*cells, fillvalue=()):
            made: list[Run] = []
            for place, (line, room) in enumerate(zip(beside, widths, strict=True)):
                taken = sum(columns(words) for _, words in line)
                space = (PLAIN, " " * (room - taken))
                is_right = table.figures and place > 0
                made += [space, *line] if is_right else [*line, space]
                made.append((PLAIN, " " * GAP))
            yield tuple(made[:-1])


def _widths(
    table: Table, rows: Sequence[Sequence[list[Run]]], width: int
) -> list[int] | None:
    """Give the columns for each cell of a row; None where they are too few."""
    cells = list(zip(*rows, strict=True))
    natural = [max(_widest(cell) for cell in column) for column in cells]
    between = GAP * (len(natural) - 1)
    if sum(natural) + between <= width:
        return natural
    if table.figures:
        first = width - sum(natural[1:]) - between
        return [first, *natural[1:]] if first >= FIRST else None
    others = cells[1:]
    share = (width - FIRST - GAP) // max(1, len(others)) - GAP
    longest = max((_longest(cell) for column in others for cell in column), default=0)
    return None if share < max(LEAST, longest) else [FIRST, *[share] * len(others)]


def _widest(cell: Iterable[Run]) -> int:
    rows = ("".join(words for _, words in row) for row in _segments(cell))
    return max(map(columns, rows))


def _as_list(table: Table) -> Iterator[Block]:
    """Give a row as a title, with its cells below it under their own heads."""
    for about, *cells in table.rows:
        beside = zip(table.head[1:], cells, strict=True)
        points = (Point((f"{head}: ", *_one_line(c, ". "))) for head, c in beside)
        yield heading(2, plain(_one_line(about, ": ")))
        yield Inset((Listing(tuple(points)),))


def _one_line(line: Line, between: str) -> Line:
    return tuple(between if part == BREAK else part for part in line)
