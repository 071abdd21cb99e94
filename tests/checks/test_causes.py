from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from builders import library, question, scenario, tree
from cases import check, lay
from random_faults import seeded, small
from rules import RULES

from vpwijzer.checks.causes import by_cause, traced
from vpwijzer.checks.repair import mends
from vpwijzer.model import Library
from vpwijzer.model.finding import Finding, Severity
from vpwijzer.model.position import Position
from vpwijzer.proof import prove, recheck


def finding(file: str, code: str, message: str = "") -> Finding:
    return Finding(Position(file, 1, 1), RULES[code], message)


def test_one_cause_that_shows_in_many_places_is_one_finding() -> None:
    places = ("c.yaml", "a.yaml", "b.yaml")

    (found,) = by_cause(finding(f, "geen-antwoord", "de vraag 'x'") for f in places)

    assert found.at.file == "a.yaml"
    assert [each.at.file for each in found.also] == ["b.yaml", "c.yaml"]


def test_different_names_have_different_causes() -> None:
    found = by_cause(
        finding("a.yaml", "onbekende-vraag", message) for message in ("'x'", "'y'")
    )

    assert [(each.message, each.also) for each in found] == [("'x'", ()), ("'y'", ())]


def test_the_same_words_about_the_text_itself_are_apart() -> None:
    found = by_cause(finding(f, "dubbele-punt", "zo") for f in ("a.yaml", "b.yaml"))

    assert [each.also for each in found] == [(), ()]


def test_what_may_follow_from_another_comes_after_it_and_warnings_last() -> None:
    found = by_cause(
        [
            finding("a.yaml", "bron-verlopen"),
            finding("b.yaml", "verwachting"),
            finding("c.yaml", "waarborg-geschonden"),
        ]
    )

    codes = ["waarborg-geschonden", "verwachting", "bron-verlopen"]
    assert [each.code for each in found] == codes


# What follows from what, by mending it and looking again

SURE = """
# gedeelde-vragen.yaml
gedeelde-vragen:
  gevaar:
    vraag: Is er nu gevaar?
    soort: feit
    onbekend: nee
    opties: {ja: {tekst: Ja}, nee: {tekst: Nee}}
"""
NEVER_FOLLOWS = f"""{SURE}
# bomen/klacht.yaml
vervolg:
  - boom: werkgever
    wanneer:
      - gevaar: ja
      - gevaar: nee
"""
NO_FOLLOW_UP = """
# bomen/klacht.yaml
boom: klacht
titel: Ongewenst gedrag
onderwerp: Gedrag dat je dwarszit
start: ja
aan: betrokkene
nagekeken: 2026-11-01
vragen:
  gevaar: gedeeld
  gedrag:
    vraag: Wat voor gedrag is het?
    soort: feit
    opties: {pesten: {tekst: Pesten}, agressie: {tekst: Agressie}}
  wens:
    vraag: Wat wil je bereiken?
    soort: wens
    opties: {stoppen: {tekst: Dat het stopt}, oordeel: {tekst: Een oordeel}}
"""
ONE_OPTION = """
# bomen/werkgever.yaml
vragen:
  commissie:
    vraag: Is er een klachtencommissie?
    soort: feit
    opties: {ja: {tekst: Ja}}
"""
CHAIN = """
# bomen/werkgever.yaml
vragen:
  commissie:
    vraag: Is er een klachtencommissie?
    soort: feit
    opties: {ja: {tekst: Ja}, nee: {tekst: Nee}}
  brief:
    vraag: Is er een brief?
    soort: feit
    opties: {ja: {tekst: Ja}, nee: {tekst: Nee}}
  gelezen:
    vraag: Heb je hem gelezen?
    soort: feit
    wanneer:
      - brief: ja
    opties: {ja: {tekst: Ja}, nee: {tekst: Nee}}
  begrepen:
    vraag: Begreep je hem?
    soort: feit
    wanneer:
      - gelezen: ja
    opties: {ja: {tekst: Ja}, nee: {tekst: Nee}}
# scenarios/voorbeeld.yaml
rest: onbekend
"""
NO_HELP = """
# trajecten.yaml
trajecten:
  informeel:
    titel: Informeel
    uitleg: Zonder procedure.
    teken: o
    hulp: nee
    routes: [praten]
  formeel:
    titel: Formeel
    uitleg: Met een procedure.
    teken: x
    hulp: nee
    routes: [klagen]
# bomen/werkgever.yaml
start: ja
"""
NEVER_SO = """
# begrippen/ernstig.yaml
wanneer:
  - gevaar: ja
  - gevaar: nee
"""
ONE_CAUSE = [
    pytest.param(
        NEVER_FOLLOWS,
        "vervolg-onbereikbaar",
        {"antwoord-niet-gebruikt", "klok-nooit", "route-past-nooit", "verwachting"},
        id="vervolg dat nooit geldt",
    ),
    pytest.param(
        NO_FOLLOW_UP,
        "boom-onbereikbaar",
        {"feit-niet-gevraagd"},
        id="vervolg dat weg is",
    ),
    pytest.param(ONE_OPTION, "te-weinig-keuzes", {"alle-keuzes"}, id="één keuze"),
    pytest.param(CHAIN, "vraag-zonder-gevolg", {"vraag-zonder-gevolg"}, id="keten"),
    pytest.param(NO_HELP, "gesprek-zonder-weg", {"gesprek-zonder-weg"}, id="hulp"),
    pytest.param(NEVER_SO, "begrip-nooit", {"regel-nooit"}, id="begrip"),
]


@pytest.mark.parametrize(("case", "code", "effects"), ONE_CAUSE)
def test_one_mistake_is_one_finding_with_all_that_follows_from_it(
    case: str, code: str, effects: set[str], tmp_path: Path
) -> None:
    lay(case, tmp_path / "trees")

    [found] = check(tmp_path / "trees")

    assert found.code == code
    assert {each.code for each in found.also} == effects


