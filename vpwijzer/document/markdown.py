"""A report as Markdown; words are only ever words, whatever signs they hold."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from vpwijzer.document.blocks import (
    Block,
    Entry,
    Heading,
    Line,
    Link,
    Listing,
    Paragraph,
    Part,
    Strong,
    Table,
)
from vpwijzer.words.sanitize import unmarked

AT_START = re.compile(r"^(\d+(?=[.)](?:\s|$))|(?=[-+](?:\s|$)|--))")
"""Where a line would begin a list, or be a rule."""

SAFE = "/:?#@$&'*+,=~%!"


def to_markdown(blocks: Iterable[Block]) -> str:
    """Write a report as Markdown that any reader of it shows the same."""
    return "\n\n".join(_block(block) for block in blocks) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            anchor = f'<a id="{block.anchor}"></a>\n\n' if block.anchor else ""
            return f"{anchor}{'#' * block.level} {unmarked(block.words)}"
        case Paragraph():
            return _line(block.line)
        case Listing():
            return "\n".join(_entries(block.entries, numbered=block.numbered))
        case Table():
            rows = [" | ".join(map(_line, row)) for row in block.rows]
            rule = " | ".join("---" for _ in block.head)
            head = " | ".join(_line((words,)) for words in block.head)
            return "\n".join(f"| {row} |" for row in (head, rule, *rows))


def _entries(entries: Iterable[Entry], *, numbered: bool = False) -> Iterator[str]:
    for number, entry in enumerate(entries, 1):
        mark = f"{number}. " if numbered else "- "
        yield mark + _line(entry.line)
        yield from (" " * len(mark) + line for line in _entries(entry.below))


def _line(line: Line) -> str:
    """Write a line; what would begin a list at its start does not."""
    words = "".join(_part(part) for part in line).strip()
    return AT_START.sub(r"\1\\", words)


def _part(part: Part) -> str:
    match part:
        case str():
            return unmarked(part)
        case Strong():
            return f"**{unmarked(part.words.strip())}**"
        case Link():
            return f"[{unmarked(part.words.strip())}]({quote(part.to, safe=SAFE)})"
