"""The keys of every screen of a conversation: help in danger, stop, and the rest."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from vpwijzer.document.blocks import Page
from vpwijzer.interview.keys import (
    BACK,
    CODE,
    EXPLAIN,
    GO_ON,
    HELP,
    MORE,
    STOP,
    STOP_CHOICE,
    Stopped,
    one,
    pause,
)
from vpwijzer.interview.menu import Asker, Choice, Menu, Picked, Pressed, Reply
from vpwijzer.model import Contact, Library
from vpwijzer.words.contacts import urgent, urgent_contacts

if TYPE_CHECKING:
    from vpwijzer.engine.walk import Walk  # loading it takes long; the opening has none

OWN = (HELP, STOP)
FEW = 2
"""So many keys beside those of every screen need no screen of their own."""
STANDS = "Dit blijft staan tot je een toets indrukt."


def with_common_keys(asker: Asker, library: Library) -> "CommonKeys":
    """Put help behind a key, when the content has someone to call, and guard stop."""
    return CommonKeys(asker, lambda: library, has_help=any(urgent(library)))


class CommonKeys:
    """An asker with help on one key, and that asks once more before answers go."""

    def __init__(
        self,
        asker: Asker,
        open_library: Callable[[], Library],
        *,
        has_help: bool = True,
    ) -> None:
        """Show everything through this asker; content is opened for help only."""
        self.walk: Walk | None = None
        """The answers that were given, and would be lost."""
        self._asker = asker
        self._open_library, self._has_help = open_library, has_help
        self._page: Page | None = None

    def show(self, page: Page) -> None:
        """Show a page, and remember it for when the person comes back."""
        self._page = page
        self._asker.show(page)

    def say(self, words: str) -> None:
        """Show one line."""
        self._asker.say(words)

    def choose(self, menu: Menu) -> Reply:
        """Show a menu until something else than help is chosen, or surely stop."""
        if not menu.any_key:
            menu = replace(menu, commands=with_own_keys(menu, has_help=self._has_help))
        while True:
            reply = self._asker.choose(menu)
            if isinstance(reply, Pressed) and reply.key == MORE:
                reply = self._more(menu, reply)
            stops = self._do(menu, reply)
            if stops is None:
                return reply
            if stops:
                return Pressed(STOP)
            menu = self._again(menu, reply)

    def _do(self, menu: Menu, reply: Reply) -> bool | None:
        """Do what a key of every screen does, which may stop; None at another."""
        if reply == Pressed(MORE):
            return False
        if reply == Pressed(EXPLAIN):
            return self._explain(menu)
        if reply == Pressed(HELP):
            return self._stops_at_help()
        if _is_stop(reply):
            return not menu.confirms or self._surely_stops()
        return None

    def _more(self, menu: Menu, before: Pressed) -> Pressed:
        """Let them choose by what it does what to press; the same press to go back."""
        shown = Menu(
            "Wat wil je doen?",
            choices=tuple(
                Choice(key, f"{words[:1].upper()}{words[1:]}", f"toets {key}")
                for key, words in menu.commands.items()
                if key not in {*OWN, MORE}
            ),
            commands={
                BACK: "terug",
                **{key: menu.commands[key] for key in OWN if key in menu.commands},
            },
            back=BACK,
            clears=True,
        )
        reply = self._asker.choose(shown)
        if reply == Pressed(BACK):
            return before
        key = one(reply) if isinstance(reply, Picked) else reply.key
        return replace(before, key=key)

    def _explain(self, menu: Menu) -> bool:
        """Show what a menu means; raises Stopped."""
        from vpwijzer.pages.question import explanation_page  # noqa: PLC0415 - start-up

        page = self._page
        self.show(explanation_page(menu.explained))
        pause(self, "Terug naar de vraag")
        self._page = page
        return False

    def _again(self, menu: Menu, reply: Reply) -> Menu:
        """Show what was left for a moment, with what was ticked."""
        if self._page is not None and not menu.clears:
            self._asker.show(self._page)
        return (
            replace(menu, selected=reply.ticked) if isinstance(reply, Pressed) else menu
        )

    def _stops_at_help(self) -> bool:
        """Show whom to call; what was read there stays until a key is pressed."""
        from vpwijzer.pages.question import help_page  # noqa: PLC0415 - start-up

        contacts = urgent_contacts(self._open_library())
        self._asker.show(help_page(contacts))
        try:
            pause(self._asker, "Terug naar waar je was")
        except Stopped:
            leave_standing(self._asker, contacts)
            return True
        return False

    def _surely_stops(self) -> bool:
        """Ask once, and offer to note the answers; without any nothing is lost."""
        if self.walk is None or not self.walk.answers:
            return True
        count = len(self.walk.answers)
        lost = "is 1 antwoord" if count == 1 else f"zijn {count} antwoorden"
        menu = Menu(
            f"Stoppen? Dan {lost} weg.",
            choices=(
                Choice(GO_ON, "Ga verder"),
                Choice(STOP_CHOICE, "Stop"),
                Choice(CODE, "Eerst een code voor op papier, om later verder te gaan"),
            ),
            commands={BACK: "terug", STOP: "stop"},
            back=BACK,
            clears=True,
        )
        while (reply := self._asker.choose(menu)) == Picked(frozenset({CODE})):
            show_code(self._asker, self.walk)
        return _is_stop(reply)


def _is_stop(reply: Reply) -> bool:
    return reply in {Pressed(STOP), Picked(frozenset({STOP_CHOICE}))}


def show_code(asker: Asker, walk: "Walk") -> None:
    """Show the answers as a code to write down; raises Stopped."""
    from vpwijzer.engine.answer_code import encode  # noqa: PLC0415 - start-up
    from vpwijzer.pages.question import code_page  # noqa: PLC0415 - start-up

    asker.show(code_page(encode(walk)))
    pause(asker, "Terug")


def with_own_keys(menu: Menu, *, has_help: bool) -> dict[str, str]:
    """Name the rest of many keys, and help, before stop."""
    rest = {key: words for key, words in menu.commands.items() if key != STOP}
    more = {MORE: "meer"} if len(rest) > FEW else {}
    help_ = {HELP: "hulp"} if has_help else {}
    stop = {STOP: "stop"} if STOP in menu.commands else {}
    return {**rest, **more, **help_, **stop}


def leave_standing(asker: Asker, contacts: Iterable[Contact]) -> None:
    """Leave whom to call on screen until any key is pressed."""
    from vpwijzer.pages.question import help_page  # noqa: PLC0415 - start-up

    asker.show(help_page(contacts))
    asker.choose(Menu(STANDS, listed=False, any_key=True))
