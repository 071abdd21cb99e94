"""Words that are only words: they cannot paint a screen or break a line."""

from unicodedata import category

UNSEEN = "\N{REPLACEMENT CHARACTER}"
"""Stands where something was that nobody may see act."""

PAINTING = {"Cc", "Cf", "Zl", "Zp"}


def inert(words: str, instead: str = "") -> str:
    """Put nothing, or something else, where a sign would paint or break the line."""
    if words.isprintable():  # nearly always, and much faster
        return words
    spaced = words.replace("\t", " ")
    return "".join(instead if category(each) in PAINTING else each for each in spaced)


def inert_lines(words: str) -> str:
    """Do the same, and keep the lines."""
    return "\n".join(inert(line) for line in words.split("\n"))
