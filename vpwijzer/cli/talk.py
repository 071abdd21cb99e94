"""Starts a conversation on a terminal."""

import os
import sys
from typing import TYPE_CHECKING

from vpwijzer.cli.trouble import FINE, INTERRUPTED, UserError
from vpwijzer.model import Library, Seat, Tree
from vpwijzer.walk import begin

if TYPE_CHECKING:
    from vpwijzer.interview.prompt import Prompt

NEEDS_TERMINAL = (
    "een gesprek heeft een terminal nodig; "
    "gebruik 'vpwijzer speel BESTAND' om antwoorden uit een bestand te lezen"
)


def is_terminal() -> bool:
    """Tell whether a person is at both ends."""
    return sys.stdin.isatty() and sys.stdout.isatty()


def open_prompt() -> "Prompt":
    """Open the terminal for a conversation; raises UserError when there is none."""
    if not is_terminal():
        raise UserError(NEEDS_TERMINAL)
    # prompt_toolkit waits a second for terminals that answer no cursor query.
    os.environ.setdefault("PROMPT_TOOLKIT_NO_CPR", "1")
    from vpwijzer.interview.prompt import Prompt  # noqa: PLC0415 - start-up
    from vpwijzer.render.terminal import make_console  # noqa: PLC0415 - start-up

    return Prompt(make_console())


def ask_seat() -> Seat | None:
    """Ask who is sitting here; None when they stop."""
    prompt = open_prompt()
    from vpwijzer.interview.conversation import (  # noqa: PLC0415 - start-up
        NOTHING_KEPT,
        choose_seat,
    )

    try:
        seat = choose_seat(prompt)
    except KeyboardInterrupt:
        prompt.say(NOTHING_KEPT)
        raise
    if seat is None:
        prompt.say(NOTHING_KEPT)
    return seat


def talk(library: Library, seat: Seat, tree: Tree | None = None) -> int:
    """Hold a conversation, from a tree or from the first that can be started."""
    prompt = open_prompt()
    from vpwijzer.interview.conversation import (  # noqa: PLC0415 - start-up
        NOTHING_KEPT,
        Conversation,
        choose_tree,
    )

    try:
        tree = tree or choose_tree(prompt, library, seat)
        if tree is not None:
            Conversation(prompt, library).run(begin(library, tree.id, seat))
    except KeyboardInterrupt:
        prompt.say(NOTHING_KEPT)
        return INTERRUPTED
    prompt.say(NOTHING_KEPT)
    return FINE


def first_tree(library: Library) -> Tree:
    """Give the tree where a conversation begins when none is named."""
    return next(tree for tree in library.trees.values() if tree.can_start)
