"""What the answers to come can still change; pure."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import chain

from vpwijzer.engine.logic import Truth, View, holds, settling
from vpwijzer.model import (
    ALWAYS,
    Asked,
    Condition,
    Consequence,
    Facts,
    Library,
    Route,
    Tree,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A moment in a conversation: what is known, and what may come."""

    library: Library
    facts: Facts
    """Only what was answered: of a skipped question anything may be so."""
    queued: Collection[str]
    """The trees that were or surely will be walked."""
    ahead: tuple[Tree, ...]
    """What is left of the current tree, and every tree that may come after it."""


def stake(place: Place) -> frozenset[str]:
    """Give the questions that still count; with every answer there are fewer.

    A condition that holds or fails while the rest is unknown, stays so whatever
    is answered. So an answer counts only where a condition is still unknown.
    """
    view = View(place.facts, place.library.concepts, over=False)
    reached = _reached(place, view)
    may = set(_promised(place.library))
    for condition in _counting(place, view, reached):
        may |= set(settling(condition, view))
    may |= _leading_to(may, place, view, reached)
    return frozenset(may)


def settled_by(place: Place) -> Counter[str]:
    """Count for each question what an answer may settle of all that is shown."""
    view = View(place.facts, place.library.concepts, over=False)
    return Counter(
        name
        for condition in _counting(place, view, _reached(place, view))
        for name in set(settling(condition, view))
    )


def _promised(library: Library) -> Iterator[str]:
    """Give the questions that a guarantee wants asked, whatever they change."""
    for guarantee in library.guarantees.values():
        if isinstance(guarantee.promise, Asked):
            yield guarantee.promise.question


def _reached(place: Place, view: View) -> set[str]:
    """Give the trees that were or may still be walked."""
    coming = {tree.id for tree in place.ahead}
    reached = set(place.queued)
    for tree in place.ahead:
        if tree.id in reached:
            reached |= {
                follow_up.tree
                for follow_up in tree.follow_ups
                if follow_up.tree in coming
                and holds(follow_up.condition, view) is not Truth.FALSE
            }
    return reached


def _counting(place: Place, view: View, reached: set[str]) -> Iterator[Condition]:
    library = place.library
    for tree in place.ahead:
        for follow_up in tree.follow_ups if tree.id in reached else ():
            if follow_up.tree in reached and follow_up.tree not in place.queued:
                yield follow_up.condition
    for route in library.routes.values():
        if reached & set(route.trees):
            yield from _counting_on(route, view)
    for clock in library.clocks.values():
        trees = {tree for name in clock.routes for tree in library.routes[name].trees}
        if reached & trees:
            yield clock.condition


def _counting_on(route: Route, view: View) -> Iterator[Condition]:
    """Give what decides about a route; of a closed one only where it stands."""
    truth = holds(route.condition, view)
    yield route.condition
    for ranking in route.meant, route.wish:
        if ranking is not None:
            yield ranking
    if truth is not Truth.FALSE:
        if route.priority is not None:
            yield route.priority
        for part in chain(*route.separate_parts.values()):
            if part.condition != ALWAYS:  # most are, and weighing takes time
                yield part.condition
        for options in route.consequences.values():
            yield from _counting_effect(options, view)


def _counting_effect(
    options: tuple[Consequence, ...], view: View
) -> Iterator[Condition]:
    """Give what decides which consequence holds; after one that does, none counts."""
    for option in options:
        yield option.condition
        if holds(option.condition, view) is Truth.TRUE:
            return


def _leading_to(
    names: set[str], place: Place, view: View, reached: set[str]
) -> set[str]:
    """Add the questions that decide whether one of these is asked, or fill it."""
    found = set(names)
    coming = [
        question
        for tree in place.ahead
        for question in tree.questions
        if tree.id in reached and question.id not in place.facts
    ]
    for question in reversed(coming):
        fills = {each.fact for option in question.options for each in option.implies}
        if fills & found - place.facts.keys():
            found.add(question.id)
        if question.id in found:
            found |= set(settling(question.condition, view))
    return found
