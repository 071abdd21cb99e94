"""`controleer`: what it finds and proves, and where."""

import json
import subprocess
import sys
from pathlib import Path

from program import Program, spoil
from screens import CONTENT

from vpwijzer.cli.exits import (
    CONTENT_HAS_ERRORS,
    FINE,
)

SCENARIO = CONTENT / "scenarios" / "lekke-band.yaml"


def test_sound_folder_has_no_findings(vp: Program) -> None:
    said = vp("controleer", CONTENT)

    assert said.code == FINE
    assert said.out == (
        "4 bomen, 8 vragen, 6 routes, 1 begrip, 1 scenario, 1 bron\n"
        "Bewezen over 36.130 mogelijke gesprekken.\n"
        f"{LONGEST}\n"
        "Geen bevindingen.\n"
    )


LONGEST = (
    "Tot het overzicht hoogstens 7 vragen vanaf begin, 5 vanaf herstel, "
    "1 vanaf diefstal, 1 vanaf balie."
)


PROMISES = """\
waarborgen:
  wachten-kan:
    waarom: Niemand hoeft iets.
    dan: {past: [afwachten]}
  altijd-plakken:
    waarom: Plakken is goedkoop.
    in: [herstel]
    dan: {zichtbaar: [plakken]}
"""


def test_promise_that_not_every_conversation_keeps_is_shown_with_the_smallest(
    vp: Program, folder: Path
) -> None:
    file = folder / "waarborgen.yaml"
    file.write_text(PROMISES, encoding="utf-8")

    said = vp("controleer", folder)

    broken = "de waarborg 'altijd-plakken' geldt niet in elk gesprek"
    smallest = [
        "Sta je op een gevaarlijke plek? Ja, midden op de weg",
        "Kun je zelf een band plakken? Ja",
        "Waar sta je? Onder een eik",
    ]
    assert said.code == CONTENT_HAS_ERRORS
    assert [line.rstrip() for line in said.out.splitlines()] == [
        f"{file}:5:3: fout[waarborg-geschonden]: {broken}",
        "  |",
        "5 |   altijd-plakken:",
        "  |   ^^^^^^^^^^^^^^",
        "  = kijk naar de route 'plakken', of zeg preciezer wanneer de waarborg geldt",
        "   Kleinste gesprek, vanaf “Herstellen”, stoel medewerker:",
        *[f"   - {line}" for line in smallest],
        "",
        "4 bomen, 8 vragen, 6 routes, 1 begrip, 1 scenario, 1 bron",
        "Bekeken over 36.130 mogelijke gesprekken; van 2 waarborgen bewezen: 1.",
        LONGEST,
        "1 fout, 0 waarschuwingen.",
    ]


def test_what_was_proved_stands_in_the_json(vp: Program, folder: Path) -> None:
    (folder / "waarborgen.yaml").write_text(PROMISES, encoding="utf-8")

    data = json.loads(vp("controleer", folder, "--json").out)

    assert data["conversations"] == "36130"
    assert sum(int(start["conversations"]) for start in data["starts"]) == 36_130
    shares = {each["id"]: each["share"] for each in data["shares"]}
    assert len(shares) == data["counts"]["routes"]
    assert min(shares.values()) > 0
    assert max(shares.values()) == 1
    assert data["guarantees"] == [
        {"id": "wachten-kan", "holds": True},
        {"id": "altijd-plakken", "holds": False},
    ]
    [finding] = data["findings"]
    assert finding["conversation"]["start"] == "herstel"


def test_only_a_check_proves() -> None:
    script = (
        f"import sys; from vpwijzer.cli import run; run(['speel', r'{SCENARIO}',"
        f" '--inhoud', r'{CONTENT}']); sys.exit('vpwijzer.proof' in sys.modules)"
    )

    done = subprocess.run(  # nothing was imported in it yet
        [sys.executable, "-c", script], capture_output=True, check=False
    )

    assert done.returncode == FINE


def test_broken_line_is_shown_with_a_marker(vp: Program, folder: Path) -> None:
    file = spoil(folder / "bomen" / "begin.yaml", "boom: diefstal", "boom: diefstl")

    said = vp("controleer", folder)

    assert said.code == CONTENT_HAS_ERRORS
    assert said.out.splitlines()[:5] == [
        f"{file}:26:11: fout[onbekende-boom]: de boom 'diefstl' bestaat niet",
        "   |",
        "26 |   - boom: diefstl",
        "   |           ^^^^^^^",
        "   = bedoelde je 'diefstal'?",
    ]
    assert said.out.endswith("1 fout, 0 waarschuwingen.\n")


def test_warning_does_not_fail_a_check(vp: Program, folder: Path) -> None:
    spoil(folder / "bronnen.yaml", "2099-01-15", "2026-02-01")

    said = vp("controleer", folder, "--datum", "2026-02-02")

    assert said.code == FINE
    assert "waarschuwing[bron-verlopen]" in said.out
    assert said.out.endswith("0 fouten, 1 waarschuwing.\n")


def test_warning_fails_a_strict_check(vp: Program, folder: Path) -> None:
    sound = vp("controleer", folder, "--streng")
    spoil(folder / "bronnen.yaml", "2099-01-15", "2026-02-01")

    overdue = vp("controleer", folder, "--streng", "--datum", "2026-02-02")

    assert (sound.code, overdue.code) == (FINE, CONTENT_HAS_ERRORS)


