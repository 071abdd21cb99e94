"""Asks on a terminal with questionary; the only place that imports it."""

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from textwrap import wrap

from prompt_toolkit.application import Application
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.input.typeahead import clear_typeahead
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import FormattedTextControl, HSplit, Layout, Window
from prompt_toolkit.layout.margins import ScrollbarMargin
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.styles import Style
from questionary import Choice as Line
from questionary import Question
from questionary.prompts.common import InquirerControl

from vpwijzer.interview.menu import Choice, Menu, Picked, Pressed, Reply
from vpwijzer.render.terminal import Console, Page, menu_page

if sys.platform != "win32":
    import termios

POINTER = "›"
NOTHING = "?niets"
STILL = "maak een keuze"
STYLE = Style([("pointer", "bold"), ("highlighted", "bold"), ("selected", "bold")])
NARROWEST = 12
HARD_SPACE = "\N{NO-BREAK SPACE}"
POINTER_WIDTH, INDICATOR_WIDTH = 3, 2
"""What the list itself puts before a choice, in columns."""


class Prompt:
    """Shows menus and pages in a terminal window."""

    def __init__(self, console: Console) -> None:
        """Print pages on this console; keys come from the terminal."""
        self._console = console

    def show(self, page: Page) -> None:
        """Show a page on a clean screen."""
        self._console.clear()
        self._console.print(page)

    def say(self, words: str) -> None:
        """Show one line."""
        self._console.print(words)

    def choose(self, menu: Menu) -> Reply:
        """Show a menu and wait for an answer or a key."""
        if menu.clears:
            self._console.clear()
        self._console.print(menu_page(menu.title, menu.notes))
        picker = Picker(menu, self._console.width, self._console.height)
        application = picker.application()
        # Keys typed before this menu was on screen are not answers to it.
        drop_typed_ahead(application)
        reply: Reply = Question(application).unsafe_ask()
        return reply


def drop_typed_ahead(application: "Application[Reply]") -> None:
    """Forget every key that was typed before this moment."""
    clear_typeahead(application.input)
    if sys.platform != "win32" and os.isatty(application.input.fileno()):
        termios.tcflush(application.input.fileno(), termios.TCIFLUSH)


