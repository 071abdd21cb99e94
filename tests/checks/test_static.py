import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from cases import MINIMAL, TODAY, lay

from vpwijzer.checks.static import verify
from vpwijzer.checks.static.reach import ancestors, descendants, reachable, together
from vpwijzer.loader import load_folder
from vpwijzer.model import Library
from vpwijzer.model.finding import Severity, in_order

OPTIONS = "soort: feit, opties: {ja: {tekst: Ja}, nee: {tekst: Nee}}"
FOLLOW = "[{boom: werkgever, tenzij: {gevaar: [ja, nee]}}]"


def library(case: str, tmp_path: Path) -> Library:
    lay(case, tmp_path / "trees")
    loaded = load_folder(tmp_path / "trees", "t")
    assert loaded.findings == ()
    return loaded.library


def found(case: str, tmp_path: Path, today: date = TODAY) -> list[str]:
    return [finding.code for finding in verify(library(case, tmp_path), today)]


def tree(name: str, *questions: str, follow: str = "", start: bool = False) -> str:
    lines = "".join(f"  {each}: {{vraag: Wat?, {OPTIONS}}}\n" for each in questions)
    return f"""\
# bomen/{name}.yaml
boom: {name}
titel: Een boom
onderwerp: Iets
start: {"ja" if start else "nee"}
aan: betrokkene
nagekeken: 2026-11-01
vragen:
{lines}""" + (f"vervolg:\n  - boom: {follow}\n" if follow else "")


def test_good_content_gives_nothing() -> None:
    assert verify(load_folder(MINIMAL, "m").library, TODAY) == ()


def test_findings_stand_in_the_order_of_the_files(tmp_path: Path) -> None:
    case = """\
# routes/praten.yaml
nagekeken: 2999-01-01
# routes/klagen.yaml
wanneer:
  - wens: oordeel
  - commissie: [ja, nee]
# contacten.yaml
contacten:
  hulplijn: {naam: H, waarvoor: P, nagekeken: 2026-11-01, zekerheid: hoog}
"""

    findings = verify(library(case, tmp_path), TODAY)

    assert findings == in_order(list(findings))
    assert [finding.code for finding in findings] == [
        "zonder-bron",
        "wens-in-voorwaarde",
        "alle-keuzes",
        "datum-in-toekomst",
    ]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2027, 10, 31), []),
        (date(2027, 11, 1), [("bron-verlopen", Severity.WARNING)]),
    ],
)
def test_source_is_overdue_from_the_day_it_names(
    today: date, expected: list[tuple[str, Severity]]
) -> None:
    findings = verify(load_folder(MINIMAL, "m").library, today)

    assert [(finding.code, finding.severity) for finding in findings] == expected


def test_source_without_a_day_is_never_overdue(tmp_path: Path) -> None:
    case = "# bronnen.yaml\nbronnen:\n  handleiding: {titel: H, stand: x, nagekeken: "

    assert found(f"{case}2026-11-01}}\n", tmp_path, date(2999, 1, 1)) == []


def test_today_is_not_in_the_future() -> None:
    content = load_folder(MINIMAL, "m").library

    assert verify(content, date(2026, 11, 1)) == ()
    assert {finding.code for finding in verify(content, date(2026, 10, 31))} == {
        "datum-in-toekomst"
    }


def test_every_kind_of_date_is_checked() -> None:
    findings = verify(load_folder(MINIMAL, "m").library, date(2026, 10, 31))

    assert {finding.at.file for finding in findings} == {
        "m/begrippen/ernstig.yaml",
        "m/bomen/klacht.yaml",
        "m/bomen/werkgever.yaml",
        "m/bronnen.yaml",
        "m/contacten.yaml",
        "m/klokken.yaml",
        "m/routes/klagen.yaml",
        "m/routes/praten.yaml",
    }


def test_circle_of_concepts_stops_the_rest_but_not_the_dates(tmp_path: Path) -> None:
    case = """\
# begrippen/ernstig.yaml
wanneer:
  - ernstig: ja
nagekeken: 2999-01-01
# routes/klagen.yaml
wanneer:
  - wens: oordeel
"""

    assert sorted(found(case, tmp_path)) == ["begrip-kring", "datum-in-toekomst"]


