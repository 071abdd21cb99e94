"""Shows what there is: routes and trees, all in a list or one in full."""

from pathlib import Path

from vpwijzer.cli.library import open_library
from vpwijzer.cli.show import show_page
from vpwijzer.cli.suggest import named
from vpwijzer.pages.catalogue import routes_page, tree_page, trees_page
from vpwijzer.pages.route import route_page


def show_routes(folder: Path | None, name: str | None) -> None:
    """Show the catalogue of routes, or one of them; raises UserError."""
    library = open_library(folder)
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
