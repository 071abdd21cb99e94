"""The page of a seat is written whole, and begins where that seat begins."""

from pathlib import Path

import pytest
from program import Program


@pytest.mark.parametrize(
    ("seat", "chooses"), [("medewerker", False), ("vp", False), ("trainer", True)]
)
def test_page_begins_where_a_conversation_of_its_seat_does(
    seat: str, chooses: object, tmp_path: Path, vp: Program
) -> None:
    page = tmp_path / "wegwijzer.html"

    assert vp("pagina", "--naar", page, "--stoel", seat).code == 0

    only = '"starts":["triage"]' in page.read_text(encoding="utf-8")
    assert only is not chooses
    assert vp("pagina", "--controleer", page).code == 0


def test_page_never_goes_over_a_file_that_is_not_one(
    tmp_path: Path, vp: Program
) -> None:
    mine = tmp_path / "wegwijzer.html"
    mine.write_text("van mij", encoding="utf-8")

    said = vp("pagina", "--naar", mine)

    assert (said.code, mine.read_text(encoding="utf-8")) == (2, "van mij")


def test_page_that_is_cut_off_is_told_from_a_whole_one(
    tmp_path: Path, vp: Program
) -> None:
    page = tmp_path / "wegwijzer.html"
    vp("pagina", "--naar", page)
    page.write_bytes(page.read_bytes()[:-5000])

    said = vp("pagina", "--controleer", page)

    assert said.code == 1
    assert "niet heel" in said.out
