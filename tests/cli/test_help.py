"""Help and wrong use, in Dutch, in every usual way."""

import os
import re
import sys

import pytest
from program import ENGLISH, Program
from screens import CONTENT

import vpwijzer
from vpwijzer.cli.exits import (
    FINE,
    WRONG_USE,
)

COMMANDS = [
    "intake",
    "zelfcheck",
    "hervat",
    "start",
    "routes",
    "vergelijk",
    "bomen",
    "speel",
    "controleer",
    "schema",
    "verschil",
    "pagina",
    "organisatie",
]


FILE = os.path.relpath(__file__)
"""Without a space, wherever the checkout stands."""
SHOWING = {"routes", "vergelijk", "bomen", "start", "speel"}


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
        (f"verschil {FILE} .", f"'{FILE}' is geen map."),
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
