"""Every way in which a conversation ends, in a real terminal window."""

import os
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from screens import CONTENT
from terminal import Terminal, terminal

from vpwijzer.cli.start_talk import OTHER_CONTENT

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs a pty")

BEGIN = ["zelfcheck", "--inhoud", str(CONTENT)]
BEFORE = "Wat er al stond."
NOTHING_KEPT = "Er is niets bewaard."
SHOWN = ("gevaarlijk", "fiets", "midden op de weg", "snel weg", "Eerst")
SHELL = (
    "sh",
    "-c",
    f'printf "{BEFORE}\\n"; "$@"; code=$?; stty -a | grep -o " -*echo "; exit $code',
    "sh",
)
PROGRAM = (sys.executable, "-m", "vpwijzer")
BROKEN = """
import sys
from vpwijzer.interview import conversation
def fail(*_):
    secret = "midden op de weg"
    raise ZeroDivisionError(secret)
conversation.decide = fail
sys.argv = ["vpwijzer", *sys.argv[1:]]
from vpwijzer.cli import main
main()
"""


@pytest.fixture
def window() -> Iterator[Terminal]:
    """Stand at the second question, in a shell that had something on screen."""
    with terminal([*PROGRAM, *BEGIN], command=SHELL) as window:
        window.wait_for("gevaarlijke plek")
        window.pick("Nee, ik sta veilig")
        window.wait_for("Wat is er met je fiets?")
        yield window


def pid_of(window: Terminal) -> int:
    """Find the program that the shell started."""
    words = ["ps", "-o", "pid=", "--ppid", str(window.child.pid)]
    return int(subprocess.check_output(words, encoding="utf-8").split()[0])


def left(window: Terminal) -> list[str]:
    """Read what is in the window at the end, with all that can be scrolled back."""
    return [line for line in window.lines() if line]


@pytest.mark.parametrize("keys", ["\x03", "\x04", "\x1c"])
def test_key_leaves_one_sentence(window: Terminal, keys: str) -> None:
    window.press(keys)

    assert window.end() == 130
    assert left(window) == [BEFORE, NOTHING_KEPT, " echo"]


def test_leave_key_leaves_an_empty_prompt(window: Terminal) -> None:
    window.press("q")

    assert window.end() == 0
    assert left(window) == [BEFORE, " echo"]


def test_stopping_asks_once_and_leaves_one_sentence(window: Terminal) -> None:
    window.press("s")
    window.wait_for("Stoppen? Dan is 1 antwoord weg.")
    window.press("s")

    assert window.end() == 0
    assert left(window) == [BEFORE, NOTHING_KEPT, " echo"]


@pytest.mark.parametrize("key", ["1", "x", "\r", " ", "\x1b[A", "\x1b[Z0"])
def test_number_to_call_stands_until_a_key_is_pressed(key: str) -> None:
    with terminal([*PROGRAM, *BEGIN], command=SHELL) as window:
        window.wait_for("gevaarlijke plek")
        window.pick("Ja, midden op de weg")
        window.wait_for("Eerst dit")
        window.pick("Stop hier")
        window.wait_for("Dit blijft staan tot je een toets indrukt.")
        before = window.settle()
        window.press(key)

        assert "☎" in before
        assert window.end() == 0
        assert left(window) == [BEFORE, NOTHING_KEPT, " echo"]


@pytest.mark.parametrize("lines", [[], ["--toegankelijk"]])
def test_end_of_input_ends_in_one_way(lines: list[str]) -> None:
    with terminal([*BEGIN, *lines]) as window:
        window.until("weet ik niet zeker")
        window.see()
        window.child.send("\x04")

        assert window.end() == 130
        assert NOTHING_KEPT in window.text()


@pytest.mark.parametrize("lines", [[], ["--toegankelijk"]])
def test_end_of_input_at_the_outcome_ends_in_one_way(lines: list[str]) -> None:
    enter = "\r" if lines else ""
    with terminal(["start", "diefstal", *BEGIN[1:], *lines]) as window:
        window.until("Stond hij op slot?")
        window.see()
        window.child.send(f"1{enter}")
        window.until("Wat er nu kan")
        window.settle()
        window.see()
        window.child.send("\x04")

        assert window.end() == 0
        assert NOTHING_KEPT in window.text()


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGQUIT"])
def test_signal_leaves_one_sentence(window: Terminal, name: str) -> None:
    number = getattr(signal, name)
    os.kill(pid_of(window), number)

    assert window.end() == 128 + number
    first, second, *others = left(window)
    assert [first, second, others[-1]] == [BEFORE, NOTHING_KEPT, " echo"]
    assert not any(words in line for words in SHOWN for line in others)


