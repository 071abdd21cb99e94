"""What stands before and under the choices of a menu, wrapped to a width."""

import re

from vpwijzer.interview.menu import LEAVE, Choice, Menu
from vpwijzer.words.columns import wrapped
from vpwijzer.words.sanitize import inert

POINTER = "›"
STILL = "maak een keuze"
LEAVING = "snel weg"
ANY_KEY = "elke toets = scherm leeg"
NARROWEST = 12
HARD_SPACE = "\N{NO-BREAK SPACE}"
POINTER_WIDTH, INDICATOR_WIDTH = 3, 2
"""What the list itself puts before a choice, in columns."""


def title_line(menu: Menu, width: int) -> str:
    """Give the title that stays in view under a page, above the choices."""
    return "" if menu.clears else "\n".join(_lines(inert(menu.title), width - 1))


def key_line(menu: Menu, width: int) -> str:
    """Say which keys do what; a key stays on one line with what it does."""
    enter = " (en Enter)" if menu.waits() else ""
    digits = {
        (True, True): f"cijfers{enter} = aanvinken · Enter = verder",
        (True, False): f"cijfer{enter} = kies",
        (False, False): f"cijfer{enter} = lees",
    }[menu.listed, menu.several]
    if menu.any_key:
        digits = ANY_KEY
    commands = [f"{key} = {word}" for key, word in all_commands(menu).items()]
    return _wrapped([digits, *commands], width)


def short_key_line(menu: Menu, width: int) -> str:
    """Name the keys only, for a window in which there is no room to explain them."""
    first, *others = all_commands(menu)
    return _wrapped([f"toetsen: {first}", *others], width)


def all_commands(menu: Menu) -> dict[str, str]:
    """Give the commands of a menu, with the one that every menu has."""
    return {**menu.commands, LEAVE: LEAVING}


def _wrapped(parts: list[str], width: int) -> str:
    line = " · ".join(parts).replace(" ", HARD_SPACE)
    lines = _lines(line.replace(f"·{HARD_SPACE}", "· "), width - 1)
    return "\n".join(lines).replace(HARD_SPACE, " ")


def _lines(words: str, width: int) -> list[str]:
    return wrapped(words, max(NARROWEST, width))


def titles(menu: Menu, width: int, *, details: bool) -> dict[str, str]:
    """Give the lines of every choice by its value."""
    numbers = menu.numbers()
    size = max((len(number) for number in numbers.values()), default=0)
    lead = POINTER_WIDTH + (INDICATOR_WIDTH if menu.several else 0)
    lead += size + len(". ")
    return {
        choice.value: _title(
            choice, numbers[choice.value].rjust(size), (lead, width), details=details
        )
        for choice in menu.choices
    }


def _title(
    choice: Choice, number: str, place: tuple[int, int], *, details: bool
) -> str:
    """Wrap one choice; its next lines start under its first word."""
    lead, width = place
    detail = f" ({choice.detail})" if details and choice.detail else ""
    lines = _lines(inert(choice.text + detail), width - lead - 2)
    return f"{number}. " + f"\n{' ' * lead}".join(lines)


def more_line(above: int, below: int, width: int) -> str:
    """Say that there is more to read than fits, and which keys show it."""
    down = f"spatie = verder ({below})" if below else "einde"
    up = f"b = omhoog ({above})" if above else ""
    line = f"-- {' · '.join(part for part in (down, up) if part)} --"
    if len(line) >= width:
        line = re.sub(r" \(\d+\)", "", line)
    return line[: max(0, width - 1)]
