"""What only one of two versions knows, so that there is nothing to compare it with."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from vpwijzer.diff.product import CountPerStart, SharePerStart
from vpwijzer.model import Library, Question
from vpwijzer.proof.bdd import Diagrams, Node, TooLargeError
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.counting import shares_of
from vpwijzer.proof.space.encoding import FactVars, offered_by

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OneSided:
    """A question that gets answers in one version which the other does not offer."""

    question: str
    in_new: bool
    shares: SharePerStart | None
    """None when there is too much to count."""


def look_at_one(
    library: Library, other: Library, budget: int, *, in_new: bool
) -> tuple[CountPerStart | None, tuple[OneSided, ...]]:
    """Count conversations, and find answers that the other version does not offer.

    Raises TooLargeError when not even the rules of conversations fit in the budget.
    """
    space = Conversations(library, budget)
    parts = _try(space, budget, partial(shares_of, space))
    found = []
    for fact, where in _one_sided(space, other.questions):
        if _try(space, budget, partial(space.possible, where)) is not False:
            shares = _try(space, budget, partial(parts.of, where)) if parts else None
            found.append(OneSided(fact, in_new, shares))
    return parts.totals if parts else None, tuple(found)


def _try(space: Conversations, budget: int, work: Callable[[], T]) -> T | None:
    """Do some work, unless it takes too many nodes."""
    try:
        with space.diagrams.budget(budget):
            return work()
    except TooLargeError:
        space.forget()
        return None


def _one_sided(
    space: Conversations, theirs: Mapping[str, Question]
) -> Iterator[tuple[str, Node]]:
    """Give where a question gets an answer that the other version lacks."""
    for fact, fact_vars in space.encoding.facts.items():
        if fact in theirs:
            yield fact, _not_offered(fact_vars, theirs[fact], space.diagrams)


def _not_offered(fact_vars: FactVars, other: Question, diagrams: Diagrams) -> Node:
    common = {
        o.id: fact_vars.options[o.id]
        for o in other.options
        if o.id in fact_vars.options
    }
    options = tuple(option for option in other.options if option.id in common)
    asked_so = replace(
        fact_vars, question=replace(other, options=options), options=common
    )
    own = [each for name, each in fact_vars.options.items() if name not in common]
    offered = diagrams.conj(offered_by(asked_so, diagrams), diagrams.cube(own, ()))
    return diagrams.without(fact_vars.asked, offered)
