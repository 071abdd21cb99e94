"""The commands: what they print, in Dutch, and the exit code they leave with."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from program import Program, spoil
from screens import CONTENT

import vpwijzer
from vpwijzer.cli import A_BUG, _explain
from vpwijzer.cli.exits import (
    BUG,
    CONTENT_HAS_ERRORS,
    FINE,
    INTERRUPTED,
    WRONG_USE,
)

COMMANDS = [
    "intake",
    "zelfcheck",
    "start",
    "routes",
    "vergelijk",
    "bomen",
    "speel",
    "controleer",
    "schema",
    "verschil",
]
SHOWING = {"routes", "vergelijk", "bomen", "start", "speel"}
SCENARIO = CONTENT / "scenarios" / "lekke-band.yaml"
ENGLISH = re.compile(
    r"\b(usage|options?|show|required|default|commands?|arguments?|error|try|path|file"
    r"|text|this|message|and|exit|missing|invalid|value|got|unexpected|such|no)\b",
    re.IGNORECASE,
)
ANSWERS = """\
start: begin
antwoorden:
  gevaar: nee
  wat: weg
  wie: alleen
  slot: ja
"""


@pytest.fixture
def vp(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.setenv("COLUMNS", "80")
    return Program(capsys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the content about bicycles, to spoil it."""
    return shutil.copytree(CONTENT, tmp_path / "inhoud")


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "antwoorden.yaml"
    file.write_text(ANSWERS, encoding="utf-8")
    return file


def process(
    *words: str | Path, stdin: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program by itself, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "vpwijzer", *words],
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )


def shell(script: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a shell, as "$vp"."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", script],  # noqa: S607 - any bash will do
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env={
            **os.environ,
            "vp": f"{sys.executable} -m vpwijzer",
            "content": str(CONTENT),
        },
        check=False,
    )


# Help.


@pytest.mark.parametrize("option", ["--help", "--hulp"])
@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_help_is_dutch(command: list[str], option: str, vp: Program) -> None:
    said = vp(*command, option)

    assert said.code == FINE
    assert said.out.startswith(" ".join(["Gebruik: vpwijzer", *command]))
    assert ENGLISH.findall(said.out.replace("--help", "")) == []
    assert said.err == ""


def test_help_names_every_command(vp: Program) -> None:
    out = vp("--hulp").out

    assert re.findall(r"^  (\w+)  ", out, re.MULTILINE) == [*COMMANDS, "help"]


@pytest.mark.parametrize("command", [[], *([name] for name in COMMANDS)])
def test_every_option_is_explained(command: list[str], vp: Program) -> None:
    lines = vp(*command, "--hulp").out.partition("Opties:\n")[2].splitlines()

    assert lines
    assert [line for line in lines if not re.search(r"  \S.*\.$", line)] == []


def test_names_of_the_help_option_stand_in_one_order(vp: Program) -> None:
    for name in COMMANDS:
        assert "--hulp, --help" in vp(name, "--hulp").out


def test_usage_names_what_must_be_there_without_braces(vp: Program) -> None:
    out = vp("speel", "--hulp").out

    assert out.startswith("Gebruik: vpwijzer speel [OPTIES] BESTAND\n")


def test_version_is_told(vp: Program) -> None:
    assert vp("--versie").out == f"vpwijzer {vpwijzer.__version__}\n"


def test_without_a_terminal_the_program_shows_its_help(vp: Program) -> None:
    said = vp()

    assert said.code == FINE
    assert said.out == vp("--hulp").out


