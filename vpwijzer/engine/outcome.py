"""All routes with their verdicts after a walk, in the order to show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from vpwijzer.engine.logic import Truth, View, holds, is_in_play, truth_of
from vpwijzer.engine.ruling import Ruling, Verdict, rule
from vpwijzer.engine.walk import Walk, offered_trees
from vpwijzer.model import (
    Clock,
    Concept,
    Facts,
    Library,
    TrackKind,
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
    rulings = [
        rule(route, view, walked)
        for route in library.routes.values()
        if set(route.trees) & set(walked) and is_in_play(route.condition, view)
    ]
    if any(ruling.first for ruling in rulings):
        rulings = [
            replace(each, wished=False) if is_waiting(each, library) else each
            for each in rulings
        ]
    places = _places(library)
    return Outcome(
        facts=walk.progress.facts,
        walked=walked,
        rulings=tuple(
            sorted(rulings, key=lambda each: _order(each, library, walked, places))
        ),
        clocks=tuple(_running(library, view, walked)),
        concepts=_concepts(library.concepts, view),
        offered_trees=offered_trees(walk) if walk.is_over else (),
        over=walk.is_over,
    )


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


def is_waiting(ruling: Ruling, library: Library) -> bool:
    """Tell whether a way is to do nothing for now."""
    track = library.tracks.get(ruling.route.track)
    return track is not None and track.kind is TrackKind.WAITING


Order: TypeAlias = tuple[int, ...]
"""What to sort by; the smallest comes first."""


def _places(library: Library) -> dict[str, tuple[int, int]]:
    """Give the place of each route, after that of its track."""
    tracks: dict[str, int] = {}
    return {
        route.id: (tracks.setdefault(route.track, place), place)
        for place, route in enumerate(library.routes.values())
    }


def _order(
    ruling: Ruling,
    library: Library,
    walked: tuple[str, ...],
    places: Mapping[str, tuple[int, int]],
) -> Order:
    """Sort by priority, tree, verdict, track, rank, and then the order of the track.

    What has priority stands in the order of the tracks alone: danger to life comes
    before evidence, whatever else applies and whatever someone wishes. Waiting comes
    after every way that is still there.
    """
    track, place = places[ruling.route.id]
    if ruling.first:
        return 0, place
    return (
        1,
        walked.index(ruling.tree),
        ruling.verdict is Verdict.CLOSED,
        is_waiting(ruling, library),
        verdict_order(ruling),
        track,
        *rank(ruling),
        place,
    )


def rank(ruling: Ruling) -> Order:
    """Rank ways of one track: what is meant for the case, then what fits the wish."""
    return not ruling.meant_for, not ruling.wished


def verdict_order(ruling: Ruling) -> int:
    """Order verdicts, with what is advised against after what applies freely."""
    if ruling.verdict is Verdict.APPLIES:
        return 1 if ruling.advised_against else 0
    return 2 if ruling.verdict is Verdict.OPEN else 3
