"""What of a menu and its page is shown in a window of some size."""

from collections.abc import Callable

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

from vpwijzer.interview.labels import STILL, more_line, status_line
from vpwijzer.interview.menu import Menu
from vpwijzer.interview.pager import Pager
from vpwijzer.interview.terminal.layout import Plan, planned

COLOURS = {"red", "green", "yellow", "blue", "magenta", "cyan"}
KNOWN_STYLES = {"bold", *({"dim"} & set(Attrs._fields))}


class Face:
    """A page that may be read on, then a title, choices and a line of keys."""

    def __init__(self, menu: Menu, pager: Pager, choices: InquirerControl) -> None:
        """Show this page above these choices."""
        self.typed = self.note = ""
        self.plan = Plan()
        self._menu, self._pager, self._control = menu, pager, choices
        self._size: tuple[int, int] | None = None

    def window(self) -> HSplit:
        """Lay everything out from top to bottom."""

        def part(words: Callable[[], FormattedText], rows: Callable[[], int]) -> Window:
            control = FormattedTextControl(words, show_cursor=False)
            return Window(control, height=rows, wrap_lines=False)

        arrows = ScrollbarMargin(display_arrows=True)
        is_cut = Condition(lambda: self.plan.is_cut)
        choices = Window(
            self._control,
            height=lambda: self.plan.choice_rows,
            always_hide_cursor=True,
            scroll_offsets=ScrollOffsets(bottom=self._rest_of_choice),
            # Arrows at the right edge say that there are more choices than fit.
            right_margins=[ConditionalMargin(arrows, is_cut)],
        )
        is_listed = Condition(
            lambda: bool(self.plan.choices) and not self.plan.is_small
        )
        has_status = Condition(lambda: self.plan.has_status and not self.plan.is_small)
        is_long = Condition(lambda: self.plan.is_long)
        has_title = Condition(lambda: bool(self.plan.title) and not self.plan.is_small)
        return HSplit(
            [
                part(self._page, lambda: self.plan.page_rows),
                ConditionalContainer(part(self._more, lambda: 1), is_long),
                ConditionalContainer(
                    part(self._title_line, lambda: self.plan.title.count("\n") + 1),
                    has_title,
                ),
                ConditionalContainer(choices, is_listed),
                ConditionalContainer(part(self._status, lambda: 1), has_status),
                part(self._key_line, lambda: self.plan.keys.count("\n") + 1),
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
        self.plan = planned(self._menu, self._pager, size.rows, size.columns)
        for line in self._control.choices:
            line.title = self.plan.choices.get(str(line.value), STILL)

    def _rest_of_choice(self) -> int:
        """Count the lines under the first of what is pointed at: all are in view."""
        return str(self._control.get_pointed_at().title).count("\n")

    def _page(self) -> FormattedText:
        shown: list[tuple[str, str]] = []
        for line in self._pager.shown():
            shown += [(_style(names), words) for names, words in line]
            shown.append(("", "\n"))
        return FormattedText(shown[:-1])

    def _more(self) -> FormattedText:
        width = self._size[1] if self._size else 0
        words = more_line(self._pager.above(), self._pager.below(), width)
        is_free = self.note and not self.plan.has_status
        return FormattedText([("bold", self.note if is_free else words)])

    def _status(self) -> FormattedText:
        """Say what was wrong with the last key, or that there are more choices."""
        hidden = status_line(len(self._menu.choices)) if self.plan.is_cut else ""
        return FormattedText([("bold", self.note or hidden)])

    def _title_line(self) -> FormattedText:
        return FormattedText([("bold", self.plan.title)])

    def _key_line(self) -> FormattedText:
        if self.plan.is_small:
            return FormattedText([("bold", self.plan.keys)])
        digits = f"  {self.typed}_" if self.typed else ""
        return FormattedText([("", self.plan.keys + digits)])


def _style(names: str) -> str:
    """Name a style as the window knows it: the terminal's own 16 colours."""
    known = [f"ansi{n}" if n in COLOURS else n for n in names.split()]
    return " ".join(n for n in known if n in KNOWN_STYLES or n.startswith("ansi"))
