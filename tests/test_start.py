"""start.py installs once, then gets out of the way; in real processes."""

import ast
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import start

ROOT = Path(__file__).parent.parent
OURS = ("COVERAGE_", "PYTHON")  # would reach into the processes under test

PROGRAM = """
import os, sys, time
print(os.getpid(), os.getcwd(), sys.dont_write_bytecode, *sys.argv[1:], sep="|")
if sys.argv[1:] == ["wacht"]:
    sys.stdout.flush()
    time.sleep(60)
sys.exit(7)
"""

PYTEST = """
import os, sys
print("pytest", os.getcwd(), *sys.argv[1:], sep="|")
"""

PYPROJECT = """
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""

# The smallest build backend there can be, so that no package index is needed.
BACKEND = """
import pathlib, zipfile

def build_editable(folder, config_settings=None, metadata_directory=None):
    about = "vpwijzer-1.dist-info/"
    metadata = "Metadata-Version: 2.1\\nName: vpwijzer\\nVersion: 1"
    tags = "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any"
    with zipfile.ZipFile(pathlib.Path(folder, "vpwijzer-1-py3-none-any.whl"), "w") as z:
        z.writestr("vpwijzer.pth", str(pathlib.Path.cwd()))
        z.writestr(about + "METADATA", metadata)
        z.writestr(about + "WHEEL", tags)
        z.writestr(about + "RECORD", "")
    return "vpwijzer-1-py3-none-any.whl"
"""

# Stands in for uv: quick, keeps count, and fails or waits when told to.
UV = """
import os, pathlib, subprocess, sys, time
here = pathlib.Path(__file__).parent
with open(here / "calls.txt", "a") as calls:
    print(*sys.argv[1:], file=calls)
with open(here / "constraints.txt", "w") as told:
    print(os.environ["UV_CONSTRAINT"], os.environ["UV_BUILD_CONSTRAINT"], file=told)
if (here / "fail").exists():
    sys.exit("uv: de schijf is vol")
if sys.argv[1] == "venv":
    command = [sys.executable, "-m", "venv", "--without-pip", sys.argv[-1]]
    sys.exit(subprocess.call(command))
