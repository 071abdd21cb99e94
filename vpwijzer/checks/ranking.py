"""Ways that nearly always apply, in front of one that seldom does, for no reason."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from vpwijzer.checks.rules import ALWAYS_IN_FRONT
from vpwijzer.model import Library, Route, Track, TrackKind
from vpwijzer.model.finding import Finding

NEARLY_ALWAYS, SELDOM = Fraction(9, 10), Fraction(1, 10)


def check_ranking(
    library: Library, shares: Mapping[str, Fraction]
) -> Iterator[Finding]:
    """Report ways that a first screen never names, with the share each applies in."""
    for track in library.tracks.values():
        if track.kind is TrackKind.WAY and shares:
            yield from _check_track(track, library, shares)


def _check_track(
    track: Track, library: Library, shares: Mapping[str, Fraction]
) -> Iterator[Finding]:
    generic: list[Route] = []
    for route in (library.routes[name] for name in track.routes):
        # One that is meant for these facts comes in front of its own accord.
        if route.meant_for:
            continue
        before = [each for each in generic if set(each.trees) & set(route.trees)]
        if before and 0 < shares[route.id] <= SELDOM:
            yield ALWAYS_IN_FRONT.at(route.at, route.id, before[0].id)
        if shares[route.id] >= NEARLY_ALWAYS:
            generic.append(route)
