"""A conversation from the first question to a route, with a scripted person."""

from dataclasses import replace

import pytest
from asked_keys import Script, readable, script
from builders import AT, caution, consequence, follow, question, route, start, tree

from vpwijzer.engine.walk import Walk
from vpwijzer.interview.conversation import Conversation
from vpwijzer.interview.keys import GO_ON, STOP_CHOICE
from vpwijzer.interview.menu import Pressed
from vpwijzer.interview.screens.common_keys import STANDS
from vpwijzer.interview.screens.questions import DONT_KNOW_VALUE, MORE_VALUE
from vpwijzer.interview.screens.start import choose_seat, choose_tree
from vpwijzer.model import (
    UNKNOWN,
    Answer,
    Contact,
    ContactLink,
    Library,
    Route,
    Seat,
    TrackKind,
)

OUTCOME = "Typ het nummer van een weg om hem helemaal te lezen."
PRIORITY = "Wil je hier stoppen of verdergaan?"


def held(content: Library, *replies: str) -> tuple[Script, Walk]:
    asker = script(*replies)
    return asker, Conversation(asker, content).run(start(content))


def two_questions() -> Library:
    return readable(tree("t", question("x"), question("y")), route("r"))


def hasty(*routes: Route) -> Library:
    """Make content in which answering x with a gives priority to r."""
    questions = question("x"), question("y"), question("z")
    return readable(
        tree("t", *questions), route("r", when="x: a", first="x: a"), *routes
    )


def test_questions_are_asked_in_order_and_then_the_outcome() -> None:
    asker, _ = held(two_questions(), "a", "b")

    assert asker.titles() == ["x?", "y?", OUTCOME]


def test_run_gives_the_walk_as_it_ended() -> None:
    _, ended = held(two_questions(), "a", DONT_KNOW_VALUE)

    assert ended.answers == {"x": Answer(frozenset("a")), "y": UNKNOWN}


def test_several_choices_with_perhaps_more_become_one_answer() -> None:
    content = readable(tree("t", question("x", "a", "b", "c", several=True)))

    _, ended = held(content, f"a, b, {MORE_VALUE}")

    assert ended.answers == {"x": Answer(frozenset("ab"), more=True)}


def test_stopping_at_a_question_asks_nothing_more() -> None:
    asker, ended = held(two_questions(), "a", "/s")

    assert asker.titles() == ["x?", "y?"]
    assert list(ended.answers) == ["x"]


def test_back_asks_the_previous_question_with_its_answer_selected() -> None:
    asker, _ = held(two_questions(), "b", "/t")

    assert asker.titles() == ["x?", "y?", "x?"]
    assert asker.menus[-1].selected == {"b"}


def test_later_answer_is_offered_again_after_a_change() -> None:
    content = readable(tree("t", question("x"), question("y", when="x: a")), route("r"))

    asker, _ = held(content, "a", "b", "/t", "/t", "a")

    assert asker.titles() == ["x?", "y?", OUTCOME, "y?", "x?", "y?"]
    assert asker.menus[-1].selected == {"b"}


def test_explanation_comes_before_the_same_question() -> None:
    content = readable(tree("t", replace(question("x"), explanation="Over x.")))

    asker, _ = held(content, "/?", "verder")

    assert "Over x." in asker.screens[1]
    assert asker.titles() == ["x?", "", "x?"]


def test_stopping_works_from_an_explanation() -> None:
    asker, _ = held(two_questions(), "/?", "/s")

    assert asker.titles() == ["x?", ""]


def test_next_tree_is_asked_after_the_first() -> None:
    first = tree("t", question("x"), then=[follow("u", "x: a")])

    asker, _ = held(readable(first, tree("u", question("y"))), "a", "a")

    assert asker.titles() == ["x?", "y?", OUTCOME]


def test_route_with_priority_is_shown_the_moment_it_fires() -> None:
    asker, _ = held(hasty(), "a", "verder", "a", "a")

    assert asker.titles() == ["x?", PRIORITY, "y?", "z?", OUTCOME]
    assert asker.screens[1].startswith("Eerst dit")


def test_route_without_priority_does_not_interrupt() -> None:
    asker, _ = held(hasty(), "b", "a", "a")

    assert asker.titles() == ["x?", "y?", "z?", OUTCOME]


def test_two_routes_with_priority_are_shown_one_after_the_other() -> None:
    asker, _ = held(hasty(route("s", first="x: a")), "a", "verder", "verder")

    assert asker.titles() == ["x?", PRIORITY, PRIORITY, "y?"]


def test_route_with_priority_can_be_read_before_going_on() -> None:
    asker, _ = held(hasty(), "a", "lees", "verder")

    assert asker.titles() == ["x?", PRIORITY, PRIORITY, "y?"]
    assert "In dit gesprek: past" in asker.screens[3]


