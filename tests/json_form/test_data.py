"""The JSON of an outcome and of a check; other programs read these keys."""

import json
from dataclasses import replace

from builders import (
    AT,
    answer,
    caution,
    clock,
    concept,
    consequence,
    follow,
    library,
    question,
    route,
    scenario,
    tree,
    walk,
)
from hypothesis import given
from hypothesis import strategies as st
from strategies import walks

from vpwijzer.engine.outcome import decide
from vpwijzer.engine.scenario import Played, play
from vpwijzer.engine.walk import Walk
from vpwijzer.json_form.data import check_data, outcome_data, played_data, to_json
from vpwijzer.model import (
    Answer,
    Aspect,
    Contact,
    ContactLink,
    FirstStep,
    Library,
    Scenario,
    Seat,
    Track,
    TrackKind,
)
from vpwijzer.model.finding import Rule, Severity
from vpwijzer.model.position import Position


def content() -> Library:
    return library(
        tree("t", question("x"), question("y", several=True), then=[follow("u")]),
        tree("u", question("z")),
        route(
            "r",
            when="x: a",
            unless="y: b",
            first="x: a",
            meant="x: a",
            fits="x: a",
            cautions=(caution("x: a", against=True), caution("y: b")),
            effects=(consequence("zo"),),
        ),
        route("s", when="x: b"),
        concept("c", when="x: a"),
        concept("d", when="y: b"),
        clock("k", "r", when="x: a"),
        clock("l", "r", when="y: b"),
    )


def played(rest: bool = True, **answers: str) -> Played:  # noqa: FBT001, FBT002 - a switch
    at = Position("spel.yaml", 1, 1)
    made = {name: answer(words) for name, words in answers.items()}
    case = Scenario("", "", "", "t", Seat.EMPLOYEE, made, {}, rest, {}, at, at)
    return play(content(), case, rest_unknown=rest)


def test_played_case_has_these_keys_in_this_order() -> None:
    data = played_data(played(x="a"))

    assert list(data) == [
        "facts",
        "prefilled",
        "walked",
        "unused_answers",
        "unanswered",
        "concepts",
        "offered_trees",
        "clocks",
        "routes",
        "screen",
    ]


def test_facts_are_options_and_whether_there_may_be_more() -> None:
    data = played_data(played(x="a", y="b, a, onbekend"))

    assert data["facts"] == {
        "x": {"options": ["a"], "more": False},
        "y": {"options": ["a", "b"], "more": True},
        "z": {"options": [], "more": True},
    }
    assert data["unanswered"] == ["z"]
    assert data["walked"] == ["t", "u"]


def test_answers_to_questions_never_asked_are_named() -> None:
    assert played_data(played(x="a", nooit="b"))["unused_answers"] == ["nooit"]


def test_route_has_everything_that_decided_it() -> None:
    routes = played_data(played(x="a", y="onbekend"))["routes"]

    assert isinstance(routes, list)
    assert routes[0] == {
        "id": "r",
        "title": "r",
        "track": "spoor",
        "tree": "t",
        "verdict": "open",
        "first": True,
        "rank": 1,
        "meant_for": True,
        "fits_wish": False,
        "advised_against": True,
        "because": [{"fact": "y", "values": ["b"], "holds": None}],
        "cautions": [
            {"severity": "afgeraden", "text": "let op", "holds": True},
            {"severity": "let-op", "text": "let op", "holds": None},
        ],
        "settled_by": ["y"],
        "consequences": {"regie": {"level": "hoog", "text": "zo"}},
    }


def test_closed_route_stays_in_the_list() -> None:
    routes = played_data(played(x="a"))["routes"]

    assert isinstance(routes, list)
    assert [(r["id"], r["verdict"], r["because"]) for r in routes[1:]] == [
        ("s", "closed", [{"fact": "x", "values": ["b"], "holds": False}])
    ]


def test_clock_tells_whether_it_runs() -> None:
    clocks = played_data(played(x="a", y="onbekend"))["clocks"]

    assert isinstance(clocks, list)
    assert clocks[0] == {
        "id": "k",
        "title": "k",
        "period": "7 dagen",
        "since": "nu",
        "text": "k",
        "routes": ["r"],
        "holds": True,
    }
    assert clocks[1]["holds"] is None


def test_concept_has_three_values() -> None:
    assert played_data(played(x="a"))["concepts"] == {"c": True, "d": None}
    assert played_data(played(x="b", y="a"))["concepts"] == {"c": False, "d": False}


