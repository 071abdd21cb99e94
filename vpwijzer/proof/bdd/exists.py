"""What is left of a diagram when some cells are forgotten."""

from collections.abc import Iterable

from vpwijzer.proof.bdd.diagram import EVERYTHING, NOTHING, Diagrams


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
