"""The condition language over three values; pure, and the same for everything."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum

from vpwijzer.model import (
    NO,
    UNKNOWN,
    UNKNOWN_VALUE,
    YES,
    AllOf,
    Answer,
    AnyOf,
    Clause,
    Concept,
    Condition,
    Facts,
    Item,
)


class Truth(IntEnum):
    """Kleene's three values, ordered so that "and" is min and "or" is max.

    Between false and unknown stands what rests on a fact that was never asked
    and never will be: it does not hold, but nobody said so either. Only weighing
    tells it apart; a condition as a whole has three values.
    """

    FALSE = 0
    NEVER_ASKED = 1
    UNKNOWN = 2
    TRUE = 3


UNLESS = {
    Truth.FALSE: Truth.TRUE,
    Truth.NEVER_ASKED: Truth.TRUE,
    Truth.UNKNOWN: Truth.UNKNOWN,
    Truth.TRUE: Truth.FALSE,
}
"""What an exception leaves of a condition; one that was never asked blocks nothing."""


@dataclass(frozen=True, slots=True)
class View:
    """What is known, and whether the conversation is over.

    While it runs, a fact that was not asked may still come: it is unknown.
    When it is over, what was never asked does not hold.
    """

    facts: Facts
    concepts: Mapping[str, Concept]
    over: bool


def holds(condition: Condition, view: View) -> Truth:
    """Weigh a condition; what was never asked does not hold."""
    truth = _weigh_condition(condition, view)
    return Truth.FALSE if truth is Truth.NEVER_ASKED else truth


def is_in_play(condition: Condition, view: View) -> bool:
    """Tell whether a condition was decided on facts that were asked.

    When a conversation is over, a route that rests on a fact that was never
    asked is not listed at all: nobody knows anything about it.
    """
    return _weigh_condition(condition, view) is not Truth.NEVER_ASKED


def truth_of(concept: Concept, view: View) -> Truth | None:
    """Weigh a concept; None when it rests on a fact that was never asked."""
    truth = _weigh_condition(concept.condition, view)
    return None if truth is Truth.NEVER_ASKED else truth


def _weigh_condition(condition: Condition, view: View) -> Truth:
    return min(all_of(condition.when, view), UNLESS[any_of(condition.unless, view)])


def all_of(items: Iterable[Item], view: View) -> Truth:
    """Weigh items that must all hold; no items hold."""
    return min((weigh(item, view) for item in items), default=Truth.TRUE)


def any_of(items: Iterable[Item], view: View) -> Truth:
    """Weigh items of which one is enough; no items do not hold."""
    return max((weigh(item, view) for item in items), default=Truth.FALSE)


def weigh(item: Item, view: View) -> Truth:
    """Weigh one item."""
    if isinstance(item, AllOf):
        return all_of(item.parts, view)
    if isinstance(item, AnyOf):
        return any_of(item.parts, view)
    concept = view.concepts.get(item.fact)
    if concept is not None:
        return _weigh_concept(item, concept, view)
    answer = view.facts.get(item.fact)
    if answer is None:
        return Truth.NEVER_ASKED if view.over else Truth.UNKNOWN
    return _weigh_answer(item, answer)


def _weigh_answer(clause: Clause, answer: Answer) -> Truth:
    if answer.options & clause.values:
        return Truth.TRUE
    if answer == UNKNOWN and UNKNOWN_VALUE in clause.values:
        return Truth.TRUE
    return Truth.UNKNOWN if answer.more else Truth.FALSE


def _weigh_concept(clause: Clause, concept: Concept, view: View) -> Truth:
    truth = _weigh_condition(concept.condition, view)
    if truth in {Truth.NEVER_ASKED, Truth.UNKNOWN}:
        return truth
    word = YES if truth is Truth.TRUE else NO
    return Truth.TRUE if word in clause.values else Truth.FALSE


def deciding(item: Item, view: View) -> Iterator[Clause]:
    """Give the clauses that made an item what it is."""
    if isinstance(item, Clause):
        yield item
        return
    truth = weigh(item, view)
    for part in item.parts:
        if weigh(part, view) is truth:
            yield from deciding(part, view)


def questions_read(
    items: Iterable[Item], concepts: Mapping[str, Concept]
) -> Iterator[str]:
    """Give the ids of the questions that items read, also through concepts."""
    for clause in clauses_in(items):
        concept = concepts.get(clause.fact)
        if concept is None:
            yield clause.fact
        else:
            condition = concept.condition
            yield from questions_read(condition.items, concepts)


def concepts_read(
    items: Iterable[Item], concepts: Mapping[str, Concept]
) -> Iterator[Concept]:
    """Give the concepts that items read, also through other concepts."""
    for clause in clauses_in(items):
        concept = concepts.get(clause.fact)
        if concept is not None:
            condition = concept.condition
            yield concept
            yield from concepts_read(condition.items, concepts)


def clauses_in(items: Iterable[Item]) -> Iterator[Clause]:
    """Give every clause in items, however deep."""
    for item in items:
        if isinstance(item, Clause):
            yield item
        else:
            yield from clauses_in(item.parts)


def settling(condition: Condition, view: View) -> Iterator[str]:
    """Give the ids of the questions whose answer would settle a condition."""
    if holds(condition, view) is Truth.UNKNOWN:
        yield from unsettled(condition.items, view)


def unsettled(items: Iterable[Item], view: View) -> Iterator[str]:
    """Give the ids of the questions whose answer would settle unknown items."""
    for item in items:
        if weigh(item, view) is not Truth.UNKNOWN:
            continue
        for clause in deciding(item, view):
            concept = view.concepts.get(clause.fact)
            if concept is None:
                yield clause.fact
            else:
                condition = concept.condition
                yield from unsettled(condition.items, view)
