"""What an asker is asked to show, and what comes back; values only."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

from vpwijzer.document.blocks import Page


@dataclass(frozen=True, slots=True)
class Choice:
    """One line to choose; an alone choice goes with no other."""

    value: str
    text: str
    detail: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Menu:
    """A question with choices and single keys that do something else.

    Choices are numbered from 1; the one whose value is `zero` gets 0.
    """

    title: str
    notes: tuple[tuple[str, str], ...] = ()
    """(label, text) pairs under the title; an empty label is plain explanation."""
    explained: tuple[tuple[str, str], ...] = ()
    """(name, text) pairs behind the key that explains."""
    choices: tuple[Choice, ...] = ()
    several: bool = False
    selected: frozenset[str] = frozenset()
    zero: str = ""
    commands: Mapping[str, str] = field(default_factory=dict)
    """Key to what it does, in one word."""
    back: str = ""
    """The command that left arrow and Backspace stand for as well."""
    listed: bool = True
    """Whether the choices are shown, or stand on the page above already."""
    clears: bool = False
    """Whether the menu gets a clean screen, or stands under a page."""
    any_key: bool = False
    """Whether it is no question at all: any key ends it."""
    confirms: bool = True
    """Whether stopping here is asked once more when answers would be lost."""

    def toggled(self, chosen: frozenset[str], value: str) -> frozenset[str]:
        """Choose a value of several, or take it back; an alone choice goes alone."""
        alone = {choice.value for choice in self.choices if choice.alone}
        if value in chosen:
            return chosen - {value}
        return frozenset({value}) if value in alone else (chosen - alone) | {value}

    def numbers(self) -> dict[str, str]:
        """Give what a person types for each value."""
        plain = [choice.value for choice in self.choices if choice.value != self.zero]
        numbers = {value: str(number) for number, value in enumerate(plain, 1)}
        return {**numbers, self.zero: "0"} if self.zero else numbers

    @property
    def only(self) -> Choice | None:
        """The one way on where nothing is asked: Enter takes it, and it is no list."""
        goes_on = self.listed and not self.title and len(self.choices) == 1
        return self.choices[0] if goes_on else None

    @property
    def lists(self) -> bool:
        """Whether the choices stand under each other."""
        return self.listed and self.only is None

    def waits(self) -> bool:
        """Tell whether a number may need Enter, as it can be the start of another."""
        return any(len(number) > 1 for number in self.numbers().values())


@dataclass(frozen=True, slots=True)
class Picked:
    """The values chosen."""

    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pressed:
    """A key that does something else, and what was ticked by then."""

    key: str
    ticked: frozenset[str] = field(default=frozenset(), compare=False)


Reply: TypeAlias = Picked | Pressed


@dataclass(frozen=True, slots=True)
class Field:
    """A question that is answered in words; empty words pass it over."""

    title: str
    notes: tuple[tuple[str, str], ...] = ()
    trouble: Callable[[str], str] = lambda _: ""
    """Says what is wrong with words, or nothing when they are right."""


UNDO = "<"
"""What is typed in a field to go back; no letter, as those are words."""

LEAVE = "q"
"""The key that every asker has on every screen: leave at once, without a question."""


class Left(Exception):  # noqa: N818 - leaving is a choice, not an error
    """The person left in a hurry."""


class Asker(Protocol):
    """Shows menus and pages to one person."""

    def choose(self, menu: Menu) -> Reply:
        """Show a menu and wait.

        Raises Left on the leave key, KeyboardInterrupt on Ctrl-C and EOFError when
        nobody can answer any more.
        """

    def show(self, page: Page) -> None:
        """Show a page on a clean screen."""

    def say(self, words: str) -> None:
        """Show one line."""


class Writer(Asker, Protocol):
    """An asker to whom one can answer in words as well."""

    def write(self, field: Field) -> str | Pressed:
        """Ask for words; a press goes back. Raises as choosing does."""
