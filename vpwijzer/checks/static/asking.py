"""Trees, their order and their questions."""

from collections.abc import Iterator

from vpwijzer.checks import rules
from vpwijzer.checks.static.reach import ancestors, reachable
from vpwijzer.engine.logic import clauses_in, questions_read
from vpwijzer.model import Condition, Library, Question, Tree
from vpwijzer.model.finding import Finding

FEWEST = 2
"""With one option the answer is known before it is given."""


def check_asking(library: Library) -> Iterator[Finding]:
    """Report trees and questions that cannot be asked as they are written."""
    yield from _check_starts(library)
    for tree in library.trees.values():
        yield from _check_follow_ups(tree, library)
        asked = _asked_before(tree, library)
        for question in tree.questions:
            yield from _check_question(question)
            yield from _check_reads(question.condition, asked, library)
            yield from _check_implied(question, asked, library)
            asked = asked | {question.id}
        for follow_up in tree.follow_ups:
            yield from _check_reads(follow_up.condition, asked, library)


def check_closings(library: Library) -> Iterator[Finding]:
    """Report questions after the outcome that cannot be asked as they are written."""
    for closing in library.closings.values():
        asked: frozenset[str] = frozenset()
        for question in closing.questions:
            if question.options:
                yield from _check_question(question)
            # Only questions stand here: an own one may be named like a concept.
            yield from _check_reads(question.condition, asked, Library())
            asked = asked | {question.id}


def _check_starts(library: Library) -> Iterator[Finding]:
    found = reachable(library)
    for tree in library.trees.values():
        if tree.id not in found:
            yield rules.TREE_UNREACHED.at(tree.at, tree.id)


def _check_follow_ups(tree: Tree, library: Library) -> Iterator[Finding]:
    order = list(library.trees)
    for follow_up in tree.follow_ups:
        if order.index(follow_up.tree) <= order.index(tree.id):
            yield rules.FOLLOWS_BACK.at(follow_up.at, follow_up.tree, tree.id)


def _asked_before(tree: Tree, library: Library) -> frozenset[str]:
    return frozenset(
        question.id
        for name in ancestors(tree.id, library)
        for question in library.trees[name].questions
    )


def _check_reads(
    condition: Condition, asked: frozenset[str], library: Library
) -> Iterator[Finding]:
    for clause in clauses_in(condition.items):
        for question in questions_read((clause,), library.concepts):
            if question not in asked:
                yield rules.ASKED_LATER.at(clause.at, question)


def _check_question(question: Question) -> Iterator[Finding]:
    if len(question.options) < FEWEST:
        yield rules.TOO_FEW_OPTIONS.at(question.at, question.id)
    for option in question.options:
        if option.alone and not question.several:
            yield rules.ALONE_ANYWAY.at(option.at, option.id)


def _check_implied(
    question: Question, asked: frozenset[str], library: Library
) -> Iterator[Finding]:
    questions = library.questions
    for option in question.options:
        for clause in option.implies:
            target = questions.get(clause.fact)
            if target is None or target.several or len(clause.values) > 1:
                yield rules.CANNOT_FILL.at(clause.at, clause.fact)
            elif target.id in asked | {question.id}:
                yield rules.FILLS_TOO_LATE.at(clause.at, clause.fact)
