"""Sums over every way through a diagram, or through the part of it in another.

Nothing is made. What comes before the first group that the other reads, and after its
last, is worked out once: a part costs no more than what it reads.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from vpwijzer.proof.bdd.diagram import (
    FALSE,
    TRUE,
    Diagrams,
    Group,
    Level,
    Node,
    TooLargeError,
)

INFINITE_BITS = 64
"""Dearer by so many bits than any way."""


class PathSum(ABC):
    """Sums over the ways from some roots."""

    nothing: int
    """The sum over no way at all."""
    whole: int
    """The sum over the way that asks nothing."""

    def __init__(self, diagrams: Diagrams, roots: Sequence[Node]) -> None:
        """Sum over what follows each node."""
        self.diagrams = diagrams
        self._below = {FALSE: self.nothing, TRUE: self.whole}
        for node in diagrams.nodes_below(*roots, but=(FALSE, TRUE)):
            low, high = diagrams.low[node], diagrams.high[node]
            branches = self._below[low], self._below[high]
            self._below[node] = self.combine(diagrams.level[node], *branches)
        self._fronts = [[{root: self.whole} for root in roots]]
        self._inside: dict[tuple[Node, Node], int] = {}

    @abstractmethod
    def split(self, level: Level, value: int) -> tuple[int, int]:
        """Give what goes on low and high, of what arrived at a level."""

    @abstractmethod
    def combine(self, level: Level, low: int, high: int) -> int:
        """Give the sum from a level on, from the sums after it."""

    @abstractmethod
    def plus(self, one: int, two: int) -> int:
        """Sum over ways side by side."""

    @abstractmethod
    def times(self, one: int, two: int) -> int:
        """Sum over ways that go on from each other."""

    def of(self, wanted: Node) -> list[int]:
        """Sum, per root, over the ways that lie in a diagram too."""
        self._inside.clear()
        return [self._sum(front, wanted) for front in self._front(wanted)]

    def _sum(self, front: dict[Node, int], wanted: Node) -> int:
        result = self.nothing
        for node, value in front.items():
            beyond = self._beyond(node, wanted)
            if beyond != self.nothing:
                result = self.plus(result, self.times(value, beyond))
        return result

    def _front(self, wanted: Node) -> list[dict[Node, int]]:
        """Give what arrives at the first group that a diagram reads."""
        if wanted <= TRUE:
            return self._fronts[0]
        group = self.diagrams.group_of[self.diagrams.level[wanted]]
        while len(self._fronts) <= group:
            here = Group(len(self._fronts) - 1)
            self._fronts.append([self._cross(f, here) for f in self._fronts[here]])
        return self._fronts[group]

    def _cross(self, front: dict[Node, int], group: Group) -> dict[Node, int]:
        """Give what arrives beyond a group."""
        diagrams, arriving = self.diagrams, dict(front)
        groups = enumerate(diagrams.group_of)
        for level in (Level(n) for n, each in groups if each == group):
            for node in [n for n in arriving if diagrams.level[n] == level]:
                branches = diagrams.low[node], diagrams.high[node]
                parts = self.split(level, arriving.pop(node))
                for branch, part in zip(branches, parts, strict=True):
                    before = arriving.get(branch, self.nothing)
                    arriving[branch] = self.plus(before, part)
        return arriving

    def _beyond(self, one: Node, two: Node) -> int:
        """Sum over the ways through both."""
        if two <= TRUE or one == FALSE:
            return self._below[one] if two else self.nothing
        key = (one, two)
        found = self._inside.get(key)
        if found is None:
            low, high, beyond = self.diagrams.low, self.diagrams.high, self._beyond
            first, second = self.diagrams.level[one], self.diagrams.level[two]
            if first == second:
                below, above = beyond(low[one], low[two]), beyond(high[one], high[two])
            elif first < second:
                below, above = beyond(low[one], two), beyond(high[one], two)
            else:
                below, above = beyond(one, low[two]), beyond(one, high[two])
            found = self._inside[key] = self.combine(min(first, second), below, above)
            if len(self._inside) > self.diagrams.limit:
                raise TooLargeError
        return found


class Density(PathSum):
    """Measures what part of everything that can be written lies in a diagram."""

    def __init__(self, diagrams: Diagrams, roots: Sequence[Node]) -> None:
        """Every level takes half, so that many halves must remain whole."""
        self._depth = len(diagrams.group_of)
        self.nothing, self.whole = 0, 1 << self._depth
        super().__init__(diagrams, roots)

    def split(self, level: Level, value: int) -> tuple[int, int]:  # noqa: ARG002 - each level is alike
        """Give half each."""
        return value >> 1, value >> 1

    def combine(self, level: Level, low: int, high: int) -> int:  # noqa: ARG002 - each level is alike
        """Take half of each."""
        return (low + high) >> 1

    def plus(self, one: int, two: int) -> int:
        """Add up."""
        return one + two

    def times(self, one: int, two: int) -> int:
        """Take a part of a part."""
        return one * two >> self._depth


class ShortestPath(PathSum):
    """Finds the cheapest way; of ways that cost the same, the one high first.

    The price of a way has the way itself in its last bits, less as it is high earlier:
    so no two are the same, and it can be read back.
    """

    def __init__(self, diagrams: Diagrams, root: Node, costs: Sequence[int]) -> None:
        """Take what each level costs when it is high."""
        self._depth = depth = len(diagrams.group_of)
        self.nothing, self.whole = 1 << depth + INFINITE_BITS, 0
        self._prices = [
            (cost << depth) - (1 << depth - level - 1)
            for level, cost in enumerate(costs)
        ]
        super().__init__(diagrams, [root])

    def split(self, level: Level, value: int) -> tuple[int, int]:
        """Pay for high."""
        return value, value + self._prices[level]

    def combine(self, level: Level, low: int, high: int) -> int:
        """Take the cheaper, with the price of high."""
        return min(low, high + self._prices[level])

    def plus(self, one: int, two: int) -> int:
        """Take the cheaper."""
        return min(one, two)

    def times(self, one: int, two: int) -> int:
        """Pay for both."""
        return one + two

    def high_levels(self, wanted: Node) -> frozenset[Level]:
        """Give the levels that are high on the cheapest way; there must be one."""
        (price,) = self.of(wanted)
        written = -price & (1 << self._depth) - 1
        levels = map(Level, range(self._depth))
        return frozenset(n for n in levels if written >> self._depth - n - 1 & 1)
