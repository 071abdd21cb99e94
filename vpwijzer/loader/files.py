"""Finds the content files of a folder; the only place that reads them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources.abc import Traversable

from vpwijzer.finding import Finding, Severity
from vpwijzer.loader.keys import FILES, FOLDERS
from vpwijzer.loader.report import suggest_or_list
from vpwijzer.position import Position

SUFFIX = ".yaml"


@dataclass(frozen=True, slots=True)
class Sources:
    """The bytes of every content file by kind and name, and what was odd."""

    files: Mapping[str, Mapping[str, tuple[str, bytes]]]
    """Kind -> file name without ending -> (path to show, bytes)."""
    findings: tuple[Finding, ...] = field(default=())


def read_folder(root: Traversable, shown_as: str) -> Sources:
    """Read a content folder; raises OSError when it cannot be read."""
    found: dict[str, dict[str, tuple[str, bytes]]] = {
        kind: {} for kind in (*FOLDERS, *FILES)
    }
    findings: list[Finding] = []
    for entry in sorted(root.iterdir(), key=lambda each: each.name):
        path = f"{shown_as}/{entry.name}"
        if entry.name.startswith((".", "__")):
            continue
        if entry.is_dir() and entry.name in FOLDERS:
            found[entry.name] = _read_kind(entry, path, findings)
        elif entry.is_file() and entry.name.removesuffix(SUFFIX) in FILES:
            kind = entry.name.removesuffix(SUFFIX)
            found[kind][kind] = (path, entry.read_bytes())
        else:
            findings.append(_stranger(path, entry.name))
    findings += [_missing(shown_as, kind) for kind in FILES if not found[kind]]
    return Sources(found, tuple(findings))


def _read_kind(
    folder: Traversable, path: str, findings: list[Finding]
) -> dict[str, tuple[str, bytes]]:
    found = {}
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.name.startswith("."):
            continue
        shown = f"{path}/{entry.name}"
        if entry.is_file() and entry.name.endswith(SUFFIX):
            found[entry.name.removesuffix(SUFFIX)] = (shown, entry.read_bytes())
        else:
            findings.append(_stranger(shown, entry.name))
    return found


def _stranger(path: str, name: str) -> Finding:
    names = [*FOLDERS, *(kind + SUFFIX for kind in FILES)]
    return Finding(
        Position(path, 1, 1),
        "onbekend-bestand",
        f"'{name}' hoort niet bij de inhoud en wordt niet gelezen",
        suggest_or_list(name, names) or "haal het weg of geef het een andere naam",
        Severity.WARNING,
    )


def _missing(shown_as: str, kind: str) -> Finding:
    return Finding(
        Position(f"{shown_as}/{kind}{SUFFIX}", 1, 1),
        "bestand-ontbreekt",
        f"het bestand {kind}{SUFFIX} ontbreekt",
        "maak het aan; in de meegeleverde inhoud staat een voorbeeld",
    )
