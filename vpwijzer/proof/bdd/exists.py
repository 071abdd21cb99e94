"""What is left of a diagram when some groups are forgotten."""

from collections.abc import Iterable

from vpwijzer.proof.bdd.diagram import FALSE, TRUE, Diagrams


def project(diagrams: Diagrams, roots: Iterable[int], kept: int) -> int:
    """Forget every group but the kept ones, given as one bit per group."""
    found = {FALSE: FALSE, TRUE: TRUE}
    return diagrams.any_of(_forget(diagrams, root, kept, found) for root in roots)


def _forget(diagrams: Diagrams, node: int, kept: int, found: dict[int, int]) -> int:
    made = found.get(node)
    if made is None:
        made = TRUE
        if diagrams.support[node] & kept:
            made = _forget(diagrams, diagrams.low[node], kept, found)
            level, high = diagrams.level[node], diagrams.high[node]
            if kept >> diagrams.group_of[level] & 1:
                high = _forget(diagrams, high, kept, found)
                made = diagrams.node(level, made, high)
            elif made != TRUE:
                made = diagrams.disj(made, _forget(diagrams, high, kept, found))
        found[node] = made
    return made
