from dataclasses import replace

import pytest
from builders import (
    AT,
    answer,
    caution,
    condition,
    consequence,
    library,
    question,
    route,
    scenario,
    tree,
    walk,
)

from vpwijzer.checks.guarantee import broken, check_guarantees
from vpwijzer.engine.walk import Walk
from vpwijzer.model import Asked, Guarantee, Library, Promise, Selector


def promising(
    promise: Promise, *routes: str, when: str = "", trees: tuple[str, ...] = ()
) -> Guarantee:
    premise = condition(when or ())
    return Guarantee("g", "g", trees, premise, (promise, Selector(routes)), AT)


def asking(question: str, before: str = "", route: str = "") -> Guarantee:
    return Guarantee("g", "g", (), condition(), Asked(question, before, route), AT)


def content(*guarantees: Guarantee) -> Library:
    """Three questions; a way for each answer to the first, one advised against."""
    made = library(
        tree("t", question("x"), question("y", when="x: a"), question("z")),
        route("always", effects=(consequence("licht"),)),
        route("only-a", when="x: a", first="x: a"),
        route("only-b", when="x: b"),
        route("against", cautions=(caution("x: a", against=True),)),
    )
    return replace(made, guarantees={each.id: each for each in guarantees})


def with_a(made: Library) -> Walk:
    return walk(made, x="a", y="a", z="a")


def is_broken(guarantee: Guarantee) -> bool:
    made = content(guarantee)
    return broken(made, with_a(made)) == (guarantee,)


@pytest.mark.parametrize(
    ("promise", "kept", "not_kept"),
    [
        (Promise.FIRST, ["only-a"], ["always"]),
        (Promise.APPLIES, ["always", "against"], ["always", "only-b"]),
        (Promise.APPLIES_FREELY, ["always"], ["always", "against"]),
        (Promise.VISIBLE, ["always"], ["only-b"]),
        (Promise.FIRST_SCREEN, ["only-a", "always"], ["always", "against"]),
        (Promise.CLOSED, ["only-b", "unknown"], ["always"]),
        (Promise.WARNED, ["against", "only-b"], ["always"]),
        (Promise.AGAINST, ["against", "only-b"], ["always"]),
        (Promise.ONE_APPLIES, ["only-b", "against"], ["only-b"]),
        (Promise.ONE_APPLIES_FREELY, ["against", "always"], ["against"]),
        (Promise.ONE_VISIBLE, ["only-b", "always"], ["only-b"]),
        (Promise.NEVER_TOGETHER, ["always", "only-b"], ["always", "only-a"]),
    ],
)
def test_promise_is_kept_or_broken(
    promise: Promise, kept: list[str], not_kept: list[str]
) -> None:
    assert not is_broken(promising(promise, *kept))
    assert is_broken(promising(promise, *not_kept))


FRONT = [
    pytest.param("een", "", True, id="stands first"),
    pytest.param("een twee", "", True, id="together in front"),
    pytest.param("twee", "", False, id="another before it"),
    pytest.param("twee", "een", True, id="only one before it that may"),
    pytest.param("drie", "een", False, id="another before it that may not"),
    pytest.param("een drie", "", False, id="another between them"),
    pytest.param("een drie", "twee", True, id="one between them that may"),
    pytest.param("vier", "een twee drie", False, id="no priority here"),
    pytest.param("elders", "", False, id="not in the outcome"),
]


@pytest.mark.parametrize(("routes", "after", "kept"), FRONT)
def test_in_front_is_before_every_other_route(
    routes: str,
    after: str,
    kept: bool,  # noqa: FBT001 - a parameter of the table
) -> None:
    made = library(
        tree("t", question("x"), question("wens")),
        route("een", when="wens: b", first=()),
        route("twee", first=()),
        route("drie", first=(), fits="wens: a"),
        route("vier", first="x: b"),
        route("vijf", when="x: b", first=()),
    )
    selector = Selector(tuple(routes.split()), after=tuple(after.split()))
    guarantee = Guarantee("g", "g", (), condition(), (Promise.FIRST, selector), AT)
    made = replace(made, guarantees={"g": guarantee})

    assert (broken(made, walk(made, x="a", wens="onbekend")) == ()) is kept


def test_guarantee_says_nothing_where_its_premise_does_not_hold() -> None:
    assert not is_broken(promising(Promise.APPLIES, "only-b", when="x: b"))
    assert is_broken(promising(Promise.APPLIES, "only-b", when="x: a"))


def test_guarantee_says_nothing_where_its_trees_are_not_walked() -> None:
    assert not is_broken(promising(Promise.APPLIES, "only-b", trees=("other",)))
    assert is_broken(promising(Promise.APPLIES, "only-b", trees=("t",)))


def test_way_that_is_only_maybe_warned_about_breaks_the_promise_to_warn() -> None:
    made = content(promising(Promise.WARNED, "against"))

    assert broken(made, walk(made, x="onbekend", y="a", z="a"))


@pytest.mark.parametrize(
    ("selector", "count"),
    [
        (Selector(tracks=("spoor",)), 1),
        (Selector(tracks=("elders",)), 0),
        (Selector(trees=("t",)), 1),
        (Selector(trees=("elders",)), 0),
        (Selector(levels={"regie": frozenset({"hoog"})}), 1),
        (Selector(levels={"regie": frozenset({"laag"})}), 0),
    ],
)
def test_selector_takes_every_way_of_a_tree_track_or_level(
    selector: Selector, count: int
) -> None:
    made = library(
        tree("t", question("x")),
        route("r", effects=(consequence("licht"),)),
        route("s", when="x: b", effects=(consequence("licht"),)),
    )
    promise = (Promise.APPLIES, selector)
    guarantee = Guarantee("g", "g", (), condition(), promise, AT)
    made = replace(made, guarantees={"g": guarantee})

    assert len(broken(made, walk(made, x="a"))) == count


def test_question_must_come_before_another() -> None:
    assert not is_broken(asking("x", before="y"))
    assert is_broken(asking("z", before="y"))


def test_question_need_not_come_before_one_that_is_not_asked() -> None:
    made = content(asking("z", before="y"))

    assert broken(made, walk(made, x="b", z="a")) == ()


def test_question_must_be_asked_when_a_way_can_be_seen() -> None:
    made = content(asking("y", route="only-b"))

    assert broken(made, walk(made, x="b", z="a"))
    assert broken(made, with_a(made)) == ()


def test_question_that_was_asked_is_enough_for_a_way() -> None:
    assert not is_broken(asking("y", route="only-a"))


def test_scenario_that_breaks_a_guarantee_is_reported() -> None:
    made = content(promising(Promise.APPLIES, "only-b"))
    case = scenario(x="a", y="a", z="a")

    [finding] = check_guarantees(made, [case])

    assert finding.code == "waarborg-geschonden"
    assert finding.at == AT


def test_scenario_that_does_not_end_says_nothing_about_guarantees() -> None:
    made = content(promising(Promise.APPLIES, "only-b"))
    wrong = replace(scenario(x="a"), answers={"x": answer("c")})

    assert list(check_guarantees(made, [scenario(x="a"), wrong])) == []
