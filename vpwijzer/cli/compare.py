"""Lays routes side by side, outside a conversation."""

from collections.abc import Sequence

from vpwijzer.cli.dutch import did_you_mean
from vpwijzer.cli.show import show_page
from vpwijzer.cli.trouble import UserError
from vpwijzer.model import Library
from vpwijzer.render.terminal import compare_page

LEAST, MOST = 2, 4
HOW_MANY = "noem twee tot vier verschillende routes om naast elkaar te zien"
SEE_ROUTES = "; kijk in de lijst met 'vpwijzer routes'"


def show_compared(library: Library, names: Sequence[str]) -> None:
    """Show routes side by side; raises UserError when they cannot be."""
    for name in names:
        if name not in library.routes:
            near = did_you_mean(name, list(library.routes)) or SEE_ROUTES
            message = f"de route '{name}' bestaat niet{near}"
            raise UserError(message)
    routes = [library.routes[name] for name in dict.fromkeys(names)]
    if not LEAST <= len(routes) <= MOST or len(routes) < len(names):
        raise UserError(HOW_MANY)
    show_page(compare_page(routes, library))
