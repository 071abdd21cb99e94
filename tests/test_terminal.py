"""The program as a person meets it: in a terminal window, one key at a time."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from bundled import bundled
from screens import CONTENT
from terminal import NORMAL, Terminal, terminal

from vpwijzer.model import Seat

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="needs a pty"),
    pytest.mark.no_cover,  # test_ends measures a program in a window
]

HIGH = 400
"""Rows in which every page can be seen whole."""
OVERVIEW = " = lees"
NOTHING_KEPT = "Er is niets bewaard."
SAFE = "Nee, er is nu geen gevaar"
HARASSED = [
    SAFE,
    "Ik maak iets mee",
    "Hoe mensen met mij omgaan",
]
WITNESS_OF_HARM = [SAFE, "Ik maak iets mee", "Iets dat schade doet"]


def answer(window: Terminal, *words: str) -> None:
    """Choose by words, and wait for the next menu."""
    window.pick(*words)
    window.wait_for()


def go_on(window: Terminal) -> None:
    """Say what is asked beforehand, and read what comes before the first question."""
    window.wait_for()
    if "ga verder" not in window.words():
        answer(window, "Nee, de VP denkt alleen mee")
    window.wait_for("Enter = ga verder met de vragen")
    answer(window, "Ga verder met de vragen")


def answer_all(window: Terminal, *first: str) -> None:
    """Give the first answers, then "weet ik niet" wherever there is nothing urgent."""
    for words in first:
        answer(window, words)
    for _ in range(60):
        if OVERVIEW in window.words():
            return
        if "a door met de vragen" in window.words():
            answer(window, "Ga door met de vragen")
        else:
            is_unsure = "0" in window.numbers().values()
            answer(window, "Weet ik niet" if is_unsure else "Ja")
    pytest.fail(window.text())


def read_first_way(window: Terminal) -> str:
    """Read the first way of the overview in full; give the screen."""
    window.press("1\r")
    return window.wait_for("Enter = terug naar het overzicht")


def stop(window: Terminal) -> None:
    window.stop()
    assert window.end() == 0
    assert NOTHING_KEPT in window.text()


def is_shown(words: str, on_screen: list[str]) -> bool:
    return any(text.startswith(words) for text in on_screen)


def question_on_screen(window: Terminal) -> str:
    """Give the first line of the screen, which has the question."""
    return next(line for line in window.lines() if line)


@pytest.mark.parametrize(
    ("answers", "tree"),
    [
        (HARASSED, "klacht"),
        (WITNESS_OF_HARM, "melding"),
    ],
)
def test_intake_leads_from_the_first_question_to_a_route(
    answers: list[str], tree: str
) -> None:
    with terminal(["intake"], rows=HIGH) as window:
        go_on(window)
        window.wait_for(bundled().trees["triage"].questions[0].text)
        *most, last = answers
        for words in most:
            answer(window, words)
        before = question_on_screen(window)
        answer(window, last)
        window.press("t")
        window.wait_for()
        assert question_on_screen(window) == before
        window.press("\r")  # the old answer is still chosen
        window.wait_for()
        answer_all(window)
        window.press("a")
        overview = window.wait_for(bundled().trees[tree].title.upper())
        route = read_first_way(window)
        stop(window)

    assert "Wat er nu kan" in overview
    assert bundled().trees[tree].title.upper() in overview
    assert "Gevolgen" in route
    assert "Route nagekeken op" in route


def test_intake_about_two_things_at_once_walks_both_trees() -> None:
    with terminal(["intake"], rows=HIGH) as window:
        go_on(window)
        for words in HARASSED[:-1]:
            answer(window, words)
        answer(window, "Hoe mensen met mij omgaan", "Iets dat schade doet")
        answer_all(window)
        window.press("a")
        overview = window.wait_for(bundled().trees["melding"].title.upper())
        read_first_way(window)
        stop(window)

    assert bundled().trees["klacht"].title.upper() in overview
    assert bundled().trees["melding"].title.upper() in overview


def test_danger_interrupts_at_once() -> None:
    with terminal(["intake"], rows=HIGH) as window:
        go_on(window)
        answer(window, "nu direct gevaar")
        shown = window.words()
        answer(window, "Lees deze weg helemaal")
        read = window.words()
        window.pick("Stop hier")
        stands = window.wait_for("Dit blijft staan tot je een toets indrukt.")
        window.press("x")
        code = window.end()
        left = window.text()

    assert shown.startswith("Eerst dit")
    assert "112" in shown
    assert "Gevolgen" in read
    assert "☎ 112: Alarmnummer" in stands
    assert code == 0
    assert NOTHING_KEPT in left


@pytest.mark.parametrize("keys", ["\x03", "\x04"])
def test_control_keys_leave_at_once_with_nothing_kept(keys: str) -> None:
    with terminal(["intake", "--inhoud", str(CONTENT)]) as window:
        window.wait_for()
        window.press(keys)
        code = window.end()
        left = window.text()

    assert code == 130
    assert left.rstrip().endswith(NOTHING_KEPT)


def test_s_leaves_at_the_first_question() -> None:
    with terminal(["zelfcheck", "--inhoud", str(CONTENT)]) as window:
        window.wait_for()
        stop(window)


def test_explanation_is_shown_and_left_again() -> None:
    with terminal(["zelfcheck", "--inhoud", str(CONTENT)]) as window:
        window.wait_for("Eerst veilig, dan de fiets.")
        window.press("?")
        explained = window.wait_for("Enter = terug naar de vraag")
        window.press("1")
        window.wait_for("Sta je op een gevaarlijke plek?")
        stop(window)

    assert "Ja, midden op de weg: Ook op een fietspad" in explained


def test_keys_typed_before_the_first_question_do_not_answer_it() -> None:
    with terminal(["zelfcheck", "--inhoud", str(CONTENT)]) as window:
        window.child.send("1\r\r1\r3\r")
        window.wait_for()
        first = window.settle()
        stop(window)

    assert "Sta je op een gevaarlijke plek?" in first
    assert "●" not in first


def test_burst_of_keys_answers_one_question_only() -> None:
    with terminal(["start", "diefstal", "--inhoud", str(CONTENT)]) as window:
        window.wait_for("Stond hij op slot?")
        window.press("11\r\r\r")
        overview = window.wait_for(OVERVIEW)
        stop(window)

    assert "Geef de diefstal door" in overview


@pytest.mark.parametrize(("columns", "rows"), [(40, 20), (80, 24)])
def test_no_choice_is_cut_off_and_no_word_broken(columns: int, rows: int) -> None:
    questions = [q for tree in bundled().trees.values() for q in tree.questions]
    seen = 0
    with terminal(["zelfcheck"], columns, rows) as window:
        go_on(window)
        while OVERVIEW not in window.words() and seen < 8:
            here = [q.options for q in questions if q.text in window.words()]
            if "a door met de vragen" in window.words():
                answer(window, "Ga door met de vragen")
                continue
            numbers = window.all_numbers()
            on_screen = list(numbers)
            whole = [all(is_shown(o.text, on_screen) for o in each) for each in here]
            assert any(whole), window.text()
            seen += 1
            wanted = [*HARASSED, "Weet ik niet"]
            several = "aanvinken" in window.text()
            window.press(next(numbers[t] for w in wanted for t in on_screen if w in t))
            if several:
                window.press("\r")
            window.wait_for()
        stop(window)

    assert seen == 8


def test_choice_that_does_not_fit_is_announced_by_an_arrow() -> None:
    start = ["start", "herstel", "--stoel", "trainer", "--inhoud", str(CONTENT)]
    with terminal(start, 40, 12) as window:
        window.wait_for()
        answer(window, "Nee, ik sta veilig")
        answer(window, "Ja")
        lines = window.lines()
        window.press("11")
        window.wait_for("Wat er nu kan")
        stop(window)

    assert any(line.endswith("v") and len(line) == 40 for line in lines)


def test_program_alone_asks_who_is_sitting_here() -> None:
    with terminal([]) as window:
        window.wait_for("Wie zit hier?")
        assert len(window.numbers()) == len(Seat)
        answer(window, "vertrouwenspersoon")
        go_on(window)
        asked = window.words()
        stop(window)

    assert "VP:" in asked


@pytest.mark.parametrize(("keys", "code"), [("s", 0), ("\x03", 130)])
def test_program_alone_can_be_left_at_once(keys: str, code: int) -> None:
    with terminal([]) as window:
        window.wait_for("Wie zit hier?")
        window.press(keys)

        assert window.end() == code
        assert window.text().rstrip().endswith(NOTHING_KEPT)


def test_start_lists_the_trees_to_begin_with() -> None:
    with terminal(["start", "--inhoud", str(CONTENT)]) as window:
        window.wait_for("Waar gaat het over?")
        offered = list(window.numbers())
        answer(window, "Mijn fiets is weg")
        asked = window.text()
        stop(window)

    assert offered == [
        "Er is iets met mijn fiets",
        "Mijn fiets is stuk",
        "Mijn fiets is weg",
    ]
    assert asked.startswith("Stond hij op slot?")


def test_tree_for_the_adviser_is_walked_from_that_seat() -> None:
    with terminal(["start", "balie", "--inhoud", str(CONTENT)]) as window:
        window.wait_for("VP: Kijk ook in het hok.")
        answer(window, "Ja")
        overview = window.text()
        stop(window)

    assert "Geef een leenfiets mee" in overview


def test_trainer_sees_the_fact_a_question_establishes() -> None:
    trainer = ["start", "herstel", "--stoel", "trainer"]
    with terminal([*trainer, "--inhoud", str(CONTENT)]) as window:
        window.wait_for("feit: gevaar")
        stop(window)


@pytest.mark.parametrize(
    "environment", [{"NO_COLOR": "1"}, {"COLUMNS": "0"}, {"TERM": "linux"}]
)
def test_poor_terminal_can_still_hold_a_talk(environment: dict[str, str]) -> None:
    begin = ["start", "diefstal", "--inhoud", str(CONTENT)]
    with terminal(begin, environment=environment) as window:
        window.wait_for("Stond hij op slot?")
        window.press("1")
        window.wait_for("Geef de diefstal door")
        stop(window)


LINES = [
    (["--toegankelijk"], {}),
    ([], {"ACCESSIBLE": "1"}),
    ([], {"TERM": "dumb"}),
]


@pytest.mark.parametrize(("options", "environment"), LINES)
def test_plain_lines_hold_a_talk(
    options: list[str], environment: dict[str, str]
) -> None:
    begin = ["start", "diefstal", *options, "--inhoud", str(CONTENT)]
    with terminal(begin, environment=environment) as window:
        window.until("Typ een nummer of een letter")
        window.child.send("1\n")
        window.until("Geef de diefstal door")
        window.child.send("s\ns\n")

        assert window.end() == 0
        assert "Er is niets bewaard." in window.text()


def test_plain_lines_say_that_nothing_is_wiped_and_never_that_it_is() -> None:
    with terminal(["zelfcheck", "--toegankelijk"]) as window:
        window.until("Typ een nummer of een letter")
        window.child.send("q\n")
        window.end()

        words = " ".join(window.text().split())
        assert "Met q stop je, maar wist je niets." in words
        assert "leeg" not in words


@pytest.mark.parametrize("back", ["n", "?", "v", "h"])
def test_ticks_stay_while_something_else_is_looked_at(back: str) -> None:
    with terminal(["intake"], rows=40) as window:
        go_on(window)
        window.wait_for("Is er nu gevaar")
        window.press("4")
        window.settle()
        window.press(back)
        if back == "v":
            window.wait_for("Voorlopig overzicht")
            window.press("t")
        elif back in "?h":
            window.wait_for("Enter = terug naar")
            window.press("1")
        window.wait_for("Is er nu gevaar")
        ticked = [line for line in window.lines() if "●" in line]
        stop(window)

    assert ["4." in line for line in ticked] == [True]


def test_result_of_a_check_breaks_between_words() -> None:
    with terminal(["controleer", str(CONTENT)], columns=33) as window:
        assert window.end() == 0
        assert "1 begrip, 1 scenario" in window.words()
        assert "mogelijke gesprekken." in window.words()


@pytest.mark.parametrize(
    "pieces",
    [
        ("\x1b[13;2u",),  # Shift and Enter
        ("\x1b]11;rgb:1e1e/1e1e/3131\x07",),  # the colour behind the words
        ("\x1b]11;rgb:1e1e/", "1e1e/3131\x07"),
        ("\x1bP1$r0q\x1b", "\\"),
    ],
)
def test_what_a_terminal_tells_answers_nothing(pieces: tuple[str, ...]) -> None:
    with terminal(["zelfcheck", "--inhoud", str(CONTENT)]) as window:
        before = window.wait_for("gevaarlijke plek")
        window.see()
        for piece in pieces:
            window.child.send(piece)
            time.sleep(0.7)  # longer than prompt_toolkit waits for the rest

        assert window.settle() == before


def test_keypad_in_application_mode_answers() -> None:
    with terminal(["zelfcheck", "--inhoud", str(CONTENT)]) as window:
        window.wait_for("gevaarlijke plek")
        window.press(f"\x1bO{chr(ord('p') + int(window.number('Nee')))}\x1bOM")

        window.wait_for("Wat is er met je fiets?")


def reader(folder: Path) -> dict[str, str]:
    """Make a program to read with, that says what it got; and nothing else is there."""
    program = folder / "lees"
    told = 'tr -d "\\r" | wc -l | xargs echo LEZER "$LESS" "$LESSHISTFILE"'
    program.write_text(f"#!/bin/sh\n{told}\n")
    program.chmod(0o755)
    (folder / "tmp").mkdir()
    return {**NORMAL, "PAGER": str(program), "TMPDIR": str(folder / "tmp")}


@pytest.mark.parametrize(
    "words",
    [
        ["routes"],
        ["bomen"],
        ["vergelijk", "plakken", "aangifte"],
        ["speel", str(CONTENT / "scenarios" / "lekke-band.yaml")],
    ],
    ids=lambda words: words[0],
)
def test_page_on_a_terminal_is_read_on_and_lands_in_no_file(
    words: list[str], tmp_path: Path
) -> None:
    environment = reader(tmp_path)
    with terminal([*words, "--inhoud", str(CONTENT)], environment=environment) as it:
        it.until("LEZER FRX -")

        assert it.end() == 0
    assert not [*(tmp_path / "tmp").iterdir()]


def test_page_in_a_pipe_is_written_as_it_is(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "vpwijzer", "routes", "--inhoud", str(CONTENT)],
        env={**os.environ, **reader(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )

    assert "LEZER" not in done.stdout
    assert done.stdout.startswith("! Eerst veilig\n")


@pytest.mark.parametrize("pager", ["", "cat", "bestaat-niet"])
def test_page_without_a_program_to_read_with_is_written(pager: str) -> None:
    words = ["routes", "--inhoud", str(CONTENT)]
    with terminal(words, environment={**NORMAL, "PAGER": pager}) as window:
        window.until("Geef de diefstal door")

        assert window.end() == 0
