"""Two to four routes of an outcome side by side."""

from vpwijzer.engine.outcome import Outcome
from vpwijzer.engine.walk import Walk
from vpwijzer.interview.keys import BACK, STOP, Stopped, pause
from vpwijzer.interview.menu import Asker, Choice, Menu, Picked, Pressed
from vpwijzer.pages.compare import compare_page
from vpwijzer.pages.outcome import numbered

LEAST, MOST = 2, 4
WHICH = "Welke wegen wil je naast elkaar zien? Kies er twee tot vier."


def compare(asker: Asker, outcome: Outcome, walk: Walk) -> None:
    """Let a person choose routes and show them side by side; raises Stopped."""
    chosen: frozenset[str] = frozenset()
    note = ""
    while not LEAST <= len(chosen) <= MOST:
        reply = asker.choose(compare_menu(outcome, chosen, note))
        if reply == Pressed(STOP):
            raise Stopped
        if not isinstance(reply, Picked):
            return
        chosen = reply.values
        note = f"Je koos er {len(chosen)}."
    routes = [r.route for r in outcome.rulings if r.route.id in chosen]
    asker.show(compare_page(routes, walk.setting.library, walk.view))
    pause(asker, "Terug naar het overzicht")


def compare_menu(outcome: Outcome, chosen: frozenset[str], note: str) -> Menu:
    """List the ways with the numbers they have in the outcome."""
    titles = {r.route.id: r.route.title for r in outcome.rulings}
    return Menu(
        WHICH,
        notes=(("", note),) if note else (),
        choices=tuple(Choice(name, titles[name]) for name in numbered(outcome)),
        several=True,
        selected=chosen,
        commands={BACK: "terug", STOP: "stop"},
        back=BACK,
        clears=True,
    )
