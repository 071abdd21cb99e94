"""Findings with the line they are about; the first line can stand alone."""

from collections.abc import Iterable, Iterator, Mapping

from rich.console import Group, RenderableType
from rich.text import Text

from vpwijzer.finding import Finding, Severity
from vpwijzer.render.terminal.paper import FAINT, HEADING, URGENT, WARNING, text


def findings_page(
    findings: Iterable[Finding], lines: Mapping[str, list[str]]
) -> RenderableType:
    """Show findings; `lines` holds the lines of the files that could be read."""
    return Group(*(part for f in findings for part in _finding(f, lines)))


def _finding(
    finding: Finding, lines: Mapping[str, list[str]]
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
        line = source[at.line - 1]
        yield text(f"{gutter} |", FAINT)
        yield text(f"{at.line} | {line}")
        lead = " " * (at.column - 1)
        yield Text.assemble((f"{gutter} | ", FAINT), (lead + "^" * at.width, style))
        if finding.hint:
            yield text(f"{gutter} = {finding.hint}")
    elif finding.hint:
        yield text(f"  = {finding.hint}")
    yield text("")
