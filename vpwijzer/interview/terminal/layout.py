"""How the rows of a window are shared among a page, a menu and its keys."""

from collections.abc import Mapping
from textwrap import fill
from typing import NamedTuple

from vpwijzer.interview.labels import key_line, short_key_line, title_line, titles
from vpwijzer.interview.menu import Menu
from vpwijzer.interview.pager import Pager

LOWEST = 2
"""Fewer lines than this for the question or its choices cannot be read."""
TOO_SMALL = "Maak dit venster groter."


class Plan(NamedTuple):
    """What stands in a window, and how many rows each part gets."""

    title: str = ""
    keys: str = ""
    choices: Mapping[str, str] = {}
    """The lines of each choice by its value."""
    page_rows: int = 0
    choice_rows: int = 0
    is_long: bool = False
    """Whether the page has more lines than rows."""
    is_cut: bool = False
    """Whether the choices have."""
    is_small: bool = False
    """Whether the window has no room for a menu at all."""
    has_status: bool = False
    """Whether there is a line for what was wrong with a key, empty until then."""


def planned(menu: Menu, pager: Pager, rows: int, columns: int) -> Plan:
    """Share a window of some size, and lay the page out in it."""
    plan = Plan()
    for keys in (key_line, short_key_line):
        plan = _shared(menu, pager, keys(menu, columns), rows, columns)
        is_low = len(plan.keys.splitlines()) * 3 <= rows
        if is_low and not plan.is_small:
            break
    if plan.is_small:
        words = fill(TOO_SMALL, max(1, columns - 1))
        plan = plan._replace(is_long=False, page_rows=0, keys=words)
    pager.fit(columns - 1, plan.page_rows)
    return plan


def _shared(menu: Menu, pager: Pager, keys: str, rows: int, columns: int) -> Plan:
    """Give the page, the choices and the keys their rows."""
    title = title_line(menu, columns)
    room = rows - len(keys.splitlines() + title.splitlines())
    page = pager.rows(columns - 1)
    choices: Mapping[str, str] = {}
    need = choice_rows = 0
    if menu.lists:
        room -= 1  # between the choices and the keys
        most = room - min(page, room // 2)
        choices = _choices(menu, columns, most)
        need = rows_of(choices)
        choice_rows = min(need, most)
    page_rows = min(page, room - choice_rows)
    is_long = page > page_rows
    page_rows -= is_long
    is_small = page_rows < min(page, LOWEST)
    is_small = is_small or (bool(choices) and choice_rows < LOWEST)
    return Plan(
        title,
        keys,
        choices,
        page_rows,
        choice_rows,
        is_long,
        need > choice_rows,
        is_small,
        has_status=menu.lists or page < room,
    )


def _choices(menu: Menu, width: int, room: int) -> Mapping[str, str]:
    """Wrap the choices; without room the explanation has the details as well."""
    choices = titles(menu, width, details=True)
    return choices if rows_of(choices) <= room else titles(menu, width, details=False)


def rows_of(choices: Mapping[str, str]) -> int:
    """Count the rows of all choices, with the line that chooses nothing."""
    return 1 + sum(words.count("\n") + 1 for words in choices.values())
