"""What is written otherwise, owner by owner: how it was and how it is."""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from vpwijzer.diff import Written
from vpwijzer.document.blocks import (
    Block,
    Line,
    Point,
    code,
    heading,
    listing,
    paragraph,
    point,
)
from vpwijzer.pages.change.names import Names
from vpwijzer.pages.change.words import FIELDS, NAMES


def texts(written: tuple[Written, ...], names: Names) -> Iterator[Block]:
    """Show every text that differs."""
    yield heading(2, "Wat er anders staat")
    if not written:
        yield paragraph("Niets.")
    for (kind, owner), changes in groupby(written, key=attrgetter("kind", "owner")):
        title = (" ", *names.title(kind, owner)) if owner else ()
        yield heading(3, NAMES[kind], *title)
        yield listing(map(_text, changes))


def _text(change: Written) -> Point:
    first, *rest = change.path
    below = []
    if change.was:
        below.append(point(f"{'was' if change.now else 'vervalt'}: {change.was}"))
    if change.now:
        below.append(point(f"{'nu' if change.was else 'nieuw'}: {change.now}"))
    return point(
        FIELDS[first], *(p for each in rest for p in _below(each)), below=below
    )


def _below(name: str) -> Line:
    return (f", {FIELDS[name].lower()}",) if name in FIELDS else (" ", code(name))
