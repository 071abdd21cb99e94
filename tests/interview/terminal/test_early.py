"""Keys that come while a menu is shown and what asks it is still loading."""

import os
import pty
import signal
import sys
import time
import tty
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

import pytest

from vpwijzer.interview.menu import Left
from vpwijzer.interview.terminal.debounce import Guard
from vpwijzer.interview.terminal.early import guarded, read_waiting

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")

MOMENT = 0.1


@dataclass
class Keyboard:
    """A terminal of which both ends are here."""

    hands: int
    keys: int

    def type(self, words: str) -> None:
        os.write(self.hands, words.encode())


@pytest.fixture
def board() -> Iterator[Keyboard]:
    hands, keys = pty.openpty()
    tty.setcbreak(keys)
    yield Keyboard(hands, keys)
    os.close(hands)
    os.close(keys)


def guard() -> Guard:
    return Guard(MOMENT, time.monotonic)


def press_while_loading(board: Keyboard, key: str) -> None:
    board.type(key)
    time.sleep(MOMENT * 3)


def test_keys_from_before_the_menu_are_dropped_at_once(board: Keyboard) -> None:
    door = guard()
    board.type("1")
    with guarded(board.keys, door):
        time.sleep(MOMENT * 1.5)

    assert door.has_opened
    assert not read_waiting(board.keys)


def test_leave_key_from_before_the_menu_leaves(board: Keyboard) -> None:
    board.type("q")

    with pytest.raises(Left), guarded(board.keys, guard()):
        pass


def test_keys_that_came_too_soon_are_dropped(board: Keyboard) -> None:
    door = guard()
    with guarded(board.keys, door):
        board.type("1")
        time.sleep(MOMENT * 1.5)

        assert not door.has_opened
    assert not read_waiting(board.keys)


def test_keys_after_the_moment_wait_for_the_menu(board: Keyboard) -> None:
    door = guard()
    with guarded(board.keys, door):
        time.sleep(MOMENT * 1.5)
        board.type("12")
        time.sleep(MOMENT * 1.5)

    assert door.has_opened
    assert read_waiting(board.keys) == "12"


def test_key_that_is_held_down_never_opens_the_guard(board: Keyboard) -> None:
    door = guard()
    with guarded(board.keys, door):
        for _ in range(30):
            board.type("1")
            time.sleep(MOMENT / 5)

        assert not door.has_opened


def test_moment_of_rest_after_keys_too_soon_opens_the_guard(board: Keyboard) -> None:
    door = guard()
    with guarded(board.keys, door):
        board.type("1")
        time.sleep(MOMENT * 3.5)

    assert door.has_opened


def test_leave_key_that_comes_too_soon_leaves(board: Keyboard) -> None:
    with pytest.raises(Left), guarded(board.keys, guard()):
        press_while_loading(board, "q")


def test_leave_key_leaves_also_when_what_loads_goes_on(board: Keyboard) -> None:
    with pytest.raises(Left), guarded(board.keys, guard()), suppress(Left):
        press_while_loading(board, "q")


def test_answer_of_a_terminal_is_no_leave_key(board: Keyboard) -> None:
    with guarded(board.keys, guard()):
        board.type("\x1b[?q")
        time.sleep(MOMENT * 1.5)


def test_nothing_is_left_running(board: Keyboard) -> None:
    before = signal.getsignal(signal.SIGALRM)
    with guarded(board.keys, guard()):
        pass

    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0, 0)


def test_terminal_that_is_gone_has_no_keys() -> None:
    hands, keys = pty.openpty()
    os.close(keys)
    os.close(hands)

    assert read_waiting(keys) == ""