def test_interrupt_from_elsewhere_leaves_one_sentence(window: Terminal) -> None:
    os.kill(pid_of(window), signal.SIGINT)

    assert window.end() == 130
    assert left(window) == [BEFORE, NOTHING_KEPT, " echo"]


def test_stop_signal_and_control_z_do_not_leave_the_window_standing(
    window: Terminal,
) -> None:
    os.kill(pid_of(window), signal.SIGTSTP)
    window.press("\x1a")
    window.waiting = 0
    window.press("t")
    window.wait_for("gevaarlijke plek")
    window.press("q")

    assert window.end() == 0


def test_bug_shows_one_sentence_and_no_answers() -> None:
    command = (*SHELL, sys.executable, "-c", BROKEN)
    with terminal(BEGIN, command=command) as window:
        code = window.end()

    assert code == 3
    words = window.words()
    assert words.startswith(f"{BEFORE} Er ging iets mis in het programma. Er is niets")
    assert "midden op de weg" not in words


def test_closed_terminal_ends_the_program() -> None:
    with terminal(BEGIN) as window:
        window.wait_for("gevaarlijke plek")
        window.child.ptyproc.fileobj.close()
        end = time.monotonic() + 10
        while window.child.isalive() and time.monotonic() < end:
            time.sleep(0.05)

        assert window.child.signalstatus == signal.SIGHUP


def test_leave_key_works_while_a_long_page_is_read() -> None:
    with terminal([*PROGRAM, *BEGIN], rows=12, command=SHELL) as window:
        window.wait_for()
        window.press("v")
        window.wait_for("spatie = verder")
        window.press(" q")

        assert window.end() == 0
        assert left(window) == [BEFORE, " echo"]


def test_leave_key_works_before_the_first_moment_is_over() -> None:
    with terminal(BEGIN) as window:
        window.until("snel weg")
        window.child.send("q")

        assert window.end() == 0


def test_leave_key_works_while_the_program_is_still_loading() -> None:
    with terminal([*PROGRAM, *BEGIN], command=SHELL) as window:
        window.until("snel weg")
        window.child.send("q")

        assert window.end() == 0
        assert left(window) == [BEFORE, " echo"]


def test_interrupt_while_the_program_is_still_loading_leaves_one_sentence() -> None:
    with terminal(BEGIN) as window:
        window.until("snel weg")
        window.child.send("\x03")

        assert window.end() == 130
        assert left(window) == [NOTHING_KEPT]


def test_signal_ends_the_program_while_it_is_still_loading() -> None:
    with terminal([*PROGRAM, *BEGIN], command=SHELL) as window:
        window.until("snel weg")
        os.kill(pid_of(window), signal.SIGTERM)

        assert window.end() == 128 + signal.SIGTERM
        assert left(window)[:2] == [BEFORE, NOTHING_KEPT]
        assert not any(words in window.text() for words in SHOWN)


@pytest.mark.parametrize("keys", ["1", "3333", "\r\r\r", "s"])
def test_keys_typed_before_anything_is_shown_answer_nothing(keys: str) -> None:
    with terminal(BEGIN) as window:
        window.child.send(keys)
        window.wait_for("gevaarlijke plek")
        window.settle()

        assert "gevaarlijke plek" in window.text()


def test_key_is_heard_that_was_pressed_before_the_program_listened() -> None:
    with terminal(BEGIN) as window:
        window.until("snel weg")
        window.see()
        window.child.send("s")

        assert window.end() == 0


def test_keys_that_wait_do_not_reach_the_shell(window: Terminal) -> None:
    window.see()
    window.child.send("qqqqrm geheim\n")
    window.end()

    assert left(window) == [BEFORE, " echo"]
    assert "rm geheim" not in window.text()


