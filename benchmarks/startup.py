"""Times how fast the program starts, in multiples of bare Python in the same run.

Installs the program and two programs of the same kind in an environment of their own,
for the time of the run.
"""

import fcntl
import json
import os
import pty
import re
import resource
import select
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
import venv
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "voorbeelden" / "organisaties" / "gemeente.yaml"
AT_WORK = ("/usr/bin/env", f"VPWIJZER_ORGANISATIE={EXAMPLE}")
"""How a program starts where an organisation is found."""
PEERS = ("copier==9.19.1", "cookiecutter==2.7.1")
ROUNDS = 15
ROWS, COLUMNS = 24, 80
PATIENCE = 20
QUIET = 0.4
PAINT = re.compile(rb"\x1b\[[0-9;?]*[a-zA-Z]")
TAKES_KEYS = b"\x1b[?2004h"
"""What prompt_toolkit writes when it starts to read keys."""
CLEAR = b"\x1b[?1049l"
"""What is written when the conversation's screen is left."""
STEPS = 12
"""How many questions are answered to see what one costs."""


class Took(NamedTuple):
    """Seconds on the clock, and seconds of processor time."""

    clock: float
    processor: float


Times = dict[str, list[Took]]


class Window(AbstractContextManager["Window"]):
    """A program in a terminal of its own."""

    def __init__(self, command: list[str], place: Path) -> None:
        self.began = time.perf_counter()
        self.pid, self.screen = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            os.chdir(place)
            environment = {**os.environ, "TERM": "xterm-256color"}
            os.execve(command[0], command, environment)  # noqa: S606 - no shell
        self.written = b""

    def __exit__(self, *_: object) -> None:
        os.kill(self.pid, 9)
        os.waitpid(self.pid, 0)
        os.close(self.screen)

    def took(self) -> Took:
        schedule = Path(f"/proc/{self.pid}/schedstat").read_text(encoding="ascii")
        used = int(schedule.split()[0]) / 1e9
        return Took(time.perf_counter() - self.began, used)

    def read(self, patience: float) -> bool:
        """Take in what is written; tells whether there was anything."""
        if not select.select([self.screen], [], [], patience)[0]:
            return False
        self.written += os.read(self.screen, 65536)
        return True

    def until(self, words: bytes) -> Took:
        """Wait for what is written, with or without colours between."""
        while words not in self.written and words not in PAINT.sub(b"", self.written):
            if not self.read(PATIENCE):
                raise TimeoutError(words, self.written)
        return self.took()

    def answered(self, keys: bytes) -> float:
        """Press keys; gives the processor time until the screen is still again."""
        before = self.took().processor
        self.written = b""
        os.write(self.screen, keys)
        while self.read(QUIET):
            pass
        return self.took().processor - before


def plain(command: list[str], place: Path) -> Took:
    """Run a command to its end."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(  # noqa: S603 - our own commands
        command, cwd=place, stdin=subprocess.DEVNULL, capture_output=True, check=True
    )
    clock = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    user, system = after.ru_utime - before.ru_utime, after.ru_stime - before.ru_stime
    return Took(clock, user + system)


def asked(
    name: str, command: list[str], words: str, place: Path, keys: bytes = TAKES_KEYS
) -> dict[str, Took]:
    """Start a program that asks; gives when its question can be read and answered."""
    with Window(command, place) as window:
        readable = window.until(words.encode())
        return {f"{name}, to read": readable, f"{name}, takes keys": window.until(keys)}


def steps(command: list[str], place: Path) -> list[float]:
    """Answer one question after another with "I don't know"."""
    with Window(command, place) as window:
        window.until(TAKES_KEYS)
        while window.read(QUIET * 2):
            pass
        window.answered(b"1")  # from the opening to the first question
        used = []
        for _ in range(STEPS):
            several = b"aanvinken" in window.written
            used.append(window.answered(b"0\r" if several else b"0"))
            if b"Ga door met de vragen" in window.written:
                window.answered(b"1")
        return used


def leaving(command: list[str], place: Path) -> float:
    """Press the leave key; gives the seconds until the screen is clear.

    This terminal answers no questions about its cursor.
    """
    with Window(command, place) as window:
        window.until(TAKES_KEYS)
        while window.read(QUIET):
            pass
        window.began = time.perf_counter()
        os.write(window.screen, b"q")
        return window.until(CLEAR).clock


def installed(place: Path) -> Callable[[str], str]:
    """Install everything; gives the way to a program by its name."""
    venv.create(place, with_pip=True)
    python = str(place / "bin" / "python")
    command = [python, "-m", "pip", "install", "--quiet", str(ROOT), *PEERS]
    subprocess.run(command, check=True)  # noqa: S603 - our own command
    return lambda name: str(place / "bin" / name)


def prepared(place: Path) -> None:
    """Make the smallest template that asks something, for each peer."""
    copier, cutter = place / "copier", place / "cookiecutter"
    for folder in (copier, cutter / "{{cookiecutter.naam}}"):
        folder.mkdir(parents=True)
    (copier / "copier.yml").write_text(
        "naam:\n  type: str\n  help: Welke?\n  choices: [een, twee]\n", encoding="utf-8"
    )
    (cutter / "cookiecutter.json").write_text(
        json.dumps({"naam": ["een", "twee"]}), encoding="utf-8"
    )


def one_round(program: Callable[[str], str], place: Path) -> dict[str, Took]:
    """Measure everything once, right after each other."""
    ours, python = program("vpwijzer"), program("python")
    copier = [program("copier"), "copy", "--vcs-ref", "HEAD", "copier", "nieuw"]
    cutter = [program("cookiecutter"), "cookiecutter"]
    return {
        "python -c pass": plain([python, "-c", "pass"], place),
        "--versie": plain([ours, "--versie"], place),
        "--help": plain([ours, "--help"], place),
        **asked("intake", [ours, "intake"], "snel weg", place),
        **asked("zelfcheck", [ours, "zelfcheck"], "snel weg", place),
        **asked(
            "zelfcheck, organisation", [*AT_WORK, ours, "zelfcheck"], "snel weg", place
        ),
        **asked("copier", copier, "Welke?", place),
        **asked("cookiecutter", cutter, "Choose from", place, b"Choose from"),
    }


def main() -> int:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        program = installed(place / "venv")
        prepared(place)
        one_round(program, place)  # what is read from disk the first time
        rounds = [one_round(program, place) for _ in range(ROUNDS)]
        used = [
            each
            for name in ("intake", "zelfcheck")
            for each in steps([program("vpwijzer"), name], place)
        ]
        left = [leaving([program("vpwijzer"), "zelfcheck"], place) for _ in rounds]
    first = next(iter(rounds[0]))
    print("| | ms | ratio | ms of processor | ratio |")
    print("| --- | --- | --- | --- | --- |")
    for name in rounds[0]:
        cells = [name]
        for kind in (0, 1):
            middle = statistics.median(each[name][kind] for each in rounds)
            bare = statistics.median(each[first][kind] for each in rounds)
            cells += [f"{middle * 1000:.0f}", f"{middle / bare:.1f}"]
        print(f"| {' | '.join(cells)} |")
    middle, most = statistics.median(used) * 1000, max(used) * 1000
    print(f"\nFrom an answer to the next question: {middle:.0f} ms of processor time")
    print(f"(median of {len(used)}), {most:.0f} ms at most.")
    slowest = max(left) * 1000
    print(f"From the leave key to a clear screen: {slowest:.0f} ms at most.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
