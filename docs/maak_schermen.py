"""Write docs/schermen/: what three conversations show, in windows and in plain lines.

The real program is played with keys, in a terminal window of each size and in lines.
"""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import IO, cast

from terminal import Terminal, terminal

from vpwijzer.atomic_file import replace_file
from vpwijzer.cli.library import open_library
from vpwijzer.model import Question

HERE = Path(__file__).parent
FOLDER = HERE / "schermen"
PROGRAM = (sys.executable, "-m", "vpwijzer")
WINDOWS = ((120, 40), (80, 24), (40, 20))
WIDTHS = (80, 40)

OUTCOME = " = lees"
OUTCOME_IN_LINES = "Typ het nummer van een weg"
READ_ON, REST = " ", "..."
"""Steps that are no key of a menu: one window further, and answer all that is left."""
NUMBERED = re.compile(r"^(\d+)\. (.*)$", re.MULTILINE)
SAFE = "Nee, er is nu geen gevaar"


@dataclass(frozen=True, slots=True)
class Talk:
    """How the program is started and what is done: one key, or words of a choice."""

    words: tuple[str, ...]
    steps: tuple[str, ...]


TALKS = {
    "medewerker": Talk(
        ("zelfcheck",),
        (
            *("Ga verder met de vragen", "h", "Terug naar waar je was", SAFE),
            *("Ik maak iets mee", "o", "t", "?", "Terug naar de vraag"),
            *("Hoe mensen met mij omgaan", REST, READ_ON, READ_ON),
            *("1", "t", "w", "t", "r", READ_ON, "t", "s"),
        ),
    ),
    "vp": Talk(
        ("intake",),
        (
            *(
                "Nee, de VP denkt alleen mee",
                "Ga verder met de vragen",
                "n",
                "n",
                SAFE,
                "Ik maak iets mee",
            ),
            *("Iets dat schade doet", "v", "t", REST, READ_ON, "2", "t", "c", "t"),
            *(
                "r",
                "Ik kies nu een weg",
                "Steun zoeken bij",
                "Aan mijn leidinggevende",
                "d",
                "d",
            ),
            *("Volgende week", READ_ON, READ_ON, "t", "s"),
        ),
    ),
    "trainer": Talk(
        ("start", "getuige", "--stoel", "trainer"),
        (SAFE, REST, "1", "t", "o", "t", "s"),
    ),
}


def in_window(talk: Talk, columns: int, rows: int) -> str:
    """Play a talk in a terminal window and give every screen of it."""
    with terminal(talk.words, columns, rows, PROGRAM) as window:
        window.wait_for()
        screens = [("", window.settle())]
        screens += [
            (_named(step), _shown_after(step, window)) for step in talk.steps[:-1]
        ]
        window.stop()
        window.end()
        screens.append((_named(talk.steps[-1]), window.text()))
    edge = "=" * columns
    shown = (f"{name}\n{edge}\n{text.rstrip()}\n{edge}\n" for name, text in screens)
    return "\n".join(shown).lstrip()


def _named(step: str) -> str:
    names = {READ_ON: "spatie", REST: "steeds “weet ik niet”, tot het overzicht"}
    return f"> {names.get(step, step)}"


def _shown_after(step: str, window: Terminal) -> str:
    if step == READ_ON:
        window.see()
        window.child.send(step)
    elif step == REST:
        while OUTCOME not in window.words():
            _do(_unsure(window.words()), window)
    else:
        _do(step, window)
    return window.settle()


@cache
def _questions() -> list[Question]:
    trees = open_library(None).trees
    return [question for tree in trees.values() for question in tree.questions]


def _unsure(shown: str) -> str:
    """Give the number that someone chooses who does not know, or who goes on."""
    asked = [q for q in _questions() if q.text in " ".join(shown.split())]
    return "0" if any(question.unknown_allowed for question in asked) else "1"


def _do(step: str, window: Terminal) -> None:
    if step.isdigit():  # Enter for when another digit could follow
        window.press(f"{step}\r")
    elif len(step) == 1:
        window.press(step)
    else:
        window.pick(step)
    window.wait_for()


def in_lines(talk: Talk, width: int) -> str:
    """Play a talk in plain lines and give them all, with what was typed."""
    with subprocess.Popen(  # noqa: S603 - this program with words of this file
        [*PROGRAM, *talk.words, "--toegankelijk"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "COLUMNS": str(width)},
    ) as program:
        keys, out = cast("IO[str]", program.stdin), cast("IO[str]", program.stdout)
        written = [_until_asked(out)]
        for typed in _typed(talk.steps, written):
            keys.write(f"{typed}\n")
            keys.flush()
            written += [f"> {typed}\n", _until_asked(out)]
    return "".join(written)


def _typed(steps: tuple[str, ...], written: list[str]) -> Iterator[str]:
    """Give what is typed for every step, looking at what was written last."""
    for step in steps:
        if step == REST:
            while OUTCOME_IN_LINES not in written[-1]:
                yield _unsure(written[-1])
        elif step != READ_ON:
            yield step if len(step) == 1 else _number(step, written[-1])


def _number(words: str, shown: str) -> str:
    [found] = [n for n, text in NUMBERED.findall(shown) if text.startswith(words[:20])]
    return str(found)


def _until_asked(out: IO[str]) -> str:
    """Read to the line that names the letters, which stands last of a menu."""
    lines: list[str] = []
    named = False
    while (line := out.readline()) and not (named and line.endswith(".\n")):
        lines.append(line)
        named = named or line.startswith("Letters: ")
        if named and line.endswith(".\n"):
            return "".join(lines)
    return "".join([*lines, line])


def plays() -> dict[str, Callable[[], str]]:
    """Give the name of each file with what plays its talk."""
    made: dict[str, Callable[[], str]] = {}
    for name, talk in TALKS.items():
        for columns, rows in WINDOWS:
            made[f"{name}-{columns}x{rows}.txt"] = partial(
                in_window, talk, columns, rows
            )
        for width in WIDTHS:
            made[f"{name}-regels-{width}.txt"] = partial(in_lines, talk, width)
    return made


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    with ThreadPoolExecutor(max_workers=4) as pool:
        made = {name: pool.submit(play) for name, play in plays().items()}
    for name, each in made.items():
        replace_file(str(FOLDER / name), each.result().encode())
