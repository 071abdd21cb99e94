"""The real program in a real terminal window, of which the screen can be read."""

import copy
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import Any

import pexpect
import pyte

PATIENCE = 20
NORMAL = {"TERM": "xterm-256color"}
MOMENT = 0.2
MENU = "q = snel weg"
ALTERNATE = 1049
ANSWERED = b"\x1b[?2004l"
"""What prompt_toolkit writes when a menu is answered."""
MOMENT_TO_SEE = 0.25
"""Keys that come sooner after a menu appears are dropped."""
LONG = 4
"""Seconds in which a menu that was answered is surely gone."""
NUMBERED = re.compile(r"^ (?:›| ) (?:[○●] )? ?(\d+)\. (.*)$")

ARROW = re.compile(r" +[v^]$")
"""Stands at the edge when there are more choices than fit."""


class Screens(pyte.HistoryScreen):
    """A window with two screens; of the alternate one nothing scrolls away."""

    before: "dict[int, Any] | None" = None

    def set_mode(self, *modes: int, **kwargs: bool) -> None:
        super().set_mode(*modes, **kwargs)
        if ALTERNATE in modes and kwargs.get("private") and self.before is None:
            self.before = copy.deepcopy(dict(self.buffer))
            self.save_cursor()
            self.erase_in_display(2)

    def index(self) -> None:
        if self.before is None:
            super().index()
        else:  # without what scrolls away
            pyte.Screen.index(self)

    def reset_mode(self, *modes: int, **kwargs: bool) -> None:
        super().reset_mode(*modes, **kwargs)
        if ALTERNATE in modes and kwargs.get("private") and self.before is not None:
            self.erase_in_display(2)
            for number, row in self.before.items():
                self.buffer[number].update(row)
            self.before = None
            self.restore_cursor()


