"""The one module that writes files: errors in words, and nothing half."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from writing import at_each_point, files_in, largest_file

from vpwijzer.atomic_file import (
    WHY,
    Kind,
    NotWrittenError,
    make_folder,
    replace_file,
    write_file,
)

KIND = Kind("blad", b"blad van ons")
OLD, NEW = b"blad van ons: oud", b"blad van ons: nieuw" * 1000
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs its file modes")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    file = tmp_path / "blad"
    file.write_bytes(OLD)
    return file


class Failing:
    """Fails the n-th time."""

    def __init__(self, number: int, code: int) -> None:
        self.number, self.left, self.code = number, number, code

    def __call__(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise OSError(self.code, "as the system says")


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
def test_file_is_old_or_new_whichever_call_fails(file: Path, code: int) -> None:
    told: list[str] = []
    failing = Failing(0, code)
    while failing.left <= 0:
        file.write_bytes(OLD)
        failing = Failing(failing.number + 1, code)
        refused = written(file, failing)
        told += refused
        assert files_in(file.parent) == {"blad": OLD if refused else NEW}

    assert set(told) == {f"'{file}' kan niet worden geschreven: {WHY[code]}"}
    assert len(told) > 10


def written(file: Path, failing: Failing) -> list[str]:
    """Write; gives what was told when that failed."""
    with at_each_point(failing):
        try:
            write_file(str(file), NEW, KIND)
        except NotWrittenError as error:
            return [str(error)]
    return []


def test_what_stops_the_program_leaves_the_file(file: Path) -> None:
    def stop() -> None:
        if len(files_in(file.parent)) > 1:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt), at_each_point(stop):
        write_file(str(file), NEW, KIND)

    assert files_in(file.parent)["blad"] == OLD


def test_what_a_killed_write_left_is_removed_and_nothing_else(file: Path) -> None:
    left = file.with_name(".blad.0123abcd.half")
    others = [".blad.half", ".blad.0123abcg.half", ".ander.0123abcd.half", "x.half"]
    for name in (left.name, *others):
        file.with_name(name).write_bytes(b"half")

    write_file(str(file), NEW, KIND)

    assert files_in(file.parent).keys() == {"blad", *others}


def test_long_name_can_be_written(tmp_path: Path) -> None:
    name = "é" * 120

    write_file(str(tmp_path / name), NEW, KIND)

    assert files_in(tmp_path) == {name: NEW}


def test_name_without_a_folder_is_written_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    write_file("blad", NEW, KIND)

    assert files_in(tmp_path) == {"blad": NEW}


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("er-niet/blad", "de map bestaat niet"),
        ("blad/blad", "wat ervoor staat, is geen map"),
        ("x" * 300, "de naam is te lang"),
    ],
)
def test_place_that_cannot_be_is_told(file: Path, name: str, why: str) -> None:
    if sys.platform == "win32":
        pytest.skip("has other errors for these")
    place = file.parent / name

    with pytest.raises(NotWrittenError) as told:
        write_file(str(place), NEW, KIND)

    assert str(told.value) == f"'{place}' kan niet worden geschreven: {why}"
    assert files_in(file.parent) == {"blad": OLD}


AS_ANOTHER = """
import os, sys
from vpwijzer.atomic_file import Kind, write_file
os.chdir(sys.argv[1])
os.setgid(65534)
os.setuid(65534)
try:
    write_file("blad", b"nieuw", Kind("blad", b"blad van ons"))
except Exception as error:
    print(error)
"""


@posix
@pytest.mark.parametrize(
    ("folder_mode", "mode", "why"),
    [
        (0o555, 0o666, "kan niet worden geschreven: je mag hier niet schrijven"),
        (0o777, 0o444, "mag je niet veranderen"),
        (0o777, 0o222, "kan niet worden geschreven: je mag hier niet schrijven"),
    ],
)
def test_place_of_another_is_told(
    file: Path, folder_mode: int, mode: int, why: str
) -> None:
    if os.getuid() != 0:
        pytest.skip("only root can become another")
    file.chmod(mode)
    file.parent.chmod(folder_mode)

    code = [sys.executable, "-c", AS_ANOTHER, str(file.parent)]
    done = subprocess.run(code, capture_output=True, encoding="utf-8", check=True)

    assert done.stdout == f"'blad' {why}\n"
    assert files_in(file.parent) == {"blad": OLD}


@posix
def test_what_does_not_fit_leaves_the_old(file: Path) -> None:
    with largest_file(100), pytest.raises(NotWrittenError, match="te groot"):
        write_file(str(file), NEW, KIND)

    assert files_in(file.parent) == {"blad": OLD}


def test_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    make_folder(str(tmp_path / "a" / "b"))
    make_folder(str(tmp_path / "a" / "b"))

    assert (tmp_path / "a" / "b").is_dir()


def test_folder_that_cannot_be_made_is_told(file: Path) -> None:
    with pytest.raises(NotWrittenError, match="kan niet worden geschreven"):
        make_folder(str(file / "map"))


@posix
def test_own_place_is_replaced_and_never_through_a_link(file: Path) -> None:
    link = file.with_name("link")
    link.symlink_to(file)

    replace_file(str(link), NEW)

    assert not link.is_symlink()
    assert files_in(file.parent) == {"blad": OLD, "link": NEW}
