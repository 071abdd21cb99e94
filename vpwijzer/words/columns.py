"""How many columns words take on a terminal, and where they break; no styles."""

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import category, east_asian_width

EMOJI = "\N{VARIATION SELECTOR-16}"
WORD = re.compile("[^ ]+")
"""Other spaces than this one hold words together."""


def columns(words: str) -> int:
    """Count the columns that words take; where terminals differ, the most."""
    return len(words) if words.isascii() else sum(map(_columns, words))


@cache
def _columns(sign: str) -> int:
    if sign != EMOJI and category(sign) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1


def wrapped(words: str, width: int, indent: str = "") -> list[str]:
    """Break words into lines of at most this many columns, later ones set in."""
    rest = width - columns(indent)
    lines = [words[start:end] for start, end in spans(words, width, rest)]
    return [indent * (number > 0) + line for number, line in enumerate(lines)]


def spans(words: str, first: int, rest: int) -> Iterator[tuple[int, int]]:
    """Tell where each line starts and ends: the first, and the rest, so many columns.

    A word that is too long for any line is broken; space at the start stays.
    """
    start, end, room = 0, 0, max(1, first)
    for found in WORD.finditer(words):
        if columns(words[start : found.end()]) > room:
            if end > start:
                yield start, end
                room = max(1, rest)
            start = found.start()
            while (fits := _fitting(words[start : found.end()], room)) < (
                found.end() - start
            ):
                yield start, start + fits
                start, room = start + fits, max(1, rest)
        end = found.end()
    yield start, end


def _fitting(word: str, room: int) -> int:
    """Count the signs of a word that fit; at least one."""
    taken = 0
    for count, sign in enumerate(word):
        taken += _columns(sign)
        if count and taken > room:
            return count
    return len(word)
