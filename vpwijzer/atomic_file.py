"""Writes files whole or not at all, and never over what is someone else's."""

import errno
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from stat import S_ISDIR, S_ISLNK, S_ISREG

HEAD = 256
"""In how many bytes at the beginning of a file its mark stands."""

WHY = {
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "je ruimte op deze schijf is op",
    errno.EFBIG: "het wordt te groot",
    errno.EIO: "de schijf geeft een fout; kies een andere plek",
    errno.EROFS: "van deze schijf kun je alleen lezen",
    errno.EACCES: "je mag hier niet schrijven",
    errno.EPERM: "je mag hier niet schrijven",
    errno.ENOENT: "de map bestaat niet",
    errno.ENOTDIR: "wat ervoor staat, is geen map",
    errno.ENAMETOOLONG: "de naam is te lang",
}


class NotWrittenError(Exception):
    """A file that was not written; the message is Dutch and complete."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What one command writes: its name in a sentence, its mark, and who may read it.

    The mark stands at the beginning of every file of this kind, and in no other.
    """

    name: str
    mark: bytes
    mode: int = 0o644


def check_file(path: str, kind: Kind) -> None:
    """Raise NotWrittenError when something stands here that is not of this kind."""
    with _explained(path):
        _kept_mode(path, kind)


def write_file(path: str, data: bytes, kind: Kind) -> None:
    """Write a new file, or replace an earlier one of this kind."""
    with _explained(path):
        kept = _kept_mode(path, kind)
        _replace(path, data, kind.mode, kept)


def replace_file(path: str, data: bytes) -> None:
    """Write a file that is the program's own by its place; a link is replaced too."""
    with _explained(path):
        _replace(path, data, 0o644)


def make_folder(path: str) -> None:
    """Make a folder with those above it, unless it is there."""
    with _explained(path):
        os.makedirs(path, exist_ok=True)


@contextmanager
def _explained(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = WHY.get(error.errno or 0, "dat lukt hier niet")
        message = f"'{path}' kan niet worden geschreven: {why}"
        raise NotWrittenError(message) from error


def _kept_mode(path: str, kind: Kind) -> int | None:
    """Give who may read what stands here; None when nothing does."""
    try:
        found = os.lstat(path).st_mode
    except FileNotFoundError:
        return None
    problem = _what_else(found) or _whose(path, kind)
    if problem:
        message = f"'{path}' {problem}"
        raise NotWrittenError(message)
    return found & 0o777


def _what_else(mode: int) -> str:
    """Say what stands here that is no file: there we never write."""
    if S_ISREG(mode):
        return ""
    if S_ISDIR(mode):
        return "is een map; geef de naam van een bestand"
    if S_ISLNK(mode):
        return "is een link naar een andere plek; kies een andere naam"
    return "is geen gewoon bestand; kies een andere naam"


def _whose(path: str, kind: Kind) -> str:
    """Say that a file is not ours, or not ours to change."""
    if not os.access(path, os.W_OK):
        return "mag je niet veranderen"
    # What took the file's place since must not make us wait, or read elsewhere.
    flags = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    with open(os.open(path, os.O_RDONLY | flags), "rb") as file:
        head = file.read(HEAD)
    if kind.mark in head:
        return ""
    return (
        f"is er al en is geen eerder {kind.name}; kies een andere naam of haal het weg"
    )


def _replace(path: str, data: bytes, mode: int, kept: int | None = None) -> None:
    """Write beside the file, and take its place when all is on the disk."""
    folder, name = os.path.split(path)
    begin = os.path.join(folder, f".{name[:50]}.")
    _sweep(folder or ".", os.path.basename(begin))
    half = f"{begin}{os.urandom(4).hex()}.half"
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    made = os.open(half, flags, mode)
    try:
        with open(made, "wb") as file:
            if kept is not None and hasattr(os, "fchmod"):
                os.fchmod(made, kept)
            file.write(data)
            file.flush()
            os.fsync(made)
        os.replace(half, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(half)
        raise
    _flush_folder(folder or ".")


def _sweep(folder: str, begin: str) -> None:
    """Remove what a write of this same file left that was killed halfway."""
    left = re.compile(re.escape(begin) + r"[0-9a-f]{8}\.half")
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if left.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                os.unlink(entry.path)


def _flush_folder(folder: str) -> None:
    """Have the new name outlive a power cut; where that fails, the old file would.

    Windows opens no folder.
    """
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
