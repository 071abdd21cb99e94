from dataclasses import replace

import pytest
from builders import (
    AT,
    caution,
    clock,
    concept,
    facts,
    follow,
    library,
    option,
    place,
    question,
    route,
    scenario,
    tree,
)

from vpwijzer.engine.outcome import decide
from vpwijzer.engine.scenario import (
    NotAnsweredError,
    answer_hint,
    brief,
    check_all,
    check_scenario,
    play,
    refined,
)
from vpwijzer.engine.walk import AnswerError
from vpwijzer.model import Library, Scenario, Seat

CONTENT = library(
    tree("t", question("x"), question("y", when="x: a")),
    tree("u"),
    concept("begrip", "x: a"),
    route("past", when="x: a"),
    route("open", when="y: a"),
    route("dicht", when="x: b"),
    route("elders", trees="u"),
    route("spoed", when="x: a", first="x: a"),
    route("riskant", when="x: a", cautions=(caution("x: a", against=True),)),
    clock("loopt", "past", when="x: a"),
    clock("misschien", "past", when="y: a"),
)


def messages(case: Scenario, content: Library = CONTENT) -> list[str]:
    return [finding.message for finding in check_scenario(content, case)]


# Playing


def test_every_answer_of_a_case_is_given() -> None:
    played = play(CONTENT, scenario(x="a", y="b"), rest_unknown=False)

    assert played.walk.progress.facts == facts(x="a", y="b")
    assert played.outcome == decide(played.walk)
    assert (played.unused, played.unanswered) == ((), ())


def test_question_without_an_answer_stops_a_case() -> None:
    with pytest.raises(NotAnsweredError, match="y") as caught:
        play(CONTENT, scenario(x="a"), rest_unknown=False)

    assert caught.value.question.id == "y"


def test_rest_of_a_case_may_be_unknown() -> None:
    played = play(CONTENT, scenario(x="a"), rest_unknown=True)

    assert played.walk.progress.facts == facts(x="a", y="onbekend")
    assert played.unanswered == ("y",)


def test_question_that_must_be_answered_is_not_left_unknown() -> None:
    content = library(tree("t", question("x", unknown=False)))

    with pytest.raises(NotAnsweredError):
        play(content, scenario(), rest_unknown=True)


def test_answer_to_a_question_that_was_not_asked_is_unused() -> None:
    played = play(CONTENT, scenario(x="b", y="a"), rest_unknown=False)

    assert played.unused == ("y",)
    assert played.walk.progress.facts == facts(x="b")


def test_answer_that_does_not_fit_is_refused() -> None:
    with pytest.raises(AnswerError):
        play(CONTENT, scenario(x="c"), rest_unknown=False)


def test_case_is_played_from_its_seat() -> None:
    who = question("wie", option("vp", seat=Seat.ADVISER), "ander")

    played = play(
        library(tree("t", who)), scenario(seat=Seat.ADVISER), rest_unknown=False
    )

    assert played.walk.progress.facts == facts(wie="vp")


def test_what_an_organisation_knows_is_not_asked_in_a_case() -> None:
    played = play(CONTENT, scenario(), rest_unknown=False, known=facts(x="b"))

    assert played.walk.is_over


def test_answer_to_what_was_known_already_is_unused() -> None:
    case = scenario(x="a")

    assert play(CONTENT, case, rest_unknown=False, known=facts(x="b")).unused == ("x",)


# Expectations


EVERYTHING = {
    "past": "past, riskant",
    "open": "open",
    "dicht": "dicht",
    "niet-genoemd": "elders",
    "vooraan": "spoed",
    "afgeraden": "riskant",
    "bomen": "t",
    "klokken": "loopt",
    "begrippen": "begrip",
}


def test_case_that_comes_out_gives_no_findings() -> None:
    assert messages(scenario(EVERYTHING, x="a", y="onbekend")) == []


@pytest.mark.parametrize(
    ("heading", "name", "message"),
    [
        ("past", "open", "de route 'open' past niet"),
        ("past", "elders", "de route 'elders' past niet"),
        ("open", "past", "de route 'past' is niet open"),
        ("dicht", "open", "de route 'open' valt niet af"),
        ("niet-genoemd", "past", "de route 'past' wordt toch genoemd"),
        ("vooraan", "past", "de route 'past' staat niet vooraan"),
        ("vooraan", "elders", "de route 'elders' staat niet vooraan"),
        ("eerste-scherm", "open", "de route 'open' staat niet op het eerste scherm"),
        ("afgeraden", "past", "de route 'past' wordt niet afgeraden"),
        ("afgeraden", "elders", "de route 'elders' wordt niet afgeraden"),
        ("bomen", "u", "de boom 'u' wordt niet gelopen"),
        ("klokken", "misschien", "de klok 'misschien' loopt niet"),
    ],
)
def test_expectation_that_does_not_come_out_stands_on_its_line(
    heading: str, name: str, message: str
) -> None:
    case = scenario({heading: name}, x="a", y="onbekend")

    (found,) = check_scenario(CONTENT, case)

    assert (found.code, found.message, found.at) == ("verwachting", message, place(21))


