"""Where a value stands in a file; imports nothing."""

from typing import NamedTuple


class Position(NamedTuple):
    """A place in a content file; line and column count from 1."""

    file: str
    line: int
    column: int
    width: int = 1
    """How many columns the word at this place takes, for the marker under it."""
