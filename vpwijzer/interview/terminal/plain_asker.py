"""Asks in plain numbered lines: for a screen reader, a poor terminal or a pipe.

Nothing is redrawn, no escape is written, and every answer is said again.
"""

import re
from typing import TextIO

from vpwijzer.document.blocks import Page
from vpwijzer.document.lines import to_lines
from vpwijzer.interview.keys import BACK
from vpwijzer.interview.labels import (
    all_commands,
    named_commands,
    not_there,
)
from vpwijzer.interview.menu import (
    LEAVE,
    UNDO,
    Field,
    Left,
    Menu,
    Picked,
    Pressed,
    Reply,
)
from vpwijzer.pages.menu import menu_page
from vpwijzer.words.columns import wrapped
from vpwijzer.words.sanitize import inert

APART = re.compile(r"[\s,;+]+|\ben\b")
ONE = "Typ een nummer of een letter, en dan Enter."
SEVERAL = "Typ één of meer nummers met spaties ertussen, of een letter, en dan Enter."
TYPE_WORDS = f"Typ je antwoord en dan Enter. Leeg is later, {UNDO} is terug."
EMPTY = "Er is niets gekozen."
MOST_SAID = 120
"""A longer line of letters is no help to who has it read aloud."""


class LineAsker:
    """Writes menus and pages as lines, and reads answers as lines."""

    def __init__(self, out: TextIO, keys: TextIO, width: int) -> None:
        """Write lines of at most this many columns."""
        self._out, self._keys, self._width = out, keys, width

    def show(self, page: Page) -> None:
        """Write a page."""
        self._write("\n" + to_lines(page, self._width).removesuffix("\n"))

    def say(self, words: str) -> None:
        """Write one line."""
        self._write("\n".join(wrapped(inert(words), self._width)))

    def choose(self, menu: Menu) -> Reply:
        """Write a menu and read lines until one of them is an answer or a letter."""
        if menu.any_key:  # what is written as lines stays anyway
            return Picked(frozenset())
        self.show(menu_page(menu.title, menu.notes))
        self._list(menu)
        while True:
            typed = self._keys.readline()
            if not typed:
                raise EOFError
            reply = understand(menu, typed.strip().lower())
            if isinstance(reply, str):
                self.say(reply)
                self._explain(menu)
                continue
            self.say(repeated(menu, reply))
            if reply == Pressed(LEAVE):
                raise Left
            return reply

    def write(self, field: Field) -> str | Pressed:
        """Write what is asked and read lines until the words are right."""
        self.show(menu_page(field.title, field.notes))
        while True:
            self.say(TYPE_WORDS)
            typed = self._keys.readline()
            if not typed:
                raise EOFError
            words = typed.strip()
            if words == UNDO:
                return Pressed(BACK)
            trouble = field.trouble(words)
            if not trouble:
                self.say(f"Je antwoord: {words or 'later'}.")
                return words
            self.say(trouble)

    def _list(self, menu: Menu) -> None:
        numbers = menu.numbers()
        for choice in menu.choices if menu.listed else ():
            detail = f" ({choice.detail})" if choice.detail else ""
            words = f"{numbers[choice.value]}. {choice.text}{detail}"
            indent = " " * (len(numbers[choice.value]) + 2)
            self._write("\n".join(wrapped(inert(words), self._width, indent)))
        if menu.selected:
            self.say(f"Je koos eerder {named(menu, menu.selected)}. Enter houdt dat.")
        self._explain(menu)

    def _explain(self, menu: Menu) -> None:
        if menu.listed:
            self.say(SEVERAL if menu.several else ONE)
        named = named_commands(menu, lambda shown: len(letters(shown)) <= MOST_SAID)
        self.say(letters(named))

    def _write(self, words: str) -> None:
        self._out.write(f"{words}\n")
        self._out.flush()


def letters(commands: dict[str, str]) -> str:
    """Say what letters do."""
    named = ", ".join(f"{key} is {words}" for key, words in commands.items())
    return f"Letters: {named}."


def understand(menu: Menu, typed: str) -> Reply | str:
    """Turn a typed line into a reply, or say what is wrong with it."""
    if typed in all_commands(menu):
        return Pressed(typed, menu.selected)
    values = {number: value for value, number in menu.numbers().items()}
    numbers = [number for number in APART.split(typed) if number]
    if not numbers:
        only = frozenset({menu.only.value} if menu.only else ())
        return Picked(menu.selected or only) if menu.selected or only else EMPTY
    unknown = [number for number in numbers if number not in values]
    if unknown:
        return not_there(f"'{unknown[0][:10]}'")
    picked = frozenset(values[number] for number in numbers)
    if len(picked) > 1 and not menu.several:
        return "Kies één nummer."
    for choice in menu.choices:
        if choice.alone and choice.value in picked and len(picked) > 1:
            return f"'{choice.text}' gaat niet samen met een ander nummer."
    return Picked(picked)


def repeated(menu: Menu, reply: Reply) -> str:
    """Say again what was answered."""
    if isinstance(reply, Pressed):
        return f"Je typte {reply.key}: {all_commands(menu)[reply.key]}."
    return f"Je antwoord: {named(menu, reply.values)}."


def named(menu: Menu, values: frozenset[str]) -> str:
    """Name choices by number and text."""
    numbers = menu.numbers()
    return "; ".join(
        f"{numbers[choice.value]}, {choice.text}"
        for choice in menu.choices
        if choice.value in values
    )
