"""Findings with the line they are about; the first line can stand alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from vpwijzer.document.terminal import (
    FAINT,
    HEADING,
    URGENT,
    WARNING,
    indented,
    listed,
    text,
)
from vpwijzer.model.finding import Finding, Severity
from vpwijzer.words.sanitize import inert
from vpwijzer.words.wording import elsewhere

UNSEEN = "\N{REPLACEMENT CHARACTER}"

Lines = Mapping[str, list[str]]


def findings_page(
    findings: Iterable[Finding],
    lines: Lines,
    talks: Mapping[Finding, Sequence[str]] | None = None,
) -> RenderableType:
    """Show findings; `lines` holds the lines of the files that could be read.

    `talks` holds, for some, the conversation that shows it.
    """
    held = talks or {}
    return Group(
        *(part for f in findings for part in _finding(f, lines, held.get(f, ())))
    )


def _finding(
    finding: Finding, lines: Lines, talk: Sequence[str]
) -> Iterator[RenderableType]:
    at = finding.at
    style = URGENT if finding.severity is Severity.ERROR else WARNING
    yield Text.assemble(
        (f"{at.file}:{at.line}:{at.column}: ", HEADING),
        (f"{finding.severity.value}[{finding.code}]", style),
        f": {finding.message}",
    )
    source = lines.get(at.file, [])
    if 0 < at.line <= len(source):
        gutter = " " * len(str(at.line))
        line = inert(source[at.line - 1].replace("\t", " "), UNSEEN)
        yield text(f"{gutter} |", FAINT)
        yield text(f"{at.line} | {line}")
        lead = " " * (at.column - 1)
        yield Text.assemble((f"{gutter} | ", FAINT), (lead + "^" * at.width, style))
        yield from (text(f"{gutter} = {remark}") for remark in _remarks(finding))
    else:
        yield from (text(f"  = {remark}") for remark in _remarks(finding))
    if talk:
        # Set in, so the window cannot wrap it: that would lose the end of the line.
        yield indented(Text(talk[0], no_wrap=False, overflow="fold"))
        yield indented(listed(talk[1:]))
    yield text("")


def _remarks(finding: Finding) -> Iterator[str]:
    if finding.hint:
        yield finding.hint
    yield from (f"{label} {places}" for label, places in elsewhere(finding))
