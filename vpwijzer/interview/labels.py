"""What stands before and under the choices of a menu, wrapped to a width."""

import re
from collections.abc import Callable

from vpwijzer.interview.keys import HELP, MORE, STOP
from vpwijzer.interview.menu import LEAVE, Choice, Menu
from vpwijzer.words.columns import wrapped
from vpwijzer.words.sanitize import inert

POINTER = "›"
STILL = "maak een keuze"
NOT_YET = "Er is nog niets gekozen."
LEAVING = "snel weg"
ANY_KEY = "elke toets = scherm leeg"
NARROWEST = 12
HARD_SPACE = "\N{NO-BREAK SPACE}"
MOST_KEY_ROWS = 2
ALWAYS_NAMED = {MORE, HELP, STOP, LEAVE}
POINTER_WIDTH, INDICATOR_WIDTH = 3, 2
"""What the list itself puts before a choice, in columns."""


def title_line(menu: Menu, width: int) -> str:
    """Give the title that stays in view under a page, above the choices."""
    stands_above = menu.clears or not (menu.listed or menu.any_key)
    return "" if stands_above else "\n".join(_lines(inert(menu.title), width - 1))


def key_line(menu: Menu, width: int) -> str:
    """Say which keys do what, in few lines; a key stays with what it does."""

    def lines(commands: dict[str, str]) -> str:
        named = [f"{key} = {word}" for key, word in commands.items()]
        return _wrapped([_choosing(menu), *named], width)

    always = {k: w for k, w in all_commands(menu).items() if k in ALWAYS_NAMED}
    most = max(MOST_KEY_ROWS, len(lines(always).splitlines()))
    return lines(
        named_commands(menu, lambda shown: len(lines(shown).splitlines()) <= most)
    )


def _choosing(menu: Menu) -> str:
    """Say how a choice is made."""
    if menu.any_key:
        return ANY_KEY
    if menu.only is not None:
        words = inert(menu.only.text)
        return f"Enter = {words[:1].lower()}{words[1:]}"
    enter = " (en Enter)" if menu.waits() else ""
    return {
        (True, True): f"cijfers{enter} = aanvinken · Enter = verder",
        (True, False): f"cijfer{enter} = kies",
        (False, False): f"cijfer{enter} = lees",
    }[menu.listed, menu.several]


def named_commands(
    menu: Menu, fits: Callable[[dict[str, str]], bool]
) -> dict[str, str]:
    """Give all commands where they fit; else the first few, and where the rest is."""
    commands = all_commands(menu)
    if menu.only is not None:  # the one way on of a page that goes back
        commands.pop(menu.back, None)
    whole = {key: words for key, words in commands.items() if key != MORE}
    if MORE not in commands or fits(whole):
        return whole
    named = ALWAYS_NAMED
    for key in commands:
        more = {k: words for k, words in commands.items() if k in {*named, key}}
        if not fits(more):
            break
        named = {*named, key}
    return {key: words for key, words in commands.items() if key in named}


def short_key_line(menu: Menu, width: int) -> str:
    """Name the keys only, for a window in which there is no room to explain them."""
    keys = [*(["Enter"] if menu.only else []), *all_commands(menu)]
    return _wrapped([f"toetsen: {keys[0]}", *keys[1:]], width)


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


def not_there(number: str) -> str:
    """Say that no choice has this number."""
    return f"{number} staat er niet bij."


def status_line(choices: int) -> str:
    """Say that there are more choices than fit, and which keys show them."""
    return f"{choices} keuzes: ↓ en ↑ tonen de rest"


def more_line(above: int, below: int, width: int) -> str:
    """Say that there is more to read than fits, and which keys show it."""
    down = f"spatie = verder ({below})" if below else "einde"
    up = f"b = omhoog ({above})" if above else ""
    line = f"-- {' · '.join(part for part in (down, up) if part)} --"
    if len(line) >= width:
        line = re.sub(r" \(\d+\)", "", line)
    return line[: max(0, width - 1)]
