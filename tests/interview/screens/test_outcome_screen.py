"""Reading an outcome: what falls off and why, side by side, and what if."""

from dataclasses import replace

import pytest
from asked_keys import Script, readable, script
from builders import AT, TODAY, follow, question, route, start, tree, walk

from vpwijzer.engine.outcome import decide
from vpwijzer.engine.walk import Walk
from vpwijzer.interview.conversation import Conversation
from vpwijzer.interview.screens.compare_screen import WHICH as WHICH_ROUTES
from vpwijzer.interview.screens.outcome_screen import outcome_menu
from vpwijzer.interview.screens.whatif import KEEP, wishes
from vpwijzer.interview.screens.whatif import WHICH as WHICH_WISH
from vpwijzer.model import Answer, Closing, Kind, Library, Question, Seat

OUTCOME = "Typ het nummer van een weg om hem helemaal te lezen."
CLOSED = "Typ het nummer van een weg om meer te lezen."
CHANGED = "Door je wijziging"
A, B = Answer(frozenset("a")), Answer(frozenset("b"))


def wish(name: str) -> Question:
    return replace(question(name), kind=Kind.WISH)


def content() -> Library:
    """After a r applies and s falls off; the wish w ranks u."""
    return readable(
        tree("t", question("x"), wish("w")),
        route("r", when="x: a"),
        route("s", when="x: b"),
        route("u", fits="w: a"),
    )


def held(*replies: str, made: Library | None = None) -> tuple[Script, Walk]:
    asker, made = script(*replies), made or content()
    return asker, Conversation(asker, made).run(start(made))


def keys(made: Walk) -> list[str]:
    return list(outcome_menu(decide(made), made).commands)


def test_outcome_offers_every_key_that_has_something_to_show() -> None:
    commands = keys(walk(content(), x="a", w="a"))

    assert commands == ["a", "t", "w", "c", "o", "k", "x", "s"]


def test_outcome_offers_no_key_that_leads_nowhere() -> None:
    made = readable(tree("t"), route("r"))

    assert keys(start(made)) == ["a", "t", "s"]


def later(name: str) -> Question:
    return replace(question(name), refines=True)


def test_what_was_put_off_is_asked_after_the_outcome_for_who_wants_that() -> None:
    made = readable(
        tree("t", question("x"), later("y"), later("z")),
        *(route("q", when="x: a"), route("r", when="y: a")),
        *(route("s", when="z: a"), route("u", when="z: b")),
    )
    asker = script("a", "/p", "b", "a")

    ended = Conversation(asker, made).run(start(made, asks_all=False))

    assert asker.titles() == ["x?", OUTCOME, "z?", "y?", OUTCOME]
    assert ended.answers == {"x": A, "z": B, "y": A}
    assert "p" not in asker.menus[-1].commands


def test_question_that_was_put_off_is_explained() -> None:
    put_off = replace(later("y"), explanation="Over y.")
    made = readable(tree("t", put_off), route("r", when="y: a"))
    asker = script("/p", "/?", "verder", "a")

    ended = Conversation(asker, made).run(start(made, asks_all=False))

    assert "Over y." in next(s for s in asker.screens if s.startswith("Uitleg"))
    assert ended.answers == {"y": A}


def test_who_goes_back_from_what_was_put_off_keeps_what_was_answered() -> None:
    made = readable(
        tree("t", later("y"), later("z")), route("r", when=["y: a", "z: a"])
    )
    asker = script("/p", "a", "/t")

    ended = Conversation(asker, made).run(start(made, asks_all=False))

    assert asker.titles() == [OUTCOME, "y?", "z?", OUTCOME]
    assert ended.answers == {"y": A}


def test_a_tree_that_may_follow_is_asked_about_at_the_outcome_and_then_walked() -> None:
    made = readable(
        tree("t", question("x"), then=[follow("u", "x: a")]),
        tree("u", question("y")),
        route("r"),
    )
    asker = script("?onbekend", "/g", "a", "b")

    ended = Conversation(asker, made).run(start(made))

    assert asker.titles() == ["x?", OUTCOME, "x?", "y?", OUTCOME]
    assert ended.answers == {"x": A, "y": B}
    assert "g" not in asker.menus[-1].commands


