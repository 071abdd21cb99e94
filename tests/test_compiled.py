"""What is made of the content when the program is built equals its YAML."""

import marshal
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from bundled import bundled
from cases import TODAY, lay
from examples import example_of
from hypothesis import given
from screens import CONTENT, bicycles
from strategies import libraries

from vpwijzer.checks.pipeline import compile_content
from vpwijzer.compiled import (
    bundled_content,
    bundled_folder,
    content_of,
    packed,
    read,
    unpacked,
    write,
)
from vpwijzer.loader import load_folder
from vpwijzer.model import Library

ROOT = Path(__file__).parent.parent

Change = Callable[[Path], object]


def change_a_letter(folder: Path) -> None:
    file = folder / "volgorde.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}#", encoding="utf-8")


CHANGES: dict[str, Change] = {
    "a letter": change_a_letter,
    "one more file": lambda folder: (folder / "routes" / "nieuw.yaml").touch(),
    "a file less": lambda folder: (folder / "volgorde.yaml").unlink(),
    "another name": lambda folder: (folder / "bomen").rename(folder / "boom"),
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Copy the content folder about bicycles, and compile it beside the copy."""
    folder = tmp_path / "content"
    for file in CONTENT.rglob("*.yaml"):
        to = folder / file.relative_to(CONTENT)
        to.parent.mkdir(parents=True, exist_ok=True)
        to.write_bytes(file.read_bytes())
    write(bicycles(), str(folder), str(tmp_path / "content.bin"))
    return folder


def read_beside(content: Path) -> Library | None:
    return read(str(content), str(content.parent / "content.bin"))


def same(one: Library, other: Library) -> bool:
    """Tell whether two libraries are equal, also in the places of what they hold."""
    return one == other and packed(one) == packed(other)


@given(libraries())
def test_any_library_comes_back_as_it_was(library: Library) -> None:
    assert same(unpacked(packed(library)), library)


def test_content_as_it_was_compiled_is_read(content: Path) -> None:
    found = read_beside(content)

    assert found is not None
    assert same(found, bicycles())


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_content_that_changed_since_is_not_read(change: Change, content: Path) -> None:
    change(content)

    assert read_beside(content) is None


@pytest.mark.parametrize("name", [".volgorde.yaml.swp", "__pycache__"])
def test_what_is_no_content_does_not_count(name: str, content: Path) -> None:
    (content / name).touch()

    assert read_beside(content) is not None


def test_other_times_of_the_files_do_not_count(content: Path) -> None:
    os.utime(content / "volgorde.yaml", (0, 0))

    assert read_beside(content) is not None


def test_loader_that_changed_since_makes_it_out_of_date(
    content: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "loader.py").touch()
    monkeypatch.setattr("vpwijzer.compiled.MAKERS", (str(tmp_path / "loader.py"),))

    assert read_beside(content) is None


def test_other_python_makes_it_anew(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert read_beside(content) is not None
    monkeypatch.setattr("vpwijzer.compiled.PYTHON", "cpython-399")

    assert read_beside(content) is None


def test_version_of_marshal_is_ours_and_not_that_of_this_python(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("vpwijzer.compiled.FORMAT", 2)  # the last without references

    data = packed(bicycles())
    kinds = marshal.loads(data)  # noqa: S302 - ours
    assert isinstance(kinds.pop("places"), bytes)
    inner = [each for kind in kinds.values() for each in kind.values()]

    assert all(each[0] < 0x80 for each in (data, *inner))


@pytest.mark.parametrize(
    "code", ["onbekende-vraag", "latere-vraag", "route-past-nooit", "verwachting"]
)
def test_content_with_errors_is_not_compiled(code: str, tmp_path: Path) -> None:
    place = tmp_path / "content.bin"
    lay(example_of(code), tmp_path / "trees")

    assert not compile_content(TODAY, str(tmp_path / "trees"), str(place))
    assert not place.exists()


def test_content_without_errors_is_compiled(tmp_path: Path) -> None:
    place = tmp_path / "content.bin"
    lay("", tmp_path / "trees")

    assert compile_content(TODAY, str(tmp_path / "trees"), str(place))
    assert read(str(tmp_path / "trees"), str(place)) is not None


@pytest.mark.parametrize("kept", [0, 31, 32, 500])
def test_half_of_it_is_not_read(kept: int, content: Path) -> None:
    place = content.parent / "content.bin"
    place.write_bytes(place.read_bytes()[:kept])

    assert read_beside(content) is None


def test_nothing_compiled_is_nothing_to_read(content: Path) -> None:
    (content.parent / "content.bin").unlink()

    assert read_beside(content) is None


def test_bundled_content_is_the_same_compiled_or_not() -> None:
    ready = read(bundled_folder())  # compiled before the first test

    assert ready is not None
    library = load_folder(bundled_content(), "trees").library
    assert same(ready, library)
    assert list(ready.routes) == list(library.routes)
    assert bundled() == library


def test_bundled_folder_is_where_the_content_is() -> None:
    assert bundled_folder() == str(bundled_content())


def test_checkout_has_its_content_beside_the_package() -> None:
    assert bundled_content() == ROOT / "trees"


def test_content_inside_the_package_goes_first(tmp_path: Path) -> None:
    inside = tmp_path / "vpwijzer" / "trees"
    inside.mkdir(parents=True)
    (tmp_path / "trees").mkdir()

    assert content_of(tmp_path / "vpwijzer") == inside


def test_content_in_a_zip_reads_like_a_folder(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("vpwijzer/__init__.py", "")
        archive.writestr("vpwijzer/trees/bomen/een.yaml", "boom: een\n")

    content = content_of(zipfile.Path(tmp_path / "a.zip", "vpwijzer/"))

    assert [child.name for child in content.iterdir()] == ["bomen"]
    assert content.joinpath("bomen").is_dir()
    assert content.joinpath("bomen", "een.yaml").is_file()
    assert content.joinpath("bomen", "een.yaml").read_bytes() == b"boom: een\n"
