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
    library,
    question,
    route,
    tree,
    walk,
)

from vpwijzer.model import Library
from vpwijzer.outcome import decide
from vpwijzer.wording import DONT_KNOW, Wording


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
        ("b, a", "a, b"),
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


def test_reasons_say_which_answers_decided_once() -> None:
    (ruling,) = decide(walk(content(), x="a", y="b")).rulings

    assert WORDING.reasons(ruling) == ["“x?” → “a”", "“y?” → “b”"]


def test_open_route_names_the_questions_that_settle_it() -> None:
    (ruling,) = decide(walk(content(), x="onbekend", y="onbekend")).rulings

    assert WORDING.settled_by(ruling) == ["x?", "y?"]
