"""Signals that must reach the programs under test."""

import signal
from types import FrameType

NAMES = ("SIGHUP", "SIGINT", "SIGQUIT")


def hear() -> None:
    """Let programs hear what nohup, or `&` in a script, made us ignore.

    A program inherits that a signal is ignored, but no handler: with one that does
    nothing we go on ignoring it, and what we start does not.
    """
    for name in NAMES:
        number = getattr(signal, name, None)  # Windows has but one of them
        if number is not None and signal.getsignal(number) is signal.SIG_IGN:
            signal.signal(number, ignore)


def ignore(_number: int, _frame: FrameType | None) -> None:
    """Do nothing."""
