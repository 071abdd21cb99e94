"""Puts pages and findings on the screen, and words in a file."""

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TextIO

from vpwijzer.cli.exits import UserError
from vpwijzer.document.blocks import Page
from vpwijzer.document.terminal import paint
from vpwijzer.model.finding import Finding
from vpwijzer.pages.findings import findings_page


def show_page(page: Page) -> None:
    """Print a page on standard output."""
    paint(page, sys.stdout)


def show_findings(
    findings: Iterable[Finding],
    to: TextIO,
    talks: Mapping[Finding, Sequence[str]] | None = None,
) -> None:
    """Print findings, each with the line it is about when that can be read.

    Some have a conversation that shows them, as lines of text.
    """
    findings = tuple(findings)
    files = {finding.at.file for finding in findings}
    lines = {file: _lines_of(Path(file)) for file in files}
    page = findings_page(findings, lines, talks)
    paint(page, to, folds=False)


def _lines_of(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return []


def save(path: Path, words: str) -> None:
    """Write a file; raises UserError when that cannot be done."""
    try:
        path.write_text(words, encoding="utf-8")
    except OSError as error:
        message = f"'{path}' kan niet worden geschreven"
        raise UserError(message) from error
