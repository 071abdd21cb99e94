"""Reduced ordered binary decision diagrams in one unique table.

A diagram is the number of its root node. It is canonical: equal sets have equal
numbers, so comparing is free. Each level is one boolean variable; the variables of one
fact make a group. Operations cost at most the product of the sizes, and are cached.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import reduce

from vpwijzer.proof.bdd.types import (
    BOTTOM,
    FALSE,
    TRUE,
    Group,
    Level,
    Mask,
    Node,
    TooLargeError,
)


class Diagrams:
    """The unique table: makes nodes, each of them once, and combines them."""

    def __init__(self) -> None:
        """Start with the terminals; node n has a level and two branches."""
        self.level = [BOTTOM, BOTTOM]
        self.low = [FALSE, TRUE]
        self.high = [FALSE, TRUE]
        self.support = [Mask(0), Mask(0)]
        """The support of each node: the groups it depends on."""
        self.group_of: list[Group] = []
        self._bits: list[Mask] = []
        self.limit = 1 << 60
        self._unique: dict[tuple[Level, Node, Node], Node] = {}
        self._conj: dict[tuple[Node, Node], Node] = {}
        self._disj: dict[tuple[Node, Node], Node] = {}
        self._negated = {FALSE: TRUE, TRUE: FALSE}
        self._disjoint: set[tuple[Node, Node]] = set()

    def variable(self, group: Group) -> Node:
        """Add a variable to a group, at a level below all others."""
        self.group_of.append(group)
        self._bits.append(Mask(1 << group))
        return self.node(Level(len(self.group_of) - 1), FALSE, TRUE)

    def node(self, level: Level, low: Node, high: Node) -> Node:
        """Find or make the node that goes on low or high; raises TooLargeError."""
        if low == high:
            return low
        key = (level, low, high)
        made = self._unique.get(key)
        if made is None:
            made = Node(len(self.level))
            if made > self.limit:
                raise TooLargeError
            self._unique[key] = made
            self.level.append(level)
            self.low.append(low)
            self.high.append(high)
            below = self.support[low] | self.support[high]
            self.support.append(Mask(below | self._bits[level]))
        return made

    @contextmanager
    def budget(self, nodes: int) -> Iterator[None]:
        """Allow so many nodes more; on TooLargeError all made inside is forgotten.

        Without an error what was made stays. Node numbers above the mark come back for
        other diagrams, so whoever keeps nodes must forget them too.
        """
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
            del self._unique[self.level[made], self.low[made], self.high[made]]
        for column in (self.level, self.low, self.high, self.support):
            del column[mark:]
        self._conj.clear()
        self._disj.clear()
        self._negated = {FALSE: TRUE, TRUE: FALSE}
        self._disjoint.clear()

    def forget_disjoint(self) -> None:
        """Forget which pairs are disjoint; these count towards the budget as well."""
        self._disjoint.clear()

    def conj(self, one: Node, two: Node) -> Node:
        """Conjunction: the intersection of two sets."""
        if one > two:
            one, two = two, one
        if one <= TRUE:
            return two if one else FALSE
        if one == two:
            return one
        key = (one, two)
        found = self._conj.get(key)
        if found is None:
            first, second = self.level[one], self.level[two]
            low, high = self.low, self.high
            if first == second:
                below = self.conj(low[one], low[two])
                above = self.conj(high[one], high[two])
            elif first < second:
                below, above = self.conj(low[one], two), self.conj(high[one], two)
            else:
                below, above = self.conj(one, low[two]), self.conj(one, high[two])
            if below == above:
                found = below
            else:
                found = self.node(min(first, second), below, above)
            self._conj[key] = found
        return found

    def disj(self, one: Node, two: Node) -> Node:
        """Disjunction: the union of two sets."""
        if one > two:
            one, two = two, one
        if one <= TRUE:
            return TRUE if one else two
        if one == two:
            return one
        key = (one, two)
        found = self._disj.get(key)
        if found is None:
            first, second = self.level[one], self.level[two]
            low, high = self.low, self.high
            if first == second:
                below = self.disj(low[one], low[two])
                above = self.disj(high[one], high[two])
            elif first < second:
                below, above = self.disj(low[one], two), self.disj(high[one], two)
            else:
                below, above = self.disj(one, low[two]), self.disj(one, high[two])
            if below == above:
                found = below
            else:
                found = self.node(min(first, second), below, above)
            self._disj[key] = found
        return found

    def negate(self, one: Node) -> Node:
        """Negation: the complement."""
        found = self._negated.get(one)
        if found is None:
            low = self.negate(self.low[one])
            found = self.node(self.level[one], low, self.negate(self.high[one]))
            self._negated[one] = found
        return found

    def without(self, one: Node, two: Node) -> Node:
        """Difference: what lies in the first and not in the second."""
        return self.conj(one, self.negate(two))

    def xor(self, one: Node, two: Node) -> Node:
        """Exclusive or: what lies in exactly one."""
        if one == two:
            return FALSE
        return self.disj(self.without(one, two), self.without(two, one))

    def iff(self, one: Node, two: Node) -> Node:
        """Equivalence: what lies in both or in neither."""
        return self.negate(self.xor(one, two))

    def all_of(self, parts: Iterable[Node]) -> Node:
        """Conjunction of any number."""
        return reduce(self.conj, parts, TRUE)

    def any_of(self, parts: Iterable[Node]) -> Node:
        """Disjunction of any number."""
        return reduce(self.disj, parts, FALSE)

    def ite(self, test: Node, then: Node, otherwise: Node) -> Node:
        """If-then-else: the first where the test holds, the second elsewhere."""
        return self.disj(self.conj(test, then), self.without(otherwise, test))

    def intersects(self, one: Node, two: Node) -> bool:
        """Tell whether the intersection of two sets is not empty; makes no node.

        Only failures are remembered: a success ends the whole search at once.
        """
        if one > two:
            one, two = two, one
        if one <= TRUE or one == two:
            return one != FALSE
        if (one, two) in self._disjoint:
            return False
        low, high = self.low, self.high
        first, second = self.level[one], self.level[two]
        if first == second:
            found = self.intersects(low[one], low[two]) or self.intersects(
                high[one], high[two]
            )
        elif first < second:
            found = self.intersects(low[one], two) or self.intersects(high[one], two)
        else:
            found = self.intersects(one, low[two]) or self.intersects(one, high[two])
        if not found:
            if len(self._disjoint) > self.limit:
                raise TooLargeError
            self._disjoint.add((one, two))
        return found

    def project(self, roots: Iterable[Node], kept: Mask) -> Node:
        """Project a union onto some groups: quantify the others away (exists)."""
        found = {FALSE: FALSE, TRUE: TRUE}
        return self.any_of([self._project(root, kept, found) for root in roots])

    def _project(self, one: Node, kept: Mask, found: dict[Node, Node]) -> Node:
        made = found.get(one)
        if made is None:
            made = TRUE
            if self.support[one] & kept:
                made = self._project(self.low[one], kept, found)
                level, high = self.level[one], self.high[one]
                if kept >> self.group_of[level] & 1:
                    made = self.node(level, made, self._project(high, kept, found))
                elif made != TRUE:
                    made = self.disj(made, self._project(high, kept, found))
            found[one] = made
        return made

    def nodes_below(self, *roots: Node, but: Collection[Node] = ()) -> list[Node]:
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

    def cube(self, variables: Sequence[Node], chosen: Iterable[Node]) -> Node:
        """Give the cube in which, of some variables, exactly the chosen ones hold."""
        wanted = frozenset(chosen)
        result = TRUE
        for one in sorted(variables, reverse=True):
            level = self.level[one]
            branches = (FALSE, result) if one in wanted else (result, FALSE)
            result = self.node(level, *branches)
        return result

    def exactly_one(self, variables: Sequence[Node]) -> Node:
        """Give where exactly one of some variables holds."""
        none, one = TRUE, FALSE
        for variable in sorted(variables, reverse=True):
            level = self.level[variable]
            one = self.node(level, one, none)
            none = self.node(level, none, FALSE)
        return one
