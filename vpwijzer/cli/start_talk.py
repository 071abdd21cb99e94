"""Starts a conversation: in a terminal window, or in plain lines."""

import os
import sys
from contextlib import contextmanager, suppress
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from vpwijzer.cli.exits import FINE, INTERRUPTED, UserError
from vpwijzer.cli.library import named_folder
from vpwijzer.cli.workplace import ANY, Choice, Workplace, find, open_workplace
from vpwijzer.compiled import bundled_folder
from vpwijzer.model import Library, Seat, Tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from vpwijzer.interview.menu import Asker, Writer

NEEDS_TERMINAL = (
    "een gesprek heeft een terminal nodig; "
    "gebruik 'vpwijzer speel BESTAND' om antwoorden uit een bestand te lezen, "
    "of '--toegankelijk' om regel voor regel te antwoorden"
)
OTHER_CONTENT = "Let op: de inhoud komt uit een eigen map."
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


def keep_memory_private() -> None:
    """Have no other program of this user read along, nor write it to a file."""
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - start-up

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)


@contextmanager
def opened(*, accessible: bool, last: str) -> "Iterator[Writer]":
    """Open the way to talk with a person, and leave nothing of it behind."""
    in_lines = wants_lines(asked=accessible)
    keep_memory_private()
    with open_lines(last) if in_lines else open_window(last) as asker:
        yield asker


@contextmanager
def open_lines(last: str) -> "Iterator[Writer]":
    """Talk line by line."""
    import shutil  # noqa: PLC0415 - start-up

    from vpwijzer.interview.terminal.plain_asker import LineAsker  # noqa: PLC0415 - start-up

    columns = shutil.get_terminal_size().columns
    width = columns if columns >= NARROWEST_LINE else USUAL_LINE
    asker = LineAsker(sys.stdout, sys.stdin, width)
    if sys.stdout.isatty():
        asker.say(STAYS_HERE)
    yield asker
    asker.say(last)


@contextmanager
def open_window(last: str) -> "Iterator[Writer]":
    """Talk in the terminal's other screen."""
    columns, rows = os.get_terminal_size(sys.stdout.fileno())
    if 0 < columns < NARROWEST or 0 < rows < LOWEST:
        raise UserError(TOO_SMALL)
    # prompt_toolkit waits a second for terminals that answer no cursor query.
    os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
    from vpwijzer.interview.screen import Screen  # noqa: PLC0415 - start-up

    with Screen(last, sys.stdin.fileno(), sys.stdout.fileno()):
        # Loading takes a moment, in which no key may show.
        from vpwijzer.interview.terminal.prompt import Prompt  # noqa: PLC0415 - start-up

        yield Prompt()


PR_SET_DUMPABLE = 4
SEATS = {"intake": Seat.ADVISER, "zelfcheck": Seat.EMPLOYEE}


def hold_talk(
    name: str,
    folder: "Path | None" = None,
    choice: Choice = ANY,
    *,
    accessible: bool = False,
    asks_all: bool = False,
) -> int:
    """Hold a conversation from the first tree, in the seat that this name means."""
    workplace = open_workplace(folder, choice)
    first = first_tree(workplace.library)
    begin = Begin(SEATS[name], first, is_other(folder), asks_all)
    return talk(workplace, begin, accessible=accessible)


class Begin(NamedTuple):
    """Where and how a conversation begins."""

    seat: Seat
    tree: Tree | None = None
    """Without one the person chooses."""
    is_other: bool = False
    """Whether the content is another than comes with the program."""
    asks_all: bool = False


def talk(workplace: Workplace, begin: Begin, *, accessible: bool = False) -> int:
    """Hold a conversation, from a tree or from one that the person chooses."""

    def conversation(asker: "Asker") -> None:
        _introduce(asker, workplace, is_other=begin.is_other)
        _talk(asker, workplace, begin)

    return until_the_end(conversation, accessible=accessible)


