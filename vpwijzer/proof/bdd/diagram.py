"""Sets of conversations as decision diagrams; knows nothing of content.

A diagram is a number. Equal sets have equal numbers, so comparing is free. Each
level asks one yes-or-no question; levels are grouped in cells (one fact, one cell).
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager

NOTHING = 0
EVERYTHING = 1
BOTTOM = 1 << 60
"""The level of the two ends, below every other."""


class TooLargeError(Exception):
    """A diagram grew beyond the budget; what it was for stays unproved."""


class Diagrams:
    """Makes diagrams, each of them once."""

    def __init__(self) -> None:
        """Start with the two ends; node n has a level and two branches."""
        self.level = [BOTTOM, BOTTOM]
        self.low = [NOTHING, EVERYTHING]
        self.high = [NOTHING, EVERYTHING]
        self.cells = [0, 0]
        """The cells each node reads, one bit per cell."""
        self.cell_of: list[int] = []
        self._bits: list[int] = []
        self.limit = 1 << 60
        self._made: dict[tuple[int, int, int], int] = {}
        self._both: dict[tuple[int, int], int] = {}
        self._either: dict[tuple[int, int], int] = {}
        self._negated: dict[int, int] = {0: 1, 1: 0}
        self._apart: set[tuple[int, int]] = set()

    def variable(self, cell: int) -> int:
        """Add a level below all others."""
        self.cell_of.append(cell)
        self._bits.append(1 << cell)
        return self.node(len(self.cell_of) - 1, NOTHING, EVERYTHING)

    def node(self, level: int, low: int, high: int) -> int:
        """Give the diagram that goes on low or high; raises TooLargeError."""
        if low == high:
            return low
        key = (level, low, high)
        made = self._made.get(key)
        if made is None:
            made = len(self.level)
            if made > self.limit:
                raise TooLargeError
            self._made[key] = made
            self.level.append(level)
            self.low.append(low)
            self.high.append(high)
            self.cells.append(self.cells[low] | self.cells[high] | self._bits[level])
        return made

    @contextmanager
    def budget(self, nodes: int) -> Iterator[None]:
        """Allow so many nodes more; what failed is forgotten, what is made stays."""
        mark, before = len(self.level), self.limit
        self.limit = min(before, mark + nodes)
        try:
            yield
        except TooLargeError:
            self._forget(mark)
            raise
        finally:
            self.limit = before

    def _forget(self, mark: int) -> None:
        for made in range(mark, len(self.level)):
            del self._made[self.level[made], self.low[made], self.high[made]]
        for column in (self.level, self.low, self.high, self.cells):
            del column[mark:]
        self._both.clear()
        self._either.clear()
        self._negated = {0: 1, 1: 0}
        self._apart.clear()

    def release(self) -> None:
        """Forget which diagrams have nothing in common."""
        self._apart.clear()

    def both(self, one: int, two: int) -> int:
        """Give what lies in both."""
        if one > two:
            one, two = two, one
        if one <= EVERYTHING:
            return two if one else NOTHING
        if one == two:
            return one
        key = (one, two)
        found = self._both.get(key)
        if found is None:
            first, second = self.level[one], self.level[two]
            low, high = self.low, self.high
            if first == second:
                below = self.both(low[one], low[two])
                above = self.both(high[one], high[two])
            elif first < second:
                below, above = self.both(low[one], two), self.both(high[one], two)
            else:
                below, above = self.both(one, low[two]), self.both(one, high[two])
            if below == above:
                found = below
            else:
                found = self.node(min(first, second), below, above)
            self._both[key] = found
        return found

    def either(self, one: int, two: int) -> int:
        """Give what lies in at least one."""
        if one > two:
            one, two = two, one
        if one <= EVERYTHING:
            return EVERYTHING if one else two
        if one == two:
            return one
        key = (one, two)
        found = self._either.get(key)
        if found is None:
            first, second = self.level[one], self.level[two]
            low, high = self.low, self.high
            if first == second:
                below = self.either(low[one], low[two])
                above = self.either(high[one], high[two])
            elif first < second:
                below, above = self.either(low[one], two), self.either(high[one], two)
            else:
                below, above = self.either(one, low[two]), self.either(one, high[two])
            if below == above:
                found = below
            else:
                found = self.node(min(first, second), below, above)
            self._either[key] = found
        return found

    def negate(self, one: int) -> int:
        """Give what lies outside."""
        found = self._negated.get(one)
        if found is None:
            low = self.negate(self.low[one])
            found = self.node(self.level[one], low, self.negate(self.high[one]))
            self._negated[one] = found
        return found

    def without(self, one: int, two: int) -> int:
        """Give what lies in the first and not in the second."""
        return self.both(one, self.negate(two))

    def differ(self, one: int, two: int) -> int:
        """Give what lies in exactly one."""
        if one == two:
            return NOTHING
        return self.either(self.without(one, two), self.without(two, one))

    def same(self, one: int, two: int) -> int:
        """Give what lies in both or in neither."""
        return self.negate(self.differ(one, two))

    def all_of(self, parts: Iterable[int]) -> int:
        """Give what lies in every part."""
        result = EVERYTHING
        for part in parts:
            result = self.both(result, part)
        return result

    def any_of(self, parts: Iterable[int]) -> int:
        """Give what lies in some part."""
        result = NOTHING
        for part in parts:
            result = self.either(result, part)
        return result

    def choose(self, test: int, then: int, otherwise: int) -> int:
        """Give the first where the test holds and the second elsewhere."""
        return self.either(self.both(test, then), self.without(otherwise, test))

    def meet(self, one: int, two: int) -> bool:
        """Tell whether two diagrams have anything in common; builds nothing."""
        if one > two:
            one, two = two, one
        if one <= EVERYTHING or one == two:
            return one != NOTHING
        if (one, two) in self._apart:
            return False
        low, high = self.low, self.high
        first, second = self.level[one], self.level[two]
        if first == second:
            found = self.meet(low[one], low[two]) or self.meet(high[one], high[two])
        elif first < second:
            found = self.meet(low[one], two) or self.meet(high[one], two)
        else:
            found = self.meet(one, low[two]) or self.meet(one, high[two])
        if not found:
            if len(self._apart) > self.limit:
                raise TooLargeError
            self._apart.add((one, two))
        return found

    def reached(self, *roots: int, but: Collection[int] = ()) -> list[int]:
        """Give the nodes below some roots, children before parents.

        What is below those that are left out is left out too.
        """
        seen = {root for root in roots if root not in but}
        todo = list(seen)
        while todo:
            one = todo.pop()
            for branch in (self.low[one], self.high[one]):
                if branch not in seen and branch not in but:
                    seen.add(branch)
                    todo.append(branch)
        return sorted(seen)

    def exactly(self, variables: Sequence[int], chosen: Iterable[int]) -> int:
        """Give where, of some variables, exactly the chosen ones hold."""
        wanted = frozenset(chosen)
        result = EVERYTHING
        for one in sorted(variables, reverse=True):
            level = self.level[one]
            branches = (NOTHING, result) if one in wanted else (result, NOTHING)
            result = self.node(level, *branches)
        return result

    def one_of(self, variables: Sequence[int]) -> int:
        """Give where exactly one of some variables holds."""
        none, one = EVERYTHING, NOTHING
        for variable in sorted(variables, reverse=True):
            level = self.level[variable]
            one = self.node(level, one, none)
            none = self.node(level, none, NOTHING)
        return one
