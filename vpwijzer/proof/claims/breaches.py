"""Where a promise of a guarantee is broken, per form that a promise has."""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import TypeAlias

from vpwijzer.model import Asked, Guarantee, Promise, Route, Selector
from vpwijzer.proof.bdd import FALSE, TRUE, Node
from vpwijzer.proof.space.symbolic_first_screen import FirstScreens
from vpwijzer.proof.space.symbolic_outcome import Rulings

Breach: TypeAlias = tuple[tuple[str, ...], Node]
"""The routes that break a promise together, and a diagram of where."""


def breaches(
    rulings: Rulings, guarantee: Guarantee, arises: Callable[[Node], bool]
) -> Iterator[Breach]:
    """Give every breach of a guarantee; its premise may be left aside.

    Each names as few routes as it can, so that a finding points at the cause.
    """
    if isinstance(guarantee.promise, Asked):
        yield (), not_asked(rulings, guarantee.promise)
        return
    promise, selector = guarantee.promise
    chosen = list(selected(rulings, selector))
    diagrams = rulings.diagrams
    if promise in EACH:
        for where, route in chosen:
            yield (route.id,), diagrams.without(where, EACH[promise](rulings, route))
        if promise is Promise.FIRST:
            yield from _overtaken(rulings, selector, chosen)
    elif promise is Promise.FIRST_SCREEN:
        walked = (rulings.walked.get(tree, FALSE) for tree in guarantee.trees)
        premise = diagrams.all_of((*walked, rulings.true(guarantee.condition)))
        screens = FirstScreens(rulings)
        for where, route in chosen:
            here = diagrams.conj(premise, where)
            yield from screens.missing(route, here, arises)
    elif promise in SOME:
        kept = [diagrams.conj(w, SOME[promise](rulings, r)) for w, r in chosen]
        names = tuple(route.id for _, route in chosen)
        yield names, diagrams.negate(diagrams.any_of(sorted(kept)))
    else:
        yield from _together(rulings, chosen)


def _overtaken(
    rulings: Rulings, selector: Selector, chosen: list[tuple[Node, Route]]
) -> Iterator[Breach]:
    """Give where another route with priority stands before a chosen one.

    Routes with priority stand in the order of the library, in every conversation.
    """
    diagrams, named = rulings.diagrams, {route.id: where for where, route in chosen}
    order = list(rulings.library.routes.values())
    for where, route in chosen:
        for other in order[: order.index(route)]:
            if other.priority is not None and other.id not in selector.after:
                here = diagrams.without(
                    rulings.first(other), named.get(other.id, FALSE)
                )
                yield (route.id, other.id), diagrams.conj(where, here)


def _together(rulings: Rulings, chosen: list[tuple[Node, Route]]) -> Iterator[Breach]:
    conj = rulings.diagrams.conj
    apply = [(r.id, conj(where, rulings.route(r).applies)) for where, r in chosen]
    for (name, here), (other, there) in combinations(apply, 2):
        yield (name, other), conj(here, there)


def selected(rulings: Rulings, selector: Selector) -> Iterator[tuple[Node, Route]]:
    """Give the routes that a selector names, and where it does."""
    for route in selector.candidates(rulings.library.routes):
        named = route.id in selector.routes
        yield TRUE if named else _at_levels(rulings, selector, route), route


def _at_levels(rulings: Rulings, selector: Selector, route: Route) -> Node:
    diagrams = rulings.diagrams
    result = rulings.route(route).listed
    for aspect, levels in selector.levels.items():
        options = route.consequences.get(aspect, ())
        hits = [c for o, _, c in rulings.effects(options) if o.level in levels]
        result = diagrams.conj(result, diagrams.any_of(hits))
    return result


def _hidden(rulings: Rulings, route: Route) -> Node:
    return rulings.diagrams.negate(rulings.route(route).visible)


def _warned(rulings: Rulings, route: Route) -> Node:
    return rulings.diagrams.disj(_hidden(rulings, route), rulings.warned(route))


def _against(rulings: Rulings, route: Route) -> Node:
    return rulings.diagrams.disj(_hidden(rulings, route), rulings.against(route))


Where: TypeAlias = Callable[[Rulings, Route], Node]
"""Gives where something holds of a route."""

EACH: dict[Promise, Where] = {
    Promise.FIRST: Rulings.first,
    Promise.APPLIES: lambda rulings, route: rulings.route(route).applies,
    Promise.APPLIES_FREELY: Rulings.freely,
    Promise.VISIBLE: lambda rulings, route: rulings.route(route).visible,
    Promise.CLOSED: _hidden,
    Promise.WARNED: _warned,
    Promise.AGAINST: _against,
}
SOME: dict[Promise, Where] = {
    Promise.ONE_APPLIES: EACH[Promise.APPLIES],
    Promise.ONE_APPLIES_FREELY: Rulings.freely,
    Promise.ONE_VISIBLE: EACH[Promise.VISIBLE],
}
ABOUT: dict[Promise, Where] = {
    **SOME,
    Promise.CLOSED: lambda rulings, route: rulings.route(route).walked,
    Promise.WARNED: EACH[Promise.VISIBLE],
    Promise.AGAINST: EACH[Promise.VISIBLE],
    Promise.NEVER_TOGETHER: EACH[Promise.APPLIES],
}
"""Where there is something to promise about a route; anywhere when it stands not here.

What must apply and never does, is not silent but broken.
"""


def followed(rulings: Rulings, promise: Asked) -> Node:
    """Give where there comes something for which a question must be asked."""
    shown = known = TRUE
    if promise.before_route:
        shown = rulings.route(rulings.library.routes[promise.before_route]).visible
    if promise.before_question:
        stamps = rulings.history.get(promise.before_question, [])
        known = stamps[-1][2] if stamps else FALSE
    return rulings.diagrams.conj(shown, known)


def not_asked(rulings: Rulings, promise: Asked) -> Node:
    """Give where a question does not come before the other, or before the route."""
    diagrams, history = rulings.diagrams, rulings.history
    concerned = TRUE
    if promise.before_route:
        concerned = rulings.route(rulings.library.routes[promise.before_route]).visible
    stamps = history.get(promise.question, [])
    if not promise.before_question:
        known = stamps[-1][2] if stamps else FALSE
        return diagrams.without(concerned, known)
    late = [
        diagrams.without(here, _known_before(stamps, moment))
        for moment, here, _ in history.get(promise.before_question, [])
    ]
    return diagrams.conj(concerned, diagrams.any_of(late))


def _known_before(stamps: list[tuple[int, Node, Node]], moment: int) -> Node:
    earlier = [known for stamp, _, known in stamps if stamp < moment]
    return earlier[-1] if earlier else FALSE