# Wrong use.


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "controler",
            "De opdracht 'controler' bestaat niet; bedoelde je 'controleer'?",
        ),
        ("xyz", "De opdracht 'xyz' bestaat niet."),
        (
            "routes --inhuid",
            "De optie '--inhuid' bestaat niet; bedoelde je '--inhoud'?",
        ),
        ("--version", "De optie '--version' bestaat niet; bedoelde je '--versie'?"),
        ("routes plakke", "De route 'plakke' bestaat niet; bedoelde je 'plakken'?"),
        (
            "routes q",
            "De route 'q' bestaat niet; kijk in de lijst met 'vpwijzer routes'.",
        ),
        (
            "vergelijk plakken leenfeits",
            "De route 'leenfeits' bestaat niet; bedoelde je 'leenfiets'?",
        ),
        (
            "vergelijk plakken q",
            "De route 'q' bestaat niet; kijk in de lijst met 'vpwijzer routes'.",
        ),
        ("vergelijk", "Hier hoort nog ROUTE ROUTE... bij."),
        ("vergelijk plakken", "Noem twee tot vier verschillende routes"),
        ("vergelijk plakken plakken", "Noem twee tot vier verschillende routes"),
        (
            "vergelijk plakken leenfiets aangifte afwachten fietsenmaker",
            "Noem twee tot vier verschillende routes",
        ),
        ("bomen herstle", "De boom 'herstle' bestaat niet; bedoelde je 'herstel'?"),
        ("bomen q", "De boom 'q' bestaat niet; kijk in de lijst met 'vpwijzer bomen'."),
        ("start diefstl", "De boom 'diefstl' bestaat niet; bedoelde je 'diefstal'?"),
        ("speel", "Hier hoort nog BESTAND bij."),
        ("speel a b", "Dit hoort er niet bij: b."),
        ("speel a b c", "Dit hoort er niet bij: b c."),
        ("speel er-niet.yaml", "Het bestand of de map 'er-niet.yaml' is er niet."),
        ("speel /", "'/' kan niet worden gelezen."),
        (
            "speel a --rest ja",
            "De waarde bij de optie '--rest' kan niet; kies uit: onb",
        ),
        ("speel a --json=1", "Bij de optie '--json' hoort geen waarde."),
        ("start --stoel", "Bij de optie '--stoel' hoort nog een waarde."),
        (
            "start --stoel baas",
            "De waarde bij de optie '--stoel' kan niet; kies uit: vp, medewerker",
        ),
        ("verschil", "Hier hoort nog OUD bij."),
        ("verschil .", "Hier hoort nog NIEUW bij."),
        ("verschil er-niet .", "De map 'er-niet' is er niet."),
        (f"verschil {__file__} .", f"'{__file__}' is geen map."),
        ("controleer er-niet", "Het bestand of de map 'er-niet' is er niet."),
        (
            "controleer --datum morgen",
            "'morgen' is geen datum; schrijf bijvoorbeeld 20",
        ),
    ],
)
def test_wrong_use_is_explained_in_dutch(words: str, message: str, vp: Program) -> None:
    here = words.split()
    own = ["--inhoud", str(CONTENT)] if here[0] in SHOWING else []

    said = vp(here[0], *own, *here[1:])

    assert said.code == WRONG_USE
    assert said.err.startswith(message)
    assert said.out == ""


@pytest.mark.parametrize("command", ["intake", "routes", "bomen"])
def test_content_folder_that_is_not_there_is_wrong_use(
    command: str, vp: Program
) -> None:
    said = vp(command, "--inhoud", "nergens")

    assert (said.code, said.err) == (WRONG_USE, "De map 'nergens' is er niet.\n")


@pytest.mark.parametrize("words", [["intake"], ["zelfcheck"], ["start"]])
def test_talk_without_a_terminal_is_wrong_use(words: list[str], vp: Program) -> None:
    said = vp(*words, "--inhoud", CONTENT)

    assert said.code == WRONG_USE
    assert said.err.startswith("Een gesprek heeft een terminal nodig; gebruik 'vpwijz")


# Showing content.


def test_routes_are_listed_by_track(vp: Program) -> None:
    said = vp("routes", "--inhoud", CONTENT)

    assert said.code == FINE
    assert said.out.index("Eerst veilig") < said.out.index("Zelf doen")
    assert "fietsenmaker Breng hem naar de fietsenmaker" in said.out


