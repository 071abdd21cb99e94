"""Asks on a terminal, one menu at a time, with the page it belongs to above it."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from vpwijzer.document.blocks import Page
from vpwijzer.interview.menu import LEAVE, Left, Menu, Reply
from vpwijzer.interview.pager import Pager
from vpwijzer.interview.terminal.debounce import MOMENT, Guard
from vpwijzer.interview.terminal.early import guarded
from vpwijzer.pages.menu import menu_page

if TYPE_CHECKING:
    from prompt_toolkit.application import Application
    from prompt_toolkit.input import Input


class First(NamedTuple):
    """What is done around the first menu, because loading takes time."""

    sketch: Callable[[Menu, Pager], None]
    """Shows the menu at once, to be read before it takes keys."""
    load_rest: Callable[[], None]
    """Loads in the background what is needed after it."""


class Prompt:
    """Shows menus and pages in a terminal window."""

    def __init__(
        self,
        moment: float = MOMENT,
        clock: Callable[[], float] = time.monotonic,
        first: First | None = None,
    ) -> None:
        """Drop keys that come within a moment after a menu appears."""
        self._moment, self._clock, self._first = moment, clock, first
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
        pager = Pager(*page, top=self._top())
        first, self._first = self._first, None
        application = (
            _application(menu, pager, guard)
            if first is None
            else _first_application(menu, pager, guard, first)
        )
        reply = _ask(application, guard, self._clock)
        for each in self._pages:
            self._read[id(each)] = each, pager.above()
        return reply

    def _top(self) -> int:
        """Give where a page was left: it may be shown again after another."""
        return max(
            (self._read.get(id(each), (each, 0))[1] for each in self._pages), default=0
        )


def _first_application(
    menu: Menu, pager: Pager, guard: Guard, first: First
) -> "Application[Reply]":
    """Load the toolkit while the person reads, and the rest after that."""
    first.sketch(menu, pager)
    with guarded(sys.stdin.fileno(), guard):
        application = _application(menu, pager, guard)
    from vpwijzer.interview.terminal.picker import meanwhile  # noqa: PLC0415 - start-up

    meanwhile(first.load_rest, application)
    return application


def _application(menu: Menu, pager: Pager, guard: Guard) -> "Application[Reply]":
    with without("ssl"):
        from vpwijzer.interview.terminal.picker import Picker  # noqa: PLC0415 - start-up

    return Picker(menu, pager, guard).application()


@contextmanager
def without(name: str) -> Iterator[None]:
    """Load what does without this module; asyncio does, and here it reaches nobody."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]  # as Python marks what is not there
    try:
        yield
    finally:
        del sys.modules[name]


def _ask(
    application: "Application[Reply]", guard: Guard, clock: Callable[[], float]
) -> Reply:
    from questionary import Question  # noqa: PLC0415 - start-up

    from vpwijzer.interview.terminal.escape_parser import parse_escapes  # noqa: PLC0415 - start-up

    parse_escapes(application.input, clock)
    if not guard.has_opened and drop_typed_ahead(application.input):
        guard.restart()
    reply: Reply = Question(application).unsafe_ask()
    return reply


def drop_typed_ahead(keys: "Input") -> bool:
    """Forget every key typed before this moment: none is an answer to what comes.

    Tells whether there were any; raises Left on the leave key.
    """
    from prompt_toolkit.input.typeahead import get_typeahead  # noqa: PLC0415 - start-up

    dropped = [press.key for press in (*get_typeahead(keys), *keys.read_keys())]
    if LEAVE in dropped:
        raise Left
    return bool(dropped)
