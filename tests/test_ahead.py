"""How many questions are to come: bounds that hold in every ending."""

from builders import again, follow, library, option, question, start, tree, walk
from hypothesis import given, settings
from strategies import walks

from vpwijzer.ahead import Ahead, questions_ahead
from vpwijzer.model import Library, Seat
from vpwijzer.walk import Walk


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


def test_without_budget_only_what_is_sure_counts() -> None:
    content = library(
        tree("t", question("x"), question("y", when="x: a, b"), question("z"))
    )

    assert questions_ahead(start(content), budget=0) == Ahead(2, 3)


def test_question_that_an_option_fills_may_be_skipped() -> None:
    content = library(tree("t", question("x", option("a", "y: a"), "b"), question("y")))

    assert questions_ahead(start(content)) == Ahead(1, 2)


def test_tree_that_surely_follows_counts() -> None:
    content = library(
        tree("t", question("x", several=True), then=["u", follow("v", "x: a")]),
        tree("u", question("y")),
        tree("v", question("z")),
    )

    assert questions_ahead(start(content)) == Ahead(2, 3)


def test_tree_for_another_seat_is_not_ahead() -> None:
    content = library(
        tree("t", question("x", several=True), then=["u"]),
        tree("u", question("y"), adviser_only=True),
    )

    assert questions_ahead(start(content)) == Ahead(1, 1)
    assert questions_ahead(start(content, Seat.ADVISER)) == Ahead(2, 2)


@given(walks())
@settings(deadline=None)
def test_every_ending_lies_between_shortest_and_longest(ended: Walk) -> None:
    made = list(again(ended))

    for done, now in enumerate(made):
        ahead = questions_ahead(now)
        assert ahead.least <= len(made) - 1 - done <= ahead.most


@given(walks())
@settings(deadline=None)
def test_longest_gets_shorter_with_every_answer(ended: Walk) -> None:
    longest = [questions_ahead(now).most for now in again(ended)]

    assert longest == sorted(set(longest), reverse=True)
