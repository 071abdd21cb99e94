"""Reachability: of questions and trees, of routes, and of an end that helps.

That every route is decided once nobody said "weet ik niet" needs no check: only an
answer that may hold more makes a clause unknown, and "and", "or" and `tenzij` make
nothing unknown by themselves.
"""

from collections.abc import Iterator

from vpwijzer.engine.logic import clauses_in, questions_read
from vpwijzer.model import ALWAYS, Clause, Item, Question, Route, Tree
from vpwijzer.proof.bdd import Node
from vpwijzer.proof.claims import rules
from vpwijzer.proof.claims.rules import Violation, violation
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.symbolic_outcome import Rulings
from vpwijzer.proof.space.symbolic_walk import Filled


def check_end(
    space: Conversations, rulings: Rulings, tree: Tree
) -> Iterator[Violation]:
    """Report a start from which a conversation may end with nothing that helps."""
    diagrams, library = space.diagrams, space.library
    left = space.encoding.starts[tree.id]
    helping = [
        route
        for route in library.routes.values()
        if (track := library.tracks.get(route.track)) and track.is_help
    ]
    always = [route for route in helping if route.condition == ALWAYS]
    rest = [route for route in helping if route.condition != ALWAYS]
    for group in (always, rest):  # what is always open often settles it
        for way in sorted(rulings.freely(route) for route in group):
            left = diagrams.without(left, way)
            if not space.possible(left):
                return
    if space.possible(left):
        yield violation(rules.NO_HELPING_END, tree.at, tree.id, shown=left)


def check_route(
    space: Conversations, rulings: Rulings, route: Route
) -> Iterator[Violation]:
    """Report a route that always or never stands open.

    A route falls away when it is closed, and also when it is not listed.
    """
    standing = rulings.route(route)
    if not space.possible(standing.walked):
        return
    if not space.possible(standing.applies):
        yield _never(space, rulings, route)
        return
    gone = space.diagrams.without(standing.walked, standing.visible)
    if route.condition != ALWAYS and not space.possible(gone):
        yield violation(rules.NEVER_FALLS, route.at, route.id)
    for item in route.condition.unless:
        yield from _check_exception(space, rulings, route, item)


def _never(space: Conversations, rulings: Rulings, route: Route) -> Violation:
    """Say why a route never applies, as precisely as can be."""
    diagrams = space.diagrams
    so_far = rulings.route(route).walked
    for item in route.condition.when:
        holds = rulings.evaluator.item(item).true
        together = diagrams.conj(so_far, holds)
        alone = diagrams.conj(rulings.route(route).walked, holds)
        if not space.possible(together) and space.possible(alone):
            return violation(
                rules.CONDITIONS_EXCLUDE, next(clauses_in([item])).at, route.id
            )
        so_far = together
    return violation(rules.NEVER_APPLIES, route.at, route.id)


def _check_exception(
    space: Conversations, rulings: Rulings, route: Route, item: Item
) -> Iterator[Violation]:
    """Report an exception that nobody asked after where the route applies."""
    diagrams, concepts = space.diagrams, space.library.concepts
    truths = rulings.evaluator.item(item)
    silent = diagrams.without(truths.unasked, truths.unknown)
    silent = diagrams.conj(silent, rulings.route(route).applies)
    for clause in clauses_in([item]):
        shown = diagrams.conj(silent, _unasked(rulings, clause))
        if space.possible(shown):
            fact = next(questions_read([clause], concepts), clause.fact)
            yield violation(
                rules.EXCEPTION_NOT_ASKED, clause.at, route.id, fact, shown=shown
            )
            return


def _unasked(rulings: Rulings, clause: Clause) -> Node:
    truths = rulings.evaluator.item(clause)
    return rulings.diagrams.without(truths.unasked, truths.unknown)


def check_question(
    space: Conversations, tree: Tree, question: Question
) -> Iterator[Violation]:
    """Report a question that no conversation asks in this tree."""
    if not space.possible(space.base.walked[tree.id]):
        return
    moment = space.base.moments[tree.id, question.id]
    if not space.possible(moment.reached):
        yield violation(rules.QUESTION_UNREACHED, question.at, question.id, tree.id)
    elif not space.possible(moment.surely):
        yield violation(
            rules.ONLY_UNSURE, question.at, question.id, shown=moment.reached
        )
    elif not space.possible(moment.asked):
        yield violation(
            rules.ALREADY_KNOWN, question.at, question.id, tree.id, shown=moment.reached
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
        yield violation(rules.NEVER_FOLLOWS, follow_up.at, tree.id, follow_up.tree)


def check_filled(space: Conversations, filled: Filled) -> Iterator[Violation]:
    """Report an option that fills a fact which already has another answer."""
    if space.possible(filled.clashing):
        at, clause = filled.clause.at, filled.clause
        yield violation(
            rules.FILLED_TWICE, at, filled.option.id, clause.fact, shown=filled.clashing
        )
