import re
from pathlib import Path

import pytest
from builders import answer, facts, walk
from cases import (
    DATA,
    TALK,
    TODAY,
    check,
    lay,
    marks_found,
    marks_written,
    talks_found,
    tie,
)

from vpwijzer.checks.pipeline import check_content
from vpwijzer.engine.outcome import decide
from vpwijzer.loader import load_folder

QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
JARGON = re.compile(
    r"\b(array|boolean|dict|error|expected|found|id|integer|invalid|item|key|list"
    r"|mapping|missing|node|none|null|pars\w+|regex|scalar|sequence|string|syntax|the"
    r"|token|tuple|type|unknown|value)\b",
    re.IGNORECASE,
)


def data(folder: str) -> list[object]:
    files = sorted((DATA / folder).glob("*.yaml"))
    return [pytest.param(file, id=file.stem) for file in files]


@pytest.mark.parametrize("case", data("err"))
def test_mistake_is_found_where_it_stands_and_nowhere_else(
    case: Path, tmp_path: Path
) -> None:
    lay(case.read_text(), tmp_path / "trees")

    assert marks_found(tmp_path / "trees") == marks_written(tmp_path / "trees") != set()


@pytest.mark.parametrize("case", data("shipped"))
def test_bug_that_others_shipped_is_found_here(case: Path, tmp_path: Path) -> None:
    lay(case.read_text(), tmp_path / "trees")

    checked = check_content(tmp_path / "trees", TODAY)

    assert marks_found(tmp_path / "trees") == marks_written(tmp_path / "trees")
    assert talks_found(checked) == TALK.findall(case.read_text())


def test_answer_from_before_going_back_changes_no_outcome(tmp_path: Path) -> None:
    lay((DATA / "shipped" / "oud-antwoord.yaml").read_text(), tmp_path / "trees")
    library = load_folder(tmp_path / "trees", "trees").library
    first = walk(library, gevaar="nee", gedrag="pesten", wens="stoppen", regeling="ja")

    stale = walk(first, commissie="ja").change("regeling", answer("nee"))

    assert stale.parked == facts(commissie="ja")
    assert decide(stale) == decide(first.change("regeling", answer("nee")))


def test_promise_that_cannot_be_proved_is_held_against_the_scenarios(
    tmp_path: Path,
) -> None:
    lay("# scenarios/voorbeeld.yaml\nrest: onbekend\n", tmp_path / "trees")
    tie(tmp_path / "trees")

    found = [f for f in check(tmp_path / "trees") if "waarborgen" in f.at.file]

    # What a case notices too follows from the broken promise, so that comes first.
    assert [f.code for f in found] == ["waarborg-geschonden", "niet-bewezen"]


@pytest.mark.parametrize("case", data("ok"))
def test_good_content_gives_no_finding(case: Path, tmp_path: Path) -> None:
    lay(case.read_text(), tmp_path / "trees")

    assert marks_found(tmp_path / "trees") == set()


@pytest.mark.parametrize("case", data("err"))
def test_finding_speaks_plain_dutch_and_says_what_to_do(
    case: Path, tmp_path: Path
) -> None:
    lay(case.read_text(), tmp_path / "trees")

    for finding in check(tmp_path / "trees"):
        words = QUOTED.sub("", f"{finding.message}. {finding.hint}")
        assert not JARGON.search(words)
        assert not finding.message.endswith(".")
        assert finding.message[0].islower() or finding.message[0] == "'"
