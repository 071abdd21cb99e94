"""`controleer --verslag`: where a report may go, and what it is made of."""

import json
from pathlib import Path

import pytest
from program import Program, spoil

from vpwijzer.cli.exits import CONTENT_HAS_ERRORS, WRONG_USE
from vpwijzer.cli.report import MARK

MINIMAL = Path(__file__).parents[1] / "data" / "minimal"


@pytest.mark.parametrize("name", ["verslag.md", "verslag.html", "VERSLAG.HTML"])
def test_report_is_written_and_named(vp: Program, tmp_path: Path, name: str) -> None:
    file = tmp_path / name

    said = vp("controleer", MINIMAL, "--datum", "2026-11-22", "--verslag", file)

    assert said.out.endswith(f"Verslag: {file}\n")
    assert MARK in file.read_text(encoding="utf-8")
    assert ("<html" in file.read_text(encoding="utf-8")) == (file.suffix != ".md")


def test_report_says_what_was_proved_and_on_which_day(
    vp: Program, tmp_path: Path
) -> None:
    file = tmp_path / "verslag.md"

    vp("controleer", MINIMAL, "--datum", "2030-02-03", "--verslag", file)

    words = file.read_text(encoding="utf-8")
    assert "op 2030-02-03" in words
    assert "Bekeken: alle " in words
    assert "**Past in:** alle gesprekken" in words


def test_report_has_the_errors_as_well(
    vp: Program, folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "verslag.md"
    spoil(folder / "routes" / "afwachten.yaml", ", balie]", "]")

    said = vp("controleer", folder, "--verslag", file)

    words = file.read_text(encoding="utf-8")
    assert said.code == CONTENT_HAS_ERRORS
    assert "**Fout:** een gesprek vanaf 'balie'" in words
    assert "Kleinste gesprek, vanaf “Aan de balie”" in words


def test_earlier_report_is_written_again(vp: Program, tmp_path: Path) -> None:
    file = tmp_path / "verslag.html"
    for day in ("2026-11-22", "2026-11-23"):
        vp("controleer", MINIMAL, "--datum", day, "--verslag", file)

    assert "op 2026-11-23" in file.read_text(encoding="utf-8")


def test_any_other_file_is_left_alone(vp: Program, tmp_path: Path) -> None:
    file = tmp_path / "notities.md"
    file.write_text("# Van mij\n", encoding="utf-8")

    said = vp("controleer", MINIMAL, "--verslag", file)

    assert (said.code, said.out) == (WRONG_USE, "")
    assert "is er al en is geen eerder verslag; kies een andere naam" in said.err
    assert file.read_text(encoding="utf-8") == "# Van mij\n"


@pytest.mark.parametrize("name", ["verslag.pdf", "verslag", "verslag.md.txt"])
def test_other_endings_are_refused(vp: Program, tmp_path: Path, name: str) -> None:
    said = vp("controleer", MINIMAL, "--verslag", tmp_path / name)

    assert (said.code, said.out) == (WRONG_USE, "")
    assert "Een verslag eindigt op .md of .html: " in said.err
    assert list(tmp_path.iterdir()) == []


def test_report_never_stands_between_the_content(vp: Program, folder: Path) -> None:
    said = vp("controleer", folder, "--verslag", folder / "routes" / "verslag.md")

    assert said.code == WRONG_USE
    assert "staat tussen de inhoud; kies een andere map" in said.err


def test_report_is_not_made_of_one_file(vp: Program, folder: Path) -> None:
    said = vp("controleer", folder / "klokken.yaml", "--verslag", "verslag.md")

    assert said.code == WRONG_USE
    assert said.err.startswith("Een verslag gaat over een hele map; ")


def test_folder_is_no_report(vp: Program, tmp_path: Path) -> None:
    (tmp_path / "map.md").mkdir()

    said = vp("controleer", MINIMAL, "--verslag", tmp_path / "map.md")

    assert said.code == WRONG_USE
    assert "is een map; geef de naam van een bestand" in said.err


def test_report_that_cannot_be_written_is_told(vp: Program, tmp_path: Path) -> None:
    file = tmp_path / "er-niet" / "verslag.md"

    said = vp("controleer", MINIMAL, "--verslag", file)

    assert said.code == WRONG_USE
    assert said.err == f"'{file}' kan niet worden geschreven: de map bestaat niet.\n"


def test_content_that_cannot_be_read_gives_findings_and_no_report(
    vp: Program, folder: Path, tmp_path: Path
) -> None:
    spoil(folder / "bomen" / "begin.yaml", "boom: diefstal", "boom: diefstl")

    said = vp("controleer", folder, "--verslag", tmp_path / "verslag.md")

    assert said.code == CONTENT_HAS_ERRORS
    assert "fout[onbekende-boom]" in said.out
    assert "Geen verslag: " in said.err
    assert not (tmp_path / "verslag.md").exists()


def test_content_of_which_little_is_proved_still_has_a_report(
    vp: Program, folder: Path, tmp_path: Path
) -> None:
    spoil(folder / "routes" / "leenfiets.yaml", "leenfiets: ja", "leenfiets: [ja, nee]")

    said = vp("controleer", folder, "--verslag", tmp_path / "verslag.md")

    assert said.code == CONTENT_HAS_ERRORS
    words = (tmp_path / "verslag.md").read_text(encoding="utf-8")
    assert "De mogelijke gesprekken zijn niet alle bekeken." in words


def test_json_stays_json(vp: Program, tmp_path: Path) -> None:
    file = tmp_path / "verslag.md"

    said = vp("controleer", MINIMAL, "--json", "--verslag", file)

    assert json.loads(said.out)["counts"]["trees"] > 0
    assert file.exists()


def test_folder_that_is_not_there_is_told_as_always(
    vp: Program, tmp_path: Path
) -> None:
    said = vp("controleer", tmp_path / "weg", "--verslag", tmp_path / "verslag.md")

    assert said.code == WRONG_USE
    assert said.err.startswith("Het bestand of de map ")
