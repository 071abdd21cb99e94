"""Leads a conversation from the first question to a route read in full."""

from dataclasses import dataclass, replace

from vpwijzer.engine.outcome import decide
from vpwijzer.engine.ruling import Ruling, holding
from vpwijzer.engine.walk import Walk
from vpwijzer.interview.keys import (
    BACK,
    GO_ON,
    NOTES,
    OVERVIEW,
    PROVISIONAL,
    STOP,
    STOP_CHOICE,
    Stopped,
    go_on,
)
from vpwijzer.interview.menu import Asker, Choice, Menu, Picked, Pressed
from vpwijzer.interview.screens.common_keys import (
    CommonKeys,
    leave_standing,
    with_common_keys,
)
from vpwijzer.interview.screens.questions import (
    answer_of,
    question_menu,
)
from vpwijzer.interview.session import Now
from vpwijzer.model import UNKNOWN, Library, Question, Seat

READ = "lees"
LITTLE = 3
"""After so many answers "weet ik niet" in a row, talking may help more."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """Walks with one person through one asker."""

    asker: Asker
    library: Library

    def run(self, walk: Walk) -> Walk:
        """Ask until everything is asked, then show the outcome until they stop.

        Returns the walk as it ended; raises KeyboardInterrupt on Ctrl-C.
        """
        asker = with_common_keys(self.asker, self.library)
        return _Talk(asker, self.library).run(walk)


@dataclass(frozen=True, slots=True)
class _Talk:
    asker: CommonKeys
    library: Library

    def run(self, walk: Walk) -> Walk:
        now = Now(walk)
        shown: set[str] = set()
        has_offered = False
        try:
            while True:
                self.asker.walk = now.walk
                first = [r for r in decide(now.walk).first if r.route.id not in shown]
                if first:
                    # The moment it fires, and once, also after a step back.
                    shown.add(first[0].route.id)
                    self._show_priority(first[0], now.walk)
                elif not has_offered and knows_little(now.walk):
                    has_offered = True
                    self._offer_talk(now.walk)
                elif now.walk.current is not None:
                    now = self._ask(now, now.walk.current)
                else:
                    now = self._read(now)
        except Stopped:
            return now.walk
        except EOFError:  # nobody answers any more
            if now.walk.current is not None:
                raise
            return now.walk

    def _ask(self, now: Now, question: Question) -> Now:
        walk = now.walk
        menu = question_menu(walk, question, with_notes=now.with_notes)
        if now.ticked:
            menu = replace(menu, selected=now.ticked)
        match self.asker.choose(menu):
            case Picked(values):
                return now.on(walk.answer(answer_of(values)))
            case Pressed(key) if key == BACK:
                return now.on(walk.back())
            case Pressed(key, ticked) if key == NOTES:
                return replace(now, with_notes=not now.with_notes, ticked=ticked)
            case Pressed(key, ticked) if key in {OVERVIEW, PROVISIONAL}:
                return self._look(key, replace(now, ticked=ticked))
        raise Stopped

    def _look(self, key: str, now: Now) -> Now:
        """Show something else than the question for a moment."""
        if key == OVERVIEW:
            from vpwijzer.interview.screens.answers_screen import look_back  # noqa: PLC0415 - start-up

            return look_back(self.asker, now)
        return self._read(now)

    def _read(self, now: Now) -> Now:
        from vpwijzer.interview.screens.outcome_screen import Reader  # noqa: PLC0415 - start-up

        return Reader(self.asker, self.library).read(now)

    def _offer_talk(self, walk: Walk) -> None:
        """Offer once to stop here and talk; raises Stopped."""
        from vpwijzer.engine.first_screen import MOST_SUPPORT, first_screen  # noqa: PLC0415 - start-up
        from vpwijzer.pages.question import together_page  # noqa: PLC0415 - start-up

        support = first_screen(walk, decide(walk)).support[:MOST_SUPPORT]
        if support:
            self.asker.show(together_page(support, self.library, walk.view))
            go_on(self.asker, "Ga door met de vragen")

    def _show_priority(self, ruling: Ruling, walk: Walk) -> None:
        from vpwijzer.pages.question import priority_page  # noqa: PLC0415 - start-up
        from vpwijzer.pages.route import route_page  # noqa: PLC0415 - start-up

        self.asker.show(priority_page(ruling, self.library, walk.view))
        menu = Menu(
            "Wil je hier stoppen of verdergaan?",
            choices=(
                Choice(GO_ON, "Ga door met de vragen"),
                Choice(READ, "Lees deze weg helemaal"),
                Choice(STOP_CHOICE, "Stop hier"),
            ),
            commands={STOP: "stop"},
            confirms=False,
        )
        while (reply := self.asker.choose(menu)) == Picked(frozenset({READ})):
            self.asker.show(route_page(ruling.route, self.library, ruling, walk.view))
        if reply == Pressed(STOP):
            held = holding(ruling.route.contacts, walk.view)
            contacts = [self.library.contacts[link.contact] for link, _ in held]
            if contacts:
                leave_standing(self.asker, contacts)
            raise Stopped


def knows_little(walk: Walk) -> bool:
    """Tell whether someone without an adviser answered "weet ik niet" a few times.

    Never at the table with an adviser: there they talk already.
    """
    last = [walk.answers[name] for name in walk.progress.asked][-LITTLE:]
    is_asking = walk.setting.seat is Seat.EMPLOYEE and not walk.is_over
    return is_asking and last == [UNKNOWN] * LITTLE
