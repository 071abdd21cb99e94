"""What `engine.first_screen` shows of one conversation, said of all at once.

A question that was put off is unknown there, and a conversation in which it was
answered with "weet ik niet" is among all: so every overview is, refined or not.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from vpwijzer.engine.first_screen import MOST_NOW, MOST_SUPPORT, MOST_WAYS
from vpwijzer.model import Route, TrackKind
from vpwijzer.proof.bdd import FALSE, TRUE, Node
from vpwijzer.proof.space.symbolic_outcome import Rulings

Pushed = tuple[tuple[str, ...], Node]
"""A route that is not shown, what stands in its place, and where."""


@dataclass(frozen=True, slots=True)
class FirstScreens:
    """The first screens of one run over all conversations."""

    rulings: Rulings
    _now: dict[str, Node] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find where each route with priority is one of the first."""
        diagrams = self.rulings.diagrams
        few = [TRUE, *[FALSE] * (MOST_NOW - 1)]  # few[n]: n stand before it
        for route in self.rulings.library.routes.values():
            first = self.rulings.first(route)
            if first == FALSE:
                continue
            self._now[route.id] = diagrams.conj(first, diagrams.any_of(few))
            few = _count_also(self.rulings, few, first)

    def missing(self, route: Route, where: Node) -> Iterator[Pushed]:
        """Give where, of some conversations, a route does not stand there, and why."""
        diagrams = self.rulings.diagrams
        left = diagrams.without(where, self.now(route))
        match self._kind(route):
            case TrackKind.WAY:
                yield from self._missing_way(route, left)
            case TrackKind.SUPPORT:
                yield from self._missing_support(route, left)
            case _:
                yield (route.id,), left

    def now(self, route: Route) -> Node:
        """Give where a route is one of the first with priority."""
        return self._now.get(route.id, FALSE)

    def _kind(self, route: Route) -> TrackKind:
        track = self.rulings.library.tracks.get(route.track)
        return track.kind if track else TrackKind.WAY

    def _missing_way(self, route: Route, left: Node) -> Iterator[Pushed]:
        """Give where a way cannot stand there, or another of its track does.

        And then where those of so many other tracks stand before it.
        """
        diagrams, tracks = self.rulings.diagrams, self._tracks(TrackKind.WAY)
        candidate = self._candidate(route)
        yield (route.id,), diagrams.without(left, candidate)
        left = diagrams.conj(left, candidate)
        own = tracks.pop(route.track)
        for other in own:
            if other is not route:
                here = diagrams.conj(left, self._leads(other, route, own))
                yield (route.id, other.id), here
                left = diagrams.without(left, here)
        count = [left, *[FALSE] * (MOST_WAYS - 1)]
        for ways in tracks.values():
            count = _count_also(self.rulings, count, self._stands_before(ways, route))
        yield (route.id,), diagrams.without(left, diagrams.any_of(count))

    def _missing_support(self, route: Route, left: Node) -> Iterator[Pushed]:
        """Give where support does not fit, and where enough stands before it."""
        diagrams, freely = self.rulings.diagrams, self.rulings.freely(route)
        yield (route.id,), diagrams.without(left, freely)
        count = [diagrams.conj(left, freely), *[FALSE] * (MOST_SUPPORT - 1)]
        tracks = self._tracks(TrackKind.SUPPORT)
        names = list(tracks)
        for name in names[: names.index(route.track) + 1]:
            for other in tracks[name]:
                if other is not route:
                    free = diagrams.conj(
                        self._candidate(other), self.rulings.freely(other)
                    )
                    if name == route.track:
                        free = diagrams.conj(
                            free, self._leads(other, route, tracks[name])
                        )
                    count = _count_also(self.rulings, count, free)
        here = diagrams.without(diagrams.conj(left, freely), diagrams.any_of(count))
        yield (route.id,), here

    def _tracks(self, kind: TrackKind) -> dict[str, list[Route]]:
        tracks: dict[str, list[Route]] = {}
        for route in self.rulings.library.routes.values():
            if self._kind(route) is kind:
                tracks.setdefault(route.track, []).append(route)
        return tracks

    def _candidate(self, route: Route) -> Node:
        """Give where a way may stand for its track: what may apply, may too."""
        visible = self.rulings.route(route).visible
        free = self.rulings.diagrams.without(visible, self.rulings.against(route))
        return self.rulings.diagrams.without(free, self.now(route))

    def _leads(self, one: Route, other: Route, track: Sequence[Route]) -> Node:
        """Give where a candidate stands before another one of its track."""
        mine, theirs = self._marks(one), self._marks(other)
        before = self._before(
            (mine[0], self.rulings.first(one), *mine[1:]),
            (theirs[0], self.rulings.first(other), *theirs[1:]),
            TRUE if track.index(one) < track.index(other) else FALSE,
        )
        return self.rulings.diagrams.conj(self._candidate(one), before)

    def _stands_before(self, ways: Sequence[Route], route: Route) -> Node:
        """Give where the way of another track stands before that of this one.

        What has priority and no place above, leads its track whatever it is meant for.
        """
        diagrams, found = self.rulings.diagrams, FALSE
        routes = list(self.rulings.library.routes.values())
        tracks = list(dict.fromkeys(each.track for each in routes))
        earlier = tracks.index(ways[0].track) < tracks.index(route.track)
        equal, marks = TRUE if earlier else FALSE, self._marks(route)
        for way in ways:
            before = self._before(self._marks(way), marks, equal)
            here = diagrams.conj(self._candidate(way), before)
            for urgent in ways:
                if urgent.priority is not None and urgent is not way:
                    here = diagrams.without(here, self._leads(urgent, way, ways))
            found = diagrams.disj(found, here)
        return found

    def _marks(self, route: Route) -> tuple[Node, ...]:
        """Give where a way applies, is meant for the case, and fits the wish."""
        meant, wished = (
            self.rulings.evaluator.any_of(items).true
            for items in (route.meant_for, route.fits)
        )
        return self.rulings.route(route).applies, meant, wished

    def _before(
        self, one: tuple[Node, ...], other: tuple[Node, ...], equal: Node
    ) -> Node:
        """Give where one list of marks is greater at the first that differs."""
        diagrams, result = self.rulings.diagrams, equal
        for mine, theirs in reversed(list(zip(one, other, strict=True))):
            less = diagrams.negate(theirs)
            kept = diagrams.conj(result, diagrams.disj(mine, less))
            result = diagrams.disj(diagrams.conj(mine, less), kept)
        return result


def _count_also(rulings: Rulings, counts: list[Node], more: Node) -> list[Node]:
    """Count one more where it holds; what is counted to the end falls off."""
    diagrams = rulings.diagrams
    return [
        diagrams.ite(more, before, here)
        for before, here in zip([FALSE, *counts], counts, strict=False)
    ]
