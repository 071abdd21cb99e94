import re
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parents[1]
SCENARIO = "trees/scenarios/gepest-door-collega.yaml"


def words_in(picture: Path) -> str:
    """Give what a picture says; how it is drawn is up to the library that draws."""
    return " ".join(re.sub(r"<style>.*?</style>|<[^>]+>", " ", drawn(picture)).split())


def drawn(picture: Path) -> str:
    return picture.read_text(encoding="utf-8").replace("\n", " ")


@pytest.mark.parametrize(
    ("name", "options"), [("gesprek.svg", ["--gesprek"]), ("overzicht.svg", [])]
)
def test_picture_in_the_readme_is_current(
    name: str, options: list[str], tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "vpwijzer", "speel", SCENARIO, *options, "--svg"]
    subprocess.run(
        [*command, str(tmp_path / name)], check=True, cwd=HERE, capture_output=True
    )

    assert words_in(HERE / "docs" / name) == words_in(tmp_path / name), (
        "make it again with docs/maak"
    )
