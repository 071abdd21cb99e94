"""Every command that writes: whole or not at all, and nothing of someone else."""

import ast
import importlib
import os
import pkgutil
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

import pytest
from cases import MINIMAL
from program import Program
from screens import CONTENT
from writing import at_each_point, files_in, is_half, largest_file

import vpwijzer
from vpwijzer.atomic_file import Kind
from vpwijzer.cli.exits import FINE, WRONG_USE
from vpwijzer.cli.organisation import PAPER, WRITTEN
from vpwijzer.cli.play import PICTURE
from vpwijzer.cli.report import REPORT
from vpwijzer.cli.schema import SCHEMA
from vpwijzer.cli.webpage import WEBPAGE

PACKAGE = Path(vpwijzer.__file__).parent
CASE = CONTENT / "scenarios" / "lekke-band.yaml"
HERE = "HIER"
"""Stands for the folder that a command writes in."""


class Writer(NamedTuple):
    """A command line, the file it writes, and of which kind that is."""

    words: tuple[str | Path, ...]
    name: str
    kind: Kind

    def command(self, folder: Path) -> list[str]:
        return [str(word).replace(HERE, str(folder)) for word in self.words]


PLAY = ("speel", CASE, "--inhoud", CONTENT)
CHECK = ("controleer", MINIMAL, "--datum", "2026-11-22")
WORKPLACE = (
    *("organisatie", "controleer", MINIMAL.parent / "organisatie.yaml"),
    *("--inhoud", MINIMAL),
)
WRITERS = [
    Writer((*PLAY, "--svg", f"{HERE}/beeld.svg"), "beeld.svg", PICTURE),
    Writer(
        (*PLAY, "--gesprek", "--svg", f"{HERE}/gesprek.svg"), "gesprek.svg", PICTURE
    ),
    Writer((*CHECK, "--verslag", f"{HERE}/verslag.md"), "verslag.md", REPORT),
    Writer((*CHECK, "--verslag", f"{HERE}/verslag.html"), "verslag.html", REPORT),
    Writer((*WORKPLACE, "--overzicht", f"{HERE}/werk.md"), "werk.md", PAPER),
    Writer((*WORKPLACE, "--overzicht", f"{HERE}/werk.html"), "werk.html", PAPER),
    Writer(
        ("pagina", "--naar", f"{HERE}/p.html", "--inhoud", CONTENT), "p.html", WEBPAGE
    ),
    Writer(("schema", "route", "--naar", HERE), "route.json", SCHEMA),
    Writer(("schema", "--naar", HERE), "woorden.json", SCHEMA),
]
every_writer = pytest.mark.parametrize("writer", WRITERS, ids=lambda w: w.name)
posix = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and links")


@pytest.fixture
def vp(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.setenv("COLUMNS", "80")
    return Program(capsys)


def test_every_kind_of_file_that_is_written_is_in_the_table() -> None:
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages([str(PACKAGE)], "vpwijzer.")
        if found.name != "vpwijzer.__main__"
    ]
    kinds = {each for m in modules for each in vars(m).values() if type(each) is Kind}

    # What is asked for step by step is written by hand, in the tests of that command.
    assert kinds - {WRITTEN} == {writer.kind for writer in WRITERS}


WRITING = {"mkdir", "replace_file", "touch", "write_bytes", "write_text"}


def writes(call: ast.Call) -> bool:
    """Tell whether a call may write a file."""
    match call.func:
        case ast.Attribute(ast.Name("os" | "shutil"), name):
            return name in {"open", "replace", "rename", "link", "symlink", "copy"}
        case ast.Attribute(_, "open") | ast.Name("open"):
            modes = [*call.args, *(k.value for k in call.keywords if k.arg == "mode")]
            known = {a.value for a in modes if isinstance(a, ast.Constant)}
            return any(re.fullmatch("[rbt+]*[wax+][rbt+]*", str(k)) for k in known)
        case ast.Attribute(_, name) | ast.Name(name):
            return name in WRITING
        case _:
            return False


def test_only_one_module_writes_files() -> None:
    found = {
        f"{file.relative_to(PACKAGE).as_posix()}: {ast.unparse(node)}"
        for file in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and writes(node) and file.name != "atomic_file.py"
    }

    assert {each for each in found if "os.devnull" not in each} == {
        "cli/dutch.py: formatter.write_text(command.help or '')",  # to the screen
        "compiled.py: replace_file(place, sealed(content, data) + data)",
    }


