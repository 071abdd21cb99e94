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

MOST_FINDINGS = 50


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
    read: Mapping[str, bytes],
    talks: Mapping[Finding, Sequence[str]] | None = None,
    *,
    everything: bool = False,
) -> None:
    """Print findings, each with the line it is about when that was read.

    Some have a conversation that shows them, as lines of text. More than anyone reads
    are counted, unless everything is asked for.
    """
    findings = tuple(findings)
    told = findings if everything else findings[:MOST_FINDINGS]
    files = {finding.at.file for finding in told} & read.keys()
    from vpwijzer.yamltext import lines_of  # noqa: PLC0415 - lists need no YAML

    lines = {file: lines_of(read[file]) for file in files}
    paint(findings_page(told, lines, talks), to, folds=False)
    if left := len(findings) - len(told):
        to.write(f"En nog {left} meer; 'controleer --alles' toont ze allemaal.\n\n")


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
