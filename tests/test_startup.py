"""What takes long to load is loaded when it is needed, and not before."""

import subprocess
import sys
from pathlib import Path

import pytest

SLOW = {"jinja2", "prompt_toolkit", "questionary", "rich", "typer", "yaml"}

TELL = """
import sys
def tell():
    print(*sorted(sys.modules))
"""
RUN = """
from vpwijzer.cli import run
import contextlib, io
with contextlib.redirect_stdout(io.StringIO()):
    assert run(%r) == 0
tell()
"""
EXAMPLE = Path(__file__).parents[1] / "voorbeelden" / "organisaties" / "gemeente.yaml"
AT_WORK = """
from vpwijzer.cli.library import open_library
from vpwijzer.cli.workplace import added
assert added(open_library(None), %r).organisation
tell()
"""
FIRST_PAGE = """
from vpwijzer.cli import at_once, start_talk
from vpwijzer.cli.library import open_library
from vpwijzer.interview.screens.start import read_opening
from vpwijzer.interview.terminal.prompt import Prompt
from vpwijzer.model import Seat

class Shown(Prompt):
    def choose(self, menu):
        assert menu.choices
        tell()
        sys.exit()

read_opening(Shown(), open_library(None), Seat[%r])
"""
FIRST_QUESTION = """
from vpwijzer.cli.library import open_library
from vpwijzer.cli.start_talk import first_tree
from vpwijzer.interview.conversation import Conversation
from vpwijzer.model import Seat
from vpwijzer.engine.walk import begin

class Asker:
    def choose(self, menu):
        assert menu.choices
        tell()
        sys.exit()

library = open_library(None)
walk = begin(library, first_tree(library).id, Seat.EMPLOYEE)
Conversation(Asker(), library).run(walk)
"""


def loaded_by(code: str) -> set[str]:
    """Run code in a Python of its own; gives what it had loaded when it told.

    Python itself may have loaded things before it began, for one to measure coverage.
    """
    return _loaded(code) - _loaded("tell()")


def _loaded(code: str) -> set[str]:
    result = subprocess.run(
        [sys.executable, "-c", TELL + code],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return set(result.stdout.split())


def test_version_loads_nothing() -> None:
    heavy = SLOW | {"dataclasses", "pathlib", "re", "traceback", "typing"}

    assert not loaded_by(RUN % (["--versie"],)) & heavy


@pytest.mark.parametrize("words", [["--help"], ["intake", "--hulp"]])
def test_help_loads_the_command_line_only(words: list[str]) -> None:
    assert loaded_by(RUN % (words,)) & SLOW == {"typer"}


def test_opening_is_shown_before_what_holds_a_conversation_is_loaded() -> None:
    loaded = loaded_by(FIRST_PAGE % "EMPLOYEE")

    assert "vpwijzer.pages.menu" in loaded
    assert not loaded & {"vpwijzer.engine.replay", "vpwijzer.engine.walk"}


@pytest.mark.parametrize("seat", ["ADVISER", "EMPLOYEE"])
def test_first_page_needs_a_terminal_and_nothing_else_that_is_slow(seat: str) -> None:
    assert loaded_by(FIRST_PAGE % seat) & SLOW == {"prompt_toolkit", "questionary"}


def test_first_question_needs_nothing_slow() -> None:
    assert not loaded_by(FIRST_QUESTION) & SLOW


def test_organisation_needs_yaml_and_nothing_else_that_is_slow() -> None:
    loaded = loaded_by(AT_WORK % str(EXAMPLE))

    assert loaded & {*SLOW, "pathlib"} == {"yaml"}


@pytest.mark.parametrize("words", [["routes"], ["bomen"]])
def test_lists_need_no_yaml(words: list[str]) -> None:
    assert "yaml" not in loaded_by(RUN % (words,))
