"""Two to four routes of an outcome side by side."""

from collections.abc import Mapping

from vpwijzer.engine.first_screen import FirstScreen
from vpwijzer.engine.outcome import Outcome
from vpwijzer.engine.walk import Walk
from vpwijzer.interview.keys import BACK, STOP, Stopped, pause
from vpwijzer.interview.menu import Asker, Choice, Menu, Picked, Pressed
from vpwijzer.pages.compare import compare_page
from vpwijzer.pages.outcome import numbered

LEAST, MOST = 2, 4
WHICH = "Welke wegen wil je naast elkaar zien? Kies er twee tot vier."


def compare(
    asker: Asker, outcome: Outcome, walk: Walk, shown: FirstScreen | None
) -> None:
    """Let a person choose routes and show them side by side; raises Stopped."""
    titles = {r.route.id: r.route.title for r in outcome.rulings}
    names = list(numbered(outcome))
    if shown is not None and len(shown.named) >= LEAST:
        names = [ruling.route.id for ruling in shown.named]
    ways = {name: titles[name] for name in names}
    chosen: frozenset[str] = frozenset()
    note = ""
    while not LEAST <= len(chosen) <= MOST:
        reply = asker.choose(compare_menu(ways, chosen, note))
        if reply == Pressed(STOP):
            raise Stopped
        if not isinstance(reply, Picked):
            return
        chosen = reply.values
        note = f"Je koos er {len(chosen)}."
    routes = [r.route for r in outcome.rulings if r.route.id in chosen]
    asker.show(compare_page(routes, walk.setting.library, walk.view))
    pause(asker, "Terug naar het overzicht")


def compare_menu(ways: Mapping[str, str], chosen: frozenset[str], note: str) -> Menu:
    """List the ways by the numbers of the screen that was left."""
    return Menu(
        WHICH,
        notes=(("", note),) if note else (),
        choices=tuple(Choice(name, title) for name, title in ways.items()),
        several=True,
        selected=chosen,
        commands={BACK: "terug", STOP: "stop"},
        back=BACK,
        clears=True,
    )
