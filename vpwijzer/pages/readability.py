"""The figures of plain language, as a table."""

from collections.abc import Iterable

from vpwijzer.checks.readability import EASE, MEAN, Ease
from vpwijzer.document.blocks import Line, Page, Table

HEAD = ("bestand", "woorden", "gemiddeld", "langste", "Flesch-Douma")


def plain_page(figures: Iterable[Ease]) -> Page:
    """Show the figures per file; a star marks what misses its target."""
    return (Table(HEAD, tuple(map(_row, figures)), figures=True),)


def _row(each: Ease) -> tuple[Line, ...]:
    ease = "-" if each.ease is None else f"{each.ease:.0f}"
    low = each.ease is not None and each.ease < EASE
    return (
        (each.name,),
        (str(each.words),),
        (f"{each.mean:.1f}{'*' if each.mean > MEAN else ''}",),
        (str(each.longest),),
        (f"{ease}{'*' if low else ''}",),
    )
