"""Reads keys from what a terminal sends; escape sequences that are no key are dropped.

The states are those of a terminal's own parser of control sequences (ECMA-48).
"""

from collections.abc import Callable
from enum import Enum, auto

from prompt_toolkit.input.base import Input
from prompt_toolkit.input.vt100_parser import Vt100Parser
from prompt_toolkit.key_binding.key_processor import KeyPress
from prompt_toolkit.keys import Keys

LONGEST = 1.0
"""Seconds after which a sequence that did not end is given up."""


class State(Enum):
    """What the next character belongs to."""

    GROUND = auto()
    ESCAPE = auto()
    CONTROL_SEQUENCE = auto()
    SINGLE_SHIFT = auto()
    CONTROL_STRING = auto()


INTRODUCERS = {
    "[": State.CONTROL_SEQUENCE,
    "O": State.SINGLE_SHIFT,
    **dict.fromkeys("]PX^_", State.CONTROL_STRING),  # OSC, DCS, SOS, PM and APC
}
ESCAPE, BELL, CANCEL, STRING_END = "\x1b", "\x07", "\x18\x1a", "\x9c"
EIGHT_BITS = {chr(ord(letter) + 0x40): letter for letter in INTRODUCERS}
"""Control characters that are short for Escape and an introducer."""

# These end any sequence: whoever wants to leave is never held up.
INTERRUPTS = {
    "\x03": Keys.ControlC,
    "\x04": Keys.ControlD,
    "\x1c": Keys.ControlBackslash,
}
CONTROLS = {
    **INTERRUPTS,
    "\r": Keys.ControlM,
    "\x08": Keys.ControlH,
    "\x7f": Keys.ControlH,
}
ARROWS = {"A": Keys.Up, "B": Keys.Down, "C": Keys.Right, "D": Keys.Left}
CONTROL_SEQUENCES = {
    **ARROWS,
    "5~": Keys.PageUp,
    "6~": Keys.PageDown,
    "99;5u": Keys.ControlC,
    "100;5u": Keys.ControlD,
    "92;5u": Keys.ControlBackslash,
}
KEYPAD = {"M": Keys.ControlM, **dict(zip("pqrstuvwxy", "0123456789", strict=True))}
"""The numeric keypad in application mode."""
SINGLE_SHIFTS = {**ARROWS, **KEYPAD}
TAILS = {"M": 3, "[": 1}
"""Mouse reports of old, and function keys on a console: what follows the end."""
PASTE, PASTED = "200~", "201~"


class EscapeParser:
    """Takes characters as they come in, also half a sequence, and gives keys.

    Nothing is a key until it is whole. Escape by itself is none: it does nothing here.
    """

    def __init__(
        self, feed_key: Callable[[KeyPress], None], clock: Callable[[], float]
    ) -> None:
        """Give every key to this function; time goes by this clock."""
        self.feed_key_callback = feed_key
        self._clock = clock
        self._state = State.GROUND
        self._given_up_at = 0.0
        self._parameters = ""
        self._tail = 0
        """How many characters to come still belong to the sequence that ended."""
        self._pasting = False

    def feed(self, data: str) -> None:
        """Take in what was read."""
        if data and self._clock() >= self._given_up_at:
            self._state, self._tail, self._pasting = State.GROUND, 0, False
        if self._pasting:
            self._given_up_at = self._clock() + LONGEST
        for char in data:
            if char in EIGHT_BITS:
                self._take(ESCAPE)
            self._take(EIGHT_BITS.get(char, char))

    def flush(self) -> None:
        """Nothing waits to be a key: what is not whole by now is no key later."""

    def _take(self, char: str) -> None:
        if char in INTERRUPTS:
            self._state, self._tail, self._pasting = State.GROUND, 0, False
            self._press(CONTROLS[char])
        elif self._tail:
            self._tail -= 1
        elif char == ESCAPE:
            if self._state is State.GROUND and not self._pasting:
                self._given_up_at = self._clock() + LONGEST
            self._state = State.ESCAPE
        elif char in CANCEL:
            self._state = State.GROUND
        else:
            self._take_in_state(char)

    def _take_in_state(self, char: str) -> None:
        match self._state:
            case State.GROUND:
                self._press(CONTROLS.get(char, char))
            case State.ESCAPE if char in INTRODUCERS:
                self._state, self._parameters = INTRODUCERS[char], ""
            case State.ESCAPE:  # a key with Alt is that key
                self._state = State.GROUND
                if char != "\\":  # ends a control string, together with Escape
                    self._press(CONTROLS.get(char, char))
            case State.CONTROL_STRING:
                if char in {BELL, STRING_END}:
                    self._state = State.GROUND
            case State.CONTROL_SEQUENCE | State.SINGLE_SHIFT:
                self._take_in_sequence(char)

    def _take_in_sequence(self, char: str) -> None:
        """Keep parameters until the final character tells what they were for."""
        if not "@" <= char <= "~":
            self._parameters += char
            return
        whole, state = self._parameters + char, self._state
        self._state = State.GROUND
        if state is State.SINGLE_SHIFT:
            self._press(SINGLE_SHIFTS.get(whole))
        elif whole in {PASTE, PASTED}:
            self._pasting = whole == PASTE
            self._given_up_at = self._clock() + LONGEST
        else:
            self._tail = TAILS.get(whole, 0)
            self._press(CONTROL_SEQUENCES.get(whole))

    def _press(self, key: Keys | str | None) -> None:
        if key is not None and not self._pasting:
            self.feed_key_callback(KeyPress(key))


def parse_escapes(keys: Input, clock: Callable[[], float]) -> None:
    """Have a terminal's keys read by this parser; another kind of input has none."""
    parser = getattr(keys, "vt100_parser", None)
    if parser is not None and not isinstance(parser, EscapeParser):
        vars(keys)["vt100_parser"] = EscapeParser(parser.feed_key_callback, clock)


def parse_words(keys: Input) -> None:
    """Have keys read again as prompt_toolkit does: words are edited, and pasted."""
    parser = getattr(keys, "vt100_parser", None)
    if isinstance(parser, EscapeParser):
        vars(keys)["vt100_parser"] = Vt100Parser(parser.feed_key_callback)
