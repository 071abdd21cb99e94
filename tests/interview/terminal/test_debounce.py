"""Keys that come too soon."""

from dataclasses import dataclass

from vpwijzer.interview.terminal.debounce import Guard


@dataclass
class Clock:
    now: float = 100.0

    def __call__(self) -> float:
        return self.now


def at_work() -> tuple[Guard, Clock]:
    clock = Clock()
    guard = Guard(0.15, clock)
    guard.start()
    return guard, clock


def test_key_in_the_first_moment_is_dropped() -> None:
    guard, clock = at_work()
    clock.now += 0.149

    assert not guard.is_open()


def test_key_after_the_first_moment_is_let_through() -> None:
    guard, clock = at_work()
    clock.now += 0.151

    assert guard.is_open()


def test_key_before_the_menu_is_shown_is_dropped() -> None:
    clock = Clock()
    guard = Guard(0.15, clock)
    clock.now += 10

    assert not guard.is_open()


def test_dropped_key_makes_the_moment_start_again() -> None:
    guard, clock = at_work()
    clock.now += 0.1
    guard.is_open()
    clock.now += 0.1

    assert not guard.is_open()


def test_key_that_is_held_down_is_never_let_through() -> None:
    guard, clock = at_work()
    opened = []
    for _ in range(100):
        clock.now += 0.033
        opened.append(guard.is_open())

    assert not any(opened)


def test_keys_after_one_that_was_let_through_may_come_fast() -> None:
    guard, clock = at_work()
    clock.now += 1
    guard.is_open()
    clock.now += 0.001

    assert guard.is_open()


def test_painting_again_does_not_make_the_moment_start_again() -> None:
    guard, clock = at_work()
    clock.now += 0.1
    guard.start()
    clock.now += 0.1

    assert guard.is_open()
