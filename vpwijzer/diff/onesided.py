"""What only one of two versions knows, so that there is nothing to compare it with."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from vpwijzer.diff.measure import Counts, Shares
from vpwijzer.model import Library, Question
from vpwijzer.proof.bdd.diagram import Diagrams, TooLargeError
from vpwijzer.proof.space.conversations import World
from vpwijzer.proof.space.counting import parts_of
from vpwijzer.proof.space.encoding import Letters, offered_by

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class OneSided:
    """A question that gets answers in one version which the other does not offer."""

    question: str
    in_new: bool
    shares: Shares | None
    """None when there is too much to count."""


def look_at_one(
    library: Library, other: Library, budget: int, *, in_new: bool
) -> tuple[Counts | None, tuple[OneSided, ...]]:
    """Count conversations, and find answers that the other version does not offer.

    Raises TooLargeError when not even the rules of conversations fit in the budget.
    """
    world = World(library, budget)
    parts = _try(world, budget, partial(parts_of, world))
    found = []
    for fact, where in _one_sided(world, other.questions):
        if _try(world, budget, partial(world.possible, where)) is not False:
            shares = _try(world, budget, partial(parts.of, where)) if parts else None
            found.append(OneSided(fact, in_new, shares))
    return parts.totals if parts else None, tuple(found)


def _try(world: World, budget: int, work: Callable[[], T]) -> T | None:
    """Do some work, unless it takes too many nodes."""
    try:
        with world.diagrams.budget(budget):
            return work()
    except TooLargeError:
        world.forget()
        return None


def _one_sided(
    world: World, theirs: Mapping[str, Question]
) -> Iterator[tuple[str, int]]:
    """Give where a question gets an answer that the other version lacks."""
    for fact, letters in world.alphabet.facts.items():
        if fact in theirs:
            yield fact, _not_offered(letters, theirs[fact], world.diagrams)


def _not_offered(letters: Letters, other: Question, diagrams: Diagrams) -> int:
    common = {
        o.id: letters.options[o.id] for o in other.options if o.id in letters.options
    }
    options = tuple(option for option in other.options if option.id in common)
    asked_so = replace(
        letters, question=replace(other, options=options), options=common
    )
    own = [each for name, each in letters.options.items() if name not in common]
    offered = diagrams.both(offered_by(asked_so, diagrams), diagrams.exactly(own, ()))
    return diagrams.without(letters.asked, offered)
