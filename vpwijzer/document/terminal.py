"""What every screen is made of: text that is never read as markup, and indents."""

from collections.abc import Iterable, Iterator
from typing import IO, TypeAlias

from rich.console import Console, ConsoleOptions, Group, RenderableType
from rich.padding import Padding
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from vpwijzer.words.sanitize import inert_lines

Page: TypeAlias = RenderableType
"""What a screen shows; other modules need not know how it is made."""

HEADING = "bold"
FAINT = "dim"
WARNING = "yellow"
URGENT = "bold red"
GOOD = "green"
STEP = 3
NARROWEST, USUAL = 20, 80


class _Literal(Console):
    """A console on which no words paint, whoever wrote them."""

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterator[Segment]:
        """Render, and leave out of the words what would paint."""
        for part in super().render(renderable, options):
            yield part if part.control else part._replace(text=inert_lines(part.text))


def make_console(
    file: IO[str] | None = None, width: int | None = None, *, record: bool = False
) -> Console:
    """Make a console that takes content literally: no markup, emoji or colours of ours.

    Width is in columns; None takes the window's.
    """
    console = _Literal(
        file=file,
        width=width,
        markup=False,
        emoji=False,
        highlight=False,
        record=record,
    )
    if console.width < NARROWEST:  # as with COLUMNS=0, which would show nothing
        console.width = USUAL
    return console


def text(words: str, style: str = "") -> Text:
    """Make a text in one style."""
    return Text(words, style=style)


def joined(*parts: tuple[str, str]) -> Text:
    """Make one text of (words, style) parts."""
    return Text.assemble(*parts)


def counted(number: int, one: str, more: str) -> str:
    """Give a number with the word that goes with it."""
    return f"{number} {one if number == 1 else more}"


def heading(words: str) -> RenderableType:
    """Make a heading with a line of air above it."""
    return Group(text(""), text(words, HEADING))


def indented(content: RenderableType, steps: int = 1) -> RenderableType:
    """Set content in from the left."""
    return Padding(content, (0, 0, 0, STEP * steps), expand=False)


def listed(lines: Iterable[Text | str], mark: str = "-") -> RenderableType:
    """Make a list; lines that wrap stay clear of the mark."""
    return Group(*(marked(mark, line) for line in lines))


def marked(mark: str, line: Text | str, style: str = "") -> RenderableType:
    """Put a mark before a line that may wrap."""
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(text(mark, style), line if isinstance(line, Text) else text(line))
    return grid