def test_one_route_is_shown_whole(vp: Program) -> None:
    said = vp("routes", "plakken", "--inhoud", CONTENT)

    assert said.code == FINE
    assert said.out.startswith("Plak de band zelf\n")
    assert "Route nagekeken op 2026-01-15." in said.out


def test_routes_are_laid_side_by_side_in_the_order_given(vp: Program) -> None:
    said = vp("vergelijk", "--inhoud", CONTENT, "plakken", "aangifte")

    assert said.code == FINE
    assert said.out.startswith("Naast elkaar")
    assert re.search(r"Plak de band zelf +Geef de diefstal door", said.out)


def test_trees_are_listed(vp: Program) -> None:
    said = vp("bomen", "--inhoud", CONTENT)

    assert said.code == FINE
    assert "Fiets weg · 1 vraag, start" in said.out


def test_one_tree_is_shown_with_its_questions(vp: Program) -> None:
    said = vp("bomen", "diefstal", "--inhoud", CONTENT)

    assert said.code == FINE
    assert "1. Stond hij op slot?" in said.out


@pytest.mark.parametrize(
    "words", [["routes"], ["bomen"], ["controleer", "--datum", "2026-11-22"]]
)
def test_bundled_content_is_used_by_itself(words: list[str], vp: Program) -> None:
    said = vp(*words)

    assert said.code == FINE
    assert len(said.out) > 50


def test_bundled_scenario_comes_out_as_it_says(vp: Program) -> None:
    file = min((CONTENT.parent.parent / "trees" / "scenarios").glob("*.yaml"))

    said = vp("speel", file)

    assert (said.code, said.err) == (FINE, "")


def test_broken_content_is_not_shown(vp: Program, folder: Path) -> None:
    spoil(folder / "routes" / "plakken.yaml", "traject: zelf", "traject: zelv")

    said = vp("routes", "--inhoud", folder)

    assert (said.code, said.out) == (CONTENT_HAS_ERRORS, "")
    assert "onbekend-traject" in said.err


def test_content_that_cannot_be_right_is_not_shown(vp: Program, folder: Path) -> None:
    spoil(folder / "bomen" / "balie.yaml", "start: ja\n", "")
    spoil(folder / "bomen" / "herstel.yaml", "boom: balie", "boom: begin")

    said = vp("routes", "--inhoud", folder)

    assert (said.code, said.out) == (CONTENT_HAS_ERRORS, "")
    assert "vervolg-terug" in said.err


# Checking content.


def test_sound_folder_has_no_findings(vp: Program) -> None:
    said = vp("controleer", CONTENT)

    assert said.code == FINE
    assert said.out == (
        "4 bomen, 8 vragen, 6 routes, 1 begrip, 1 scenario, 1 bron\n"
        "Bewezen over 71.106 mogelijke gesprekken.\n"
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
        "Bekeken over 71.106 mogelijke gesprekken; van 2 waarborgen bewezen: 1.",
        LONGEST,
        "1 fout, 0 waarschuwingen.",
    ]


def test_what_was_proved_stands_in_the_json(vp: Program, folder: Path) -> None:
    (folder / "waarborgen.yaml").write_text(PROMISES, encoding="utf-8")

    data = json.loads(vp("controleer", folder, "--json").out)

    assert data["conversations"] == "71106"
    assert sum(int(start["conversations"]) for start in data["starts"]) == 71_106
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


# Comparing two versions.


def test_folder_does_not_differ_from_itself(vp: Program) -> None:
    said = vp("verschil", CONTENT, CONTENT, "--streng")

    assert (said.code, said.out, said.err) == (FINE, "Geen verschil.\n", "")


@pytest.mark.parametrize(
    ("option", "code"), [([], FINE), (["--streng"], CONTENT_HAS_ERRORS)]
)
def test_difference_is_written_down_and_fails_only_when_strict(
    option: list[str], code: int, vp: Program, folder: Path
) -> None:
    spoil(folder / "bomen" / "herstel.yaml", "In het centrum", "Middenin de stad")

    said = vp("verschil", CONTENT, folder, *option)

    assert said.code == code
    assert said.out.startswith("# Verschil tussen `")
    assert "  - nu: Middenin de stad\n" in said.out
    assert said.err == ""


