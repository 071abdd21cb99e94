"""The command that lists, shows and writes schemas."""

import json
from pathlib import Path

import pytest

from vpwijzer.cli import run
from vpwijzer.cli.exits import FINE, WRONG_USE
from vpwijzer.loader.keys import KINDS


def schema(*words: str | Path) -> int:
    return run(["schema", *map(str, words)])


def test_kinds_are_listed_with_the_place_of_their_files(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert schema() == FINE

    lines = capsys.readouterr().out.partition("\n\n")[0].splitlines()
    assert [line.split()[0] for line in lines] == list(KINDS)
    assert lines[1].split() == ["route", "routes/*.yaml"]


def test_one_schema_is_shown_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert schema("route") == FINE

    shown = json.loads(capsys.readouterr().out)
    assert shown["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "samenvatting" in shown["required"]


@pytest.mark.parametrize(
    ("word", "hint"), [("routes", "bedoelde je 'route'?"), ("x", "vpwijzer schema")]
)
def test_unknown_kind_is_refused_with_what_to_do(
    word: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert schema(word) == WRONG_USE

    assert hint in capsys.readouterr().err


def test_schemas_are_written_and_renewed(tmp_path: Path) -> None:
    folder = tmp_path / "inhoud" / "schemas"

    assert schema("--naar", folder) == FINE
    first = {file.name: file.read_bytes() for file in folder.iterdir()}
    (folder / "route.json").write_bytes(first["route.json"] + b"\n")
    assert schema("--naar", folder) == FINE

    assert first.keys() == {f"{kind}.json" for kind in KINDS}
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == first


def test_one_schema_is_written_alone(tmp_path: Path) -> None:
    assert schema("route", "--naar", tmp_path) == FINE

    assert [file.name for file in tmp_path.iterdir()] == ["route.json"]


def test_file_of_another_is_not_replaced_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "woorden.json").write_text("{}", encoding="utf-8")

    assert schema("--naar", tmp_path) == WRONG_USE

    assert "woorden.json" in capsys.readouterr().err
    assert [file.name for file in tmp_path.iterdir()] == ["woorden.json"]
    assert (tmp_path / "woorden.json").read_text(encoding="utf-8") == "{}"


def test_file_in_place_of_a_folder_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "schemas").write_text("", encoding="utf-8")

    assert schema("--naar", tmp_path / "schemas") == WRONG_USE

    assert "is geen map" in capsys.readouterr().err
