"""Plain lines: what is written, what is understood, and the same talk three ways."""

import io
import re
from collections.abc import Iterable
from dataclasses import replace

import pytest
from asked_keys import Script, readable, script
from builders import question, route, start, tree
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput
from screens import as_text, bicycles

from vpwijzer.document.blocks import Page
from vpwijzer.engine.walk import Walk, begin
from vpwijzer.interview.conversation import Conversation
from vpwijzer.interview.menu import (
    Asker,
    Choice,
    Left,
    Menu,
    Picked,
    Pressed,
    Reply,
)
from vpwijzer.interview.terminal.plain_asker import LineAsker
from vpwijzer.interview.terminal.prompt import Prompt
from vpwijzer.model import Library, Seat
from vpwijzer.pages.menu import menu_page

KEYS = {"t": "terug", "s": "stop"}


def asked(menu: Menu, typed: str, width: int = 80) -> tuple[Reply, str]:
    out = io.StringIO()
    reply = LineAsker(out, io.StringIO(typed), width).choose(menu)
    return reply, out.getvalue()


def one(selected: str = "") -> Menu:
    return Menu(
        "Wat?",
        choices=(Choice("a", "Appel", "rood"), Choice("b", "Banaan")),
        selected=frozenset(selected),
        commands=KEYS,
    )


def several(selected: str = "") -> Menu:
    choices = (
        Choice("a", "Appel"),
        Choice("b", "Banaan"),
        Choice("c", "C", alone=True),
    )
    return Menu("Wat?", choices=choices, several=True, selected=frozenset(selected))


def test_menu_is_written_as_numbered_lines_and_the_answer_is_repeated() -> None:
    _, written = asked(one(), "2\n")

    assert written.splitlines() == [
        "",
        "Wat?",
        "",
        "1. Appel (rood)",
        "2. Banaan",
        "Typ een nummer of een letter, en dan Enter.",
        "Letters: t is terug, s is stop, q is snel weg.",
        "Je antwoord: 2, Banaan.",
    ]


@pytest.mark.parametrize(
    ("typed", "reply"),
    [
        ("1", Picked(frozenset("a"))),
        ("  2  ", Picked(frozenset("b"))),
        ("t", Pressed("t")),
        ("S", Pressed("s")),
        ("9\n1", Picked(frozenset("a"))),
        ("\n1", Picked(frozenset("a"))),
        ("1 2\n1", Picked(frozenset("a"))),
        ("ja\n1", Picked(frozenset("a"))),
    ],
)
def test_line_is_understood(typed: str, reply: Reply) -> None:
    assert asked(one(), f"{typed}\n")[0] == reply


@pytest.mark.parametrize("typed", ["1 2", "1,2", "2, 1", "1 en 2"])
def test_several_numbers_stand_on_one_line(typed: str) -> None:
    reply, written = asked(several(), f"{typed}\n")

    assert reply == Picked(frozenset("ab"))
    assert written.endswith("Je antwoord: 1, Appel; 2, Banaan.\n")


def test_choice_that_goes_alone_is_not_combined() -> None:
    reply, written = asked(several(), "1 3\n3\n")

    assert reply == Picked(frozenset("c"))
    assert "'C' gaat niet samen met een ander nummer." in written


def test_earlier_answer_is_said_and_enter_keeps_it() -> None:
    reply, written = asked(one("b"), "\n")

    assert reply == Picked(frozenset("b"))
    assert "Je koos eerder 2, Banaan. Enter houdt dat." in written


def test_wrong_line_says_what_is_wrong() -> None:
    assert "'9' staat er niet bij." in asked(one(), "9\n1\n")[1]


def test_leave_letter_leaves() -> None:
    with pytest.raises(Left):
        asked(one(), "q\n")


def test_end_of_input_is_the_end() -> None:
    with pytest.raises(EOFError):
        asked(one(), "9\n")


def test_nothing_paints() -> None:
    words = "\x1b[2J \x07 \N{RIGHT-TO-LEFT OVERRIDE}om"

    _, written = asked(Menu(words, choices=(Choice("a", words),)), "1\n")

    assert "om" in written
    assert "\x1b" not in written
    assert "\x07" not in written
    assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in written


def test_unfinished_talk_ends_with_the_input() -> None:
    content = readable(tree("t", question("x"), question("y")), route("r"))
    asker = LineAsker(io.StringIO(), io.StringIO("1\n"), 80)

    with pytest.raises(EOFError):
        Conversation(asker, content).run(start(content))


