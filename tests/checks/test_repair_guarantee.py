"""How a guarantee that is broken is mended: its routes keep it where it holds."""

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

from vpwijzer.checks.repair import mends
from vpwijzer.checks.rules import BROKEN_IN_CASE
from vpwijzer.model import ALWAYS, Asked, Guarantee, Library, Promise, Selector, Track
from vpwijzer.proof import prove

AGAINST = (caution("x: a", against=True),)
ON_R = Selector(("r",))
TRACKS = {
    name: Track(name, name, "", "", is_help=True, routes=(), at=AT)
    for name in ("spoor", "apart")
}


def content(
    promise: Promise | Asked, selector: Selector = ON_R, when: str | tuple[()] = "x: a"
) -> Library:
    made = library(
        tree("t", question("x"), question("y")),
        tree("u", question("z")),
        route("r", when="x: b", cautions=AGAINST),
        replace(route("s", when="y: a"), track="apart"),
        route("elders", when="z: a", trees="u"),
    )
    given = promise if isinstance(promise, Asked) else (promise, selector)
    guarantee = Guarantee("w", "", (), condition(when), given, place(99))
    return replace(made, tracks=TRACKS, guarantees={"w": guarantee})


def mended(made: Library) -> list[Library]:
    return list(mends(made, BROKEN_IN_CASE.at(made.guarantees["w"].at, "w", "s")))


@pytest.mark.parametrize(
    ("promise", "route"),
    [
        (Promise.FIRST, "r"),
        (Promise.APPLIES, "r"),
        (Promise.APPLIES_FREELY, "r"),
        (Promise.VISIBLE, "r"),
        (Promise.ONE_APPLIES, "r"),
        (Promise.ONE_APPLIES_FREELY, "r"),
        (Promise.ONE_VISIBLE, "r"),
        (Promise.CLOSED, "s"),
        (Promise.WARNED, "s"),
        (Promise.AGAINST, "s"),
    ],
)
def test_routes_of_a_guarantee_keep_it(promise: Promise, route: str) -> None:
    made = content(promise, Selector((route,)))
    [kept] = mended(made)

    assert prove(made).guarantees == {"w": False}
    assert prove(kept).guarantees == {"w": True}


@pytest.mark.parametrize("when", ["x: a", ()])
def test_other_routes_make_way_for_one_that_must_stand_in_front(
    when: str | tuple[()],
) -> None:
    made = content(Promise.FIRST, Selector(("s",), after=("elders",)), when)
    routes = {
        "voor": route("voor", first="y: b"),
        "elders": route("elders", first=()),
        "s": route("s", when="y: a", trees="t, u"),
    }
    [kept] = mended(replace(made, routes=routes))
    first = [each.id for each in kept.routes.values() if each.priority is not None]

    assert prove(kept).guarantees == {"w": True}
    assert first == [*(["voor"] if when else []), "elders", "s"]


@pytest.mark.parametrize("promise", [Promise.NEVER_TOGETHER, Asked("y")])
def test_guarantee_that_blames_no_route_is_not_mended(promise: Promise | Asked) -> None:
    assert mended(content(promise)) == []


def test_way_that_must_always_be_there_loses_its_conditions() -> None:
    [kept] = mended(content(Promise.APPLIES, when=()))

    assert kept.routes["r"].condition == ALWAYS


def test_way_that_may_never_be_there_stays_as_it_is() -> None:
    made = content(Promise.CLOSED, when=())

    assert [each.routes for each in mended(made)] == [made.routes]


def test_finding_elsewhere_mends_no_guarantee() -> None:
    made = content(Promise.APPLIES)

    assert list(mends(made, BROKEN_IN_CASE.at(AT, "w", "s"))) == []


@pytest.mark.parametrize(
    ("selector", "chosen"),
    [
        (Selector(trees=("t",)), {"r", "s"}),
        (Selector(tracks=("apart",)), {"s"}),
        (Selector(trees=("t",), tracks=("spoor",)), {"r"}),
        (Selector(levels={"regie": frozenset({"hoog"})}), {"r", "s", "elders"}),
    ],
)
def test_only_routes_that_a_guarantee_may_choose_are_changed(
    selector: Selector, chosen: set[str]
) -> None:
    made = content(Promise.AGAINST, selector)
    [kept] = mended(made)

    changed = {n for n, each in kept.routes.items() if each != made.routes[n]}
    assert changed == chosen