@pytest.mark.parametrize("reply", [STOP_CHOICE, "/s"])
def test_conversation_can_stop_at_a_route_with_priority(reply: str) -> None:
    asker, ended = held(hasty(), "a", reply)

    assert asker.titles() == ["x?", PRIORITY]
    assert list(ended.answers) == ["x"]


def test_priority_is_not_shown_again_after_a_step_back() -> None:
    asker, _ = held(hasty(), "a", "verder", "a", "/t", "a", "a")

    assert asker.titles().count(PRIORITY) == 1


def test_priority_is_not_shown_again_after_a_step_back_from_the_outcome() -> None:
    asker, _ = held(hasty(), "a", "verder", "a", "a", "/t", "b")

    assert asker.titles()[-3:] == [OUTCOME, "z?", OUTCOME]


def test_outcome_offers_the_ways_by_number() -> None:
    content = readable(
        tree("t", question("x")),
        route("r", when="x: a"),
        route("s", when="x: b"),
        route("u"),
    )

    asker, _ = held(content, "a", "/a")

    assert asker.menus[-2].numbers() == {"r": "1"}
    assert asker.menus[-1].numbers() == {"r": "1", "u": "2"}
    assert not asker.menus[-1].listed


def test_chosen_route_is_read_in_full_and_leads_back_to_the_outcome() -> None:
    content = readable(
        tree("t", question("x")), route("r", effects=(consequence("zo is het"),))
    )

    asker, _ = held(content, "a", "r", "verder")

    assert asker.titles() == ["x?", OUTCOME, "", OUTCOME]
    assert "zo is het" in asker.screens[3]


def test_stopping_works_from_a_route() -> None:
    asker, _ = held(two_questions(), "a", "a", "r", "/s")

    assert asker.titles() == ["x?", "y?", OUTCOME, ""]


def test_back_from_the_outcome_returns_to_the_last_question() -> None:
    asker, ended = held(two_questions(), "a", "b", "/t")

    assert asker.titles() == ["x?", "y?", OUTCOME, "y?"]
    assert list(ended.answers) == ["x"]


def test_a_shows_all_ways_and_a_again_shows_fewer() -> None:
    content = readable(
        tree("t", question("x")),
        route("r", when="x: a"),
        route("gesloten", when="x: b"),
    )

    asker, _ = held(content, "a", "/a", "/a")

    pages = [page for page in asker.screens if page.startswith("Wat er nu kan")]
    assert ["gesloten" in page for page in pages] == [False, True, False]


def test_provisional_outcome_is_one_key_away_and_one_key_back() -> None:
    asker, ended = held(two_questions(), "a", "/v", "/t", "b")

    assert asker.titles() == ["x?", "y?", OUTCOME, "y?", OUTCOME]
    assert asker.screens[2].startswith("Voorlopig overzicht")
    assert list(ended.answers) == ["x", "y"]


def test_provisional_outcome_can_be_read_and_left_for_good() -> None:
    asker, ended = held(two_questions(), "a", "/v", "r", "/t", "/s")

    assert asker.titles() == ["x?", "y?", OUTCOME, "", OUTCOME]
    assert list(ended.answers) == ["x"]


def test_notes_are_hidden_and_shown_again() -> None:
    asked = replace(question("x"), adviser_note="vraag rustig")
    asker = script("/n", "/n")

    Conversation(asker, library := readable(tree("t", asked))).run(
        start(library, Seat.ADVISER)
    )

    shown = ["VP" in dict(menu.notes) for menu in asker.menus]
    assert shown == [True, False, True]


def test_caution_is_seen_at_the_outcome() -> None:
    content = readable(
        tree("t", question("x")),
        route("r", cautions=(caution("x: a", against=True),)),
    )

    asker, _ = held(content, "a", "/a")

    assert "1 weg wordt nu afgeraden" in asker.screens[1]
    assert "Kan, maar wordt nu afgeraden" in asker.screens[3]


def test_trees_that_start_are_offered_by_subject() -> None:
    content = readable(tree("t"), replace(tree("u"), can_start=False), tree("v"))
    asker = script("v")

    chosen = choose_tree(asker, content, Seat.EMPLOYEE)

    assert chosen == content.trees["v"]
    assert [choice.text for choice in asker.menus[0].choices] == ["t", "v"]


@pytest.mark.parametrize(
    ("seat", "offered"),
    [
        (Seat.ADVISER, ["t", "u"]),
        (Seat.EMPLOYEE, ["t"]),
        (Seat.TRAINER, ["t"]),
    ],
)
def test_tree_for_advisers_is_offered_to_advisers_only(
    seat: Seat, offered: list[str]
) -> None:
    asker = script()

    choose_tree(asker, readable(tree("t"), tree("u", adviser_only=True)), seat)

    assert [choice.value for choice in asker.menus[0].choices] == offered


