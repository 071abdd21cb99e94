"""Words measured and broken by the columns that a terminal gives them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vpwijzer.words.columns import columns, wrapped

WIDE = "\N{CJK UNIFIED IDEOGRAPH-6F22}"
SMILE = "\N{SLIGHTLY SMILING FACE}"
HARD_SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("fiets", 5),
        ("één", 3),
        ("e\N{COMBINING ACUTE ACCENT}e", 2),
        ("“x” · ◷", 7),
        (WIDE * 3, 6),
        (SMILE, 2),
        ("\N{HEAVY BLACK HEART}\N{VARIATION SELECTOR-16}", 2),
    ],
)
def test_words_take_the_columns_of_their_signs(words: str, taken: int) -> None:
    assert columns(words) == taken


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("een twee drie", ["een twee", "drie"]),
        ("een   twee drie", ["een", "twee drie"]),
        ("  een twee drie", ["  een", "twee drie"]),
        ("", [""]),
        ("kettingkast op", ["kettingka", "st op"]),
        (f"een{HARD_SPACE}twee drie", [f"een{HARD_SPACE}twee", "drie"]),
        (f"{WIDE * 3} {WIDE * 2}", [WIDE * 3, WIDE * 2]),
        (WIDE * 6, [WIDE * 4, WIDE * 2]),
    ],
)
def test_words_break_at_spaces_where_nine_columns_end(
    words: str, lines: list[str]
) -> None:
    assert wrapped(words, 9) == lines


def test_later_lines_are_set_in() -> None:
    assert wrapped("1. een twee drie", 10, "   ") == ["1. een", "   twee", "   drie"]


@given(st.text(st.sampled_from(f"ab {WIDE}{SMILE}")), st.integers(2, 20))
def test_no_line_is_too_wide_and_no_sign_is_lost(words: str, width: int) -> None:
    lines = wrapped(words, width)

    assert max(map(columns, lines)) <= width
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
