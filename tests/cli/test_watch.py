"""`controleer --volg`: a change is checked at once, whatever happens to the files."""

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from program import spoil
from terminal import PATIENCE, Terminal, terminal

from vpwijzer.cli.watch import look

WAITS = "Wacht op een verandering. Ctrl-C stopt."
CLEAN = "Geen bevindingen."

on_a_pty = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")


@pytest.fixture
def window(folder: Path) -> Iterator[Terminal]:
    with terminal(["controleer", str(folder), "--volg"], 200, 40) as opened:
        sees(opened, CLEAN)
        yield opened


def sees(window: Terminal, words: str) -> None:
    """Wait until a check has said this, and nothing of another check is on screen."""
    end = time.monotonic() + PATIENCE
    while words not in (shown := screen(window)) or WAITS not in shown:
        assert time.monotonic() < end, window.text()
        window.read(0.05)
    assert shown.count("Controle van") == 1


def screen(window: Terminal) -> str:
    return " ".join("\n".join(window.screen.display).split())


@on_a_pty
def test_mistake_and_its_repair_are_seen_at_once(
    window: Terminal, folder: Path
) -> None:
    file = folder / "bomen" / "begin.yaml"

    spoil(file, "boom: diefstal", "boom: diefstl")
    sees(window, "fout[onbekende-boom]")
    spoil(file, "boom: diefstl", "boom: diefstal")
    sees(window, CLEAN)

    assert "onbekende-boom" not in screen(window)


@on_a_pty
def test_new_and_deleted_files_are_seen(window: Terminal, folder: Path) -> None:
    route = folder / "routes" / "plakken.yaml"
    words = route.read_text(encoding="utf-8")

    (folder / "routes" / "nieuw.yaml").write_text(words, encoding="utf-8")
    sees(window, "routes/nieuw.yaml:")
    (folder / "routes" / "nieuw.yaml").unlink()
    sees(window, CLEAN)
    route.unlink()
    sees(window, "'plakken'")


@on_a_pty
def test_file_saved_half_way_is_a_finding_and_no_crash(
    window: Terminal, folder: Path
) -> None:
    file = folder / "klokken.yaml"
    whole = file.read_bytes()

    for size in (0, 1, len(whole) // 2, len(whole) - 3):
        file.write_bytes(whole[:size] + "é".encode()[:1])
        sees(window, "fout[geen-utf8]")
        file.write_bytes(whole)
        sees(window, CLEAN)


@on_a_pty
def test_folder_that_goes_away_may_come_back(
    window: Terminal, folder: Path, tmp_path: Path
) -> None:
    folder.rename(tmp_path / "weg")
    sees(window, "De inhoud is nu niet te lezen")
    (tmp_path / "weg").rename(folder)
    sees(window, CLEAN)


@on_a_pty
def test_ctrl_c_stops_as_everywhere(window: Terminal) -> None:
    window.child.send("\x03")

    assert window.end() == 130
    assert "Traceback" not in window.text()


@on_a_pty
def test_report_is_written_again_after_every_change(
    folder: Path, tmp_path: Path
) -> None:
    file = tmp_path / "verslag.md"
    words = ["controleer", str(folder), "--volg", "--verslag", str(file)]

    with terminal(words, 120, 60) as window:
        sees(window, f"Verslag: {file}")
        spoil(folder / "routes" / "plakken.yaml", "Plak de band zelf", "Plak hem zelf")
        end = time.monotonic() + PATIENCE
        while "Plak hem zelf" not in file.read_text(encoding="utf-8"):
            assert time.monotonic() < end, window.text()
            window.read(0.05)


def test_folder_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    said = follow(tmp_path / "er-niet")

    said.wait(PATIENCE)

    assert said.returncode == 2
    assert said.communicate()[1] == (
        f"Het bestand of de map '{tmp_path / 'er-niet'}' is er niet.\n"
    )


def test_json_is_one_object_and_not_followed(folder: Path) -> None:
    said = follow(folder, "--json")

    assert said.communicate(timeout=PATIENCE) == (
        "",
        "Kies '--json' of '--volg', niet allebei.\n",
    )
    assert said.returncode == 2


def test_without_a_terminal_every_check_follows_the_last(folder: Path) -> None:
    said = follow(folder)
    assert said.stdout is not None
    until(said, WAITS)

    spoil(folder / "bomen" / "begin.yaml", "boom: diefstal", "boom: diefstl")
    seen = until(said, "onbekende-boom")
    said.kill()
    said.communicate()

    assert "\x1b" not in seen


def follow(folder: Path, *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "vpwijzer", "controleer", str(folder), "--volg", *words],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def until(said: "subprocess.Popen[str]", words: str) -> str:
    assert said.stdout is not None
    seen = ""
    for line in said.stdout:
        seen += line
        if words in line:
            return seen
    raise AssertionError(seen)


# What counts as a change.


def test_nothing_changed_is_no_change(folder: Path) -> None:
    assert look(folder) == look(folder)


def test_save_of_the_same_size_is_a_change(folder: Path) -> None:
    file, before = folder / "klokken.yaml", look(folder)

    file.write_bytes(file.read_bytes())

    assert look(folder) != before


def test_what_an_editor_keeps_for_itself_is_no_change(folder: Path) -> None:
    before = look(folder)

    (folder / "routes" / ".plakken.yaml.swp").write_text("x")
    (folder / ".git").mkdir()
    (folder / ".git" / "index").write_text("x")

    assert look(folder) == before


def test_link_to_nothing_is_seen_and_harmless(folder: Path) -> None:
    before = look(folder)

    (folder / "routes" / "wees.yaml").symlink_to(folder / "er-niet")

    assert look(folder) != before
    assert look(folder) == look(folder)


def test_empty_folder_is_a_change(folder: Path) -> None:
    before = look(folder)

    (folder / "nieuw").mkdir()

    assert look(folder) != before


def test_loose_file_is_looked_at_by_itself(folder: Path) -> None:
    file = folder / "klokken.yaml"

    assert list(look(file)) == [file]


def test_folder_that_is_gone_has_nothing(tmp_path: Path) -> None:
    assert look(tmp_path / "er-niet") == {tmp_path / "er-niet": ()}
