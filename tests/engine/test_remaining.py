"""How many questions are to come: bounds that hold in every ending."""

from itertools import groupby

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
from strategies import DETAILED, walks

from vpwijzer.engine.remaining import Ahead, questions_ahead
from vpwijzer.engine.walk import Walk
from vpwijzer.model import Clock, Library, Route, Seat

TALKS = st.one_of(walks(DETAILED), walks(DETAILED, asks_all=False))


def branching() -> Library:
    """Ask two more questions after a, none after b."""
    return library(
        tree("t", question("x"), question("y", when="x: a"), question("z", when="x: a"))
    )


def test_shortest_and_longest_branch_are_counted() -> None:
    assert questions_ahead(start(branching())) == Ahead(1, 3)


def test_answer_that_decides_leaves_one_number() -> None:
    assert questions_ahead(walk(branching(), x="a")) == Ahead(2, 2)


def test_nothing_is_ahead_when_all_is_asked() -> None:
    assert questions_ahead(walk(branching(), x="b")) == Ahead(0, 0)


def test_question_that_an_option_fills_may_be_skipped() -> None:
    content = library(tree("t", question("x", option("a", "y: a"), "b"), question("y")))

    assert questions_ahead(start(content)) == Ahead(1, 2)


def test_only_the_current_tree_is_counted() -> None:
    content = library(
        tree("t", question("x"), then=[follow("u", "x: a")]),
        tree("u", question("y"), question("z")),
    )

    assert questions_ahead(start(content)) == Ahead(1, 1, then_more=True)
    assert questions_ahead(walk(content, x="a")) == Ahead(2, 2)


def test_tree_without_questions_brings_no_more() -> None:
    content = library(tree("t", question("x"), then=["u"]), tree("u"))

    assert questions_ahead(start(content)) == Ahead(1, 1)


def test_tree_for_another_seat_is_not_ahead() -> None:
    content = library(
        tree("t", question("x"), then=["u"]),
        tree("u", question("y"), adviser_only=True),
    )

    assert questions_ahead(start(content)) == Ahead(1, 1)
    assert questions_ahead(start(content, Seat.ADVISER)) == Ahead(1, 1, then_more=True)


def test_answer_that_was_kept_is_not_ahead() -> None:
    content = library(
        tree("t", question("x"), question("y", when="x: a"), question("z"))
    )
    made = walk(content, x="b", z="a").change("x", facts(x="a")["x"])

    assert made.current == question("y", when="x: a")
    assert questions_ahead(made) == Ahead(1, 1)


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
    assert questions_ahead(asked_if_it_counts(*unsure)) == Ahead(1, 2)


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

    assert questions_ahead(made) == Ahead(2, 2)


@given(TALKS)
@settings(deadline=None)
def test_every_ending_of_a_part_lies_between_shortest_and_longest(
    ended: Walk,
) -> None:
    for part in parts(ended):
        for left, now in zip(range(len(part), 0, -1), part, strict=True):
            ahead = questions_ahead(now)
            assert ahead.least <= left <= ahead.most


@given(TALKS)
@settings(deadline=None)
def test_longest_gets_shorter_with_every_answer_of_a_part(
    ended: Walk,
) -> None:
    for part in parts(ended):
        longest = [questions_ahead(now).most for now in part]
        assert longest == sorted(set(longest), reverse=True)


@given(TALKS)
@settings(deadline=None)
def test_last_part_is_known_to_be_the_last_only_when_it_is(
    ended: Walk,
) -> None:
    made = parts(ended)

    for number, part in enumerate(made, 1):
        if not all(questions_ahead(now).then_more for now in part):
            assert number == len(made)


def parts(ended: Walk) -> list[list[Walk]]:
    """Hold a conversation once more, and give its questions tree by tree."""
    asking = [now for now in again(ended) if now.current is not None]
    return [list(part) for _, part in groupby(asking, lambda w: w.progress.walked[-1])]
