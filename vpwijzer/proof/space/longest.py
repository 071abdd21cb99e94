"""The longest conversation up to the overview, from each start.

Questions that only refine are put off until after it, so there they are unknown. A
question that is asked for nothing may be skipped as well: the number is never too low.
"""

from collections.abc import Mapping
from dataclasses import replace

from vpwijzer.proof.bdd import TRUE, Level, Node
from vpwijzer.proof.bdd.path_sum import LongestPath
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.encoding import ASKED_COST
from vpwijzer.proof.space.witness import Conversation, held, lightest


def longest(space: Conversations) -> Mapping[str, int]:
    """Count the questions of the longest from every start; raises TooLargeError."""
    diagrams, starts = space.diagrams, space.encoding.starts
    put_off = diagrams.conj(space.everything, refining_put_off(space))
    roots = [diagrams.conj(put_off, start) for start in starts.values()]
    asked = _asked(space)
    costs = [int(n in asked) for n in range(len(diagrams.group_of))]
    numbers = LongestPath(diagrams, roots, costs).of(TRUE)
    return dict(zip(starts, numbers, strict=True))


def longest_conversation(space: Conversations, start: str) -> Conversation:
    """Give the smallest of the longest conversations from a start."""
    return _found(space, space.encoding.starts[start], -ASKED_COST)


def _found(space: Conversations, where: Node, cost: int) -> Conversation:
    """Give the smallest conversation up to the overview, at so much a question."""
    diagrams, asked = space.diagrams, _asked(space)
    wanted = diagrams.conj(where, refining_put_off(space))
    costs = [
        cost if level in asked else each % ASKED_COST
        for level, each in enumerate(space.encoding.costs)
    ]
    found = held(space, lightest(space, wanted, costs))
    questions = space.library.questions
    answers = (each for each in found.answers if not questions[each[0]].refines)
    return replace(found, answers=tuple(answers))


def refining_put_off(space: Conversations) -> Node:
    """Give the conversations in which no question that only refines is answered."""
    diagrams, result = space.diagrams, TRUE
    for fact_vars in space.encoding.facts.values():
        if fact_vars.question.refines:
            chosen = diagrams.any_of(fact_vars.options.values())
            answered = diagrams.conj(fact_vars.asked, chosen)
            result = diagrams.without(result, answered)
    return result


def _asked(space: Conversations) -> set[Level]:
    """Give the levels that tell whether a question is asked before the overview."""
    return {
        space.diagrams.level[fact_vars.asked]
        for fact_vars in space.encoding.facts.values()
        if not fact_vars.question.refines
    }