def test_concept_that_leads_to_a_circle_is_not_in_it(tmp_path: Path) -> None:
    concept = """\
# begrippen/{0}.yaml
begrip: {0}
titel: T
nagekeken: 2026-11-01
tekst: Mogelijk.
wanneer:
  - {1}: ja
bronnen:
  - {{bron: handleiding, plaats: p}}
"""
    case = "".join(
        concept.format(*pair) for pair in (("a", "b"), ("b", "c"), ("c", "b"))
    )

    findings = verify(library(case, tmp_path), TODAY)

    assert [(f.at.file, f.at.line, f.message) for f in findings] == [
        ("t/begrippen/b.yaml", 6, "het begrip 'b' rust op zichzelf: b, c, b")
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "voorrang:\n  - later: ja\n",
        "tenzij:\n  - later: ja\nzolang-open: Vraag het.\n",
        "past-bij:\n  - gevaar: ja\n  - later: ja\n",
        "let-op:\n  - {als: {later: ja}, ernst: let-op, want: Let op.}\n",
        "stappen:\n  - {als: {later: ja}, tekst: Wacht.}\n",
        "vp-doet:\n  - {als: {later: ja}, tekst: Wacht.}\n",
        "vp-doet-niet:\n  - {als: {later: ja}, tekst: Wacht.}\n",
        "contacten:\n  - {als: {later: ja}, contact: hulplijn}\n",
        "gevolgen: {regie: [{als: {later: ja}, niveau: laag, tekst: J}, *]}\n".replace(
            "*", "niet geregeld"
        ),
    ],
)
def test_fact_that_is_not_asked_with_the_tree_is_found_wherever_a_route_reads_it(
    lines: str, tmp_path: Path
) -> None:
    order = "# volgorde.yaml\nvolgorde: [klacht, werkgever, los]\n"

    case = f"# routes/praten.yaml\n{lines}{tree('los', 'later', start=True)}{order}"

    found = verify(library(case, tmp_path), TODAY)
    [finding] = [each for each in found if each.severity is Severity.ERROR]
    source = (tmp_path / "trees/routes/praten.yaml").read_text().split("\n")
    assert finding.code == "feit-niet-gevraagd"
    assert source[finding.at.line - 1][finding.at.column - 1 :].startswith("later")


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        ("let-op:\n  - {als: {later: ja}, ernst: let-op, want: Let op.}\n", []),
        ("past-bij:\n  - later: ja\n", []),
        ("voorrang:\n  - later: ja\n", ["feit-niet-gevraagd"]),
        (
            "wanneer:\n  - later: ja\nzolang-open: Vraag het.\n",
            ["feit-niet-gevraagd"],
        ),
    ],
)
def test_fact_of_a_tree_beside_it_may_warn_and_rank_but_never_decides(
    lines: str, codes: list[str], tmp_path: Path
) -> None:
    begin = tree("begin", "eerst", follow="klacht\n  - boom: los", start=True)
    order = "# volgorde.yaml\nvolgorde: [begin, klacht, werkgever, los]\n"

    case = f"# routes/praten.yaml\n{lines}{begin}{tree('los', 'later')}{order}"

    assert found(case, tmp_path) == codes


def test_fact_that_an_option_fills_counts_as_known(tmp_path: Path) -> None:
    case = f"""\
# gedeelde-vragen.yaml
gedeelde-vragen:
  gevaar:
    vraag: Is er nu gevaar?
    soort: feit
    opties: {{ja: {{tekst: Ja, betekent: {{later: ja}}}}, nee: {{tekst: Nee}}}}
# routes/praten.yaml
past-bij:
  - later: ja
# volgorde.yaml
volgorde: [klacht, werkgever, los]
{tree("los", "later", start=True)}"""

    assert found(case, tmp_path) == []


def test_open_norm_may_stand_everywhere_but_in_the_condition(tmp_path: Path) -> None:
    case = """\
# begrippen/ernstig.yaml
open-norm: ja
# routes/praten.yaml
past-bij:
  - ernstig: ja
let-op:
  - {als: {ernstig: ja}, ernst: let-op, want: Let op.}
stappen:
  - {als: {ernstig: ja}, tekst: Wacht.}
"""

    assert found(case, tmp_path) == []


