"""What another answer makes of an outcome; pure."""

from collections.abc import Iterator, Mapping
from enum import Enum

from vpwijzer.engine.outcome import Outcome
from vpwijzer.engine.ruling import Ruling, Verdict
from vpwijzer.engine.walk import Walk
from vpwijzer.model import Answer, Route


class Shift(Enum):
    """How a route stands differently after a change."""

    APPLIES = "applies"
    OPEN = "open"
    CLOSED = "closed"
    FIRST = "first"
    AGAINST = "against"
    NOT_AGAINST = "not against"
    FITS = "fits"
    NOT_FITS = "does not fit"


Differences = Mapping[Shift, tuple[Route, ...]]


def differences(before: Outcome, after: Outcome) -> Differences:
    """Compare two outcomes route by route; what is the same is not named.

    A route that was open only because not everything had been asked, has not
    changed: nobody had said anything about it.
    """
    old = {ruling.route.id: ruling for ruling in before.rulings}
    new = {ruling.route.id: ruling for ruling in after.rulings}
    found: dict[Shift, list[Route]] = {shift: [] for shift in Shift}
    for name in dict.fromkeys([*new, *old]):
        was, now = old.get(name), new.get(name)
        if not before.over and (was is None or was.verdict is Verdict.OPEN):
            continue
        for shift in _shifts(was, now):
            found[shift].append((now or old[name]).route)
    return {shift: tuple(routes) for shift, routes in found.items() if routes}


def _shifts(was: Ruling | None, now: Ruling | None) -> Iterator[Shift]:
    if _verdict(was) is not _verdict(now):
        yield Shift[_verdict(now).name]
    if was is None or now is None or Verdict.CLOSED in {was.verdict, now.verdict}:
        return
    if now.first and not was.first:
        yield Shift.FIRST
    if now.advised_against is not was.advised_against:
        yield Shift.AGAINST if now.advised_against else Shift.NOT_AGAINST
    if now.fits_wish is not was.fits_wish:
        yield Shift.FITS if now.fits_wish else Shift.NOT_FITS


def _verdict(ruling: Ruling | None) -> Verdict:
    """Take a route that is not listed for one that is not there."""
    return Verdict.CLOSED if ruling is None else ruling.verdict


def undone(walk: Walk, original: Mapping[str, Answer]) -> Walk:
    """Give the same conversation with some answers as they were before.

    Questions that come back take the answer given to them then. It may end
    unfinished, where the change brought answers that this way never gave.
    """
    for name, answer in original.items():
        if name in walk.answers:
            walk = walk.change(name, answer)
    known = {**walk.parked, **original}
    while walk.current is not None and walk.current.id in known:
        walk = walk.answer(known[walk.current.id])
    return walk
