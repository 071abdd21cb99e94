"""Collects findings while loading, with a suggestion from the real candidates."""

from collections.abc import Collection
from difflib import get_close_matches

from vpwijzer.finding import Finding, Severity
from vpwijzer.position import Position

FEW = 12
"""How many candidates still fit in a hint."""


class Report:
    """The findings of one loading; the only value here that grows."""

    def __init__(self) -> None:
        """Start without findings."""
        self.findings: list[Finding] = []

    def error(self, at: Position, code: str, message: str, hint: str = "") -> None:
        """Note something that is wrong."""
        self.findings.append(Finding(at, code, message, hint, Severity.ERROR))


def suggest(word: str, candidates: Collection[str]) -> str:
    """Give a "bedoelde je" with the nearest candidate, or nothing."""
    near = get_close_matches(word, candidates, n=1, cutoff=0.6)
    return f"bedoelde je '{near[0]}'?" if near else ""


def suggest_or_list(word: str, candidates: Collection[str]) -> str:
    """Give the nearest candidate, or all of them when there are few."""
    near = suggest(word, candidates)
    if near or not candidates or len(candidates) > FEW:
        return near
    return "kies uit: " + ", ".join(candidates)
