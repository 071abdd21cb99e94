"""Does something again as soon as a file of the content changes, until Ctrl-C."""

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from stat import S_ISDIR
from typing import NoReturn

from vpwijzer.cli.exits import UserError
from vpwijzer.document.terminal import clear
from vpwijzer.words.sanitize import inert

MOMENT = 0.2
"""In seconds, between two looks at the files."""

Stamps = Mapping[Path, tuple[int, ...]]


def follow(root: Path, check: Callable[[], object]) -> NoReturn:
    """Check now, and again after every change.

    What cannot be read at first is wrong use; later it may be half of a change.
    """
    before = _round(root, check)
    while True:
        wait(root, before)
        try:
            before = _round(root, check)
        except (UserError, OSError) as error:
            before = look(root)
            sys.stdout.write(f"De inhoud is nu niet te lezen: {inert(str(error))}.\n")
            _end()


def _round(root: Path, check: Callable[[], object]) -> Stamps:
    """Check once; gives the files as they were before."""
    before = look(root)
    _begin(root)
    check()
    _end()
    return before


def _begin(root: Path) -> None:
    if sys.stdout.isatty():
        clear(sys.stdout)
    now = datetime.now().astimezone()
    sys.stdout.write(f"Controle van {inert(str(root))} om {now:%H:%M:%S}\n\n")
    sys.stdout.flush()


def _end() -> None:
    sys.stdout.write("\nWacht op een verandering. Ctrl-C stopt.\n")
    sys.stdout.flush()


def wait(root: Path, before: Stamps) -> None:
    """Wait until files differ from before and nobody is still writing them."""
    last = before
    while True:
        time.sleep(MOMENT)
        now = look(root)
        if now != before and now == last:
            return
        last = now


def look(root: Path) -> Stamps:
    """Tell for every file whether it may have changed; nothing for what is gone."""
    return dict(_stamps(root))


def _stamps(root: Path) -> Iterator[tuple[Path, tuple[int, ...]]]:
    with suppress(OSError):  # a folder that goes away while we look
        for path in (root, *root.rglob("*")):
            if not _is_hidden(path, root):
                yield path, _stamp(path)


def _is_hidden(path: Path, root: Path) -> bool:
    """Tell whether a file is an editor's own, and so never content."""
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def _stamp(path: Path) -> tuple[int, ...]:
    try:
        found = path.stat()
    except OSError:  # gone, or a link to nothing
        return ()
    if S_ISDIR(found.st_mode):  # what changes in it has a stamp of its own
        return (found.st_mode,)
    return (found.st_mtime_ns, found.st_ctime_ns, found.st_size)
