"""After the outcome: what a seat settles, and what opens a conversation."""

from dataclasses import replace

import pytest
from asked_keys import Script, readable, script
from builders import AT, TODAY, clock, condition, question, route, start, tree

from vpwijzer.engine.walk import Walk
from vpwijzer.interview.conversation import Conversation
from vpwijzer.interview.keys import STOP_CHOICE
from vpwijzer.interview.menu import Pressed
from vpwijzer.interview.screens.start import hold
from vpwijzer.model import (
    Closing,
    Contact,
    FirstStep,
    Library,
    Line,
    Opening,
    Question,
    Seat,
)

OUTCOME = "Typ het nummer van een weg om hem helemaal te lezen"
WITH_CLOSING = f"{OUTCOME}, of r om af te ronden."
START = ("Waar gaat het over?",)
SUM = ""


def closing(*questions: Question, seat: Seat = Seat.ADVISER) -> Closing:
    return Closing(seat, "Afgesproken", (Line("Tot slot.", AT),), questions, TODAY, AT)


def content(*questions: Question, seat: Seat = Seat.ADVISER) -> Library:
    """After x a closing of this seat follows."""
    made = readable(tree("t", question("x")), route("r"), route("s"))
    return replace(made, closings={seat: closing(*questions, seat=seat)})


def steps() -> Library:
    """Make a closing of a choice, the ways when a was chosen, and another choice."""
    noted = replace(question("p"), adviser_note="rustig", explanation="Over p.")
    ways = replace(question("w", when="p: a", several=True), options=())
    return content(noted, ways, question("q", "a", "b", "c", several=True))


def held(
    made: Library, *replies: str, seat: Seat = Seat.ADVISER
) -> tuple[Script, Walk]:
    asker = script("a", *replies)
    return asker, Conversation(asker, made).run(start(made, seat))


def test_outcome_offers_to_wrap_up_where_there_is_a_closing() -> None:
    asker, _ = held(steps())

    assert asker.titles() == ["x?", WITH_CLOSING]
    assert asker.menus[-1].commands["r"] == "afronden"


@pytest.mark.parametrize("seat", [Seat.EMPLOYEE, Seat.TRAINER])
def test_seat_without_a_closing_is_offered_none(seat: Seat) -> None:
    asker, _ = held(steps(), seat=seat)

    assert asker.titles()[-1] == f"{OUTCOME}."
    assert "r" not in asker.menus[-1].commands


def test_closing_waits_for_the_end_of_the_questions() -> None:
    asker = script("/v")

    Conversation(asker, made := steps()).run(start(made, Seat.ADVISER))

    assert asker.titles()[-1] == f"{OUTCOME}."
    assert "r" not in asker.menus[-1].commands


def test_closing_is_asked_in_order_and_summed_up() -> None:
    asker, _ = held(steps(), "/r", "a", "s", "a, c", "verder")

    assert asker.titles()[2:] == ["p?", "w?", "q?", SUM, WITH_CLOSING]
    assert asker.screens[-4].splitlines() == [
        "Afgesproken",
        "p?",
        "   › a",
        "w?",
        "   › s",
        "q?",
        "   › a",
        "   › c",
        "",
        "Tot slot.",
    ]


def test_ways_to_choose_are_those_of_the_outcome() -> None:
    asker, _ = held(steps(), "/r", "a")

    assert [each.text for each in asker.menus[-1].choices] == ["r", "s"]


def test_every_step_is_passed_over_with_one_key() -> None:
    asker, _ = held(steps(), "/r", "/d", "/d")

    assert asker.titles()[2:] == ["p?", "q?", SUM]
    assert asker.screens[-2].count("nog niets afgesproken") == 2


def test_back_returns_to_the_step_before_with_its_choice() -> None:
    asker, _ = held(steps(), "/r", "b", "/t")

    assert asker.titles()[2:] == ["p?", "q?", "p?"]
    assert asker.menus[-1].selected == {"b"}


