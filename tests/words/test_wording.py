"""Conditions and answers in words a person can read."""

from dataclasses import replace

import pytest
from builders import (
    Spec,
    answer,
    both,
    concept,
    condition,
    either,
    follow,
    library,
    question,
    route,
    tree,
    walk,
)

from vpwijzer.engine.outcome import decide
from vpwijzer.engine.walk import Walk
from vpwijzer.model import Library, Route
from vpwijzer.words.wording import DONT_KNOW, Wording


def content() -> Library:
    return library(
        tree("t", question("x", "a", "b", several=True), question("y", "a", "b")),
        replace(concept("c", when="x: a"), title="Iets ergs"),
        route("r", when=("x: a", "y: b")),
    )


WORDING = Wording(content())


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("a", "a"),
        ("b, a", "a; b"),
        ("a, onbekend", "a (en misschien meer)"),
        ("onbekend", DONT_KNOW),
    ],
)
def test_answer_is_given_in_the_words_of_its_options(given: str, words: str) -> None:
    asked = content().trees["t"].questions[0]

    assert WORDING.answer(asked, answer(given)) == words


def test_fact_is_a_question_with_its_answer() -> None:
    assert WORDING.fact("y", answer("b")) == "y? b"


@pytest.mark.parametrize(
    ("when", "unless", "words"),
    [
        ("x: a", (), "“x?” → “a”"),
        ("x: b, a", (), "“x?” → “a” of “b”"),
        ("x: a, onbekend", (), "“x?” → “a” of “Weet ik niet”"),
        ("c: ja", (), "iets ergs"),
        ("c: nee", (), "niet: iets ergs"),
        (("x: a", "y: b"), (), "“x?” → “a” én “y?” → “b”"),
        ([either("x: a", "y: b")], (), "“x?” → “a” óf “y?” → “b”"),
        ([both("x: a", "y: b")], (), "“x?” → “a” én “y?” → “b”"),
        ("x: a", "y: b", "“x?” → “a”, tenzij “y?” → “b”"),
        ((), "y: b", "niet: “y?” → “b”"),
        ((), ("x: a", "y: b"), "niet: “x?” → “a” óf “y?” → “b”"),
        ((), (), ""),
    ],
)
def test_condition_reads_as_one_phrase(when: Spec, unless: Spec, words: str) -> None:
    assert WORDING.condition(condition(when, unless)) == words


def test_brackets_keep_apart_what_belongs_together() -> None:
    when: Spec = ["c: ja", either("x: a", both("x: b", "y: a"))]
    unless: Spec = [both("x: a", "y: b"), "y: a"]

    assert WORDING.condition(condition(when, unless)) == (
        "iets ergs én (“x?” → “a” óf (“x?” → “b” én “y?” → “a”)), "
        "tenzij (“x?” → “a” én “y?” → “b”) óf “y?” → “a”"
    )


def reasons(made: Walk, name: str = "r") -> list[str]:
    wording = Wording(made.setting.library)
    ruling = next(r for r in decide(made).rulings if r.route.id == name)
    return wording.reasons(ruling, made.view)


def ruled(way: Route, **answers: str) -> Walk:
    asked = question("x", "a", "b", "c", several=True), question("y", "a", "b")
    serious = replace(concept("c", when="x: a", unless="y: a"), title="Iets ergs")
    worse = replace(concept("d", when="c: ja"), title="Nog erger")
    return walk(library(tree("t", *asked), serious, worse, way), **answers)


def test_reasons_say_which_answers_decided_once() -> None:
    made = ruled(route("r", when=("x: a, b", "y: b", "x: b, a")), x="a, c", y="b")

    assert reasons(made) == ["“x?” → “a”", "“y?” → “b”"]


def test_closed_route_says_what_was_answered_and_what_it_needs() -> None:
    made = ruled(route("r", when="x: a, b"), x="c", y="b")

    assert reasons(made) == ["“x?” → “c”. Nodig is: “a” of “b”"]


def test_choice_between_answers_is_named_as_one() -> None:
    made = ruled(route("r", when=[either("x: a", "y: a"), "x: b"]), x="c", y="b")

    assert reasons(made) == [
        "“x?” → “c”; “y?” → “b”. Nodig is: “x?” → “a” óf “y?” → “a”",
        "“x?” → “c”. Nodig is: “b”",
    ]


def test_route_closed_by_an_exception_says_which_answer_made_it() -> None:
    made = ruled(route("r", unless="x: a"), x="a, c", y="b")

    assert reasons(made) == ["“x?” → “a”"]


@pytest.mark.parametrize(
    ("when", "given", "words"),
    [
        ("c: ja", "a", "Iets ergs (“x?” → “a”)"),
        ("c: ja", "b", "Nodig is: iets ergs (“x?” → “b”)"),
        ("c: nee", "b", "Niet: iets ergs (“x?” → “b”)"),
        ("c: nee", "a", "Nodig is: niet: iets ergs (“x?” → “a”)"),
        ("d: ja", "a", "Nog erger (“x?” → “a”)"),
    ],
)
def test_concept_names_the_answers_it_rests_on(
    when: str, given: str, words: str
) -> None:
    assert reasons(ruled(route("r", when=when), x=given, y="b")) == [words]


def test_concept_that_rests_on_no_answer_stands_alone() -> None:
    content = library(tree("t"), concept("c"), route("r", when="c: ja"))

    assert reasons(walk(content)) == ["C"]


def test_other_answers_read_as_one_condition() -> None:
    words = WORDING.answers({"x": answer("a, b"), "y": answer("b")})

    assert words == "“x?” → “a; b” én “y?” → “b”"


def test_question_that_was_not_asked_is_named_as_such() -> None:
    asked = question("x"), question("y", when="x: b")
    made = walk(library(tree("t", *asked), route("r", when="y: a")), x="a")
    (open_before,) = decide(walk(made.setting.library)).rulings

    words = Wording(made.setting.library).reasons(open_before, made.view)

    assert words == ["“y?” → niet gevraagd"]


def test_route_that_asks_nothing_names_the_answers_that_led_to_its_tree() -> None:
    first = tree("t", question("x", "a", "b"), then=[follow("u", "x: a")])
    made = library(first, tree("u", question("y")), route("r", trees="u"))

    assert reasons(walk(made, x="a", y="a")) == ["“x?” → “a”"]


def test_route_to_which_no_answer_led_is_always_there() -> None:
    made = ruled(route("r"), x="a", y="b")

    assert reasons(made) == ["Dit past bij elk antwoord."]


def test_route_that_fits_a_wish_names_it() -> None:
    made = ruled(route("r", when="x: a", fits=["y: a", "y: b"]), x="a", y="b")

    assert reasons(made) == ["“x?” → “a”", "Past bij “y?” → “b”"]


def test_answer_that_opens_a_route_is_not_named_again_as_a_wish() -> None:
    made = ruled(route("r", when="x: a", fits=["x: a", "y: b"]), x="a", y="b")

    assert reasons(made) == ["“x?” → “a”", "Past bij “y?” → “b”"]


def test_open_route_names_the_questions_that_settle_it() -> None:
    (ruling,) = decide(walk(content(), x="onbekend", y="onbekend")).rulings

    assert WORDING.settled_by(ruling) == ["x?", "y?"]
