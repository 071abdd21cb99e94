"""Leads a conversation from the first question to a route read in full."""

from dataclasses import dataclass

from vpwijzer.interview.menu import Asker, Choice, Menu, Picked, Pressed
from vpwijzer.interview.questions import (
    BACK,
    EXPLAIN,
    STOP,
    answer_of,
    explanation_of,
    question_menu,
)
from vpwijzer.model import Library, Question, Seat, Tree
from vpwijzer.outcome import Outcome, Ruling, decide
from vpwijzer.render.terminal import (
    explanation_page,
    numbered,
    outcome_page,
    priority_page,
    route_page,
)
from vpwijzer.walk import Walk

NOTHING_KEPT = "Er is niets bewaard."
ALL = "a"
GO_ON, STOP_HERE, READ = "verder", "stop", "lees"


class Stopped(Exception):  # noqa: N818 - leaving is a choice, not an error
    """The person chose to stop."""


@dataclass(frozen=True, slots=True)
class Conversation:
    """Walks with one person through one asker."""

    asker: Asker
    library: Library

    def run(self, walk: Walk) -> Walk:
        """Ask until everything is asked, then show the outcome until they stop.

        Returns the walk as it ended; raises KeyboardInterrupt on Ctrl-C.
        """
        shown: set[str] = set()
        try:
            while True:
                first = [r for r in decide(walk).first if r.route.id not in shown]
                if first:
                    # The moment it fires, and once, also after a step back.
                    shown.add(first[0].route.id)
                    self._show_priority(first[0], walk)
                elif walk.current is not None:
                    walk = self._ask(walk, walk.current)
                else:
                    walk = self._read_outcome(walk)
        except Stopped:
            return walk

    def _ask(self, walk: Walk, question: Question) -> Walk:
        match self.asker.choose(question_menu(walk, question)):
            case Picked(values):
                return walk.answer(answer_of(values))
            case Pressed(key) if key == BACK:
                return walk.back()
            case Pressed(key) if key == EXPLAIN:
                self.asker.show(explanation_page(explanation_of(question)))
                self._wait("Terug naar de vraag")
                return walk
        raise Stopped

    def _wait(self, words: str) -> None:
        menu = Menu("", choices=(Choice(GO_ON, words),), commands={STOP: "stop"})
        if self.asker.choose(menu) == Pressed(STOP):
            raise Stopped

    def _show_priority(self, ruling: Ruling, walk: Walk) -> None:
        self.asker.show(priority_page(ruling, self.library, walk.view))
        menu = Menu(
            "Wil je hier stoppen of verdergaan?",
            choices=(
                Choice(GO_ON, "Ga door met de vragen"),
                Choice(READ, "Lees deze weg helemaal"),
                Choice(STOP_HERE, "Stop hier"),
            ),
            commands={STOP: "stop"},
        )
        while (reply := self.asker.choose(menu)) == Picked(frozenset({READ})):
            self.asker.show(route_page(ruling.route, self.library, ruling, walk.view))
        if reply != Picked(frozenset({GO_ON})):
            raise Stopped

    def _read_outcome(self, walk: Walk) -> Walk:
        """Show the outcome; ends by stopping or by a step back into the questions."""
        outcome = decide(walk)
        show_all = False
        while True:
            self.asker.show(outcome_page(outcome, self.library, show_all=show_all))
            match self.asker.choose(_outcome_menu(outcome)):
                case Picked(values):
                    self._read_route(outcome, next(iter(values)), walk)
                case Pressed(key) if key == ALL:
                    show_all = not show_all
                case Pressed(key) if key == BACK:
                    return walk.back()
                case _:
                    raise Stopped

    def _read_route(self, outcome: Outcome, route_id: str, walk: Walk) -> None:
        ruling = next(r for r in outcome.rulings if r.route.id == route_id)
        self.asker.show(route_page(ruling.route, self.library, ruling, walk.view))
        self._wait("Terug naar het overzicht")


def _outcome_menu(outcome: Outcome) -> Menu:
    titles = {r.route.id: r.route.title for r in outcome.rulings}
    return Menu(
        "Typ het nummer van een weg om hem helemaal te lezen.",
        choices=tuple(Choice(name, titles[name]) for name in numbered(outcome)),
        commands={ALL: "alle wegen", BACK: "terug", STOP: "stop"},
        back=BACK,
        listed=False,
    )


def choose_tree(asker: Asker, library: Library, seat: Seat) -> Tree | None:
    """Let a person choose where to begin, by subject; None when they stop."""
    trees = [
        tree
        for tree in library.trees.values()
        if tree.can_start and (not tree.adviser_only or seat is Seat.ADVISER)
    ]
    menu = Menu(
        "Waar gaat het over?",
        choices=tuple(Choice(tree.id, tree.subject) for tree in trees),
        commands={STOP: "stop"},
        clears=True,
    )
    reply = asker.choose(menu)
    return library.trees[_one(reply)] if isinstance(reply, Picked) else None


def choose_seat(asker: Asker) -> Seat | None:
    """Ask who is sitting here; None when they stop."""
    menu = Menu(
        "Wie zit hier?",
        choices=(
            Choice(Seat.EMPLOYEE.value, "Ik kijk voor mezelf welke weg bij me past"),
            Choice(Seat.ADVISER.value, "Ik ben vertrouwenspersoon (VP) in een gesprek"),
            Choice(Seat.TRAINER.value, "Ik ben trainer en laat zien hoe het werkt"),
        ),
        commands={STOP: "stop"},
        clears=True,
    )
    reply = asker.choose(menu)
    return Seat(_one(reply)) if isinstance(reply, Picked) else None


def _one(picked: Picked) -> str:
    return next(iter(picked.values))
