"""Witnesses: the smallest conversation that shows a finding, held with the engine."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from vpwijzer.engine.replay import replay
from vpwijzer.engine.walk import begin
from vpwijzer.model import UNKNOWN, Answer, Library, Question, Seat
from vpwijzer.proof.bdd import TRUE, Level, Node, TooLargeError
from vpwijzer.proof.bdd.path_sum import ShortestPath
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.encoding import Encoding, FactVars
from vpwijzer.proof.space.reachable import Reachable


@dataclass(frozen=True, slots=True)
class Conversation:
    """One conversation from its start: what was asked and answered."""

    start: str
    seat: Seat
    answers: tuple[tuple[str, Answer], ...]


def smallest(space: Conversations, wanted: Node) -> Conversation:
    """Give the smallest conversation in a diagram; `encoding` says what is small."""
    return held(space, lightest(space, wanted, space.encoding.costs))


def lightest(space: Reachable, wanted: Node, costs: Sequence[int]) -> frozenset[Level]:
    """Give the levels that are high in the cheapest conversation of a diagram."""
    diagrams = space.diagrams
    try:
        found = diagrams.conj(space.everything, wanted)
    except TooLargeError:
        # With all that it rests on: what is left out may be answered anyhow.
        parts = space.slices(space.cone(diagrams.support[wanted]))
        found = diagrams.any_of(diagrams.conj(part, wanted) for part in parts)
    return ShortestPath(diagrams, found, costs).high_levels(TRUE)


def held(space: Conversations, high_levels: frozenset[Level]) -> Conversation:
    """Hold the conversation that has these levels high."""
    start, seat = setting_of(space.encoding, high_levels)
    answers = hold(space.library, space.encoding, high_levels)
    return Conversation(start, seat, tuple(answers.items()))


def hold(
    library: Library,
    encoding: Encoding,
    high_levels: frozenset[Level],
    like: Mapping[str, Answer] = MappingProxyType({}),
) -> dict[str, Answer]:
    """Hold a conversation with the real engine; gives its answers as asked.

    Where any answer will do, it is answered like another conversation.
    """
    setting = begin(library, *setting_of(encoding, high_levels)).setting
    level = encoding.diagrams.level
    answers = {
        fact: _answer(fact_vars, high_levels, level)
        for fact, fact_vars in encoding.facts.items()
        if level[fact_vars.asked] in high_levels
    }
    progress = replay(setting, answers)
    while progress.current is not None:
        # Only where all conversations were too many to keep: any answer will do.
        question = progress.current
        answers[question.id] = _any_answer(question, like.get(question.id, UNKNOWN))
        progress = replay(setting, answers)
    return {name: answers[name] for name in progress.asked}


def setting_of(encoding: Encoding, high_levels: frozenset[Level]) -> tuple[str, Seat]:
    """Give where a conversation starts and who holds the keyboard."""
    level = encoding.diagrams.level
    starts, seats = encoding.starts, encoding.seats
    start = next((s for s, v in starts.items() if level[v] in high_levels), "")
    seat = next((s for s, v in seats.items() if level[v] in high_levels), Seat.EMPLOYEE)
    return start or next(iter(starts)), seat


def _answer(
    fact_vars: FactVars, high_levels: frozenset[Level], level: Sequence[Level]
) -> Answer:
    chosen = [o for o, v in fact_vars.options.items() if level[v] in high_levels]
    return Answer(frozenset(chosen), more=level[fact_vars.more] in high_levels)


def _any_answer(question: Question, like: Answer) -> Answer:
    """Give some answer that is offered, the same as another if that can be."""
    offered = {option.id for option in question.options}
    if like.options <= offered and (question.unknown_allowed or not like.more):
        return like
    return Answer(frozenset({question.options[0].id}))
