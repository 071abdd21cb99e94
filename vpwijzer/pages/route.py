"""One route in full: what you do, what it costs, who helps, where it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass

from vpwijzer.document.blocks import (
    Block,
    Inset,
    Line,
    Page,
    Point,
    Role,
    Span,
    faint,
    heading,
    listing,
    paragraph,
    point,
    section,
    strong,
)
from vpwijzer.engine.explain import Nearest
from vpwijzer.engine.logic import Truth, View, holds
from vpwijzer.engine.ruling import Ruling, Verdict, holding, rule
from vpwijzer.model import (
    Aspect,
    Condition,
    Consequence,
    Library,
    Route,
    Severity,
)
from vpwijzer.model import Line as Said
from vpwijzer.words.contacts import contact_line, reached, said
from vpwijzer.words.names import NAMES
from vpwijzer.words.wording import LEVELS_ARE_ESTIMATES, VERDICT_WORDS, Wording

NOT_SAID = "Hierover heeft je organisatie niets gezegd. Vraag er eerst naar."


def route_page(
    route: Route,
    library: Library,
    ruling: Ruling | None = None,
    view: View | None = None,
    *,
    nearest: Nearest | None = None,
) -> Page:
    """Show a route; without a conversation everything with "als" is shown as such.

    Nearest is what would bring a closed route back, when that was found.
    """
    view = view or View({}, library.concepts, over=False)
    return tuple(_Page(route, library, ruling, view, nearest).blocks())


@dataclass(frozen=True, slots=True)
class _Page:
    route: Route
    library: Library
    ruling: Ruling | None
    view: View
    nearest: Nearest | None

    def blocks(self) -> Iterator[Block]:
        route = self.route
        track = self.library.tracks[route.track]
        yield heading(1, route.title)
        actor = NAMES[route.actor]
        yield paragraph(faint(f"{track.mark} {track.title} · wie doet iets: {actor}"))
        yield paragraph(route.summary)
        if own := [each for each in self._own() if each]:
            yield paragraph(strong("Bij je organisatie: "), "; ".join(own))
        yield from self._verdict()
        yield from section(2, "Let op", listing(self._cautions()))
        yield from section(
            2, "Stappen", listing(self._lines(route.steps), numbered=True)
        )
        yield from self._consequences()
        for title, lines in (
            ("Wat de VP doet", route.adviser_does),
            ("Wat de VP niet doet", route.adviser_does_not),
        ):
            yield from section(2, title, listing(self._lines(lines)))
        yield from section(2, "Termijnen", listing(self._clocks()))
        yield from section(2, "Contact", listing(self._contacts()))
        yield from section(2, "Wat hierna kan", listing(self._next()))
        checked = paragraph(faint(f"Route nagekeken op {route.checked}."))
        yield from section(2, "Bronnen", listing(self._sources()), checked)

    def _own(self) -> Iterator[str]:
        """Say who of the organisation is reached for this way."""
        for link, _ in holding(self.route.contacts, self.view):
            contact = self.library.contacts[link.contact]
            if contact.is_own:
                yield reached(contact)

    def _next(self) -> Iterator[Point]:
        """Give the ways that may follow, in a conversation as they stand there."""
        for name in self.route.next:
            follows = self.library.routes[name]
            if self.ruling is None:
                yield point(follows.title)
                continue
            ruling = rule(follows, self.view, follows.trees)
            if ruling.verdict is not Verdict.CLOSED:
                against = " (wordt nu afgeraden)" if ruling.advised_against else ""
                yield point(follows.title, faint(against))

    def _verdict(self) -> Page:
        wording = Wording(self.library)
        if self.ruling is None:
            condition = wording.condition(self.route.condition)
            when = (paragraph(f"Als {condition}."),) if condition else ()
            return section(2, "Wanneer", *when)
        verdict = self.ruling.verdict
        reasons = wording.reasons(self.ruling, self.view)
        below: Page = ()
        if verdict is Verdict.OPEN:
            reasons = [f"Nog niet bekend: {q}" for q in wording.settled_by(self.ruling)]
            below = tuple(map(paragraph, filter(None, [self.route.while_open])))
        if verdict is Verdict.CLOSED:
            below = (paragraph(self._other_way(wording)),)
        points = listing(map(point, reasons))
        title = heading(2, f"In dit gesprek: {VERDICT_WORDS[verdict]}")
        return title, Inset((points, *below))

    def _other_way(self, wording: Wording) -> str:
        """Say which other answers would bring a closed route back."""
        if self.nearest is None:
            return "Geen één of twee andere antwoorden die deze weg terugbrengen."
        changes = wording.answers(self.nearest.changes)
        verdict = VERDICT_WORDS[self.nearest.verdict]
        return f"Bij een ander antwoord wel ({verdict}): {changes}."

    def _point(
        self, words: str, condition: Condition, label: str | Span = ""
    ) -> Iterator[Point]:
        """Give words, with what they depend on; nothing when they do not hold."""
        truth = holds(condition, self.view)
        if truth is not Truth.FALSE:
            yield Point(self._with_if(words, condition, truth), label)

    def _with_if(self, words: str, condition: Condition, truth: Truth) -> Line:
        """Put what it depends on behind words that may not hold."""
        if truth is Truth.TRUE:
            return (words,)
        return words, faint(f"  (als {Wording(self.library).condition(condition)})")

    def _cautions(self) -> Iterator[Point]:
        for caution in self.route.cautions:
            against = caution.severity is Severity.AGAINST
            sure = holds(caution.condition, self.view) is Truth.TRUE
            role = Role.URGENT if against and sure else Role.WARNING
            label = Span("afgeraden:" if against else "let op:", role)
            yield from self._point(
                said(caution, self.library), caution.condition, label
            )

    def _lines(self, lines: tuple[Said, ...]) -> tuple[Point, ...]:
        return tuple(
            p
            for each in lines
            for p in self._point(said(each, self.library), each.condition)
        )

    def _consequences(self) -> Page:
        if not self.route.consequences:  # as only an organisation may leave them out
            return section(2, "Gevolgen", paragraph(NOT_SAID))
        shown: list[Block] = [paragraph(faint(LEVELS_ARE_ESTIMATES))]
        for name, options in self.route.consequences.items():
            aspect = self.library.aspects[name]
            shown.append(paragraph(strong(f"{aspect.title}: {aspect.question}")))
            shown.append(Inset(tuple(self._levels(aspect, options))))
        return section(2, "Gevolgen", *shown)

    def _levels(
        self, aspect: Aspect, options: tuple[Consequence, ...]
    ) -> Iterator[Block]:
        for option in options:
            truth = holds(option.condition, self.view)
            if truth is Truth.FALSE:
                continue
            level = aspect.levels.get(option.level, "niet geregeld")
            words = f"{level}. {option.text}" if option.text else f"{level}."
            yield paragraph(*self._with_if(words, option.condition, truth))
            if truth is Truth.TRUE:
                break

    def _clocks(self) -> Iterator[Point]:
        for clock in self.library.clocks.values():
            if self.route.id in clock.routes:
                words = (
                    f"{clock.period} vanaf {clock.since}. {said(clock, self.library)}"
                )
                words = f"{clock.title}: {words}"
                yield from self._point(words, clock.condition, "◷")

    def _contacts(self) -> Iterator[Point]:
        for link in self.route.contacts:
            words = contact_line(self.library.contacts[link.contact])
            yield from self._point(words, link.condition)

    def _sources(self) -> Iterator[Point]:
        for citation in self.route.citations:
            source = self.library.sources[citation.source]
            dates = f" (stand {source.version}, nagekeken {source.checked})"
            remark = f" {source.remark}" if source.remark else ""
            words = ", ".join(filter(None, (source.title, citation.place)))
            yield point(words, faint(dates + remark))
