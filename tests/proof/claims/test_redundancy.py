"""What a route says twice: one of the two can be missed, and only that one is found."""

from dataclasses import replace

import pytest
from builders import AT, Part, caution, consequence, library, question, route, tree
from random_faults import placed

from vpwijzer.model import Consequence, Library, Track
from vpwijzer.proof import prove

HELP = Track("spoor", "spoor", "", "", is_help=True, routes=(), at=AT)
QUESTIONS = (question("x"), question("y"), question("z"))


def content(*parts: Part) -> Library:
    read = [route(f"op-{q.id}", when=f"{q.id}: a") for q in QUESTIONS]
    made = library(tree("t", *QUESTIONS), *read, route("altijd"), *parts)
    return placed(replace(made, tracks={"spoor": HELP}))


def found(made: Library) -> list[tuple[str, int]]:
    return [(each.code, each.at.line) for each in prove(made).findings]


def line(part: Consequence) -> int:
    """Give where a finding about a consequence points."""
    items = part.condition.when
    return items[0].at.line if items else part.at.line  # type: ignore[union-attr] # a clause


def effects(*options: Consequence) -> tuple[Library, tuple[Consequence, ...]]:
    made = content(route("r", effects=options))
    return made, made.routes["r"].consequences["regie"]


A, B = "zelfde", "anders"


def test_second_of_two_equal_warnings_is_found() -> None:
    made = content(route("r", cautions=(caution("x: a"), caution("x: a"))))

    [(code, at)] = found(made)

    assert code == "dubbel-gezegd"
    assert at == line(made.routes["r"].cautions[1])  # type: ignore[arg-type] # has items


def test_warning_that_a_wider_one_covers_is_found_though_it_stands_first() -> None:
    narrow, wide = caution(("x: a", "y: a")), caution("x: a")
    made = content(route("r", cautions=(narrow, wide)))

    [(_, at)] = found(made)

    assert at == line(made.routes["r"].cautions[0])  # type: ignore[arg-type] # has items


def test_warnings_of_other_weight_or_at_other_times_are_no_finding() -> None:
    heavy = caution("x: a", against=True)
    cautions = (caution("x: a"), heavy, caution("y: a"))

    assert found(content(route("r", cautions=cautions))) == []


def test_warning_that_never_shows_repeats_nothing() -> None:
    never = caution(("x: a", "x: b"))
    made = content(route("r", cautions=(caution("x: a"), never)))

    assert [code for code, _ in found(made)] == ["let-op-nooit"]


def test_consequence_that_reads_like_the_last_decides_nothing() -> None:
    made, options = effects(consequence(A, "x: a"), consequence(A))

    assert found(made) == [("dubbel-gezegd", line(options[0]))]


def test_consequence_that_keeps_another_away_decides_something() -> None:
    options = (consequence(A, "x: a"), consequence(B, "y: a"), consequence(A))

    assert found(effects(*options)[0]) == []


def test_of_three_that_cover_each_other_only_one_can_be_missed() -> None:
    first, second, third = (
        consequence(A, "x: a"),
        consequence(A, "y: a"),
        consequence(A, "z: a"),
    )
    made, options = effects(
        replace(first, condition=route("", when=("x: a", "y: a")).condition),
        replace(second, condition=route("", when="x: a").condition),
        replace(third, condition=route("", when="z: a").condition),
        consequence(B),
    )

    assert found(made) == [("dubbel-gezegd", line(options[0]))]


def test_consequence_that_never_has_its_turn_excuses_no_other() -> None:
    made, options = effects(
        consequence(A, "x: a"), consequence(A, ("x: a", "y: a")), consequence(B)
    )

    assert found(made) == [("gevolg-nooit", line(options[1]))]


def test_clause_is_idle_where_the_same_would_be_said_without_it() -> None:
    made, options = effects(
        consequence(A, ("x: a", "y: a")), consequence(A, "y: b"), consequence(B)
    )

    assert found(made) == []

    made, options = effects(
        consequence(A, ("y: a", "x: a")), consequence(A, "y: a"), consequence(B)
    )

    assert found(made) == [("dubbel-gezegd", line(options[0]))]


@pytest.mark.parametrize("text", [A, B])
def test_question_that_chooses_between_the_same_words_decides_nothing(
    text: str,
) -> None:
    made = library(
        tree("t", question("x")),
        route("r", effects=(consequence(A, "x: a"), consequence(text))),
    )
    made = placed(replace(made, tracks={"spoor": HELP}))

    expected = {"dubbel-gezegd", "vraag-zonder-gevolg"} if text == A else set()
    assert {code for code, _ in found(made)} == expected
