"""Whether every guarantee holds in every conversation that it is about."""

from collections.abc import Callable, Iterator

from vpwijzer.model import Asked, Guarantee, Library, Promise, Route, Selector
from vpwijzer.proof.bdd import FALSE, TRUE, Node
from vpwijzer.proof.claims import rules
from vpwijzer.proof.claims.breaches import (
    ABOUT,
    SOME,
    breaches,
    followed,
    selected,
)
from vpwijzer.proof.claims.rules import Violation, violation
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.symbolic_outcome import Rulings

MOST_ROUTES = 3
"""Enough to see where to look."""


def check_guarantee(
    space: Conversations, rulings: Rulings, guarantee: Guarantee
) -> Iterator[Violation]:
    """Report a guarantee that some conversation breaks, or that is about none."""
    conj = space.diagrams.conj
    premise = concerned(space, rulings, guarantee)

    def arises(where: Node) -> bool:
        return space.possible(conj(premise, where))

    silent = _silent(space, rulings, guarantee, arises)
    if not _promises(rulings, guarantee, silent, arises):
        yield violation(rules.GUARANTEE_IDLE, guarantee.at, guarantee.id)
        return
    shown = [way for way in breaches(rulings, guarantee, arises) if arises(way[1])]
    if shown:
        remedy = _remedy(guarantee, [names for names, _ in shown])
        smallest = conj(premise, space.diagrams.any_of(where for _, where in shown))
        yield violation(
            rules.GUARANTEE_BROKEN, guarantee.at, guarantee.id, remedy, shown=smallest
        )
        return
    if not isinstance(guarantee.promise, Asked):
        _, selector = guarantee.promise
        silent &= set(selector.routes)
        for name in silent | _never_before(rulings, selector, arises):
            at = selector.places.get(name, guarantee.at)
            yield violation(rules.GUARANTEE_WITHOUT_ROUTE, at, guarantee.id, name)


def _remedy(guarantee: Guarantee, broken: list[tuple[str, ...]]) -> str:
    """Say what to do about a guarantee that these routes break, alone or together."""
    if isinstance(guarantee.promise, Asked):
        return f"stel de vraag '{guarantee.promise.question}' eerder"
    if guarantee.promise[0] is Promise.FIRST_SCREEN:
        pushing = [names[1] for names in broken if len(names) > 1]
        if pushing:
            return f"kijk met 'bij-uitstek' wat hier voorgaat: nu {_some(pushing)}"
    names = [name for names in broken for name in names]
    return f"kijk naar {_some(names)}" if names else "voeg een route toe"


def _some(names: list[str]) -> str:
    routes = [f"'{name}'" for name in dict.fromkeys(names)]
    left = len(routes) - MOST_ROUTES
    more = f" en nog {left}" if left > 0 else ""
    what = "de route" if len(routes) == 1 else "de routes"
    return f"{what} {', '.join(routes[:MOST_ROUTES])}{more}"


def concerned(space: Conversations, rulings: Rulings, guarantee: Guarantee) -> Node:
    """Give the conversations that a guarantee is about."""
    walked = [space.base.walked.get(tree, FALSE) for tree in guarantee.trees]
    holds = rulings.true(guarantee.condition)
    return space.diagrams.all_of((*walked, holds))


def _silent(
    space: Conversations,
    rulings: Rulings,
    guarantee: Guarantee,
    arises: Callable[[Node], bool],
) -> set[str]:
    """Give the selected routes about which nothing is promised anywhere."""
    if isinstance(guarantee.promise, Asked):
        return set()
    promise, selector = guarantee.promise
    conj, about = space.diagrams.conj, ABOUT.get(promise)

    def is_silent(where: Node, route: Route) -> bool:
        told = about(rulings, route) if about else TRUE
        if promise is Promise.CLOSED:  # that here none is of that kind is the promise
            return not (space.possible(where) and arises(told))
        return not arises(conj(where, told))

    chosen = selected(rulings, selector)
    return {route.id for where, route in chosen if is_silent(where, route)}


def _never_before(
    rulings: Rulings, selector: Selector, arises: Callable[[Node], bool]
) -> set[str]:
    """Give the routes that may stand before the chosen ones and never have priority."""
    allowed = (rulings.library.routes[name] for name in selector.after)
    return {route.id for route in allowed if not arises(rulings.first(route))}


def _promises(
    rulings: Rulings,
    guarantee: Guarantee,
    silent: set[str],
    arises: Callable[[Node], bool],
) -> bool:
    """Tell whether a guarantee promises anything at all."""
    if isinstance(guarantee.promise, Asked):
        return arises(followed(rulings, guarantee.promise))
    promise, selector = guarantee.promise
    if promise in SOME:  # no route to choose from is not idle but broken
        return arises(TRUE)
    left = {route.id for _, route in selected(rulings, selector)} - silent
    return len(left) > (promise is Promise.NEVER_TOGETHER)


def routes_of(library: Library, guarantee: Guarantee) -> Iterator[Route]:
    """Give the routes that a guarantee may be about."""
    promise = guarantee.promise
    if not isinstance(promise, Asked):
        yield from promise[1].candidates(library.routes)
    elif promise.before_route:
        yield library.routes[promise.before_route]
