"""Routes side by side on every aspect: a table, or a list where it is narrow."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from vpwijzer.document.terminal import (
    FAINT,
    HEADING,
    heading,
    indented,
    joined,
    marked,
    text,
)
from vpwijzer.engine.logic import View
from vpwijzer.engine.outcome import effect
from vpwijzer.model import Aspect, Library, Route
from vpwijzer.words.wording import LEVELS_ARE_ESTIMATES

ASPECT_WIDTH, ROUTE_WIDTH, GAP = 20, 24, 2
"""In columns; in less, every line would hold one or two words."""

NOT_ARRANGED = "Niet geregeld"


def compare_page(
    routes: Sequence[Route], library: Library, view: View | None = None
) -> RenderableType:
    """Lay routes side by side; without a conversation as they usually are."""
    view = view or View({}, library.concepts, over=False)
    return Group(
        text("Naast elkaar", HEADING),
        text(LEVELS_ARE_ESTIMATES, FAINT),
        _Comparison(tuple(routes), library, view),
    )


@dataclass(frozen=True, slots=True)
class _Comparison:
    routes: tuple[Route, ...]
    library: Library
    view: View

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> RenderResult:
        share = (options.max_width - ASPECT_WIDTH) // len(self.routes)
        rows = list(self._rows())
        cells = [cell for _, *cells in rows for cell in cells]
        words = [Measurement.get(console, options, cell).minimum for cell in cells]
        if share < max(ROUTE_WIDTH, GAP + max(words)):
            yield from self._list()
        else:
            yield text("")
            yield self._table(rows, share)

    def _table(self, rows: Iterable[Sequence[Text]], share: int) -> Table:
        table = Table(
            box=None, pad_edge=False, padding=(0, GAP, 1, 0), show_header=False
        )
        table.add_column(width=ASPECT_WIDTH - GAP, overflow="fold")
        for _ in self.routes:
            table.add_column(width=share - GAP)
        for row in rows:
            table.add_row(*row)
        return table

    def _rows(self) -> Iterator[Sequence[Text]]:
        yield text(""), *(text(route.title, HEADING) for route in self.routes)
        for aspect in self.library.aspects.values():
            label = joined((aspect.title, HEADING), (f"\n{aspect.question}", FAINT))
            yield label, *(self._cell(aspect, each, "\n") for each in self.routes)

    def _list(self) -> Iterator[RenderableType]:
        for aspect in self.library.aspects.values():
            yield heading(f"{aspect.title}: {aspect.question}")
            for route in self.routes:
                line = joined((f"{route.title}: ", ""))
                cell = line.append_text(self._cell(aspect, route, ". "))
                yield indented(marked("-", cell))

    def _cell(self, aspect: Aspect, route: Route, between: str) -> Text:
        found = route.consequences.get(aspect.id)
        if found is None:
            return text(NOT_ARRANGED)
        now = effect(found, self.view)
        level = aspect.levels.get(now.consequence.level, NOT_ARRANGED)
        words = joined((level, HEADING), (f"{between}{now.consequence.text}", ""))
        if now.possible:
            words.append(f" ({now.possible} keer 'als')", style=FAINT)
        return words
