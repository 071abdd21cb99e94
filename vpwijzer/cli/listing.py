"""Shows what there is: routes and trees in a list, one in full, or side by side."""

from collections.abc import Sequence
from pathlib import Path

from vpwijzer.cli.exits import UserError
from vpwijzer.cli.library import open_library
from vpwijzer.cli.show import show_page
from vpwijzer.cli.suggest import named
from vpwijzer.cli.workplace import Choice, open_workplace
from vpwijzer.pages.catalogue import routes_page, tree_page, trees_page
from vpwijzer.pages.compare import compare_page
from vpwijzer.pages.route import route_page

LEAST, MOST = 2, 4
HOW_MANY = "noem twee tot vier verschillende routes om naast elkaar te zien"


def show_routes(folder: Path | None, choice: Choice, name: str | None) -> None:
    """Show the catalogue of routes, or one of them; raises UserError."""
    library = open_workplace(folder, choice).library
    if name is None:
        show_page(routes_page(library))
    else:
        route = named(library.routes, name, "de route", "routes")
        show_page(route_page(route, library))


def show_trees(folder: Path | None, name: str | None) -> None:
    """Show the trees, or one of them; raises UserError."""
    library = open_library(folder)
    if name is None:
        show_page(trees_page(library))
    else:
        tree = named(library.trees, name, "de boom", "bomen")
        show_page(tree_page(tree, library))


def show_compared(folder: Path | None, choice: Choice, names: Sequence[str]) -> None:
    """Show routes side by side; raises UserError when they cannot be."""
    library = open_workplace(folder, choice).library
    found = {name: named(library.routes, name, "de route", "routes") for name in names}
    routes = list(found.values())
    if not LEAST <= len(routes) <= MOST or len(routes) < len(names):
        raise UserError(HOW_MANY)
    show_page(compare_page(routes, library))
