"""What `engine.first_screen` shows of one conversation, said of all at once.

A question that was put off is unknown there, and a conversation in which it was
answered with "weet ik niet" is among all: so every overview is, refined or not.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from vpwijzer.engine.first_screen import (
    ENOUGH_WAYS,
    MOST_NOW,
    MOST_SUPPORT,
    MOST_WAYS,
)
from vpwijzer.model import Route, TrackKind
from vpwijzer.proof.bdd import FALSE, TRUE, Node
from vpwijzer.proof.space.symbolic_outcome import Rulings

Arises = Callable[[Node], bool]
"""Tells whether some conversation that counts lies in a diagram."""

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

    def missing(self, route: Route, where: Node, arises: Arises) -> Iterator[Pushed]:
        """Give where, of some conversations, a route does not stand there, and why."""
        diagrams, kind = self.rulings.diagrams, self._kind(route)
        left = diagrams.without(where, self.now(route))
        if kind is TrackKind.WAITING or not arises(left):
            yield (route.id,), left
            return
        is_way, tracks = kind is TrackKind.WAY, self._tracks(kind)
        fitting = self._candidate(route) if is_way else self.rulings.freely(route)
        yield (route.id,), diagrams.without(left, fitting)
        left = diagrams.conj(left, fitting)
        if not is_way:
            yield (route.id,), self._crowded_out(route, left, tracks)
            return
        for other in tracks.pop(route.track):
            here = FALSE if other is route else self._leads(other, route, left)
            if here != FALSE and arises(here):
                yield (route.id, other.id), here
                left = diagrams.without(left, here)
        before = [
            here
            for ways in tracks.values()
            if arises(here := self._one_leads(ways, route, left))
        ]
        _, applies, meant, _ = self._marks(route)
        likely = diagrams.disj(meant, applies)
        for most, here in (
            (MOST_WAYS, diagrams.conj(left, likely)),
            (ENOUGH_WAYS, diagrams.without(left, likely)),
        ):
            yield (route.id,), self._at_least(most, here, before)

    def _crowded_out(
        self, route: Route, left: Node, tracks: dict[str, list[Route]]
    ) -> Node:
        """Give where enough other support stands before this one."""
        diagrams, names = self.rulings.diagrams, list(tracks)
        before = []
        for name in names[: names.index(route.track) + 1]:
            for other in tracks[name]:
                if other is not route:
                    here = diagrams.conj(left, self.rulings.freely(other))
                    here = diagrams.without(here, self.now(other))
                    if name == route.track:
                        here = self._leads(other, route, here)
                    before.append(here)
        return self._at_least(MOST_SUPPORT, left, before)

    def _at_least(self, most: int, left: Node, before: list[Node]) -> Node:
        """Give where, of some conversations, so many things hold."""
        if len(before) < most:
            return FALSE
        few = [left, *[FALSE] * (most - 1)]
        for here in before:
            few = _count_also(self.rulings, few, here)
        return self.rulings.diagrams.without(left, self.rulings.diagrams.any_of(few))

    def now(self, route: Route) -> Node:
        """Give where a route is one of the first with priority."""
        return self._now.get(route.id, FALSE)

    def _kind(self, route: Route) -> TrackKind:
        track = self.rulings.library.tracks.get(route.track)
        return track.kind if track else TrackKind.WAY

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

    def _leads(self, one: Route, other: Route, where: Node) -> Node:
        """Give where, of some conversations, a candidate stands before another one.

        All is kept within those few: the same said of every conversation is far larger.
        """
        diagrams, level = self.rulings.diagrams, self._candidate(one)
        level, ahead = diagrams.conj(where, level), FALSE
        mine, theirs = self._marks(one), self._marks(other)
        if one.track == other.track:
            mine, theirs = ((m[0], m[2], *m) for m in (mine, theirs))
        for my, their in zip(mine, theirs, strict=True):
            if level == FALSE:
                break
            marked, plain = diagrams.conj(level, my), diagrams.without(level, my)
            ahead = diagrams.disj(ahead, diagrams.without(marked, their))
            level = diagrams.disj(
                diagrams.conj(marked, their), diagrams.without(plain, their)
            )
        return diagrams.disj(ahead, level) if self._earlier(one, other) else ahead

    def _earlier(self, one: Route, other: Route) -> bool:
        """Tell whether a way stands before another one when nothing else decides."""
        routes = list(self.rulings.library.routes.values())
        if one.track == other.track:
            return routes.index(one) < routes.index(other)
        tracks = list(dict.fromkeys(each.track for each in routes))
        return tracks.index(one.track) < tracks.index(other.track)

    def _one_leads(self, ways: Sequence[Route], route: Route, where: Node) -> Node:
        """Give where the way of another track stands before this one."""
        leads = (self._leads(way, route, where) for way in ways)
        return self.rulings.diagrams.any_of(leads)

    def _marks(self, route: Route) -> tuple[Node, ...]:
        """Give where a way has priority, applies, is meant for it, fits the wish."""
        meant, wished = (
            self.rulings.evaluator.any_of(items).true
            for items in (route.meant_for, route.fits)
        )
        applies = self.rulings.route(route).applies
        return self.rulings.first(route), applies, meant, wished


def _count_also(rulings: Rulings, counts: list[Node], more: Node) -> list[Node]:
    """Count one more where it holds; what is counted to the end falls off."""
    diagrams = rulings.diagrams
    return [
        diagrams.ite(more, before, here)
        for before, here in zip([FALSE, *counts], counts, strict=False)
    ]
