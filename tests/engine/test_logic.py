import pytest
from builders import (
    Spec,
    both,
    clause,
    concept,
    condition,
    either,
    items,
    view,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import walks

from vpwijzer.engine.logic import (
    Truth,
    View,
    all_of,
    any_of,
    clauses_in,
    deciding,
    holds,
    is_in_play,
    questions_read,
    truth_of,
    unsettled,
    weigh,
)
from vpwijzer.engine.walk import Walk
from vpwijzer.model import Answer

TRUE, UNKNOWN, FALSE = Truth.TRUE, Truth.UNKNOWN, Truth.FALSE


@pytest.mark.parametrize(
    ("given_answer", "truth"),
    [
        ("a", TRUE),
        ("b", FALSE),
        ("b, c", FALSE),
        ("a, c", TRUE),
        ("onbekend", UNKNOWN),
        ("b, onbekend", UNKNOWN),
        ("a, onbekend", TRUE),
    ],
)
def test_clause_holds_when_the_answer_meets_its_values(
    given_answer: str, truth: Truth
) -> None:
    assert weigh(clause("x: a"), view(x=given_answer)) is truth


def test_one_of_the_listed_values_is_enough() -> None:
    assert weigh(clause("x: a, b"), view(x="b")) is TRUE


def test_fact_that_was_not_asked_may_still_come_while_it_runs() -> None:
    assert holds(condition("x: a"), view()) is UNKNOWN


def test_fact_that_was_never_asked_does_not_hold_when_it_is_over() -> None:
    assert holds(condition("x: a"), view(over=True)) is FALSE


def test_unknown_fact_stays_unknown_when_it_is_over() -> None:
    assert holds(condition("x: a"), view(over=True, x="onbekend")) is UNKNOWN


@pytest.mark.parametrize(
    ("given_answer", "truth"),
    [("onbekend", TRUE), ("a", TRUE), ("b", FALSE), ("b, onbekend", UNKNOWN)],
)
def test_listed_unknown_matches_weet_ik_niet_only(
    given_answer: str, truth: Truth
) -> None:
    assert weigh(clause("x: a, onbekend"), view(x=given_answer)) is truth


@pytest.mark.parametrize(("over", "truth"), [(False, UNKNOWN), (True, FALSE)])
def test_listed_unknown_does_not_match_a_question_that_was_not_asked(
    over: bool,  # noqa: FBT001 - a parameter of the table
    truth: Truth,
) -> None:
    assert holds(condition("x: onbekend"), view(over=over)) is truth


@pytest.mark.parametrize(
    ("x", "y", "every", "some"),
    [
        ("a", "a", TRUE, TRUE),
        ("a", "onbekend", UNKNOWN, TRUE),
        ("a", "b", FALSE, TRUE),
        ("onbekend", "onbekend", UNKNOWN, UNKNOWN),
        ("onbekend", "b", FALSE, UNKNOWN),
        ("b", "b", FALSE, FALSE),
    ],
)
def test_items_combine_over_three_values(
    x: str, y: str, every: Truth, some: Truth
) -> None:
    known = view(x=x, y=y)

    assert all_of(items(["x: a", "y: a"]), known) is every
    assert weigh(both("x: a", "y: a"), known) is every
    assert any_of(items(["x: a", "y: a"]), known) is some
    assert weigh(either("x: a", "y: a"), known) is some


def test_condition_without_items_holds() -> None:
    assert holds(condition(), view()) is TRUE


@pytest.mark.parametrize(
    ("x", "truth"), [("a", FALSE), ("onbekend", UNKNOWN), ("b", TRUE)]
)
def test_exception_blocks_when_it_holds(x: str, truth: Truth) -> None:
    assert holds(condition(unless="x: a"), view(x=x)) is truth


def test_any_one_exception_blocks() -> None:
    unless = condition(unless=["x: a", "y: a"])

    assert holds(unless, view(x="onbekend", y="a")) is FALSE


def test_exception_with_two_facts_blocks_only_when_both_hold() -> None:
    unless = condition(unless=both("x: a", "y: a"))

    assert holds(unless, view(x="a", y="b")) is TRUE


def test_failed_condition_is_false_even_while_others_are_unknown() -> None:
    assert holds(condition(["x: a", "y: a"]), view(x="b")) is FALSE
    assert holds(condition("x: a", unless="y: a"), view(y="a")) is FALSE


def test_exception_that_was_never_asked_does_not_block() -> None:
    assert holds(condition("x: a", unless="y: a"), view(over=True, x="a")) is TRUE


@pytest.mark.parametrize(
    ("x", "yes", "no"),
    [("a", TRUE, FALSE), ("onbekend", UNKNOWN, UNKNOWN), ("b", FALSE, TRUE)],
)
def test_concept_is_a_fact_with_the_values_yes_and_no(
    x: str, yes: Truth, no: Truth
) -> None:
    known = view(concept("c", "x: a"), x=x)

    assert weigh(clause("c: ja"), known) is yes
    assert weigh(clause("c: nee"), known) is no


def test_concept_may_rest_on_another() -> None:
    known = view(concept("c", "d: ja"), concept("d", "x: a"), x="a")

    assert weigh(clause("c: ja"), known) is TRUE


@pytest.mark.parametrize("value", ["ja", "nee"])
def test_concept_that_rests_on_a_fact_never_asked_is_neither_yes_nor_no(
    value: str,
) -> None:
    known = view(concept("c", "x: a"), over=True)

    assert holds(condition(f"c: {value}"), known) is FALSE


@pytest.mark.parametrize(("over", "truth"), [(False, UNKNOWN), (True, None)])
def test_value_of_a_concept_that_rests_on_a_fact_not_asked(
    over: bool,  # noqa: FBT001 - a parameter of the table
    truth: Truth | None,
) -> None:
    c = concept("c", ["x: a", "y: a"])

    assert truth_of(c, view(c, over=over, x="a")) is truth


def test_concept_is_settled_by_what_was_asked() -> None:
    c = concept("c", ["x: a", "y: a"])

    assert truth_of(c, view(c, over=True, x="b")) is FALSE


def test_exception_of_a_concept_that_was_never_asked_does_not_block() -> None:
    c = concept("c", "x: a", unless="y: a")

    assert truth_of(c, view(c, over=True, x="a")) is TRUE


def test_condition_on_a_fact_never_asked_is_not_in_play() -> None:
    assert not is_in_play(condition("x: a"), view(over=True))


def test_condition_on_a_concept_over_a_fact_never_asked_is_not_in_play() -> None:
    assert not is_in_play(condition("c: ja"), view(concept("c", "x: a"), over=True))


@pytest.mark.parametrize("y", ["a", "onbekend"])
def test_one_fact_never_asked_keeps_the_condition_out_of_play(y: str) -> None:
    assert not is_in_play(condition(["x: a", "y: a"]), view(over=True, y=y))


def test_condition_that_fails_on_a_fact_that_was_asked_is_in_play() -> None:
    assert is_in_play(condition(["x: a", "y: a"]), view(over=True, y="b"))


def test_condition_with_an_alternative_that_was_asked_is_in_play() -> None:
    alternatives = condition(either("x: a", "y: a"))

    assert is_in_play(alternatives, view(over=True, y="onbekend"))


def test_condition_whose_exception_was_never_asked_is_in_play() -> None:
    assert is_in_play(condition(unless="x: a"), view(over=True))


def test_everything_is_in_play_while_it_runs() -> None:
    assert is_in_play(condition("x: a"), view())


def test_exception_on_a_concept_that_holds_is_in_play() -> None:
    # The concept's own exception was never asked, so the concept simply holds.
    known = view(concept("c", "x: a", unless="y: a"), over=True, x="a")

    assert is_in_play(condition(unless="c: ja"), known)
    assert is_in_play(condition("c: nee"), known)


@pytest.mark.parametrize(
    ("item", "decided"),
    [
        (clause("x: a"), ["x"]),
        (both("x: a", "y: a", "z: a"), ["y"]),
        (either("x: a", "y: a", "z: a"), ["x", "z"]),
        (either(both("x: a", "y: a"), "z: a"), ["z"]),
    ],
)
def test_deciding_clauses_are_those_that_made_the_item_so(
    item: Spec, decided: list[str]
) -> None:
    known = view(x="a", y="b", z="a")

    assert [c.fact for c in deciding(items(item)[0], known)] == decided


def test_clauses_are_found_however_deep() -> None:
    nested = items([either(both("x: a", "y: a"), "z: a"), "x: b"])

    assert [c.fact for c in clauses_in(nested)] == ["x", "y", "z", "x"]


def test_questions_are_read_through_concepts_and_their_exceptions() -> None:
    known = view(concept("c", "d: ja"), concept("d", "x: a", unless="y: a"))

    assert list(questions_read(items(["z: a", "c: ja"]), known.concepts)) == [
        "z",
        "x",
        "y",
    ]


def test_unsettled_are_the_questions_that_would_settle_it() -> None:
    open_items = items([either("w: a", both("x: a", "y: a")), "z: a"])
    known = view(w="b", x="a", z="a")

    assert list(unsettled(open_items, known)) == ["y"]


def test_unsettled_looks_through_concepts() -> None:
    c = concept("c", ["x: a", "y: a"], unless="z: a")

    assert list(unsettled(items("c: ja"), view(c, x="a", y="onbekend"))) == ["y", "z"]


def test_what_was_never_asked_cannot_be_settled_any_more() -> None:
    open_items = items(either("x: a", "y: a"))

    assert list(unsettled(open_items, view(over=True, x="onbekend"))) == ["x"]


@settings(deadline=None, max_examples=60)
@given(walks(), st.data())
def test_knowing_more_never_reverses_what_holds(
    walk: Walk, data: st.DataObject
) -> None:
    library, more = walk.setting.library, walk.progress.facts
    less = {
        name: data.draw(_less_of(answer))
        for name, answer in more.items()
        if data.draw(st.booleans())
    }

    for route in library.routes.values():
        before, after = (
            holds(route.condition, View(known, library.concepts, over=False))
            for known in (less, more)
        )
        assert before in {UNKNOWN, after}


def _less_of(answer: Answer) -> st.SearchStrategy[Answer]:
    if not answer.options:
        return st.just(answer)
    fewer = st.frozensets(st.sampled_from(sorted(answer.options)))
    return st.just(answer) | fewer.map(lambda some: Answer(some, more=True))


@settings(deadline=None, max_examples=60)
@given(walks())
def test_the_end_never_reverses_what_holds(walk: Walk) -> None:
    library, known = walk.setting.library, walk.progress.facts

    for route in library.routes.values():
        running, over = (
            holds(route.condition, View(known, library.concepts, over=over))
            for over in (False, True)
        )
        assert running in {UNKNOWN, over}
