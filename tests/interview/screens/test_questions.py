"""Questions become menus and replies become answers."""

from dataclasses import replace

import pytest
from builders import answer, library, option, question, start, tree, walk

from vpwijzer.engine.walk import Walk
from vpwijzer.interview.menu import Choice, Menu
from vpwijzer.interview.screens.questions import (
    DONT_KNOW_VALUE,
    MORE_VALUE,
    answer_of,
    change_menu,
    explanation_of,
    how_many,
    question_menu,
)
from vpwijzer.model import UNKNOWN, Question, Seat

EXPLAINED, VP_NOTE = ("", "uitleg"), ("VP", "vraag rustig")
AHEAD = ("Nog te gaan", "hoogstens 1 vraag")


def menu_of(asked: Question, seat: Seat = Seat.EMPLOYEE) -> Menu:
    return question_menu(start(library(tree("t", asked)), seat), asked)


def current_menu(now: Walk) -> Menu:
    assert now.current is not None
    return question_menu(now, now.current)


def test_menu_has_the_question_and_its_options() -> None:
    explained = replace(option("a"), text="Aap", explanation="dier", alone=True)

    menu = menu_of(question("x", explained, unknown=False))

    assert menu.title == "x?"
    assert menu.choices == (Choice("a", "Aap", "dier", alone=True),)
    assert menu.clears


def test_dont_know_is_the_last_choice_with_number_zero() -> None:
    menu = menu_of(question("x", "a", "b"))

    assert menu.choices[-1] == Choice(DONT_KNOW_VALUE, "Weet ik niet", alone=True)
    assert menu.numbers()[DONT_KNOW_VALUE] == "0"


def test_dont_know_is_absent_where_it_cannot_be_answered() -> None:
    menu = menu_of(question("x", "a", "b", unknown=False))

    assert menu.numbers() == {"a": "1", "b": "2"}


def test_perhaps_more_is_offered_when_several_may_be_chosen() -> None:
    menu = menu_of(question("x", "a", "b", several=True))

    assert menu.several
    assert menu.numbers() == {"a": "1", "b": "2", MORE_VALUE: "3", DONT_KNOW_VALUE: "0"}


def test_first_question_has_no_way_back() -> None:
    menu = menu_of(question("x"))

    assert menu.commands == {"?": "uitleg", "v": "voorlopig", "s": "stop"}
    assert menu.back == ""


def test_later_question_has_a_way_back() -> None:
    menu = current_menu(walk(library(tree("t", question("x"), question("y"))), x="a"))

    assert list(menu.commands) == ["t", "?", "o", "v", "s"]
    assert menu.back == "t"


@pytest.mark.parametrize(
    ("given", "selected"),
    [
        ("a", {"a"}),
        ("a, b", {"a", "b"}),
        ("a, onbekend", {"a", MORE_VALUE}),
        ("onbekend", {DONT_KNOW_VALUE}),
    ],
)
def test_answer_taken_back_is_preselected(given: str, selected: set[str]) -> None:
    content = library(tree("t", question("x", "a", "b", several=True)))

    menu = current_menu(walk(content, x=given).back())

    assert menu.selected == selected


def test_nothing_is_preselected_at_first() -> None:
    assert menu_of(question("x")).selected == frozenset()


@pytest.mark.parametrize(
    ("seat", "notes"),
    [
        (Seat.EMPLOYEE, (EXPLAINED, AHEAD)),
        (Seat.ADVISER, (EXPLAINED, VP_NOTE, AHEAD)),
        (Seat.TRAINER, (EXPLAINED, VP_NOTE, ("feit", "x"), AHEAD)),
    ],
)
def test_each_seat_sees_its_own_notes(
    seat: Seat, notes: tuple[tuple[str, str], ...]
) -> None:
    asked = replace(question("x"), explanation="uitleg", adviser_note="vraag rustig")

    assert menu_of(asked, seat).notes == notes


def test_notes_that_are_not_written_are_left_out() -> None:
    assert menu_of(question("x"), Seat.ADVISER).notes == (AHEAD,)


@pytest.mark.parametrize("seat", [Seat.ADVISER, Seat.TRAINER])
def test_notes_of_the_adviser_can_be_hidden(seat: Seat) -> None:
    asked = replace(question("x"), adviser_note="vraag rustig")

    menu = question_menu(start(library(tree("t", asked))), asked, with_notes=False)

    assert menu.notes == (AHEAD,)
    assert menu_of(asked, seat).commands["n"] == "notities"


@pytest.mark.parametrize(
    ("note", "seat"), [("", Seat.ADVISER), ("vraag rustig", Seat.EMPLOYEE)]
)
def test_key_for_notes_is_there_only_with_notes_to_see(note: str, seat: Seat) -> None:
    assert "n" not in menu_of(replace(question("x"), adviser_note=note), seat).commands


@pytest.mark.parametrize(
    ("ahead", "words"),
    [
        (1, [("Nog te gaan", "hoogstens 1 vraag")]),
        (9, [("Nog te gaan", "hoogstens 9 vragen")]),
        (21, []),  # a number so far off frightens, and most of them never come
    ],
)
def test_what_is_ahead_is_said_in_questions(
    ahead: int, words: list[tuple[str, str]]
) -> None:
    assert list(how_many(ahead)) == words


def test_changing_preselects_the_answer_that_is_changed() -> None:
    content = library(tree("t", question("x"), question("y")))

    menu = change_menu(walk(content, x="b"), content.trees["t"].questions[0])

    assert menu.selected == {"b"}
    assert list(menu.commands) == ["t", "?", "s"]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"a"}, "a"),
        ({"a", "b"}, "a, b"),
        ({"a", MORE_VALUE}, "a, onbekend"),
        ({DONT_KNOW_VALUE}, "onbekend"),
        ({MORE_VALUE}, "onbekend"),
    ],
)
def test_chosen_values_become_an_answer(values: set[str], expected: str) -> None:
    assert answer_of(frozenset(values)) == answer(expected)


def test_only_perhaps_more_is_the_same_as_not_knowing() -> None:
    assert answer_of(frozenset({MORE_VALUE})) == UNKNOWN


def test_explanation_names_options_that_have_one() -> None:
    explained = replace(option("a"), text="Aap", explanation="een dier")
    asked = replace(question("x", explained, "b"), explanation="Over dieren.")

    notes = explanation_of(asked)

    assert notes[:2] == (("", "Over dieren."), ("Aap", "een dier"))
    assert "houden we alle wegen open" in notes[2][1]
    assert len(notes) == 3


def test_explanation_of_several_says_how_to_go_on() -> None:
    notes = explanation_of(question("x", several=True, unknown=False))

    assert notes[-1][1].endswith("Enter gaat verder.")
