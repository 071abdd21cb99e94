"""Every page, filled with talks about bicycles."""

from collections.abc import Callable

from builders import walk
from rules import RULES
from screens import as_text, bicycles

from vpwijzer.checks.readability import Ease
from vpwijzer.document.blocks import Page
from vpwijzer.engine.explain import nearest_change
from vpwijzer.engine.outcome import decide
from vpwijzer.engine.outcome_diff import Shift
from vpwijzer.engine.walk import Walk, begin
from vpwijzer.model import Seat
from vpwijzer.model.finding import Rule
from vpwijzer.model.position import Position
from vpwijzer.pages.catalogue import routes_page, tree_page, trees_page
from vpwijzer.pages.closed import closed_page
from vpwijzer.pages.compare import compare_page
from vpwijzer.pages.findings import findings_page
from vpwijzer.pages.outcome import outcome_page
from vpwijzer.pages.question import (
    help_page,
    priority_page,
    talk_page,
    what_if_page,
)
from vpwijzer.pages.readability import plain_page
from vpwijzer.pages.route import route_page


def both_ways() -> Walk:
    """Talk about a flat tyre and a theft at once, with things unknown and urgent."""
    return walk(
        begin(bicycles(), "begin", Seat.ADVISER),
        gevaar="weg, onbekend",
        wat="band, weg",
        handig="ja",
        plek="d",
        slot="ja",
    )


def unsure() -> Walk:
    """Know next to nothing."""
    return walk(
        begin(bicycles(), "begin", Seat.EMPLOYEE),
        gevaar="onbekend",
        wat="band, onbekend",
        handig="onbekend",
        plek="a",
        wens="goedkoop",
    )


def windy() -> Walk:
    """End with a way that is advised against, and one that fell off."""
    return walk(
        begin(bicycles(), "herstel", Seat.ADVISER), gevaar="nee", handig="ja", plek="d"
    )


def unhandy() -> Walk:
    """Come to the desk, with a way of one's own that fell off."""
    talk = walk(
        begin(bicycles(), "herstel", Seat.ADVISER), gevaar="nee", handig="nee", plek="k"
    )
    return walk(talk, leenfiets="ja")


def outcome(talk: Walk, *, show_all: bool = False) -> Page:
    return outcome_page(decide(talk), bicycles(), show_all=show_all)


def said(talk: Walk) -> str:
    """Give the whole outcome over its own small content, as text."""
    content = talk.setting.library
    return as_text(outcome_page(decide(talk), content, show_all=True))


def route_in(talk: Walk, name: str) -> Page:
    ruling = next(r for r in decide(talk).rulings if r.route.id == name)
    nearest = nearest_change(talk, ruling.route)
    return route_page(ruling.route, bicycles(), ruling, talk.view, nearest=nearest)


def compared(talk: Walk, *names: str) -> Page:
    routes = [bicycles().routes[name] for name in names]
    return compare_page(routes, bicycles(), talk.view)


GONE = Rule("weg", "weg")


def findings() -> Page:
    return findings_page(
        [
            RULES["onbekende-boom"].at(
                Position("inhoud/bomen/begin.yaml", 2, 8, 5),
                "'begon'",
                hint="bedoelde je 'begin'?",
            ),
            RULES["bron-verlopen"].at(
                Position("inhoud/bronnen.yaml", 12, 1),
                "fietsboek",
                "2026-01-01",
                hint="",
            ),
            Rule("weg", "hier is niets", "maak iets").at(
                Position("inhoud/weg.yaml", 1, 1)
            ),
        ],
        {
            "inhoud/bomen/begin.yaml": ["boom: begin", "titel: begon [b]hier[/b]"],
            "inhoud/bronnen.yaml": [*[""] * 11, "bronnen: []"],
        },
    )


PAGES: dict[str, Callable[[], Page]] = {
    "outcome-both": lambda: outcome(both_ways()),
    "outcome-unsure": lambda: outcome(unsure()),
    "outcome-against": lambda: outcome(windy()),
    "outcome-closed": lambda: outcome(unhandy()),
    "outcome-all": lambda: outcome(unhandy(), show_all=True),
    "route": lambda: route_page(bicycles().routes["plakken"], bicycles()),
    "route-in-talk": lambda: route_in(both_ways(), "plakken"),
    "route-open": lambda: route_in(unsure(), "plakken"),
    "route-against": lambda: route_in(windy(), "plakken"),
    "route-urgent": lambda: route_in(both_ways(), "van-de-weg"),
    "route-clock": lambda: route_in(both_ways(), "aangifte"),
    "route-closed": lambda: route_in(unhandy(), "plakken"),
    "closed": lambda: closed_page(
        decide(unhandy()).rulings[-1:], bicycles(), unhandy().view
    ),
    "compare-two": lambda: compared(both_ways(), "plakken", "fietsenmaker"),
    "compare-four": lambda: compared(
        both_ways(), "plakken", "fietsenmaker", "van-de-weg", "aangifte"
    ),
    "compare-alone": lambda: compare_page(
        [bicycles().routes[name] for name in ("plakken", "aangifte")], bicycles()
    ),
    "help": lambda: help_page(bicycles().contacts.values()),
    "what-if": lambda: what_if_page(
        "“Wat wil je het liefst?” → “Snel weer rijden”",
        {Shift.FITS: (bicycles().routes["fietsenmaker"],)},
    ),
    "routes": lambda: routes_page(bicycles()),
    "trees": lambda: trees_page(bicycles()),
    "tree": lambda: tree_page(bicycles().trees["begin"], bicycles()),
    "tree-long": lambda: tree_page(bicycles().trees["herstel"], bicycles()),
    "findings": findings,
    "plain": lambda: plain_page(
        [
            Ease("routes/naar-de-fietsenmaker.yaml", 1257, 7.84, 15, 92.1),
            Ease("bomen/begin.yaml", 31, 16.2, 33, 58.0),
            Ease("klokken.yaml", 7, 7.0, 7, None),
        ]
    ),
    "talk": lambda: talk_page(unsure()),
    "priority": lambda: priority_page(
        decide(both_ways()).first[0], bicycles(), both_ways().view
    ),
}