def test_choosing_no_tree_gives_none() -> None:
    assert choose_tree(script("/s"), readable(tree("t")), Seat.EMPLOYEE) is None


@pytest.mark.parametrize("seat", list(Seat))
def test_chosen_seat_is_given(seat: Seat) -> None:
    assert choose_seat(script(seat.value), two_questions) is seat


def test_choosing_no_seat_gives_none() -> None:
    assert choose_seat(Script([Pressed("s")]), two_questions) is None


def test_what_was_ticked_is_still_ticked_after_looking_at_something_else() -> None:
    content = readable(tree("t", question("x", several=True), question("y")))
    asker = script("/?", "verder", "a", "b")
    asker.replies[0] = Pressed("?", frozenset("ab"))
    Conversation(asker, content).run(start(content))

    first, _, again, other, *_ = asker.menus
    assert [m.selected for m in (first, again, other)] == [set(), {"a", "b"}, set()]


LOSES_ONE, LOSES_TWO = (
    "Stoppen? Dan is 1 antwoord weg.",
    "Stoppen? Dan zijn 2 antwoorden weg.",
)


def test_stopping_asks_once_before_answers_are_lost() -> None:
    asker, ended = held(two_questions(), "a", "/s", "verder", "a", "/s", "/s", "b")

    assert asker.titles() == ["x?", "y?", LOSES_ONE, "y?", OUTCOME, LOSES_TWO]
    assert len(ended.answers) == 2


@pytest.mark.parametrize("no", ["verder", "/t"])
def test_who_does_not_stop_is_where_they_were(no: str) -> None:
    asker, _ = held(two_questions(), "a", "a", "r", "/s", no, "/t", "/s", "/s")

    assert asker.titles()[2:] == [OUTCOME, "", LOSES_TWO, "", OUTCOME, LOSES_TWO]
    assert asker.screens[-4] == asker.screens[-7]


def test_stopping_without_answers_asks_nothing() -> None:
    asker, _ = held(two_questions(), "/s", "/s")

    assert asker.titles() == ["x?"]


def contact(name: str) -> Contact:
    return Contact(name, name, name, "2026-01-15", certain=True, at=AT, phone="1")


def test_whom_to_call_stands_until_a_key_is_pressed() -> None:
    made = hasty()
    link = ContactLink("nood", AT)
    made = replace(
        made,
        contacts={"nood": contact("nood")},
        routes={**made.routes, "r": replace(made.routes["r"], contacts=(link,))},
    )

    asker, _ = held(made, "a", "/s", "a", "a")

    assert asker.titles() == ["x?", PRIORITY, STANDS]
    assert asker.menus[-1].any_key
    assert "☎ 1: nood" in asker.screens[-2]


# Someone who does not know


TOGETHER = "Je hoeft dit niet alleen uit te zoeken"


def unsure() -> Library:
    names = "vwxyz"
    made = readable(
        tree("t", *map(question, names)),
        replace(route("Praten"), track="steun", contacts=(ContactLink("lijn", AT),)),
    )
    contact = Contact("lijn", "De lijn", "", "", certain=True, at=AT, phone="0900-1")
    support = replace(made.tracks["spoor"], id="steun", kind=TrackKind.SUPPORT)
    return replace(made, contacts={"lijn": contact}, tracks={"steun": support})


def test_who_does_not_know_three_times_is_offered_once_to_stop_and_talk() -> None:
    asker, ended = held(unsure(), *[DONT_KNOW_VALUE] * 3, GO_ON, *[DONT_KNOW_VALUE] * 2)

    pages = [screen for screen in asker.screens if screen.startswith(TOGETHER)]
    assert len(pages) == 1
    assert "Praten: 0900-1" in pages[0]
    assert asker.titles() == ["v?", "w?", "x?", "", "y?", "z?", OUTCOME]
    assert ended.is_over


def test_who_wants_to_talk_stops_there() -> None:
    asker, ended = held(unsure(), *[DONT_KNOW_VALUE] * 3, "/s")

    assert ended.current is not None
    assert asker.titles()[:4] == ["v?", "w?", "x?", ""]


def test_not_knowing_now_and_then_is_passed_over() -> None:
    asker, _ = held(unsure(), *[DONT_KNOW_VALUE] * 2, "a", *[DONT_KNOW_VALUE] * 2)

    assert not [screen for screen in asker.screens if screen.startswith(TOGETHER)]


def test_at_the_table_of_an_adviser_nobody_is_sent_elsewhere() -> None:
    content = unsure()
    asker = script(*[DONT_KNOW_VALUE] * 5)

    Conversation(asker, content).run(start(content, Seat.ADVISER))

    assert not [screen for screen in asker.screens if screen.startswith(TOGETHER)]
