"""The prompt on the pipe that prompt_toolkit has for tests, and menus for it."""

import io
import re

import pyte
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import PipeInput
from prompt_toolkit.output.vt100 import Vt100_Output

from vpwijzer.document.blocks import Page
from vpwijzer.interview.menu import Choice, Field, Menu, Pressed, Reply
from vpwijzer.interview.terminal.prompt import Prompt
from vpwijzer.pages.menu import menu_page

CTRL_C = "\x03"
ERASED = "\x1b[J"
KEYS = {"t": "terug", "?": "uitleg", "s": "stop"}


class Watched(io.StringIO):
    """What is written; keys come when there is something to see, then Ctrl-C."""

    def __init__(self, pipe: PipeInput, keys: str) -> None:
        super().__init__(newline="")
        self.pipe = pipe
        self.to_come = [keys, CTRL_C] if keys else [CTRL_C]

    def flush(self) -> None:
        if self.to_come and re.search("snel weg|toetsen|venster", self.getvalue()):
            self.pipe.send_text(self.to_come.pop(0))


class Window:
    """A terminal window of some size, with keys that wait to be read."""

    def __init__(self, pipe: PipeInput, columns: int = 80, rows: int = 24) -> None:
        self.pipe = pipe
        self.columns, self.rows = columns, rows
        self.pages: list[Page] = []
        self.prompt = Prompt(moment=0)
        self.written = Watched(pipe, "")

    def write(self, field: Field, keys: str) -> str | Pressed:
        """Type keys into a field."""
        self.written = Watched(self.pipe, "")
        self.written.to_come.clear()
        output = Vt100_Output(
            self.written,
            get_size=lambda: Size(self.rows, self.columns),
            enable_cpr=False,
        )
        with create_app_session(input=self.pipe, output=output):
            self.pipe.send_text(keys)
            return self.prompt.write(field)

    def choose(self, menu: Menu, keys: str) -> Reply:
        """Press keys until a menu answers; Ctrl-C ends it when it does not."""
        self.written = Watched(self.pipe, keys)
        output = Vt100_Output(
            self.written,
            get_size=lambda: Size(self.rows, self.columns),
            enable_cpr=False,
        )
        with create_app_session(input=self.pipe, output=output):
            for page in self.pages:
                self.prompt.show(page)
            try:
                return self.prompt.choose(menu)
            finally:
                self.pipe.read_keys()  # what nobody needed

    def screen(self) -> list[str]:
        """Read the window as it was before the menu was erased."""
        screen = pyte.Screen(self.columns, self.rows)
        shown, _, _ = self.written.getvalue().rpartition(ERASED)
        pyte.Stream(screen).feed(shown)
        lines = [line.rstrip() for line in screen.display]
        return lines[: max((n for n, line in enumerate(lines, 1) if line), default=0)]

    def lines(self) -> list[str]:
        """Read what stands below the title."""
        lines = self.screen()
        return lines[lines.index("Wat?") + 1 :]

    def left(self) -> str:
        """Read what stands there after the menu was answered."""
        screen = pyte.Screen(self.columns, self.rows)
        pyte.Stream(screen).feed(self.written.getvalue())
        return "".join(screen.display).strip()


def lettered(count: int, *, several: bool = False, listed: bool = True) -> Menu:
    """Make a menu with choices a, b, c, ... that can go back."""
    letters = "abcdefghijklmnop"[:count]
    return Menu(
        "Wat?",
        choices=tuple(Choice(letter, letter * 3) for letter in letters),
        several=several,
        commands=KEYS,
        back="t",
        listed=listed,
    )


def several(selected: str = "") -> Menu:
    """Make a menu of which more may be chosen; the last goes with no other."""
    choices = (Choice("a", "aaa"), Choice("b", "bbb"), Choice("c", "ccc", alone=True))
    return Menu(
        "Wat?",
        choices=choices,
        several=True,
        selected=frozenset(selected),
        commands=KEYS,
        back="t",
    )


def numbered(count: int) -> Page:
    """Make a page of numbered lines."""
    return menu_page("", [("", f"regel {number}") for number in range(count)])
