"""In what part of all pairs something lies, and the smallest of those."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TypeAlias

from vpwijzer.diff.product import Pair
from vpwijzer.proof.bdd.path_sum import Cheapest
from vpwijzer.proof.space.counting import Parts

Counts: TypeAlias = Mapping[str, int]
"""Per start, how many conversations or pairs."""

Shares: TypeAlias = Mapping[str, Fraction]
"""Per start, the share of the conversations from there; a start with none is absent."""


class Measure:
    """Measures parts of all pairs, which must fit in the budget."""

    def __init__(self, pair: Pair) -> None:
        """Count all pairs; raises TooLargeError."""
        self.pair = pair
        self._parts = Parts(pair.tally, pair.everything)
        self.totals: Counts = self._parts.totals
        self._cheapest = Cheapest(pair.diagrams, pair.everything, pair.costs)

    def shares(self, where: int) -> Shares:
        """Give per start the share of the pairs that lies in a diagram."""
        return self._parts.of(where)

    def smallest(self, where: int) -> frozenset[int]:
        """Give the levels that are high in the smallest pair of a diagram."""
        return self._cheapest.taken(where)

    def changed(self, found: Iterable[int]) -> Counts:
        """Count per start the pairs in which anything changes, the most first."""
        diagrams, everything = self.pair.diagrams, self.pair.everything
        left = everything
        for where in found:
            left = diagrams.without(left, where)
        return self.pair.tally.counts(diagrams.without(everything, left))
