"""Compares two folders of content and writes down what differs."""

import sys
from pathlib import Path

from vpwijzer.checks.pipeline import shown
from vpwijzer.cli.exits import CONTENT_HAS_ERRORS, FINE, BrokenContentError
from vpwijzer.cli.library import open_content
from vpwijzer.diff import compare
from vpwijzer.document.markdown import to_markdown
from vpwijzer.model import Library
from vpwijzer.model.finding import Finding
from vpwijzer.pages.change import change_page
from vpwijzer.words.wording import Wording


def report_change(old: Path, new: Path, *, strict: bool) -> int:
    """Write down every difference, and tell by the exit code whether there may be any.

    Content that could not be compared is never fine.
    """
    before, after = _open(old, new)
    comparison = compare(before, after, Wording)
    page = change_page(shown(old), shown(new), comparison)
    sys.stdout.write(to_markdown(page))
    if comparison is None:
        return FINE
    return FINE if comparison.whole and not strict else CONTENT_HAS_ERRORS


def _open(*folders: Path) -> list[Library]:
    libraries: list[Library] = []
    findings: list[Finding] = []
    read: dict[str, bytes] = {}
    for folder in folders:
        try:
            libraries.append(open_content(folder).library)
        except BrokenContentError as error:
            findings += error.findings
            read |= error.read
    if findings:
        raise BrokenContentError(tuple(dict.fromkeys(findings)), read)
    return libraries
