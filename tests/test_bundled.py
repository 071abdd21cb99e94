"""The content is found in a wheel, a zip and a checkout."""

import zipfile
from pathlib import Path

from vpwijzer.bundled import bundled_content, content_of

ROOT = Path(__file__).parent.parent


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