def test_a_question_that_decides_about_two_trees_is_asked_once() -> None:
    made = readable(
        tree("t", question("x"), then=[follow("u", "x: a"), follow("v", "x: b")]),
        *(tree("u", question("y")), tree("v", question("z"))),
        route("r"),
    )
    asker = script("?onbekend", "/g", "?onbekend")

    Conversation(asker, made).run(start(made))

    assert asker.titles() == ["x?", OUTCOME, "x?", OUTCOME]


def test_who_still_does_not_know_stays_at_the_outcome() -> None:
    made = readable(
        tree("t", question("x"), then=[follow("u", "x: a")]),
        tree("u", question("y")),
        route("r"),
    )
    asker = script("?onbekend", "/g", "?onbekend", "/g", "/t")

    Conversation(asker, made).run(start(made))

    assert asker.titles() == ["x?", OUTCOME, "x?", OUTCOME, "x?", OUTCOME]
    assert "Gaat het misschien ook hierover: u?" in asker.screens[1]


def test_what_falls_off_is_listed_with_its_reason() -> None:
    asker, _ = held("a", "a", "/w")

    assert asker.screens[-2].splitlines() == [
        "Wat valt af, en waarom?",
        " 1 s",
        "   “x?” → “a”. Nodig is: “b”",
    ]
    assert asker.menus[-1].numbers() == {"s": "1"}


def test_what_helps_stands_before_what_is_not_at_stake() -> None:
    made = readable(
        tree("t", question("x")),
        replace(route("plicht", when="x: b"), track="moet"),
        route("weg", when="x: b"),
    )
    must = replace(made.tracks["spoor"], id="moet", is_help=False)
    made = replace(made, tracks={**made.tracks, "moet": must})

    asker, _ = held("a", "/w", made=made)

    titles = [line for line in asker.screens[-2].splitlines() if "“" not in line]
    assert titles[1:] == [" 1 weg", "", "Nu niet aan de orde", " 2 plicht"]
    assert asker.menus[-1].numbers() == {"weg": "1", "plicht": "2"}


def test_closed_route_is_read_with_what_would_bring_it_back() -> None:
    asker, _ = held("a", "a", "/w", "s", "/t", "/t")

    assert asker.titles()[2:] == [OUTCOME, CLOSED, "", CLOSED, OUTCOME]
    page = next(page for page in asker.screens if "In dit gesprek: valt af" in page)
    assert "Bij een ander antwoord wel (past): “x?” → “b”." in page


def test_closed_route_that_nothing_brings_back_says_so() -> None:
    made = readable(tree("t", question("x")), route("s", when=["x: a", "x: b"]))

    asker, _ = held("a", "/w", "s", made=made)

    assert "Geen één of twee andere antwoorden" in asker.screens[-2]


def test_stopping_works_from_what_falls_off() -> None:
    asker, _ = held("a", "a", "/w", "/s")

    assert asker.titles()[-1] == CLOSED


def test_routes_are_shown_side_by_side() -> None:
    asker, _ = held("a", "a", "/c", "r, u", "/t")

    assert asker.titles()[2:] == [OUTCOME, WHICH_ROUTES, "", OUTCOME]
    assert asker.screens[-4].startswith("Naast elkaar")


def test_routes_to_compare_are_those_of_the_first_screen() -> None:
    asker, _ = held("/c", made=two_tracks())

    first, compare = asker.menus
    assert first.numbers() == compare.numbers() == {"r": "1", "u": "2"}


def test_ways_to_settle_have_the_numbers_of_the_first_screen() -> None:
    which = replace(question("w", several=True), options=())
    closing = Closing(Seat.EMPLOYEE, "Slot", (), (which,), TODAY, AT)
    made = replace(two_tracks(), closings={Seat.EMPLOYEE: closing})

    asker, _ = held("/r", made=made)

    assert list(asker.menus[-1].numbers()) == ["r", "u", "s"]


