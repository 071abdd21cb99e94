"""What a name on the command line means, and how the program itself was called."""

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

from vpwijzer.cli.exits import UserError

Value = TypeVar("Value")

STARTED = "VPWIJZER_GESTART"
"""Where start.py tells how it was called itself."""
UV = "UV_RUN_RECURSION_DEPTH"
"""What `uv run` tells whatever it runs."""


def program() -> str:
    """Name the program as the person called it."""
    by_uv = UV in os.environ and Path(sys.argv[0]).name.startswith("vpwijzer")
    return os.environ.get(STARTED) or ("uv run vpwijzer" if by_uv else "vpwijzer")


def as_started(words: str) -> str:
    """Have words that quote a command quote it as the person calls it."""
    return words.replace("'vpwijzer ", f"'{program()} ")


def did_you_mean(word: str, candidates: Iterable[str]) -> str:
    """Give the nearest candidate as a question, or nothing."""
    from difflib import get_close_matches  # noqa: PLC0415 - start-up

    near = get_close_matches(word, list(candidates), n=1)
    return f"; bedoelde je '{near[0]}'?" if near else ""


def named(found: Mapping[str, Value], name: str, what: str, listing: str) -> Value:
    """Give what has this name; raises UserError that names the nearest or the list."""
    if name in found:
        return found[name]
    see = f"; kijk in de lijst met 'vpwijzer {listing}'"
    message = f"{what} '{name}' bestaat niet{did_you_mean(name, found) or see}"
    raise UserError(message)
