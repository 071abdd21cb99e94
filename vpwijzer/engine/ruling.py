"""One route with its verdict, and what decided it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from vpwijzer.engine.logic import (
    Truth,
    View,
    any_of,
    deciding,
    holds,
    settling,
    weigh,
)
from vpwijzer.model import (
    Caution,
    Clause,
    Condition,
    Consequence,
    ContactLink,
    Item,
    Route,
    Severity,
)


class Verdict(Enum):
    """What the facts say about a route."""

    APPLIES = "applies"
    OPEN = "open"
    CLOSED = "closed"


VERDICTS = {
    Truth.TRUE: Verdict.APPLIES,
    Truth.UNKNOWN: Verdict.OPEN,
    Truth.FALSE: Verdict.CLOSED,
}


@dataclass(frozen=True, slots=True)
class Reason:
    """A clause that decided, and whether it holds."""

    clause: Clause
    truth: Truth


@dataclass(frozen=True, slots=True)
class Warned:
    """A caution that holds, or that holds only if something unknown is so."""

    caution: Caution
    truth: Truth


@dataclass(frozen=True, slots=True)
class Effect:
    """The consequence that holds now, and how many others are only possible."""

    consequence: Consequence
    possible: int


@dataclass(frozen=True, slots=True)
class Ruling:
    """A route with its verdict and what decided it."""

    route: Route
    verdict: Verdict
    tree: str
    first: bool
    meant_for: bool
    """Whether it is the way for such a case."""
    wished: bool
    because: tuple[Reason, ...]
    cautions: tuple[Warned, ...]
    settled_by: tuple[str, ...]
    effects: Mapping[str, Effect]

    @property
    def advised_against(self) -> bool:
        """Whether a caution that surely holds advises against this route."""
        return any(
            warned.truth is Truth.TRUE and warned.caution.severity is Severity.AGAINST
            for warned in self.cautions
        )

    @property
    def applies_freely(self) -> bool:
        """Whether it applies and nothing advises against it."""
        return self.verdict is Verdict.APPLIES and not self.advised_against

    @property
    def may_apply_freely(self) -> bool:
        """Whether it may apply, and nothing surely advises against it."""
        return self.verdict is Verdict.OPEN and not self.advised_against

    @property
    def fits_wish(self) -> bool:
        """Whether it is said to fit the wish: never of a way that may be unwise."""
        return self.wished and self.applies_freely


def rule(route: Route, view: View, walked: tuple[str, ...]) -> Ruling:
    """Decide one route.

    A failed condition closes the route even while others are still open,
    so asking more can settle an open route but never reverses a verdict.
    """
    verdict = VERDICTS[holds(route.condition, view)]
    return Ruling(
        route=route,
        verdict=verdict,
        tree=next(tree for tree in walked if tree in route.trees),
        first=_has_priority(route, verdict, view),
        meant_for=any_of(route.meant_for, view) is Truth.TRUE,
        wished=any_of(route.fits, view) is Truth.TRUE,
        because=tuple(reasons(route.condition, view)),
        cautions=tuple(cautions(route, view)),
        settled_by=tuple(dict.fromkeys(settling(route.condition, view))),
        effects={
            aspect: effect(options, view)
            for aspect, options in route.consequences.items()
        },
    )


def _has_priority(route: Route, verdict: Verdict, view: View) -> bool:
    return (
        route.priority is not None
        and verdict is not Verdict.CLOSED
        and holds(route.priority, view) is Truth.TRUE
    )


def reasons(condition: Condition, view: View) -> Iterable[Reason]:
    """Give the clauses that made a condition what it is."""
    truth = holds(condition, view)
    blocking = {Truth.FALSE: Truth.TRUE, Truth.UNKNOWN: Truth.UNKNOWN}.get(truth)
    sides: list[Item] = [i for i in condition.when if weigh(i, view) is truth]
    sides += [i for i in condition.unless if weigh(i, view) is blocking]
    for item in sides:
        for clause in deciding(item, view):
            yield Reason(clause, weigh(clause, view))


def cautions(route: Route, view: View) -> Iterable[Warned]:
    """Give the cautions that hold, then those that are only possible."""
    weighed = [Warned(c, holds(c.condition, view)) for c in route.cautions]
    for truth in (Truth.TRUE, Truth.UNKNOWN):
        yield from (warned for warned in weighed if warned.truth is truth)


def effect(options: tuple[Consequence, ...], view: View) -> Effect:
    """Choose the first consequence that holds; the last has no condition."""
    possible = 0
    for option in options:
        truth = holds(option.condition, view)
        if truth is Truth.TRUE:
            return Effect(option, possible)
        possible += truth is Truth.UNKNOWN
    return Effect(options[-1], possible)


def holding(
    links: tuple[ContactLink, ...], view: View
) -> list[tuple[ContactLink, Truth]]:
    """Give the links that hold or may hold, in order."""
    weighed = [(link, holds(link.condition, view)) for link in links]
    return [(link, truth) for link, truth in weighed if truth is not Truth.FALSE]
