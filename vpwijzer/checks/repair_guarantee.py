"""Content in which the routes of a guarantee do as it promises where it holds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from vpwijzer.model import (
    ALWAYS,
    AllOf,
    AnyOf,
    Asked,
    Caution,
    Condition,
    Guarantee,
    Library,
    Promise,
    Route,
    Severity,
)
from vpwijzer.model.position import Position


def kept(library: Library, at: Position) -> Iterator[Library]:
    """Let every route that a guarantee is about keep it."""
    for guarantee in library.guarantees.values():
        if guarantee.at == at and not isinstance(guarantee.promise, Asked):
            promise, selector = guarantee.promise
            if promise in KEEPING:
                chosen = selector.candidates(library.routes)
                made = {r.id: KEEPING[promise](r, guarantee) for r in chosen}
                routes = {**library.routes, **made}
                if promise is Promise.FIRST:
                    stay = {*made, *selector.after}
                    behind = (r for r in routes.values() if r.id not in stay)
                    routes |= {r.id: _behind(r, guarantee) for r in behind}
                yield replace(library, routes=routes)


def _applies(route: Route, guarantee: Guarantee) -> Route:
    own, more = route.condition.when, guarantee.condition.when
    either = Condition((AnyOf((AllOf(own), AllOf(more))),)) if own and more else ALWAYS
    cautions = tuple(c for c in route.cautions if c.severity is Severity.NOTE)
    return replace(route, condition=either, cautions=cautions)


def _first(route: Route, guarantee: Guarantee) -> Route:
    return replace(_applies(route, guarantee), priority=guarantee.condition)


def _behind(route: Route, guarantee: Guarantee) -> Route:
    if route.priority is None:
        return route
    here = guarantee.condition.when
    less = replace(route.priority, unless=(*route.priority.unless, AllOf(here)))
    return replace(route, priority=less if here else None)


def _closed(route: Route, guarantee: Guarantee) -> Route:
    if not guarantee.condition.when:  # a way that is never there cannot be written
        return route
    more = (*route.condition.unless, AllOf(guarantee.condition.when))
    return replace(route, condition=replace(route.condition, unless=more))


def _against(route: Route, guarantee: Guarantee) -> Route:
    more = Caution("+", guarantee.condition, Severity.AGAINST, guarantee.at)
    return replace(route, cautions=(*route.cautions, more))


KEEPING: Mapping[Promise, Callable[[Route, Guarantee], Route]] = {
    Promise.FIRST: _first,
    Promise.APPLIES: _applies,
    Promise.APPLIES_FREELY: _applies,
    Promise.VISIBLE: _applies,
    Promise.ONE_APPLIES: _applies,
    Promise.ONE_APPLIES_FREELY: _applies,
    Promise.ONE_VISIBLE: _applies,
    Promise.CLOSED: _closed,
    Promise.WARNED: _against,
    Promise.AGAINST: _against,
}
"""How a route keeps a promise; of two that exclude each other none is to blame."""
