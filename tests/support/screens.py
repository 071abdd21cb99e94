"""Pages as the text a person reads, and a small library to fill them with."""

from functools import cache
from pathlib import Path

from vpwijzer.document.blocks import Page
from vpwijzer.document.lines import to_lines
from vpwijzer.loader import load_folder
from vpwijzer.model import Library

CONTENT = Path(__file__).parents[1] / "content"


@cache
def bicycles() -> Library:
    """Load a content folder about bicycles, where nothing is law."""
    loaded = load_folder(CONTENT, "content")
    assert not loaded.findings
    return loaded.library


def as_text(page: Page, width: int = 80) -> str:
    """Print a page without colour."""
    return to_lines(page, width)
