"""The smallest conversation that shows a finding, held with the real engine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from vpwijzer.engine.replay import replay
from vpwijzer.engine.walk import begin
from vpwijzer.model import UNKNOWN, Answer, Library, Question, Seat
from vpwijzer.proof.bdd.diagram import EVERYTHING, TooLargeError
from vpwijzer.proof.bdd.path_sum import Cheapest
from vpwijzer.proof.space.conversations import World
from vpwijzer.proof.space.encoding import Alphabet, Letters
from vpwijzer.proof.space.reachable import Space


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation from its start: what was asked and answered."""

    start: str
    seat: Seat
    answers: tuple[tuple[str, Answer], ...]


def smallest(world: World, wanted: int) -> Conversation:
    """Give the smallest conversation in a diagram; `alphabet` says what is small."""
    return _hold(world, lightest(world, wanted, world.alphabet.costs))


def lightest(space: Space, wanted: int, costs: Sequence[int]) -> frozenset[int]:
    """Give the levels that are high in the cheapest conversation of a diagram."""
    diagrams = space.diagrams
    try:
        found = diagrams.both(space.everything, wanted)
    except TooLargeError:
        # With all that it rests on: what is left out may be answered anyhow.
        parts = space.slices(space.cone(diagrams.cells[wanted]))
        found = diagrams.any_of(diagrams.both(part, wanted) for part in parts)
    return Cheapest(diagrams, found, costs).taken(EVERYTHING)


def _hold(world: World, taken: frozenset[int]) -> Conversation:
    start, seat = setting_of(world.alphabet, taken)
    answers = hold(world.library, world.alphabet, taken)
    return Conversation(start, seat, tuple(answers.items()))


def hold(
    library: Library,
    alphabet: Alphabet,
    taken: frozenset[int],
    like: Mapping[str, Answer] = MappingProxyType({}),
) -> dict[str, Answer]:
    """Hold a conversation with the real engine; gives its answers as asked.

    Where any answer will do, it is answered like another conversation.
    """
    setting = begin(library, *setting_of(alphabet, taken)).setting
    level = alphabet.diagrams.level
    answers = {
        fact: _answer(letters, taken, level)
        for fact, letters in alphabet.facts.items()
        if level[letters.asked] in taken
    }
    progress = replay(setting, answers)
    while progress.current is not None:
        # Only where all conversations were too many to keep: any answer will do.
        question = progress.current
        answers[question.id] = _any_answer(question, like.get(question.id, UNKNOWN))
        progress = replay(setting, answers)
    return {name: answers[name] for name in progress.asked}


def setting_of(alphabet: Alphabet, taken: frozenset[int]) -> tuple[str, Seat]:
    """Give where a conversation starts and who holds the keyboard."""
    level = alphabet.diagrams.level
    starts, seats = alphabet.starts, alphabet.seats
    start = next((s for s, v in starts.items() if level[v] in taken), "")
    seat = next((s for s, v in seats.items() if level[v] in taken), Seat.EMPLOYEE)
    return start or next(iter(starts)), seat


def _answer(letters: Letters, taken: frozenset[int], level: Sequence[int]) -> Answer:
    chosen = [o for o, v in letters.options.items() if level[v] in taken]
    return Answer(frozenset(chosen), more=level[letters.more] in taken)


def _any_answer(question: Question, like: Answer) -> Answer:
    """Give some answer that is offered, the same as another if that can be."""
    offered = {option.id for option in question.options}
    if like.options <= offered and (question.unknown_allowed or not like.more):
        return like
    return Answer(frozenset({question.options[0].id}))
