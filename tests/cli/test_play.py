"""`speel`: a case or a file with answers, to its outcome."""

import json
from pathlib import Path

import pytest
from program import Program, process, spoil
from screens import CONTENT

from vpwijzer.cli.exits import (
    CONTENT_HAS_ERRORS,
    FINE,
    WRONG_USE,
)

SCENARIO = CONTENT / "scenarios" / "lekke-band.yaml"

ANSWERS = """\
start: begin
antwoorden:
  gevaar: nee
  wat: weg
  wie: alleen
  slot: ja
"""


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "antwoorden.yaml"
    file.write_text(ANSWERS, encoding="utf-8")
    return file


def test_scenario_is_told_and_played_to_its_first_screen(vp: Program) -> None:
    said = vp("speel", SCENARIO, "--inhoud", CONTENT)

    assert (said.code, said.err) == (FINE, "")
    title, *story = said.out.split("Wat er nu kan, in het kort")[0].splitlines()
    assert title == "Een lekke band aan de kade"
    assert any(story)
    assert "Plak de band zelf" in said.out
    assert said.out.endswith("Alle wegen: --alles.\n")


def test_scenario_is_played_to_all_its_ways(vp: Program) -> None:
    said = vp("speel", SCENARIO, "--inhoud", CONTENT, "--alles")

    assert (said.code, said.err) == (FINE, "")
    assert said.out.startswith("Wat er nu kan\n")
    assert "Plak de band zelf" in said.out


def test_talk_can_be_shown_instead_of_its_outcome(vp: Program) -> None:
    said = vp("speel", SCENARIO, "--inhoud", CONTENT, "--gesprek")

    assert said.out.startswith(" 1 Sta je op een gevaarlijke plek?")
    assert "› Nee, ik sta veilig" in said.out
    assert "Wat er nu kan" not in said.out


def test_play_as_json_is_one_object(vp: Program) -> None:
    said = vp("speel", SCENARIO, "--inhoud", CONTENT, "--json")
    data = json.loads(said.out)

    assert data["facts"]["plek"] == {"options": ["a"], "more": False}
    assert data["walked"] == ["begin", "herstel"]
    assert [route["id"] for route in data["routes"]][:2] == ["afwachten", "van-de-weg"]


def test_unused_answer_is_named(vp: Program, answers: Path) -> None:
    spoil(answers, "  slot: ja", "  slot: ja\n  handig: ja")

    said = vp("speel", answers, "--inhoud", CONTENT)

    assert said.code == FINE
    assert "Niet gebruikt, want niet gevraagd: wie, handig" in said.out


def test_question_without_an_answer_is_named(vp: Program, answers: Path) -> None:
    spoil(answers, "  slot: ja\n", "")

    said = vp("speel", answers, "--inhoud", CONTENT)

    assert said.code == WRONG_USE
    assert "vraag 'slot' wordt gesteld maar niet beantwoord" in said.err
    assert "Stond hij op slot?" in said.err


def test_rest_can_be_unknown(vp: Program, answers: Path) -> None:
    spoil(answers, "  slot: ja\n", "")

    said = vp("speel", answers, "--inhoud", CONTENT, "--rest", "onbekend", "--json")

    assert said.code == FINE
    assert json.loads(said.out)["unanswered"] == ["slot"]


def test_rest_can_be_unknown_in_the_file(vp: Program, answers: Path) -> None:
    spoil(answers, "  slot: ja\n", "rest: onbekend\n")

    assert vp("speel", answers, "--inhoud", CONTENT).code == FINE


def test_wrong_answer_is_shown_at_its_place(vp: Program, answers: Path) -> None:
    spoil(answers, "  slot: ja", "  slot: [ja, nee]")

    said = vp("speel", answers, "--inhoud", CONTENT)

    assert said.code == CONTENT_HAS_ERRORS
    assert f"{answers}:6:" in said.err
    assert "6 |   slot: [ja, nee]" in said.err
    assert "kies er één uit: ja, nee, of 'onbekend'" in said.err


def test_answer_that_does_not_exist_is_shown_at_its_place(
    vp: Program, answers: Path
) -> None:
    spoil(answers, "  slot: ja", "  slot: jaa")

    said = vp("speel", answers, "--inhoud", CONTENT)

    assert said.code == CONTENT_HAS_ERRORS
    assert f"{answers}:6:9: fout[onbekende-keuze]" in said.err
    assert "bedoelde je 'ja'?" in said.err


def test_expectation_that_fails_is_shown_after_the_outcome(
    vp: Program, folder: Path
) -> None:
    file = spoil(folder / "scenarios" / "lekke-band.yaml", "[van-de-weg]", "[plakken]")

    said = vp("speel", file, "--inhoud", CONTENT)

    assert said.code == CONTENT_HAS_ERRORS
    assert "Wat er nu kan, in het kort" in said.out
    assert "de route 'plakken' valt niet af" in said.err


def test_picture_shows_the_outcome(vp: Program, tmp_path: Path) -> None:
    picture = tmp_path / "beeld.svg"

    said = vp("speel", SCENARIO, "--inhoud", CONTENT, "--svg", picture)

    assert said.code == FINE
    drawn = picture.read_text(encoding="utf-8")
    assert drawn.startswith("<svg")
    assert "Plak&#160;de&#160;band&#160;zelf" in drawn


def test_picture_that_cannot_be_written_is_wrong_use(
    vp: Program, tmp_path: Path
) -> None:
    said = vp("speel", SCENARIO, "--inhoud", CONTENT, "--svg", tmp_path)

    assert said.code == WRONG_USE
    assert said.err == f"'{tmp_path}' is een map; geef de naam van een bestand.\n"


def test_answers_are_read_from_standard_input() -> None:
    done = process("speel", "-", "--inhoud", CONTENT, "--json", stdin=ANSWERS)

    assert done.returncode == FINE
    assert json.loads(done.stdout)["facts"]["slot"]["options"] == ["ja"]
    assert done.stderr == ""


def test_broken_standard_input_is_named_as_such() -> None:
    done = process("speel", "-", "--inhoud", CONTENT, stdin="antwoorden: [")

    assert done.returncode == CONTENT_HAS_ERRORS
    assert done.stderr.startswith("standaardinvoer:1:")
