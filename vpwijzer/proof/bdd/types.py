"""What the parts of a decision diagram are called: numbers that do not mix."""

from collections.abc import Iterable, Iterator
from typing import NewType

Node = NewType("Node", int)
"""A diagram, by the number of its root."""

Level = NewType("Level", int)
"""A variable, by its place in the order; the first is tested first."""

Group = NewType("Group", int)
"""Variables that belong together, by number, in the order of their levels."""

Mask = NewType("Mask", int)
"""A set of groups, one bit each."""

FALSE = Node(0)
TRUE = Node(1)
BOTTOM = Level(1 << 60)
"""The level of the two terminals, below every other."""


class TooLargeError(Exception):
    """A diagram grew beyond the budget; what it was for stays unproved."""


def mask_of(groups: Iterable[Group]) -> Mask:
    """Give some groups as a mask."""
    mask = 0
    for group in groups:
        mask |= 1 << group
    return Mask(mask)


def groups_in(mask: Mask) -> Iterator[Group]:
    """Give the groups in a mask, in order."""
    while mask:
        low = mask & -mask
        yield Group(low.bit_length() - 1)
        mask = Mask(mask ^ low)