def two_tracks() -> Library:
    """Of two tracks; a first screen names one way of each before the other of one."""
    made = readable(
        tree("t"), route("r"), route("s"), replace(route("u"), track="ander")
    )
    other = replace(made.tracks["spoor"], id="ander")
    return replace(made, tracks={**made.tracks, "ander": other})


def test_routes_to_compare_have_the_numbers_of_the_outcome() -> None:
    asker, _ = held("a", "a", "/a", "/c")

    outcome, compare = asker.menus[-2:]
    assert compare.numbers() == outcome.numbers()
    assert compare.several


@pytest.mark.parametrize(
    ("chosen", "note"),
    [("r0", "Je koos er 1."), ("r0, r1, r2, r3, r4", "Je koos er 5.")],
)
def test_too_few_or_too_many_routes_are_chosen_anew(chosen: str, note: str) -> None:
    made = readable(tree("t"), *(route(f"r{number}") for number in range(5)))

    asker, _ = held("/c", chosen, made=made)

    assert asker.titles() == [OUTCOME, WHICH_ROUTES, WHICH_ROUTES]
    assert asker.menus[-1].notes == (("", note),)
    assert asker.menus[-1].selected == frozenset(chosen.split(", "))


def test_comparing_can_be_left() -> None:
    asker, _ = held("a", "a", "/c", "/t")

    assert asker.titles()[-2:] == [WHICH_ROUTES, OUTCOME]


def test_stopping_works_from_comparing() -> None:
    asker, _ = held("a", "a", "/c", "/s")

    assert asker.titles()[-1] == WHICH_ROUTES


def test_only_wishes_are_tried_out() -> None:
    made = walk(content(), x="a", w="a")

    assert [each.id for each in wishes(made)] == ["w"]


def test_other_wish_is_tried_and_forgotten() -> None:
    asker, ended = held("a", "b", "/x", "w", "a", "verder")

    assert asker.titles()[2:] == [OUTCOME, WHICH_WISH, "w?", "", OUTCOME]
    page = next(page for page in asker.screens if page.startswith("Voor even"))
    assert page.splitlines()[1:] == [
        "“w?” → “a”",
        "   - Past nu beter bij je antwoorden: u.",
    ]
    assert ended.answers == {"x": A, "w": B}


def test_other_wish_can_be_kept() -> None:
    asker, ended = held("a", "b", "/x", "w", "a", KEEP)

    assert ended.answers == {"x": A, "w": A}
    assert CHANGED in asker.screens[-2]


@pytest.mark.parametrize("keys", [("/t",), ("w", "/t"), ("w", "a", "/t")])
def test_what_if_can_be_left_at_any_moment(keys: tuple[str, ...]) -> None:
    asker, ended = held("a", "b", "/x", *keys)

    assert asker.titles()[-1] == OUTCOME
    assert ended.answers == {"x": A, "w": B}


@pytest.mark.parametrize("keys", [("/s",), ("w", "/s"), ("w", "a", "/s")])
def test_stopping_works_from_what_if(keys: tuple[str, ...]) -> None:
    asker, _ = held("a", "b", "/x", *keys, "verder")

    assert asker.titles().count(OUTCOME) == 1


def test_outcome_says_what_a_change_made_of_it() -> None:
    asker, _ = held("a", "a", "/o", "x", "b")

    page = asker.screens[-2]
    assert CHANGED in page
    assert "Past nu ook: s." in page
    assert "Valt nu af: r." in page


def test_change_along_the_way_is_told_at_the_outcome() -> None:
    asker, _ = held("a", "/o", "x", "b", "/v", "/t", "a")

    outcomes = [
        page for page in asker.screens if page.startswith(("Voorlopig", "Wat er nu"))
    ]
    assert [CHANGED in page for page in outcomes] == [False, True]


def test_outcome_without_a_change_says_nothing_of_it() -> None:
    asker, _ = held("a", "a")

    assert CHANGED not in asker.screens[-2]