def test_route_that_fits_more_often_is_in_the_difference(
    vp: Program, folder: Path
) -> None:
    spoil(
        folder / "routes" / "plakken.yaml",
        "plek: [a, b, c, d]",
        "plek: [a, b, c, d, f]",
    )

    said = vp("verschil", CONTENT, folder)

    assert "past nu; eerst viel deze af." in said.out
    assert "Kleinste voorbeeld" in said.out


def test_broken_folders_are_reported_together_and_not_compared(
    vp: Program, folder: Path, tmp_path: Path
) -> None:
    other = shutil.copytree(CONTENT, tmp_path / "ander")
    spoil(folder / "routes" / "plakken.yaml", "titel:", "titl:")
    spoil(other / "bomen" / "herstel.yaml", "titel:", "titl:")

    said = vp("verschil", folder, other)

    assert said.code == CONTENT_HAS_ERRORS
    assert said.out == ""
    assert "plakken.yaml" in said.err
    assert "herstel.yaml" in said.err


# Playing answers.


def test_scenario_is_played_to_its_outcome(vp: Program) -> None:
    said = vp("speel", SCENARIO, "--inhoud", CONTENT)

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
    assert said.out.startswith("Wat er nu kan")
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


# Surroundings.


@pytest.mark.parametrize(
    "environment",
    [
        {"NO_COLOR": "1"},
        {"TERM": "dumb"},
        {"COLUMNS": "0"},
        {"COLUMNS": "1"},
        {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
    ],
    ids=",".join,
)
def test_odd_surroundings_still_show_a_route(environment: dict[str, str]) -> None:
    done = process("routes", "plakken", "--inhoud", CONTENT, **environment)

    assert done.returncode == FINE
    assert done.stdout.startswith("Plak de band zelf")
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("$vp routes --inhoud $content >&-", FINE),
        ("$vp <&-", FINE),
        ("$vp intake --inhoud $content <&-", WRONG_USE),
        ("$vp speel - --inhoud $content <&-", CONTENT_HAS_ERRORS),
        ("$vp xyz 2>&-", WRONG_USE),
        ("$vp routes --inhoud $content >/dev/full", WRONG_USE),
        ("$vp --hulp >/dev/full", WRONG_USE),
        ("$vp controleer $content --json >/dev/full", WRONG_USE),
        ("PYTHONUNBUFFERED=1 $vp routes --inhoud $content | true", WRONG_USE),
        ("$vp --hulp | true", WRONG_USE),
        ("$vp routes --inhoud $content | head -1", FINE),
    ],
)
def test_streams_that_fail_leave_no_traceback(script: str, code: int) -> None:
    done = shell(script)

    assert "Traceback" not in done.stderr
    assert "Exception" not in done.stderr
    assert ENGLISH.findall(done.stderr) == []
    assert done.returncode == code


def test_unexpected_error_says_one_dutch_sentence_and_no_details(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = _explain(ValueError("geheim"), debug=False)

    assert code == BUG
    assert capsys.readouterr() == ("", f"{A_BUG}\n")


def test_unexpected_error_shows_its_details_when_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    answer = "mijn antwoord"

    code = _explain(failure_with(answer), debug=True)

    said = capsys.readouterr()
    assert code == BUG
    assert "ZeroDivisionError" in said.err
    assert answer not in said.err


def failure_with(local: str) -> Exception:
    """Fail for real while a local variable holds something private."""
    try:
        len(local) // 0
    except ZeroDivisionError as error:
        return error
    return AssertionError()


def test_check_of_the_language_gives_figures(vp: Program) -> None:
    said = vp("controleer", CONTENT, "--taal")

    assert said.code == FINE
    assert "Flesch-Douma" in said.out
    assert "alles samen" in said.out


# Plain lines.

TALK: list[str | Path] = ["start", "diefstal", "--inhoud", CONTENT]
MINIMAL = Path(__file__).parents[1] / "data" / "minimal"


def test_pipe_answers_when_it_is_asked_to() -> None:
    done = process(*TALK, "--toegankelijk", stdin="1\ns\n")

    assert done.returncode == FINE
    assert "Je antwoord: 1, Ja." in done.stdout
    assert "Geef de diefstal door" in done.stdout
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f]", done.stdout)
    assert done.stderr == ""


