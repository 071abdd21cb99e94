"""What another answer makes of an outcome."""

import pytest
from builders import caution, library, question, route, tree, walk
from hypothesis import given, settings
from strategies import changed

from vpwijzer.engine.outcome import decide
from vpwijzer.engine.outcome_diff import Shift, differences, undone
from vpwijzer.engine.walk import Walk
from vpwijzer.model import Answer, Library

A, B = Answer(frozenset("a")), Answer(frozenset("b"))


def shifts(before: Walk, after: Walk) -> dict[Shift, list[str]]:
    found = differences(decide(before), decide(after))
    return {shift: [route.id for route in routes] for shift, routes in found.items()}


def content() -> Library:
    return library(
        tree("t", question("x")),
        route("na-a", when="x: a"),
        route("na-b", when="x: b"),
        route("eerst", first="x: b"),
        route("liever-niet", cautions=(caution("x: b", against=True),)),
        route("wens", fits="x: b"),
    )


def test_every_way_a_route_can_shift_is_named() -> None:
    made = walk(content(), x="a")

    assert shifts(made, made.change("x", B)) == {
        Shift.APPLIES: ["na-b"],
        Shift.CLOSED: ["na-a"],
        Shift.FIRST: ["eerst"],
        Shift.AGAINST: ["liever-niet"],
        Shift.FITS: ["wens"],
    }


def test_the_other_way_round_shifts_are_opposite() -> None:
    made = walk(content(), x="b")

    assert shifts(made, made.change("x", A)) == {
        Shift.APPLIES: ["na-a"],
        Shift.CLOSED: ["na-b"],
        Shift.NOT_AGAINST: ["liever-niet"],
        Shift.NOT_FITS: ["wens"],
    }


def test_route_that_becomes_open_is_named() -> None:
    made = walk(content(), x="a")

    found = shifts(made, made.change("x", Answer(frozenset(), more=True)))

    assert found == {Shift.OPEN: ["na-a", "na-b"]}


def test_nothing_changes_without_a_change() -> None:
    made = walk(content(), x="a")

    assert shifts(made, made) == {}


def test_route_of_a_tree_that_is_not_walked_any_more_is_closed() -> None:
    from_tree = library(
        tree("t", question("x"), then=["u"]), tree("u"), route("r", trees="u")
    )
    made = walk(from_tree, x="a")
    elsewhere = walk(library(tree("t", question("x"))), x="a")

    assert shifts(made, elsewhere) == {Shift.CLOSED: ["r"]}
    assert shifts(elsewhere, made) == {Shift.APPLIES: ["r"]}


def test_route_that_was_not_decided_yet_has_not_changed() -> None:
    two = library(
        tree("t", question("x"), question("y")),
        route("r", when="y: a"),
        route("s", when="x: b"),
    )
    unfinished = walk(two, x="a")

    assert shifts(unfinished, walk(two, x="b", y="a")) == {Shift.APPLIES: ["s"]}


def branching() -> Library:
    return library(
        tree("t", question("x"), question("y", when="x: a"), question("z", when="x: b"))
    )


def test_undoing_brings_back_the_answers_of_then() -> None:
    before = walk(branching(), x="a", y="b")
    after = walk(before.change("x", B), z="a")

    assert undone(after, {"x": A}).answers == before.answers


def test_undoing_ends_unfinished_where_nothing_was_answered() -> None:
    after = walk(walk(branching(), x="a").change("x", B), z="a")

    assert undone(after, {"x": A}).current == branching().trees["t"].questions[1]


def test_change_of_an_answer_that_is_parked_now_is_undone_as_well() -> None:
    before = walk(branching(), x="a", y="a")
    after = walk(before.change("y", B).change("x", B), z="a")

    assert undone(after, {"y": A, "x": A}).answers == before.answers


@pytest.mark.parametrize("names", [("x", "y"), ("y", "x")])
def test_changes_are_undone_in_any_order(names: tuple[str, str]) -> None:
    before = walk(branching(), x="a", y="a")
    after = walk(before.change("y", B).change("x", B), z="a")
    original = dict.fromkeys(names, A)

    assert undone(after, original).answers == before.answers


@given(changed())
@settings(deadline=None)
def test_undoing_a_change_gives_the_facts_back(pair: tuple[Walk, Walk]) -> None:
    before, after = pair
    original = {
        name: answer
        for name, answer in before.answers.items()
        if after.answers.get(name, answer) != answer
    }

    again = undone(after, original)

    shared = before.progress.facts.keys() & again.progress.facts.keys()
    assert {n: again.progress.facts[n] for n in shared} == {
        n: before.progress.facts[n] for n in shared
    }
