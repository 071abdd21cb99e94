"""The program in any surroundings: streams, plain lines and what goes wrong."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from program import ENGLISH, process, spoil
from screens import CONTENT

from vpwijzer.cli import A_BUG, _explain
from vpwijzer.cli.exits import (
    BUG,
    CONTENT_HAS_ERRORS,
    FINE,
    INTERRUPTED,
    WRONG_USE,
)

VP = 'vp() { "$python" -m vpwijzer "$@"; }'


def shell(script: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a shell, as vp."""
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", f"{VP}\n{script}"],  # noqa: S607 - any bash will do
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env={
            **os.environ,
            "python": sys.executable,
            "content": str(CONTENT),
        },
        check=False,
    )


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
        ('vp routes --inhoud "$content" >&-', FINE),
        ("vp <&-", FINE),
        ('vp intake --inhoud "$content" <&-', WRONG_USE),
        ('vp speel - --inhoud "$content" <&-', CONTENT_HAS_ERRORS),
        ("vp xyz 2>&-", WRONG_USE),
        ('vp routes --inhoud "$content" >/dev/full', WRONG_USE),
        ("vp --hulp >/dev/full", WRONG_USE),
        ('vp controleer "$content" --json >/dev/full', WRONG_USE),
        ('PYTHONUNBUFFERED=1 vp routes --inhoud "$content" | true', WRONG_USE),
        ("vp --hulp | true", WRONG_USE),
        ('vp routes --inhoud "$content" | head -1', FINE),
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
