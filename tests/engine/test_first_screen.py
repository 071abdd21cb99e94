from dataclasses import replace

import pytest
from builders import (
    AT,
    answer,
    clock,
    condition,
    library,
    question,
    route,
    start,
    tree,
    walk,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import DETAILED, Dice, finish, libraries

from vpwijzer.engine.first_screen import (
    MOST_CLOCKS,
    MOST_NOW,
    MOST_STEPS,
    MOST_WAYS,
    FirstScreen,
    first_screen,
    ranked,
)
from vpwijzer.engine.outcome import decide
from vpwijzer.engine.ruling import Verdict
from vpwijzer.engine.walk import Walk
from vpwijzer.model import (
    Aspect,
    Clock,
    Consequence,
    Contact,
    ContactLink,
    FirstStep,
    Library,
    Route,
    Track,
    TrackKind,
)

thorough = settings(deadline=None, max_examples=80)

ASKING = tree("t", question("x"), question("y"))
PHRASES = {"hoog": "jij beslist", "laag": "een ander beslist"}


def track(name: str, kind: TrackKind = TrackKind.WAY) -> Track:
    return Track(name, name, "", "", is_help=True, routes=(), at=AT, kind=kind)


def aspect(name: str, *, sets_apart: bool = True) -> Aspect:
    phrases = {level: f"{name} {level}" for level in PHRASES}
    levels = dict.fromkeys(PHRASES, "")
    return Aspect(name, name, "", levels, AT, sets_apart=sets_apart, phrases=phrases)


def content(*parts: Route | Clock, **kinds: TrackKind) -> Library:
    tracks = {name: track(name, kind) for name, kind in kinds.items()}
    made = library(ASKING, *parts)
    return replace(
        made,
        tracks=tracks,
        aspects={name: aspect(name) for name in ("regie", "naam", "terug", "duur")},
        contacts={
            "lijn": Contact("lijn", "Lijn", "", "", certain=True, at=AT, phone="0900"),
            "loket": Contact("loket", "Loket", "", "", certain=True, at=AT),
        },
    )


def way(made: Route, track: str, step: str = "", **levels: str) -> Route:
    effects = {name: (Consequence(level, "", AT),) for name, level in levels.items()}
    first = FirstStep(step, AT) if step else None
    return replace(made, track=track, first_step=first, consequences=effects)


def screen(made: Library, x: str = "a", y: str = "a") -> FirstScreen:
    held = walk(made, x=x, y=y)
    return first_screen(held, decide(held))


def ways(made: FirstScreen) -> list[str]:
    return [each.ruling.route.id for each in made.ways]


def test_each_track_has_one_way_and_says_how_many_others_there_are() -> None:
    made = content(
        way(route("a"), "een"),
        way(route("b", meant="x: a"), "een"),
        way(route("c"), "twee"),
    )

    found = screen(made)

    assert ways(found) == ["b", "c"]
    assert [each.others for each in found.ways] == [1, 0]


def test_what_is_meant_for_the_case_comes_first_then_what_fits_the_wish() -> None:
    made = content(
        way(route("gewoon"), "een"),
        way(route("wens", fits="x: a"), "twee"),
        way(route("juist", meant="x: a"), "drie"),
    )

    assert ways(screen(made)) == ["juist", "wens", "gewoon"]


def test_what_has_priority_stands_at_the_top_with_whom_to_call() -> None:
    urgent = replace(
        way(route("spoed", first="x: a"), "spoed"),
        contacts=(
            ContactLink("loket", AT),
            ContactLink("lijn", AT),
            ContactLink("lijn", AT, condition("y: b")),
        ),
    )

    found = screen(content(urgent, way(route("a"), "een")))

    assert [each.ruling.route.id for each in found.now] == ["spoed"]
    assert [contact.id for contact in found.now[0].contacts] == ["lijn"]
    assert ways(found) == ["a"]


def test_third_way_with_priority_stands_among_the_ways_of_its_track() -> None:
    made = content(*(way(route(name, first="x: a"), "spoed") for name in "abc"))

    found = screen(made)

    assert [each.ruling.route.id for each in found.now] == ["a", "b"]
    assert ways(found) == ["c"]


def test_support_is_apart_and_waiting_is_no_way() -> None:
    made = content(
        way(route("praten"), "steun"),
        way(route("bellen", meant="x: a"), "steun"),
        way(route("niets", meant="x: a"), "rust"),
        steun=TrackKind.SUPPORT,
        rust=TrackKind.WAITING,
    )

    found = screen(made)

    assert ways(found) == []
    assert [each.route.id for each in found.support] == ["bellen", "praten"]


def test_where_nothing_fits_for_sure_a_way_that_may_fit_says_what_it_hangs_on() -> None:
    made = content(
        way(route("open", when="x: a", meant="y: a"), "een"), way(route("a"), "twee")
    )

    found = screen(made, x="onbekend")

    assert ways(found) == ["a", "open"]
    assert [each.hangs_on and each.hangs_on.id for each in found.ways] == [None, "x"]


def test_way_meant_for_the_case_leads_its_track_though_one_thing_is_not_known() -> None:
    made = content(
        way(route("gewoon"), "een"),
        way(route("juist", when="x: a", meant="y: a"), "een"),
        way(route("ook"), "een"),
    )

    found = screen(made, x="onbekend")

    assert ways(found) == ["juist"]
    assert [each.others for each in found.ways] == [2]


def test_way_that_only_may_fit_is_left_out_where_enough_ways_stand() -> None:
    made = content(
        *(way(route(name), name) for name in "abc"),
        way(route("misschien", when="x: a"), "d"),
        way(route("juist", when="x: a", meant="y: a"), "e"),
    )

    assert ways(screen(made, x="onbekend")) == ["a", "b", "c", "juist"]
    few = replace(made, routes={n: r for n, r in made.routes.items() if n != "c"})
    assert ways(screen(few, x="onbekend")) == ["a", "b", "juist"]


def test_terms_that_surely_run_and_end_first_are_shown() -> None:
    def term(name: str, days: int | None, when: str = "x: a") -> Clock:
        return replace(clock(name, "r", when=when), days=days)

    made = content(
        way(route("r"), "een"),
        term("jaren", 1825),
        term("later", 90),
        term("misschien", 1, when="y: a"),
        term("week", 7),
        term("regeling", None),
        term("maand", 30),
    )

    found = screen(made, y="onbekend")

    assert [each.id for each in found.clocks] == ["week", "maand"]


def test_term_of_a_way_that_is_closed_is_not_shown() -> None:
    made = content(
        way(route("r", when="x: b"), "een"), replace(clock("k", "r"), days=7)
    )

    assert screen(made).clocks == ()


def test_way_says_in_what_it_differs_most_from_the_others() -> None:
    same = {"regie": "hoog", "naam": "hoog", "terug": "hoog", "duur": "hoog"}
    made = content(
        way(route("a"), "een", **{**same, "terug": "laag", "duur": "laag"}),
        way(route("b"), "twee", **{**same, "duur": "laag"}),
        way(route("c"), "drie", **same),
    )

    found = screen(made)

    assert [each.phrases for each in found.ways] == [
        ("terug laag", "duur laag"),
        ("terug hoog", "duur laag"),
        ("terug hoog", "duur hoog"),
    ]


@pytest.mark.parametrize(
    ("count", "terms", "said"), [(3, 0, 3), (4, 0, 2), (3, 3, 3), (4, 2, 1)]
)
def test_the_fuller_a_screen_is_the_less_is_said_of_each_way(
    count: int, terms: int, said: int
) -> None:
    levels = {"regie": "hoog", "naam": "hoog", "terug": "hoog"}
    low = dict.fromkeys(levels, "laag")
    tracks = ("een", "twee", "drie", "vier")[:count]
    made = content(
        *(way(route(n), n, **(low if n == "een" else levels)) for n in tracks),
        *(replace(clock(f"k{n}", "een"), days=n + 1) for n in range(terms)),
    )

    assert {len(each.phrases) for each in screen(made).ways} == {said}


def test_consequence_that_may_be_another_is_not_said() -> None:
    unsure = (
        Consequence("laag", "", AT, condition("x: a")),
        Consequence("hoog", "", AT),
    )
    made = way(route("a"), "een", naam="hoog")
    made = replace(made, consequences={"regie": unsure, **made.consequences})

    [shown] = screen(content(made), x="onbekend").ways

    assert shown.phrases == ("naam hoog",)


def test_tomorrow_holds_the_first_steps_of_what_is_shown_once() -> None:
    made = content(
        way(route("a"), "een", "Bel"),
        way(route("b"), "twee", "Bel"),
        way(route("c"), "drie"),
        way(route("d"), "steun", "Praat"),
        steun=TrackKind.SUPPORT,
    )

    assert [step.text for step in screen(made).tomorrow] == ["Bel", "Praat"]


def test_tomorrow_begins_with_what_fits_and_then_what_may_fit() -> None:
    made = content(
        way(route("open", when="x: a"), "een", "Zoek uit"),
        way(route("steun"), "steun", "Praat"),
        steun=TrackKind.SUPPORT,
    )

    found = screen(made, x="onbekend").tomorrow

    assert [step.text for step in found] == ["Praat", "Zoek uit"]


def test_questions_that_were_put_off_are_counted_while_they_change_something() -> None:
    waits = replace(question("z"), refines=True)
    idle = replace(question("leeg"), refines=True)
    made = library(tree("t", question("x"), waits, idle), route("r", when="z: a"))
    held = start(made, asks_all=False)

    before = first_screen(held, decide(held))
    held = held.refine("z", answer("a"))

    assert before.questions == 1
    assert first_screen(held, decide(held)).questions == 0


@st.composite
def talks(draw: st.DrawFn) -> Walk:
    """A whole conversation in content whose routes lie in tracks of every kind."""
    dice = Dice(draw)
    made = draw(libraries(DETAILED))
    kinds = {kind.value: kind for kind in TrackKind}
    names = ["een", "twee", *kinds]
    routes = {
        name: replace(
            each,
            track=dice.pick(names),
            first_step=FirstStep(dice.pick(["Bel", "Praat"]), AT),
        )
        for name, each in made.routes.items()
    }
    made = replace(
        made,
        routes=routes,
        tracks={name: track(name, kinds.get(name, TrackKind.WAY)) for name in names},
        aspects={"regie": aspect("regie")},
        clocks={
            n: replace(c, days=dice.number(0, 400)) for n, c in made.clocks.items()
        },
    )
    return finish(dice, start(made))


@thorough
@given(talks())
def test_first_screen_is_small_and_the_same_each_time(held: Walk) -> None:
    found = first_screen(held, decide(held))

    assert found == first_screen(held, decide(held))
    assert len(found.now) <= MOST_NOW
    assert len(found.clocks) <= MOST_CLOCKS
    assert len(found.ways) <= MOST_WAYS
    assert len(found.tomorrow) <= MOST_STEPS


@thorough
@given(talks())
def test_nothing_closed_or_advised_against_is_ever_shown_as_a_way(held: Walk) -> None:
    found = first_screen(held, decide(held))

    shown = [*(each.ruling for each in found.ways), *found.support]
    assert all(each.verdict is not Verdict.CLOSED for each in shown)
    assert not any(each.advised_against for each in shown)


@thorough
@given(talks())
def test_priority_is_never_lost(held: Walk) -> None:
    outcome = decide(held)
    found = first_screen(held, outcome)

    assert [each.ruling for each in found.now] == list(outcome.first[:MOST_NOW])


@thorough
@given(talks())
def test_every_track_with_a_fitting_way_shows_what_is_meant_for_it_or_ranks_first(
    held: Walk,
) -> None:
    made, outcome = held.setting.library, decide(held)
    found = first_screen(held, outcome)

    urgent = {each.ruling.route.id for each in found.now}
    for name, rulings in ranked(outcome, made).items():
        if made.tracks[name].kind is not TrackKind.WAY:
            continue
        left = [each for each in rulings if each.route.id not in urgent]
        free = [each for each in left if each.applies_freely]
        meant = [
            each
            for each in left
            if each.meant_for and (each.applies_freely or each.may_apply_freely)
        ]
        if free:
            assert (meant or free)[0].route.id in ways(found)
    fits = [each.hangs_on is None for each in found.ways]
    assert fits == sorted(fits, reverse=True)
