"""Reachable conversations: a conjunction of constraints, one per group, by slices.

Every constraint says what one group may hold given the groups it reads, and is total:
it always leaves something to hold. So a question about some groups is answered exactly
by the constraints in their cone of influence; the rest can be left out.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from vpwijzer.proof.bdd import (
    FALSE,
    TRUE,
    Diagrams,
    Group,
    Mask,
    Node,
    TooLargeError,
    groups_in,
    mask_of,
)
from vpwijzer.proof.space.encoding import SEAT_GROUP, START_GROUP

SMALL = 48
"""A cone of up to so many groups is joined by itself; of a larger one a cut is taken
from the conjunction of all, which is made once."""

SPREAD = 2
"""So is one of more than so many times the groups that the question spans."""

FEW = 2
"""A slice whose cone is so many times the groups asked about is projected onto them."""


class Reachable:
    """Every conversation that satisfies some constraints, one per group."""

    def __init__(
        self, diagrams: Diagrams, rules: Sequence[Node], tree_groups: Iterable[Group]
    ) -> None:
        """Take one rule per group, and the groups of the trees, which come first."""
        self.diagrams = diagrams
        self.rules = rules
        self._tree_groups = sorted(tree_groups)
        self._cones = self._close()
        self._slices: dict[tuple[Mask, Mask], Node] = {}
        above = mask_of((START_GROUP, SEAT_GROUP))
        trees = self._join(mask_of(self._tree_groups), self._cones)
        self._frame = Mask(trees | above)
        self._frames: dict[Mask, Node] = {}
        self._joins: dict[Mask, Node] = {}
        self._blocks = self._tree_blocks()
        self._about: dict[Mask, list[Node]] = {}
        self._frontiers: list[list[Node]] = []
        self._all: Node | None = None
        self._too_large = False

    def _close(self) -> list[Mask]:
        """Give per group its cone of influence: itself and all that it reads."""
        reads = [list(groups_in(self.diagrams.support[rule])) for rule in self.rules]
        cones = [Mask(1 << group) for group in range(len(reads))]
        changed = True
        while changed:
            changed = False
            for group, read in enumerate(reads):
                wider = cones[group]
                for each in read:
                    wider = Mask(wider | cones[each])
                changed |= wider != cones[group]
                cones[group] = wider
        return cones

    def _tree_blocks(self) -> list[Mask]:
        """Give the groups of each tree, the last tree first."""
        first = [*self._tree_groups, len(self.rules)]
        return [Mask((1 << end) - (1 << begin)) for begin, end in pairwise(first)][::-1]

    @staticmethod
    def _join(mask: Mask, cones: list[Mask]) -> Mask:
        result = mask
        for group in groups_in(mask):
            result = Mask(result | cones[group])
        return result

    def cone(self, mask: Mask) -> Mask:
        """Give the cone of influence of some groups."""
        return self._join(mask, self._cones)

    @property
    def everything(self) -> Node:
        """Every complete conversation; raises TooLargeError."""
        if self._too_large:
            raise TooLargeError
        if self._all is None:
            self._too_large = True
            every = Mask((1 << len(self.rules)) - 1)
            self._all = self._build(every, every)
            self._too_large = False
        return self._all

    def forget(self) -> None:
        """Forget every node kept here: a budget may have taken its number back."""
        self._slices.clear()
        self._frames.clear()
        self._joins.clear()
        self._about.clear()
        self._frontiers.clear()
        if self._all is not None and self._all >= len(self.diagrams.level):
            self._all = None

    def _build(self, cone: Mask, mask: Mask) -> Node:
        """Conjoin the constraints of a cone, to ask about the groups in the mask.

        What decides which trees are walked comes first, as far as it is needed: it
        rules out most, and without it each join would keep what can never be. Then
        tree by tree, each from the last question to the first, so that each join is
        short.
        """
        rest = Mask(cone & ~self._frame)
        needed = mask
        for group in groups_in(rest):
            needed = Mask(needed | self.diagrams.support[self.rules[group]])
        result = self._framed(Mask(cone & self._frame), Mask(needed & self._frame))
        for block in self._blocks:
            if rest & block:
                result = self.diagrams.conj(self._joined(Mask(rest & block)), result)
        return result

    def _framed(self, frame: Mask, needed: Mask) -> Node:
        """Conjoin the constraints of the frame, projected onto what is needed of it."""
        made = self._frames
        wider = [each for each in made if needed & each == needed]
        source = min(wider, default=frame, key=int.bit_count)
        if source not in made:
            made[source] = self._join_rules(source, self.rules[START_GROUP])
        if needed not in made:
            made[needed] = self.diagrams.project([made[source]], needed)
        return made[needed]

    def _joined(self, groups: Mask) -> Node:
        found = self._joins.get(groups)
        if found is None:
            found = self._joins[groups] = self._join_rules(groups, TRUE)
        return found

    def _join_rules(self, groups: Mask, result: Node) -> Node:
        for group in reversed(list(groups_in(groups))):
            result = self.diagrams.conj(self.rules[group], result)
        return result

    def slices(self, mask: Mask) -> list[Node]:
        """Give diagrams whose union says of some groups what conversations say."""
        if mask == 0:
            return [TRUE]
        cone = self.cone(mask)
        first, last = (mask & -mask).bit_length() - 1, mask.bit_length()
        if cone.bit_count() > min(SMALL, SPREAD * (last - first + 1)):
            try:
                return self._frontier(first)
            except TooLargeError:
                pass  # the slice by itself may still be small enough
        key = cone, Mask(mask & self._frame)
        found = self._slices.get(key)
        if found is None:
            found = self._slices[key] = self._build(cone, mask)
        return [found]

    def _frontier(self, group: int) -> list[Node]:
        """Give the cut at a group: the nodes of all conversations that stand below it.

        Each is what may follow on some settled start, so their union is exact for every
        question about this group and later ones.
        """
        if not self._frontiers:
            self._frontiers.append([self.everything])
        while len(self._frontiers) <= group:
            here = len(self._frontiers) - 1
            self._frontiers.append(self._beyond(self._frontiers[here], here))
        return self._frontiers[group]

    def _beyond(self, nodes: list[Node], group: int) -> list[Node]:
        diagrams = self.diagrams
        seen, todo = set(nodes), list(nodes)
        while todo:
            node = todo.pop()
            if node <= TRUE or diagrams.group_of[diagrams.level[node]] > group:
                continue
            seen.discard(node)
            fresh = {diagrams.low[node], diagrams.high[node]} - seen - {FALSE}
            seen |= fresh
            todo += fresh
        return sorted(seen)

    def about(self, mask: Mask) -> list[Node]:
        """Give slices for some groups, projected where that makes them much smaller."""
        found = self._about.get(mask)
        if found is None:
            found = self.slices(mask)
            if FEW * mask.bit_count() <= self._join(mask, self._cones).bit_count():
                found = [self.diagrams.project(found, mask)]
            self._about[mask] = found
        return found

    def possible(self, wanted: Node) -> bool:
        """Tell whether some reachable conversation lies in a diagram."""
        if wanted <= TRUE:
            return bool(wanted)
        parts = self.about(self.diagrams.support[wanted])
        return any(self.diagrams.intersects(part, wanted) for part in parts)
