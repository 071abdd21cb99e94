"""The bundled content, once for every test of a worker."""

from functools import cache

from vpwijzer.cli.library import open_library
from vpwijzer.model import Library


@cache
def bundled() -> Library:
    """Open the bundled content as the program does: compiled where that is current.

    That it equals what the loader makes of the YAML is a test of its own.
    """
    return open_library(None)


def checked_on() -> str:
    """Give the day on which the bundled content was checked last."""
    made = bundled()
    return max(
        *(source.checked for source in made.sources.values()),
        *(route.checked for route in made.routes.values()),
        *(tree.checked for tree in made.trees.values()),
    )
