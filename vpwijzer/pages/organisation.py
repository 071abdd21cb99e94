"""One organisation as a person will see it, and what is still to arrange there."""

from collections.abc import Iterable, Iterator

from vpwijzer.document.blocks import (
    Block,
    Page,
    Point,
    faint,
    heading,
    listing,
    paragraph,
    point,
    section,
    strong,
)
from vpwijzer.engine.ruling import Ruling
from vpwijzer.model import Contact, Library, Organisation
from vpwijzer.organisation.checklist import Checklist
from vpwijzer.words.contacts import address, contact_line
from vpwijzer.words.names import NAMES
from vpwijzer.words.wording import Wording

MADE_BY = (
    "Wat hier staat, schreef de werkgever. De rest van de inhoud blijft zoals zij is."
)
MOST_SOURCES = 2
"""The first are the law; the page of a route has them all."""
DONE, TODO, UNSURE = "[x]", "[ ]", "[?]"


def organisation_page(organisation: Organisation, library: Library, file: str) -> Page:
    """Show all that an organisation says, at the place where it will stand."""
    return tuple(_Page(organisation, library, file).blocks())


class _Page:
    def __init__(self, organisation: Organisation, library: Library, file: str) -> None:
        self.said, self.library, self.file = organisation, library, file

    def blocks(self) -> Iterator[Block]:
        said = self.said
        yield heading(1, said.name)
        yield paragraph(faint(f"{self.file}, nagekeken op {said.checked}. {MADE_BY}"))
        wording = Wording(self.library)
        known = (point(wording.fact(*each)) for each in said.facts.items())
        yield from section(2, "Wordt niet meer gevraagd", listing(known))
        yield from section(2, "Vertrouwenspersonen", listing(self._advisers()))
        yield from section(2, "Loketten", listing(self._desks()))
        yield from section(2, "Termijnen", listing(self._terms()))
        yield from section(2, "Regels", listing(self._rules()))
        yield from section(2, "Teksten", listing(self._texts()))
        yield from section(2, "Eigen wegen", listing(self._routes()))
        if said.neutral_page:
            yield from section(2, "Snel weg", paragraph(said.neutral_page))
        yield from section(2, "Nog niet ingevuld", listing(self._empty()))

    def _advisers(self) -> Iterator[Point]:
        for each in self.said.advisers:
            ties = (self.library.places.ties[name].title for name in each.ties)
            below = [
                point(f"Staat niet vooraan als dat telt: {title}.") for title in ties
            ]
            yield point(contact_line(each.contact), below=below)

    def _desks(self) -> Iterator[Point]:
        for each in self.said.desks:
            desk = self.library.places.desks[each.desk]
            contact = each.contact or self.library.contacts[each.public]
            at = point(f"Staat bij: {self._titles(desk.routes)}.")
            yield point(strong(f"{desk.title}: "), _line(contact), below=[at])

    def _terms(self) -> Iterator[Point]:
        for term in self.said.terms:
            clock = self.library.clocks[term.clock]
            since = term.since or clock.since
            yield point(f"{clock.title}: {term.period} vanaf {since}.", label="◷")
        for term in self.said.promises:
            clock, words = self.library.clocks[term.clock], self.library.places.promises
            law = faint(f" De wet zegt: {clock.period}.")
            yield point(f"{words[clock.id]}: {term.period}.", law, label="◷")

    def _rules(self) -> Iterator[Point]:
        for each in self.said.rules:
            where = f", {each.address.removeprefix('https://')}" if each.address else ""
            yield point(f"{each.title} ({each.version}){where}")

    def _texts(self) -> Iterator[Point]:
        for each in self.said.texts:
            seats = [f"wie begint als {NAMES[seat]}" for seat in each.seats]
            where = "; ".join(filter(None, (self._titles(each.routes), *seats)))
            yield point(each.text, faint(f"  Leest: {where}."))

    def _routes(self) -> Iterator[Point]:
        for route, contact in zip(
            self.said.routes, self.said.route_contacts, strict=True
        ):
            below = [point(route.summary), point(contact_line(contact))]
            yield point(strong(route.title), below=below)

    def _titles(self, routes: Iterable[str]) -> str:
        return "; ".join(self.library.routes[name].title for name in routes)

    def _empty(self) -> Iterator[Point]:
        """Name what could be filled in and is not; then content says where to ask."""
        places, filled = self.library.places, {each.desk for each in self.said.desks}
        if places.advisers and not self.said.advisers:
            yield point("Vertrouwenspersonen")
        for desk in places.desks.values():
            if desk.id not in filled:
                yield point(desk.title)
        for name in places.terms:
            if name not in {each.clock for each in self.said.terms}:
                yield point(self.library.clocks[name].title)


def _line(contact: Contact) -> str:
    where = contact.phone or address(contact)
    return f"{contact.name}, {where}" if where else contact.name


def checklist_page(found: Checklist, library: Library) -> Page:
    """Show what is missing by law or practice, with where that comes from."""
    return tuple(_checklist(found, library))


def _checklist(found: Checklist, library: Library) -> Iterator[Block]:
    yield heading(1, "Wat er geregeld hoort te zijn")
    yield paragraph(
        faint("Voor een organisatie als deze, naar wat er onder 'bekend' staat.")
    )
    for title, rulings, box in (
        ("Nog te regelen", found.missing, TODO),
        ("Zoek eerst uit", found.unsure, UNSURE),
        ("Is er al", found.there, DONE),
    ):
        yield from section(2, title, listing(_items(rulings, library, box)))


def _items(rulings: Iterable[Ruling], library: Library, box: str) -> Iterator[Point]:
    for ruling in rulings:
        route = ruling.route
        kind = f"  {library.tracks[route.track].title.lower()}"
        sources = "; ".join(
            ", ".join(filter(None, (library.sources[c.source].title, c.place)))
            for c in route.citations[:MOST_SOURCES]
        )
        dated = f"{sources} (nagekeken {route.checked})"
        below = [point(route.summary), point(faint(dated))] if box != DONE else ()
        yield point(strong(route.title), faint(kind), label=box, below=below)