def test_open_norm_behind_another_concept_closes_no_way_either(tmp_path: Path) -> None:
    case = """\
# begrippen/ernstig.yaml
open-norm: ja
# begrippen/erg.yaml
begrip: erg
titel: Mogelijk erg
nagekeken: 2026-11-01
tekst: Mogelijk.
wanneer:
  - ernstig: ja
bronnen:
  - {bron: handleiding, plaats: p}
# routes/klagen.yaml
wanneer:
  - commissie: ja
tenzij:
  - erg: ja
"""

    assert found(case, tmp_path) == ["open-norm"]


def test_wish_that_a_concept_reads_closes_no_way_either(tmp_path: Path) -> None:
    case = """\
# begrippen/ernstig.yaml
wanneer:
  - wens: oordeel
# routes/klagen.yaml
wanneer:
  - ernstig: ja
"""

    assert found(case, tmp_path) == ["wens-in-voorwaarde"]


def test_every_option_with_unknown_is_no_needless_condition(tmp_path: Path) -> None:
    case = """\
# routes/klagen.yaml
let-op:
  - {als: {gevaar: [ja, nee, onbekend]}, ernst: let-op, want: Let op.}
"""

    assert found(case, tmp_path) == []


@pytest.mark.parametrize(
    "case",
    [
        "# begrippen/ernstig.yaml\nwanneer:\n  - gevaar: [ja, nee]\n",
        f"# bomen/klacht.yaml\nvervolg: {FOLLOW}",
        "# routes/praten.yaml\npast-bij:\n  - wens: [stoppen, oordeel]\n",
    ],
)
def test_condition_that_lists_every_option_is_found_anywhere(
    case: str, tmp_path: Path
) -> None:
    assert found(case, tmp_path) == ["alle-keuzes"]


@pytest.mark.parametrize(
    ("path", "first"),
    [
        ("routes/praten.yaml", "praten"),
        ("begrippen/ernstig.yaml", "ernstig"),
        ("klokken.yaml", "termijn"),
        ("contacten.yaml", "hulplijn"),
    ],
)
def test_everything_that_states_something_has_a_source(
    path: str, first: str, tmp_path: Path
) -> None:
    lay("", tmp_path / "trees")
    file = tmp_path / "trees" / path
    file.write_text(re.sub(r" *bronnen:\n.*\n", "", file.read_text()))

    [finding] = verify(load_folder(tmp_path / "trees", "t").library, TODAY)

    assert (finding.code, finding.message) == (
        "zonder-bron",
        f"bij '{first}' staat geen bron",
    )


# Which trees meet


@pytest.fixture
def three(tmp_path: Path) -> Library:
    order = "# volgorde.yaml\nvolgorde: [klacht, werkgever, laatste, los]\n"
    return library(
        tree("werkgever", "commissie", follow="laatste")
        + tree("laatste", "later")
        + tree("los", "apart")
        + order,
        tmp_path,
    )


def test_tree_is_reachable_from_a_start_however_far(three: Library) -> None:
    assert reachable(three) == {"klacht", "werkgever", "laatste"}


def test_trees_that_may_follow_include_the_tree_itself(three: Library) -> None:
    assert descendants("werkgever", three) == {"werkgever", "laatste"}


def test_trees_that_may_come_before_leave_the_tree_itself_out(three: Library) -> None:
    assert ancestors("laatste", three) == {"klacht", "werkgever"}


def test_facts_of_a_conversation_are_those_of_all_its_trees(three: Library) -> None:
    assert together("werkgever", three) == {
        "gevaar",
        "gedrag",
        "wens",
        "commissie",
        "later",
    }


def test_trees_that_follow_each_other_do_not_keep_the_verifier_busy(
    three: Library,
) -> None:
    klacht, werkgever = three.trees["klacht"], three.trees["werkgever"]
    back = replace(klacht.follow_ups[0], tree="klacht")
    trees = {**three.trees, "werkgever": replace(werkgever, follow_ups=(back,))}

    findings = verify(replace(three, trees=trees), TODAY)

    assert "vervolg-terug" in {finding.code for finding in findings}
