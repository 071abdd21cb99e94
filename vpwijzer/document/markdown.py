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
            words = "".join(_part(part, is_strong=True) for part in line)
            return f"{before}{'#' * level} {words}"
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
    return AT_START.sub(r"\1\\", "".join(map(_part, line)).strip())


def _part(part: Part, *, is_strong: bool = False) -> str:
    match part:
        case str():
            return "<br>" if part == BREAK else _unmarked(part)
        case Link(words, to):
            return f"[{_unmarked(words.strip())}]({quote(to, safe=SAFE)})"
        case Span(words, Role.CODE):
            return f"`{inert(words).replace('`', '')}`"
        case Span(words, role):
            said = _unmarked(words)
            if is_strong or role not in STRONG or not said.strip():
                return said
            return said.replace(said.strip(), f"**{said.strip()}**", 1)


def _unmarked(words: str) -> str:
    """Write words on one line, so that no sign in them means anything."""
    return SIGNS.sub(r"\\\1", inert(re.sub(r"\s+", " ", words)))
