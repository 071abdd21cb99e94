"""Keys that come while a menu can be read already and what asks it is still loading."""

import os
import select
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from vpwijzer.interview.menu import LEAVE, Left
from vpwijzer.interview.terminal.debounce import Guard

ESCAPE = "\x1b"


@contextmanager
def guarded(keys: int, guard: Guard) -> Iterator[None]:
    """Drop the keys that wait, and start to guard the menu that is shown now.

    Each moment there is a look at the keys: those that came too soon are dropped, later
    ones wait for the menu. Raises Left on a leave key that is dropped.
    """
    leave_if_asked(read_waiting(keys))
    guard.start()
    if sys.platform == "win32":  # has no such timer
        yield
        return

    too_soon: list[str] = []

    def look(*_: object) -> None:
        if typed := read_waiting(keys):
            guard.restart()
            too_soon.append(typed)
            leave_if_asked(typed)
        if not guard.is_open():
            signal.setitimer(signal.ITIMER_REAL, guard.seconds)

    before = signal.signal(signal.SIGALRM, look)
    signal.setitimer(signal.ITIMER_REAL, guard.seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
    # Whatever was loading may have taken the exception for one of its own.
    for typed in too_soon:
        leave_if_asked(typed)


def leave_if_asked(typed: str) -> None:
    """Raise Left on the leave key; in what a terminal tells it can be any letter."""
    if LEAVE in typed and ESCAPE not in typed:
        raise Left


def read_waiting(keys: int) -> str:
    """Read the keys that wait; a terminal that is gone has none.

    One system has terminals that cannot be asked: there what waits is dropped later.
    """
    if sys.platform == "win32":
        return ""
    try:
        if not select.select([keys], [], [], 0)[0]:
            return ""
        return os.read(keys, 4096).decode(errors="replace")
    except OSError:
        return ""