class Terminal:
    """A program, the keys it gets, and what it leaves on screen."""

    def __init__(self, child: "pexpect.spawn[bytes]", columns: int, rows: int) -> None:
        self.child = child
        self.screen = Screens(columns, rows, history=10_000, ratio=1.0)
        self.latest = 0.0
        """When the program wrote something for the last time."""
        self.pressed, self.since = "", 0.0
        """The keys that answer the menu on screen, and when they were sent."""
        self.waiting = 0
        """How many menus must still be answered before the screen is new."""
        self.stream = pyte.ByteStream(self.screen)
        self._read: list[str] | None = None
        """The lines of the window since the program wrote last."""

    def read(self, seconds: float) -> bool:
        """Take in what the program writes; False when nothing came in that time."""
        try:
            written = self.child.read_nonblocking(65_536, seconds)
        except pexpect.TIMEOUT:
            return False
        self.waiting -= written.count(ANSWERED)
        self.stream.feed(written)
        self._read = None
        self.latest = time.monotonic()
        return True

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        self.child.setwinsize(rows, columns)
        self.screen.resize(rows, columns)
        self._read = None

    def lines(self) -> list[str]:
        """Read the window, and what scrolled out of it above."""
        if self._read is None:
            window = map(self.screen.buffer.get, range(self.screen.lines))
            rows = [*self.screen.history.top, *window]
            self._read = [_line(row or {}) for row in rows]
        return self._read

    def text(self) -> str:
        return "\n".join(self.lines())

    def words(self) -> str:
        """Read all text as one line, however it wraps."""
        return " ".join(self.text().split())

    def wait_for(self, words: str = MENU) -> str:
        """Wait for words on screen with a menu below them, ready for keys."""
        end = time.monotonic() + PATIENCE
        while self.waiting > 0 or not self._shows(words):
            assert time.monotonic() < end, f"no '{words}' in:\n{self.text()}"
            self._press_again()
            try:
                self.read(MOMENT)
            except pexpect.EOF as gone:
                raise AssertionError(self.text()) from gone
        return self.text()

    def until(self, words: str) -> None:
        """Read until words are on screen, with or without a menu."""
        end = time.monotonic() + PATIENCE
        while words not in self.words():
            assert time.monotonic() < end, f"no '{words}' in:\n{self.text()}"
            self.read(0.01)

    def _shows(self, words: str) -> bool:
        shown = self.words()
        return MENU in shown and words in shown

    def see(self) -> None:
        """Wait as long as a person needs to see what is new."""
        time.sleep(max(0, self.latest + MOMENT_TO_SEE - time.monotonic()))

    def press(self, keys: str) -> None:
        """Press keys that answer the menu on screen."""
        self.see()
        self.waiting = 1
        self.pressed, self.since = keys, time.monotonic()
        self.child.send(keys)

    def _press_again(self) -> None:
        """Press once more, as a person would, what a busy machine dropped as too soon.

        Were the keys only slow, then the next menu drops them in its turn.
        """
        if self.waiting > 0 and time.monotonic() - self.since > LONG:
            self.since = time.monotonic()
            self.child.send(self.pressed)

    def numbers(self) -> dict[str, str]:
        """Read the numbers of the choices on screen, each by its whole text."""
        numbers: dict[str, str] = {}
        latest = ""
        for line in self.lines():
            found = NUMBERED.match(ARROW.sub("", line))
            if found:
                latest = found[2]
                numbers[latest] = found[1]
            elif latest and line.startswith("      ") and line.strip():
                number = numbers.pop(latest)
                latest = f"{latest} {ARROW.sub('', line).strip()}"
                numbers[latest] = number
            else:
                latest = ""
        return numbers

    def all_numbers(self) -> dict[str, str]:
        """Read the numbers of all choices, also those that do not fit."""
        if not any(ARROW.search(line) for line in self.lines()):
            return self.numbers()
        whole: dict[str, str] = {}
        for arrow in ("\x1b[A", *["\x1b[B" * 2] * 8):
            for text, number in self.numbers().items():
                whole[number] = max(text, whole.get(number, ""), key=len)
            self.see()
            self.child.send(arrow)
            self.settle()
        return {text: number for number, text in whole.items()}

    def settle(self) -> str:
        """Wait until the program writes nothing for a moment."""
        while self.read(MOMENT):
            pass
        return self.text()

    def number(self, words: str) -> str:
        """Find the number of the choice that holds these words."""
        found = [n for text, n in self.all_numbers().items() if words in text]
        assert len(found) == 1, f"'{words}' is {len(found)} times in:\n{self.text()}"
        return found[0]

    def pick(self, *words: str) -> None:
        """Choose by words; more than one set of words is for more answers."""
        if any(f"Enter = {w[0].lower()}{w[1:]}" in self.words() for w in words):
            self.press("\r")
            return
        several = "aanvinken" in self.text()
        keys = [self.number(each) for each in words]
        known = self.all_numbers()
        longer = {k for k in keys if any(n != k and n.startswith(k) for n in known)}
        for key in keys:
            self.press(f"{key}\r" if key in longer else key)
        if several:
            self.press("\r")

    def stop(self) -> None:
        """Stop, and where answers would be lost, say so once more."""
        self.press("s")
        with suppress(pexpect.EOF):
            self.until("Stoppen?")
            self.press("s")

    def gone(self) -> None:
        """Wait until the program is gone."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                self.read(MOMENT)
            except pexpect.EOF:
                break
        self.child.close()

    def end(self) -> int:
        """Wait until the program is gone and give its exit code."""
        self.gone()
        code = self.child.exitstatus
        assert isinstance(code, int), self.text()
        return code


def _without_size(environment: Mapping[str, str]) -> dict[str, str]:
    """Leave out the size of another window: pytest-xdist tells its own."""
    return {k: v for k, v in environment.items() if k not in ("COLUMNS", "LINES")}


def _line(row: "Mapping[int, pyte.screens.Char]") -> str:
    """Read a row, of which only what was written is there."""
    cells = (row[n].data if n in row else " " for n in range(max(row, default=-1) + 1))
    return "".join(cells).rstrip()


@contextmanager
def terminal(
    words: Iterable[str],
    columns: int = 80,
    rows: int = 24,
    command: Iterable[str] = (sys.executable, "-m", "vpwijzer"),
    environment: Mapping[str, str] = NORMAL,
) -> Iterator[Terminal]:
    """Open a window of some size and start the program in it."""
    program, *arguments = [*command, *words]
    child = pexpect.spawn(
        program,
        arguments,
        dimensions=(rows, columns),
        env={**_without_size(os.environ), **environment},
        timeout=PATIENCE,
    )
    child.delaybeforesend = None
    try:
        yield Terminal(child, columns, rows)
    finally:
        child.close(force=True)
