"""Asks on a terminal, one menu at a time, with the page it belongs to above it."""

import time
from collections.abc import Callable

from prompt_toolkit.application import get_app_session
from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import get_typeahead
from prompt_toolkit.shortcuts import clear
from questionary import Question, text

from vpwijzer.document.blocks import Page
from vpwijzer.document.lines import to_lines
from vpwijzer.interview.keys import BACK
from vpwijzer.interview.labels import POINTER
from vpwijzer.interview.menu import LEAVE, UNDO, Field, Left, Menu, Pressed, Reply
from vpwijzer.interview.pager import Pager
from vpwijzer.interview.terminal.debounce import MOMENT, Guard
from vpwijzer.interview.terminal.escape_parser import parse_escapes, parse_words
from vpwijzer.interview.terminal.picker import Picker
from vpwijzer.pages.menu import menu_page

HOW = f"Enter = verder; leeg = later; {UNDO} en Enter = terug; Ctrl-C = stop"


class Prompt:
    """Shows menus and pages in a terminal window."""

    def __init__(
        self,
        moment: float = MOMENT,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Drop keys that come within a moment after a menu appears."""
        self._moment, self._clock = moment, clock
        self._pages: list[Page] = []
        self._said: list[Page] = []
        self._read: dict[int, tuple[Page, int]] = {}
        """By its identity: a page, and how far it was read when it was shown last."""

    def show(self, page: Page) -> None:
        """Show a page; it appears with the menu that comes next."""
        self._pages = [page]

    def say(self, words: str) -> None:
        """Show one line above the menu that comes next."""
        self._said.append(menu_page("", [("", words)]))

    def choose(self, menu: Menu) -> Reply:
        """Show a menu and wait for an answer or a key."""
        if menu.clears:
            self._pages = []
        page = [*self._said, *self._pages]
        if menu.notes or menu.clears or (page and menu.lists):
            page.append(menu_page(menu.title if menu.clears else "", menu.notes))
        self._said = []
        guard = Guard(self._moment, self._clock)
        pager = Pager(*page, top=self._top())
        application = Picker(menu, pager, guard).application()
        parse_escapes(application.input, self._clock)
        drop_typed_ahead(application.input)
        reply: Reply = Question(application).unsafe_ask()
        for each in self._pages:
            self._read[id(each)] = each, pager.above()
        return reply

    def write(self, field: Field) -> str | Pressed:
        """Ask for words on a clean screen, until they are right."""
        words = trouble = ""
        while True:
            notes = (
                *field.notes,
                ("", HOW),
                *((("let op", trouble),) if trouble else ()),
            )
            pages = [*self._said, menu_page(field.title, notes)]
            width = get_app_session().output.get_size().columns
            clear()
            above = "".join(to_lines(page, width - 1) for page in pages)
            asked = text(f"\n{above}{POINTER}", default=words, qmark="")
            parse_words(asked.application.input)
            words = str(asked.unsafe_ask()).strip()
            if words == UNDO:
                return Pressed(BACK)
            trouble = field.trouble(words)
            if not trouble:
                self._said = []
                return words

    def _top(self) -> int:
        """Give where a page was left: it may be shown again after another."""
        return max(
            (self._read.get(id(each), (each, 0))[1] for each in self._pages), default=0
        )


def drop_typed_ahead(keys: Input) -> None:
    """Forget every key typed before this moment: none is an answer to what comes.

    Raises Left on the leave key.
    """
    dropped = [press.key for press in (*get_typeahead(keys), *keys.read_keys())]
    if LEAVE in dropped:
        raise Left
