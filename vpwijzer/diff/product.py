"""Every two conversations, one in each version, in which the same answers are given.

What both versions ask is answered the same in both, with an answer that both offer;
what one of them asks is answered there.
"""

from collections.abc import Iterator
from dataclasses import replace

from vpwijzer.diff.encode import Version, hold_both, same_answer, strangers
from vpwijzer.model import Library
from vpwijzer.proof.bdd.diagram import EVERYTHING, Diagrams
from vpwijzer.proof.space.conversations import rules_of
from vpwijzer.proof.space.counting import Tally, silent_levels
from vpwijzer.proof.space.encoding import SEAT_CELL, Alphabet, Letters, offered_by
from vpwijzer.proof.space.reachable import Space, cells_in
from vpwijzer.proof.space.symbolic_outcome import rulings


class Pair(Space):
    """All pairs of conversations."""

    def __init__(self, old: Library, new: Library, budget: int) -> None:
        """Hold both versions in so many nodes; raises TooLargeError."""
        common, self.old, self.new = hold_both(old, new, budget)
        diagrams = common.diagrams
        with diagrams.budget(budget):
            rules = _rules(self.old, self.new)
        self.tree_cells = frozenset(common.tree_cells.values())
        super().__init__(diagrams, rules, self.tree_cells)
        self.costs = _costs(common, self.old.alphabet, self.new.alphabet)
        alphabets = (self.old.alphabet, self.new.alphabet)
        silent = frozenset().union(*map(silent_levels, alphabets))
        used = {diagrams.level[node] for node in diagrams.reached(*rules)}
        unused = sum(
            cell > SEAT_CELL and level not in used
            for level, cell in enumerate(diagrams.cell_of)
        )
        self.tally = Tally(diagrams, common.starts, silent, unused)

    def facts_in(self, where: int) -> set[str]:
        """Give the facts a diagram reads; of mere trees, what they are walked after."""
        cells = self.diagrams.cells[where]
        if not cells & ~sum(1 << cell for cell in self.tree_cells):
            for cell in cells_in(cells):
                cells |= self.diagrams.cells[self.rules[cell]]
        names = {**self.old.alphabet.facts, **self.new.alphabet.facts}
        return {fact for fact, each in names.items() if cells >> each.cell & 1}

    def renew(self) -> None:
        """Forget what may be lost to a budget."""
        self.forget()
        self.old, self.new = (
            replace(v, rulings=rulings(v.library, self.diagrams, v.base))
            for v in (self.old, self.new)
        )


def _rules(old: Version, new: Version) -> list[int]:
    """Give what each cell may hold: the rules of both, and the same answers."""
    diagrams, first, second = old.alphabet.diagrams, old.alphabet, new.alphabet
    pairs = zip(rules_of(first, old.base), rules_of(second, new.base), strict=True)
    rules = [diagrams.both(*pair) for pair in pairs]
    other, filled = strangers(first, second), first.fillable | second.fillable
    for fact in first.facts.keys() & second.facts.keys() - other:
        one, two = first.facts[fact], second.facts[fact]
        if fact in filled:
            differs = diagrams.negate(same_answer(first, second, fact))
            both_ask = diagrams.both(one.asked, two.asked)
            rule = diagrams.without(rules[one.cell], diagrams.both(both_ask, differs))
        else:
            rule = diagrams.all_of(_asked_rules(fact, old, new))
        rules[one.cell] = rule
    return rules


def _asked_rules(fact: str, *versions: Version) -> Iterator[int]:
    """Give what holds for one answer that each version may ask for, or both."""
    asking = [v.alphabet.facts[fact] for v in versions]
    diagrams = versions[0].alphabet.diagrams
    answer = {v for each in asking for v in (each.more, *each.options.values())}
    nobody = diagrams.negate(diagrams.any_of(each.asked for each in asking))
    yield diagrams.choose(nobody, diagrams.exactly([*answer], ()), EVERYTHING)
    for version, letters in zip(versions, asking, strict=True):
        yield diagrams.same(letters.asked, version.base.asked[fact])
        offered = _only_offered(letters, answer, diagrams)
        yield diagrams.choose(letters.asked, offered, EVERYTHING)


def _only_offered(letters: Letters, answer: set[int], diagrams: Diagrams) -> int:
    """Give what a version offers, without what only the other one offers."""
    others = answer - {letters.more, *letters.options.values()}
    return diagrams.both(offered_by(letters, diagrams), diagrams.exactly([*others], ()))


def _costs(common: Alphabet, old: Alphabet, new: Alphabet) -> list[int]:
    """Give the price of each level; a question that both ask counts twice.

    Its answer is given once, unless it may also be filled: then each has its own.
    """
    level, costs = common.diagrams.level, list(common.costs)
    for fact in old.facts.keys() & new.facts.keys():
        one, two = old.facts[fact], new.facts[fact]
        if one.asked == two.asked:
            costs[level[one.asked]] *= 2
        if fact in common.fillable and one.more == two.more:
            costs[level[one.more]] *= 2
    return costs
