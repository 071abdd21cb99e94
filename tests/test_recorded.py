"""Records of cases change with the rules, not with the sentences."""

from dataclasses import replace

import pytest
from builders import (
    AT,
    both,
    caution,
    concept,
    condition,
    consequence,
    either,
    library,
    question,
    route,
    tree,
    walk,
)
from record_changes import changes
from recorded import condition_id, recorded

from vpwijzer.model import Condition, ContactLink, Library, Line, Route

CAUTIONS = (caution("x: a"), caution("x: a"), caution("y: a"), caution(against=True))
EFFECTS = (consequence("Soms.", "x: a"), consequence("Anders."))
WAY = replace(
    route("weg", when="x: a", fits="x: a", cautions=CAUTIONS, effects=EFFECTS),
    steps=(Line("Altijd.", AT), Line("Soms.", AT, condition("x: a"))),
    contacts=(ContactLink("bellen", AT, condition("y: a")),),
)


def content(*routes: Route) -> Library:
    asked = (question("x"), question("y"))
    return library(tree("t", *asked), concept("begrip", "y: a"), *routes)


def record(*routes: Route) -> str:
    return recorded(walk(content(*routes), x="a", y="onbekend"))


def changed(*routes: Route) -> list[str]:
    return changes(
        {"geval": record(WAY, route("dicht", when="x: b"))}, {"geval": record(*routes)}
    )


def test_record_says_by_id_what_comes_out() -> None:
    assert record(WAY, route("dicht", when="x: b")).splitlines() == [
        "gevraagd: x, y",
        "bomen: t",
        "ook aangeboden:",
        "begrippen: misschien begrip",
        "klokken:",
        "past: weg, afgeraden",
        "  let-op: x=a, x=a #2",
        "  afgeraden: altijd",
        "  misschien let-op: y=a",
        "  gevolg: regie hoog [x=a]",
        "  stap: x=a",
        "  misschien contact: bellen",
        "valt af: dicht",
    ]


def test_another_sentence_changes_no_record() -> None:
    other = replace(
        WAY,
        title="Anders",
        cautions=tuple(replace(each, text="Anders.") for each in WAY.cautions),
        steps=tuple(replace(each, text="Anders.") for each in WAY.steps),
        consequences={"regie": tuple(replace(e, text="Anders.") for e in EFFECTS)},
    )

    assert changed(other, route("dicht", when="x: b")) == []


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (replace(WAY, cautions=CAUTIONS[1:]), "weg: let-op [x=a #2]: niet meer"),
        (
            replace(WAY, cautions=(*CAUTIONS, caution("x: a, b"))),
            "weg: let-op [x=a/b]: nu",
        ),
        (
            replace(WAY, cautions=(*CAUTIONS, caution("y: b"))),
            "weg: let-op [y=b]: nu misschien",
        ),
        (
            replace(
                WAY,
                consequences={"regie": (replace(EFFECTS[0], level="laag"), EFFECTS[1])},
            ),
            "weg: gevolg regie: nu laag [x=a] (was hoog [x=a])",
        ),
        (replace(WAY, steps=WAY.steps[:1]), "weg: stap [x=a]: niet meer"),
        (replace(WAY, contacts=()), "weg: contact [bellen]: niet meer misschien"),
        (replace(WAY, priority=condition("x: a")), "weg: vooraan: nu"),
        (replace(WAY, condition=condition("y: a")), "weg: nu open (was past)"),
        (replace(WAY, condition=condition("x: b")), "weg: nu valt af (was past)"),
    ],
)
def test_another_rule_is_told_once_with_its_case(other: Route, told: str) -> None:
    assert changed(other, route("dicht", when="x: b")) == [f"{told} in 1 geval (geval)"]


def test_other_order_is_told() -> None:
    ways = [route("eerst"), route("daarna"), route("laatst")]
    before, now = {"g": record(*ways)}, {"g": record(ways[2], *ways[:2])}

    assert changes(before, now) == ["laatst: op een andere plek in 1 geval (g)"]


def test_same_change_is_told_once_and_what_changed_most_comes_first() -> None:
    before = dict.fromkeys("abcdef", "klokken: loopt, misschien kort")
    now = dict.fromkeys("abcde", "klokken: loopt, kort") | {"f": "klokken: kort"}

    assert changes(before, now) == [
        "klokken kort: nu zeker (was misschien) in 6 gevallen (a, b, c, d, en 2 meer)",
        "klokken loopt: niet meer in 1 geval (f)",
    ]


def test_case_that_came_and_case_that_went_are_told() -> None:
    assert changes({"oud": "past: weg"}, {"nieuw": "past: weg"}) == [
        "alles: niet meer in 1 geval (oud)",
        "alles: nieuw in 1 geval (nieuw)",
    ]


def test_record_that_is_written_otherwise_never_passes_in_silence() -> None:
    assert changes({"g": "past: weg"}, {"g": "past:  weg"}) == [
        "alles: anders opgeschreven in 1 geval (g)"
    ]


@pytest.mark.parametrize(
    ("made", "name"),
    [
        (condition(), "altijd"),
        (condition("x: b, a"), "x=a/b"),
        (condition(["x: a", "y: a"]), "x=a en y=a"),
        (
            condition(["x: a", either("y: a", both("y: b", "z: a"))]),
            "x=a en (y=a of (y=b en z=a))",
        ),
        (condition("x: a", ["y: a", "z: a"]), "x=a tenzij y=a of z=a"),
        (condition((), "y: a"), "tenzij y=a"),
    ],
)
def test_part_is_named_by_its_condition(made: Condition, name: str) -> None:
    assert condition_id(made) == name
