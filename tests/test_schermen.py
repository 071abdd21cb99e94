"""The screens in docs/ are what the program shows; they fit, and paint nothing."""

import re
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="needs a pty"),
    pytest.mark.no_cover,  # test_ends measures a program in a window
]

FOLDER = Path(__file__).parents[1] / "docs" / "schermen"
SHOWN = sorted(FOLDER.glob("*.txt"))


@pytest.mark.parametrize("file", SHOWN, ids=lambda file: file.stem)
def test_screens_are_what_the_program_shows(file: Path) -> None:
    from docs.maak_schermen import plays  # noqa: PLC0415 - needs a pty

    shown = file.read_text(encoding="utf-8")

    assert shown == plays()[file.name](), "make it again with docs/maak"


def test_every_talk_is_shown_in_every_way() -> None:
    from docs.maak_schermen import plays  # noqa: PLC0415 - needs a pty

    assert {file.name for file in SHOWN} == set(plays())


@pytest.mark.parametrize("file", SHOWN, ids=lambda file: file.stem)
def test_no_line_is_wider_than_its_window(file: Path) -> None:
    width = int(re.findall(r"\d+", file.stem)[0])
    lines = file.read_text(encoding="utf-8").splitlines()

    assert [x for x in lines if len(x) > width and not x.startswith("> ")] == []


@pytest.mark.parametrize("file", SHOWN, ids=lambda file: file.stem)
def test_screens_hold_words_and_no_escape(file: Path) -> None:
    shown = file.read_text(encoding="utf-8")

    assert re.search(r"\w{3,}", shown)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f]", shown)
