"""A talk leaves nothing behind: no file, no connection, no other process."""

import os
import re
import shutil
import signal
import subprocess
import sys
from itertools import cycle
from pathlib import Path

import pytest
from bundled import bundled
from screens import CONTENT
from terminal import Terminal, terminal

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="needs a pty"),
    pytest.mark.no_cover,  # measuring would write
]

WATCHED = Path(__file__).parent / "support" / "watched.py"
OURS = ("COVERAGE_", "PYTHON")  # would make the watched process write
SWITCH = "os.putenv (b'PROMPT_TOOLKIT_NO_CPR', b'1')"
"""The one thing the program tells its environment; it says nothing of the talk."""


def hold_talk(window: Terminal) -> None:
    """Answer, explain, step back, settle something, read a route, and stop."""
    window.wait_for()
    window.pick("Ja, midden op de weg")
    window.wait_for("Eerst dit")
    window.pick("Ga door met de vragen")
    window.wait_for("Wat is er met je fiets?")
    window.press("?")
    window.wait_for("Enter = terug naar de vraag")
    window.press("1")
    window.wait_for("Wat is er met je fiets?")
    window.pick("Een lekke band")
    window.wait_for("Kun je zelf een band plakken?")
    window.pick("Ja")
    window.wait_for("Waar sta je?")
    window.press("t")
    window.wait_for("Kun je zelf een band plakken?")
    window.pick("Ja")
    window.wait_for("Waar sta je?")
    window.pick("Op het kerkplein")
    window.wait_for("Wat er nu kan")
    settle(window)
    window.press("1")
    window.wait_for("Route nagekeken op")
    window.stop()


def settle(window: Terminal) -> None:
    """Go through what comes after the outcome, and back to it."""
    window.press("r")
    window.wait_for("Wil je nu iets laten doen?")
    window.press("2")
    window.wait_for("Wie mogen we bellen")
    window.press("d")
    window.wait_for("Aan de balie afgesproken")
    window.press("1")
    window.wait_for("Wat er nu kan")


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Stand in an empty home, with nothing of this test run in the environment."""
    for name in os.environ:
        if name.startswith(OURS):
            monkeypatch.delenv(name)
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_talk_opens_nothing_to_write_and_reaches_nobody(bare: Path) -> None:
    # -B as start.py does: compiled files would be left behind.
    command = (sys.executable, "-B", str(WATCHED))
    with terminal(["intake", "--inhoud", str(CONTENT)], 120, 50, command) as window:
        hold_talk(window)
        code = window.end()
        _, _, after = window.text().partition("Er is niets bewaard.\n")

    seen = [line for line in after.splitlines() if line]
    assert code == 0
    assert seen == [SWITCH, "gezien: 1"]
    assert list(bare.rglob("*")) == []


def test_talk_leaves_no_compiled_files_where_nothing_was_compiled(bare: Path) -> None:
    words = "import sys, vpwijzer; sys.argv[1:] = ['intake', '--toegankelijk']"

    before = compiled_by(words, bare / "eerder")
    after = compiled_by(f"{words}; vpwijzer.main()", bare / "later", TALKED)

    assert after == before


def test_library_compiles_as_its_user_wants(bare: Path) -> None:
    left = compiled_by("import vpwijzer.loader", bare / "los")

    assert any("/vpwijzer/loader/__init__." in file for file in left)


TALKED = "Er is niets bewaard."


def compiled_by(code: str, place: Path, said: str = "") -> set[str]:
    """Run code where no module was compiled yet; gives what was compiled since."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPYCACHEPREFIX": str(place)},
        input="1\n1\n1\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert said in done.stdout, done.stderr
    return {file.relative_to(place).as_posix() for file in place.rglob("*.pyc")}


def test_watching_sees_a_file_and_a_connection(bare: Path) -> None:
    code = (
        "import runpy, socket, sys\n"
        f"watched = runpy.run_path({str(WATCHED)!r})\n"
        "sys.addaudithook(watched['watch'])\n"
        "open('geheim.txt', 'w').close()\n"
        "socket.socket().close()\n"
        "print(watched['seen'])\n"
    )
    with terminal(["-c", code], 120, command=(sys.executable, "-B")) as window:
        assert window.end() == 0
        seen = window.text().strip()

    assert seen == "['open geheim.txt', 'socket 2']"
    assert [file.name for file in bare.iterdir()] == ["geheim.txt"]


def test_answers_stand_in_no_process_list(bare: Path) -> None:
    command = (sys.executable, "-B", "-m", "vpwijzer")
    with terminal(["intake", "--inhoud", str(CONTENT)], command=command) as window:
        window.wait_for()
        before = process_seen(window)
        window.pick("Nee, ik sta veilig")
        window.wait_for("Wat is er met je fiets?")
        after = process_seen(window)
        window.press("q")
        window.end()

    assert after == before
    assert list(bare.iterdir()) == []


def process_seen(window: Terminal) -> list[bytes]:
    """Read what other people on the machine can see of the process."""
    place = Path("/proc") / str(window.child.pid)
    if not place.exists():
        pytest.skip("no /proc here")
    return [(place / name).read_bytes() for name in ("cmdline", "environ", "comm")]


TREES = [tree for tree in bundled().trees.values() if tree.can_start]
ENDS = ("q", "SIGTERM", "\x03", "SIGHUP", "s", "SIGQUIT", "\x04", "SIGKILL")


@pytest.mark.parametrize(
    ("words", "end"),
    [
        (
            ["start", tree.id, "--stoel", "vp" if tree.adviser_only else "medewerker"],
            end,
        )
        for tree, end in zip(TREES, cycle(ENDS), strict=False)
    ],
    ids=lambda value: repr(value) if isinstance(value, str) else value[1],
)
def test_every_tree_leaves_nothing_however_it_ends(
    words: list[str], end: str, bare: Path
) -> None:
    command = (sys.executable, "-B", "-m", "vpwijzer")
    with terminal(words, 100, 40, command) as window:
        window.wait_for()
        for key in ("1\r", "0\r", "v"):
            window.child.send(key)
            window.settle()
            window.see()
        if end.startswith("SIG"):
            os.kill(window.child.pid, getattr(signal, end))
        elif end == "s":
            window.stop()
        else:
            window.child.send(end)
        window.gone()
        left = [line for line in window.lines() if line]

    assert list(bare.rglob("*")) == []
    quiet = {"q": [], "SIGKILL": left}
    assert left == quiet.get(end, ["Er is niets bewaard."])


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_system_sees_no_file_written_and_no_connection(bare: Path) -> None:
    seen = bare / "gezien"
    calls = "trace=openat,open,creat,mkdir,rename,unlink,socket,connect,execve"
    strace = ("strace", "-f", "-qq", "-e", calls, "-o", str(seen))
    command = (*strace, sys.executable, "-B", "-m", "vpwijzer")
    with terminal(["intake", "--inhoud", str(CONTENT)], 120, 50, command) as window:
        hold_talk(window)
        assert window.end() == 0

    lines = seen.read_text(encoding="utf-8").splitlines()
    wrote = [x for x in lines if re.search("O_WRONLY|O_RDWR|O_CREAT|creat|mkdir", x)]
    spoke = [x for x in lines if re.search(r"socket\(|connect\(", x)]
    assert len(lines) > 100
    assert [x for x in wrote if not re.search('"/dev/(null|tty|pts/)', x)] == []
    assert [x for x in spoke if "AF_UNIX" not in x] == []
    assert len([x for x in lines if "execve(" in x and "= 0" in x]) == 1
    assert [file for file in bare.iterdir() if file != seen] == []
