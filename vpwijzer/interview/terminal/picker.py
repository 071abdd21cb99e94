"""One menu in a terminal window: what is shown of it, and what its keys do."""

import asyncio
from collections.abc import Callable
from typing import Any

from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.layout import Layout
from prompt_toolkit.output import ColorDepth
from prompt_toolkit.styles import Style
from questionary import Choice as Line
from questionary.prompts.common import InquirerControl

from vpwijzer.interview.labels import NOT_YET, POINTER, STILL, not_there
from vpwijzer.interview.menu import LEAVE, Left, Menu, Picked, Pressed, Reply
from vpwijzer.interview.pager import Pager
from vpwijzer.interview.terminal.debounce import Guard
from vpwijzer.interview.terminal.window import Face

NOTHING = "?niets"
STYLE = Style([("pointer", "bold"), ("highlighted", "bold"), ("selected", "bold")])

Handler = Callable[[KeyPressEvent], None]


class Picker:
    """A page, the menu below it, and what is pointed at, chosen and typed."""

    def __init__(self, menu: Menu, pager: Pager, guard: Guard) -> None:
        """Show this page above this menu; the title of a menu belongs to its page."""
        self._menu = menu
        self._pager = pager
        self._guard = guard
        self._numbers = menu.numbers()
        self._chosen = menu.selected if menu.several else frozenset()
        selected = next((v for v in self._numbers if v in menu.selected), NOTHING)
        listed = menu.choices if menu.listed else ()
        self._control = InquirerControl(
            [Line(STILL, NOTHING), *(Line(c.text, c.value) for c in listed)],
            pointer=POINTER,
            use_indicator=menu.several,
            show_description=False,
            initial_choice=selected if menu.listed else NOTHING,
        )
        self._face = Face(menu, pager, self._control)
        self._mark_chosen()

    def application(self) -> "Application[Reply]":
        """Build the application with our own keys."""
        shown: Application[Reply] = Application(
            layout=Layout(self._face.window()),
            key_bindings=self._bindings(),
            style=STYLE,
            include_default_pygments_style=False,
            color_depth=ColorDepth.from_env() or ColorDepth.DEPTH_4_BIT,
            erase_when_done=True,
            before_render=lambda app: self._face.fit(app.output),
            after_render=lambda _: self._guard.start(),
        )
        shown.pre_run_callables.append(lambda: _stop_on_error(shown))
        return shown

    def _bindings(self) -> KeyBindings:
        keys = KeyBindings()
        keys.add("<any>")(self._guarded(self._on_any))

        def on(key: str, handler: Handler) -> None:
            keys.add(key, eager=True)(self._guarded(handler))

        if self._menu.any_key:
            for key in ("space", "down", "pagedown"):
                on(key, self._read_or_end(1))
            for key in ("b", "up", "pageup"):
                on(key, self._read_or_end(-1))
        else:
            self._bind_menu(on)
        # Whoever wants to leave is never held up.
        keys.add(LEAVE, eager=True)(_leave)
        keys.add("c-d", eager=True)(_end)
        for key in ("c-c", "c-\\", "<sigint>"):
            keys.add(key, eager=True)(_interrupt)
        return keys

    def _bind_menu(self, on: Callable[[str, Handler], None]) -> None:
        for digit in "0123456789":
            on(digit, self._on_digit)
        on("down", self._on_down)
        on("up", self._on_up)
        on("enter", self._on_enter)
        on("space", self._on_space)
        on("pagedown", lambda _: self._leaf(1))
        on("pageup", lambda _: self._leaf(-1))
        on("b", lambda _: self._leaf(-1))
        for command in self._menu.commands:
            on(command, self._press(command))
        if self._menu.back:
            on("left", self._press(self._menu.back))
            on("backspace", self._press(self._menu.back))

    def _guarded(self, handler: Handler) -> Handler:
        """Let a key through only when the person can have seen the menu."""

        def press(event: KeyPressEvent) -> None:
            if self._guard.is_open() and not self._face.plan.is_small:
                self._face.note = ""
                handler(event)

        return press

    def _press(self, command: str) -> Handler:
        def leave(event: KeyPressEvent) -> None:
            menu = self._menu
            ticked = self._chosen if menu.several else menu.selected
            event.app.exit(result=Pressed(command, ticked))

        return leave

    def _on_any(self, event: KeyPressEvent) -> None:
        """Take a key that does nothing, so that it is not typed anywhere."""
        if self._menu.any_key:
            event.app.exit(result=Picked(frozenset()))

    def _read_or_end(self, pages: int) -> Handler:
        """Read on in a page that is longer than its window: who reads is not done."""

        def press(event: KeyPressEvent) -> None:
            if self._face.plan.is_long:
                self._leaf(pages)
            else:
                self._on_any(event)

        return press

    def _leaf(self, pages: int) -> None:
        self._pager.leaf(pages)

    def _on_digit(self, event: KeyPressEvent) -> None:
        waiting = self._pointed_at() if self._face.typed else NOTHING
        self._face.typed += event.data
        fitting = [
            v for v, n in self._numbers.items() if n.startswith(self._face.typed)
        ]
        exact = next((v for v in fitting if self._numbers[v] == self._face.typed), None)
        if exact is not None:
            self._point_at(exact)
        if exact is not None and len(fitting) == 1:
            self._pick(exact, event)
        elif not fitting:
            self._face.note, self._face.typed = not_there(self._face.typed), ""
            if self._menu.several and waiting != NOTHING:
                # Two choices in a row, not one number of two digits.
                self._toggle(waiting)
                self._on_digit(event)

    def _on_down(self, _: KeyPressEvent) -> None:
        """Read on first; who has read everything goes down the choices."""
        self._face.typed = ""
        if not self._pager.move(1):
            self._control.select_next()

    def _on_up(self, _: KeyPressEvent) -> None:
        self._face.typed = ""
        at_top = self._control.pointed_at == 0
        if not (at_top and self._pager.move(-1)):
            self._control.select_previous()

    def _on_space(self, event: KeyPressEvent) -> None:
        if not self._menu.several:
            self._leaf(1)
        elif self._pointed_at() != NOTHING:
            self._pick(self._pointed_at(), event)
        else:
            self._leaf(1)

    def _on_enter(self, event: KeyPressEvent) -> None:
        value, only = self._pointed_at(), self._menu.only
        is_done = self._menu.several and not self._face.typed
        if is_done and self._chosen:
            event.app.exit(result=Picked(self._chosen))
        elif only is not None:
            self._pick(only.value, event)
        elif value != NOTHING and not is_done:
            self._pick(value, event)
        else:
            self._face.note = NOT_YET

    def _pick(self, value: str, event: KeyPressEvent) -> None:
        self._face.typed = ""
        if not self._menu.several:
            event.app.exit(result=Picked(frozenset({value})))
        elif value != NOTHING:
            self._toggle(value)

    def _toggle(self, value: str) -> None:
        self._chosen = self._menu.toggled(self._chosen, value)
        self._mark_chosen()

    def _mark_chosen(self) -> None:
        self._control.selected_options = list(self._chosen)

    def _pointed_at(self) -> str:
        if not self._menu.listed:
            exact = (v for v, n in self._numbers.items() if n == self._face.typed)
            return next(exact, NOTHING)
        return str(self._control.get_pointed_at().value)

    def _point_at(self, value: str) -> None:
        values = [line.value for line in self._control.choices]
        if value in values:
            self._control.pointed_at = values.index(value)


def _leave(event: KeyPressEvent) -> None:
    event.app.exit(exception=Left())


def _interrupt(event: KeyPressEvent) -> None:
    event.app.exit(exception=KeyboardInterrupt())


def _end(event: KeyPressEvent) -> None:
    event.app.exit(exception=EOFError())


def _stop_on_error(shown: "Application[Reply]") -> None:
    """End on a bug; by itself the toolkit would show it in full and go on."""

    def stop(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception") or RuntimeError(context.get("message"))
        if shown.is_running and not shown.is_done:
            shown.exit(exception=error)

    asyncio.get_running_loop().set_exception_handler(stop)
