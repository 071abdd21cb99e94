"""A promise that promises nothing, in every form that a promise has."""

from dataclasses import replace

import pytest
from builders import (
    AT,
    caution,
    condition,
    library,
    place,
    question,
    route,
    tree,
)

from vpwijzer.model import Asked, Guarantee, Library, Promise, Selector, Track
from vpwijzer.proof import prove

IDLE, IDLE_ROUTE = "waarborg-nooit-aan-de-orde", "waarborg-zonder-route"
BROKEN = "waarborg-geschonden"
TRACKS = {
    name: Track(name, name, "", "", is_help=True, routes=(), at=AT)
    for name in ("spoor", "apart", "leeg")
}
SURE = question("x", unknown=False)

ALWAYS = route("altijd", trees="t, u")
WARNED = route("gewaarschuwd", when="x: a", cautions=(caution("y: a", against=True),))
APPLIES = route("past", when="x: a", first="x: a")
OTHER = route("ander", when="x: b")
ELSEWHERE = route("elders", trees="u")
APART = replace(route("apart", when="x: a"), track="apart")


def content(guarantee: Guarantee) -> Library:
    """Two trees that no conversation walks together, and an `x` that is known."""
    made = library(
        tree("t", SURE, question("y", when="x: a")),
        tree("u", question("z")),
        *(ALWAYS, WARNED, APPLIES, OTHER, ELSEWHERE, APART),
        route("z", when="z: a", trees="u"),
        route("y", when="y: a"),
    )
    return replace(made, tracks=TRACKS, guarantees={"w": guarantee})


def found(
    promise: Promise | Asked,
    selector: Selector | str = "",
    *,
    when: str = "",
    trees: tuple[str, ...] = ("t",),
) -> list[str]:
    """Give the codes of what is wrong with a promise, or else nothing."""
    if isinstance(selector, str):
        named = tuple(selector.split())
        places = {name: place(n) for n, name in enumerate(named, 2)}
        selector = Selector(named, places=places)
    promised = promise if isinstance(promise, Asked) else (promise, selector)
    premise = condition(when) if when else condition()
    guarantee = Guarantee("w", "", trees, premise, promised, AT)
    proof = prove(content(guarantee))
    return [f"{f.code} {f.at.line}" for f in proof.findings if "waarborg" in f.code]


EACH = (
    Promise.FIRST,
    Promise.APPLIES,
    Promise.APPLIES_FREELY,
    Promise.VISIBLE,
    Promise.FIRST_SCREEN,
    Promise.CLOSED,
    Promise.WARNED,
    Promise.AGAINST,
)
SOME = (Promise.ONE_APPLIES, Promise.ONE_APPLIES_FREELY, Promise.ONE_VISIBLE)
EMPTY = Selector(tracks=("leeg",))


def test_every_form_is_looked_at_here() -> None:
    assert {*EACH, *SOME, Promise.NEVER_TOGETHER} == set(Promise)


@pytest.mark.parametrize("promise", [*EACH, Promise.NEVER_TOGETHER])
def test_promise_about_no_route_at_all_promises_nothing(promise: Promise) -> None:
    assert found(promise, EMPTY) == [f"{IDLE} 1"]


@pytest.mark.parametrize("promise", SOME)
def test_promise_of_one_route_out_of_none_is_broken(promise: Promise) -> None:
    assert found(promise, EMPTY) == [f"{BROKEN} 1"]


@pytest.mark.parametrize("promise", Promise)
def test_promise_about_no_conversation_promises_nothing(promise: Promise) -> None:
    assert found(promise, "past ander", trees=("t", "u")) == [f"{IDLE} 1"]


NOTHING_TO_KEEP = [
    pytest.param(Promise.CLOSED, "elders", "", id="dicht, in een andere boom"),
    pytest.param(Promise.WARNED, "gewaarschuwd", "x: b", id="gewaarschuwd, valt af"),
    pytest.param(Promise.AGAINST, "gewaarschuwd", "x: b", id="afgeraden, valt af"),
    pytest.param(Promise.NEVER_TOGETHER, "past", "", id="nooit-samen, één route"),
    pytest.param(Promise.NEVER_TOGETHER, "past ander", "x: a", id="nooit-samen, een"),
]


