"""Whether every guarantee holds in every conversation that it is about."""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import TypeAlias

from vpwijzer.model import Asked, Guarantee, Library, Promise, Route, Selector
from vpwijzer.proof.bdd.diagram import FALSE, TRUE
from vpwijzer.proof.claims.asked import followed, not_asked
from vpwijzer.proof.claims.rules import (
    GUARANTEE_BROKEN,
    GUARANTEE_IDLE,
    GUARANTEE_WITHOUT_ROUTE,
    Violation,
    violation,
)
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.symbolic_outcome import Rulings

Way: TypeAlias = tuple[tuple[str, ...], int]
"""Routes, and where they break a promise."""

MOST_ROUTES = 3
"""Enough to see where to look."""


def check_guarantee(
    space: Conversations, rulings: Rulings, guarantee: Guarantee
) -> Iterator[Violation]:
    """Report a guarantee that some conversation breaks, or that is about none."""
    conj = space.diagrams.conj
    premise = concerned(space, rulings, guarantee)

    def arises(where: int) -> bool:
        return space.possible(conj(premise, where))

    silent = _silent(space, rulings, guarantee, arises)
    if not _promises(rulings, guarantee, silent, arises):
        yield violation(GUARANTEE_IDLE, guarantee.at, guarantee.id)
        return
    shown = [way for way in _ways(rulings, guarantee) if arises(way[1])]
    if shown:
        remedy = _remedy(guarantee, [name for names, _ in shown for name in names])
        smallest = conj(premise, space.diagrams.any_of(where for _, where in shown))
        yield violation(
            GUARANTEE_BROKEN, guarantee.at, guarantee.id, remedy, shown=smallest
        )
        return
    if not isinstance(guarantee.promise, Asked):
        _, selector = guarantee.promise
        silent &= set(selector.routes)
        for name in silent | _never_before(rulings, selector, arises):
            at = selector.places.get(name, guarantee.at)
            yield violation(GUARANTEE_WITHOUT_ROUTE, at, guarantee.id, name)


def _remedy(guarantee: Guarantee, names: list[str]) -> str:
    """Say what to do about a guarantee that these routes break."""
    if isinstance(guarantee.promise, Asked):
        return f"stel de vraag '{guarantee.promise.question}' eerder"
    routes = [f"'{name}'" for name in dict.fromkeys(names)]
    if not routes:
        return "voeg een route toe"
    left = len(routes) - MOST_ROUTES
    more = f" en nog {left}" if left > 0 else ""
    what = "route" if len(routes) == 1 else "routes"
    return f"kijk naar de {what} {', '.join(routes[:MOST_ROUTES])}{more}"


def concerned(space: Conversations, rulings: Rulings, guarantee: Guarantee) -> int:
    """Give the conversations that a guarantee is about."""
    walked = [space.base.walked.get(tree, FALSE) for tree in guarantee.trees]
    holds = rulings.true(guarantee.condition)
    return space.diagrams.all_of((*walked, holds))


def _silent(
    space: Conversations,
    rulings: Rulings,
    guarantee: Guarantee,
    arises: Callable[[int], bool],
) -> set[str]:
    """Give the selected routes about which nothing is promised anywhere."""
    if isinstance(guarantee.promise, Asked):
        return set()
    promise, selector = guarantee.promise
    conj, about = space.diagrams.conj, ABOUT.get(promise, _anything)

    def is_silent(where: int, route: Route) -> bool:
        told = about(rulings, route)
        if promise is Promise.CLOSED:  # that here none is of that kind is the promise
            return not (space.possible(where) and arises(told))
        return not arises(conj(where, told))

    chosen = _selected(rulings, selector)
    return {route.id for where, route in chosen if is_silent(where, route)}


def _never_before(
    rulings: Rulings, selector: Selector, arises: Callable[[int], bool]
) -> set[str]:
    """Give the routes that may stand before the chosen ones and never have priority."""
    allowed = (rulings.library.routes[name] for name in selector.after)
    return {route.id for route in allowed if not arises(rulings.first(route))}


def _promises(
    rulings: Rulings,
    guarantee: Guarantee,
    silent: set[str],
    arises: Callable[[int], bool],
) -> bool:
    """Tell whether a guarantee promises anything at all."""
    if isinstance(guarantee.promise, Asked):
        return arises(followed(rulings, guarantee.promise))
    promise, selector = guarantee.promise
    if promise in SOME:  # no route to choose from is not idle but broken
        return arises(TRUE)
    left = {route.id for _, route in _selected(rulings, selector)} - silent
    return len(left) > (promise is Promise.NEVER_TOGETHER)


