"""What cannot change the outcome any more is not asked."""

from dataclasses import replace

import pytest
from builders import (
    AT,
    caution,
    clock,
    concept,
    condition,
    consequence,
    either,
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
from seen import shown
from strategies import twice

from vpwijzer.engine.walk import Walk
from vpwijzer.model import (
    Asked,
    ContactLink,
    FollowUp,
    Guarantee,
    Library,
    Line,
    Promise,
    Question,
    Route,
    Seat,
    Selector,
)

thorough = settings(deadline=None, max_examples=300)

X, Y, Z = question("x"), question("y"), question("z")


def short(content: Library, seat: Seat = Seat.EMPLOYEE) -> Walk:
    return start(content, seat, asks_all=False)


def one_tree(*rest: Route, ask: tuple[Question, ...] = (X, Y)) -> Library:
    return library(tree("t", *ask), *rest)


@given(twice(wanders=False))
@thorough
def test_skipping_changes_nothing_whatever_would_have_been_answered(
    talks: tuple[Walk, Walk],
) -> None:
    brief, full = talks

    assert shown(brief) == shown(full)


@given(twice(wanders=True))
@thorough
def test_skipping_changes_nothing_after_changes_and_steps_back(
    talks: tuple[Walk, Walk],
) -> None:
    brief, full = talks

    assert shown(brief) == shown(full)


def test_question_that_decides_nothing_is_skipped() -> None:
    made = short(one_tree(route("r", when="y: a")))

    assert made.current == Y
    assert made.progress.skipped == ("x",)


def test_conversation_that_asks_all_skips_nothing() -> None:
    made = start(one_tree(route("r", when="y: a")))

    assert made.current == X
    assert made.progress.skipped == ()


IF_Y = condition("y: a")
STEP = (Line("stap", AT, IF_Y),)


@pytest.mark.parametrize(
    "counting",
    [
        route("r", when="y: a"),
        route("r", unless="y: a"),
        route("r", first="y: a"),
        route("r", fits="y: a"),
        route("r", cautions=(caution("y: a"),)),
        route("r", effects=(consequence("een", "y: a"), consequence("twee"))),
        route("r", effects=(consequence("een", "y: a"),)),
        replace(route("r"), steps=STEP),
        replace(route("r"), contacts=(ContactLink("c", AT, IF_Y),)),
        replace(route("r"), adviser_does=STEP),
        replace(route("r"), adviser_does_not=STEP),
    ],
)
def test_question_is_asked_when_something_on_a_route_rests_on_it(
    counting: Route,
) -> None:
    assert short(one_tree(counting)).current == Y


def test_question_is_asked_when_a_clock_rests_on_it() -> None:
    content = library(tree("t", X, Y), route("r"), clock("k", "r", when="y: a"))

    assert short(content).current == Y


def test_question_is_asked_when_a_concept_that_counts_rests_on_it() -> None:
    content = library(
        tree("t", X, Y), route("r", when="c: nee"), concept("c", when="y: a")
    )

    assert short(content).current == Y


def test_question_is_asked_when_it_decides_which_tree_follows() -> None:
    content = library(tree("t", X, Y, then=[follow("u", "y: a")]), tree("u"))

    assert short(content).current == Y


def test_question_is_asked_when_it_decides_whether_another_is_that_counts() -> None:
    asked = (X, Y, question("z", when="y: a"))

    made = short(one_tree(route("r", when="z: a"), ask=asked))

    assert made.current == Y


def test_question_is_asked_when_an_option_fills_another_that_counts() -> None:
    fills = question("y", option("a", "z: a"), "b")

    made = short(one_tree(route("r", when="z: a"), ask=(X, fills, Z)))

    assert made.current == fills


def test_question_that_leads_only_to_what_does_not_count_is_skipped() -> None:
    fills = question("x", option("a", "z: a"), "b")
    content = one_tree(
        route("r", when="y: a"), ask=(fills, Y, question("z", when="x: a"))
    )

    ended = walk(short(content), y="a")

    assert ended.is_over
    assert ended.progress.skipped == ("x", "z")


def test_closed_route_asks_nothing_more() -> None:
    content = one_tree(route("r", when=["x: a", "y: a"], cautions=(caution("y: a"),)))

    assert walk(short(content), x="b").is_over
    assert walk(short(content), x="a").current == Y


def test_wish_still_ranks_what_fell_off() -> None:
    content = one_tree(route("r", when="x: a", fits="y: a"))

    assert walk(short(content), x="b").current == Y


def test_one_of_several_answers_is_enough() -> None:
    content = one_tree(route("r", when=either("x: a", "y: a")))

    assert walk(short(content), x="a").is_over


def test_not_knowing_decides_nothing() -> None:
    content = one_tree(route("r", when=either("x: a", "y: a")))

    assert walk(short(content), x="onbekend").current == Y


def test_consequence_after_one_that_holds_does_not_count() -> None:
    effects = (consequence("een", "x: a"), consequence("twee", "y: a"))
    content = one_tree(route("r", effects=(*effects, consequence("drie"))))

    assert walk(short(content), x="a").is_over
    assert walk(short(content), x="b").current == Y


def maybe_followed(then: FollowUp) -> Library:
    return library(
        tree("t", X, Y, then=[then]),
        tree("u", adviser_only=True),
        route("r", trees="u", when="y: a"),
    )


def test_route_of_a_tree_that_cannot_follow_any_more_does_not_count() -> None:
    content = maybe_followed(follow("u", "x: a"))

    assert walk(short(content, Seat.ADVISER), x="b").is_over
    assert walk(short(content, Seat.ADVISER), x="a").current == Y


def test_tree_that_nothing_leads_to_does_not_count() -> None:
    content = library(tree("t", X), tree("u", then=[follow("v", "x: a")]), tree("v"))

    assert short(content).is_over


def test_route_of_a_tree_for_another_seat_does_not_count() -> None:
    content = maybe_followed(follow("u"))

    assert short(content, Seat.EMPLOYEE).is_over
    assert short(content, Seat.ADVISER).current == Y


def test_tree_that_follows_anyway_asks_nothing_about_following() -> None:
    content = library(
        tree("t", X, then=["u", "v"]),
        tree("u", Y, then=[follow("v", "y: a")]),
        tree("v"),
    )

    assert short(content).is_over


def test_question_that_a_guarantee_wants_asked_is_never_skipped() -> None:
    asked = Guarantee("g", "g", (), condition(), Asked("y", "z"), AT)
    applies = replace(asked, promise=(Promise.APPLIES, Selector(("r",))))
    content = replace(one_tree(), guarantees={"g": asked, "h": applies})

    assert short(content).current == Y


def test_skipped_question_returns_when_it_counts_again() -> None:
    content = one_tree(route("r", when=["x: a", "y: a"]))

    made = walk(short(content), x="b").change("x", facts(x="a")["x"])

    assert made.current == Y
    assert made.progress.skipped == ()


def test_answer_that_does_not_count_any_more_is_kept() -> None:
    content = one_tree(route("r", when=["x: a", "y: a"]))

    made = walk(short(content), x="a", y="b").change("x", facts(x="b")["x"])

    assert made.answers == facts(x="b", y="b")
    assert made.progress.asked == ("x", "y")


def test_shared_question_that_is_skipped_is_named_once() -> None:
    content = library(
        tree("t", X, then=["u"]), tree("u", X, Y), route("r", trees="u", when="y: a")
    )

    assert short(content).progress.skipped == ("x",)


def test_skipping_goes_on_after_a_step_back() -> None:
    content = one_tree(route("r", when=["y: a", "z: a"]), ask=(X, Y, Z))

    made = walk(short(content), y="a").back()

    assert made == short(content)
    assert made.progress.skipped == ("x",)
