"""Escape sequences: some are a key, all others are none, however they come in."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.input import create_pipe_input
from window import CTRL_C, Window, lettered

from vpwijzer.interview.terminal.escape_parser import (
    CONTROL_SEQUENCES,
    INTERRUPTS,
    LONGEST,
    PASTE,
    PASTED,
    SINGLE_SHIFTS,
    TAILS,
    EscapeParser,
)

COLOUR = "\x1b]11;rgb:1e1e/1q1q/3131"
KNOWN = {*CONTROL_SEQUENCES, *TAILS, PASTE, PASTED}
FINAL = st.characters(min_codepoint=0x40, max_codepoint=0x7E)
PARAMETERS = st.text(st.characters(min_codepoint=0x30, max_codepoint=0x3F))
BETWEEN = st.text(st.characters(min_codepoint=0x20, max_codepoint=0x2F), max_size=2)
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"]))


class Keyboard:
    """A parser, the keys it gave, and a clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 100.0
        self.pressed: list[str] = []
        self.parser = EscapeParser(
            lambda press: self.pressed.append(press.key), lambda: self.now
        )

    def type(self, *pieces: str) -> list[str]:
        """Type what comes in by these pieces; gives all keys so far."""
        for piece in pieces:
            self.parser.feed(piece)
            self.parser.flush()
        return self.pressed


def escaped(introducer: str) -> str:
    """Write an introducer of eight bits as Escape and a letter, as terminals do."""
    return f"\x1b{introducer}"


control_sequences = (
    st.tuples(PARAMETERS, BETWEEN, FINAL)
    .map("".join)
    .filter(lambda words: words not in KNOWN)
    .map(escaped("[").__add__)
)
single_shifts = FINAL.filter(lambda c: c not in SINGLE_SHIFTS).map(escaped("O").__add__)
control_strings = st.tuples(
    st.sampled_from([*map(escaped, "]PX^_"), *"\x9d\x90\x98\x9e\x9f"]),
    WORDS,
    st.sampled_from(["\x07", "\x1b\\", "\x9c"]),
).map("".join)
sequences = st.lists(control_sequences | single_shifts | control_strings, min_size=1)


@st.composite
def in_pieces(draw: st.DrawFn) -> Sequence[str]:
    """Cut some sequences anywhere."""
    words = "".join(draw(sequences))
    cuts = draw(st.lists(st.integers(0, len(words)), max_size=5))
    return [words[a:b] for a, b in pairwise([0, *sorted(cuts), len(words)])]


@given(in_pieces())
def test_no_sequence_is_a_key_whole_or_in_pieces(pieces: Sequence[str]) -> None:
    assert Keyboard().type(*pieces) == []


@given(in_pieces())
def test_key_after_any_sequence_is_heard(pieces: Sequence[str]) -> None:
    assert Keyboard().type(*pieces, "1", "q") == ["1", "q"]


@given(in_pieces(), st.sampled_from(sorted(INTERRUPTS)))
def test_interrupt_is_heard_in_the_middle_of_any_sequence(
    pieces: Sequence[str], key: str
) -> None:
    half = "".join(pieces)[:-1]

    assert INTERRUPTS[key] in Keyboard().type(half, key)


@given(in_pieces())
def test_sequence_that_never_ends_is_given_up_after_a_moment(
    pieces: Sequence[str],
) -> None:
    board = Keyboard()
    board.type("".join(pieces)[:-1])
    board.pressed.clear()
    board.now += LONGEST

    assert board.type("q") == ["q"]


@given(st.lists(in_pieces(), min_size=1, max_size=3))
def test_no_sequence_answers_a_menu_or_ends_it(several: list[Sequence[str]]) -> None:
    words = "".join(piece for pieces in several for piece in pieces)
    with create_pipe_input() as pipe, pytest.raises(KeyboardInterrupt):
        Window(pipe).choose(lettered(3), words + CTRL_C)


@pytest.mark.parametrize("number", range(10))
def test_digit_of_the_keypad_in_application_mode_is_that_digit(number: int) -> None:
    assert Keyboard().type(f"\x1bO{chr(ord('p') + number)}") == [str(number)]


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("\x1bOM", "c-m"),
        ("\r", "c-m"),
        ("\x1bOA", "up"),
        ("\x1b[B", "down"),
        ("\x9bB", "down"),
        ("\x1b[5~", "pageup"),
        ("\x1b[99;5u", "c-c"),
        ("\x7f", "c-h"),
        ("é", "é"),
    ],
)
def test_key_is_known_by_its_sequence(typed: str, key: str) -> None:
    assert Keyboard().type(typed) == [key]
    assert Keyboard().type(*typed) == [key]


@pytest.mark.parametrize(
    "typed",
    [
        "\x1b[13;2u",  # Shift and Enter
        f"{COLOUR}\x07",
        f"{COLOUR}\x1b\\",
        "\x1b[1;2A",  # Shift and an arrow
        "\x1b[<0;10;20M",
        "\x1b[M 12",  # a mouse of old
        "\x1b[[A",  # F1 on a console
        "\x1b[200~1q\r\x1b[201~",  # what is pasted
    ],
)
def test_what_is_no_key_is_dropped(typed: str) -> None:
    assert Keyboard().type(typed) == []
    assert Keyboard().type(*typed) == []


def test_escape_does_nothing_and_the_key_after_it_is_heard() -> None:
    assert Keyboard().type("\x1b", "q") == ["q"]


def test_paste_that_goes_on_and_on_is_still_a_paste() -> None:
    board = Keyboard()
    board.type("\x1b[200~")
    for _ in range(10):
        board.now += LONGEST * 0.9
        board.type("1q")

    assert board.pressed == []
