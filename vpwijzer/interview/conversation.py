"""Leads a conversation from the first question to a route read in full."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from vpwijzer.interview.menu import Asker, Choice, Menu, Picked, Pressed
from vpwijzer.interview.now import Now
from vpwijzer.interview.overview import look_back
from vpwijzer.interview.pause import GO_ON, Stopped, go_on, one, pause
from vpwijzer.interview.questions import (
    BACK,
    EXPLAIN,
    NOTES,
    OVERVIEW,
    PROVISIONAL,
    STOP,
    answer_of,
    explanation_of,
    question_menu,
)
from vpwijzer.interview.reading import Reader
from vpwijzer.interview.refuge import Refuge, with_help
from vpwijzer.model import Library, Question, Seat, Tree
from vpwijzer.outcome import Ruling, decide
from vpwijzer.render.terminal import (
    explanation_page,
    opening_page,
    priority_page,
    route_page,
)
from vpwijzer.walk import Walk, begin

NOTHING_KEPT = "Er is niets bewaard."
STOP_HERE, READ = "stop", "lees"


@dataclass(frozen=True, slots=True)
class Conversation:
    """Walks with one person through one asker."""

    asker: Asker
    library: Library

    def hold(
        self, seat: Seat, tree: Tree | None = None, *, asks_all: bool = False
    ) -> None:
        """Open, and run from a tree or from one that the person chooses."""
        if opens(self.asker, self.library, seat):
            tree = tree or choose_tree(self.asker, self.library, seat)
            if tree is not None:
                self.run(begin(self.library, tree.id, seat, asks_all=asks_all))

    def run(self, walk: Walk) -> Walk:
        """Ask until everything is asked, then show the outcome until they stop.

        Returns the walk as it ended; raises KeyboardInterrupt on Ctrl-C.
        """
        return _Talk(with_help(self.asker, self.library), self.library).run(walk)


@dataclass(frozen=True, slots=True)
class _Talk:
    asker: Asker
    library: Library

    def run(self, walk: Walk) -> Walk:
        now = Now(walk)
        shown: set[str] = set()
        try:
            while True:
                first = [r for r in decide(now.walk).first if r.route.id not in shown]
                if first:
                    # The moment it fires, and once, also after a step back.
                    shown.add(first[0].route.id)
                    self._show_priority(first[0], now.walk)
                elif now.walk.current is not None:
                    now = self._ask(now, now.walk.current)
                else:
                    now = Reader(self.asker, self.library).read(now)
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
            case Pressed(key, ticked) if key in {EXPLAIN, OVERVIEW, PROVISIONAL}:
                return self._look(key, replace(now, ticked=ticked), question)
        raise Stopped

    def _look(self, key: str, now: Now, question: Question) -> Now:
        """Show something else than the question for a moment."""
        if key == OVERVIEW:
            return look_back(self.asker, now)
        if key == PROVISIONAL:
            return Reader(self.asker, self.library).read(now)
        self.asker.show(explanation_page(explanation_of(question)))
        pause(self.asker, "Terug naar de vraag")
        return now

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


def opens(asker: Asker, library: Library, seat: Seat) -> bool:
    """Show what comes before everything else; tells whether the person goes on."""
    opening = library.openings.get(seat)
    if opening is None:
        return True
    asker = with_help(asker, library)
    asker.show(opening_page(opening))
    try:
        go_on(asker, "Ga verder met de vragen")
    except Stopped:
        return False
    return True


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
    reply = with_help(asker, library).choose(menu)
    return library.trees[one(reply)] if isinstance(reply, Picked) else None


def choose_seat(
    asker: Asker, open_library: Callable[[], Library] | None = None
) -> Seat | None:
    """Ask who is sitting here; None when they stop.

    Content is opened for help in danger only; without it there is no such key.
    """
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
    reply = (Refuge(asker, open_library) if open_library else asker).choose(menu)
    return Seat(one(reply)) if isinstance(reply, Picked) else None
