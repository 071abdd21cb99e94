"""A page as lines of words with their style, for a window that scrolls by itself."""

import io
from typing import TypeAlias

from rich.segment import Segment
from rich.style import Style

from vpwijzer.document.terminal import Page, make_console

Run: TypeAlias = tuple[str, str]
"""A style as names with spaces, such as "bold red", and the words in that style."""


def painted(page: Page, width: int) -> tuple[tuple[Run, ...], ...]:
    """Lay a page out in lines of at most this many columns."""
    console = make_console(io.StringIO())
    options = console.options.update(width=width)
    lines = console.render_lines(page, options, pad=False)
    return tuple(tuple(_run(s) for s in line if not s.control) for line in lines)


def _run(segment: Segment) -> Run:
    style = segment.style or Style.null()
    names = ["bold"] if style.bold else []
    names += ["dim"] if style.dim else []
    names += [style.color.name] if style.color else []
    return " ".join(names), segment.text
