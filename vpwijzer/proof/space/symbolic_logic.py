"""The condition language over diagrams instead of one conversation.

Says of every conversation at once what `logic.weigh` says of one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from vpwijzer.model import (
    NO,
    UNKNOWN_VALUE,
    YES,
    AllOf,
    AnyOf,
    Clause,
    Concept,
    Condition,
    Item,
)
from vpwijzer.proof.bdd.diagram import EVERYTHING, NOTHING, Diagrams


class Weight(NamedTuple):
    """In which conversations something is true, at least unknown, not false.

    The three steps of `logic.Truth`, so that "and" and "or" go step by step.
    """

    true: int
    unknown: int
    unasked: int


TRUE = Weight(EVERYTHING, EVERYTHING, EVERYTHING)
FALSE = Weight(NOTHING, NOTHING, NOTHING)
NEVER_ASKED = Weight(NOTHING, NOTHING, EVERYTHING)


@dataclass(frozen=True, slots=True)
class Value:
    """In which conversations a fact is known, holds an option, may hold more."""

    known: int
    options: Mapping[str, int]
    more: int


Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Scale:
    """Weighs conditions over facts that are diagrams; remembers each clause."""

    diagrams: Diagrams
    values: Values
    concepts: Mapping[str, Concept]
    memory: dict[tuple[str, frozenset[str]], Weight] = field(default_factory=dict)

    def condition(self, condition: Condition) -> Weight:
        """Weigh a condition, with "never asked" apart."""
        when = self.all_of(condition.when)
        if not condition.unless:
            return when
        return self._meet(when, self._unless(self.any_of(condition.unless)))

    def _unless(self, blocked: Weight) -> Weight:
        true = self.diagrams.negate(blocked.unknown)
        rest = self.diagrams.negate(blocked.true)
        return Weight(true, rest, rest)

    def all_of(self, items: Iterable[Item]) -> Weight:
        """Weigh items that must all hold."""
        result = TRUE
        for item in items:
            result = self._meet(result, self.item(item))
        return result

    def any_of(self, items: Iterable[Item]) -> Weight:
        """Weigh items of which one is enough."""
        result, either = FALSE, self.diagrams.either
        for item in items:
            result = Weight(*map(either, result, self.item(item)))
        return result

    def _meet(self, one: Weight, two: Weight) -> Weight:
        return Weight(*map(self.diagrams.both, one, two))

    def item(self, item: Item) -> Weight:
        """Weigh one item."""
        if isinstance(item, AllOf):
            return self.all_of(item.parts)
        if isinstance(item, AnyOf):
            return self.any_of(item.parts)
        key = (item.fact, item.values)
        found = self.memory.get(key)
        if found is None:
            concept = self.concepts.get(item.fact)
            found = self._concept(item, concept) if concept else self._answer(item)
            self.memory[key] = found
        return found

    def _answer(self, clause: Clause) -> Weight:
        value = self.values.get(clause.fact)
        if value is None:
            return NEVER_ASKED
        either = self.diagrams.either
        hits = [value.options[v] for v in clause.values if v in value.options]
        true = self.diagrams.any_of(sorted(hits, reverse=True))
        if UNKNOWN_VALUE in clause.values:
            true = either(true, self.nothing_chosen(value))
        unknown = either(true, value.more)
        return Weight(true, unknown, either(unknown, self.diagrams.negate(value.known)))

    def nothing_chosen(self, value: Value) -> int:
        """Give where a question was answered with "weet ik niet" only."""
        chosen = self.diagrams.any_of(value.options.values())
        return self.diagrams.without(value.more, chosen)

    def _concept(self, clause: Clause, concept: Concept) -> Weight:
        truth = self.condition(concept.condition)
        if NO not in clause.values:
            return truth if YES in clause.values else self._undecided(truth)
        no = self.diagrams.negate(truth.unasked)
        yes = truth.true if YES in clause.values else NOTHING
        true = self.diagrams.either(no, yes)
        open_ = self._undecided(truth)
        return Weight(*(self.diagrams.either(true, each) for each in open_))

    def _undecided(self, truth: Weight) -> Weight:
        """Keep only where a concept is neither true nor false."""
        less = self.diagrams.without
        return Weight(
            NOTHING,
            less(truth.unknown, truth.true),
            less(truth.unasked, truth.true),
        )