def test_key_that_is_held_down_answers_one_question_at_most() -> None:
    with terminal(["start", "diefstal", *BEGIN[1:]]) as window:
        window.wait_for("Stond hij op slot?")
        window.see()
        for _ in range(40):
            window.child.send("1")
            time.sleep(0.03)
        window.settle()
        shown = window.text()
        window.press("q")
        window.end()

    assert "Wat er nu kan" in shown


def test_terminal_hears_no_title_and_no_clipboard(window: Terminal) -> None:
    window.see()
    window.child.send("?")
    time.sleep(1)
    window.child.send("q")
    written = b""
    while True:
        try:
            written += window.child.read_nonblocking(65_536, 0.5)
        except Exception:  # noqa: BLE001 - end of file, or nothing more
            break

    assert b"\x1b[" in written
    assert b"\x1b]" not in written
    assert b"\x1bP" not in written


def test_memory_is_never_written_to_disk(window: Terminal) -> None:
    limits = Path(f"/proc/{pid_of(window)}/limits")
    if not limits.exists():
        pytest.skip("no /proc here")
    core = next(x for x in limits.read_text().splitlines() if "core file" in x)
    dumped = Path(f"/proc/{pid_of(window)}/status").stat().st_uid
    window.press("q")
    window.end()

    assert core.split()[4:6] == ["0", "0"]
    assert dumped == 0


def test_window_can_be_resized_all_the_time(window: Terminal) -> None:
    window.see()
    for number in range(200):
        rows, columns = 5 + number * 7 % 40, 20 + number * 13 % 100
        window.resize(columns, rows)
        window.read(0.005)
    window.resize(80, 24)
    window.settle()
    shown = [line for line in window.lines() if line]
    window.press("q")

    assert window.end() == 0
    assert shown[0] == "Wat is er met je fiets?"
    assert shown.count("Wat is er met je fiets?") == 1


@pytest.mark.parametrize(("columns", "rows"), [(20, 5), (15, 24), (80, 7)])
def test_too_small_window_is_refused(columns: int, rows: int) -> None:
    with terminal(BEGIN, columns, rows) as window:
        code = window.end()

    assert code == 2
    assert "teklein" in window.words().replace(" ", "")


def test_small_window_holds_a_talk() -> None:
    with terminal(BEGIN, 20, 10) as window:
        window.until("toetsen")
        window.press("3\r")
        window.waiting = 0
        window.until("Wat is er met je")
        window.press("q")

        assert window.end() == 0


def test_window_without_colours_gets_none() -> None:
    with terminal(BEGIN, environment={"NO_COLOR": "1", "TERM": "xterm"}) as window:
        window.wait_for("gevaarlijke plek")
        window.pick("Ja, midden op de weg")
        window.wait_for("Eerst dit")
        colours = {
            char.fg for row in window.screen.buffer.values() for char in row.values()
        }
        window.press("q")
        window.end()

    assert colours <= {"default"}


def test_echo_is_off_between_the_questions(window: Terminal) -> None:
    echo = termios.tcgetattr(window.child.child_fd)[3] & termios.ECHO
    window.press("q")
    window.end()

    assert not echo
    assert left(window)[-1] == " echo"


def test_limit_on_memory_files_is_set_before_anything_is_loaded() -> None:
    code = (
        "import resource, sys\n"
        "from vpwijzer import cli\n"
        "def tell(_):\n"
        "    found = resource.getrlimit(resource.RLIMIT_CORE)\n"
        "    print(found, 'vpwijzer.model' in sys.modules)\n"
        "    return 0\n"
        "cli.run = tell\n"
        "cli.main()\n"
    )
    words = [sys.executable, "-c", code]

    assert subprocess.check_output(words, encoding="utf-8") == "(0, 0) False\n"


def test_content_of_ones_own_is_named_on_the_first_screen_only(
    window: Terminal,
) -> None:
    with terminal(["zelfcheck"]) as bundled:
        ours = bundled.wait_for()
    with terminal(BEGIN) as other:
        first = other.wait_for()

    assert "eigen map" not in ours
    assert first.splitlines()[0] == OTHER_CONTENT
    assert OTHER_CONTENT not in window.text()
