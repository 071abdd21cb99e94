"""What differs between two versions of the content, for who must agree to it."""

from dataclasses import dataclass, replace

from vpwijzer.model import Library
from vpwijzer.proof import deep
from vpwijzer.proof.diagram import TooLargeError
from vpwijzer.versions.compare import (
    Change,
    Compared,
    Example,
    Group,
    OneSided,
    Shares,
    compare_talks,
)
from vpwijzer.versions.match import plain
from vpwijzer.versions.seen import Kind, State
from vpwijzer.versions.texts import Written, compare_texts

__all__ = [
    "Change",
    "Compared",
    "Comparison",
    "Example",
    "Group",
    "Kind",
    "OneSided",
    "Shares",
    "State",
    "Written",
    "compare",
]

BUDGET = 3_000_000
"""Nodes that comparing may make; a second or two for a small change, and half a minute
for one that touches most files."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every difference between two versions."""

    old: Library
    new: Library
    talks: Compared | None
    """None when too much hangs together to compare every conversation."""
    texts: tuple[Written, ...]


def compare(old: Library, new: Library, budget: int = BUDGET) -> Comparison | None:
    """Compare two versions that were verified; None when they say the same.

    Cases do not count: those are tests.
    """
    if plain(replace(old, scenarios={})) == plain(replace(new, scenarios={})):
        return None
    texts = tuple(compare_texts(old, new))
    with deep():
        try:
            talks = compare_talks(old, new, budget)
        except TooLargeError:
            talks = None
    return Comparison(old, new, talks, texts)
