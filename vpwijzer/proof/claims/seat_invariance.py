"""Invariance: whether the same answers lead to the same outcome from every seat.

Every conversation of the adviser and the employee is held once more from the
trainer's seat, who is asked everything, with the same answers. Trees and routes
must be the same, but for the trees that only the adviser walks.
"""

from collections.abc import Iterator

from vpwijzer.model import Library, Question, Seat
from vpwijzer.proof.bdd import Node
from vpwijzer.proof.claims import rules
from vpwijzer.proof.claims.rules import Violation, violation
from vpwijzer.proof.claims.sites import Sites
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.counterfactual import Counterfactual, where_known
from vpwijzer.proof.space.symbolic_logic import Value
from vpwijzer.proof.space.symbolic_outcome import rulings


def check_seat(space: Conversations, sites: Sites, seat: Seat) -> Iterator[Violation]:
    """Report the first tree or route that differs from the trainer's seat."""
    where = space.encoding.seat(seat)

    def answer(question: Question) -> Value:
        value = space.base.values[question.id]
        return where_known(space, question, value, value.known)

    found = Counterfactual(space, answer, where, (), Seat.TRAINER).run()
    if found.values == space.base.values and found.walked == space.base.walked:
        return
    now = Sites(space, rulings(space.library, space.diagrams, found))
    violations = _differences(space, sites, now, where)
    yield from (violation for violation, _ in zip(violations, range(1), strict=False))


def _differences(
    space: Conversations, before: Sites, now: Sites, where: Node
) -> Iterator[Violation]:
    diagrams, library = space.diagrams, space.library
    shared = frozenset(t.id for t in library.trees.values() if not t.adviser_only)
    for tree in sorted(shared, key=list(library.trees).index):
        pair = before.rulings.walked[tree], now.rulings.walked[tree]
        shown = diagrams.conj(where, diagrams.xor(*pair))
        if space.possible(shown):
            yield violation(
                rules.SEAT_CHANGES_TREE, library.trees[tree].at, tree, shown=shown
            )
    for name in _routes(library, shared):
        route = library.routes[name]
        walked = before.rulings.any_walked(tuple(set(route.trees) & shared))
        for shown in _changes(before, now, name):
            seen = diagrams.all_of((where, walked, shown))
            if space.possible(seen):
                yield violation(rules.SEAT_CHANGES_ROUTE, route.at, name, shown=seen)
                break


def _routes(library: Library, shared: frozenset[str]) -> Iterator[str]:
    return (r.id for r in library.routes.values() if set(r.trees) & shared)


def _changes(before: Sites, now: Sites, name: str) -> Iterator[Node]:
    diagrams, route = before.space.diagrams, before.space.library.routes[name]
    for one, two in zip(before.route(route), now.route(route), strict=True):
        pairs = zip(
            one.evaluate(one.condition), two.evaluate(two.condition), strict=True
        )
        for first, second in pairs:
            here = diagrams.conj(one.where, first), diagrams.conj(two.where, second)
            yield diagrams.xor(*here)
