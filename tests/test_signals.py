"""The suite itself, started with signals ignored."""

import signal
import subprocess
import sys
from collections.abc import Iterator

import pytest
from signals import NAMES, hear

TELL = f"""
import signal
print(*(signal.getsignal(getattr(signal, n)) is signal.SIG_IGN for n in {NAMES}))
"""


@pytest.fixture
def ignored() -> Iterator[None]:
    """Ignore them, as nohup does."""
    before = {number: signal.getsignal(number) for number in map(_number, NAMES)}
    for number in before:
        signal.signal(number, signal.SIG_IGN)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def _number(name: str) -> int:
    return int(getattr(signal, name))


@pytest.mark.skipif(sys.platform == "win32", reason="has no such signals")
@pytest.mark.usefixtures("ignored")
def test_program_hears_what_the_suite_ignores() -> None:
    hear()
    for name in NAMES:
        signal.raise_signal(_number(name))

    words = [sys.executable, "-c", TELL]
    assert subprocess.check_output(words, encoding="utf-8").split() == ["False"] * 3
