#!/usr/bin/env python3
"""Install VPwijzer beside this file once, then run it; standard library only.

An old Python must be able to read this file and say that it is too old: no syntax
newer than 3.6, and annotations with newer types stand in quotes.
"""

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
STAMP = VENV / "vpwijzer-start.txt"
CONSTRAINTS = "constraints.txt"
WINDOWS = sys.platform == "win32"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
NEEDED = (3, 11)
# Only these reach what pip and uv install to build with; a space would split a path.
TESTED_ONLY = [
    "PIP_CONSTRAINT",
    "PIP_BUILD_CONSTRAINT",
    "UV_CONSTRAINT",
    "UV_BUILD_CONSTRAINT",
]
BUSY = "VPwijzer wordt klaargezet in de map .venv. Dat duurt even, alleen deze keer.\n"
FAILED = (
    "Het klaarzetten is niet gelukt. Dit is de melding van het programma dat dat doet:"
)
NO_VENV = (
    "Python kan hier geen eigen omgeving maken: installeer eerst 'venv' "
    "(op Debian en Ubuntu: apt install python3-venv)."
)


def main(arguments: "list[str]") -> int:
    """Install what is needed, then become the program or its tests."""
    with_tests = arguments[:1] == ["test"]
    problem = too_old(sys.version_info[:2]) or make_ready(with_tests=with_tests)
    if problem:
        sys.stderr.write(problem.rstrip() + "\n")
        return 2
    # -P: a folder named vpwijzer where the person stands is not the program.
    if with_tests:
        os.chdir(str(HERE))
        return become([str(PYTHON), "-P", "-m", "pytest", *arguments[1:]])
    os.environ.setdefault("VPWIJZER_GESTART", called())
    # -B: a conversation leaves nothing behind, not even compiled files.
    return become([str(PYTHON), "-B", "-P", "-m", "vpwijzer", *arguments])


def called() -> str:
    """Say how a person calls this file; messages name commands that way."""
    return ("python " if WINDOWS else "python3 ") + sys.argv[0]


def too_old(version: "tuple[int, ...]") -> str:
    """Say that this Python is too old, or nothing."""
    if version >= NEEDED:
        return ""
    needed, found = (".".join(map(str, numbers)) for numbers in (NEEDED, version))
    return f"VPwijzer heeft Python {needed} of nieuwer nodig; dit is Python {found}."


def make_ready(*, with_tests: bool) -> str:
    """Install when needed, one start at a time; return what went wrong, if anything."""
    if is_ready(with_tests=with_tests):
        return ""
    with Path(__file__).open("rb") as door:
        wait_for_turn(door.fileno())
        return "" if is_ready(with_tests=with_tests) else install(with_tests=with_tests)


def is_ready(*, with_tests: bool) -> bool:
    """Tell whether the environment is whole and fits this place, Python and project."""
    fitting = [fingerprint(with_tests=True)]
    if not with_tests:
        fitting.append(fingerprint(with_tests=False))
    return PYTHON.exists() and stamp() in fitting


def stamp() -> str:
    """Read for what the environment was made; empty when that did not finish."""
    try:
        return STAMP.read_text(encoding="utf-8")
    except OSError:
        return ""


def fingerprint(*, with_tests: bool) -> str:
    """Name everything that the environment must fit."""
    files = [(HERE / name).read_bytes() for name in ("pyproject.toml", CONSTRAINTS)]
    project = hashlib.sha256(b"".join(files)).hexdigest()
    return f"{ground()}{project}\n{'test' if with_tests else 'programma'}\n"


def ground() -> str:
    """Name what an environment cannot outlive: its place and its Python."""
    return f"{HERE}\nPython {sys.version_info[0]}.{sys.version_info[1]}\n"


def wait_for_turn(door: int) -> None:
    """Wait until no other start is installing; the lock ends with its process."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415  exists on Windows only

        os.lseek(door, 1 << 30, os.SEEK_SET)  # beyond the end: reading stays free
        while True:
            try:
                return msvcrt.locking(door, msvcrt.LK_LOCK, 1)
            except OSError:  # it gives up after ten seconds
                continue
    else:
        import fcntl  # noqa: PLC0415  does not exist on Windows

        try:
            fcntl.flock(door, fcntl.LOCK_EX)
        except OSError:  # a network disk without locks
            return None


def install(*, with_tests: bool) -> str:
    """Make or mend the environment; return what went wrong, if anything."""
    done = fingerprint(with_tests=with_tests)
    ways = list(ways_to_install(".[test]" if with_tests else "."))
    if not ways:
        return NO_VENV
    sys.stderr.write(BUSY)
    sys.stderr.flush()
    if stamp().startswith(ground()):
        STAMP.unlink()
    else:  # half made, moved, or made with another Python
        shutil.rmtree(str(VENV), ignore_errors=True)
    outputs = []
    for way in ways:
        output = first_failure(way)
        if not output:
            STAMP.write_text(done, encoding="utf-8")
            return ""
        outputs.append(output)
    return "\n".join([FAILED, *outputs])


def ways_to_install(project: str) -> "list[list[list[str]]]":
    """List the ways there are here, each as its commands; uv is the faster one."""
    # Started from .venv itself, this is the Python that .venv was made with.
    base = getattr(sys, "_base_executable", sys.executable)
    python = str(PYTHON)
    compiled = [python, "-m", "compileall", "-q", "vpwijzer"]
    ways = []
    uv = shutil.which("uv")
    if uv:
        make = [uv, "venv", "--allow-existing", "--python", base, str(VENV)]
        fill = [uv, "pip", "install", "--compile-bytecode", "--python", python]
        ways.append([make, [*fill, "--editable", project], compiled])
    if importlib.util.find_spec("venv") and importlib.util.find_spec("ensurepip"):
        make = [base, "-m", "venv", str(VENV)]
        fill = [python, "-m", "pip", "install", "--disable-pip-version-check"]
        ways.append([make, [*fill, "--editable", project], compiled])
    return ways


def first_failure(commands: "list[list[str]]") -> str:
    """Run commands until one fails; return what that one printed."""
    for command in commands:
        try:
            # Fixed commands without a shell; nothing the person typed is in them.
            result = subprocess.run(  # noqa: S603
                command,
                cwd=str(HERE),
                env={**os.environ, **dict.fromkeys(TESTED_ONLY, CONSTRAINTS)},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                check=False,
            )
        except OSError as error:
            return str(error)
        if result.returncode:
            printed = result.stdout.decode("utf-8", "replace").strip()
            return printed or f"{command[0]}: exit {result.returncode}"
    return ""


def become(command: "list[str]") -> int:
    """Hand terminal and signals to the program; return its exit code on Windows."""
    if not WINDOWS:
        os.execv(command[0], command)  # noqa: S606  no shell is what we want
    # Windows cannot hand over a process. Ctrl-C reaches the program too: let it end.
    program = subprocess.Popen(command)  # noqa: S603  the person's own arguments
    while True:
        try:
            return program.wait()
        except KeyboardInterrupt:
            continue


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
