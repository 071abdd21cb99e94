"""Finds what a name on the command line means; raises UserError when it is none."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from vpwijzer.cli.exits import UserError

Value = TypeVar("Value")


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