@pytest.mark.parametrize("x", ["b", "onbekend"])
def test_concept_that_is_not_surely_so_does_not_come_out(x: str) -> None:
    case = scenario({"begrippen": "begrip"}, rest_unknown=True, x=x)

    assert messages(case) == ["het begrip 'begrip' geldt niet"]


def test_every_expectation_that_does_not_come_out_is_reported() -> None:
    case = scenario({"past": "open, dicht", "bomen": "u"}, x="a", y="onbekend")

    assert len(messages(case)) == 3


@pytest.mark.parametrize(
    ("heading", "name", "hint"),
    [
        ("open", "past", "de route past door x"),
        ("past", "open", "de route is open door y"),
        ("past", "dicht", "de route valt af door x"),
        ("open", "riskant", "de route past, afgeraden door x"),
        ("past", "elders", "verbeter de verwachting of de inhoud"),
    ],
)
def test_hint_says_what_came_out_instead(heading: str, name: str, hint: str) -> None:
    case = scenario({heading: name}, x="a", y="onbekend")

    (found,) = check_scenario(CONTENT, case)

    assert found.hint == hint


def test_hint_for_a_route_without_a_condition_names_no_facts() -> None:
    content = library(tree("t"), route("r"))

    (found,) = check_scenario(content, scenario({"open": "r"}))

    assert found.hint == "de route past"


# Cases that cannot be played


def test_case_with_an_answer_missing_is_reported_at_the_answer_before_it() -> None:
    (found,) = check_scenario(CONTENT, scenario(x="a"))

    assert (found.code, found.at) == ("geen-antwoord", place(11))
    assert "'y'" in found.message
    assert found.hint == "vul het antwoord in, of schrijf 'rest: onbekend'"


def test_hint_does_not_propose_unknown_where_that_is_no_answer() -> None:
    content = library(tree("t", question("x", unknown=False)))

    (found,) = check_scenario(content, scenario(rest_unknown=True))

    assert found.hint == "vul het antwoord in"


def test_answer_that_does_not_fit_is_reported_on_its_line() -> None:
    (found,) = check_scenario(CONTENT, scenario(x="a", y="c"))

    assert (found.code, found.at) == ("verkeerd-antwoord", place(12))
    assert found.hint == "kies er één uit: a, b, of 'onbekend'"


def test_answer_without_a_place_is_reported_on_the_first_line() -> None:
    case = replace(scenario(x="c"), answer_places={})

    (found,) = check_scenario(CONTENT, case)

    assert found.at == AT


def test_answer_that_is_not_used_is_reported_on_its_line() -> None:
    (found,) = check_scenario(CONTENT, scenario(x="b", y="a"))

    assert (found.code, found.at) == ("antwoord-niet-gebruikt", place(12))
    assert "'y'" in found.message


def test_unused_answer_without_a_place_is_reported_on_the_first_line() -> None:
    case = replace(scenario(x="b", y="a"), answer_places={})

    (found,) = check_scenario(CONTENT, case)

    assert found.at == AT


def test_every_case_is_checked() -> None:
    cases = [scenario(x="b"), scenario(x="c"), scenario()]

    assert [found.code for found in check_all(CONTENT, cases)] == [
        "verkeerd-antwoord",
        "geen-antwoord",
    ]


def test_hint_tells_how_many_options_may_be_chosen() -> None:
    several = question("x", "a", "b", several=True, unknown=False)

    assert answer_hint(several) == "kies één of meer uit: a, b"


def test_hint_tells_which_option_stands_alone() -> None:
    several = question("x", "a", option("geen", alone=True), several=True)

    assert answer_hint(several) == (
        "kies één of meer uit: a, geen, of 'onbekend'; "
        "'geen' gaat niet samen met een andere keuze"
    )


def test_what_a_case_answers_of_what_was_put_off_is_answered_after_the_rest() -> None:
    later = replace(question("y"), refines=True)
    first = tree("t", question("x"), later, then=[follow("u", "y: a")])
    second = tree("u", question("z"))
    made = library(
        first, second, route("r", when="x: a"), route("s", trees="u", when="z: b")
    )
    case = scenario(x="a", y="a", z="b")

    walk = refined(brief(made, case), case)

    assert walk.answers == facts(x="a", y="a", z="b")
