"""Content with what one organisation adds: only ever after what is there already."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from vpwijzer.model import (
    NAMESPACE,
    Adviser,
    AllOf,
    AnyOf,
    Caution,
    Citation,
    Clock,
    Condition,
    Contact,
    ContactLink,
    Library,
    Line,
    Opening,
    Organisation,
    OwnTerm,
    Route,
    Severity,
    Source,
    Track,
    TrackKind,
)

T = TypeVar("T")
TIED = ":band"
"""Behind the id of an adviser, for where a tie counts."""
SAYS = "Van je organisatie: "


class Overlay(Mapping[str, T]):
    """Values over others: the order of content stays, what is new comes last.

    Values of content are changed, as all of it is built, only when one is asked for.
    """

    def __init__(
        self,
        below: Mapping[str, T],
        above: Mapping[str, T],
        touched: frozenset[str] = frozenset(),
        change: Callable[[str], T] | None = None,
    ) -> None:
        """Lay values above others, of which some are changed as they are asked for."""
        self._below, self._touched, self._change = below, touched, change
        self._above = dict(above)

    def __getitem__(self, name: str) -> T:
        """Give one value; raises KeyError when there is none."""
        if name in self._above:
            return self._above[name]
        if self._change is not None and name in self._touched:
            return self._above.setdefault(name, self._change(name))
        return self._below[name]

    def __iter__(self) -> Iterator[str]:
        """Give the names in order."""
        yield from self._below
        yield from (name for name in self._above if name not in self._below)

    def __len__(self) -> int:
        """Count the values."""
        return sum(1 for _ in self)


def enrich(library: Library, organisation: Organisation) -> Library:
    """Add an organisation to content.

    Texts, contacts and sources come after those of content, routes in a track of their
    own after all others, and every id stands in a namespace: nothing is replaced but
    the period of a clock to which law gives none.
    """
    return _Merge(library, organisation).merged()


class _Merge:
    def __init__(self, library: Library, organisation: Organisation) -> None:
        self.library, self.organisation = library, organisation
        self.places = library.places
        self.citations = (Citation(NAMESPACE, "", organisation.at),)

    def merged(self) -> Library:
        own = {each.id: self._cited(each) for each in self.organisation.routes}
        touched = frozenset(self._touched())
        return replace(
            self.library,
            routes=Overlay(self.library.routes, own, touched, self._route),
            tracks=Overlay(self.library.tracks, self._track(tuple(own))),
            clocks=Overlay(self.library.clocks, dict(self._clocks())),
            contacts=Overlay(self.library.contacts, dict(self._contacts())),
            sources=Overlay(self.library.sources, dict(self._sources())),
            openings={
                seat: self._opening(opening)
                for seat, opening in self.library.openings.items()
            },
        )

    def _cited(self, route: Route) -> Route:
        return replace(route, citations=self.citations)

    def _touched(self) -> Iterator[str]:
        """Name the routes to which something is added."""
        yield from self.places.advisers if self.organisation.advisers else ()
        for desk in self.organisation.desks:
            yield from self.places.desks[desk.desk].routes
        for text in self.organisation.texts:
            yield from text.routes
        for rules in self.organisation.rules:
            yield from rules.routes

    def _route(self, name: str) -> Route:
        route, said = self.library.routes[name], self.organisation
        return replace(
            route,
            cautions=(
                *route.cautions,
                *(
                    Caution(SAYS + text.text, text.condition, Severity.NOTE, text.at)
                    for text in said.texts
                    if name in text.routes
                ),
            ),
            contacts=(*route.contacts, *self._links(name)),
            citations=(
                *route.citations,
                *(
                    Citation(_id(number), _shown(rules.address), rules.at)
                    for number, rules in enumerate(said.rules)
                    if name in rules.routes
                ),
            ),
        )

    def _links(self, route: str) -> Iterator[ContactLink]:
        if route in self.places.advisers:
            yield from self._advisers()
        for desk in self.organisation.desks:
            if route in self.places.desks[desk.desk].routes:
                yield ContactLink(NAMESPACE + desk.desk, desk.at)

    def _advisers(self) -> Iterator[ContactLink]:
        """Give the advisers; one with a tie comes last where the tie counts."""
        advisers = self.organisation.advisers
        tied = [each for each in advisers if each.ties]
        for each in advisers:
            unless = (self._tie(each),) if each.ties else ()
            contact = each.contact
            yield ContactLink(contact.id, contact.at, Condition((), unless))
        for each in tied:
            when = Condition((self._tie(each),))
            yield ContactLink(each.contact.id + TIED, each.contact.at, when)

    def _tie(self, adviser: Adviser) -> AnyOf:
        ties = (self.places.ties[name].condition for name in adviser.ties)
        return AnyOf(tuple(AllOf(tie.when) for tie in ties))

    def _contacts(self) -> Iterator[tuple[str, Contact]]:
        for contact in self.organisation.contacts:
            yield contact.id, replace(contact, citations=self.citations)
        for desk in self.organisation.desks:
            if desk.public:  # what the employer says of it is only that it is theirs
                name, public = NAMESPACE + desk.desk, self.library.contacts[desk.public]
                yield name, replace(public, id=name, at=desk.at, is_own=True)
        for each in self.organisation.advisers:
            if each.ties:
                titles = "; ".join(self.places.ties[name].title for name in each.ties)
                purpose = f"{each.contact.purpose} Let op: {titles}.".strip()
                name = each.contact.id + TIED
                yield (
                    name,
                    replace(
                        each.contact,
                        id=name,
                        purpose=purpose,
                        citations=self.citations,
                    ),
                )

    def _clocks(self) -> Iterator[tuple[str, Clock]]:
        """Fill the periods that law leaves open; a promise stands beside its clock."""
        for term in self.organisation.terms:
            clock = self.library.clocks[term.clock]
            yield clock.id, self._filled(clock, term)
        for term in self.organisation.promises:
            clock = self.library.clocks[term.clock]
            name = NAMESPACE + clock.id
            promised = f"{SAYS}{self.places.promises[clock.id].lower()}"
            text = "Dit belooft je organisatie zelf. Wat de wet zegt, blijft gelden."
            made = self._filled(clock, term)
            yield name, replace(made, id=name, title=promised, text=text, short="")

    def _filled(self, clock: Clock, term: OwnTerm) -> Clock:
        return replace(
            clock,
            period=term.period,
            since=term.since or clock.since,
            text=f"{clock.text} Deze termijn komt van je organisatie zelf.",
            days=term.days,
            checked=self.organisation.checked,
            citations=(*clock.citations, *self.citations),
            is_own=True,
        )

    def _sources(self) -> Iterator[tuple[str, Source]]:
        said = self.organisation
        if said.contacts or said.terms or said.promises:
            title = f"Opgave van {said.name}, gemaakt door de werkgever"
            made = Source(NAMESPACE, title, said.checked, said.checked, said.at)
            yield NAMESPACE, made
        for number, rules in enumerate(said.rules):
            name = _id(number)
            yield (
                name,
                Source(name, rules.title, rules.version, said.checked, rules.at),
            )

    def _track(self, routes: tuple[str, ...]) -> Mapping[str, Track]:
        if not routes:
            return {}
        title, text = "Van je organisatie", "Wegen die de werkgever zelf toevoegt."
        made = Track(
            NAMESPACE,
            title,
            text,
            "·",
            is_help=False,
            routes=routes,
            at=self.organisation.at,
            kind=TrackKind.OWN,
        )
        return {NAMESPACE: made}

    def _opening(self, opening: Opening) -> Opening:
        lines = (
            Line(SAYS + text.text, text.at, text.condition)
            for text in self.organisation.texts
            if opening.seat in text.seats
        )
        return replace(opening, lines=(*opening.lines, *lines))


def _id(number: int) -> str:
    return f"{NAMESPACE}regeling-{number + 1}"


def _shown(address: str) -> str:
    return address.removeprefix("https://")