@pytest.mark.parametrize("environment", [{"ACCESSIBLE": "1"}, {"TERM": "dumb"}, {}])
def test_pipe_never_answers_by_accident(environment: dict[str, str]) -> None:
    done = process(*TALK, stdin="1\ns\n", **environment)

    assert done.returncode == WRONG_USE
    assert done.stdout == ""
    assert "--toegankelijk" in done.stderr


def test_pipe_that_ends_too_soon_interrupts() -> None:
    done = process(*TALK, "--toegankelijk", stdin="")

    assert done.returncode == INTERRUPTED
    assert done.stdout.endswith("Er is niets bewaard.\n")


def test_question_that_changes_nothing_is_asked_on_request(tmp_path: Path) -> None:
    content = shutil.copytree(MINIMAL, tmp_path / "inhoud")
    idle = "  weer:\n    vraag: Regent het?\n    soort: feit\n    opties:\n"
    idle += "      ja: {tekst: Ja}\n      nee: {tekst: Nee}\n"
    spoil(content / "bomen" / "klacht.yaml", "vervolg:", f"{idle}vervolg:")
    talk = ("start", "klacht", "--inhoud", content, "--toegankelijk")
    answers = "1\n" * 6
    brief = process(*talk, stdin=answers)
    full = process(*talk, "--alles-vragen", stdin=answers)

    assert "Regent het?" not in brief.stdout
    assert "Regent het?" in full.stdout


@pytest.mark.parametrize("words", [["-h"], ["help"], ["--hulp"]])
def test_help_is_asked_for_in_every_usual_way(vp: Program, words: list[str]) -> None:
    assert vp(*words).out == vp("--help").out != ""


def test_help_of_a_command_is_that_of_its_option(vp: Program) -> None:
    assert vp("help", "intake").out == vp("intake", "-h").out
    assert "Gebruik: vpwijzer intake" in vp("help", "intake").out


@pytest.mark.parametrize(
    ("words", "near"), [(["help", "intak"], "intake"), (["hlp"], "help")]
)
def test_help_on_a_typing_error_names_what_was_meant(
    vp: Program, words: list[str], near: str
) -> None:
    said = vp(*words)

    assert said.code == WRONG_USE
    assert f"bedoelde je '{near}'?" in said.err


def test_messages_name_the_program_as_it_was_started(
    vp: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VPWIJZER_GESTART", "python3 start.py")

    assert "'python3 start.py routes'" in vp("routes", "qqqq").err
    assert "'python3 start.py --hulp'" in vp("--qqqq").err
    assert "'python3 start.py schema route'" in vp("schema").out
    assert "Gebruik: python3 start.py intake" in vp("intake", "-h").out


def test_messages_name_uv_when_that_started_the_program(
    vp: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["/x/bin/vpwijzer"])
    monkeypatch.setenv("UV_RUN_RECURSION_DEPTH", "1")

    assert "'uv run vpwijzer routes'" in vp("routes", "qqqq").err


def test_tree_that_asks_nothing_by_itself_is_refused_with_a_remedy(vp: Program) -> None:
    said = vp("start", "omgeving", "--toegankelijk")

    assert said.code == WRONG_USE
    assert said.err.startswith("De boom 'omgeving' vraagt niets als je ermee begint")
    assert "'vpwijzer start'" in said.err
    assert said.out == ""
