"""Puts pages and findings on standard output or standard error."""

import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from vpwijzer.finding import Finding
from vpwijzer.render.terminal import findings_page, make_console

if TYPE_CHECKING:
    from vpwijzer.render.terminal import Page


def show_page(page: "Page") -> None:
    """Print a page on standard output."""
    make_console().print(page)


def show_findings(
    findings: Iterable[Finding], texts: Mapping[str, str] | None = None
) -> None:
    """Print findings on standard error, each with the line it is about."""
    findings = tuple(findings)
    lines = {name: text.splitlines() for name, text in (texts or {}).items()}
    for name in {finding.at.file for finding in findings} - set(lines):
        lines[name] = _lines_of(Path(name))
    make_console(sys.stderr).print(findings_page(findings, lines), soft_wrap=True)


def _lines_of(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return []
