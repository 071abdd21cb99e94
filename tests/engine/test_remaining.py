"""How many questions are to come: bounds that hold in every ending."""

from dataclasses import replace

import pytest
from builders import (
    again,
    caution,
    clock,
    consequence,
    facts,
    follow,
    library,
    option,
    question,
    route,
    start,
    tree,
    walk,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from seen import shown
from strategies import DETAILED, REFINING, Dice, any_answer, finish, walks

from vpwijzer.engine.outcome import decide
from vpwijzer.engine.remaining import put_off, questions_ahead
from vpwijzer.engine.walk import Walk
from vpwijzer.model import UNKNOWN, Clock, Library, Question, Route, Seat

TALKS = st.one_of(
    walks(DETAILED), walks(DETAILED, asks_all=False), walks(REFINING, asks_all=False)
)


def branching() -> Library:
    """Ask two more questions after a, none after b."""
    return library(
        tree("t", question("x"), question("y", when="x: a"), question("z", when="x: a"))
    )


def test_shortest_and_longest_branch_are_counted() -> None:
    assert questions_ahead(start(branching())) == 3


def test_answer_that_decides_leaves_one_number() -> None:
    assert questions_ahead(walk(branching(), x="a")) == 2


def test_nothing_is_ahead_when_all_is_asked() -> None:
    assert questions_ahead(walk(branching(), x="b")) == 0


def test_question_that_an_option_fills_may_be_skipped() -> None:
    content = library(tree("t", question("x", option("a", "y: a"), "b"), question("y")))

    assert questions_ahead(start(content)) == 2


def test_trees_that_may_follow_are_counted() -> None:
    content = library(
        tree("t", question("x"), then=[follow("u", "x: a")]),
        tree("u", question("y"), question("z")),
    )

    assert questions_ahead(start(content)) == 3
    assert questions_ahead(walk(content, x="a")) == 2


def test_tree_without_questions_brings_no_more() -> None:
    content = library(tree("t", question("x"), then=["u"]), tree("u"))

    assert questions_ahead(start(content)) == 1


def test_tree_for_another_seat_is_not_ahead() -> None:
    content = library(
        tree("t", question("x"), then=["u"]),
        tree("u", question("y"), adviser_only=True),
    )

    assert questions_ahead(start(content)) == 1
    assert questions_ahead(start(content, Seat.ADVISER)) == 2


def test_answer_that_was_kept_is_not_ahead() -> None:
    content = library(
        tree("t", question("x"), question("y", when="x: a"), question("z"))
    )
    made = walk(content, x="b", z="a").change("x", facts(x="a")["x"])

    assert made.current == question("y", when="x: a")
    assert questions_ahead(made) == 1


def asked_if_it_counts(*rest: Route | Clock) -> Walk:
    """Ask x and y in a tree that u and then v may follow."""
    content = library(
        tree("t", question("x"), question("y"), then=[follow("u", "x: a")]),
        tree("u", then=[follow("v", "y: a")] if not rest else []),
        tree("v"),
        *rest,
    )
    return start(content, asks_all=False)


THREE = (consequence("1", "x: a"), consequence("2", "y: a"), consequence("3"))


@pytest.mark.parametrize(
    "unsure",
    [
        [],
        [route("r", when=["x: a", "y: a"])],
        [route("r", when="x: a", cautions=(caution("y: a"),))],
        [route("r", effects=THREE)],
        [route("r", when="y: a", trees="u")],
        [route("r", trees="u"), clock("k", "r", when="y: a")],
    ],
)
def test_question_that_may_not_count_later_is_not_sure(
    unsure: list[Route | Clock],
) -> None:
    assert questions_ahead(asked_if_it_counts(*unsure)) == 2


@pytest.mark.parametrize(
    "sure",
    [
        route("s", when="y: a"),
        route("s", cautions=(caution("y: a"),)),
        route("s", fits="y: a"),
        route("s", effects=(consequence("een", "y: a"), consequence("twee"))),
    ],
)
def test_question_that_alone_settles_something_is_sure(sure: Route) -> None:
    made = asked_if_it_counts(route("r", when="x: a"), sure)

    assert questions_ahead(made) == 2


@given(TALKS)
@settings(deadline=None)
def test_every_answer_leaves_fewer_and_never_more_come_than_was_said(
    ended: Walk,
) -> None:
    asking = [now for now in again(ended) if now.current is not None]
    most = [questions_ahead(now) for now in asking]

    assert most == sorted(set(most), reverse=True)
    assert all(
        left <= said for left, said in zip(range(len(most), 0, -1), most, strict=True)
    )


# What was put off


def later(name: str) -> Question:
    return replace(question(name), refines=True)


def names(questions: tuple[Question, ...]) -> list[str]:
    return [each.id for each in questions]


def test_question_that_refines_waits_until_after_the_outcome() -> None:
    content = library(tree("t", later("x"), question("y")), route("r", when="x: a"))
    content = replace(content, routes={**content.routes, "s": route("s", when="y: a")})

    over = walk(start(content, asks_all=False), y="a")

    assert over.is_over
    assert names(put_off(over)) == ["x"]
    assert over.progress.facts["x"] == UNKNOWN


def test_who_wants_all_questions_gets_those_that_refine_in_their_place() -> None:
    made = walk(library(tree("t", later("x"), question("y"))), x="a", y="a")

    assert made.progress.put_off == ()


def test_question_that_settles_most_is_offered_first() -> None:
    content = library(
        tree("t", later("x"), later("y"), later("idle")),
        *(route("r", when="x: a"), route("s", when="y: a"), route("u", when="y: b")),
    )

    assert names(put_off(start(content, asks_all=False))) == ["y", "x"]


def test_answer_to_what_was_put_off_counts_and_can_be_taken_back() -> None:
    content = library(tree("t", later("x"), later("y")), route("r", when=["x: a"]))
    over = start(content, asks_all=False)

    more = over.refine("x", facts(x="a")["x"])

    assert more.progress.asked == ("x",)
    assert names(put_off(more)) == []
    assert more.back() == over


def test_question_that_was_not_put_off_cannot_be_answered_later() -> None:
    content = library(tree("t", question("x")), route("r", when="x: a"))

    with pytest.raises(KeyError):
        start(content, asks_all=False).refine("x", UNKNOWN)


def test_what_was_put_off_is_not_counted_among_what_is_ahead() -> None:
    content = library(
        tree("t", question("x"), later("y")),
        *(route("r", when="x: a"), route("s", when="y: a")),
    )

    assert questions_ahead(start(content, asks_all=False)) == 1


@given(walks(REFINING, asks_all=False))
@settings(deadline=None)
def test_conversation_without_refining_is_one_in_which_that_is_not_known(
    ended: Walk,
) -> None:
    full = start(ended.setting.library, ended.setting.seat)
    while full.current is not None:
        full = full.answer(ended.answers.get(full.current.id, UNKNOWN))

    assert full.progress.facts == ended.progress.facts
    assert full.progress.walked == ended.progress.walked
    assert decide(full).rulings == decide(ended).rulings


@st.composite
def refined(draw: st.DrawFn) -> Walk:
    """A whole conversation, and after it everything that still counts."""
    dice, ended = Dice(draw), draw(walks(REFINING, asks_all=False))
    while waiting := put_off(ended):
        chosen = dice.pick(waiting)
        ended = finish(dice, ended.refine(chosen.id, any_answer(dice, chosen)))
    return ended


@given(refined())
@settings(deadline=None)
def test_refining_in_any_order_leads_to_the_same_as_asking_in_place(
    ended: Walk,
) -> None:
    full = start(ended.setting.library, ended.setting.seat)
    while full.current is not None:
        full = full.answer(ended.answers.get(full.current.id, UNKNOWN))

    assert shown(full) == shown(ended)
