"""The product of two versions: pairs of conversations with the same answers.

What both versions ask is answered the same in both, with an answer that both offer;
what one of them asks is answered there.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

from vpwijzer.diff.encode import Version, incomparable, same_answer, walk_both
from vpwijzer.model import Library
from vpwijzer.proof.bdd import TRUE, Diagrams, Level, Mask, Node, groups_in, mask_of
from vpwijzer.proof.bdd.path_sum import ShortestPath
from vpwijzer.proof.space.conversations import rules_of
from vpwijzer.proof.space.counting import ModelCount, Shares, silent_levels
from vpwijzer.proof.space.encoding import SEAT_GROUP, Encoding, FactVars, offered_by
from vpwijzer.proof.space.reachable import Reachable
from vpwijzer.proof.space.symbolic_outcome import rulings

CountPerStart: TypeAlias = Mapping[str, int]
"""Per start, how many conversations or pairs."""

SharePerStart: TypeAlias = Mapping[str, Fraction]
"""Per start, the share of the conversations from there; a start with none is absent."""


class Product(Reachable):
    """All pairs of conversations, one in each version."""

    def __init__(self, old: Library, new: Library, budget: int) -> None:
        """Hold both versions in so many nodes; raises TooLargeError."""
        common, self.old, self.new = walk_both(old, new, budget)
        diagrams = common.diagrams
        with diagrams.budget(budget):
            rules = _rules(self.old, self.new)
        self.tree_groups = frozenset(common.tree_groups.values())
        super().__init__(diagrams, rules, self.tree_groups)
        self.costs = _costs(common, self.old.encoding, self.new.encoding)
        encodings = (self.old.encoding, self.new.encoding)
        silent = frozenset().union(*map(silent_levels, encodings))
        used = {diagrams.level[node] for node in diagrams.nodes_below(*rules)}
        unused = sum(
            group > SEAT_GROUP and level not in used
            for level, group in enumerate(diagrams.group_of)
        )
        self.model_count = ModelCount(diagrams, common.starts, silent, unused)

    def facts_in(self, where: Node) -> set[str]:
        """Give the facts a diagram reads; of mere trees, what they are walked after."""
        groups = self.diagrams.support[where]
        if not groups & ~mask_of(self.tree_groups):
            for group in groups_in(groups):
                groups = Mask(groups | self.diagrams.support[self.rules[group]])
        names = {**self.old.encoding.facts, **self.new.encoding.facts}
        return {fact for fact, each in names.items() if groups >> each.group & 1}

    def renew(self) -> None:
        """Forget what may be lost to a budget."""
        self.forget()
        self.old, self.new = (
            replace(v, rulings=rulings(v.library, self.diagrams, v.base))
            for v in (self.old, self.new)
        )


class Measure:
    """Measures parts of all pairs, which must fit in the budget."""

    def __init__(self, product: Product) -> None:
        """Count all pairs; raises TooLargeError."""
        self.product = product
        self._shares = Shares(product.model_count, product.everything)
        self.totals: CountPerStart = self._shares.totals
        self._shortest = ShortestPath(
            product.diagrams, product.everything, product.costs
        )

    def shares(self, where: Node) -> SharePerStart:
        """Give per start the share of the pairs that lies in a diagram."""
        return self._shares.of(where)

    def smallest(self, where: Node) -> frozenset[Level]:
        """Give the levels that are high in the smallest pair of a diagram."""
        return self._shortest.high_levels(where)

    def changed(self, found: Iterable[Node]) -> CountPerStart:
        """Count per start the pairs in which anything changes, the most first."""
        diagrams, everything = self.product.diagrams, self.product.everything
        left = everything
        for where in found:
            left = diagrams.without(left, where)
        return self.product.model_count.counts(diagrams.without(everything, left))


def _rules(old: Version, new: Version) -> list[Node]:
    """Give what each group may hold: the rules of both, and the same answers."""
    diagrams, first, second = old.encoding.diagrams, old.encoding, new.encoding
    pairs = zip(rules_of(first, old.base), rules_of(second, new.base), strict=True)
    rules = [diagrams.conj(*both_rules) for both_rules in pairs]
    other, filled = incomparable(first, second), first.fillable | second.fillable
    for fact in first.facts.keys() & second.facts.keys() - other:
        one, two = first.facts[fact], second.facts[fact]
        if fact in filled:
            differs = diagrams.negate(same_answer(first, second, fact))
            both_ask = diagrams.conj(one.asked, two.asked)
            rule = diagrams.without(rules[one.group], diagrams.conj(both_ask, differs))
        else:
            rule = diagrams.all_of(_asked_rules(fact, old, new))
        rules[one.group] = rule
    return rules


def _asked_rules(fact: str, *versions: Version) -> Iterator[Node]:
    """Give what holds for one answer that each version may ask for, or both."""
    asking = [v.encoding.facts[fact] for v in versions]
    diagrams = versions[0].encoding.diagrams
    answer = {v for each in asking for v in (each.more, *each.options.values())}
    nobody = diagrams.negate(diagrams.any_of(each.asked for each in asking))
    yield diagrams.ite(nobody, diagrams.cube([*answer], ()), TRUE)
    for version, fact_vars in zip(versions, asking, strict=True):
        yield diagrams.iff(fact_vars.asked, version.base.asked[fact])
        offered = _only_offered(fact_vars, answer, diagrams)
        yield diagrams.ite(fact_vars.asked, offered, TRUE)


def _only_offered(fact_vars: FactVars, answer: set[Node], diagrams: Diagrams) -> Node:
    """Give what a version offers, without what only the other one offers."""
    others = answer - {fact_vars.more, *fact_vars.options.values()}
    return diagrams.conj(offered_by(fact_vars, diagrams), diagrams.cube([*others], ()))


def _costs(common: Encoding, old: Encoding, new: Encoding) -> list[int]:
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
