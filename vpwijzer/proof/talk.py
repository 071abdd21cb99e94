"""The smallest conversation that shows a finding, held with the real engine."""

from dataclasses import dataclass

from vpwijzer.model import UNKNOWN, Answer, Question, Seat
from vpwijzer.proof.diagram import TooLargeError
from vpwijzer.proof.search import cheapest
from vpwijzer.proof.world import World
from vpwijzer.walk import begin


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation from its start: what was asked and answered."""

    start: str
    seat: Seat
    answers: tuple[tuple[str, Answer], ...]


def smallest(world: World, wanted: int) -> Conversation:
    """Give the conversation in a diagram that asks least."""
    diagrams = world.diagrams
    try:
        found = diagrams.both(world.everything, wanted)
    except TooLargeError:
        parts = world.slices(diagrams.cells[wanted])
        found = diagrams.any_of(diagrams.both(part, wanted) for part in parts)
    return _hold(world, cheapest(diagrams, found, world.alphabet.costs))


def _hold(world: World, taken: frozenset[int]) -> Conversation:
    """Hold a conversation with the real engine."""
    start, seat = _setting(world, taken)
    walk = begin(world.library, start, seat)
    while walk.current is not None:
        walk = walk.answer(_answer(world, walk.current, taken))
    answers = tuple((name, walk.answers[name]) for name in walk.progress.asked)
    return Conversation(start, seat, answers)


def _setting(world: World, taken: frozenset[int]) -> tuple[str, Seat]:
    level = world.diagrams.level
    starts, seats = world.alphabet.starts, world.alphabet.seats
    start = next((s for s, v in starts.items() if level[v] in taken), "")
    seat = next((s for s, v in seats.items() if level[v] in taken), Seat.EMPLOYEE)
    return start or next(iter(starts)), seat


def _answer(world: World, question: Question, taken: frozenset[int]) -> Answer:
    level, letters = world.diagrams.level, world.alphabet.facts[question.id]
    if level[letters.asked] not in taken:
        # Only where all conversations were too many to keep: any answer will do.
        first = Answer(frozenset({question.options[0].id}))
        return UNKNOWN if question.unknown_allowed else first
    chosen = [o for o, v in letters.options.items() if level[v] in taken]
    return Answer(frozenset(chosen), more=level[letters.more] in taken)