@every_writer
@pytest.mark.parametrize("earlier", [b" oud", None])
def test_file_is_old_or_new_wherever_the_program_is_killed(
    vp: Program, writer: Writer, earlier: bytes | None, tmp_path: Path
) -> None:
    if earlier is not None:
        (tmp_path / writer.name).write_bytes(writer.kind.mark + earlier)
    old = files_in(tmp_path)

    states: list[dict[str, bytes]] = []

    with at_each_point(lambda: states.append(files_in(tmp_path))):
        assert vp(*writer.command(tmp_path)).code == FINE
    new = files_in(tmp_path)

    assert len(states) > 10
    for state in states:  # what a kill there would leave
        halves = [name for name in state if is_half(name)]
        assert len(halves) <= 1
        for name in (old | new | state).keys() - set(halves):
            assert state.get(name) in {old.get(name), new[name]}, name


@posix
@every_writer
def test_file_stays_when_the_new_one_does_not_fit(
    vp: Program, writer: Writer, tmp_path: Path
) -> None:
    old = writer.kind.mark + b" oud"
    (tmp_path / writer.name).write_bytes(old)
    command = writer.command(tmp_path)

    with largest_file(4096):
        said = vp(*command)

    assert said.code == WRONG_USE
    assert said.err.endswith("kan niet worden geschreven: het wordt te groot.\n")
    assert (tmp_path / writer.name).read_bytes() == old
    assert not any(map(is_half, files_in(tmp_path)))


@every_writer
def test_earlier_output_is_written_again_and_stays_as_private(
    vp: Program, writer: Writer, tmp_path: Path
) -> None:
    file = tmp_path / writer.name
    file.write_bytes(writer.kind.mark + b" oud")
    file.chmod(0o640)

    assert vp(*writer.command(tmp_path)).code == FINE
    first = file.read_bytes()
    assert vp(*writer.command(tmp_path)).code == FINE

    assert file.read_bytes() == first != writer.kind.mark + b" oud"
    assert sys.platform == "win32" or file.stat().st_mode & 0o777 == 0o640


@posix
@every_writer
def test_new_file_is_for_who_may_read_its_kind(
    vp: Program, writer: Writer, tmp_path: Path
) -> None:
    before = os.umask(0o022)
    try:
        vp(*writer.command(tmp_path))
    finally:
        os.umask(before)

    private = writer.kind is PICTURE
    mode = (tmp_path / writer.name).stat().st_mode & 0o777
    assert mode == (0o600 if private else 0o644)


OTHERS = {
    "answers": CASE.read_bytes(),
    "content": (CONTENT / "klokken.yaml").read_bytes(),
    "document": b"# Van mij\n",
    "empty": b"",
    "mark too late": b"x" * 300 + b"".join(writer.kind.mark for writer in WRITERS),
}


@every_writer
@pytest.mark.parametrize("data", OTHERS.values(), ids=OTHERS)
def test_what_is_no_earlier_output_is_left_alone(
    vp: Program, writer: Writer, data: bytes, tmp_path: Path
) -> None:
    (tmp_path / writer.name).write_bytes(data)

    said = vp(*writer.command(tmp_path))

    assert (said.code, said.out) == (WRONG_USE, "")
    assert f"is er al en is geen eerder {writer.kind.name}; kies" in said.err
    assert [file.name for file in tmp_path.iterdir()] == [writer.name]
    assert (tmp_path / writer.name).read_bytes() == data


@every_writer
def test_output_of_one_kind_is_not_replaced_by_another(
    vp: Program, writer: Writer, tmp_path: Path
) -> None:
    others = {each.kind.mark for each in WRITERS} - {writer.kind.mark}
    for mark in others:
        (tmp_path / writer.name).write_bytes(mark)

        assert vp(*writer.command(tmp_path)).code == WRONG_USE
        assert (tmp_path / writer.name).read_bytes() == mark


def spellings(file: Path) -> Iterator[str]:
    """Give other words for the same file."""
    folder = file.parent
    (folder / "map").mkdir()
    yield str(file)
    yield f"{folder}/./{file.name}"
    yield f"{folder}/map/../{file.name}"
    yield os.path.relpath(file)
    if sys.platform != "win32":
        (folder / "link").symlink_to(file)
        yield f"{folder}/link"
        (folder / "hard").hardlink_to(file)
        yield f"{folder}/hard"
        (folder / "elders").symlink_to(folder)
        yield f"{folder}/elders/{file.name}"


def test_answers_are_never_replaced_by_their_picture(
    vp: Program, tmp_path: Path
) -> None:
    own = Path(shutil.copy(CASE, tmp_path / "eigen.yaml"))

    for spelling in spellings(own):
        said = vp("speel", own, "--inhoud", CONTENT, "--svg", spelling)

        assert (said.code, said.out) == (WRONG_USE, ""), spelling
        assert own.read_bytes() == CASE.read_bytes()