time.sleep(0.3)
site = "import sysconfig; print(sysconfig.get_path('purelib'))"
python = sys.argv[sys.argv.index("--python") + 1]
folder = subprocess.check_output([python, "-c", site], encoding="utf-8").strip()
pathlib.Path(folder, "vpwijzer.pth").write_text(os.getcwd())
"""


@dataclass(frozen=True)
class Checkout:
    """A copy of start.py beside a tiny project, and the tools on its PATH."""

    root: Path
    tools: Path

    def start(self, *arguments: str, cwd: Path | None = None) -> "Ended":
        """Run start.py to its end."""
        process = self.begin(*arguments, cwd=cwd)
        out, err = process.communicate(timeout=120)
        return Ended(process.returncode, out, err)

    def begin(self, *arguments: str, cwd: Path | None = None) -> subprocess.Popen[str]:
        """Run start.py without waiting for it."""
        outside = {k: v for k, v in os.environ.items() if not k.startswith(OURS)}
        return subprocess.Popen(
            [sys.executable, str(self.root / "start.py"), *arguments],
            cwd=cwd or self.root.parent,
            env={**outside, "PATH": str(self.tools)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def calls(self) -> list[str]:
        """Say in order what was asked of uv: to make an environment, or to fill it."""
        calls = self.tools / "calls.txt"
        lines = calls.read_text().splitlines() if calls.exists() else []
        return [line.split()[0] for line in lines]

    def stamp(self) -> Path:
        """Point at what start.py remembers."""
        return self.root / ".venv" / start.STAMP.name


@dataclass(frozen=True)
class Ended:
    """How a start ended."""

    code: int
    out: str
    err: str

    def words(self) -> list[str]:
        """Split what the tiny program printed, without its process id."""
        return self.out.strip().split("|")[1:]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """Lay out a tiny project without any installer on PATH."""
    root = tmp_path / "een map"
    (root / "vpwijzer").mkdir(parents=True)
    shutil.copy(ROOT / "start.py", root)
    (root / "pyproject.toml").write_text(PYPROJECT)
    (root / start.CONSTRAINTS).write_text("")
    (root / "backend.py").write_text(BACKEND)
    (root / "pytest.py").write_text(PYTEST)
    (root / "vpwijzer" / "__init__.py").write_text("")
    (root / "vpwijzer" / "__main__.py").write_text(PROGRAM)
    (tmp_path / "tools").mkdir()
    return Checkout(root, tmp_path / "tools")


@pytest.fixture
def quick(checkout: Checkout) -> Checkout:
    """Lay out a tiny project with a quick installer."""
    uv = checkout.tools / "uv"
    base = getattr(sys, "_base_executable", sys.executable)
    uv.write_text(f"#!{base}\n{UV}")
    uv.chmod(0o755)
    return checkout


def everything_in(folder: Path) -> dict[str, int]:
    """Name every file and folder, and when it was last written."""
    return {str(path): path.lstat().st_mtime_ns for path in folder.rglob("*")}


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10)])
def test_old_python_is_told_what_is_needed(version: tuple[int, ...]) -> None:
    told = start.too_old(version)

    found = ".".join(map(str, version))
    assert (
        told == f"VPwijzer heeft Python 3.11 of nieuwer nodig; dit is Python {found}."
    )


@pytest.mark.parametrize("version", [(3, 11), (3, 14), (4, 0)])
def test_newer_python_is_welcome(version: tuple[int, ...]) -> None:
    assert start.too_old(version) == ""


def test_old_python_can_read_the_file() -> None:
    source = (ROOT / "start.py").read_text(encoding="utf-8")

    assert ast.parse(source, feature_version=(3, 6)).body


def test_first_start_says_that_it_takes_a_while(quick: Checkout) -> None:
    assert quick.start().err == start.BUSY
    assert quick.start().err == ""


def test_arguments_folder_and_exit_code_are_the_persons_own(quick: Checkout) -> None:
    here = quick.root.parent

    ended = quick.start("intake", "een twee", "--", "-x", cwd=here)

    assert ended.words() == [str(here), "True", "intake", "een twee", "--", "-x"]
    assert ended.code == 7


def test_later_start_writes_and_installs_nothing(quick: Checkout) -> None:
    quick.start("intake")
    before = everything_in(quick.root.parent)

    quick.start("intake")

    assert everything_in(quick.root.parent) == before


def test_test_runs_pytest_from_the_project(quick: Checkout) -> None:
    ended = quick.start("test", "-k", "iets", cwd=quick.tools)

    assert ended.out == f"pytest|{quick.root}|-k|iets\n"
    assert ended.code == 0


def test_tools_for_tests_are_added_to_what_stands(quick: Checkout) -> None:
    quick.start("intake")
    extra = quick.root / ".venv" / "eigen"
    extra.touch()

    quick.start("test")
    quick.start("intake")

    assert quick.calls() == ["venv", "pip"] * 2
    assert extra.exists()


def test_changed_project_is_installed_again(quick: Checkout) -> None:
    quick.start()
    (quick.root / "pyproject.toml").write_text(PYPROJECT + "# anders\n")

    quick.start()
    quick.start()

    assert quick.calls() == ["venv", "pip"] * 2


def test_new_tested_versions_are_installed(quick: Checkout) -> None:
    quick.start()
    (quick.root / start.CONSTRAINTS).write_text("vpwijzer==1\n")

    quick.start()
    quick.start()

    assert quick.calls() == ["venv", "pip"] * 2


def test_uv_is_told_which_versions_were_tested(quick: Checkout) -> None:
    quick.start()

    told = (quick.tools / "constraints.txt").read_text().split()

    assert told == [start.CONSTRAINTS] * 2


def test_pip_builds_and_installs_with_tested_versions(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    for version in (1, 2):
        shelve(checkout.tools, version)
    asks = PYPROJECT.replace("requires = []", 'requires = ["tiny"]')
    needs = BACKEND.replace("Name: vpwijzer", r"Name: vpwijzer\nRequires-Dist: tiny")
    (checkout.root / "pyproject.toml").write_text(asks)
    (checkout.root / "backend.py").write_text(f"import tiny_1\n{needs}")
    (checkout.root / start.CONSTRAINTS).write_text("tiny==1\n")
    monkeypatch.setenv("PIP_FIND_LINKS", str(checkout.tools))
    monkeypatch.setenv("PIP_NO_INDEX", "1")

    ended = checkout.start("intake")

    assert ended.code == 7, ended.err
    found = (checkout.root / ".venv").rglob("tiny_?.py")
    assert [each.name for each in found] == ["tiny_1.py"]


def shelve(folder: Path, version: int) -> None:
    """Lay out a version of a package, so that no package index is needed."""
    about = f"tiny-{version}.dist-info"
    with zipfile.ZipFile(folder / f"tiny-{version}-py3-none-any.whl", "w") as wheel:
        wheel.writestr(f"tiny_{version}.py", "")
        metadata = f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}"
        wheel.writestr(f"{about}/METADATA", metadata)
        tags = "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any"
        wheel.writestr(f"{about}/WHEEL", tags)
        wheel.writestr(f"{about}/RECORD", "")


def test_moved_environment_is_made_anew(quick: Checkout) -> None:
    quick.start()
    old = quick.root / ".venv" / "oud"
    old.touch()
    moved = Checkout(quick.root.rename(quick.root.parent / "elders"), quick.tools)

    ended = moved.start("intake")

    assert ended.code == 7
    assert not (moved.root / ".venv" / "oud").exists()


def test_environment_without_python_is_made_anew(quick: Checkout) -> None:
    quick.start()
    shutil.rmtree(quick.root / ".venv" / start.PYTHON.parent.name)

    assert quick.start("intake").code == 7


def test_half_made_environment_is_made_anew(quick: Checkout) -> None:
    (quick.root / ".venv" / "half").mkdir(parents=True)

    assert quick.start("intake").code == 7
    assert not (quick.root / ".venv" / "half").exists()


def test_failed_install_tells_why_and_the_next_start_mends_it(quick: Checkout) -> None:
    (quick.root / "backend.py").write_text("raise SystemExit('stuk')")
    (quick.tools / "fail").touch()

    failed = quick.start("intake")

    assert failed.code == 2
    assert failed.out == ""
    assert failed.err.startswith(f"{start.BUSY}{start.FAILED}\nuv: de schijf is vol\n")
    assert "Traceback" not in failed.err.partition("vol")[0]
    assert not quick.stamp().exists()

    (quick.tools / "fail").unlink()

    assert quick.start("intake").code == 7


def test_pip_steps_in_when_uv_fails(quick: Checkout) -> None:
    (quick.tools / "fail").touch()

    ended = quick.start("intake", "--zetel", "vp")

    assert ended.words()[2:] == ["intake", "--zetel", "vp"]
    assert ended.code == 7
    assert ended.err == start.BUSY


def test_python_without_venv_is_told_what_to_install(
    checkout: Checkout, capfd: pytest.CaptureFixture[str]
) -> None:
    hidden = "import sys; sys.modules['ensurepip'] = None; sys.path.insert(0, '.')\n"
    run = hidden + "import start; sys.exit(start.main([]))"

    code = subprocess.call(
        [sys.executable, "-c", run],
        cwd=checkout.root,
        env={**os.environ, "PATH": str(checkout.tools)},
    )

    assert code == 2
    assert capfd.readouterr().err == start.NO_VENV + "\n"


def test_two_first_starts_at_once_install_once(quick: Checkout) -> None:
    both = [quick.begin("intake"), quick.begin("intake")]

    for process in both:
        process.communicate(timeout=60)

    assert [process.returncode for process in both] == [7, 7]
    assert quick.calls() == ["venv", "pip"]


@pytest.fixture
def waiting(quick: Checkout) -> Iterator[subprocess.Popen[str]]:
    """Start a program that goes on until it is stopped."""
    quick.start()
    process = quick.begin("wacht")
    yield process
    process.kill()
    process.communicate()


def test_program_takes_the_place_of_start(waiting: subprocess.Popen[str]) -> None:
    assert waiting.stdout is not None

    assert waiting.stdout.readline().split("|")[0] == str(waiting.pid)


def test_interrupted_install_leaves_no_traceback(quick: Checkout) -> None:
    process = quick.begin("intake")
    while not quick.calls():
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)

    assert process.returncode == 130
    assert err == start.BUSY
    assert not quick.stamp().exists()
