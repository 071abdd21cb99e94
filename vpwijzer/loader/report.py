"""Collects findings while loading, with a suggestion from the real candidates."""

from collections.abc import Collection

from vpwijzer.model.finding import Finding

FEW = 12
"""How many candidates still fit in a hint."""

LONG = 40
"""How much of an author's text fits in a message."""


class Report:
    """The findings of one loading; the only value here that grows."""

    def __init__(self) -> None:
        """Start without findings."""
        self.findings: list[Finding] = []

    def add(self, finding: Finding) -> None:
        """Note something that is wrong."""
        self.findings.append(finding)


def quoted(word: str) -> str:
    """Give an author's word between quotes, on one line and not too long."""
    words = " ".join(word.split())
    return f"'{words}'" if len(words) <= LONG else f"'{words[:LONG]}…'"


def nearest(word: str, candidates: Collection[str]) -> str:
    """Give the candidate that looks most like a word, or nothing."""
    from difflib import get_close_matches  # noqa: PLC0415 - start-up

    return next(iter(get_close_matches(word, candidates, n=1, cutoff=0.6)), "")


def suggest(word: str, candidates: Collection[str]) -> str:
    """Give a "bedoelde je" with the nearest candidate, or nothing."""
    near = nearest(word, candidates)
    return f"bedoelde je '{near}'?" if near else ""


def suggest_or_list(word: str, candidates: Collection[str]) -> str:
    """Give the nearest candidate, or all of them when there are few."""
    near = suggest(word, candidates)
    if near or not candidates or len(candidates) > FEW:
        return near
    return "kies uit: " + ", ".join(candidates)