def test_back_from_the_sum_returns_to_the_last_step() -> None:
    asker, _ = held(steps(), "/r", "b", "a", "/t")

    assert asker.titles()[2:] == ["p?", "q?", SUM, "q?"]


def test_back_from_the_first_step_returns_to_the_outcome() -> None:
    asker, ended = held(steps(), "/r", "/t")

    assert asker.titles()[2:] == ["p?", WITH_CLOSING]
    assert list(ended.answers) == ["x"]


def test_what_was_chosen_is_there_when_the_closing_is_opened_again() -> None:
    asker, _ = held(steps(), "/r", "b", "/t", "/t", "/r")

    assert asker.titles()[-1] == "p?"
    assert asker.menus[-1].selected == {"b"}


def test_what_was_chosen_outlives_a_changed_answer() -> None:
    asker, _ = held(steps(), "/r", "b", "c", "verder", "/o", "x", "b", "/r")

    assert asker.menus[-1].selected == {"b"}


@pytest.mark.parametrize("seat", list(Seat))
def test_notes_are_for_who_is_not_the_person_alone(seat: Seat) -> None:
    made = content(replace(question("p"), adviser_note="rustig"), seat=seat)

    asker, _ = held(made, "/r", "/n", "/n", seat=seat)

    shown = ["VP" in dict(menu.notes) for menu in asker.menus if menu.title == "p?"]
    alone = seat is Seat.EMPLOYEE
    assert shown == ([False] * 3 if alone else [True, False, True])


def test_explanation_leads_back_to_the_same_step() -> None:
    asker, _ = held(steps(), "/r", "/?", "verder")

    assert asker.titles()[2:] == ["p?", "", "p?"]
    assert "Over p." in asker.screens[4]


def test_what_was_ticked_stays_while_something_else_is_looked_at() -> None:
    made = content(replace(question("q", several=True), explanation="Over q."))

    asker = script("a", "/r", "verder")
    asker.replies.insert(2, Pressed("?", frozenset("ab")))
    Conversation(asker, made).run(start(made, Seat.ADVISER))

    assert asker.menus[-1].selected == {"a", "b"}


@pytest.mark.parametrize(
    "replies",
    [("/s",), ("/?", "/s"), ("a", "/s"), ("b", "a", "/s"), ("b", "a", STOP_CHOICE)],
)
def test_stopping_works_everywhere_in_the_closing(replies: tuple[str, ...]) -> None:
    asker, ended = held(steps(), "/r", *replies, "b")

    assert WITH_CLOSING not in asker.titles()[2:]
    assert list(ended.answers) == ["x"]


def test_passing_over_a_question_keeps_what_was_agreed() -> None:
    first, _ = held(steps(), "/r", "a", "s", "a, c", "/t", "/t", "/t")
    asker, _ = held(steps(), "/r", "a", "s", "a, c", "/t", "/t", "/t", "/d", "/d", "/d")

    assert first.titles()[-1] == "p?"
    assert asker.titles()[-1] == SUM
    assert "   › s" in asker.screens[-2].splitlines()
    assert "   › c" in asker.screens[-2].splitlines()


def test_being_ready_asks_once_before_answers_are_lost() -> None:
    asker, _ = held(steps(), "/r", "b", "a", STOP_CHOICE, "verder", "/t")

    assert asker.titles()[-3:] == ["Stoppen? Dan is 1 antwoord weg.", SUM, "q?"]


def test_closing_without_questions_is_one_page_with_a_way_back() -> None:
    asker, _ = held(content(seat=Seat.EMPLOYEE), "/r", "/t", seat=Seat.EMPLOYEE)

    assert asker.titles()[2:] == [SUM, WITH_CLOSING]
    assert asker.screens[3] == "Afgesproken\n\nTot slot.\n"


