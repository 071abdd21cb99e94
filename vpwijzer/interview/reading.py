"""Reads an outcome with a person: its routes, and what else a key away is."""

from dataclasses import dataclass, replace

from vpwijzer.interview.menu import Asker, Choice, Menu, Picked, Pressed
from vpwijzer.interview.now import Now
from vpwijzer.interview.overview import look_back
from vpwijzer.interview.pause import Stopped, pause
from vpwijzer.interview.questions import ALL, BACK, OVERVIEW, STOP
from vpwijzer.model import Library
from vpwijzer.outcome import Outcome, decide
from vpwijzer.render.terminal import numbered, outcome_page, route_page
from vpwijzer.walk import Walk


@dataclass(frozen=True, slots=True)
class Reader:
    """Shows an outcome, also one that is provisional."""

    asker: Asker
    library: Library

    def read(self, now: Now) -> Now:
        """Show the outcome until they go back to the questions; raises Stopped."""
        outcome = decide(now.walk)
        show_all = False
        while True:
            page = outcome_page(outcome, self.library, show_all=show_all)
            self.asker.show(page)
            match self.asker.choose(_outcome_menu(outcome)):
                case Picked(values):
                    self._read_route(outcome, next(iter(values)), now.walk)
                case Pressed(key) if key == ALL:
                    show_all = not show_all
                case Pressed(key) if key == BACK:
                    return replace(now, walk=now.walk.back()) if outcome.over else now
                case Pressed(key) if key == OVERVIEW:
                    after = look_back(self.asker, now)
                    if after is not now:
                        return after
                case _:
                    raise Stopped

    def _read_route(self, outcome: Outcome, route_id: str, walk: Walk) -> None:
        ruling = next(r for r in outcome.rulings if r.route.id == route_id)
        self.asker.show(route_page(ruling.route, self.library, ruling, walk.view))
        pause(self.asker, "Terug naar het overzicht")


def _outcome_menu(outcome: Outcome) -> Menu:
    titles = {r.route.id: r.route.title for r in outcome.rulings}
    return Menu(
        "Typ het nummer van een weg om hem helemaal te lezen.",
        choices=tuple(Choice(name, titles[name]) for name in numbered(outcome)),
        commands={
            ALL: "alle wegen",
            OVERVIEW: "antwoorden",
            BACK: "terug" if outcome.over else "terug naar de vraag",
            STOP: "stop",
        },
        back=BACK,
        listed=False,
    )
