"""Trees, their order and their questions."""

from collections.abc import Iterator

from vpwijzer.checks import rules
from vpwijzer.checks.static.reach import ancestors, reachable
from vpwijzer.engine.logic import clauses_in, questions_read
from vpwijzer.model import Asked, Condition, Library, Question, Tree
from vpwijzer.model.finding import Finding

FEWEST = 2
"""With one option the answer is known before it is given."""


def check_asking(library: Library) -> Iterator[Finding]:
    """Report trees and questions that cannot be asked as they are written."""
    yield from _check_starts(library)
    yield from _check_refining(library)
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


def check_seats(library: Library) -> Iterator[Finding]:
    """Report what cannot be asked before or after a conversation as it is written."""
    for opening in library.openings.values():
        for condition in opening.conditions():
            yield from _check_reads(condition, frozenset(opening.questions), library)
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


def _check_refining(library: Library) -> Iterator[Finding]:
    """Report questions that only refine, and on which rests what cannot wait."""
    resting = {
        name: words
        for condition, words, at_once in _cannot_wait(library)
        for name in questions_read(condition.items, library.concepts)
        if name not in at_once
    }
    for each in library.guarantees.values():
        if isinstance(each.promise, Asked):
            resting[each.promise.question] = f"de waarborg '{each.id}'"
    for question in library.questions.values():
        if question.refines and not question.unknown_allowed:
            why = "wie niets zegt, weet het niet, en dat kan hier niet"
            yield rules.CANNOT_WAIT.at(question.at, question.id, why)
        elif question.refines and question.id in resting:
            why = f"{resting[question.id]} rust erop"
            yield rules.CANNOT_WAIT.at(question.at, question.id, why)


def _cannot_wait(library: Library) -> Iterator[tuple[Condition, str, set[str]]]:
    """Give what decides about safety, terms or what is asked, and what cannot be late.

    One tree may put off what another asks at once; what that one asks, never waits.
    """
    for tree in library.trees.values():
        at_once = {question.id for question in tree.questions if not question.refines}
        for question in tree.questions:
            if not question.refines:
                yield question.condition, f"de vraag '{question.id}'", at_once
        for follow_up in tree.follow_ups:
            yield follow_up.condition, f"de boom '{follow_up.tree}'", at_once
    for clock in library.clocks.values():
        yield clock.condition, f"de termijn '{clock.id}'", set()
    for route in library.routes.values():
        if route.priority is not None:
            yield route.priority, f"de voorrang van '{route.id}'", set()


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
