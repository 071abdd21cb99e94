"""The organisation of a start: found, shown, checked, made, and refused when wrong."""

from pathlib import Path

import pytest
from program import Program, process, spoil
from workplaces import HEAD, content

from vpwijzer.cli.exits import CONTENT_HAS_ERRORS, FINE, INTERRUPTED, WRONG_USE
from vpwijzer.cli.workplace import FILE, find, settings_folder

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "voorbeelden" / "organisaties" / "gemeente.yaml"
CASE = ROOT / "trees" / "scenarios" / "gepest-door-collega.yaml"
NAME = "Gemeente Waterrijk"
FIRST_LINE = "Organisatie: Gemeente Waterrijk."


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    file = tmp_path / "kapot.yaml"
    file.write_text(EXAMPLE.read_text().replace("sector: overheid", "gevaar: nee"))
    return file


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "instellingen"))
    file = Path(settings_folder()) / FILE
    file.parent.mkdir(parents=True)
    file.write_text(EXAMPLE.read_text())
    return file


def test_organisation_is_looked_for_in_this_order(
    settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content, other = tmp_path / "inhoud", tmp_path / "ander.yaml"
    content.mkdir()
    (content / FILE).touch()
    other.touch()
    named = tmp_path / "genoemd.yaml"

    assert find(content) == str(settings)
    monkeypatch.setenv("VPWIJZER_ORGANISATIE", str(other))
    assert find(content) == str(other)
    assert find(content, named) == str(named)
    monkeypatch.delenv("VPWIJZER_ORGANISATIE")
    settings.unlink()
    assert find(content) == str(content / FILE)
    (content / FILE).unlink()
    assert find(content) is None


def test_talk_says_first_of_whom_the_organisation_is(settings: Path) -> None:
    said = process("zelfcheck", "--toegankelijk", stdin="")

    assert said.returncode == INTERRUPTED
    assert FIRST_LINE in said.stdout
    assert "schreef de werkgever" in " ".join(said.stdout.split())
    assert settings.name in said.stdout


def test_talk_without_it_says_nothing_of_it(settings: Path) -> None:
    said = process("zelfcheck", "--toegankelijk", "--zonder-organisatie", stdin="")

    assert settings.exists()
    assert NAME not in said.stdout


def test_intake_does_not_ask_what_is_known() -> None:
    words = ("intake", "--toegankelijk")

    asked = process(*words, stdin="").stdout
    known = process(*words, "--organisatie", str(EXAMPLE), stdin="").stdout

    assert "ook het meldpunt?" in asked
    assert "ook het meldpunt?" not in known
    assert "Vertellen aan mij is nog geen melding." in " ".join(known.split())


def test_broken_organisation_begins_nothing(broken: Path) -> None:
    said = process("zelfcheck", "--toegankelijk", "--organisatie", broken, stdin="1\n")

    assert said.returncode == CONTENT_HAS_ERRORS
    assert "fout[niet-vooraf]" in said.stderr
    assert "--zonder-organisatie" in said.stderr
    assert "gevaar voor jou" not in said.stdout


@pytest.mark.parametrize("words", [["routes"], ["speel", str(CASE)], ["start"]])
def test_broken_organisation_stops_every_command_that_shows_it(
    words: list[str], broken: Path, vp: Program
) -> None:
    assert vp(*words, "--organisatie", broken).code == CONTENT_HAS_ERRORS


def test_organisation_that_is_not_there_is_wrong_use(
    tmp_path: Path, vp: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert vp("routes", "--organisatie", tmp_path / "niets.yaml").code == WRONG_USE
    assert vp("routes", "--organisatie", tmp_path).code == WRONG_USE

    monkeypatch.setenv("VPWIJZER_ORGANISATIE", str(tmp_path / "niets.yaml"))

    said = vp("routes")
    assert said.code == WRONG_USE
    assert "VPWIJZER_ORGANISATIE" in said.err
    assert vp("routes", "--zonder-organisatie").code == FINE


def test_content_can_be_named_in_the_environment(
    vp: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VPWIJZER_INHOUD", str(ROOT / "tests" / "content"))

    assert "fiets" in vp("bomen").out
    assert "36.130 mogelijke gesprekken" in vp("controleer").out


def test_file_of_fifty_megabytes_is_refused_at_once(
    tmp_path: Path, vp: Program
) -> None:
    large = tmp_path / FILE
    with large.open("wb") as file:
        file.truncate(50_000_000)

    said = vp("routes", "--organisatie", large)

    assert said.code == CONTENT_HAS_ERRORS
    assert "fout[te-groot]" in said.err


def test_first_screen_names_who_is_reached(vp: Program) -> None:
    out = " ".join(vp("speel", CASE, "--organisatie", EXAMPLE).out.split())

    assert "Bij je organisatie: 2 Klachtencommissie Waterrijk" in out
    assert "4 Fatima de Wit, 06-00120101" in out
    assert "Kan hier ook: 6 Praat met bedrijfsmaatschappelijk werk" in out


def test_conversation_that_is_played_says_what_was_known(vp: Program) -> None:
    case = EXAMPLE.parent / "gevallen" / EXAMPLE.name

    out = vp("speel", case, "--gesprek", "--organisatie", EXAMPLE).out

    _, known = out.split("Bekend van je organisatie:")
    assert "In welke sector speelt dit? Gemeente" in known


def test_organisation_is_shown(vp: Program) -> None:
    said = vp("organisatie", "toon", EXAMPLE)

    assert said.code == FINE
    for words in (NAME, "Fatima de Wit: 06-00120101", "2 jaar", "Nog niet ingevuld"):
        assert words in said.out


def test_without_an_organisation_there_is_nothing_to_show(vp: Program) -> None:
    said = vp("organisatie", "toon")

    assert said.code == WRONG_USE
    assert "organisatie maak" in said.err


def test_organisation_is_proved_and_held_against_what_should_be(
    tmp_path: Path, vp: Program
) -> None:
    paper = tmp_path / "overzicht.md"

    said = vp("organisatie", "controleer", EXAMPLE, "--overzicht", paper)

    assert said.code == FINE
    assert "6 vragen minder" in said.out
    assert "waarborgen" in said.out
    text = paper.read_text()
    assert "Nog te regelen" in text
    assert "Een preventiemedewerker aanwijzen" in text
    assert "Arbeidsomstandighedenwet" in text


def test_paper_is_written_over_nothing_of_somebody_else(
    tmp_path: Path, vp: Program
) -> None:
    other = tmp_path / "brief.md"
    other.write_text("Lieve oma")

    said = vp("organisatie", "controleer", EXAMPLE, "--overzicht", other)

    assert said.code == WRONG_USE
    assert other.read_text() == "Lieve oma"
    assert vp("organisatie", "controleer", EXAMPLE, "--overzicht", "x.txt").code == 2


def test_own_route_that_can_never_be_is_found(tmp_path: Path, vp: Program) -> None:
    where, file = "    bij: [klacht]\n", tmp_path / FILE
    file.write_text(EXAMPLE.read_text())
    never = "    zolang-open: Vraag het.\n    wanneer: [{geheim-misdrijf: plan}]\n"
    spoil(file, where, where + never)

    said = vp("organisatie", "controleer", file)

    assert said.code == CONTENT_HAS_ERRORS
    assert "feit-niet-gevraagd" in said.out


def test_difference_with_content_alone_is_written(tmp_path: Path, vp: Program) -> None:
    content(tmp_path / "trees")
    file = tmp_path / FILE
    file.write_text(f"{HEAD}vertrouwenspersonen: [{{naam: Bo, nummer: 030-1234567}}]")

    said = vp("organisatie", "verschil", file, "--inhoud", tmp_path / "trees")

    assert said.code == FINE
    assert "contact “Bo” (`organisatie:vp-1`): staat er nu; eerst niet." in said.out


ANSWERS = (
    "Bakkerij Bruin",  # the name
    *("13", "1", "2", "3", "2", "0", "t", "2"),
    *("0", "2"),
    *("Fatima", "Externe VP: aardig", "0900-1234", "06-00120101", "fout", "", "ma"),
    *("1", "", "4", "De arts", "", "", "arts@bruin.example"),
    *("2 jaren", "2 jaar", "", "https://www.weer.example", "1"),
)


def test_wizard_asks_from_nothing_to_a_file_that_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vp: Program
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))

    said = process("organisatie", "maak", "--toegankelijk", stdin="\n".join(ANSWERS))

    file = Path(settings_folder()) / FILE
    assert said.returncode == FINE, said.stdout[-500:]
    assert str(file) in said.stdout
    assert "is geen nummer van een organisatie" in " ".join(said.stdout.split())
    assert file.read_text().splitlines()[1] == "organisatie: Bakkerij Bruin"
    assert (
        "Fatima: 06-00120101. Externe VP: aardig. (ma)" in vp("organisatie", "toon").out
    )


def test_wizard_asks_before_it_replaces_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    words = ("organisatie", "maak", "--toegankelijk")
    process(*words, stdin="\n".join(ANSWERS))
    file = Path(settings_folder()) / FILE
    before = file.read_text()

    again = ("De Smid", *ANSWERS[1:-1], "2")
    said = process(*words, stdin="\n".join(again))

    assert "Vervang wat er staat" in said.stdout
    assert file.read_text() == before


def test_wizard_writes_over_nothing_that_somebody_else_made(tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.write_text(EXAMPLE.read_text())

    said = process("organisatie", "maak", file, "--toegankelijk", stdin="")

    assert said.returncode == WRONG_USE
    assert file.read_text() == EXAMPLE.read_text()


def test_wizard_that_is_stopped_writes_nothing(tmp_path: Path) -> None:
    file = tmp_path / FILE

    said = process("organisatie", "maak", file, "--toegankelijk", stdin="De Smid\ns\n")

    assert said.returncode == FINE
    assert not file.exists()


def test_wizard_asks_nothing_that_content_has_no_place_for(tmp_path: Path) -> None:
    file = tmp_path / FILE
    words = ("organisatie", "maak", file, "--inhoud", ROOT / "tests" / "content")

    said = process(*words, "--toegankelijk", stdin="Fiets BV\n\n1\n")

    assert said.returncode == FINE
    assert file.read_text().splitlines()[1:2] == ["organisatie: Fiets BV"]