def test_last_words_may_be_for_some_answers_only() -> None:
    lines = tuple(Line(f"Bij {value}.", AT, condition(f"x: {value}")) for value in "ab")
    made = content()
    made = replace(made, closings={Seat.ADVISER: replace(closing(), lines=lines)})

    asker, _ = held(made, "/r")

    assert "Bij a." in asker.screens[3]
    assert "Bij b." not in asker.screens[3]


def test_deadline_that_runs_stands_in_the_sum() -> None:
    made = content()
    runs, not_now = clock("k", "r", when="x: a"), clock("m", "r", when="x: b")

    asker, _ = held(replace(made, clocks={"k": runs, "m": not_now}), "/r")

    assert "Termijnen die lopen" in asker.screens[3]
    assert "k: 7 dagen vanaf nu." in asker.screens[3]
    assert "m: 7 dagen" not in asker.screens[3]


def test_last_page_says_what_to_do_tomorrow_with_the_number() -> None:
    made = content()
    contact = Contact("c", "de Balie", "", "", certain=True, at=AT, phone="020-1234567")
    step = FirstStep("Bel de Balie.", AT, "c")
    way = replace(made.routes["r"], first_step=step)
    made = replace(made, routes={**made.routes, "r": way}, contacts={"c": contact})

    asker, _ = held(made, "/r")

    assert "Morgen" in asker.screens[3]
    assert "Bel de Balie (020-1234567)." in asker.screens[3]


def opened(*replies: str, named: bool = True) -> list[str]:
    made = readable(tree("t", question("x")), route("r", when="x: a"))
    opening = Opening(
        Seat.EMPLOYEE, "Welkom", (Line("Een.", AT), Line("Twee.", AT)), TODAY, AT
    )
    made = replace(made, openings={Seat.EMPLOYEE: opening})
    asker = script(*replies)
    hold(asker, made, Seat.EMPLOYEE, made.trees["t"] if named else None)
    return asker.screens


def test_opening_comes_before_the_first_question() -> None:
    assert opened("verder") == ["Welkom\n\nEen.\n\nTwee.\n", "", "x?"]


def test_who_sits_here_is_asked_first_and_reads_what_follows_from_it() -> None:
    made = readable(tree("t", question("y"), question("x")), route("r", when="x: a"))
    lines = Line("Bij a.", AT, condition("x: a")), Line("Bij b.", AT, condition("x: b"))
    opening = Opening(Seat.ADVISER, "Welkom", lines, TODAY, AT, questions=("x",))
    asker = script("a", "verder", "b", "/s")

    hold(
        asker,
        replace(made, openings={Seat.ADVISER: opening}),
        Seat.ADVISER,
        made.trees["t"],
        asks_all=True,
    )

    assert "Bij a." in asker.screens[1]
    assert "Bij b." not in asker.screens[1]
    # What is known is not asked again: after the other question comes the outcome.
    assert sum("x?" in screen for screen in asker.screens) == 1


def test_who_does_not_know_beforehand_is_asked_again_in_the_conversation() -> None:
    made = readable(tree("t", question("x")), route("r", when="x: a"))
    opening = Opening(Seat.ADVISER, "Welkom", (), TODAY, AT, questions=("x",))
    asker = script("?onbekend", "verder", "/s")

    hold(
        asker,
        replace(made, openings={Seat.ADVISER: opening}),
        Seat.ADVISER,
        made.trees["t"],
    )

    assert sum("x?" in screen for screen in asker.screens) == 2


def test_opening_comes_before_the_choice_of_a_tree() -> None:
    assert opened("verder", "t", named=False)[2:] == [*START, "x?"]


@pytest.mark.parametrize("replies", [("/s",), ("verder", "/s")])
def test_who_stops_at_the_start_is_asked_nothing(replies: tuple[str, ...]) -> None:
    assert "x?" not in opened(*replies, "t", named=False)


def test_seat_without_an_opening_starts_at_once() -> None:
    made = readable(tree("t", question("x")), route("r", when="x: a"))
    asker = script()

    hold(asker, made, Seat.TRAINER, made.trees["t"])

    assert asker.screens == ["x?"]
