"""Rules that together are all conversations, and the slices of them a check needs.

Every rule says what one cell may hold, given the cells it reads, and always leaves
something to hold. So a question about some cells is answered exactly by the rules of
those cells and of what they rest on: the rest can be left out.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from vpwijzer.proof.bdd.diagram import EVERYTHING, NOTHING, Diagrams, TooLargeError
from vpwijzer.proof.bdd.exists import project
from vpwijzer.proof.space.encoding import SEAT_CELL, START_CELL

SMALL = 48
"""Up to so many cells a slice is built by itself; a larger one is cut out of all."""

SPREAD = 2
"""So is one that rests on so many times the cells it spans."""

FEW = 2
"""Cells that rest on so many times their number are asked about by themselves."""


class Space:
    """Every conversation that keeps to some rules, one per cell."""

    def __init__(
        self, diagrams: Diagrams, rules: Sequence[int], tree_cells: Iterable[int]
    ) -> None:
        """Take one rule per cell, and the cells of the trees, which come first."""
        self.diagrams = diagrams
        self.rules = rules
        self._tree_cells = sorted(tree_cells)
        self._cones = self._close()
        self._slices: dict[tuple[int, int], int] = {}
        trees = sum(1 << cell for cell in self._tree_cells)
        above = 1 << START_CELL | 1 << SEAT_CELL
        self._frame = self._join(trees, self._cones) | above
        self._frames: dict[int, int] = {}
        self._joins: dict[int, int] = {}
        self._blocks = self._tree_blocks()
        self._about: dict[int, list[int]] = {}
        self._frontiers: list[list[int]] = []
        self._all = -1
        self._too_large = False

    def _close(self) -> list[int]:
        """Give per cell the cells it rests on, itself included."""
        reads = [list(cells_in(self.diagrams.cells[rule])) for rule in self.rules]
        cones = [1 << cell for cell in range(len(reads))]
        changed = True
        while changed:
            changed = False
            for cell, read in enumerate(reads):
                wider = cones[cell]
                for each in read:
                    wider |= cones[each]
                changed |= wider != cones[cell]
                cones[cell] = wider
        return cones

    def _tree_blocks(self) -> list[int]:
        """Give the cells of each tree, the last tree first."""
        first = [*self._tree_cells, len(self.rules)]
        return [(1 << end) - (1 << begin) for begin, end in pairwise(first)][::-1]

    @staticmethod
    def _join(mask: int, cones: list[int]) -> int:
        result = mask
        for cell in cells_in(mask):
            result |= cones[cell]
        return result

    def cone(self, mask: int) -> int:
        """Give some cells with all that they rest on."""
        return self._join(mask, self._cones)

    @property
    def everything(self) -> int:
        """Every complete conversation; raises TooLargeError."""
        if self._too_large:
            raise TooLargeError
        if self._all < 0:
            self._too_large = True
            every = (1 << len(self.rules)) - 1
            self._all = self._build(every, every)
            self._too_large = False
        return self._all

    def forget(self) -> None:
        """Forget what was made so far, as some may be lost to a budget."""
        self._slices.clear()
        self._frames.clear()
        self._joins.clear()
        self._about.clear()
        self._frontiers.clear()
        if self._all >= len(self.diagrams.level):
            self._all = -1

    def _build(self, cone: int, mask: int) -> int:
        """Join the rules of some cells, to ask about those in the mask.

        What decides which trees are walked comes first, as far as it is needed: it
        rules out most, and without it each join would keep what can never be. Then
        tree by tree, each from the last question to the first, so that each join is
        short.
        """
        rest = cone & ~self._frame
        needed = mask
        for cell in cells_in(rest):
            needed |= self.diagrams.cells[self.rules[cell]]
        result = self._framed(cone & self._frame, needed & self._frame)
        for block in self._blocks:
            if rest & block:
                result = self.diagrams.both(self._joined(rest & block), result)
        return result

    def _framed(self, frame: int, needed: int) -> int:
        """Join the rules of the frame, and keep what is needed of it."""
        made = self._frames
        wider = [each for each in made if needed & each == needed]
        source = min(wider, default=frame, key=int.bit_count)
        if source not in made:
            made[source] = self._join_rules(source, self.rules[START_CELL])
        if needed not in made:
            made[needed] = project(self.diagrams, [made[source]], needed)
        return made[needed]

    def _joined(self, cells: int) -> int:
        found = self._joins.get(cells)
        if found is None:
            found = self._joins[cells] = self._join_rules(cells, EVERYTHING)
        return found

    def _join_rules(self, cells: int, result: int) -> int:
        for cell in reversed(list(cells_in(cells))):
            result = self.diagrams.both(self.rules[cell], result)
        return result

    def slices(self, mask: int) -> list[int]:
        """Give the conversations as far as they bear on some cells."""
        if mask == 0:
            return [EVERYTHING]
        cone = self.cone(mask)
        first, last = (mask & -mask).bit_length() - 1, mask.bit_length()
        if cone.bit_count() > min(SMALL, SPREAD * (last - first + 1)):
            try:
                return self._frontier(first)
            except TooLargeError:
                pass  # the slice by itself may still be small enough
        key = cone, mask & self._frame
        found = self._slices.get(key)
        if found is None:
            found = self._slices[key] = self._build(cone, mask)
        return [found]

    def _frontier(self, cell: int) -> list[int]:
        """Give what may still follow once every cell before this one is settled."""
        if not self._frontiers:
            self._frontiers.append([self.everything])
        while len(self._frontiers) <= cell:
            here = len(self._frontiers) - 1
            self._frontiers.append(self._beyond(self._frontiers[here], here))
        return self._frontiers[cell]

    def _beyond(self, nodes: list[int], cell: int) -> list[int]:
        diagrams = self.diagrams
        seen, todo = set(nodes), list(nodes)
        while todo:
            node = todo.pop()
            if node <= EVERYTHING or diagrams.cell_of[diagrams.level[node]] > cell:
                continue
            seen.discard(node)
            fresh = {diagrams.low[node], diagrams.high[node]} - seen - {NOTHING}
            seen |= fresh
            todo += fresh
        return sorted(seen)

    def about(self, mask: int) -> list[int]:
        """Give what conversations may say in some cells, with little else in it."""
        found = self._about.get(mask)
        if found is None:
            found = self.slices(mask)
            if FEW * mask.bit_count() <= self._join(mask, self._cones).bit_count():
                found = [project(self.diagrams, found, mask)]
            self._about[mask] = found
        return found

    def possible(self, wanted: int) -> bool:
        """Tell whether some conversation lies in a diagram."""
        if wanted <= EVERYTHING:
            return bool(wanted)
        parts = self.about(self.diagrams.cells[wanted])
        return any(self.diagrams.meet(part, wanted) for part in parts)


def cells_in(mask: int) -> Iterable[int]:
    """Give the numbers of the cells in a mask, in order."""
    while mask:
        low = mask & -mask
        yield low.bit_length() - 1
        mask ^= low
