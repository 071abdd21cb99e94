"""Pages as the text a person reads, and a small library to fill them with."""

import io
from functools import cache
from pathlib import Path

from vpwijzer.loader import load_folder
from vpwijzer.model import Library
from vpwijzer.render.terminal import Page, make_console

CONTENT = Path(__file__).parent / "content"


@cache
def bicycles() -> Library:
    """Load a content folder about bicycles, where nothing is law."""
    loaded = load_folder(CONTENT, "content")
    assert not loaded.findings
    return loaded.library


def as_text(page: Page, width: int = 80) -> str:
    """Print a page without colour; what stands invisibly at the end goes."""
    file = io.StringIO()
    make_console(file, width).print(page)
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())
