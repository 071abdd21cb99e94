"""What is settled after an outcome, as a value."""

from dataclasses import replace

import pytest
from builders import (
    AT,
    TODAY,
    caution,
    condition,
    library,
    option,
    question,
    route,
    tree,
    walk,
)

from vpwijzer.engine.closing import Agreed, belongs, ready
from vpwijzer.engine.outcome import decide
from vpwijzer.engine.walk import Walk
from vpwijzer.model import ALWAYS, Closing, Condition, Question, Seat

A, B, NONE = frozenset("a"), frozenset("b"), frozenset[str]()


def closing(
    *questions: Question, trees: tuple[str, ...] = (), when: Condition = ALWAYS
) -> Closing:
    return Closing(
        Seat.ADVISER, "Slot", (), questions, TODAY, AT, trees=trees, condition=when
    )


def ways(name: str) -> Question:
    return replace(question(name), options=())


def names(agreed: Agreed) -> list[str]:
    return [each.id for each in agreed.asked]


def over(**answers: str) -> Walk:
    content = library(
        tree("t", question("x")), route("r", when="x: a"), route("s", when="x: b")
    )
    return walk(content, **answers)


def made_ready(content: Closing, made: Walk) -> Closing:
    return ready(content, made, decide(made), "liever niet")


@pytest.mark.parametrize(
    ("chosen", "asked"),
    [
        ({}, ["p", "r"]),
        ({"p": NONE}, ["p", "r"]),
        ({"p": B}, ["p", "r"]),
        ({"p": A}, ["p", "q", "r"]),
    ],
)
def test_question_is_asked_only_when_its_condition_holds(
    chosen: dict[str, frozenset[str]], asked: list[str]
) -> None:
    questions = question("p"), question("q", when="p: a"), question("r")

    assert names(Agreed(closing(*questions), chosen)) == asked


def test_choice_that_became_pointless_is_not_used() -> None:
    chain = question("p"), question("q", when="p: a"), question("r", when="q: a")
    agreed = Agreed(closing(*chain), {"p": A, "q": A})

    assert names(agreed) == ["p", "q", "r"]
    assert names(agreed.choose(chain[0], B)) == ["p"]
    assert names(agreed.choose(chain[0], B).choose(chain[0], A)) == ["p", "q", "r"]


def test_choices_stand_in_the_order_of_the_question() -> None:
    asked = question("p", "a", "b", "c", several=True)
    agreed = Agreed(closing(asked)).choose(asked, frozenset("ca"))

    assert [each.id for each in agreed.choices(asked)] == ["a", "c"]


def test_ways_of_the_outcome_are_offered_and_not_what_fell_off() -> None:
    [filled] = made_ready(closing(ways("w")), over(x="a")).questions

    assert [(each.id, each.text) for each in filled.options] == [("r", "r")]


def test_way_that_is_advised_against_says_so() -> None:
    warned = route("r", cautions=(caution("x: a", against=True),))
    made = walk(library(tree("t", question("x")), warned, route("s")), x="a")

    [filled] = made_ready(closing(ways("w")), made).questions

    said = {each.id: each.explanation for each in filled.options}
    assert said == {"r": "liever niet", "s": ""}


def test_nobody_is_offered_to_tell_whom_it_is_about() -> None:
    boss = replace(option("boss"), condition=condition(unless="x: a"))
    asked = closing(question("tell", boss, "nobody"))

    def offered(answer: str) -> list[str]:
        [tell] = made_ready(asked, over(x=answer)).questions
        return [each.id for each in tell.options]

    assert offered("a") == ["nobody"]
    assert offered("b") == ["boss", "nobody"]


def test_question_about_ways_falls_away_where_there_are_none() -> None:
    content = library(tree("t"), route("r", when="x: a"))

    filled = made_ready(closing(ways("w"), question("p")), walk(content))

    assert [each.id for each in filled.questions] == ["p"]


def test_way_that_fell_off_later_is_chosen_no_more() -> None:
    content = closing(ways("w"), question("p", when="w: r"))
    before = Agreed(made_ready(content, over(x="a")), {"w": frozenset("r")})
    after = Agreed(made_ready(content, over(x="b")), before.chosen)

    assert names(before) == ["w", "p"]
    assert names(after) == ["w"]
    assert after.choices(after.asked[0]) == ()


@pytest.mark.parametrize(
    "made",
    [
        closing(),
        closing(trees=("t", "u")),
        closing(when=condition("x: a")),
        closing(when=condition(unless="never-asked: a")),
    ],
)
def test_closing_belongs_to_a_conversation_that_went_its_way(made: Closing) -> None:
    assert belongs(made, over(x="a"))


@pytest.mark.parametrize(
    "made",
    [
        closing(trees=("u",)),
        closing(when=condition("x: b")),
        closing(when=condition(unless="x: a")),
    ],
)
def test_closing_is_not_for_a_conversation_that_went_another_way(
    made: Closing,
) -> None:
    assert not belongs(made, over(x="a"))


def test_who_does_not_know_gets_the_closing_all_the_same() -> None:
    assert belongs(closing(when=condition(unless="x: a")), over(x="onbekend"))
