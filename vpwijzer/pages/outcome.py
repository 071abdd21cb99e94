"""The overview after a conversation: clocks, what comes first, ways, and the rest."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from vpwijzer.document.blocks import (
    AIR,
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
)
from vpwijzer.engine.explain import find_out_first
from vpwijzer.engine.logic import Truth
from vpwijzer.engine.outcome import Outcome, Running
from vpwijzer.engine.outcome_diff import Differences
from vpwijzer.engine.ruling import Ruling, Verdict
from vpwijzer.model import Kind, Library, Severity
from vpwijzer.pages.closed import is_help, some_reasons
from vpwijzer.words.contacts import said
from vpwijzer.words.numbers import counted
from vpwijzer.words.wording import SHIFT_WORDS, Wording

IN_FULL_VIEW = 5
CLOCKS_SHOWN = 3
FOUND_OUT_SHOWN = 3
MAYBE = "Misschien: dit hangt af van wat nog niet bekend is"
STRONG, WARNING, URGENT = Role.STRONG, Role.WARNING, Role.URGENT


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
) -> Page:
    """Show what applies and what it would cost; changed is what answers changed."""
    return tuple(_Page(outcome, library, show_all, changed).blocks())


def difference_lines(changed: Differences) -> Block:
    """Name the routes that stand differently, by how they do."""
    points = [
        point(f"{words}: {'; '.join(route.title for route in changed[shift])}.")
        for shift, words in SHIFT_WORDS.items()
        if shift in changed
    ]
    nothing = paragraph("Er verandert geen weg.")
    return Inset((listing(points) if points else nothing,))


def running_clocks(outcome: Outcome, library: Library) -> Page:
    """Show the deadlines that run for sure, under their own heading."""
    running = [each for each in outcome.clocks if each.truth is Truth.TRUE]
    return section(
        2, "Termijnen die lopen", listing(_clock(each, library) for each in running)
    )


@dataclass(frozen=True, slots=True)
class _Page:
    outcome: Outcome
    library: Library
    show_all: bool
    changed: Differences | None

    def blocks(self) -> Iterator[Block]:
        title = "Wat er nu kan" if self.outcome.over else "Voorlopig overzicht"
        yield heading(1, title)
        words = "Jij kiest. Dit overzicht wijst wegen, het beslist niets."
        yield paragraph(faint(words))
        if self.changed is not None:
            yield heading(2, "Door je wijziging")
            yield difference_lines(self.changed)
        yield from running_clocks(self.outcome, self.library)
        yield from self._possible_clocks()
        yield from _titled(2, "Eerst dit", map(self._way, self.outcome.first))
        for tree in self.outcome.groups:
            yield from self._group(tree)
        yield from section(2, "Zoek eerst uit", listing(self._to_find_out()))
        yield from section(
            2,
            "Weet je later meer? Dan is er ook",
            listing(self._offered()),
        )
        yield from self._checked()

    def _possible_clocks(self) -> Page:
        possible = [r for r in self.outcome.clocks if r.truth is Truth.UNKNOWN]
        shown = listing(map(_short_clock, possible[:CLOCKS_SHOWN]))
        rest = len(possible) - CLOCKS_SHOWN
        more = f"En nog {counted(rest, 'termijn', 'termijnen')}; zie de wegen zelf."
        below = (paragraph(faint(more)),) if rest > 0 else ()
        return section(2, "Termijnen die misschien lopen", shown, *below)

    def _group(self, tree: str) -> Iterator[Block]:
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
        level = 2
        if len(self.outcome.groups) > 1:
            yield heading(level, self.library.trees[tree].title.upper())
            level += 1
        shown = ways if self.show_all else ways[:IN_FULL_VIEW]
        yield from _titled(level, "Wegen die passen", map(self._way, shown))
        yield from self._rest(ways[len(shown) :])
        yield from _titled(
            level, "Kan, maar wordt nu afgeraden", map(self._against, against)
        )
        yield from _titled(level, MAYBE, map(self._maybe, maybe))
        if closed:
            yield heading(level, f"Valt af: {counted(len(closed), 'weg', 'wegen')}")
            if self.show_all:
                names = ", ".join(ruling.route.title for ruling in closed)
                yield Inset((paragraph(faint(names)),))

    def _rest(self, rest: list[Ruling]) -> Iterator[Block]:
        if rest:
            numbers = numbered(self.outcome)
            names = "; ".join(f"{numbers[r.route.id]} {r.route.title}" for r in rest)
            words = f"Nog {counted(len(rest), 'weg', 'wegen')}: {names}"
            yield Inset((paragraph(words),))

    def _way(self, ruling: Ruling) -> Point:
        sure = [w for w in ruling.cautions if w.truth is Truth.TRUE]
        below: Page = (paragraph(faint(consequence_line(ruling, self.library))),)
        if ruling.first:
            below = (paragraph(ruling.route.summary), *below)
        if sure:
            below += (
                listing((point(said(sure[0].caution, self.library), label="let op:"),)),
            )
        return self._titled(ruling, below, URGENT if ruling.first else STRONG)

    def _against(self, ruling: Ruling) -> Point:
        reasons = listing(map(point, _why_not(ruling, self.library)))
        return self._titled(ruling, (reasons,), WARNING)

    def _maybe(self, ruling: Ruling) -> Point:
        # One thing to find out is a step; a list of them is a reason to give up.
        settling = next(iter(Wording(self.library).settled_by(ruling)), "")
        label = "Zoek uit" if self._can_find_out(ruling) else "Hangt af van"
        below: Page = (paragraph(faint(f"{label}: {settling}")),)
        if self.outcome.over and ruling.route.while_open:
            below += (paragraph(ruling.route.while_open),)
        return self._titled(ruling, below, STRONG)

    def _can_find_out(self, ruling: Ruling) -> bool:
        """Tell whether only facts are missing; nobody is pressed for more."""
        questions = self.library.questions
        kinds = {questions[name].kind for name in ruling.settled_by}
        return self.outcome.over and kinds == {Kind.FACT}

    def _titled(self, ruling: Ruling, below: Page, role: Role) -> Point:
        track = self.library.tracks[ruling.route.track]
        number = str(numbered(self.outcome)[ruling.route.id])
        line: Line = (
            Span(ruling.route.title, role),
            faint(f"  {track.mark} {track.title}"),
        )
        if ruling.fits_wish:
            line += (Span("  past bij je antwoorden", Role.GOOD),)
        return Point(line, Span(number, Role.NUMBER), (Inset(below),))

    def _to_find_out(self) -> Iterator[Point]:
        """Say what helps most to know; while questions come, nothing is missing yet."""
        found = find_out_first(self.outcome, self.library) if self.outcome.over else ()
        for each in found[:FOUND_OUT_SHOWN]:
            ways = counted(len(each.routes), "weg", "wegen")
            yield point(each.question.text, faint(f"  maakt {ways} duidelijk"))

    def _checked(self) -> Iterator[Block]:
        """Give the oldest date of what stands here."""
        shown = numbered(self.outcome)
        dates = [r.route.checked for r in self.outcome.rulings if r.route.id in shown]
        if dates:
            yield AIR
            yield paragraph(faint(f"Laatst gecontroleerd: {min(dates)}."))

    def _offered(self) -> Iterator[Point]:
        for tree in self.outcome.offered_trees:
            yield point(self.library.trees[tree].subject)


def _titled(level: int, title: str, points: Iterable[Point]) -> Page:
    made = tuple(points)
    return (heading(level, title), listing(made)) if made else ()


def _clock(running: Running, library: Library) -> Point:
    clock = running.clock
    what = Span(f"{clock.title}: {clock.period}", WARNING)
    return point(
        what, f" vanaf {clock.since}.", faint(f" {said(clock, library)}"), label="◷"
    )


def _short_clock(running: Running) -> Point:
    clock = running.clock
    words = f"{clock.title}: {clock.period} vanaf {clock.since}."
    return point(words, label="?")


def _why_not(ruling: Ruling, library: Library) -> list[str]:
    """Give the first reasons against a way, and how many more there are."""
    return some_reasons(
        [
            said(warned.caution, library)
            for warned in ruling.cautions
            if warned.truth is Truth.TRUE
            and warned.caution.severity is Severity.AGAINST
        ]
    )


def consequence_line(ruling: Ruling, library: Library) -> str:
    """Give the level on every aspect where something is arranged, in one line."""
    parts = [
        f"{library.aspects[name].title}: {library.aspects[name].levels[level]}"
        for name, effect in ruling.effects.items()
        if (level := effect.consequence.level)
    ]
    sure = sum(warned.truth is Truth.TRUE for warned in ruling.cautions)
    parts += [f"nog {sure - 1} keer 'let op'"] if sure > 1 else []
    return " · ".join(parts)
