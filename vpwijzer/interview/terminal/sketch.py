"""The first menu in plain writes, to be read while what asks it is still loading.

It looks as the menu will look, in colours that need no loading: none.
"""

from vpwijzer.document.lines import Lines
from vpwijzer.interview.labels import POINTER, STILL, more_line
from vpwijzer.interview.menu import Menu
from vpwijzer.interview.pager import Pager
from vpwijzer.interview.terminal.layout import Plan, planned

STYLES = {"bold": "\x1b[1m", "dim": "\x1b[2m"}
PLAIN = "\x1b[0m"
BELOW = "\r\n"
START = "\x1b[H\x1b[?25l"
"""From the corner, without a cursor."""


def sketched(menu: Menu, pager: Pager, rows: int, columns: int) -> str:
    """Draw a page and its menu for a window of some size."""
    plan = planned(menu, pager, rows, columns)
    lines = [*_painted(pager.shown()), *_menu(menu, pager, plan, columns)]
    return START + BELOW.join(lines)


def _menu(menu: Menu, pager: Pager, plan: Plan, columns: int) -> list[str]:
    """Draw what stands under the page."""
    keys = plan.keys.split("\n")
    if plan.is_small:
        return _bold(keys)
    more = [more_line(pager.above(), pager.below(), columns)] if plan.is_long else []
    choices = [*_choices(menu, plan, columns), ""] if menu.listed else []
    return [*_bold([*more, *plan.title.splitlines()]), *choices, *keys]


def _choices(menu: Menu, plan: Plan, columns: int) -> list[str]:
    """Draw the choices that fit, of which none is pointed at or ticked yet."""
    tick = "○ " if menu.several else ""
    first = _styled("bold", f" {POINTER} ") + tick + _styled("bold", STILL)
    rest = "\n".join(f"   {tick}{words}" for words in plan.choices.values())
    lines = [first, *rest.split("\n")][: plan.choice_rows]
    if plan.is_cut:  # arrows at the right edge say so
        edge = f"\x1b[{columns}G"
        lines[0] += f"{edge}^"
        lines[-1] += f"{edge}v"
    return lines


def _bold(lines: list[str]) -> list[str]:
    return [_styled("bold", line) for line in lines]


def _painted(lines: Lines) -> list[str]:
    return ["".join(_styled(*run) for run in line) for line in lines]


def _styled(names: str, words: str) -> str:
    style = "".join(STYLES.get(name, "") for name in names.split())
    return f"{style}{words}{PLAIN}" if style else words
