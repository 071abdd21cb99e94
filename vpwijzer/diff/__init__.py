"""What differs between two versions of the content, for who must agree to it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vpwijzer.diff.align import plain
from vpwijzer.diff.comparison import Change, Compared, Group, compare_conversations
from vpwijzer.diff.example import Example
from vpwijzer.diff.onesided import OneSided
from vpwijzer.diff.product import CountPerStart, SharePerStart
from vpwijzer.diff.seen import State
from vpwijzer.diff.subject import Kind, Subject
from vpwijzer.diff.texts import Wording, Written, compare_texts
from vpwijzer.model import Library
from vpwijzer.proof import deep_recursion
from vpwijzer.proof.bdd import TooLargeError

__all__ = [
    "Change",
    "Compared",
    "Comparison",
    "CountPerStart",
    "Example",
    "Group",
    "Kind",
    "OneSided",
    "SharePerStart",
    "State",
    "Subject",
    "Written",
    "compare",
]

BUDGET = 800_000
"""Nodes that comparing may make: some ten seconds, and less than 400 MB. What touches
most files of our own content takes half of it."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every difference between two versions."""

    old: Library
    new: Library
    talks: Compared | None
    """None when too much hangs together to say anything of conversations."""
    texts: tuple[Written, ...]

    @property
    def whole(self) -> bool:
        """Whether everything was compared."""
        return self.talks is not None and not self.talks.missing


def compare(
    old: Library,
    new: Library,
    wording: Callable[[Library], Wording],
    budget: int = BUDGET,
) -> Comparison | None:
    """Compare two versions that were verified; None when they say the same.

    Cases do not count: those are tests.
    """
    if plain(replace(old, scenarios={})) == plain(replace(new, scenarios={})):
        return None
    texts = tuple(compare_texts(old, new, wording))
    with deep_recursion():
        try:
            talks = compare_conversations(old, new, budget)
        except TooLargeError:
            talks = None
    return Comparison(old, new, talks, texts)
