"""The program on the command line: Dutch commands, errors and exit codes."""

import gc
import os
import sys
from contextlib import suppress

from vpwijzer import __version__
from vpwijzer.cli.exits import (
    BUG,
    CONTENT_HAS_ERRORS,
    FINE,
    INTERRUPTED,
    WRONG_USE,
    BrokenContentError,
    BrokenOrganisationError,
    UserError,
)

SEE_HELP = "Kijk voor uitleg bij 'vpwijzer --hulp'."
A_BUG = (
    "Er ging iets mis in het programma. Er is niets bewaard. "
    "Met 'vpwijzer --debug' ervoor zie je de technische details."
)

WITHOUT = (
    "Met deze organisatie begint er niets. "
    "Zonder kan het wel: zet er '--zonder-organisatie' achter."
)

CANNOT_WRITE = "Lezen of schrijven lukt niet. Is er nog ruimte, en mag je erbij?"


def main() -> None:
    """Run the program and leave with its exit code."""
    _write_no_memory()
    # What is loaded at the start is no garbage: looking for it early costs a tenth.
    gc.set_threshold(100_000)
    _prepare_streams()
    code = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except OSError:
        code = code or WRONG_USE
        _silence()
    sys.exit(code)


def run(words: list[str]) -> int:
    """Run one command line and give its exit code; nothing is raised."""
    try:
        code = at_once(words)
        return _command(words) if code is None else code
    except (KeyboardInterrupt, EOFError):
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # rich leaves when nobody reads on
        _silence()
        return WRONG_USE
    except OSError:
        _complain(CANNOT_WRITE)
        return WRONG_USE
    except Exception as error:  # noqa: BLE001 - the one door for every error
        return _explain(error, debug="--debug" in words)


def at_once(words: list[str]) -> int | None:
    """Do the commonest without typer, which takes long to load.

    Everything about options and mistakes is for the commands: gives None.
    """
    match words:
        case []:
            from vpwijzer.cli.start_talk import is_terminal, meet  # noqa: PLC0415 - start-up

            return meet() if is_terminal() else None
        case ["--versie"]:
            sys.stdout.write(f"vpwijzer {__version__}\n")
            return FINE
        case ["intake" | "zelfcheck" as name]:
            from vpwijzer.cli.start_talk import hold_talk  # noqa: PLC0415 - start-up

            return hold_talk(name)
        case _:
            return None


def _command(words: list[str]) -> int:
    from vpwijzer.cli.app import app  # noqa: PLC0415 - start-up
    from vpwijzer.cli.dutch import HELP_COMMAND, HELP_NAMES  # noqa: PLC0415 - start-up
    from vpwijzer.cli.suggest import program  # noqa: PLC0415 - start-up

    if words[:1] == [HELP_COMMAND]:
        words = [*words[1:], HELP_NAMES[0]]
    return app(words, prog_name=program(), standalone_mode=False) or FINE


def _write_no_memory() -> None:
    """Have no memory written to disk when the program crashes, however early."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on every system

        with suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _prepare_streams() -> None:
    """Open what the caller closed, and never fail on a letter that cannot be shown."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nothing = open(os.devnull, mode, encoding="utf-8")  # noqa: PTH123, SIM115 - start-up; kept open
            setattr(sys, name, nothing)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def _explain(error: Exception, *, debug: bool) -> int:
    """Say in Dutch what is wrong and give the exit code that belongs to it."""
    if isinstance(error, UserError):
        _complain(_sentence(str(error)))
        return WRONG_USE
    if isinstance(error, BrokenContentError):
        from vpwijzer.cli.show import show_findings  # noqa: PLC0415 - start-up

        show_findings(error.findings, sys.stderr, error.read)
        if isinstance(error, BrokenOrganisationError):
            _complain(WITHOUT)
        return CONTENT_HAS_ERRORS
    from vpwijzer.cli.dutch import UsageError, usage_message  # noqa: PLC0415 - start-up

    if isinstance(error, UsageError):
        _complain(f"{_sentence(usage_message(error))}\n{SEE_HELP}")
        return WRONG_USE
    if debug:
        import traceback  # noqa: PLC0415 - start-up

        traceback.print_exception(error)
    else:
        _complain(A_BUG)
    return BUG


def _sentence(words: str) -> str:
    end = "" if words.endswith((".", "?")) else "."
    return f"{words[:1].upper()}{words[1:]}{end}"


def _complain(words: str) -> None:
    from vpwijzer.cli.suggest import as_started  # noqa: PLC0415 - start-up
    from vpwijzer.words.sanitize import inert_lines  # noqa: PLC0415 - start-up

    sys.stderr.write(f"{inert_lines(as_started(words))}\n")


def _silence() -> None:
    """Point standard output at nothing, so that leaving does not complain again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
