"""The keys that do something else than answer, and waiting for one of them."""

from vpwijzer.interview.menu import Asker, Choice, Menu, Picked, Pressed

BACK, EXPLAIN, STOP = "t", "?", "s"
OVERVIEW, PROVISIONAL, NOTES, HELP = "o", "v", "n", "h"
ALL, CLOSED, COMPARE, WHAT_IF = "a", "w", "c", "x"
REFINE, MAYBE, MORE, CODE = "p", "g", "m", "k"
WRAP_UP, PASS = "r", "d"

GO_ON = "verder"
STOP_CHOICE = "?stop"
"""The choice that does what the key to stop does."""


class Stopped(Exception):  # noqa: N818 - leaving is a choice, not an error
    """The person chose to stop."""


def pause(asker: Asker, words: str) -> None:
    """Leave a page on screen until the person goes back; raises Stopped."""
    menu = Menu(
        "",
        choices=(Choice(GO_ON, words),),
        commands={BACK: "terug", STOP: "stop"},
        back=BACK,
    )
    if asker.choose(menu) == Pressed(STOP):
        raise Stopped


def go_on(asker: Asker, words: str) -> None:
    """Leave a page on screen until the person goes on; raises Stopped."""
    menu = Menu("", choices=(Choice(GO_ON, words),), commands={STOP: "stop"})
    if asker.choose(menu) == Pressed(STOP):
        raise Stopped


def one(picked: Picked) -> str:
    """Give the value of a menu in which one choice is made."""
    return next(iter(picked.values))
