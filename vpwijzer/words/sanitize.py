"""Words that are only words: they cannot paint, and mean nothing in Markdown."""

import re
from unicodedata import category

PAINTING = {"Cc", "Cf"}

SIGNS = re.compile(r"([\\`*_\[\]<>&|~#!$])")
"""What means something anywhere in a line of Markdown."""


def inert(words: str, instead: str = "") -> str:
    """Put nothing, or something else, where a sign would paint or break the line."""
    if words.isprintable():  # nearly always, and much faster
        return words
    spaced = words.replace("\t", " ")
    return "".join(instead if category(each) in PAINTING else each for each in spaced)


def inert_lines(words: str) -> str:
    """Do the same, and keep the lines."""
    return "\n".join(inert(line) for line in words.split("\n"))


def unmarked(words: str) -> str:
    """Write words for Markdown, on one line, so that no sign in them means anything."""
    return SIGNS.sub(r"\\\1", inert(re.sub(r"\s+", " ", words)))
