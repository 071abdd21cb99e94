"""Sums over all paths to TRUE in a diagram, or in its conjunction with another.

A semiring says what is summed: `plus` for paths side by side, `times` for paths that go
on from each other. The conjunction is walked, never made: no node is added. What comes
before the first group in the support of the other, and after its last, is worked out
once, so a conjunction costs no more than the levels between.
"""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from vpwijzer.proof.bdd.diagram import Diagrams
from vpwijzer.proof.bdd.types import FALSE, TRUE, Group, Level, Node, TooLargeError

INFINITE_BITS = 64
"""No path costs as much as one bit shifted by so many beyond all levels."""


class PathSum(ABC):
    """Sums over the paths from some roots, in a semiring."""

    nothing: int
    """The zero: the sum over no path."""
    whole: int
    """The one: the sum over the path without a level."""

    def __init__(self, diagrams: Diagrams, roots: Sequence[Node]) -> None:
        """Sum over the paths from each node, children before parents."""
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
        """Give what goes on low and high, of the sum that arrived at a level."""

    @abstractmethod
    def combine(self, level: Level, low: int, high: int) -> int:
        """Give the sum from a level on, from those of its branches."""

    @abstractmethod
    def plus(self, one: int, two: int) -> int:
        """Add sums over paths side by side."""

    @abstractmethod
    def times(self, one: int, two: int) -> int:
        """Join sums over paths that go on from each other."""

    def of(self, wanted: Node) -> list[int]:
        """Sum, per root, over the paths that lie in another diagram too."""
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
        """Give per root the sums that arrive at the first group of a diagram."""
        if wanted <= TRUE:
            return self._fronts[0]
        group = self.diagrams.group_of[self.diagrams.level[wanted]]
        while len(self._fronts) <= group:
            here = Group(len(self._fronts) - 1)
            self._fronts.append([self._cross(f, here) for f in self._fronts[here]])
        return self._fronts[group]

    def _cross(self, front: dict[Node, int], group: Group) -> dict[Node, int]:
        """Carry arriving sums over the levels of a group."""
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
        """Sum over the paths through both nodes at once."""
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
    """The density of a set: its part of all assignments, in units of 2 ** -levels.

    Each of the levels halves, so with that many bits behind the point all is exact.
    """

    def __init__(self, diagrams: Diagrams, roots: Sequence[Node]) -> None:
        """Take as many bits behind the point as there are levels."""
        self._depth = len(diagrams.group_of)
        self.nothing, self.whole = 0, 1 << self._depth
        super().__init__(diagrams, roots)

    def split(self, level: Level, value: int) -> tuple[int, int]:  # noqa: ARG002 - each level is alike
        """Half of the assignments go either way."""
        return value >> 1, value >> 1

    def combine(self, level: Level, low: int, high: int) -> int:  # noqa: ARG002 - each level is alike
        """Average over both branches."""
        return (low + high) >> 1

    def plus(self, one: int, two: int) -> int:
        """Add densities."""
        return one + two

    def times(self, one: int, two: int) -> int:
        """Multiply densities."""
        return one * two >> self._depth


class ShortestPath(PathSum):
    """The cheapest path; of paths that cost the same, the one that is high first.

    A cost has the path itself in its last bits, one bit a level, and is less as the
    path is high earlier: so no two paths cost the same, and the path can be read back
    from its cost.
    """

    def __init__(self, diagrams: Diagrams, root: Node, costs: Sequence[int]) -> None:
        """Take the cost of each level when it is high; low is free."""
        self._depth = depth = len(diagrams.group_of)
        self.nothing, self.whole = 1 << depth + INFINITE_BITS, 0
        self._prices = [
            (cost << depth) - (1 << depth - level - 1)
            for level, cost in enumerate(costs)
        ]
        super().__init__(diagrams, [root])

    def split(self, level: Level, value: int) -> tuple[int, int]:
        """Add the cost of high."""
        return value, value + self._prices[level]

    def combine(self, level: Level, low: int, high: int) -> int:
        """Take the cheaper branch, with the cost of high."""
        return min(low, high + self._prices[level])

    def plus(self, one: int, two: int) -> int:
        """Take the cheaper path."""
        return min(one, two)

    def times(self, one: int, two: int) -> int:
        """Add costs."""
        return one + two

    def high_levels(self, wanted: Node) -> frozenset[Level]:
        """Give the levels that are high on the cheapest path; there must be one."""
        (price,) = self.of(wanted)
        written = -price & (1 << self._depth) - 1
        levels = map(Level, range(self._depth))
        return frozenset(n for n in levels if written >> self._depth - n - 1 & 1)


class LongestPath(PathSum):
    """The highest cost of a path."""

    def __init__(
        self, diagrams: Diagrams, roots: Sequence[Node], costs: Sequence[int]
    ) -> None:
        """Take the cost of each level when it is high; low is free."""
        self.nothing, self.whole = -1 << INFINITE_BITS, 0
        self._costs = costs
        super().__init__(diagrams, roots)

    def split(self, level: Level, value: int) -> tuple[int, int]:
        """Add the cost of high."""
        return value, value + self._costs[level]

    def combine(self, level: Level, low: int, high: int) -> int:
        """Take the dearer branch, with the cost of high."""
        return max(low, high + self._costs[level])

    def plus(self, one: int, two: int) -> int:
        """Take the dearer path."""
        return max(one, two)

    def times(self, one: int, two: int) -> int:
        """Add costs."""
        return one + two
