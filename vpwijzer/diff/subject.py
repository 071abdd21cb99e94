"""What two versions are compared on, and the trees that each of it belongs to."""

from collections.abc import Iterator
from enum import Enum
from typing import TypeAlias

from vpwijzer.diff.align import in_one_order
from vpwijzer.model import Library


class Kind(Enum):
    """What is seen; the first are the heaviest."""

    ROUTE = "route"
    FIRST = "first"
    AGAINST = "against"
    CLOCK = "clock"
    TREE = "tree"
    QUESTION = "question"
    CAUTION = "caution"
    CONSEQUENCE = "consequence"
    CONTACT = "contact"
    STEP = "step"
    ADVISER_DOES = "adviser_does"
    ADVISER_DOES_NOT = "adviser_does_not"
    MEANT = "meant"
    FITS = "fits"


Subject: TypeAlias = tuple[Kind, str]
"""A tree, question, route or clock, with everything that is seen of it."""


def subjects(old: Library, new: Library) -> Iterator[Subject]:
    """Give everything that a conversation may show or ask."""
    for kind, one, two in (
        (Kind.TREE, old.trees, new.trees),
        (Kind.QUESTION, old.questions, new.questions),
        (Kind.ROUTE, old.routes, new.routes),
        (Kind.CLOCK, old.clocks, new.clocks),
    ):
        yield from ((kind, name) for name in in_one_order(one, two))


def homes(library: Library, subject: Subject) -> frozenset[str]:
    """Give the trees that a question, route or clock belongs to."""
    kind, name = subject
    if kind is Kind.QUESTION:
        trees = library.trees.values()
        return frozenset(t.id for t in trees if any(q.id == name for q in t.questions))
    names = [name]
    if kind is Kind.CLOCK:
        names = list(library.clocks[name].routes) if name in library.clocks else []
    routes = [library.routes[each] for each in names if each in library.routes]
    return frozenset(tree for route in routes for tree in route.trees)