def test_finished_talk_may_end_with_the_input() -> None:
    content = readable(tree("t", question("x")), route("r"))
    asker = LineAsker(io.StringIO(), io.StringIO("1\n"), 80)

    ended = Conversation(asker, content).run(start(content))

    assert list(ended.answers) == ["x"]


class Watching:
    """Passes everything on to another asker and remembers what was shown."""

    def __init__(self, asker: Asker) -> None:
        self.asker = asker
        self.shown: list[str] = []

    def show(self, page: Page) -> None:
        self.shown.append(as_text(page))
        self.asker.show(page)

    def say(self, words: str) -> None:
        self.shown.append(words)
        self.asker.say(words)

    def choose(self, menu: Menu) -> Reply:
        self.shown.append(as_text(menu_page(menu.title, menu.notes)))
        return self.asker.choose(menu)


ENTER = ""
TALK = (*"31?1t", ENTER, *"11otvt111rn11d1ss")


def walked(asker: Asker) -> tuple[Walk, list[str]]:
    library = bicycles()
    watching = Watching(asker)
    walk = begin(library, next(iter(library.trees)), Seat.ADVISER)
    return Conversation(watching, library).run(walk), watching.shown


class Seen(DummyOutput):
    """A window that nobody reads; the key comes once something is written."""

    def __init__(self, pipe: PipeInput, keys: str) -> None:
        super().__init__()
        self.pipe, self.keys = pipe, keys

    def write(self, data: str) -> None:
        if data.strip() and self.keys:
            self.pipe.send_text(self.keys)
            self.keys = ""


class Keyed(Prompt):
    """A prompt whose keys come one menu at a time."""

    def __init__(self, keys: Iterable[str]) -> None:
        super().__init__(moment=0)
        self.to_come = iter(keys)

    def choose(self, menu: Menu) -> Reply:
        with create_pipe_input() as pipe:
            key = next(self.to_come)
            long = len(menu.choices) > 9
            whole = key == ENTER or (key.isdigit() and (menu.several or long))
            enter = "\r" if whole else ""
            with create_app_session(input=pipe, output=Seen(pipe, key + enter)):
                return super().choose(menu)


class Decided(Script):
    """A script in keys instead of values."""

    def choose(self, menu: Menu) -> Reply:
        reply = super().choose(menu)
        if reply == Pressed(ENTER):
            return Picked(menu.selected)
        if not isinstance(reply, Pressed) or not reply.key.isdigit():
            return reply
        values = {number: value for value, number in menu.numbers().items()}
        return Picked(frozenset({values[reply.key]}))


def test_same_talk_goes_the_same_way_in_three_askers() -> None:
    typed = io.StringIO("".join(f"{key}\n" for key in TALK))
    askers: list[Asker] = [
        Decided(script(*(f"/{key}" for key in TALK)).replies),
        Keyed(TALK),
        LineAsker(io.StringIO(), typed, 80),
    ]

    (first, pages), *others = [walked(asker) for asker in askers]

    assert len(first.answers) >= 2
    assert len(pages) > len(TALK)
    assert [(walk.answers, shown) for walk, shown in others] == [
        (first.answers, pages)
    ] * 2


def spoken(library: Library, width: int) -> str:
    out = io.StringIO()
    typed = io.StringIO("".join(f"{key}\n" for key in TALK))
    walk = begin(library, next(iter(library.trees)), Seat.ADVISER)
    Conversation(LineAsker(out, typed, width), library).run(walk)
    return out.getvalue()


def test_no_line_is_too_long_and_no_word_broken_at_40_columns() -> None:
    narrow, wide = spoken(bicycles(), 40), spoken(bicycles(), 200)

    assert max(len(line) for line in narrow.splitlines()) <= 40
    assert set(narrow.split()) == set(wide.split())


def test_lines_have_no_escape_and_no_box() -> None:
    written = spoken(bicycles(), 80)

    assert "midden op de weg" in written
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f\u2500-\u259f]", written)


def test_empty_line_takes_the_one_way_on() -> None:
    reply, _ = asked(Menu("", choices=(Choice("a", "Ga verder"),)), "\n")

    assert reply == Picked(frozenset({"a"}))


def test_many_letters_are_not_all_read_aloud() -> None:
    commands = {letter: f"letter {letter}, om iets te doen" for letter in "abcdems"}

    _, written = asked(replace(one(), commands=commands), "1\n")

    [line] = [each for each in written.split("\n\n") if "Letters" in each][:1]
    assert "m is letter m" in line
    assert "e is letter e" not in line
