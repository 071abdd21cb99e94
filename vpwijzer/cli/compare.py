"""Lays routes side by side, outside a conversation."""

from collections.abc import Sequence
from pathlib import Path

from vpwijzer.cli.exits import UserError
from vpwijzer.cli.library import open_library
from vpwijzer.cli.show import show_page
from vpwijzer.cli.suggest import named
from vpwijzer.pages.compare import compare_page

LEAST, MOST = 2, 4
HOW_MANY = "noem twee tot vier verschillende routes om naast elkaar te zien"


def show_compared(folder: Path | None, names: Sequence[str]) -> None:
    """Show routes side by side; raises UserError when they cannot be."""
    library = open_library(folder)
    found = {name: named(library.routes, name, "de route", "routes") for name in names}
    routes = list(found.values())
    if not LEAST <= len(routes) <= MOST or len(routes) < len(names):
        raise UserError(HOW_MANY)
    show_page(compare_page(routes, library))