def _ways(rulings: Rulings, guarantee: Guarantee) -> Iterator[Way]:
    """Give the ways in which a guarantee can be broken, each as small as it can be."""
    if isinstance(guarantee.promise, Asked):
        yield (), not_asked(rulings, guarantee.promise)
        return
    promise, selector = guarantee.promise
    chosen = list(_selected(rulings, selector))
    diagrams = rulings.diagrams
    if promise in EACH:
        for where, route in chosen:
            yield (route.id,), diagrams.without(where, EACH[promise](rulings, route))
        if promise is Promise.FIRST:
            yield from _overtaken(rulings, selector, chosen)
    elif promise in SOME:
        kept = [diagrams.conj(w, SOME[promise](rulings, r)) for w, r in chosen]
        names = tuple(route.id for _, route in chosen)
        yield names, diagrams.negate(diagrams.any_of(sorted(kept)))
    else:
        yield from _together(rulings, chosen)


def _overtaken(
    rulings: Rulings, selector: Selector, chosen: list[tuple[int, Route]]
) -> Iterator[Way]:
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


def _together(rulings: Rulings, chosen: list[tuple[int, Route]]) -> Iterator[Way]:
    conj = rulings.diagrams.conj
    apply = [(r.id, conj(where, rulings.route(r).applies)) for where, r in chosen]
    for (name, here), (other, there) in combinations(apply, 2):
        yield (name, other), conj(here, there)


def _selected(rulings: Rulings, selector: Selector) -> Iterator[tuple[int, Route]]:
    """Give the routes that a selector names, and where it does."""
    for route in selector.candidates(rulings.library.routes):
        named = route.id in selector.routes
        yield TRUE if named else _at_levels(rulings, selector, route), route


def routes_of(library: Library, guarantee: Guarantee) -> Iterator[Route]:
    """Give the routes that a guarantee may be about."""
    promise = guarantee.promise
    if not isinstance(promise, Asked):
        yield from promise[1].candidates(library.routes)
    elif promise.before_route:
        yield library.routes[promise.before_route]


def _at_levels(rulings: Rulings, selector: Selector, route: Route) -> int:
    diagrams = rulings.diagrams
    result = rulings.route(route).listed
    for aspect, levels in selector.levels.items():
        options = route.consequences.get(aspect, ())
        hits = [c for o, _, c in rulings.effects(options) if o.level in levels]
        result = diagrams.conj(result, diagrams.any_of(hits))
    return result


def _applies(rulings: Rulings, route: Route) -> int:
    return rulings.route(route).applies


def _visible(rulings: Rulings, route: Route) -> int:
    return rulings.route(route).visible


def _hidden(rulings: Rulings, route: Route) -> int:
    return rulings.diagrams.negate(rulings.route(route).visible)


def _warned(rulings: Rulings, route: Route) -> int:
    return rulings.diagrams.disj(_hidden(rulings, route), rulings.warned(route))


def _against(rulings: Rulings, route: Route) -> int:
    return rulings.diagrams.disj(_hidden(rulings, route), rulings.against(route))


def _walked(rulings: Rulings, route: Route) -> int:
    return rulings.route(route).walked


def _anything(rulings: Rulings, route: Route) -> int:  # noqa: ARG001 - as the others
    return TRUE


EACH: dict[Promise, Callable[[Rulings, Route], int]] = {
    Promise.FIRST: Rulings.first,
    Promise.APPLIES: _applies,
    Promise.APPLIES_FREELY: Rulings.freely,
    Promise.VISIBLE: _visible,
    Promise.CLOSED: _hidden,
    Promise.WARNED: _warned,
    Promise.AGAINST: _against,
}
SOME: dict[Promise, Callable[[Rulings, Route], int]] = {
    Promise.ONE_APPLIES: _applies,
    Promise.ONE_APPLIES_FREELY: Rulings.freely,
    Promise.ONE_VISIBLE: _visible,
}
ABOUT: dict[Promise, Callable[[Rulings, Route], int]] = {
    **SOME,
    Promise.CLOSED: _walked,
    Promise.WARNED: _visible,
    Promise.AGAINST: _visible,
    Promise.NEVER_TOGETHER: _applies,
}
"""Where there is something to promise about a route; anywhere when it stands not here.

What must apply and never does, is not silent but broken.
"""
