"""Reads an outcome with a person: its routes, and what stands a key away."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from vpwijzer.engine.explain import nearest_change
from vpwijzer.engine.first_screen import FirstScreen, first_screen
from vpwijzer.engine.outcome import Outcome, decide
from vpwijzer.engine.outcome_diff import Differences, differences, undone
from vpwijzer.engine.remaining import put_off
from vpwijzer.engine.ruling import Ruling, Verdict
from vpwijzer.engine.walk import Walk, deciding_questions
from vpwijzer.interview.keys import (
    ALL,
    BACK,
    CLOSED,
    CODE,
    COMPARE,
    MAYBE,
    OVERVIEW,
    REFINE,
    STOP,
    WHAT_IF,
    WRAP_UP,
    Stopped,
    one,
    pause,
)
from vpwijzer.interview.menu import Asker, Choice, Menu, Picked, Pressed
from vpwijzer.interview.screens.answers_screen import look_back
from vpwijzer.interview.screens.common_keys import show_code
from vpwijzer.interview.screens.compare_screen import LEAST, compare
from vpwijzer.interview.screens.questions import answer_of, change_menu
from vpwijzer.interview.screens.whatif import try_out, wishes
from vpwijzer.interview.screens.wrapup import can_wrap_up, wrap_up
from vpwijzer.interview.session import Now
from vpwijzer.model import Library
from vpwijzer.pages.closed import closed_page, is_help
from vpwijzer.pages.first_screen import first_screen_page
from vpwijzer.pages.outcome import numbered, outcome_page
from vpwijzer.pages.route import route_page


@dataclass(frozen=True, slots=True)
class Reader:
    """Shows an outcome, also one that is provisional."""

    asker: Asker
    library: Library

    def read(self, now: Now) -> Now:
        """Show the outcome until they go back to the questions; raises Stopped."""
        outcome = decide(now.walk)
        changed = what_changed(now, outcome)
        screen = first_screen(now.walk, outcome) if outcome.over else None
        show_all = False
        while True:
            shown = None if show_all else screen
            page = (
                outcome_page(outcome, self.library, show_all=show_all, changed=changed)
                if shown is None
                else first_screen_page(shown, self.library, changed)
            )
            self.asker.show(page)
            match self.asker.choose(outcome_menu(outcome, now.walk, shown)):
                case Picked() as picked:
                    self._read_route(outcome, one(picked), now.walk)
                case Pressed(key) if key == ALL:
                    show_all = not show_all
                case Pressed(key) if key == BACK:
                    return now.on(now.walk.back()) if outcome.over else now
                case Pressed(key):
                    after = self._look(key, now, outcome, shown)
                    if after is not now:
                        return after

    def _look(
        self, key: str, now: Now, outcome: Outcome, shown: FirstScreen | None
    ) -> Now:
        """Show what stands a key away; gives another Now when an answer changed."""
        change = {
            OVERVIEW: look_back,
            REFINE: refine,
            MAYBE: open_more,
            WHAT_IF: try_out,
        }
        if key in change:
            return change[key](self.asker, now)
        if key == WRAP_UP:
            return wrap_up(self.asker, now, outcome)
        if key == COMPARE:
            compare(self.asker, outcome, now.walk, shown)
        elif key == CLOSED:
            self._read_closed(outcome, now.walk)
        elif key == CODE:
            show_code(self.asker, now.walk)
        else:
            raise Stopped
        return now

    def _read_route(
        self, outcome: Outcome, route_id: str, walk: Walk, back: str = "het overzicht"
    ) -> None:
        ruling = next(r for r in outcome.rulings if r.route.id == route_id)
        is_closed = ruling.verdict is Verdict.CLOSED
        nearest = nearest_change(walk, ruling.route) if is_closed else None
        page = route_page(
            ruling.route, self.library, ruling, walk.view, nearest=nearest
        )
        self.asker.show(page)
        pause(self.asker, f"Terug naar {back}")

    def _read_closed(self, outcome: Outcome, walk: Walk) -> None:
        rulings = closed_rulings(outcome, self.library)
        page = closed_page(rulings, self.library, walk.view)
        self.asker.show(page)
        while isinstance(reply := self.asker.choose(closed_menu(rulings)), Picked):
            self._read_route(outcome, one(reply), walk, "wat afvalt")
            self.asker.show(page)
        if reply == Pressed(STOP):
            raise Stopped


def what_changed(now: Now, outcome: Outcome) -> Differences | None:
    """Say what the answers that were changed made of a whole conversation."""
    if not (now.original and outcome.over):
        return None
    return differences(decide(undone(now.walk, now.original)), outcome)


def refine(asker: Asker, now: Now) -> Now:
    """Ask what was put off, what settles most first, until they go back."""
    while now.walk.is_over and (waiting := put_off(now.walk)):
        menu = change_menu(now.walk, waiting[0], with_notes=now.with_notes)
        match asker.choose(menu):
            case Picked(values):
                now = now.on(now.walk.refine(waiting[0].id, answer_of(values)))
            case Pressed(key) if key == BACK:
                return now
            case _:
                raise Stopped
    return now


def open_more(asker: Asker, now: Now) -> Now:
    """Ask once more what decides about a tree, until one opens or they go back."""
    found = tuple(deciding_questions(now.walk))
    for question in {each.id: each for each, _ in found}.values():
        titles = "; ".join(tree.title for each, tree in found if each.id == question.id)
        menu = change_menu(now.walk, question, with_notes=now.with_notes)
        why = "", f"Dit bepaalt of dit erbij komt: {titles}."
        match asker.choose(
            replace(menu, notes=(why, *menu.notes), selected=frozenset())
        ):
            case Picked(values):
                now = now.on(now.walk.change(question.id, answer_of(values)))
            case Pressed(key) if key == BACK:
                return now
            case _:
                raise Stopped
        if not now.walk.is_over:
            break
    return now


def outcome_menu(
    outcome: Outcome, walk: Walk, screen: FirstScreen | None = None
) -> Menu:
    """Offer the ways shown by number, and what stands a key away where there is any."""
    ways = list(numbered(outcome))
    if screen is not None:
        ways = [ruling.route.id for ruling in screen.named]
    titles = {r.route.id: r.route.title for r in outcome.rulings}
    back = "terug" if outcome.over else "terug naar de vraag"
    wraps_up, now = can_wrap_up(walk), walk.progress
    or_wrap_up = f", of {WRAP_UP} om af te ronden" if wraps_up else ""
    commands = {
        WRAP_UP: "afronden" if wraps_up else "",
        ALL: "alle wegen" if screen is not None or not outcome.over else "in het kort",
        REFINE: "preciezer" if put_off(walk) else "",
        MAYBE: "gaat het ook hierover" if any(deciding_questions(walk)) else "",
        BACK: back,
        CLOSED: "wat afvalt" if closed_rulings(outcome, walk.setting.library) else "",
        COMPARE: "vergelijk" if len(numbered(outcome)) >= LEAST else "",
        OVERVIEW: "antwoorden" if now.asked or now.prefilled else "",
        CODE: "code voor later" if walk.progress.asked else "",
        WHAT_IF: "wat als" if wishes(walk) else "",
        STOP: "stop",
    }
    return Menu(
        f"Typ het nummer van een weg om hem helemaal te lezen{or_wrap_up}.",
        choices=tuple(Choice(name, titles[name]) for name in ways),
        commands=_filled(commands),
        back=BACK,
        listed=False,
    )


def _filled(commands: Mapping[str, str]) -> dict[str, str]:
    return {key: words for key, words in commands.items() if words}


def closed_rulings(outcome: Outcome, library: Library) -> tuple[Ruling, ...]:
    """Give what fell off in the order of the outcome, ways that help first."""
    closed = [r for r in outcome.rulings if r.verdict is Verdict.CLOSED]
    return tuple(sorted(closed, key=lambda r: not is_help(r, library)))


def closed_menu(rulings: Iterable[Ruling]) -> Menu:
    """Offer what fell off by the numbers on its page."""
    return Menu(
        "Typ het nummer van een weg om meer te lezen.",
        choices=tuple(Choice(r.route.id, r.route.title) for r in rulings),
        commands={BACK: "terug", STOP: "stop"},
        back=BACK,
        listed=False,
    )
