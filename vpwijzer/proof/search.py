"""Questions about one diagram: which way is cheapest, what is left of it."""

from collections.abc import Iterable, Sequence

from vpwijzer.proof.diagram import EVERYTHING, NOTHING, Diagrams

NO_WAY = 1 << 200
"""Dearer than any way."""


def cheapest(diagrams: Diagrams, root: int, costs: Sequence[int]) -> frozenset[int]:
    """Give the levels that are high on the cheapest way; high wins a draw.

    The root must not be empty.
    """
    price = {NOTHING: NO_WAY, EVERYTHING: 0}
    rises = {}
    for node in diagrams.reached(root):
        if node <= EVERYTHING:
            continue
        low = price[diagrams.low[node]]
        high = price[diagrams.high[node]] + costs[diagrams.level[node]]
        rises[node] = high <= low
        price[node] = min(high, low)
    taken = set()
    while root != EVERYTHING:
        if rises[root]:
            taken.add(diagrams.level[root])
        root = diagrams.high[root] if rises[root] else diagrams.low[root]
    return frozenset(taken)


def project(diagrams: Diagrams, roots: Iterable[int], kept: int) -> int:
    """Forget every cell but the kept ones, given as one bit per cell."""
    found = {NOTHING: NOTHING, EVERYTHING: EVERYTHING}
    return diagrams.any_of(_forget(diagrams, root, kept, found) for root in roots)


def _forget(diagrams: Diagrams, node: int, kept: int, found: dict[int, int]) -> int:
    made = found.get(node)
    if made is None:
        made = EVERYTHING
        if diagrams.cells[node] & kept:
            made = _forget(diagrams, diagrams.low[node], kept, found)
            level, high = diagrams.level[node], diagrams.high[node]
            if kept >> diagrams.cell_of[level] & 1:
                high = _forget(diagrams, high, kept, found)
                made = diagrams.node(level, made, high)
            elif made != EVERYTHING:
                made = diagrams.either(made, _forget(diagrams, high, kept, found))
        found[node] = made
    return made
