"""The longest conversation up to the overview, from each start.

Questions that only refine are put off until after it, so there they are unknown. A
question that is asked for nothing may be skipped as well: the number is never too low.
"""

from collections.abc import Mapping
from dataclasses import replace

from vpwijzer.model import Library
from vpwijzer.proof.bdd import TRUE, Level, Node
from vpwijzer.proof.bdd.path_sum import LongestPath
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.encoding import ASKED_COST
from vpwijzer.proof.space.witness import Conversation, held, lightest


def longest(space: Conversations, where: Node = TRUE) -> Mapping[str, int]:
    """Count the questions of the longest from every start; raises TooLargeError.

    Only conversations in a diagram count; from a start without any the number is 0.
    """
    diagrams, found = space.diagrams, dict[str, int]()
    starts: dict[frozenset[str], list[str]] = {}
    for name in space.encoding.starts:
        starts.setdefault(_refining(space.library, name), []).append(name)
    for refining, names in starts.items():
        put_off = diagrams.conj(space.everything, _put_off(space, refining))
        put_off = diagrams.conj(put_off, where)
        roots = [diagrams.conj(put_off, space.encoding.starts[name]) for name in names]
        asked = _asked(space, refining)
        costs = [int(n in asked) for n in range(len(diagrams.group_of))]
        numbers = LongestPath(diagrams, roots, costs).of(TRUE)
        found |= dict(zip(names, numbers, strict=True))
    return {name: found[name] for name in space.encoding.starts}


def longest_conversation(space: Conversations, start: str) -> Conversation:
    """Give the smallest of the longest conversations from a start."""
    diagrams, refining = space.diagrams, _refining(space.library, start)
    asked = _asked(space, refining)
    wanted = diagrams.conj(space.encoding.starts[start], _put_off(space, refining))
    costs = [
        -ASKED_COST if level in asked else each % ASKED_COST
        for level, each in enumerate(space.encoding.costs)
    ]
    found = held(space, lightest(space, wanted, costs))
    answers = (each for each in found.answers if each[0] not in refining)
    return replace(found, answers=tuple(answers))


def _refining(library: Library, start: str) -> frozenset[str]:
    """Give the questions that only refine in every tree that may follow on a start."""
    trees = {start}
    while (
        more := {
            follow.tree for name in trees for follow in library.trees[name].follow_ups
        }
        - trees
    ):
        trees |= more
    asked = [each for name in trees for each in library.trees[name].questions]
    decisive = {each.id for each in asked if not each.refines}
    return frozenset(each.id for each in asked) - decisive


def _put_off(space: Conversations, refining: frozenset[str]) -> Node:
    """Give the conversations in which no question that only refines is answered."""
    diagrams, result = space.diagrams, TRUE
    for name, fact_vars in space.encoding.facts.items():
        if name in refining:
            chosen = diagrams.any_of(fact_vars.options.values())
            answered = diagrams.conj(fact_vars.asked, chosen)
            result = diagrams.without(result, answered)
    return result


def _asked(space: Conversations, refining: frozenset[str]) -> set[Level]:
    """Give the levels that tell whether a question is asked before the overview."""
    return {
        space.diagrams.level[fact_vars.asked]
        for name, fact_vars in space.encoding.facts.items()
        if name not in refining
    }
