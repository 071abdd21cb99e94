"""A page that may be longer than its window: which lines of it are shown."""

from vpwijzer.document.blocks import Page
from vpwijzer.document.lines import Lines, laid_out


class Pager:
    """The lines of pages under each other, and how far they have been read."""

    def __init__(self, *pages: Page, top: int = 0) -> None:
        """Start at a line, where someone was reading before."""
        self._pages = pages
        self._lines: Lines = ()
        self._width = 0
        self._top = top
        self._height = 0

    def fit(self, width: int, height: int) -> None:
        """Lay the page out again when the window changed; stay near the same words."""
        if width != self._width:
            before = len(self._lines)
            self._width = width
            self._lines = tuple(
                row for page in self._pages for row in laid_out(page, width)
            )
            if before:
                self._top = round(self._top / before * len(self._lines))
        self._height = height
        self.move(0)

    def move(self, lines: int) -> bool:
        """Go down, or up by a negative number; tells whether anything moved."""
        before = self._top
        last = max(0, len(self._lines) - self._height)
        self._top = min(max(0, self._top + lines), last)
        return self._top != before

    def leaf(self, pages: int) -> bool:
        """Go on by whole windows; one line stays in view, unless the rest then fits."""
        fits = pages > 0 and self.below() <= self._height
        return self.move(pages * max(1, self._height - (not fits)))

    def rows(self, width: int) -> int:
        """Count the lines of the whole page in a window this wide."""
        self.fit(width, self._height)
        return len(self._lines)

    def shown(self) -> Lines:
        """Give the lines in view."""
        return self._lines[self._top : self._top + self._height]

    def below(self) -> int:
        """Count the lines under the window."""
        return max(0, len(self._lines) - self._top - self._height)

    def above(self) -> int:
        """Count the lines over the window."""
        return self._top
