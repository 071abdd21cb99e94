"""What a person sees first of an outcome: now, terms, one way a track, tomorrow."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from vpwijzer.engine.logic import Truth, View
from vpwijzer.engine.outcome import Outcome, rank, verdict_order
from vpwijzer.engine.remaining import put_off
from vpwijzer.engine.ruling import Ruling, Verdict, holding
from vpwijzer.engine.walk import Walk, deciding_questions
from vpwijzer.model import (
    Clock,
    Contact,
    FirstStep,
    Library,
    Question,
    TrackKind,
    Tree,
)

MOST_NOW, MOST_CLOCKS, MOST_WAYS, MOST_SUPPORT, MOST_STEPS = 2, 2, 5, 3, 3
MOST_OWN_CONTACTS, MOST_OWN_WAYS = 3, 2
"""What an organisation adds stands below the rest, and takes no place of it."""
ENOUGH_WAYS = 3
"""With so many ways nobody is pointed at one that only may fit, unless meant for it."""
LEAST_TRAITS, MOST_TRAITS = 2, 3
CROWDED = 5
"""With more than so much to do now, in time and as a way, less is said of each."""
FEWER_STEPS = 2
LONG = 365
"""A term of more days than this is nothing to act on tomorrow."""


@dataclass(frozen=True, slots=True)
class Urgent:
    """A way with priority, and whom to call."""

    ruling: Ruling
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class Way:
    """The way of one track that ranks first there."""

    ruling: Ruling
    phrases: tuple[str, ...]
    """What sets its consequences apart from those of the other ways shown."""
    others: int
    """How many other ways of its track apply, or may apply where this one may."""
    hangs_on: Question | None
    """What is not known of a way that may fit."""


@dataclass(frozen=True, slots=True)
class FirstScreen:
    """The little that comes first; everything else stands in the outcome."""

    now: tuple[Urgent, ...]
    clocks: tuple[Clock, ...]
    ways: tuple[Way, ...]
    support: tuple[Ruling, ...]
    tomorrow: tuple[FirstStep, ...]
    against: int
    """How many ways apply and are advised against."""
    questions: int
    """How many questions would make it more precise."""
    offered: tuple[Tree, ...]
    """Trees that were not walked and of which one answer decides whether they count."""
    own_contacts: tuple[tuple[Ruling, Contact], ...] = ()
    """Of the organisation: for ways that are named, the first who is reached."""
    own_ways: tuple[Ruling, ...] = ()
    """What the organisation itself adds and fits."""
    prefilled: int = 0
    """How many answers the organisation gave."""
    own_clock: Clock | None = None
    """The term of the organisation that ends first."""

    @property
    def routes(self) -> frozenset[str]:
        """The ids of the routes that are named on it."""
        return frozenset(each.route.id for each in self.named)

    @property
    def named(self) -> tuple[Ruling, ...]:
        """The routes that are named on it, in order; of the support, the first few."""
        return (
            *(each.ruling for each in self.now),
            *(each.ruling for each in self.ways),
            *self.support[:MOST_SUPPORT],
            *self.own_ways[:MOST_OWN_WAYS],
        )


def first_screen(walk: Walk, outcome: Outcome) -> FirstScreen:
    """Choose what comes first; what is closed or advised against never does."""
    library = walk.setting.library
    view = View(outcome.facts, library.concepts, outcome.over)
    now = tuple(_urgent(each, library, view) for each in outcome.first[:MOST_NOW])
    urgent = {each.ruling.route.id for each in now}
    tracks = {
        name: [each for each in rulings if each.route.id not in urgent]
        for name, rulings in ranked(outcome, library).items()
    }
    by_kind = {kind: _of_kind(kind, tracks, library) for kind in TrackKind}
    law, own = _clocks(outcome)
    above = len(now) + len(law[:MOST_CLOCKS])
    ways = _ways(by_kind[TrackKind.WAY], library, above)
    support = tuple(
        each for found in by_kind[TrackKind.SUPPORT] for each in _fitting(found)
    )
    own_ways = (r for found in by_kind[TrackKind.OWN] for r in _fitting(found))
    screen = FirstScreen(
        now,
        law[:MOST_CLOCKS],
        ways,
        support,
        _tomorrow(
            (
                *(each.ruling for each in now),
                *sorted((*(each.ruling for each in ways), *support), key=verdict_order),
            ),
            # What has to be done now is enough to do.
            FEWER_STEPS if now else MOST_STEPS,
        ),
        sum(
            r.verdict is Verdict.APPLIES and r.advised_against for r in outcome.rulings
        ),
        len(put_off(walk)),
        tuple(dict.fromkeys(tree for _, tree in deciding_questions(walk))),
        own_ways=tuple(own_ways),
        own_clock=next(iter(own), None),
        prefilled=len(walk.progress.prefilled),
    )
    return replace(screen, own_contacts=_own_contacts(screen.named, library, view))


def ranked(outcome: Outcome, library: Library) -> Mapping[str, list[Ruling]]:
    """Give the ways of each track, the one that ranks first in front."""
    tracks: dict[str, list[Ruling]] = {
        route.track: [] for route in library.routes.values()
    }
    places = {name: place for place, name in enumerate(library.routes)}
    for ruling in outcome.rulings:
        tracks[ruling.route.track].append(ruling)
    for rulings in tracks.values():
        rulings.sort(key=lambda each: (*_order_in_track(each), places[each.route.id]))
    return tracks


def _of_kind(
    kind: TrackKind, tracks: Mapping[str, list[Ruling]], library: Library
) -> list[list[Ruling]]:
    return [
        rulings
        for name, rulings in tracks.items()
        if (library.tracks[name].kind if name in library.tracks else TrackKind.WAY)
        is kind
    ]


def _fitting(rulings: Iterable[Ruling]) -> list[Ruling]:
    return [each for each in rulings if each.applies_freely]


def _urgent(ruling: Ruling, library: Library, view: View) -> Urgent:
    sure = [
        library.contacts[link.contact]
        for link, truth in holding(ruling.route.contacts, view)
        if truth is Truth.TRUE and not library.contacts[link.contact].is_own
    ]
    callable_ = tuple(contact for contact in sure if contact.phone)
    return Urgent(ruling, callable_ or tuple(sure))


def _clocks(outcome: Outcome) -> tuple[tuple[Clock, ...], tuple[Clock, ...]]:
    """Give the terms that surely run, the first to end in front: of law, and its own.

    Only of ways that are there.
    """
    there = {
        each.route.id for each in outcome.rulings if each.verdict is not Verdict.CLOSED
    }
    sure = [
        (each.clock.days, each.clock)
        for each in outcome.clocks
        if each.truth is Truth.TRUE and there & set(each.clock.routes)
    ]
    soon = [(days, clock) for days, clock in sure if days is not None and days <= LONG]
    soon.sort(key=lambda each: each[0])
    law = tuple(clock for _, clock in soon if not clock.is_own)
    return law, tuple(clock for _, clock in soon if clock.is_own)


def _own_contacts(
    rulings: Iterable[Ruling], library: Library, view: View
) -> tuple[tuple[Ruling, Contact], ...]:
    """Give whom of the organisation to reach for each way; surely right goes first."""
    found: dict[str, tuple[Ruling, Contact]] = {}
    for ruling in rulings:
        own = [
            (truth, library.contacts[link.contact])
            for link, truth in holding(ruling.route.contacts, view)
            if library.contacts[link.contact].is_own
        ]
        own.sort(key=lambda each: -each[0])
        for _, contact in own[:1]:
            found.setdefault(contact.id, (ruling, contact))
    return tuple(found.values())[:MOST_OWN_CONTACTS]


def _ways(tracks: list[list[Ruling]], library: Library, above: int) -> tuple[Way, ...]:
    """Give one way a track: what has priority, what surely fits, the best ranked."""
    found = [way for rulings in tracks if (way := _way(rulings, library)) is not None]
    found.sort(key=lambda each: _order(each.ruling))
    shown = [
        each
        for place, each in enumerate(found[:MOST_WAYS])
        if place < ENOUGH_WAYS or each.hangs_on is None or each.ruling.meant_for
    ]
    levels = [_levels(each.ruling, library) for each in shown]
    most = MOST_TRAITS - (len(shown) > ENOUGH_WAYS) - (len(shown) + above > CROWDED)
    return tuple(
        replace(each, phrases=tuple(_phrases(number, levels, library, most)))
        for number, each in enumerate(shown)
    )


def _way(rulings: list[Ruling], library: Library) -> Way | None:
    """Give the first that is meant for the case, or else fits, or else may fit."""
    there = [each for each in rulings if each.applies_freely or each.may_apply_freely]
    if not there:
        return None
    best, rest = there[0], there[1:]
    others = len(_fitting(rest)) or (0 if best.applies_freely else len(rest))
    if best.applies_freely:
        return Way(best, (), others, None)
    return Way(best, (), others, library.questions[best.settled_by[0]])


def _order(ruling: Ruling) -> tuple[int, ...]:
    """Sort the ways of different tracks: what can be done now comes first."""
    return not ruling.first, verdict_order(ruling), *rank(ruling)


def _order_in_track(ruling: Ruling) -> tuple[int, ...]:
    """Sort the ways of one track: what is meant for the case, even if not yet sure."""
    return not ruling.first, not ruling.meant_for, *_order(ruling)


def _levels(ruling: Ruling, library: Library) -> dict[str, str]:
    """Give the levels of a way that are sure and can be said in a few words."""
    found: dict[str, str] = {}
    for aspect in library.aspects.values():
        effect = ruling.effects.get(aspect.id)
        if aspect.sets_apart and effect is not None and not effect.possible:
            level = effect.consequence.level
            found |= {aspect.id: level} if aspect.phrases.get(level) else {}
    return found


def _phrases(
    number: int, levels: list[dict[str, str]], library: Library, most: int
) -> Iterator[str]:
    """Say in which aspects one way differs from most of the others."""
    own = levels[number]
    others = [each for place, each in enumerate(levels) if place != number]
    apart = {
        name: sum(each.get(name, level) != level for each in others)
        for name, level in own.items()
    }
    first = sorted(apart, key=lambda name: -apart[name])[:most]
    chosen = {
        name
        for place, name in enumerate(first)
        if apart[name] or place < LEAST_TRAITS or not others
    }
    for name, level in own.items():
        if name in chosen:
            yield library.aspects[name].phrases[level]


def _tomorrow(rulings: Iterable[Ruling], most: int) -> tuple[FirstStep, ...]:
    """Give the first steps of what is shown, each once."""
    steps = {
        (step.text, step.contact): step
        for each in rulings
        if (step := each.route.first_step) is not None
    }
    return tuple(steps.values())[:most]
