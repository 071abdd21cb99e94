"""Asks on a terminal, one menu at a time, with the page it belongs to above it."""

import os
import sys
import time
from collections.abc import Callable

from prompt_toolkit.input import Input
from prompt_toolkit.input.typeahead import clear_typeahead
from questionary import Question

from vpwijzer.interview.guard import MOMENT, Guard
from vpwijzer.interview.menu import Menu, Reply
from vpwijzer.interview.pager import Pager
from vpwijzer.interview.picker import Picker
from vpwijzer.render.terminal import Page, menu_page, stacked

if sys.platform != "win32":
    import termios


class Prompt:
    """Shows menus and pages in a terminal window."""

    def __init__(
        self, moment: float = MOMENT, clock: Callable[[], float] = time.monotonic
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
        if page or menu.notes or menu.clears:
            page.append(menu_page(menu.title if menu.clears else "", menu.notes))
        self._said = []
        guard = Guard(self._moment, self._clock)
        pager = Pager(stacked(*page), self._top())
        application = Picker(menu, pager, guard).application()
        # Keys typed before this menu was on screen are not answers to it.
        drop_typed_ahead(application.input)
        reply: Reply = Question(application).unsafe_ask()
        for each in self._pages:
            self._read[id(each)] = each, pager.above()
        return reply

    def _top(self) -> int:
        """Give where a page was left: it may be shown again after another."""
        return max(
            (self._read.get(id(each), (each, 0))[1] for each in self._pages), default=0
        )


def drop_typed_ahead(keys: Input) -> None:
    """Forget every key that was typed before this moment."""
    clear_typeahead(keys)
    if sys.platform != "win32" and os.isatty(keys.fileno()):
        termios.tcflush(keys.fileno(), termios.TCIFLUSH)
