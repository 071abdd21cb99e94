"""Whether every question and every tree is reached, and nothing is filled twice."""

from collections.abc import Iterator

from vpwijzer.model import Question, Tree
from vpwijzer.proof.claims.rules import (
    ALREADY_KNOWN,
    FILLED_TWICE,
    NEVER_FOLLOWS,
    ONLY_UNSURE,
    QUESTION_UNREACHED,
    Violation,
    violation,
)
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.symbolic_walk import Filled


def check_question(
    space: Conversations, tree: Tree, question: Question
) -> Iterator[Violation]:
    """Report a question that no conversation asks in this tree."""
    if not space.possible(space.base.walked[tree.id]):
        return
    moment = space.base.moments[tree.id, question.id]
    if not space.possible(moment.reached):
        yield violation(QUESTION_UNREACHED, question.at, question.id, tree.id)
    elif not space.possible(moment.surely):
        yield violation(ONLY_UNSURE, question.at, question.id, shown=moment.reached)
    elif not space.possible(moment.asked):
        yield violation(
            ALREADY_KNOWN, question.at, question.id, tree.id, shown=moment.reached
        )


def check_follow_up(
    space: Conversations, tree: Tree, number: int
) -> Iterator[Violation]:
    """Report a tree that never follows on this one."""
    follow_up = tree.follow_ups[number]
    here = space.base.follow_ups[tree.id, number]
    if not space.possible(space.base.walked[tree.id]):
        return
    if not space.possible(here):
        yield violation(NEVER_FOLLOWS, follow_up.at, tree.id, follow_up.tree)
    elif not space.possible(space.base.surely[tree.id, number]):
        yield violation(ONLY_UNSURE, follow_up.at, follow_up.tree, shown=here)


def check_filled(space: Conversations, filled: Filled) -> Iterator[Violation]:
    """Report an option that fills a fact which already has another answer."""
    if space.possible(filled.clashing):
        at, clause = filled.clause.at, filled.clause
        yield violation(
            FILLED_TWICE, at, filled.option.id, clause.fact, shown=filled.clashing
        )
