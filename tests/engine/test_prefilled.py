"""Answers given beforehand: each is given silently when its question comes."""

import pytest
from builders import answer, library, question, route, tree

from vpwijzer.engine.remaining import questions_ahead
from vpwijzer.engine.walk import Walk, begin
from vpwijzer.model import Seat

CONTENT = library(
    tree("t", question("x"), question("y", when="x: a"), question("z")),
    route("r", when="y: a"),
    route("s", when="z: a"),
)
GIVEN = {"x": answer("a"), "y": answer("b")}


def begun() -> Walk:
    return begin(CONTENT, "t", Seat.EMPLOYEE, prefilled=GIVEN)


def test_prefilled_question_is_not_asked_and_its_fact_is_there() -> None:
    walk = begun()

    assert walk.current is not None
    assert walk.current.id == "z"
    assert walk.progress.facts == GIVEN
    assert (walk.progress.prefilled, walk.progress.asked) == (("x", "y"), ())


def test_prefilled_question_that_does_not_come_gives_no_fact() -> None:
    walk = begin(CONTENT, "t", Seat.EMPLOYEE, prefilled={"y": answer("b")})

    over = walk.answer(answer("b")).answer(answer("a"))

    assert over.is_over
    assert "y" not in over.progress.facts


def test_prefilled_answer_is_changed_by_who_knows_better() -> None:
    walk = begun().change("y", answer("a"))

    assert walk.progress.facts["y"] == answer("a")
    assert (walk.progress.prefilled, walk.progress.asked) == (("x",), ("y",))


def test_change_of_a_prefilled_answer_can_be_taken_back() -> None:
    assert begun().change("y", answer("a")).back() == begun()


def test_prefilled_questions_do_not_count_as_to_come() -> None:
    assert questions_ahead(begun()) == 1


def test_question_that_was_not_prefilled_cannot_be_changed() -> None:
    with pytest.raises(KeyError):
        begun().change("z", answer("a"))
