"""Names and lines that somebody else wrote do not paint, wherever they are shown."""

from pathlib import Path
from unicodedata import category

import pytest
from program import Program

from vpwijzer.words.sanitize import inert

NASTY = "\x1b[31mX\x1b]0;y\x07\x9b2J\u202eabc\u2066d\u200f"


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str]) -> Program:
    return Program(capsys)


def paints(words: str) -> set[str]:
    return {each for each in words if category(each) in {"Cc", "Cf"}} - {"\n"}


def test_what_paints_is_left_out_and_all_else_stays() -> None:
    assert inert("één\u00a0\x1b[1m\u202e\n– ☎") == "één\u00a0[1m– ☎"


@pytest.mark.parametrize(
    "words",
    [
        (NASTY,),
        (f"--{NASTY}",),
        ("bomen", NASTY),
        ("routes", NASTY),
        ("vergelijk", NASTY, "b"),
        ("start", NASTY),
        ("speel", NASTY),
        ("schema", NASTY),
        ("controleer", NASTY),
        ("verschil", NASTY, NASTY),
        ("intake", "--inhoud", NASTY),
    ],
)
def test_typed_word_does_not_paint(program: Program, words: tuple[str, ...]) -> None:
    said = program(*words)

    assert said.code == 2
    assert "[31mX" in said.err
    assert not paints(said.err + said.out)


@pytest.mark.parametrize("options", [(), ("--json",)])
def test_name_of_a_file_does_not_paint(
    program: Program, tmp_path: Path, options: tuple[str, ...]
) -> None:
    folder = tmp_path / NASTY
    folder.mkdir()
    (folder / "los.yaml").write_text("boom: los\n", encoding="utf-8")

    said = program("controleer", folder, *options)

    assert said.code == 1
    assert "los.yaml" in said.out
    assert not paints(said.out + said.err)


def test_wrong_line_does_not_paint_and_keeps_its_mark_in_place(
    program: Program, tmp_path: Path
) -> None:
    file = tmp_path / "los.yaml"
    file.write_text("boom: los\ntitel: a\u202eb\x1b[31mc\u202ed\n", encoding="utf-8")

    said = program("controleer", file)

    assert "2 | titel: a\ufffdb\ufffd[31mc\ufffdd\n" in said.out
    assert not paints(said.out + said.err)


def test_place_that_was_written_to_does_not_paint(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    said = program("schema", "--naar", NASTY)

    assert (said.code, paints(said.out)) == (0, set())
