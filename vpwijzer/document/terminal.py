"""Pages in colours, on a terminal or as a picture; the only module that knows rich."""

import io
from collections.abc import Iterable
from typing import TextIO

from rich.console import Console
from rich.text import Text

from vpwijzer.document.blocks import Block
from vpwijzer.document.lines import laid_out
from vpwijzer.document.svg import FORMAT

NARROWEST, USUAL = 20, 80


def paint(page: Iterable[Block], out: TextIO, *, folds: bool = True) -> None:
    """Write a page, in colours where they show; unfolded every line is left whole."""
    _print(page, _console(out), folds=folds)


def painted(page: Iterable[Block], like: TextIO) -> str:
    """Give a page with its colours, for a program that shows it on this terminal."""
    console = _console(like)
    with console.capture() as capture:
        _print(page, console)
    return capture.get()


def picture(page: Iterable[Block], width: int) -> str:
    """Draw a page as an SVG."""
    console = Console(file=io.StringIO(), width=width, record=True, highlight=False)
    _print(page, console)
    name = "vpwijzer"
    return console.export_svg(title=name, unique_id=name, code_format=FORMAT)


def clear(out: TextIO) -> None:
    """Empty a terminal."""
    _console(out).clear()


def _console(out: TextIO) -> Console:
    console = Console(file=out, markup=False, emoji=False, highlight=False)
    if console.width < NARROWEST:  # as with COLUMNS=0, which would show nothing
        console.width = USUAL
    return console


def _print(page: Iterable[Block], console: Console, *, folds: bool = True) -> None:
    rows = laid_out(page, console.width) if folds else laid_out(page)
    # At once: who reads one line and leaves, as `head` does, has then been served.
    words = (run[::-1] for row in rows for run in (*row, ("", "\n")))
    console.print(Text.assemble(*words), soft_wrap=True, end="")