def test_level_that_is_not_arranged_is_null() -> None:
    empty = library(tree("t"), route("r", effects=(consequence(""),)))

    (ruling,) = decide(walk(empty)).rulings
    data = outcome_data(decide(walk(empty)), empty)["routes"]

    assert ruling.effects["regie"].consequence.text == ""
    assert isinstance(data, list)
    assert data[0]["consequences"] == {"regie": {"level": "hoog", "text": None}}


def test_check_has_counts_and_findings() -> None:
    at = Position("a.yaml", 3, 5, 2)
    finding = Rule("code", "dit", "doe dat", Severity.WARNING).at(at)

    assert check_data(content(), [finding]) == {
        "ok": True,
        "conversations": None,
        "starts": [],
        "shares": [],
        "guarantees": [],
        "counts": {
            "trees": 2,
            "questions": 3,
            "routes": 2,
            "concepts": 2,
            "scenarios": 0,
            "sources": 0,
        },
        "findings": [
            {
                "code": "code",
                "severity": "waarschuwing",
                "file": "a.yaml",
                "line": 3,
                "column": 5,
                "message": "dit",
                "hint": "doe dat",
                "also": [],
                "conversation": None,
            }
        ],
    }


def test_check_with_an_error_is_not_ok() -> None:
    finding = Rule("code", "dit").at(Position("a.yaml", 1, 1))

    assert check_data(Library(), [finding])["ok"] is False


def test_shared_question_counts_once() -> None:
    twice = library(tree("t", question("x")), tree("u", question("x")))

    counts = check_data(twice, [])["counts"]

    assert isinstance(counts, dict)
    assert counts["questions"] == 1


@given(walks())
def test_facts_come_back_as_they_were_also_where_there_may_be_more(walk: Walk) -> None:
    case = replace(scenario(), start=walk.setting.start, answers=walk.answers)
    played = Played(case, walk, decide(walk), (), ())
    told = json.loads(to_json(played_data(played)))

    assert walk.progress.facts == {
        name: Answer(frozenset(each["options"]), more=each["more"])
        for name, each in told["facts"].items()
    }


@given(x=st.sampled_from(["a", "b", "onbekend"]), y=st.sampled_from(["a", "a, b"]))
def test_json_out_and_in_is_the_same(x: str, y: str) -> None:
    data = played_data(played(x=x, y=y))

    assert json.loads(to_json(data)) == data


def test_json_keeps_dutch_letters_readable() -> None:
    assert "één" in to_json({"a": "één"})


def test_first_screen_has_numbers_and_sentences_in_place() -> None:
    urgent = replace(
        route("spoed", first="x: a"),
        contacts=(ContactLink("lijn", AT),),
        first_step=FirstStep("Bel de lijn", AT, "lijn"),
    )
    way = replace(
        route("weg", effects=(consequence("zo"),)),
        track="formeel",
        first_step=FirstStep("Lees de regeling.", AT),
    )
    helps = replace(route("steun"), track="steun")
    line = Contact("lijn", "De lijn", "", "", certain=True, at=AT, phone="0900-1")
    words = {"hoog": "jij beslist"}
    aspect = Aspect("regie", "", "", words, AT, sets_apart=True, phrases=words)
    support = Track("steun", "", "", "", True, (), AT, TrackKind.SUPPORT)  # noqa: FBT003 - a record
    made = replace(
        library(
            tree(
                "t",
                *(question("x"), question("v")),
                replace(question("z"), refines=True),
                then=[follow("later", "v: a")],
            ),
            tree("later", question("w")),
            *(urgent, way, helps, route("open", when="z: a")),
            *(replace(clock("k", "weg"), days=7), replace(clock("j", "weg"), days=900)),
        ),
        contacts={"lijn": line},
        aspects={"regie": aspect},
        tracks={"steun": support},
    )
    case = scenario(x="a")

    data = played_data(play(made, case, rest_unknown=True))["screen"]

    assert data == {
        "now": [
            {
                "route": "spoed",
                "contacts": [{"id": "lijn", "title": "De lijn", "number": "0900-1"}],
            }
        ],
        "clocks": [{"id": "k", "text": "k: 7 dagen vanaf nu."}],
        "ways": [
            {
                "track": "formeel",
                "route": "weg",
                "phrase": "jij beslist",
                "others": 0,
                "hangs_on": None,
            },
            {
                "track": "spoor",
                "route": "open",
                "phrase": "",
                "others": 0,
                "hangs_on": "z",
            },
        ],
        "support": ["steun"],
        "tomorrow": ["Bel de lijn: 0900-1.", "Lees de regeling."],
        "own_contacts": [],
        "own_ways": [],
        "prefilled": 0,
        "own_clock": None,
        "questions": 1,
        "offered_trees": ["later"],
    }