def test_of_a_chain_the_last_is_reported_as_what_mends_it_mends_all(
    tmp_path: Path,
) -> None:
    lay(CHAIN, tmp_path / "trees")

    [found] = check(tmp_path / "trees")

    assert "'begrepen'" in found.message
    assert [each.message.split("'")[1] for each in found.also] == ["brief", "gelezen"]


SECOND = """
# routes/praten.yaml
let-op:
  - {als: {gevaar: ja}, ernst: let-op, want: Zorg eerst dat je veilig bent.}
  - {als: {gevaar: ja}, ernst: let-op, want: Zorg eerst dat je veilig bent.}
"""


@pytest.mark.parametrize(
    "case", [NEVER_FOLLOWS, CHAIN, NO_HELP], ids=["vervolg", "keten", "hulp"]
)
def test_second_mistake_is_a_finding_of_its_own(case: str, tmp_path: Path) -> None:
    lay(case + SECOND, tmp_path / "trees")

    found = check(tmp_path / "trees")

    assert len(found) == 2
    assert "dubbel-gezegd" in {each.code for each in found}


def test_expectation_that_is_wrong_by_itself_does_not_follow_from_another_mistake(
    tmp_path: Path,
) -> None:
    wrong = (
        "# scenarios/voorbeeld.yaml\nverwacht:\n  past: [klagen]\n  dicht: [praten]\n"
    )
    lay(NEVER_FOLLOWS + wrong, tmp_path / "trees")

    first, second = check(tmp_path / "trees")

    assert first.code == "vervolg-onbereikbaar"
    assert (second.code, second.message) == (
        "verwachting",
        "de route 'praten' valt niet af",
    )


BROKEN = """
# waarborgen.yaml
waarborgen:
  nooit-klagen-bij-gevaar:
    waarom: Eerst veilig.
    als: {gevaar: nee}
    dan: {dicht: [klagen]}
# scenarios/voorbeeld.yaml
verwacht:
  dicht: [klagen]
"""


def test_what_a_case_notices_of_a_broken_guarantee_follows_from_it(
    tmp_path: Path,
) -> None:
    lay(BROKEN, tmp_path / "trees")

    [found] = check(tmp_path / "trees")

    assert found.code == "waarborg-geschonden"
    assert [each.code for each in found.also] == ["verwachting"]


def test_rule_that_breaks_a_guarantee_is_never_left_out_for_it(tmp_path: Path) -> None:
    never = "# routes/klagen.yaml\nwanneer:\n  - commissie: ja\n  - commissie: nee\n"
    promise = "# waarborgen.yaml\nwaarborgen:\n  klagen-kan:\n    waarom: Zo is het.\n"
    lay(f"{never}{promise}    dan: {{past: [klagen]}}\n", tmp_path / "trees")

    found = check(tmp_path / "trees")

    assert "wanneer-sluit-uit" in {each.code for each in found}


def test_one_file_by_itself_keeps_what_follows_from_another_file(
    tmp_path: Path,
) -> None:
    lay(NEVER_FOLLOWS, tmp_path / "trees")

    [found] = check(tmp_path / "trees" / "routes" / "klagen.yaml")

    assert found.code == "route-past-nooit"


def unused_answer() -> tuple[Library, Finding, Finding]:
    """Give a case that answers what is not asked, and an error beside it."""
    content = library(tree("t", question("x")), tree("u", question("y")))
    case = scenario(x="a", y="a")
    unused = Finding(case.answer_places["y"], RULES["antwoord-niet-gebruikt"], "")
    error = finding("a.yaml", "route-past-nooit")
    return replace(content, scenarios={"s": case}), error, unused


def test_error_is_never_left_out_for_what_a_case_noticed() -> None:
    content, error, unused = unused_answer()

    found = traced((error, unused), content, lambda _: ())

    assert [(each.code, each.also) for each in found] == [
        (error.code, ()),
        (unused.code, ()),
    ]


def test_what_cannot_be_looked_at_again_stays_a_finding() -> None:
    content, error, unused = unused_answer()
    other = replace(unused, message="nog een", at=Position("b.yaml", 1, 1))

    found = traced((error, unused, other), content, lambda _: None)

    assert [each.also for each in found] == [(), (), ()]


def test_checks_that_grow_too_large_are_not_made_again() -> None:
    made = small(seeded(3))
    checks = frozenset(prove(made).checks.values())

    assert recheck(made, checks)
    assert recheck(made, checks, total_budget=20) is None


@pytest.mark.parametrize("seed", range(12))
def test_what_is_left_out_is_gone_once_its_cause_is_mended(seed: int) -> None:
    content = small(seeded(seed))

    for cause in told(content):
        if cause.also:
            made = next(m for m in mends(content, cause) if not has(m, cause))
            assert not any(has(made, each) for each in cause.also)
            told(made)


def told(content: Library) -> tuple[Finding, ...]:
    """Give the causes; what is wrong stands there, or follows from what does."""
    proof = prove(content)
    again = partial(recheck, checks=frozenset(proof.checks.values()))
    causes = traced(by_cause(proof.findings), content, again)

    said = [each for cause in causes for each in (cause, *cause.also)]
    assert sorted(said, key=repr) == sorted(proof.findings, key=repr)
    for cause in causes:
        errors = {each.severity is Severity.ERROR for each in cause.also}
        assert cause.severity is Severity.ERROR or True not in errors
    return causes


def has(content: Library, finding: Finding) -> bool:
    found = {(each.code, each.at) for each in prove(content).findings}
    return (finding.code, finding.at) in found
