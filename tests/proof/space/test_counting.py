"""Counting goes on where a budget ended it, as if nothing had happened."""

import random

import pytest

from vpwijzer.proof.bdd import (
    FALSE,
    TRUE,
    Diagrams,
    Group,
    Level,
    Node,
    TooLargeError,
)
from vpwijzer.proof.space.counting import ModelCount

SILENT = frozenset(map(Level, (2, 4, 6)))


def drawn(diagrams: Diagrams, chance: random.Random) -> Node:
    """Give some set of conversations."""
    variables = [diagrams.node(Level(level), FALSE, TRUE) for level in range(9)]
    found = FALSE
    for _ in range(6):
        chosen = chance.sample(variables, 4)
        signed = (v if chance.random() < 0.5 else diagrams.negate(v) for v in chosen)
        found = diagrams.disj(found, diagrams.all_of(signed))
    return found


@pytest.mark.parametrize("seed", range(10))
def test_count_that_grew_too_large_leaves_nothing_behind(seed: int) -> None:
    chance, diagrams = random.Random(seed), Diagrams()  # noqa: S311 - not a secret
    for group in range(2, 11):
        diagrams.variable(Group(group))
    first = drawn(diagrams, chance)
    model_count = ModelCount(diagrams, {"t": TRUE}, SILENT)

    with pytest.raises(TooLargeError), diagrams.budget(1):
        model_count.counts(first)

    for found in (drawn(diagrams, chance), first):
        fresh = ModelCount(diagrams, {"t": TRUE}, SILENT)
        assert model_count.counts(found) == fresh.counts(found)
