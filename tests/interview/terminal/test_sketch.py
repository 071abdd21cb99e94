"""The first menu looks the same before and after it takes keys."""

from collections.abc import Iterator

import pyte
import pytest
from prompt_toolkit.input import create_pipe_input
from window import ERASED, Window, lettered, numbered, several

from vpwijzer.document.blocks import Page
from vpwijzer.interview.menu import Menu
from vpwijzer.interview.pager import Pager
from vpwijzer.interview.terminal.sketch import sketched
from vpwijzer.pages.menu import menu_page

WORDS = "De eerste vraag is wat er is gebeurd, en wie er nu bij je zit. "
NOTES = [("", WORDS), ("VP", WORDS * 2)]
SIZES = [(120, 40), (80, 24), (40, 20), (40, 12), (20, 12), (20, 8), (20, 4)]


@pytest.fixture
def window() -> Iterator[Window]:
    with create_pipe_input() as pipe:
        yield Window(pipe)


def cells(screen: pyte.Screen) -> list[list[tuple[str, bool]]]:
    """Read every character, and whether it is seen to be bold."""
    rows = [screen.buffer[number] for number in range(screen.lines)]
    return [
        [
            (row[n].data, row[n].bold and row[n].data not in " ^v")
            for n in range(screen.columns)
        ]
        for row in rows
    ]


def painted(words: str, columns: int, rows: int) -> list[list[tuple[str, bool]]]:
    screen = pyte.Screen(columns, rows)
    pyte.Stream(screen).feed(words)
    return cells(screen)


@pytest.mark.parametrize(("columns", "rows"), SIZES)
@pytest.mark.parametrize("menu", [lettered(3), lettered(12), several()])
@pytest.mark.parametrize("page", [menu_page("Wat?", NOTES), numbered(100)])
def test_sketch_is_the_menu_as_it_will_be(
    window: Window, page: Page, menu: Menu, columns: int, rows: int
) -> None:
    window.columns, window.rows, window.pages = columns, rows, [page]
    with pytest.raises(KeyboardInterrupt):
        window.choose(menu, "")
    shown, _, _ = window.written.getvalue().rpartition(ERASED)

    pager = Pager(page, menu_page("", menu.notes))
    sketch = sketched(menu, pager, rows, columns)

    assert painted(sketch, columns, rows) == painted(shown, columns, rows)