def test_day_decides_what_is_overdue(vp: Program, folder: Path) -> None:
    spoil(folder / "bronnen.yaml", "2099-01-15", "2026-02-01")

    said = vp("controleer", folder, "--datum", "2026-01-31")

    assert said.out.endswith("Geen bevindingen.\n")


def test_scenario_that_does_not_come_out_is_a_finding(
    vp: Program, folder: Path
) -> None:
    spoil(folder / "scenarios" / "lekke-band.yaml", "[van-de-weg]", "[plakken]")

    said = vp("controleer", folder)

    assert said.code == CONTENT_HAS_ERRORS
    assert "de route 'plakken' valt niet af" in said.out


def test_file_in_a_folder_is_checked_with_the_rest(vp: Program, folder: Path) -> None:
    spoil(folder / "routes" / "plakken.yaml", "traject: zelf", "traject: zelv")
    spoil(folder / "routes" / "aangifte.yaml", "traject: ander", "traject: andr")

    said = vp("controleer", folder / "routes" / "plakken.yaml")

    assert said.code == CONTENT_HAS_ERRORS
    assert "'zelv'" in said.out
    assert "'andr'" not in said.out


def test_sound_file_in_a_folder_has_no_findings(vp: Program, folder: Path) -> None:
    spoil(folder / "routes" / "aangifte.yaml", "traject: ander", "traject: andr")

    said = vp("controleer", folder / "bomen" / "begin.yaml")

    assert said.code == FINE
    assert said.out.endswith("Geen bevindingen.\n")


def test_loose_file_is_checked_as_part_of_the_bundled_content(
    vp: Program, tmp_path: Path
) -> None:
    tree = (CONTENT / "bomen" / "diefstal.yaml").read_text(encoding="utf-8")
    (tmp_path / "diefstal.yaml").write_text(tree, encoding="utf-8")

    # By that day the bundled sources are overdue, and that is not about this file.
    said = vp("controleer", tmp_path / "diefstal.yaml", "--datum", "2099-01-01")

    assert said.code == FINE
    assert said.out.endswith("Geen bevindingen.\n")


def test_loose_tree_is_checked_but_said_not_to_be_proved(
    vp: Program, tmp_path: Path
) -> None:
    file = tmp_path / "thee.yaml"
    file.write_text(README_TREE, encoding="utf-8")

    said = vp("controleer", file)

    assert said.code == FINE
    assert "Nog niet bewezen" in said.out


def test_loose_tree_that_reads_a_later_question_is_shown_with_its_line(
    vp: Program, tmp_path: Path
) -> None:
    file = tmp_path / "thee.yaml"
    later = "soort: feit\n    wanneer: {suiker: ja}"
    tree = README_TREE.replace("soort: feit", later, 1)
    file.write_text(tree, encoding="utf-8")

    said = vp("controleer", file)

    assert said.code == CONTENT_HAS_ERRORS
    assert "thee.yaml:11:15: fout[latere-vraag]" in said.out


README_TREE = """\
boom: thee
titel: Thee
onderwerp: Een voorbeeld
start: ja
aan: betrokkene
nagekeken: 2026-11-21
vragen:
  thee:
    vraag: Hoe drink je je thee?
    soort: feit
    opties: {zwart: {tekst: Zwart}, melk: {tekst: Met melk}}
  suiker:
    vraag: Suiker?
    soort: feit
    opties: {ja: {tekst: Ja}, nee: {tekst: Nee}}
"""


def test_broken_loose_file_is_shown_with_its_line(vp: Program, tmp_path: Path) -> None:
    file = tmp_path / "los.yaml"
    file.write_text("boom: los\ntitel: [\n", encoding="utf-8")

    said = vp("controleer", file)

    assert said.code == CONTENT_HAS_ERRORS
    assert f"{file}:" in said.out
    assert "| titel: [" in said.out


def test_loose_file_of_no_known_kind_is_a_finding(vp: Program, tmp_path: Path) -> None:
    file = tmp_path / "los.yaml"
    file.write_text("fiets: rood\n", encoding="utf-8")

    said = vp("controleer", file)

    assert said.code == CONTENT_HAS_ERRORS
    assert "fout[onbekend-soort]" in said.out


def test_file_that_is_not_text_is_a_finding(vp: Program, folder: Path) -> None:
    (folder / "routes" / "plakken.yaml").write_bytes(b"route: \xff\xfe\x00")

    said = vp("controleer", folder)

    assert said.code == CONTENT_HAS_ERRORS
    assert "plakken.yaml:1:" in said.out


def test_check_as_json_is_one_object(vp: Program, folder: Path) -> None:
    spoil(folder / "routes" / "plakken.yaml", "traject: zelf", "traject: zelv")

    said = vp("controleer", folder, "--json")
    data = json.loads(said.out)

    assert said.code == CONTENT_HAS_ERRORS
    keys = [
        "ok",
        "conversations",
        "starts",
        "shares",
        "guarantees",
        "counts",
        "findings",
    ]
    assert list(data) == keys
    assert data["starts"] == []
    assert data["conversations"] is None
    assert data["ok"] is False
    assert data["counts"]["trees"] == 4
    assert {f["code"] for f in data["findings"]} >= {"onbekend-traject"}


def test_check_of_the_language_gives_figures(vp: Program) -> None:
    said = vp("controleer", CONTENT, "--taal")

    assert said.code == FINE
    assert "Flesch-Douma" in said.out
    assert "alles samen" in said.out
