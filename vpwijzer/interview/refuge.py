"""Help in danger behind one key, on every screen of a conversation."""

from collections import Counter
from dataclasses import replace

from vpwijzer.interview.menu import Asker, Menu, Pressed, Reply
from vpwijzer.interview.pause import Stopped, pause
from vpwijzer.interview.questions import HELP, STOP
from vpwijzer.model import ALWAYS, Contact, Library
from vpwijzer.render.terminal import Page, help_page


def urgent_contacts(library: Library) -> tuple[Contact, ...]:
    """Give the contacts of routes that may have priority, the most shared first."""
    shared = Counter(
        link.contact
        for route in library.routes.values()
        for link in route.contacts
        if route.priority is not None and link.condition == ALWAYS
    )
    return tuple(library.contacts[name] for name, _ in shared.most_common())


class Refuge:
    """An asker that shows help on one key, and then the same screen again."""

    def __init__(self, asker: Asker, library: Library) -> None:
        """Show everything through this asker."""
        self._asker = asker
        self._contacts = urgent_contacts(library)
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
        if not self._contacts:
            return self._asker.choose(menu)
        stop = {key: word for key, word in menu.commands.items() if key == STOP}
        commands = {**menu.commands, HELP: "hulp"}
        if stop:  # stays last
            commands = {k: w for k, w in commands.items() if k != STOP} | stop
        menu = replace(menu, commands=commands)
        while (reply := self._asker.choose(menu)) == Pressed(HELP):
            self._asker.show(help_page(self._contacts))
            try:
                pause(self._asker, "Terug naar waar je was")
            except Stopped:
                return Pressed(STOP)
            if self._page is not None and not menu.clears:
                self._asker.show(self._page)
        return reply
