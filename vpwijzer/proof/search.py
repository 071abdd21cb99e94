"""What is left of a diagram when some cells are forgotten."""

from collections.abc import Iterable

from vpwijzer.proof.diagram import EVERYTHING, NOTHING, Diagrams


def project(diagrams: Diagrams, roots: Iterable[int], kept: int) -> int:
    """Forget every cell but the kept ones, given as one bit per cell."""
    found = {NOTHING: NOTHING, EVERYTHING: EVERYTHING}

    def forget(node: int) -> int:
        made = found.get(node)
        if made is None:
            made = step(node) if diagrams.cells[node] & kept else EVERYTHING
            found[node] = made
        return made

    def step(node: int) -> int:
        low, high = forget(diagrams.low[node]), forget(diagrams.high[node])
        level = diagrams.level[node]
        if kept >> diagrams.cell_of[level] & 1:
            return diagrams.node(level, low, high)
        return diagrams.either(low, high)

    return diagrams.any_of(forget(root) for root in roots)
