"""Help in danger behind one key, on every screen of a conversation."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from vpwijzer.document.blocks import Page
from vpwijzer.interview.keys import HELP, STOP
from vpwijzer.interview.menu import Asker, Menu, Pressed, Reply
from vpwijzer.interview.pause import Stopped, pause
from vpwijzer.model import ALWAYS, Contact, Library


def urgent_contacts(library: Library) -> tuple[Contact, ...]:
    """Give the contacts of routes that may have priority, the most shared first."""
    shared = Counter(_urgent(library))
    return tuple(library.contacts[name] for name, _ in shared.most_common())


def _urgent(library: Library) -> Iterator[str]:
    for route in library.routes.values():
        if route.priority is not None:
            for link in route.contacts:
                if link.condition == ALWAYS:
                    yield link.contact


def with_help(asker: Asker, library: Library) -> Asker:
    """Put help behind a key, when the content has someone to call."""
    return Refuge(asker, lambda: library) if any(_urgent(library)) else asker


class Refuge:
    """An asker that shows help on one key, and then the same screen again."""

    def __init__(self, asker: Asker, open_library: Callable[[], Library]) -> None:
        """Show everything through this asker; content is opened for help only."""
        self._asker = asker
        self._open_library = open_library
        self._page: Page | None = None

    def show(self, page: Page) -> None:
        """Show a page, and remember it for when the person comes back."""
        self._page = page
        self._asker.show(page)

    def say(self, words: str) -> None:
        """Show one line."""
        self._asker.say(words)

    def choose(self, menu: Menu) -> Reply:
        """Show a menu until something else than help is chosen."""
        rest = {key: words for key, words in menu.commands.items() if key != STOP}
        menu = replace(menu, commands={**rest, HELP: "hulp", STOP: "stop"})
        while isinstance(reply := self._asker.choose(menu), Pressed):
            if reply.key != HELP:
                break
            menu = replace(menu, selected=reply.ticked)
            from vpwijzer.pages.question import help_page  # noqa: PLC0415 - start-up

            self._asker.show(help_page(urgent_contacts(self._open_library())))
            try:
                pause(self._asker, "Terug naar waar je was")
            except Stopped:
                return Pressed(STOP)
            if self._page is not None and not menu.clears:
                self._asker.show(self._page)
        return reply