class Picker:
    """One menu on screen: which line is pointed at, which are chosen, what is typed."""

    def __init__(self, menu: Menu, width: int, height: int) -> None:
        """Lay the lines out for a window of this many columns and rows."""
        self._menu = menu
        self._width = width
        self._numbers = menu.numbers()
        self._typed = ""
        self._chosen = set(menu.selected) if menu.several else set()
        lines = _lines(menu, self._numbers, width)
        room = height - len(key_line(menu, width).splitlines()) - 1
        if _rows(lines) > room:  # the explanation has the details as well
            choices = tuple(replace(choice, detail="") for choice in menu.choices)
            lines = _lines(replace(menu, choices=choices), self._numbers, width)
        self._is_cut = _rows(lines) > room
        selected = next((v for v in self._numbers if v in menu.selected), NOTHING)
        self._control = InquirerControl(
            lines,
            pointer=POINTER,
            use_indicator=menu.several,
            show_description=False,
            initial_choice=selected if menu.listed else NOTHING,
        )
        self._mark_chosen()

    def application(self) -> "Application[Reply]":
        """Build the application with our own keys."""
        keys = KeyBindings()
        for digit in "0123456789":
            keys.add(digit, eager=True)(self._on_digit)
        for command in self._menu.commands:
            keys.add(command, eager=True)(_exit_with(Pressed(command)))
        if self._menu.back:
            for key in ("left", "backspace"):
                keys.add(key, eager=True)(_exit_with(Pressed(self._menu.back)))
        keys.add("down", eager=True)(self._on_down)
        keys.add("up", eager=True)(self._on_up)
        keys.add("enter", eager=True)(self._on_enter)
        keys.add("space", eager=True)(self._on_space)
        keys.add("c-c", eager=True)(_interrupt)
        keys.add("c-d", eager=True)(_interrupt)
        keys.add("<any>")(_ignore)
        return Application(
            layout=Layout(HSplit(self._windows())),
            key_bindings=keys,
            style=STYLE,
            color_depth=ColorDepth.DEPTH_4_BIT,
        )

    def _windows(self) -> list[Window]:
        keys = Window(
            FormattedTextControl(self._key_line),
            wrap_lines=True,
            dont_extend_height=True,
        )
        if not self._menu.listed:
            return [keys]
        # Arrows at the right edge say that there are more choices than fit.
        arrows = [ScrollbarMargin(display_arrows=True)] if self._is_cut else []
        choices = Window(
            self._control,
            always_hide_cursor=True,
            dont_extend_height=True,
            right_margins=arrows,
        )
        return [choices, Window(height=1), keys]

    def _key_line(self) -> FormattedText:
        digits = f"  {self._typed}_" if self._typed else ""
        return FormattedText([("", key_line(self._menu, self._width) + digits)])

    def _on_digit(self, event: KeyPressEvent) -> None:
        self._typed += event.data
        fitting = [v for v, n in self._numbers.items() if n.startswith(self._typed)]
        exact = next((v for v in fitting if self._numbers[v] == self._typed), None)
        if exact is not None:
            self._point_at(exact)
        if exact is not None and len(fitting) == 1:
            self._pick(exact, event)
        elif not fitting:
            self._typed = ""

    def _on_down(self, _: KeyPressEvent) -> None:
        self._typed = ""
        self._control.select_next()

    def _on_up(self, _: KeyPressEvent) -> None:
        self._typed = ""
        self._control.select_previous()

    def _on_space(self, event: KeyPressEvent) -> None:
        if self._menu.several:
            self._pick(self._pointed_at(), event)

    def _on_enter(self, event: KeyPressEvent) -> None:
        value = self._pointed_at()
        if self._menu.several and not self._typed:
            if self._chosen:
                event.app.exit(result=Picked(frozenset(self._chosen)))
        elif value != NOTHING:
            self._pick(value, event)

    def _pick(self, value: str, event: KeyPressEvent) -> None:
        self._typed = ""
        if not self._menu.several:
            event.app.exit(result=Picked(frozenset({value})))
        elif value != NOTHING:
            self._toggle(value)

    def _toggle(self, value: str) -> None:
        alone = {choice.value for choice in self._menu.choices if choice.alone}
        if value in self._chosen:
            self._chosen -= {value}
        elif value in alone:
            self._chosen = {value}
        else:
            self._chosen = (self._chosen - alone) | {value}
        self._mark_chosen()

    def _mark_chosen(self) -> None:
        self._control.selected_options = list(self._chosen)

    def _pointed_at(self) -> str:
        if not self._menu.listed:
            exact = (v for v, n in self._numbers.items() if n == self._typed)
            return next(exact, NOTHING)
        return str(self._control.get_pointed_at().value)

    def _point_at(self, value: str) -> None:
        values = [line.value for line in self._control.choices]
        if value in values:
            self._control.pointed_at = values.index(value)


def key_line(menu: Menu, width: int) -> str:
    """Say which keys do what; a key stays on one line with what it does."""
    digits = {
        (True, True): "cijfers = aanvinken · Enter = verder",
        (True, False): "cijfer = kies",
        (False, False): "cijfer = lees",
    }[menu.listed, menu.several]
    commands = [f"{key} = {word}" for key, word in menu.commands.items()]
    parts = " · ".join([digits, *commands]).replace(" ", HARD_SPACE)
    lines = wrap(parts.replace(f"·{HARD_SPACE}", "· "), max(NARROWEST, width - 1))
    return "\n".join(lines).replace(HARD_SPACE, " ")


def _lines(menu: Menu, numbers: dict[str, str], width: int) -> list[Line]:
    """Make the lines; the first does nothing, so that Enter never answers unseen."""
    still = Line(STILL, value=NOTHING)
    if not menu.listed:
        return [still]
    size = max(len(number) for number in numbers.values())
    lead = POINTER_WIDTH + (INDICATOR_WIDTH if menu.several else 0)
    lead += size + len(". ")
    return [still] + [
        Line(
            _title(choice, numbers[choice.value].rjust(size), lead, width), choice.value
        )
        for choice in menu.choices
    ]


def _rows(lines: list[Line]) -> int:
    return sum(str(line.title).count("\n") + 1 for line in lines)


def _title(choice: Choice, number: str, lead: int, width: int) -> str:
    """Wrap one choice; its next lines start under its first word."""
    detail = f" ({choice.detail})" if choice.detail else ""
    lines = wrap(choice.text + detail, max(NARROWEST, width - lead - 1))
    return f"{number}. " + f"\n{' ' * lead}".join(lines)


def _exit_with(reply: Reply) -> Callable[[KeyPressEvent], None]:
    def leave(event: KeyPressEvent) -> None:
        event.app.exit(result=reply)

    return leave


def _interrupt(event: KeyPressEvent) -> None:
    event.app.exit(exception=KeyboardInterrupt())


def _ignore(_: KeyPressEvent) -> None:
    """Take a key that does nothing, so that it is not typed anywhere."""
