"""The first screen as a page: everything a person needs, on one screen."""

from dataclasses import replace

from asked_keys import readable
from builders import AT, caution, clock, consequence, question, route, tree, walk

from vpwijzer.document.lines import to_lines
from vpwijzer.engine.first_screen import first_screen
from vpwijzer.engine.outcome import decide
from vpwijzer.engine.walk import Walk
from vpwijzer.model import Contact, ContactLink, FirstStep, Library, Track, TrackKind
from vpwijzer.pages.first_screen import first_screen_page


def content() -> Library:
    made = readable(
        tree("t", question("x"), replace(question("y"), refines=True)),
        replace(
            route("Bel nu", first="x: a"),
            contacts=(ContactLink("lijn", AT),),
            first_step=FirstStep("Bel de lijn. Jij beslist", AT, "lijn"),
        ),
        replace(
            route("Klagen", effects=(consequence("zo"),)),
            track="formeel",
            first_step=FirstStep("Wat wil je?", AT),
        ),
        replace(route("Nog klagen"), track="formeel"),
        replace(route("Vragen", when="y: a"), track="informeel"),
        replace(route("Praten"), track="steun"),
        route("Liever niet", cautions=(caution("x: a", against=True),)),
        replace(clock("k", "Klagen"), days=7, short="Klaag binnen 7 dagen."),
    )
    contact = Contact("lijn", "De lijn", "", "", certain=True, at=AT, phone="0900-1")
    [aspect] = made.aspects.values()
    support = Track("steun", "", "", "", True, (), AT, TrackKind.SUPPORT)  # noqa: FBT003 - a record
    return replace(
        made,
        contacts={"lijn": contact},
        tracks={**made.tracks, "steun": support},
        aspects={
            "regie": replace(aspect, sets_apart=True, phrases={"hoog": "jij beslist"})
        },
    )


def held(x: str = "a") -> Walk:
    return walk(content(), x=x, y="onbekend")


def page(made: Walk) -> str:
    screen = first_screen(made, decide(made))
    return to_lines(first_screen_page(screen, made.setting.library), 80)


def test_page_says_what_is_now_in_time_which_ways_and_what_tomorrow() -> None:
    assert (
        page(held())
        == """\
Wat er nu kan, in het kort
Nu
 1 Bel nu: 0900-1
Op tijd
◷ Klaag binnen 7 dagen.
Wegen
 2 Klagen\N{NO-BREAK SPACE}+\N{NO-BREAK SPACE}1 · jij beslist
 3 Vragen · hangt af van: y?
Steun: 4\N{NO-BREAK SPACE}Praten
Je hoeft nu niets te kiezen.
Morgen
- Bel de lijn: 0900-1. Jij beslist.
- Wat wil je?
1 weg wordt nu afgeraden.
"""
    )


def test_what_is_not_there_has_no_heading() -> None:
    assert "Nu\n" not in page(held(x="b"))


def test_numbers_are_those_of_the_routes_in_order() -> None:
    made = held()

    shown = first_screen(made, decide(made)).named

    names = [ruling.route.id for ruling in shown]
    assert names == ["Bel nu", "Klagen", "Vragen", "Praten"]