@pytest.mark.parametrize(("promise", "routes", "when"), NOTHING_TO_KEEP)
def test_promise_that_nothing_could_break_promises_nothing(
    promise: Promise, routes: str, when: str
) -> None:
    assert found(promise, routes, when=when) == [f"{IDLE} 1"]


def test_routes_that_are_chosen_and_not_named_need_company_too() -> None:
    assert found(Promise.NEVER_TOGETHER, Selector(tracks=("apart",))) == [f"{IDLE} 1"]


@pytest.mark.parametrize(
    ("promise", "routes", "when", "line"),
    [
        pytest.param(Promise.CLOSED, "past elders", "x: b", 3, id="dicht"),
        pytest.param(
            Promise.WARNED, "gewaarschuwd ander", "y: a", 3, id="gewaarschuwd"
        ),
        pytest.param(Promise.AGAINST, "ander gewaarschuwd", "y: a", 2, id="afgeraden"),
        pytest.param(Promise.ONE_APPLIES, "altijd ander", "x: a", 3, id="een-van-past"),
        pytest.param(
            Promise.ONE_APPLIES_FREELY, "past gewaarschuwd", "y: a", 3, id="passend"
        ),
        pytest.param(
            Promise.ONE_VISIBLE, "altijd elders", "", 3, id="een-van-zichtbaar"
        ),
        pytest.param(
            Promise.NEVER_TOGETHER, "ander past elders", "", 4, id="nooit-samen"
        ),
    ],
)
def test_route_about_which_nothing_is_promised_is_pointed_at_by_its_name(
    promise: Promise, routes: str, when: str, line: int
) -> None:
    assert found(promise, routes, when=when) == [f"{IDLE_ROUTE} {line}"]


@pytest.mark.parametrize("promise", EACH[:4])
def test_route_that_must_stand_there_and_never_does_is_broken(promise: Promise) -> None:
    assert found(promise, "elders") == [f"{BROKEN} 1"]


ASKED = [
    pytest.param(Asked("x", before_question="y"), [], id="voor een vraag"),
    pytest.param(Asked("x", before_route="past"), [], id="voor een route"),
    pytest.param(Asked("x", before_question="z"), [f"{IDLE} 1"], id="nooit gevraagd"),
    pytest.param(Asked("x", before_route="elders"), [f"{IDLE} 1"], id="nooit te zien"),
    pytest.param(Asked("x", "y", "elders"), [f"{IDLE} 1"], id="nooit allebei"),
    pytest.param(Asked("x"), [], id="altijd"),
]


@pytest.mark.parametrize(("promise", "expected"), ASKED)
def test_question_that_must_come_before_what_never_comes_promises_nothing(
    promise: Asked, expected: list[str]
) -> None:
    assert found(promise) == expected


KEPT = [
    pytest.param(Promise.FIRST, "past", "x: a"),
    pytest.param(Promise.APPLIES, "past", "x: a"),
    pytest.param(Promise.APPLIES_FREELY, "past", "x: a"),
    pytest.param(Promise.VISIBLE, "past", "x: a"),
    pytest.param(Promise.CLOSED, "past", "x: b"),
    pytest.param(Promise.WARNED, "gewaarschuwd", "y: a"),
    pytest.param(Promise.AGAINST, "gewaarschuwd", "y: a"),
    pytest.param(Promise.ONE_APPLIES, "past ander", ""),
    pytest.param(Promise.ONE_APPLIES_FREELY, "past ander", ""),
    pytest.param(Promise.ONE_VISIBLE, "past ander", ""),
    pytest.param(Promise.NEVER_TOGETHER, "past ander", ""),
]


@pytest.mark.parametrize(("promise", "routes", "when"), KEPT)
def test_promise_that_means_something_is_no_finding(
    promise: Promise, routes: str, when: str
) -> None:
    assert found(promise, routes, when=when) == []
