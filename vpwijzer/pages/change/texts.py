"""What is written otherwise, owner by owner: how it was and how it is."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from vpwijzer.diff import Written
from vpwijzer.pages.change.names import Names, code, safe
from vpwijzer.pages.change.words import FIELDS, NAMES


def text_lines(texts: tuple[Written, ...], names: Names) -> Iterator[str]:
    """Write down every text that differs."""
    yield from ("", "## Wat er anders staat")
    if not texts:
        yield from ("", "Niets.")
    for (kind, owner), changes in groupby(texts, key=attrgetter("kind", "owner")):
        title = names.title(kind, owner) if owner else ""
        yield from ("", f"### {NAMES[kind]} {title}".rstrip(), "")
        yield from (line for change in changes for line in _text(change))


def _text(change: Written) -> Iterator[str]:
    first, *rest = change.path
    label = FIELDS[first] + "".join(map(_below, rest))
    yield f"- {label}"
    if change.was:
        yield f"  - {'was' if change.now else 'vervalt'}: {safe(change.was)}"
    if change.now:
        yield f"  - {'nu' if change.was else 'nieuw'}: {safe(change.now)}"


def _below(name: str) -> str:
    return f", {FIELDS[name].lower()}" if name in FIELDS else f" {code(name)}"
