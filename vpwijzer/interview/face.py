"""What of a menu and its page is shown in a window of some size."""

from collections.abc import Callable
from textwrap import fill

from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.layout import (
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    ScrollOffsets,
    Window,
)
from prompt_toolkit.layout.margins import ConditionalMargin, ScrollbarMargin
from prompt_toolkit.output import Output
from prompt_toolkit.styles import Attrs
from questionary.prompts.common import InquirerControl

from vpwijzer.interview.labels import (
    STILL,
    key_line,
    more_line,
    short_key_line,
    title_line,
    titles,
)
from vpwijzer.interview.menu import Menu
from vpwijzer.interview.pager import Pager

COLOURS = {"red", "green", "yellow", "blue", "magenta", "cyan"}
KNOWN_STYLES = {"bold", *({"dim"} & set(Attrs._fields))}
LOWEST = 2
"""Fewer lines than this for the question or its choices cannot be read."""
TOO_SMALL = "Maak dit venster groter."


class Face:
    """A page that may be read on, then a title, choices and a line of keys."""

    def __init__(self, menu: Menu, pager: Pager, choices: InquirerControl) -> None:
        """Show this page above these choices."""
        self.typed = ""
        self.is_small = False
        self._menu, self._pager, self._control = menu, pager, choices
        self._size: tuple[int, int] | None = None
        self._keys = self._title = ""
        self._rows = self._choice_rows = 0
        self._is_long = False

    def window(self) -> HSplit:
        """Lay everything out from top to bottom."""

        def part(words: Callable[[], FormattedText], rows: Callable[[], int]) -> Window:
            control = FormattedTextControl(words, show_cursor=False)
            return Window(control, height=rows, wrap_lines=False)

        arrows = ScrollbarMargin(display_arrows=True)
        choices = Window(
            self._control,
            height=lambda: self._choice_rows,
            always_hide_cursor=True,
            scroll_offsets=ScrollOffsets(bottom=self._rest_of_choice),
            # Arrows at the right edge say that there are more choices than fit.
            right_margins=[ConditionalMargin(arrows, Condition(self._is_cut))],
        )
        listed = HSplit([choices, Window(height=1)])
        is_listed = Condition(lambda: self._menu.listed and not self.is_small)
        is_long = Condition(lambda: self._is_long)
        has_title = Condition(lambda: bool(self._title) and not self.is_small)
        return HSplit(
            [
                part(self._page, lambda: self._rows),
                ConditionalContainer(part(self._more, lambda: 1), is_long),
                ConditionalContainer(
                    part(self._title_line, lambda: self._title.count("\n") + 1),
                    has_title,
                ),
                ConditionalContainer(listed, is_listed),
                part(self._key_line, lambda: self._keys.count("\n") + 1),
            ]
        )

    def fit(self, output: Output) -> None:
        """Share the rows of the window out again when its size changed."""
        size = output.get_size()
        if self._size == (size.rows, size.columns):
            return
        self._size = size.rows, size.columns
        output.cursor_goto(1, 1)
        output.erase_down()
        self._title = title_line(self._menu, size.columns)
        for keys in (key_line, short_key_line):
            self._keys = keys(self._menu, size.columns)
            self._share(size.rows, size.columns)
            is_low = len(self._keys.splitlines()) * 3 <= size.rows
            if is_low and not self.is_small:
                break
        if self.is_small:
            self._is_long, self._rows = False, 0
            self._keys = fill(TOO_SMALL, max(1, size.columns - 1))
        self._pager.fit(size.columns - 1, self._rows)

    def _share(self, rows: int, columns: int) -> None:
        """Give the page, the choices and the keys their rows."""
        room = rows - len(self._keys.splitlines() + self._title.splitlines())
        page = self._pager.rows(columns - 1)
        if self._menu.listed:
            room -= 1  # between the choices and the keys
            most = room - min(page, room // 2)
            self._choice_rows = min(self._lay_choices(columns, most), most)
        self._rows = min(page, room - self._choice_rows)
        self._is_long = page > self._rows
        self._rows -= self._is_long
        self.is_small = self._rows < min(page, LOWEST) or (
            self._menu.listed and self._choice_rows < LOWEST
        )

    def _lay_choices(self, width: int, room: int) -> int:
        """Wrap the choices; without room the explanation has the details as well."""
        for details in (True, False):
            words = titles(self._menu, width, details=details)
            for line in self._control.choices:
                line.title = words.get(str(line.value), STILL)
            if self._need() <= room:
                break
        return self._need()

    def _rest_of_choice(self) -> int:
        """Count the lines under the first of what is pointed at: all are in view."""
        return str(self._control.get_pointed_at().title).count("\n")

    def _need(self) -> int:
        return sum(str(line.title).count("\n") + 1 for line in self._control.choices)

    def _is_cut(self) -> bool:
        return self._menu.listed and self._need() > self._choice_rows

    def _page(self) -> FormattedText:
        shown: list[tuple[str, str]] = []
        for line in self._pager.shown():
            shown += [(_style(names), words) for names, words in line]
            shown.append(("", "\n"))
        return FormattedText(shown[:-1])

    def _more(self) -> FormattedText:
        width = self._size[1] if self._size else 0
        words = more_line(self._pager.above(), self._pager.below(), width)
        return FormattedText([("bold", words)])

    def _title_line(self) -> FormattedText:
        return FormattedText([("bold", self._title)])

    def _key_line(self) -> FormattedText:
        if self.is_small:
            return FormattedText([("bold", self._keys)])
        digits = f"  {self.typed}_" if self.typed else ""
        return FormattedText([("", self._keys + digits)])


def _style(names: str) -> str:
    """Name a style as the window knows it: the terminal's own 16 colours."""
    known = [f"ansi{n}" if n in COLOURS else n for n in names.split()]
    return " ".join(n for n in known if n in KNOWN_STYLES or n.startswith("ansi"))
