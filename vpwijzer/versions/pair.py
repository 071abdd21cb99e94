"""Every two conversations, one in each version, in which the same answers are given.

What both versions ask is answered the same in both, with an answer that both offer;
what one of them asks is answered there.
"""

from vpwijzer.model import Library
from vpwijzer.proof.alphabet import SEAT_CELL, Alphabet, prices
from vpwijzer.proof.space import Space
from vpwijzer.proof.tally import Tally, silent_levels
from vpwijzer.proof.world import rules_of
from vpwijzer.versions.follow import Version, hold_both, same_answer, strangers


class Pair(Space):
    """All pairs of conversations."""

    def __init__(self, old: Library, new: Library, budget: int) -> None:
        """Hold both versions in so many nodes; raises TooLargeError."""
        common, self.old, self.new = hold_both(old, new, budget)
        diagrams = common.diagrams
        with diagrams.budget(budget):
            rules = _rules(self.old, self.new)
        super().__init__(diagrams, rules, common.tree_cells.values())
        self.starts = common.starts
        self.costs = _costs(self.old.alphabet, self.new.alphabet)
        alphabets = (self.old.alphabet, self.new.alphabet)
        silent = frozenset().union(*map(silent_levels, alphabets))
        used = {diagrams.level[node] for node in diagrams.reached(*rules)}
        unused = sum(
            cell > SEAT_CELL and level not in used
            for level, cell in enumerate(diagrams.cell_of)
        )
        self._tally = Tally(diagrams, silent, unused)

    def counts(self, found: int) -> dict[str, int]:
        """Count, per start, the pairs of a diagram in which only such lie."""
        return {
            start: self._tally.count(self.diagrams.both(found, here))
            for start, here in self.starts.items()
        }


def _rules(old: Version, new: Version) -> list[int]:
    """Give what each cell may hold: the rules of both, and the same answers."""
    diagrams, first, second = old.alphabet.diagrams, old.alphabet, new.alphabet
    pairs = zip(rules_of(first, old.base), rules_of(second, new.base), strict=True)
    rules = [diagrams.both(*pair) for pair in pairs]
    other = strangers(first, second)
    for fact in first.facts.keys() & second.facts.keys() - other:
        one, two = first.facts[fact], second.facts[fact]
        both_ask = diagrams.both(one.asked, two.asked)
        same = diagrams.either(
            diagrams.negate(both_ask), same_answer(first, second, fact)
        )
        rules[one.cell] = diagrams.both(rules[one.cell], same)
    return rules


def _costs(*alphabets: Alphabet) -> list[int]:
    """Give the price of each level: what it costs in both versions together."""
    level = alphabets[0].diagrams.level
    costs = [0] * len(alphabets[0].diagrams.cell_of)
    for alphabet in alphabets:
        for fact, letters in alphabet.facts.items():
            filled = fact in alphabet.fillable
            asked, more, option = prices(letters.question, filled=filled)
            costs[level[letters.asked]] += asked
            costs[level[letters.more]] += more
            for variable in letters.options.values():
                costs[level[variable]] += option
    return costs
