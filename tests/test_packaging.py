"""What is shipped is whole, holds nothing else, and runs where it lands."""

import json
import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import vpwijzer

ROOT = Path(__file__).parent.parent
OURS = ("COVERAGE_", "PYTHON")  # would reach into the processes under test
COMPILED = "content.bin"
READ_COMPILED = """
from vpwijzer.compiled import bundled_folder, packed, read
from vpwijzer.loader import load_folder
from vpwijzer.compiled import bundled_content
assert packed(read(bundled_folder())) == packed(
    load_folder(bundled_content(), "trees").library
)
"""

READ_CONTENT = """
import hashlib, json, sys
from vpwijzer.compiled import bundled_content

def read(folder, prefix=""):
    for child in folder.iterdir():
        if child.is_dir():
            yield from read(folder.joinpath(child.name), prefix + child.name + "/")
        elif child.is_file():
            digest = hashlib.sha256(child.read_bytes()).hexdigest()
            yield prefix + child.name, digest

import vpwijzer
json.dump([vpwijzer.__file__, dict(read(bundled_content()))], sys.stdout)
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the sdist, and the wheel from that sdist."""
    folder = tmp_path_factory.mktemp("built")
    build(folder)
    return folder


@pytest.fixture(scope="module")
def wheel(built: Path) -> Path:
    return next(built.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel alone into a folder."""
    target = tmp_path_factory.mktemp("installed")
    options = ["--no-deps", "--no-index", "--quiet", "--disable-pip-version-check"]
    python("-m", "pip", "install", *options, "--target", str(target), str(wheel))
    return target


def build(folder: Path, *which: str) -> None:
    """Build from the checkout with the tools at hand, offline."""
    options = ["--no-isolation", "--outdir", str(folder), *which]
    python("-m", "build", *options, str(ROOT))


def python(*arguments: str, first_on_path: Path | None = None) -> str:
    """Run this Python with nothing of this test run in its environment."""
    outside = {k: v for k, v in os.environ.items() if not k.startswith(OURS)}
    outside["PYTHONPATH"] = str(first_on_path or "")
    result = subprocess.run(
        [sys.executable, "-B", "-P", *arguments],
        cwd=Path(sys.prefix),
        env=outside,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result.stdout


def content_seen_from(place: Path) -> dict[str, str]:
    """Read all content as a program that was started from this place."""
    file, content = json.loads(python("-c", READ_CONTENT, first_on_path=place))
    assert file.startswith(str(place))
    assert isinstance(content, dict)
    return content


def wheel_files(wheel: Path) -> Mapping[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def sdist_names(built: Path) -> set[str]:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        return {name.partition("/")[2] for name in archive.getnames()}


def files_in(folder: str) -> set[str]:
    """List a folder's own files, without what a run of the program leaves."""
    found = (ROOT / folder).rglob("*")
    return {
        path.relative_to(ROOT).as_posix()
        for path in found
        if path.is_file() and "__pycache__" not in path.parts and path.name != COMPILED
    }


def test_wheel_holds_the_package_and_its_content_only(wheel: Path) -> None:
    content = {f"vpwijzer/{name}" for name in files_in("trees")}
    expected = files_in("vpwijzer") | content | {f"vpwijzer/{COMPILED}"}

    shipped = {name for name in wheel_files(wheel) if ".dist-info/" not in name}

    assert shipped == expected


def test_wheel_has_the_licence_and_the_command(wheel: Path) -> None:
    about = f"vpwijzer-{vpwijzer.__version__}.dist-info"

    files = wheel_files(wheel)

    assert files[f"{about}/licenses/LICENSE"] == (ROOT / "LICENSE").read_bytes()
    assert b"vpwijzer = vpwijzer:main" in files[f"{about}/entry_points.txt"]


@pytest.mark.parametrize("folder", [".ci", "docs", "tests", "trees", "vpwijzer"])
def test_sdist_holds_every_file_of(folder: str, built: Path) -> None:
    shipped = {name for name in sdist_names(built) if name.startswith(f"{folder}/")}

    assert shipped == files_in(folder)


def test_sdist_holds_nothing_private(built: Path) -> None:
    assert {name for name in sdist_names(built) if "/" not in name} == {
        ".gitignore",
        "CHANGELOG.md",
        "LICENSE",
        "PKG-INFO",
        "README.md",
        "constraints.txt",
        "hatch_build.py",
        "pyproject.toml",
        "start.py",
    }


def test_sdist_builds_the_same_wheel_as_the_checkout(
    wheel: Path, tmp_path: Path
) -> None:
    build(tmp_path, "--wheel")

    assert wheel_files(tmp_path / wheel.name) == wheel_files(wheel)


def test_content_is_the_same_from_every_place(installed: Path, wheel: Path) -> None:
    checkout = content_seen_from(ROOT)

    assert "volgorde.yaml" in checkout
    assert content_seen_from(installed) == checkout
    assert content_seen_from(wheel) == checkout


def test_installed_program_starts_from_content_that_equals_its_yaml(
    installed: Path,
) -> None:
    python("-c", READ_COMPILED, first_on_path=installed)


def test_installed_program_tells_its_version(installed: Path, wheel: Path) -> None:
    for place in (installed, wheel):
        told = python("-m", "vpwijzer", "--versie", first_on_path=place)

        assert vpwijzer.__version__ in told


def test_first_version_in_the_changelog_is_to_come() -> None:
    headings = [
        line
        for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines()
        if line.startswith("##")
    ]

    assert headings[:3] == ["## Nog niet uitgebracht", "### Programma", "### Inhoud"]


def test_tools_are_pinned_to_one_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    tools = project["project"]["optional-dependencies"]["test"]

    assert [tool for tool in tools if "==" not in tool] == ["pip>=23.1"]


def test_every_version_that_is_installed_was_tested() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line.split("==") for line in listed if not line.startswith("#")]
    asked = [
        *map(Requirement, project["project"]["dependencies"]),
        *map(Requirement, project["project"]["optional-dependencies"]["test"]),
        *map(Requirement, project["build-system"]["requires"]),
    ]

    assert {name for name, _ in pins} == closure(asked)
    versions = dict(pins)
    assert [
        each
        for each in asked
        if not each.specifier.contains(versions[canonicalize_name(each.name)])
    ] == []


def closure(asked: list[Requirement]) -> set[str]:
    """Name what is needed on any system, by what is installed here."""
    names: set[str] = set()
    waiting = list(asked)
    while waiting:
        name = canonicalize_name(waiting.pop().name)
        if name not in names:
            names.add(name)
            try:
                needs = requires(name) or ()
            except PackageNotFoundError:  # only needed on another system
                continue
            waiting += [each for each in map(Requirement, needs) if is_needed(each)]
    return names


def is_needed(requirement: Requirement) -> bool:
    """Tell whether some system with a Python that fits asks for this."""
    systems = [("linux", "posix"), ("darwin", "posix"), ("win32", "nt")]
    return requirement.marker is None or any(
        requirement.marker.evaluate(
            {"sys_platform": system, "os_name": kind, "python_version": python}
        )
        for system, kind in systems
        for python in ("3.11", "3.15")
    )
