"""Looks at, or ends, what writes files at each of its calls of the system."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

from vpwijzer import atomic_file


def files_in(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def is_half(name: str) -> bool:
    return name.startswith(".") and name.endswith(".half")


@contextmanager
def at_each_point(do: Callable[[], object]) -> Iterator[None]:
    """Do something before each call that the module that writes files makes.

    Not before a file is closed: when the system fails that, it is closed as well.
    """

    def look(frame: FrameType, event: str, called: object) -> None:
        is_ours = frame.f_code.co_filename == atomic_file.__file__
        closes = getattr(called, "__name__", "") == "__exit__"
        if event == "c_call" and is_ours and not closes:
            do()

    sys.setprofile(look)
    try:
        yield
    finally:
        sys.setprofile(None)


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let the system refuse to write more than this to a file."""
    import resource  # noqa: PLC0415 - not on every system

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
