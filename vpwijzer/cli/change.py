"""Compares two folders of content and writes down what differs."""

import sys
from pathlib import Path

from vpwijzer.cli.content import open_content, shown
from vpwijzer.cli.trouble import CONTENT_HAS_ERRORS, FINE, BrokenContentError
from vpwijzer.finding import Finding
from vpwijzer.model import Library
from vpwijzer.render.change import change_page
from vpwijzer.versions import compare


def report_change(old: Path, new: Path, *, strict: bool) -> int:
    """Write down every difference, and tell by the exit code whether there may be any.

    Content that could not be compared is never fine.
    """
    before, after = _open(old, new)
    comparison = compare(before, after)
    sys.stdout.write(change_page(shown(old), shown(new), comparison))
    if comparison is None:
        return FINE
    return FINE if comparison.whole and not strict else CONTENT_HAS_ERRORS


def _open(*folders: Path) -> list[Library]:
    libraries: list[Library] = []
    findings: list[Finding] = []
    for folder in folders:
        try:
            libraries.append(open_content(folder).library)
        except BrokenContentError as error:
            findings += error.findings
    if findings:
        raise BrokenContentError(tuple(dict.fromkeys(findings)))
    return libraries
