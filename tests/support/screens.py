"""Pages as the text a person reads, and a small library to fill them with."""

import io
from functools import cache
from pathlib import Path

from vpwijzer.interview.terminal.plain_pages import Page, laid_out
from vpwijzer.loader import load_folder
from vpwijzer.model import Library
from vpwijzer.pages import make_console

CONTENT = Path(__file__).parents[1] / "content"


@cache
def bicycles() -> Library:
    """Load a content folder about bicycles, where nothing is law."""
    loaded = load_folder(CONTENT, "content")
    assert not loaded.findings
    return loaded.library


def as_text(page: Page, width: int = 80) -> str:
    """Print a page without colour; what stands invisibly at the end goes."""
    if isinstance(page, tuple):
        lines = ["".join(words for _, words in run) for run in laid_out([page], width)]
        return "".join(f"{line}\n" for line in lines)
    file = io.StringIO()
    make_console(file, width).print(page)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())
