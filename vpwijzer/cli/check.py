"""Reports on a check of content."""

import sys

from vpwijzer.cli.show import show_findings
from vpwijzer.finding import Finding, Severity
from vpwijzer.model import Library
from vpwijzer.render.data import check_data, to_json


def report_check(
    library: Library, findings: tuple[Finding, ...], *, as_json: bool
) -> None:
    """Show findings and counts, as text or as one JSON object."""
    if as_json:
        sys.stdout.write(to_json(check_data(library, findings)) + "\n")
        return
    if findings:
        show_findings(findings, sys.stdout)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = len(findings) - errors
    sys.stdout.write(f"{_summary(library)}\n{_result(errors, warnings)}\n")


def _summary(library: Library) -> str:
    questions = {q.id for tree in library.trees.values() for q in tree.questions}
    counts = (
        (len(library.trees), "boom", "bomen"),
        (len(questions), "vraag", "vragen"),
        (len(library.routes), "route", "routes"),
        (len(library.concepts), "begrip", "begrippen"),
        (len(library.scenarios), "scenario", "scenario's"),
        (len(library.sources), "bron", "bronnen"),
    )
    return ", ".join(_count(*count) for count in counts)


def _result(errors: int, warnings: int) -> str:
    if not errors and not warnings:
        return "Geen bevindingen."
    found = _count(errors, "fout", "fouten")
    return f"{found}, {_count(warnings, 'waarschuwing', 'waarschuwingen')}."


def _count(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"
