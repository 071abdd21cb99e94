"""All routes with their verdicts after a walk, in the order to show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from vpwijzer.engine.logic import (
    Truth,
    View,
    any_of,
    deciding,
    holds,
    is_in_play,
    settling,
    truth_of,
    weigh,
)
from vpwijzer.engine.walk import Walk, offered_trees
from vpwijzer.model import (
    Caution,
    Clause,
    Clock,
    Concept,
    Condition,
    Consequence,
    ContactLink,
    Facts,
    Item,
    Library,
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
    fits_wish: bool
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


@dataclass(frozen=True, slots=True)
class Running:
    """A clock that runs, or that runs only if something unknown is so."""

    clock: Clock
    truth: Truth


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything a conversation leads to, in the order to show it."""

    facts: Facts
    walked: tuple[str, ...]
    rulings: tuple[Ruling, ...]
    clocks: tuple[Running, ...]
    concepts: Mapping[str, Truth | None]
    offered_trees: tuple[str, ...]
    over: bool

    def group(self, tree: str) -> tuple[Ruling, ...]:
        """Give the rulings of one tree that have no priority, in order."""
        return tuple(r for r in self.rulings if r.tree == tree and not r.first)

    @property
    def first(self) -> tuple[Ruling, ...]:
        """The rulings with priority."""
        return tuple(ruling for ruling in self.rulings if ruling.first)

    @property
    def groups(self) -> tuple[str, ...]:
        """The trees with rulings to show, in walking order."""
        return tuple(tree for tree in self.walked if self.group(tree))


def decide(walk: Walk) -> Outcome:
    """Rule on every route of the trees walked."""
    library, view = walk.setting.library, walk.view
    walked = walk.progress.walked
    order = {name: place for place, name in enumerate(library.routes)}
    rulings = [
        rule(route, view, walked)
        for route in library.routes.values()
        if set(route.trees) & set(walked) and is_in_play(route.condition, view)
    ]
    return Outcome(
        facts=walk.progress.facts,
        walked=walked,
        rulings=tuple(sorted(rulings, key=lambda r: _place(r, order, walked))),
        clocks=tuple(_running(library, view, walked)),
        concepts=_concepts(library.concepts, view),
        offered_trees=offered_trees(walk) if walk.is_over else (),
        over=walk.is_over,
    )


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
        fits_wish=any_of(route.fits, view) is Truth.TRUE,
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


def _running(
    library: Library, view: View, walked: tuple[str, ...]
) -> Iterable[Running]:
    """Give the clocks of the trees walked that run or may run."""
    weighed = [
        Running(clock, holds(clock.condition, view))
        for clock in library.clocks.values()
        if any(set(library.routes[r].trees) & set(walked) for r in clock.routes)
    ]
    for truth in (Truth.TRUE, Truth.UNKNOWN):
        yield from (running for running in weighed if running.truth is truth)


def _concepts(concepts: Mapping[str, Concept], view: View) -> dict[str, Truth | None]:
    return {concept.id: truth_of(concept, view) for concept in concepts.values()}


def _place(
    ruling: Ruling, order: Mapping[str, int], walked: tuple[str, ...]
) -> tuple[bool, int, int, bool, int]:
    """Sort by priority, tree, verdict, wish, and then the order of the tracks.

    What has priority stands in the order of the tracks alone: danger to life comes
    before evidence, whatever else applies and whatever someone wishes.
    """
    place = order[ruling.route.id]
    if ruling.first:
        return False, 0, 0, False, place
    tree = walked.index(ruling.tree)
    return True, tree, _group(ruling), not ruling.fits_wish, place


def _group(ruling: Ruling) -> int:
    if ruling.verdict is Verdict.APPLIES:
        return 1 if ruling.advised_against else 0
    return 2 if ruling.verdict is Verdict.OPEN else 3
