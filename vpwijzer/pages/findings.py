"""Findings with the line they are about; the first line can stand alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from vpwijzer.document.blocks import (
    AIR,
    Block,
    Excerpt,
    Inset,
    Line,
    Page,
    Role,
    Span,
    faint,
    listing,
    paragraph,
    point,
    strong,
)
from vpwijzer.model.finding import Finding, Severity
from vpwijzer.words.names import NAMES
from vpwijzer.words.sanitize import UNSEEN, inert
from vpwijzer.words.wording import elsewhere

MOST_OF_A_LINE = 200
"""So many signs of a line are shown around a place."""

Lines = Mapping[str, list[str]]


def findings_page(
    findings: Iterable[Finding],
    lines: Lines,
    talks: Mapping[Finding, Sequence[str]] | None = None,
) -> Page:
    """Show findings; `lines` holds the lines of the files that could be read.

    `talks` holds, for some, the conversation that shows it.
    """
    held = talks or {}
    return tuple(b for f in findings for b in _finding(f, lines, held.get(f, ())))


def _finding(finding: Finding, lines: Lines, talk: Sequence[str]) -> Iterator[Block]:
    at = finding.at
    role = Role.URGENT if finding.severity is Severity.ERROR else Role.WARNING
    yield paragraph(
        strong(f"{inert(at.file, UNSEEN)}:{at.line}:{at.column}: "),
        Span(f"{NAMES[finding.severity]}[{finding.code}]", role),
        f": {inert(finding.message, UNSEEN)}",
    )
    source = lines.get(at.file, [])
    gutter = " "
    if 0 < at.line <= len(source):
        gutter = " " * len(str(at.line))
        words, before = _around(source[at.line - 1], at.column - 1)
        width = min(at.width, max(len(words) - before, 1))
        marker = Span(" " * before + "^" * width, role)
        excerpt: tuple[Line, ...] = (
            (faint(f"{gutter} |"),),
            (f"{at.line} | {words}",),
            (faint(f"{gutter} | "), marker),
        )
        yield Excerpt(excerpt)
    yield from (paragraph(f"{gutter} = {remark}") for remark in _remarks(finding))
    if talk:
        steps = listing(map(point, talk[1:]))
        yield Inset((paragraph(talk[0]), steps))
    yield AIR


def _around(line: str, column: int) -> tuple[str, int]:
    """Cut a long line to what stands around a place; tells where that is now."""
    if len(line) <= MOST_OF_A_LINE:
        return line, column
    first = max(column - MOST_OF_A_LINE // 2, 0)
    cut = line[first : first + MOST_OF_A_LINE]
    more = "…" if first + MOST_OF_A_LINE < len(line) else ""
    return (f"…{cut}{more}", column - first + 1) if first else (cut + more, column)


def _remarks(finding: Finding) -> Iterator[str]:
    if finding.hint:
        yield inert(finding.hint, UNSEEN)
    yield from (
        f"{label} {inert(places, UNSEEN)}" for label, places in elsewhere(finding)
    )