def resume_talk(
    folder: "Path | None" = None, choice: Choice = ANY, *, accessible: bool = False
) -> int:
    """Go on with a conversation from a code that is asked for."""
    from vpwijzer.interview.screens.resume import resume  # noqa: PLC0415 - start-up

    workplace = open_workplace(folder, choice)

    def conversation(asker: "Writer") -> None:
        _introduce(asker, workplace, is_other=is_other(folder))
        resume(asker, workplace.library, workplace.prefilled)

    return until_the_end(conversation, accessible=accessible)


def is_other(folder: "Path | None") -> bool:
    """Tell whether this folder is not the content that comes with the program."""
    folder = named_folder(folder)
    return folder is not None and not folder.samefile(bundled_folder())


def walk_tree(  # noqa: PLR0913 - one flag per option on the command line
    name: str | None,
    seat: str,
    folder: "Path | None" = None,
    choice: Choice = ANY,
    *,
    accessible: bool = False,
    asks_all: bool = False,
) -> int:
    """Walk any tree by itself; raises UserError when there is none that asks."""
    workplace = open_workplace(folder, choice)
    library = workplace.library
    begin = Begin(Seat[seat], None, is_other(folder), asks_all)
    if name is not None:
        from vpwijzer.cli.suggest import named  # noqa: PLC0415 - start-up

        tree = named(library.trees, name, "de boom", "bomen")
        as_seat = Seat.ADVISER if tree.adviser_only else begin.seat
        begin = begin._replace(seat=as_seat, tree=tree)
        _check_asks(library, begin)
    return talk(workplace, begin, accessible=accessible)


def _check_asks(library: Library, begin: Begin) -> None:
    """Raise UserError on a tree that asks nothing unless another was walked before."""
    from vpwijzer.engine.walk import begin as walk  # noqa: PLC0415 - start-up

    tree = begin.tree
    if tree and walk(library, tree.id, begin.seat, asks_all=begin.asks_all).is_over:
        message = (
            f"de boom '{tree.id}' vraagt niets als je ermee begint: hij gaat verder "
            "op een andere; kies een begin uit de lijst van 'vpwijzer start'"
        )
        raise UserError(message)


def meet() -> int:
    """Ask who is sitting here, and hold a conversation from the first tree."""
    from vpwijzer.interview.screens.start import choose_seat  # noqa: PLC0415 - start-up

    @cache
    def here() -> Workplace:
        return open_workplace(None)

    if find(None) is not None:
        here()  # whatever is wrong with it is said before anything is asked

    def begin_talk(asker: "Asker") -> None:
        if find(None) is not None or is_other(None):
            _introduce(asker, here(), is_other=is_other(None))
        seat = choose_seat(asker, lambda: here().library)
        if seat is not None:
            _talk(asker, here(), Begin(seat, first_tree(here().library)))

    return until_the_end(begin_talk)


def _introduce(asker: "Asker", workplace: Workplace, *, is_other: bool) -> None:
    """Say first of all where what is said here comes from."""
    if is_other:
        asker.say(OTHER_CONTENT)
    if workplace.said:
        asker.say(workplace.said)


def _talk(asker: "Asker", workplace: Workplace, begin: Begin) -> None:
    from vpwijzer.interview.screens.start import hold  # noqa: PLC0415 - start-up

    hold(
        asker,
        workplace.library,
        begin.seat,
        begin.tree,
        prefilled=workplace.prefilled,
        asks_all=begin.asks_all,
    )


def until_the_end(
    conversation: "Callable[[Writer], None]",
    *,
    accessible: bool = False,
    last: str = NOTHING_KEPT,
) -> int:
    """Hold a conversation, and give the exit code that belongs to the way it ends."""
    from vpwijzer.interview.menu import Left  # noqa: PLC0415 - start-up

    try:
        with opened(accessible=accessible, last=last) as asker:
            try:
                conversation(asker)
            except (KeyboardInterrupt, EOFError):  # what follows says its last words
                return INTERRUPTED
    except Left:  # whoever walks in reads nothing
        return FINE
    return FINE


def first_tree(library: Library) -> Tree:
    """Give the tree where a conversation begins when none is named."""
    return next(tree for tree in library.trees.values() if tree.can_start)
