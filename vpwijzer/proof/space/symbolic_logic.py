"""The condition language evaluated symbolically.

Says of every conversation at once what `engine.logic.weigh` says of one.
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
from vpwijzer.proof.bdd import FALSE, TRUE, Diagrams, Node


class Truths(NamedTuple):
    """In which conversations something is true, at least unknown, not false.

    Cumulative: one diagram per step of `engine.logic.Truth`, each within the next. So
    minimum and maximum of four values are three conjunctions and disjunctions.
    """

    true: Node
    unknown: Node
    unasked: Node


HOLDS = Truths(TRUE, TRUE, TRUE)
FAILS = Truths(FALSE, FALSE, FALSE)
NEVER_ASKED = Truths(FALSE, FALSE, TRUE)


@dataclass(frozen=True, slots=True)
class Value:
    """In which conversations a fact is known, holds an option, may hold more."""

    known: Node
    options: Mapping[str, Node]
    more: Node


Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Evaluator:
    """Evaluates conditions over facts that are diagrams; remembers each clause."""

    diagrams: Diagrams
    values: Values
    concepts: Mapping[str, Concept]
    memory: dict[tuple[str, frozenset[str]], Truths] = field(default_factory=dict)

    def condition(self, condition: Condition) -> Truths:
        """Evaluate a condition, with "never asked" apart."""
        when = self.all_of(condition.when)
        if not condition.unless:
            return when
        return self._conj(when, self._unless(self.any_of(condition.unless)))

    def _unless(self, blocked: Truths) -> Truths:
        true = self.diagrams.negate(blocked.unknown)
        rest = self.diagrams.negate(blocked.true)
        return Truths(true, rest, rest)

    def all_of(self, items: Iterable[Item]) -> Truths:
        """Evaluate items that must all hold: the minimum."""
        result = HOLDS
        for item in items:
            result = self._conj(result, self.item(item))
        return result

    def any_of(self, items: Iterable[Item]) -> Truths:
        """Evaluate items of which one is enough: the maximum."""
        result, disj = FAILS, self.diagrams.disj
        for item in items:
            result = Truths(*map(disj, result, self.item(item)))
        return result

    def _conj(self, one: Truths, two: Truths) -> Truths:
        return Truths(*map(self.diagrams.conj, one, two))

    def item(self, item: Item) -> Truths:
        """Evaluate one item."""
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

    def _answer(self, clause: Clause) -> Truths:
        value = self.values.get(clause.fact)
        if value is None:
            return NEVER_ASKED
        disj = self.diagrams.disj
        hits = [value.options[v] for v in clause.values if v in value.options]
        true = self.diagrams.any_of(sorted(hits, reverse=True))
        if UNKNOWN_VALUE in clause.values:
            true = disj(true, self.nothing_chosen(value))
        unknown = disj(true, value.more)
        return Truths(true, unknown, disj(unknown, self.diagrams.negate(value.known)))

    def nothing_chosen(self, value: Value) -> Node:
        """Give where a question was answered with "weet ik niet" only."""
        chosen = self.diagrams.any_of(value.options.values())
        return self.diagrams.without(value.more, chosen)

    def _concept(self, clause: Clause, concept: Concept) -> Truths:
        truth = self.condition(concept.condition)
        if NO not in clause.values:
            return truth if YES in clause.values else self._undecided(truth)
        no = self.diagrams.negate(truth.unasked)
        yes = truth.true if YES in clause.values else FALSE
        true = self.diagrams.disj(no, yes)
        open_ = self._undecided(truth)
        return Truths(*(self.diagrams.disj(true, each) for each in open_))

    def _undecided(self, truth: Truths) -> Truths:
        """Keep only where a concept is neither true nor false."""
        less = self.diagrams.without
        return Truths(
            FALSE,
            less(truth.unknown, truth.true),
            less(truth.unasked, truth.true),
        )
