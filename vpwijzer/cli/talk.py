"""Starts a conversation: in a terminal window, or in plain lines."""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from vpwijzer.cli.exits import FINE, INTERRUPTED, WRONG_USE, UserError
from vpwijzer.cli.library import open_library
from vpwijzer.cli.private import keep_memory_private
from vpwijzer.model import Library, Seat, Tree

if TYPE_CHECKING:
    from pathlib import Path

    from vpwijzer.interview.menu import Asker, Menu
    from vpwijzer.interview.pager import Pager

NEEDS_TERMINAL = (
    "een gesprek heeft een terminal nodig; "
    "gebruik 'vpwijzer speel BESTAND' om antwoorden uit een bestand te lezen, "
    "of '--toegankelijk' om regel voor regel te antwoorden"
)
NOTHING_KEPT = "Er is niets bewaard."
NARROWEST, LOWEST = 20, 8
TOO_SMALL = "dit venster is te klein; maak het groter of gebruik '--toegankelijk'"
STAYS_HERE = (
    "Wat hier komt te staan, blijft in dit venster tot je het sluit. "
    "Met q stop je, maar wist je niets."
)
NARROWEST_LINE, USUAL_LINE = 20, 80


def is_terminal() -> bool:
    """Tell whether a person is at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def wants_lines(*, asked: bool) -> bool:
    """Tell whether to talk in plain lines; raises UserError when nobody answers.

    A pipe answers only when someone asks for that here and now: a setting of the
    environment may have been made long ago.
    """
    if not (asked or is_terminal()):
        raise UserError(NEEDS_TERMINAL)
    setting = os.environ.get("ACCESSIBLE", "0") not in {"", "0"}
    return asked or setting or os.environ.get("TERM") == "dumb"


@contextmanager
def opened(
    load_rest: Callable[[], None], *, accessible: bool = False
) -> "Iterator[Asker]":
    """Open the way to talk with a person, and leave nothing of it behind."""
    in_lines = wants_lines(asked=accessible)
    keep_memory_private()
    with open_lines() if in_lines else open_window(load_rest) as asker:
        yield asker


@contextmanager
def open_lines() -> "Iterator[Asker]":
    """Talk line by line."""
    import shutil  # noqa: PLC0415 - start-up

    from vpwijzer.interview.terminal.plain_asker import LineAsker  # noqa: PLC0415 - start-up

    columns = shutil.get_terminal_size().columns
    width = columns if columns >= NARROWEST_LINE else USUAL_LINE
    asker = LineAsker(sys.stdout, sys.stdin, width)
    if sys.stdout.isatty():
        asker.say(STAYS_HERE)
    yield asker
    asker.say(NOTHING_KEPT)


@contextmanager
def open_window(load_rest: Callable[[], None]) -> "Iterator[Asker]":
    """Talk in the terminal's other screen."""
    columns, rows = os.get_terminal_size(sys.stdout.fileno())
    if 0 < columns < NARROWEST or 0 < rows < LOWEST:
        raise UserError(TOO_SMALL)
    # prompt_toolkit waits a second for terminals that answer no cursor query.
    os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
    from vpwijzer.interview.screen import Screen  # noqa: PLC0415 - start-up
    from vpwijzer.interview.terminal.prompt import First, Prompt  # noqa: PLC0415 - start-up
    from vpwijzer.interview.terminal.sketch import sketched  # noqa: PLC0415 - start-up

    def sketch(menu: "Menu", pager: "Pager") -> None:
        # A window that does not tell its size is taken for this one, also later.
        screen.write(sketched(menu, pager, rows or 24, columns or 80))

    with Screen(NOTHING_KEPT, sys.stdin.fileno(), sys.stdout.fileno()) as screen:
        yield Prompt(first=First(sketch, load_rest))


SEATS = {"intake": Seat.ADVISER, "zelfcheck": Seat.EMPLOYEE}


def hold_talk(
    name: str,
    folder: "Path | None" = None,
    *,
    accessible: bool = False,
    asks_all: bool = False,
) -> int:
    """Hold a conversation from the first tree, in the seat that this name means."""
    library = open_library(folder)
    tree = first_tree(library)
    return talk(library, SEATS[name], tree, accessible=accessible, asks_all=asks_all)


def talk(
    library: Library,
    seat: Seat,
    tree: Tree | None = None,
    *,
    accessible: bool = False,
    asks_all: bool = False,
) -> int:
    """Hold a conversation, from a tree or from one that the person chooses."""
    with opened(lambda: load_rest(library), accessible=accessible) as asker:
        return until_the_end(
            lambda: _talk(asker, library, seat, tree, asks_all=asks_all)
        )


def walk_tree(
    name: str | None,
    seat: str,
    folder: "Path | None" = None,
    *,
    accessible: bool = False,
    asks_all: bool = False,
) -> int:
    """Walk any tree by itself; raises UserError when there is no such tree."""
    library = open_library(folder)
    if name is None:
        return talk(library, Seat(seat), accessible=accessible, asks_all=asks_all)
    from vpwijzer.cli.suggest import named  # noqa: PLC0415 - start-up

    tree = named(library.trees, name, "de boom", "bomen")
    as_seat = Seat.ADVISER if tree.adviser_only else Seat(seat)
    return talk(library, as_seat, tree, accessible=accessible, asks_all=asks_all)


def meet() -> int:
    """Ask who is sitting here, and hold a conversation from the first tree."""
    from vpwijzer.interview.screens.start import choose_seat  # noqa: PLC0415 - start-up

    @cache
    def bundled() -> Library:
        return open_library(None)

    def begin_talk(asker: "Asker") -> None:
        seat = choose_seat(asker, bundled)
        if seat is not None:
            library = bundled()
            _talk(asker, library, seat, first_tree(library))

    with opened(lambda: load_rest(bundled())) as asker:
        return until_the_end(lambda: begin_talk(asker))


def _talk(
    asker: "Asker",
    library: Library,
    seat: Seat,
    tree: Tree | None,
    *,
    asks_all: bool = False,
) -> None:
    from vpwijzer.interview.screens.start import hold  # noqa: PLC0415 - start-up

    hold(asker, library, seat, tree, asks_all=asks_all)


def load_rest(library: Library) -> None:
    """Load what a conversation needs after its first menu."""
    import vpwijzer.interview.conversation  # noqa: PLC0415 - start-up
    import vpwijzer.interview.screens.outcome_screen  # noqa: F401, PLC0415 - start-up

    list(library.routes.values())
    # All of this stays. Garbage is looked for as usual again, a little at a time, and
    # not in what stays: no answer waits for that.
    gc.freeze()
    gc.set_threshold(700)


def until_the_end(conversation: Callable[[], None]) -> int:
    """Give the exit code that belongs to the way a conversation ends."""
    from vpwijzer.interview.menu import Left  # noqa: PLC0415 - start-up

    try:
        conversation()
    except Left:
        return FINE
    except KeyboardInterrupt:
        return INTERRUPTED
    except EOFError:
        return WRONG_USE
    return FINE


def first_tree(library: Library) -> Tree:
    """Give the tree where a conversation begins when none is named."""
    return next(tree for tree in library.trees.values() if tree.can_start)
