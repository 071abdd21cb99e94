"""Finds the content files of a folder; the only place that reads them."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from stat import S_ISREG
from typing import TYPE_CHECKING

from vpwijzer.loader.keys import FILES, FOLDERS, OPTIONAL
from vpwijzer.loader.report import suggest
from vpwijzer.loader.rules import (
    NO_FILE,
    NO_FILE_IN_FOLDER,
    STRANGE_FILE,
    UNREADABLE_FILE,
    UNREADABLE_FOLDER,
)
from vpwijzer.model.finding import Finding
from vpwijzer.model.position import Position
from vpwijzer.yamltext import MOST_BYTES

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SUFFIX = ".yaml"
RENAME = "haal het weg of geef het een andere naam"


BESIDE = ("schemas", "organisatie.yaml")
"""What may stand between the content and is none: for editors, of one workplace."""

NEEDED_FOLDERS = ("bomen", "routes")


@dataclass(frozen=True, slots=True)
class Sources:
    """The bytes of every content file by kind and name, and what was odd."""

    files: Mapping[str, Mapping[str, tuple[str, bytes]]]
    """Kind -> file name without ending -> (path to show, bytes)."""
    findings: tuple[Finding, ...] = ()
    incomplete: frozenset[str] = frozenset()
    """The kinds of which a file is missing or could not be read."""


def read_file(file: "Traversable") -> bytes:
    """Read a regular file, no further than tells that it is too large.

    Raises OSError for what is no such file: a device or a pipe has no end.
    """
    if hasattr(file, "stat") and not S_ISREG(file.stat().st_mode):
        raise OSError(file.name)
    with file.open("rb") as opened:
        return bytes(opened.read(MOST_BYTES + 1))


def read_path(path: str) -> bytes:
    """Do the same for what has a path, without what finds its way in folders."""
    if not S_ISREG(os.stat(path).st_mode):
        raise OSError(path)
    with open(path, "rb") as opened:
        return opened.read(MOST_BYTES + 1)


def read_folder(root: "Traversable", shown_as: str) -> Sources:
    """Read a content folder; raises OSError when it is none."""
    reader = _Reader()
    for entry in _entries(root):
        if entry.name in BESIDE and entry.is_dir() == (entry.name == BESIDE[0]):
            continue
        path = f"{shown_as}/{entry.name}"
        kind = entry.name.removesuffix(SUFFIX)
        if entry.is_dir() and entry.name in FOLDERS:
            reader.read_kind(entry, path)
        elif entry.is_file() and kind in FILES and entry.name != kind:
            reader.read(kind, entry, path)
        else:
            names = [*FOLDERS, *(kind + SUFFIX for kind in FILES)]
            reader.refuse(path, entry.name, _hint_in_root(entry.name, names))
    reader.check_complete(shown_as)
    return Sources(reader.files, tuple(reader.findings), frozenset(reader.incomplete))


def _entries(folder: "Traversable") -> "list[Traversable]":
    entries = [e for e in folder.iterdir() if not e.name.startswith((".", "__"))]
    return sorted(entries, key=lambda entry: entry.name)


def _hint_in_root(name: str, names: list[str]) -> str:
    if name in names:
        kind = "bestand" if name.endswith(SUFFIX) else "map"
        return f"hier hoort een {kind} met die naam te staan"
    return suggest(name, names) or RENAME


class _Reader:
    """Reads files and notes what is odd."""

    def __init__(self) -> None:
        self.files: dict[str, dict[str, tuple[str, bytes]]] = {
            kind: {} for kind in (*FOLDERS, *FILES)
        }
        self.findings: list[Finding] = []
        self.incomplete: set[str] = set()

    def read_kind(self, folder: "Traversable", path: str) -> None:
        try:
            entries = _entries(folder)
        except OSError:
            self.incomplete.add(folder.name)
            self.findings.append(UNREADABLE_FOLDER.at(Position(path, 1, 1)))
            return
        for entry in entries:
            shown = f"{path}/{entry.name}"
            if entry.is_file() and entry.name.endswith(SUFFIX):
                self.read(folder.name, entry, shown)
            else:
                hint = "hier staan alleen leesbare bestanden die op .yaml eindigen"
                self.refuse(shown, entry.name, hint)

    def read(self, kind: str, entry: "Traversable", path: str) -> None:
        try:
            name = entry.name.removesuffix(SUFFIX)
            self.files[kind][name] = (path, read_file(entry))
        except OSError:
            self.incomplete.add(kind)
            self.findings.append(UNREADABLE_FILE.at(Position(path, 1, 1)))

    def refuse(self, path: str, name: str, hint: str) -> None:
        self.findings.append(STRANGE_FILE.at(Position(path, 1, 1), name, hint=hint))

    def check_complete(self, root: str) -> None:
        for kind in (*NEEDED_FOLDERS, *FILES):
            is_needed = kind not in OPTIONAL | self.incomplete
            if not self.files[kind] and is_needed:
                self.incomplete.add(kind)
                is_folder = kind in FOLDERS
                name = kind if is_folder else kind + SUFFIX
                rule = NO_FILE_IN_FOLDER if is_folder else NO_FILE
                self.findings.append(rule.at(Position(f"{root}/{name}", 1, 1), name))