@posix
@every_writer
def test_nothing_is_written_through_a_link(
    vp: Program, writer: Writer, tmp_path: Path
) -> None:
    (tmp_path / "echt").write_bytes(writer.kind.mark)
    folder = tmp_path / "map"
    folder.mkdir()
    for target in (tmp_path / "echt", tmp_path / "er-niet"):
        (folder / writer.name).symlink_to(target)

        said = vp(*writer.command(folder))

        assert said.code == WRONG_USE
        assert "is een link naar een andere plek; kies een andere naam" in said.err
        (folder / writer.name).unlink()
    assert (tmp_path / "echt").read_bytes() == writer.kind.mark
    assert not (tmp_path / "er-niet").exists()


@posix
@every_writer
def test_what_is_no_file_is_refused_at_once(
    vp: Program, writer: Writer, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / writer.name)

    said = vp(*writer.command(tmp_path))

    assert (said.code, said.out) == (WRONG_USE, "")
    assert "is geen gewoon bestand; kies een andere naam" in said.err


STRACE = shutil.which("strace")
PIECES = ("openat", "write", "fchmod", "fsync", "rename", "close")


def traced(strace: list[str], folder: Path, writer: Writer) -> int:
    command = [sys.executable, "-B", "-m", "vpwijzer", *writer.command(folder)]
    return subprocess.run(
        [str(STRACE), "-qq", *strace, *command], capture_output=True, check=False
    ).returncode


def calls_about(folder: Path, log: Path) -> list[tuple[str, int]]:
    """Give the calls that touch a folder: each with how many like it came before."""
    counts: dict[str, int] = {}
    found = []
    for line in log.read_text(encoding="utf-8").splitlines():
        name = line.partition("(")[0]
        counts[name] = counts.get(name, 0) + 1
        if str(folder) in line:
            found.append((name, counts[name]))
    return found


@pytest.mark.skipif(not STRACE, reason="strace is not installed")
@pytest.mark.parametrize("how", ["signal=KILL", "error=EIO"])
def test_file_is_old_or_new_at_each_call_of_the_system(
    how: str, tmp_path: Path
) -> None:
    writer = WRITERS[4]
    folder = tmp_path / "map"
    folder.mkdir()
    file = folder / writer.name
    old = writer.kind.mark + b" oud"
    file.write_bytes(old)
    log = tmp_path / "log"
    watch = ["-y", "-o", str(log), "-e", f"trace={','.join(PIECES)}"]
    assert traced(watch, folder, writer) == FINE
    new = file.read_bytes()
    calls = calls_about(folder, log)

    for name, number in calls:
        file.write_bytes(old)
        inject = f"inject={name}:{how}:when={number}"
        code = traced(["-o", str(log), "-e", inject], folder, writer)

        left = [each.name for each in folder.iterdir() if each != file]
        assert file.read_bytes() in ({old} if code == WRONG_USE else {old, new}), inject
        assert len(left) <= (how == "signal=KILL"), inject
        for each in left:
            (folder / each).unlink()

    assert {name for name, _ in calls} >= {"openat", "write", "fsync", "rename"}


ADDRESS = re.compile(r"""[\w+.-]+://\w[^\s"'<>)\\]+""")
NAMES = {
    "http://www.w3.org/2000/svg",
    "http://json-schema.org/draft-07/schema#",
}
"""What says how a file must be read; nothing asks these hosts anything."""


@every_writer
def test_no_address_is_written_but_what_the_content_itself_says(
    vp: Program, writer: Writer, tmp_path: Path
) -> None:
    vp(*writer.command(tmp_path))

    content = "".join(
        file.read_text(encoding="utf-8")
        for folder in (CONTENT, MINIMAL)
        for file in folder.rglob("*.yaml")
    )
    for file in tmp_path.iterdir():
        written = unescape(file.read_text(encoding="utf-8"))
        own = {x.rstrip(".,") for x in ADDRESS.findall(written)} - NAMES
        assert {each for each in own if each not in content} == set(), file.name


@every_writer
def test_nothing_is_fetched_by_who_opens_it(
    vp: Program, writer: Writer, tmp_path: Path
) -> None:
    vp(*writer.command(tmp_path))

    fetches = re.compile(r"@font-face|@import|\bsrc=|<link|<script|url\((?!#)|!\[")
    for file in tmp_path.iterdir():
        text = file.read_text(encoding="utf-8")
        if writer.kind is WEBPAGE:  # holds its own script, under a policy of its own
            text = re.sub(
                r"<script\b(?![^>]*\bsrc=).*?</script>", "", text, flags=re.DOTALL
            )
        assert fetches.findall(text) == [], file.name
