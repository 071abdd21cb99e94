"""Text that cannot paint; imports nothing of ours."""

from unicodedata import category

PAINTING = {"Cc", "Cf"}


def inert(words: str) -> str:
    """Leave out what would paint: controls, and signs that turn the reading around."""
    return "".join(each for each in words if category(each) not in PAINTING)
