"""What content must keep: fictional cases, and promises over every conversation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from vpwijzer.model.condition import Answer, Condition
from vpwijzer.model.position import Position
from vpwijzer.model.route import Route
from vpwijzer.model.tree import Seat


class Expectation(Enum):
    """What a scenario expects of a route, tree, clock or concept."""

    APPLIES = "applies"
    OPEN = "open"
    CLOSED = "closed"
    ABSENT = "absent"
    FIRST = "first"
    FIRST_SCREEN = "first screen"
    AGAINST = "against"
    WALKED = "walked"
    RUNS = "runs"
    CONCEPT = "concept"


@dataclass(frozen=True, slots=True)
class Scenario:
    """A fictional case with its answers and expected outcome; a test and a lesson."""

    id: str
    title: str
    story: str
    start: str
    seat: Seat
    answers: Mapping[str, Answer]
    answer_places: Mapping[str, Position]
    rest_unknown: bool
    expected: Mapping[Expectation, tuple["Expected", ...]]
    at: Position
    answers_at: Position
    """Where the answers begin."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One id a scenario expects under one expectation."""

    id: str
    at: Position


@dataclass(frozen=True, slots=True)
class Selector:
    """Routes by id, or by tree, track and level, so that a new one cannot escape."""

    routes: tuple[str, ...] = ()
    trees: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    levels: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Aspect to the levels that select a route, as it stands in the outcome."""
    after: tuple[str, ...] = ()
    """Routes that may stand before these, where these must stand in front."""
    places: Mapping[str, Position] = field(default_factory=dict, compare=False)
    """Where each route is named."""

    def candidates(self, routes: Mapping[str, Route]) -> Iterator[Route]:
        """Give the routes that are named, or else may be chosen."""
        if self.routes:
            yield from (routes[name] for name in self.routes)
        else:
            yield from (route for route in routes.values() if self.may_choose(route))

    def may_choose(self, route: Route) -> bool:
        """Tell whether a route has the trees and track, whatever its levels are."""
        here = not self.trees or not set(self.trees).isdisjoint(route.trees)
        return here and (not self.tracks or route.track in self.tracks)


class Promise(Enum):
    """What a guarantee promises of the routes it selects."""

    FIRST = "first"
    APPLIES = "applies"
    APPLIES_FREELY = "applies freely"
    VISIBLE = "visible"
    FIRST_SCREEN = "first screen"
    CLOSED = "closed"
    WARNED = "warned"
    AGAINST = "against"
    ONE_APPLIES = "one applies"
    ONE_APPLIES_FREELY = "one applies freely"
    ONE_VISIBLE = "one visible"
    NEVER_TOGETHER = "never together"


@dataclass(frozen=True, slots=True)
class Asked:
    """A promise that a question comes before another, or before a route shows."""

    question: str
    before_question: str = ""
    before_route: str = ""


@dataclass(frozen=True, slots=True)
class Guarantee:
    """A promise that must hold in every conversation where its premise holds."""

    id: str
    why: str
    trees: tuple[str, ...]
    condition: Condition
    promise: tuple[Promise, Selector] | Asked
    at: Position
