"""One route in full: what you do, what it costs, who helps, where it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.text import Text

from vpwijzer.document.terminal import (
    FAINT,
    HEADING,
    URGENT,
    WARNING,
    heading,
    indented,
    joined,
    marked,
    text,
)
from vpwijzer.engine.explain import Nearest
from vpwijzer.engine.logic import Truth, View, holds
from vpwijzer.engine.outcome import Ruling, Verdict
from vpwijzer.model import (
    Aspect,
    Caution,
    Condition,
    Consequence,
    Contact,
    Library,
    Line,
    Route,
    Severity,
)
from vpwijzer.words.wording import ACTORS, LEVELS_ARE_ESTIMATES, VERDICT_WORDS, Wording


def route_page(
    route: Route,
    library: Library,
    ruling: Ruling | None = None,
    view: View | None = None,
    *,
    nearest: Nearest | None = None,
) -> RenderableType:
    """Show a route; without a conversation everything with "als" is shown as such.

    Nearest is what would bring a closed route back, when that was found.
    """
    view = view or View({}, library.concepts, over=False)
    page = _Page(route, library, ruling, view, nearest)
    return Group(*page.parts())


@dataclass(frozen=True, slots=True)
class _Page:
    route: Route
    library: Library
    ruling: Ruling | None
    view: View
    nearest: Nearest | None

    def parts(self) -> Iterator[RenderableType]:
        track = self.library.tracks[self.route.track]
        yield text(self.route.title, HEADING)
        actor = ACTORS.get(self.route.actor, self.route.actor)
        yield text(f"{track.mark} {track.title} · wie doet iets: {actor}", FAINT)
        yield text(self.route.summary)
        yield from self._verdict()
        yield from self._cautions()
        yield from self._lines("Stappen", self.route.steps, numbers=True)
        yield from self._consequences()
        yield from self._lines("Wat de VP doet", self.route.adviser_does)
        yield from self._lines("Wat de VP niet doet", self.route.adviser_does_not)
        yield from self._clocks()
        yield from self._contacts()
        yield from self._next()
        yield from self._sources()

    def _verdict(self) -> Iterator[RenderableType]:
        wording = Wording(self.library)
        if self.ruling is None:
            condition = wording.condition(self.route.condition)
            if condition:
                yield heading("Wanneer")
                yield indented(text(f"Als {condition}."))
            return
        yield heading(f"In dit gesprek: {VERDICT_WORDS[self.ruling.verdict]}")
        reasons = wording.reasons(self.ruling, self.view)
        if self.ruling.verdict is Verdict.OPEN:
            reasons = [f"Nog niet bekend: {q}" for q in wording.settled_by(self.ruling)]
        yield from (indented(marked("-", reason)) for reason in reasons)
        if self.ruling.verdict is Verdict.OPEN and self.route.while_open:
            yield indented(text(self.route.while_open))
        if self.ruling.verdict is Verdict.CLOSED:
            yield indented(text(self._other_way(wording)))

    def _other_way(self, wording: Wording) -> str:
        """Say which other answers would bring a closed route back."""
        if self.nearest is None:
            return "Geen één of twee andere antwoorden die deze weg terugbrengen."
        changes = wording.answers(self.nearest.changes)
        verdict = VERDICT_WORDS[self.nearest.verdict]
        return f"Bij een ander antwoord wel ({verdict}): {changes}."

    def _cautions(self) -> Iterator[RenderableType]:
        shown = [(c, t) for c in self.route.cautions if (t := self._truth(c.condition))]
        if shown:
            yield heading("Let op")
        for caution, truth in shown:
            yield indented(self._caution(caution, truth))

    def _caution(self, caution: Caution, truth: Truth) -> RenderableType:
        against = caution.severity is Severity.AGAINST
        mark = "afgeraden:" if against else "let op:"
        style = URGENT if against and truth is Truth.TRUE else WARNING
        return marked(
            mark, self._with_if(caution.text, caution.condition, truth), style
        )

    def _truth(self, condition: Condition) -> Truth:
        return holds(condition, self.view)

    def _with_if(self, words: str, condition: Condition, truth: Truth) -> Text:
        """Put what it depends on behind words that may not hold."""
        if truth is Truth.TRUE:
            return text(words)
        depends = f"  (als {Wording(self.library).condition(condition)})"
        return joined((words, ""), (depends, FAINT))

    def _lines(
        self, title: str, lines: tuple[Line, ...], *, numbers: bool = False
    ) -> Iterator[RenderableType]:
        shown = [(x, t) for x in lines if (t := self._truth(x.condition))]
        if shown:
            yield heading(title)
        for number, (line, truth) in enumerate(shown, 1):
            mark = f"{number}." if numbers else "-"
            yield indented(
                marked(mark, self._with_if(line.text, line.condition, truth))
            )

    def _consequences(self) -> Iterator[RenderableType]:
        yield heading("Gevolgen")
        yield indented(text(LEVELS_ARE_ESTIMATES, FAINT))
        for name, options in self.route.consequences.items():
            yield indented(self._consequence(self.library.aspects[name], options))

    def _consequence(
        self, aspect: Aspect, options: tuple[Consequence, ...]
    ) -> RenderableType:
        lines = []
        for option in options:
            truth = self._truth(option.condition)
            if truth is Truth.FALSE:
                continue
            level = aspect.levels.get(option.level, "niet geregeld")
            words = f"{level}. {option.text}" if option.text else f"{level}."
            lines.append(self._with_if(words, option.condition, truth))
            if truth is Truth.TRUE:
                break
        return Group(
            joined((f"{aspect.title}: {aspect.question}", HEADING)),
            *(indented(line) for line in lines),
        )

    def _clocks(self) -> Iterator[RenderableType]:
        clocks = [c for c in self.library.clocks.values() if self.route.id in c.routes]
        shown = [(c, t) for c in clocks if (t := self._truth(c.condition))]
        if shown:
            yield heading("Termijnen")
        for clock, truth in shown:
            words = f"{clock.title}: {clock.period} vanaf {clock.since}. {clock.text}"
            yield indented(marked("◷", self._with_if(words, clock.condition, truth)))

    def _contacts(self) -> Iterator[RenderableType]:
        links = [(c, t) for c in self.route.contacts if (t := self._truth(c.condition))]
        if links:
            yield heading("Contact")
        for link, truth in links:
            words = contact_line(self.library.contacts[link.contact])
            yield indented(marked("-", self._with_if(words, link.condition, truth)))

    def _next(self) -> Iterator[RenderableType]:
        if self.route.next:
            yield heading("Wat hierna kan")
        for name in self.route.next:
            yield indented(marked("-", self.library.routes[name].title))

    def _sources(self) -> Iterator[RenderableType]:
        yield heading("Bronnen")
        for citation in self.route.citations:
            source = self.library.sources[citation.source]
            words = ", ".join(filter(None, (source.title, citation.place)))
            dates = f" (stand {source.version}, nagekeken {source.checked})"
            remark = f" {source.remark}" if source.remark else ""
            line = joined((words, ""), (dates, FAINT), (remark, FAINT))
            yield indented(marked("-", line))
        yield indented(text(f"Route nagekeken op {self.route.checked}.", FAINT))


def contact_line(contact: Contact) -> str:
    """Give a contact in one line, with a warning when it is not certain."""
    # Without the scheme an address fits on a narrow window, and is easier to copy.
    web = contact.web.removeprefix("https://").removesuffix("/")
    how = ", ".join(part for part in (contact.phone, web) if part)
    what = "dit nummer" if contact.phone else "dit"
    doubt = "" if contact.certain else f" (controleer {what})"
    details = [contact.hours, contact.cost, contact.anonymous]
    about = "; ".join(part for part in details if part)
    line = f"{contact.name}: {how}{doubt}. {contact.purpose}"
    return f"{line} ({about})" if about else line
