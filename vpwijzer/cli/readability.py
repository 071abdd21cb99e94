"""Measures how plain the texts are; pyphen, when it is there, counts syllables."""

import sys

from vpwijzer.checks.readability import Syllables, check_plain, figures
from vpwijzer.cli.show import show_page
from vpwijzer.model import Library
from vpwijzer.model.finding import Finding
from vpwijzer.pages.readability import plain_page

NO_SYLLABLES = "Zonder pyphen is er geen Flesch-Douma: installeer 'vpwijzer[taal]'.\n"


def plain_findings(library: Library) -> tuple[Finding, ...]:
    """Report long sentences and jargon."""
    return tuple(check_plain(library))


def report_plain(library: Library) -> None:
    """Show the figures of every file."""
    syllables = count_syllables()
    show_page(plain_page(figures(library, syllables)))
    if syllables is None:
        sys.stdout.write(NO_SYLLABLES)


def count_syllables() -> Syllables | None:
    """Give a counter of Dutch syllables, or nothing when pyphen is not installed."""
    try:
        from pyphen import Pyphen  # noqa: PLC0415 - an optional extra
    except ImportError:
        return None
    dutch = Pyphen(lang="nl_NL", left=1, right=1)
    return lambda word: len(dutch.positions(word.lower())) + 1
