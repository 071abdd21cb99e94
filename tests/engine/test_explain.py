"""Why not, the nearest change, and what to find out first."""

from dataclasses import replace

import pytest
from builders import (
    both,
    concept,
    either,
    follow,
    library,
    option,
    question,
    route,
    tree,
    walk,
)
from hypothesis import given, settings
from strategies import walks

from vpwijzer.engine.explain import Nearest, find_out_first, nearest_change
from vpwijzer.engine.outcome import decide
from vpwijzer.engine.ruling import Verdict
from vpwijzer.engine.walk import Walk
from vpwijzer.model import UNKNOWN, Kind, Library


def nearest(made: Walk, name: str = "r") -> Nearest | None:
    return nearest_change(made, made.setting.library.routes[name])


def changes(found: Nearest | None) -> dict[str, set[str]]:
    assert found is not None
    return {name: set(answer.options) for name, answer in found.changes.items()}


def test_one_answer_that_opens_a_route_is_found() -> None:
    content = library(
        tree("t", question("x"), question("y")), route("r", when=["x: a", "y: a"])
    )

    found = nearest(walk(content, x="a", y="b"))

    assert changes(found) == {"y": {"a"}}
    assert found is not None
    assert found.verdict is Verdict.APPLIES


def test_two_answers_are_tried_when_one_is_not_enough() -> None:
    content = library(
        tree("t", question("x"), question("y")), route("r", when=["x: a", "y: a"])
    )

    assert changes(nearest(walk(content, x="b", y="b"))) == {"x": {"a"}, "y": {"a"}}


def test_three_answers_away_is_too_far() -> None:
    content = library(
        tree("t", question("x"), question("y"), question("z")),
        route("r", when=["x: a", "y: a", "z: a"]),
    )

    assert nearest(walk(content, x="b", y="b", z="b")) is None


def test_search_stops_when_its_budget_is_spent() -> None:
    content = library(tree("t", question("x", "b", "c", "a")), route("r", when="x: a"))
    made = walk(content, x="b")

    assert nearest_change(made, content.routes["r"], budget=1) is None
    assert nearest_change(made, content.routes["r"], budget=2) is not None


def test_route_that_would_apply_goes_before_one_that_would_be_open() -> None:
    content = library(
        tree("t", question("x", "b", "c", "a"), question("y", when="x: c")),
        route("r", when=either("x: a", both("x: c", "y: a"))),
    )

    found = nearest(walk(content, x="b"))

    assert changes(found) == {"x": {"a"}}


def test_question_that_a_change_brings_counts_as_not_known() -> None:
    content = library(
        tree("t", question("x"), question("y", when="x: a")),
        route("r", when=["x: a", "y: a"]),
    )

    found = nearest(walk(content, x="b"))

    assert changes(found) == {"x": {"a"}}
    assert found is not None
    assert found.verdict is Verdict.OPEN


def test_change_in_an_earlier_tree_is_found() -> None:
    content = library(
        tree("t", question("x"), then=[follow("u", "x: a")]),
        tree("u", question("y")),
        route("r", when="x: a", trees="u"),
    )

    assert changes(nearest(walk(content, x="b"))) == {"x": {"a"}}


def test_change_behind_a_concept_is_found() -> None:
    content = library(
        tree("t", question("x")), concept("k", "x: a"), route("r", when="k: ja")
    )

    assert changes(nearest(walk(content, x="b"))) == {"x": {"a"}}


def test_change_that_brings_the_question_a_route_rests_on_is_found() -> None:
    content = library(
        tree("t", question("v"), question("x"), question("y", when=["x: a", "v: a"])),
        route("r", when="y: a"),
    )

    found = nearest(walk(content, v="b", x="a"))

    assert changes(found) == {"v": {"a"}}


def test_change_is_found_however_far_back_it_stands() -> None:
    content = library(
        tree(
            "t",
            question("u"),
            question("x", when="u: a"),
            question("y", when="x: a"),
        ),
        route("r", when="y: a"),
    )
    talk = walk(content, u="b")

    assert changes(nearest(talk)) == {"u": {"a"}}


def test_two_other_options_of_one_question_are_no_pair() -> None:
    content = library(
        tree("t", question("x", "a", "b", "c"), question("y")),
        route("r", when=["x: a", "y: a"]),
    )
    made = walk(content, x="c", y="b")

    # Three single answers, then x and y together: no try is lost.
    assert nearest_change(made, content.routes["r"], budget=4) is not None


def test_several_answers_gain_one() -> None:
    content = library(
        tree("t", question("x", "a", "b", "c", several=True)), route("r", when="x: a")
    )

    assert changes(nearest(walk(content, x="b, c"))) == {"x": {"a", "b", "c"}}


def test_several_answers_lose_one() -> None:
    content = library(
        tree("t", question("x", "a", "b", several=True)), route("r", unless="x: a")
    )

    assert changes(nearest(walk(content, x="a, b"))) == {"x": {"b"}}


@pytest.mark.parametrize("given_now", ["b", "a"])
def test_answer_that_goes_alone_replaces_the_others(given_now: str) -> None:
    options = option("a"), option("b", alone=True)
    wanted = "a" if given_now == "b" else "b"
    content = library(
        tree("t", question("x", *options, several=True)),
        route("r", when=f"x: {wanted}", unless=f"x: {given_now}"),
    )

    assert changes(nearest(walk(content, x=given_now))) == {"x": {wanted}}


@given(walks())
@settings(deadline=None)
def test_nearest_change_is_true_when_it_is_made(made: Walk) -> None:
    for ruling in decide(made).rulings:
        found = nearest_change(made, ruling.route)
        if ruling.verdict is not Verdict.CLOSED or found is None:
            continue
        then = made
        for name, answer in found.changes.items():
            if name in then.answers:
                then = then.change(name, answer)
        while then.current is not None:
            then = then.answer(found.changes.get(then.current.id, UNKNOWN))
        after = {each.route.id: each.verdict for each in decide(then).rulings}
        assert after[ruling.route.id] in {Verdict.OPEN, Verdict.APPLIES}


def to_find_out(content: Library, made: Walk) -> list[tuple[str, int]]:
    found = find_out_first(decide(made), content)
    return [(each.question.id, len(each.routes)) for each in found]


def test_fact_that_settles_most_routes_comes_first() -> None:
    content = library(
        tree("t", question("x"), question("y")),
        route("r", when="x: a"),
        route("s", when="y: a"),
        route("u", when="y: b"),
    )

    found = to_find_out(content, walk(content, x="onbekend", y="onbekend"))

    assert found == [("y", 2), ("x", 1)]


@pytest.mark.parametrize("kind", [Kind.WISH, Kind.SENSITIVE])
def test_only_facts_are_to_be_found_out(kind: Kind) -> None:
    asked = replace(question("x"), kind=kind)
    content = library(tree("t", asked), route("r", when="x: a"))

    assert to_find_out(content, walk(content, x="onbekend")) == []


def test_fact_that_settles_nothing_by_itself_is_left_out() -> None:
    content = library(
        tree("t", question("x"), question("y")),
        route("r", when=either(both("x: a", "y: a"), both("x: b", "y: b"))),
    )

    assert to_find_out(content, walk(content, x="onbekend", y="onbekend")) == []


def test_route_that_is_settled_asks_nothing() -> None:
    content = library(tree("t", question("x")), route("r", when="x: a"))

    assert to_find_out(content, walk(content, x="a")) == []
