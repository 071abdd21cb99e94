"""The overview after a conversation: clocks, what comes first, ways, and the rest."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.text import Text

from vpwijzer.document.terminal import (
    FAINT,
    GOOD,
    HEADING,
    URGENT,
    WARNING,
    counted,
    heading,
    indented,
    joined,
    marked,
    text,
)
from vpwijzer.engine.explain import find_out_first
from vpwijzer.engine.logic import Truth
from vpwijzer.engine.outcome import Outcome, Ruling, Running, Verdict
from vpwijzer.engine.outcome_diff import Differences
from vpwijzer.model import Kind, Library, Severity
from vpwijzer.pages.closed import is_help
from vpwijzer.words.wording import SHIFT_WORDS, Wording

IN_FULL_VIEW = 5
REASONS_SHOWN = 2
CLOCKS_SHOWN = 3
FOUND_OUT_SHOWN = 3


def numbered(outcome: Outcome) -> Mapping[str, int]:
    """Give each way that is not closed a number, in the order to show them."""
    ways = [r for r in outcome.rulings if r.verdict is not Verdict.CLOSED]
    return {ruling.route.id: number for number, ruling in enumerate(ways, 1)}


def outcome_page(
    outcome: Outcome,
    library: Library,
    *,
    show_all: bool = False,
    changed: Differences | None = None,
) -> RenderableType:
    """Show what applies and what it would cost; changed is what answers changed."""
    page = _Page(outcome, library, show_all, changed)
    return Group(*page.parts())


def difference_lines(changed: Differences) -> RenderableType:
    """Name the routes that stand differently, by how they do."""
    lines = [
        marked("-", f"{words}: {'; '.join(route.title for route in changed[shift])}.")
        for shift, words in SHIFT_WORDS.items()
        if shift in changed
    ]
    return indented(Group(*lines) if lines else text("Er verandert geen weg."))


def running_clocks(outcome: Outcome) -> Iterator[RenderableType]:
    """Show the deadlines that run for sure, under their own heading."""
    running = [each for each in outcome.clocks if each.truth is Truth.TRUE]
    if running:
        yield heading("Termijnen die lopen")
    yield from (_clock(each) for each in running)


@dataclass(frozen=True, slots=True)
class _Page:
    outcome: Outcome
    library: Library
    show_all: bool
    changed: Differences | None

    def parts(self) -> Iterator[RenderableType]:
        title = "Wat er nu kan" if self.outcome.over else "Voorlopig overzicht"
        yield text(title, HEADING)
        yield text("Jij kiest. Dit overzicht wijst wegen, het beslist niets.", FAINT)
        if self.changed is not None:
            yield heading("Door je wijziging")
            yield difference_lines(self.changed)
        yield from self._clocks()
        if self.outcome.first:
            yield heading("Eerst dit")
            yield from (self._way(ruling, URGENT) for ruling in self.outcome.first)
        for tree in self.outcome.groups:
            yield from self._group(tree)
        yield from self._to_find_out()
        yield from self._offered()
        yield from self._checked()

    def _clocks(self) -> Iterator[RenderableType]:
        yield from running_clocks(self.outcome)
        possible = [r for r in self.outcome.clocks if r.truth is Truth.UNKNOWN]
        if possible:
            yield heading("Termijnen die misschien lopen")
            yield from (_short_clock(each) for each in possible[:CLOCKS_SHOWN])
        rest = len(possible) - CLOCKS_SHOWN
        if rest > 0:
            words = (
                f"En nog {counted(rest, 'termijn', 'termijnen')}; zie de wegen zelf."
            )
            yield indented(text(words, FAINT))

    def _group(self, tree: str) -> Iterator[RenderableType]:
        rulings = self.outcome.group(tree)
        applying = [r for r in rulings if r.verdict is Verdict.APPLIES]
        ways = [r for r in applying if not r.advised_against]
        against = [r for r in applying if r.advised_against]
        maybe = [r for r in rulings if r.verdict is Verdict.OPEN]
        closed = [
            ruling
            for ruling in rulings
            if ruling.verdict is Verdict.CLOSED and is_help(ruling, self.library)
        ]
        if not ways + against + maybe:
            return
        if len(self.outcome.groups) > 1:
            yield heading(self.library.trees[tree].title.upper())
        yield from self._ways(ways)
        yield from self._against(against)
        yield from self._maybe(maybe)
        if closed:
            yield heading(f"Valt af: {counted(len(closed), 'weg', 'wegen')}")
            if self.show_all:
                names = ", ".join(ruling.route.title for ruling in closed)
                yield indented(text(names, FAINT))

    def _ways(self, ways: list[Ruling]) -> Iterator[RenderableType]:
        if not ways:
            return
        yield heading("Wegen die passen")
        shown = ways if self.show_all else ways[:IN_FULL_VIEW]
        yield from (self._way(ruling, "") for ruling in shown)
        rest = ways[len(shown) :]
        if rest:
            numbers = numbered(self.outcome)
            names = "; ".join(f"{numbers[r.route.id]} {r.route.title}" for r in rest)
            yield indented(text(f"Nog {counted(len(rest), 'weg', 'wegen')}: {names}"))

    def _against(self, against: list[Ruling]) -> Iterator[RenderableType]:
        if against:
            yield heading("Kan, maar wordt nu afgeraden")
        for ruling in against:
            yield self._title(ruling, WARNING)
            yield from (indented(marked("-", words), 2) for words in _why_not(ruling))

    def _maybe(self, maybe: list[Ruling]) -> Iterator[RenderableType]:
        if maybe:
            yield heading("Misschien: dit hangt af van wat nog niet bekend is")
        wording = Wording(self.library)
        for ruling in maybe:
            yield self._title(ruling, "")
            settling = " ".join(wording.settled_by(ruling))
            label = "Zoek uit" if self._can_find_out(ruling) else "Hangt af van"
            yield indented(text(f"{label}: {settling}", FAINT), 2)
            if self.outcome.over and ruling.route.while_open:
                yield indented(text(ruling.route.while_open), 2)

    def _can_find_out(self, ruling: Ruling) -> bool:
        """Tell whether only facts are missing; nobody is pressed for more."""
        questions = Wording(self.library).questions
        kinds = {questions[name].kind for name in ruling.settled_by}
        return self.outcome.over and kinds == {Kind.FACT}

    def _way(self, ruling: Ruling, style: str) -> RenderableType:
        lines: list[RenderableType] = [self._title(ruling, style)]
        if ruling.first:
            lines.append(indented(text(ruling.route.summary), 2))
        lines.append(indented(text(consequence_line(ruling, self.library), FAINT), 2))
        sure = [w for w in ruling.cautions if w.truth is Truth.TRUE]
        lines += [indented(marked("let op:", w.caution.text), 2) for w in sure[:1]]
        return Group(*lines)

    def _title(self, ruling: Ruling, style: str) -> RenderableType:
        track = self.library.tracks[ruling.route.track]
        number = numbered(self.outcome)[ruling.route.id]
        line = joined(
            (ruling.route.title, style or HEADING),
            (f"  {track.mark} {track.title}", FAINT),
        )
        if ruling.fits_wish:
            line.append("  past bij je antwoorden", style=GOOD)
        return marked(f"{number:>2}", line)

    def _to_find_out(self) -> Iterator[RenderableType]:
        """Say what helps most to know; while questions come, nothing is missing yet."""
        found = find_out_first(self.outcome, self.library) if self.outcome.over else ()
        if found:
            yield heading("Zoek eerst uit")
        for each in found[:FOUND_OUT_SHOWN]:
            ways = counted(len(each.routes), "weg", "wegen")
            line = joined(
                (each.question.text, ""), (f"  maakt {ways} duidelijk", FAINT)
            )
            yield indented(marked("-", line))

    def _checked(self) -> Iterator[RenderableType]:
        """Give the oldest date of what stands here."""
        shown = numbered(self.outcome)
        dates = [r.route.checked for r in self.outcome.rulings if r.route.id in shown]
        if dates:
            yield text("")
            yield text(f"Laatst gecontroleerd: {min(dates)}.", FAINT)

    def _offered(self) -> Iterator[RenderableType]:
        if self.outcome.offered_trees:
            yield heading("Weet je later meer? Dan is er ook")
        for tree in self.outcome.offered_trees:
            yield indented(marked("-", self.library.trees[tree].subject))


def _clock(running: Running) -> RenderableType:
    clock = running.clock
    line = Text.assemble(
        (f"{clock.title}: {clock.period}", WARNING), f" vanaf {clock.since}."
    )
    line.append(f" {clock.text}", style=FAINT)
    return indented(marked("◷", line))


def _short_clock(running: Running) -> RenderableType:
    clock = running.clock
    words = f"{clock.title}: {clock.period} vanaf {clock.since}."
    return indented(marked("?", words))


def _why_not(ruling: Ruling) -> list[str]:
    """Give the first reasons against a way, and how many more there are."""
    reasons = [
        warned.caution.text
        for warned in ruling.cautions
        if warned.truth is Truth.TRUE and warned.caution.severity is Severity.AGAINST
    ]
    rest = len(reasons) - REASONS_SHOWN
    more = [f"En nog {counted(rest, 'reden', 'redenen')}."] if rest > 0 else []
    return reasons[:REASONS_SHOWN] + more


def consequence_line(ruling: Ruling, library: Library) -> str:
    """Give the level on every aspect where something is arranged, in one line."""
    parts = [
        f"{library.aspects[name].title} {effect.consequence.level.replace('-', ' ')}"
        for name, effect in ruling.effects.items()
        if effect.consequence.level
    ]
    sure = sum(warned.truth is Truth.TRUE for warned in ruling.cautions)
    possible = sum(effect.possible for effect in ruling.effects.values())
    possible += len(ruling.cautions) - sure
    parts += [f"nog {sure - 1} keer 'let op'"] if sure > 1 else []
    parts += [f"{possible} keer 'als'"] if possible else []
    return " · ".join(parts)
