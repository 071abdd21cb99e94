"""What a person sees first after a conversation, on one screen."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vpwijzer.document.blocks import (
    Block,
    Line,
    Listing,
    Page,
    Point,
    Role,
    Span,
    faint,
    heading,
    paragraph,
    point,
    strong,
)
from vpwijzer.engine.first_screen import (
    MOST_OWN_WAYS,
    MOST_SUPPORT,
    FirstScreen,
    Urgent,
    Way,
)
from vpwijzer.engine.outcome_diff import Differences
from vpwijzer.engine.ruling import Ruling
from vpwijzer.model import Library
from vpwijzer.pages.outcome import difference_lines
from vpwijzer.words.contacts import clock_words, reached, said
from vpwijzer.words.numbers import counted

HOLDS = "\N{NO-BREAK SPACE}"
"""Keeps a number with what it counts."""
NOTHING_HAS_TO = "Je hoeft nu niets te kiezen."
BETTER = "Weet jij het beter? Verander het dan."
MAYBE_ALSO = "Gaat het misschien ook hierover"


def first_screen_page(
    screen: FirstScreen, library: Library, changed: Differences | None = None
) -> Page:
    """Show now, terms, one way a track, support and tomorrow; the rest is elsewhere."""
    numbers = {
        ruling.route.id: str(number) for number, ruling in enumerate(screen.named, 1)
    }
    first = tuple(_Page(screen, library, numbers).blocks())
    if changed is None:
        return first
    return (*first, heading(2, "Door je wijziging"), difference_lines(changed))


@dataclass(frozen=True, slots=True)
class _Page:
    screen: FirstScreen
    library: Library
    numbers: Mapping[str, str]

    def blocks(self) -> Iterator[Block]:
        screen = self.screen
        yield heading(1, "Wat er nu kan, in het kort")
        yield from _part("Nu", map(self._urgent, screen.now))
        clocks = (
            point(clock_words(each, self.library), label="◷") for each in screen.clocks
        )
        yield from _part("Op tijd", clocks)
        yield from _part("Wegen", map(self._way, screen.ways))
        if screen.support:
            yield paragraph(*self._several("Steun", screen.support, MOST_SUPPORT))
        yield paragraph(NOTHING_HAS_TO)
        steps = (point(said(each, self.library)) for each in screen.tomorrow)
        yield from _part("Morgen", steps)
        if self._rest():
            yield paragraph(faint(" ".join(self._rest())))
        yield from self._own()

    def _rest(self) -> list[str]:
        against, questions = self.screen.against, self.screen.questions
        said = []
        if self.screen.offered:
            titles = "; ".join(tree.title for tree in self.screen.offered)
            said.append(f"{MAYBE_ALSO}: {titles}?")
        if against:
            ways = counted(against, "weg wordt", "wegen worden")
            said.append(f"{ways} nu afgeraden.")
        if questions:
            more = counted(questions, "vraag maakt", "vragen maken")
            said.append(f"{more} dit preciezer.")
        return said

    def _urgent(self, urgent: Urgent) -> Point:
        title = Span(urgent.ruling.route.title, Role.URGENT)
        where = next(filter(None, map(reached, urgent.contacts)), "")
        line: Line = (title, ": ", Span(where, Role.CONTACT)) if where else (title,)
        return Point(line, self._number(urgent.ruling))

    def _way(self, way: Way) -> Point:
        others = _others(way.others)
        words = ", ".join(way.phrases)
        if way.hangs_on is not None:
            words = f"hangt af van: {way.hangs_on.text}"
        line: Line = (strong(way.ruling.route.title), others)
        if words:
            line += (faint(f" · {words}"),)
        return Point(line, self._number(way.ruling))

    def _several(
        self, title: str, rulings: tuple[Ruling, ...], most: int
    ) -> Iterator[str | Span]:
        """Name the first few in one line."""
        yield strong(f"{title}: ")
        shown, rest = rulings[:most], len(rulings) - most
        for place, ruling in enumerate(shown):
            yield "; " if place else ""
            yield self._number(ruling)
            yield f"{HOLDS}{ruling.route.title}"
        yield _others(rest)

    def _own(self) -> Iterator[Block]:
        """Show what an organisation adds: last, so that nothing stands lower by it."""
        screen = self.screen
        if screen.own_contacts:
            yield paragraph(*self._own_contacts())
        if screen.own_clock is not None:
            words = clock_words(screen.own_clock, self.library)
            yield paragraph(strong("Termijn hier: "), words)
        if screen.own_ways:
            ways = self._several("Kan hier ook", screen.own_ways, MOST_OWN_WAYS)
            yield paragraph(*ways)
        if screen.prefilled:
            known = counted(screen.prefilled, "antwoord komt", "antwoorden komen")
            yield paragraph(faint(f"{known} van je organisatie. {BETTER}"))

    def _own_contacts(self) -> Iterator[str | Span]:
        yield strong("Bij je organisatie: ")
        for place, (ruling, contact) in enumerate(self.screen.own_contacts):
            yield "; " if place else ""
            yield self._number(ruling)
            yield f" {reached(contact)}"

    def _number(self, ruling: Ruling) -> Span:
        return Span(self.numbers[ruling.route.id], Role.NUMBER)


def _others(count: int) -> str:
    """Say how many more there are, on one line with the last word before it."""
    return f"{HOLDS}+{HOLDS}{count}" if count > 0 else ""


def _part(title: str, points: Iterator[Point]) -> Page:
    made = tuple(points)
    return (paragraph(strong(title)), Listing(made)) if made else ()
