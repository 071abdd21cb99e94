"""Puts pages and findings on the screen, and words in a file."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from signal import SIG_IGN, SIGINT, signal
from subprocess import PIPE, Popen
from typing import TextIO

from vpwijzer.atomic_file import (
    Kind,
    NotWrittenError,
    check_file,
    make_folder,
    write_file,
)
from vpwijzer.cli.exits import UserError
from vpwijzer.document.blocks import Page
from vpwijzer.document.terminal import paint, painted
from vpwijzer.model.finding import Finding
from vpwijzer.pages.findings import findings_page


def show_page(page: Page) -> None:
    """Print a page on standard output; on a terminal to be read on, as git does."""
    pager = _pager() if sys.stdout.isatty() else []
    if not pager:
        paint(page, sys.stdout)
        return
    # Through a pipe, never a file: it may be about someone. What less looks for is
    # not kept either.
    quiet = {"LESS": "FRX", **os.environ, "LESSHISTFILE": "-"}
    with Popen(pager, stdin=PIPE, encoding="utf-8", env=quiet) as reader:  # noqa: S603 - the person's own
        before = signal(SIGINT, SIG_IGN)  # Ctrl-C is for who reads on
        reader.communicate(painted(page, sys.stdout))
        signal(SIGINT, before)


def _pager() -> list[str]:
    """Give the program that this person reads with; nothing when there is none."""
    if os.environ.get("TERM", "dumb") == "dumb":
        return []
    program, *options = os.environ.get("PAGER", "less").split() or [""]
    found = which(program)
    return [found, *options] if found else []


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


def check_place(path: Path, kind: Kind) -> None:
    """Raise UserError when no file of this kind may be written here."""
    with _told():
        check_file(str(path), kind)


def save(path: Path, words: str, kind: Kind) -> None:
    """Write a file of this kind; raises UserError when that cannot be done."""
    with _told():
        write_file(str(path), words.encode("utf-8", "replace"), kind)


def make_place(folder: Path) -> None:
    """Make a folder to write in; raises UserError when that cannot be done."""
    with _told():
        make_folder(str(folder))


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except NotWrittenError as error:
        raise UserError(str(error)) from error
