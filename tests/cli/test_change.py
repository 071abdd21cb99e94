"""`verschil`: what differs between two folders."""

import shutil
from pathlib import Path

import pytest
from program import Program, spoil
from screens import CONTENT

from vpwijzer.cli.exits import (
    CONTENT_HAS_ERRORS,
    FINE,
)


def test_folder_does_not_differ_from_itself(vp: Program) -> None:
    said = vp("verschil", CONTENT, CONTENT, "--streng")

    assert (said.code, said.out, said.err) == (FINE, "Geen verschil.\n", "")


@pytest.mark.parametrize(
    ("option", "code"), [([], FINE), (["--streng"], CONTENT_HAS_ERRORS)]
)
def test_difference_is_written_down_and_fails_only_when_strict(
    option: list[str], code: int, vp: Program, folder: Path
) -> None:
    spoil(folder / "bomen" / "herstel.yaml", "In het centrum", "Middenin de stad")

    said = vp("verschil", CONTENT, folder, *option)

    assert said.code == code
    assert said.out.startswith("# Verschil tussen `")
    assert "  - nu: Middenin de stad\n" in said.out
    assert said.err == ""


def test_route_that_fits_more_often_is_in_the_difference(
    vp: Program, folder: Path
) -> None:
    spoil(
        folder / "routes" / "plakken.yaml",
        "plek: [a, b, c, d]",
        "plek: [a, b, c, d, f]",
    )

    said = vp("verschil", CONTENT, folder)

    assert "past nu; eerst viel deze af." in said.out
    assert "Kleinste voorbeeld" in said.out


def test_broken_folders_are_reported_together_and_not_compared(
    vp: Program, folder: Path, tmp_path: Path
) -> None:
    other = shutil.copytree(CONTENT, tmp_path / "ander")
    spoil(folder / "routes" / "plakken.yaml", "titel:", "titl:")
    spoil(other / "bomen" / "herstel.yaml", "titel:", "titl:")

    said = vp("verschil", folder, other)

    assert said.code == CONTENT_HAS_ERRORS
    assert said.out == ""
    assert "plakken.yaml" in said.err
    assert "herstel.yaml" in said.err
