"""The figures of plain language, as a table."""

from collections.abc import Iterable

from rich.console import RenderableType
from rich.table import Table

from vpwijzer.checks.readability import EASE, MEAN, Ease


def plain_page(figures: Iterable[Ease]) -> RenderableType:
    """Show the figures per file; a star marks what misses its target."""
    table = Table(box=None, pad_edge=False)
    table.add_column("bestand", overflow="fold")
    for title in ("woorden", "gemiddeld", "langste", "Flesch-Douma"):
        table.add_column(title, justify="right")
    for each in figures:
        ease = "-" if each.ease is None else f"{each.ease:.0f}"
        low = each.ease is not None and each.ease < EASE
        table.add_row(
            each.name,
            str(each.words),
            f"{each.mean:.1f}{'*' if each.mean > MEAN else ''}",
            str(each.longest),
            f"{ease}{'*' if low else ''}",
        )
    return table
