"""A page as Markdown; words are only ever words, whatever signs they hold."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from vpwijzer.document.blocks import (
    BREAK,
    Block,
    Excerpt,
    Heading,
    Inset,
    Line,
    Link,
    Listing,
    Paragraph,
    Part,
    Point,
    Role,
    Span,
    Table,
    plain,
)
from vpwijzer.words.sanitize import inert

AT_START = re.compile(r"^(\d+(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|--))")
"""Where a line would begin a list, or be a rule."""

SIGNS = re.compile(r"([\\`*_\[\]<>&|~#!$])")
"""What means something anywhere in a line."""

SAFE = "/:?#@$&'*+,=~%!"
STRONG = {Role.STRONG, Role.URGENT, Role.WARNING, Role.CONTACT}


def to_markdown(page: Iterable[Block]) -> str:
    """Write a page as Markdown that any reader of it shows the same."""
    return "\n\n".join(filter(None, map(_block, page))) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, line, anchor):
            before = f'<a id="{anchor}"></a>\n\n' if anchor else ""
            return f"{before}{'#' * level} {_parts(line, is_strong=True)}"
        case Paragraph(line):
            return _line(line)
        case Listing():
            return "\n".join(_points(block))
        case Table():
            rows = [" | ".join(map(_line, row)) for row in block.rows]
            rule = " | ".join("---" for _ in block.head)
            head = " | ".join(_line((words,)) for words in block.head)
            return "\n".join(f"| {row} |" for row in (head, rule, *rows))
        case Excerpt(lines):
            words = "\n".join(inert(plain(line)) for line in lines)
            longest = max(map(len, re.findall("`+", words)), default=2)
            fence = "`" * max(3, longest + 1)
            return f"{fence}\n{words}\n{fence}"
        case Inset(blocks):
            return to_markdown(blocks)[:-1]


def _points(listing: Listing) -> Iterator[str]:
    for number, point in enumerate(listing.points, 1):
        mark = f"{number}. " if listing.numbered else "- "
        label = (point.label, " ") if point.label else ()
        yield mark + _line((*label, *point.line))
        yield from ((" " * len(mark) + line).rstrip() for line in _below(point))


def _below(point: Point) -> Iterator[str]:
    """Write what belongs to a point; points alone need no air."""
    for number, block in enumerate(point.below):
        if number or not isinstance(block, Listing):
            yield ""
        yield from _block(block).split("\n")


def _line(line: Line) -> str:
    """Write a line; what would begin a list at its start does not."""
    return AT_START.sub(r"\1\\", _parts(line).strip())


def _parts(line: Line, *, is_strong: bool = False) -> str:
    written = ""
    for number, part in enumerate(line):
        words = _part(part)
        said = words.strip()
        if said and not is_strong and isinstance(part, Span) and part.role in STRONG:
            before, after = words.split(said, 1)
            beside = f"{written}{before}"[-1:], f"{after}{plain(line[number + 1 :])}"
            if _stands_out(beside, said):
                words = f"{before}**{said}**{after}"
        written += words
    return written


def _stands_out(beside: tuple[str, str], said: str) -> bool:
    """Tell whether Markdown takes stars around this for what they are meant."""
    before, after = beside
    begins = said[0].isalnum() or not before.isalnum()
    ends = said[-1].isalnum() or not after[:1].isalnum()
    return begins and ends and before != "*"


def _part(part: Part) -> str:
    match part:
        case str():
            return "<br>" if part == BREAK else _unmarked(part)
        case Link(words, to):
            return f"[{_unmarked(words.strip())}]({quote(to, safe=SAFE)})"
        case Span(words, Role.CODE):
            return f"`{inert(words).replace('`', '')}`"
        case Span(words):
            return _unmarked(words)


def _unmarked(words: str) -> str:
    """Write words on one line, so that no sign in them means anything."""
    return SIGNS.sub(r"\\\1", inert(re.sub(r"\s+", " ", words)))
