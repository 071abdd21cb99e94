"""The commonest command lines, answered at once: typer takes long to load.

Everything else, and everything about options and mistakes, is for the commands.
"""

import sys

from vpwijzer import __version__
from vpwijzer.cli.exits import FINE


def at_once(words: list[str]) -> int | None:
    """Do what these words ask and give the exit code; None when they ask for more."""
    match words:
        case []:
            from vpwijzer.cli.talk import is_terminal, meet  # noqa: PLC0415 - start-up

            return meet() if is_terminal() else None
        case ["--versie"]:
            sys.stdout.write(f"vpwijzer {__version__}\n")
            return FINE
        case ["intake" | "zelfcheck" as name]:
            from vpwijzer.cli.talk import hold_talk  # noqa: PLC0415 - start-up

            return hold_talk(name)
        case _:
            return None
