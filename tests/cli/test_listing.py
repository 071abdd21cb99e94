"""`routes`, `vergelijk` and `bomen` show content that can be right."""

import re
from pathlib import Path

import pytest
from bundled import checked_on
from program import Program, spoil
from screens import CONTENT

from vpwijzer.cli.exits import (
    CONTENT_HAS_ERRORS,
    FINE,
)


def test_routes_are_listed_by_track(vp: Program) -> None:
    said = vp("routes", "--inhoud", CONTENT)

    assert said.code == FINE
    assert said.out.index("Eerst veilig") < said.out.index("Zelf doen")
    assert "fietsenmaker Breng hem naar de fietsenmaker" in said.out


def test_one_route_is_shown_whole(vp: Program) -> None:
    said = vp("routes", "plakken", "--inhoud", CONTENT)

    assert said.code == FINE
    assert said.out.startswith("Plak de band zelf\n")
    assert "Route nagekeken op 2026-01-15." in said.out


def test_routes_are_laid_side_by_side_in_the_order_given(vp: Program) -> None:
    said = vp("vergelijk", "--inhoud", CONTENT, "plakken", "aangifte")

    assert said.code == FINE
    assert said.out.startswith("Naast elkaar")
    assert re.search(r"Plak de band zelf +Geef de diefstal door", said.out)


def test_trees_are_listed(vp: Program) -> None:
    said = vp("bomen", "--inhoud", CONTENT)

    assert said.code == FINE
    assert "Fiets weg · 1 vraag, start" in said.out


def test_one_tree_is_shown_with_its_questions(vp: Program) -> None:
    said = vp("bomen", "diefstal", "--inhoud", CONTENT)

    assert said.code == FINE
    assert "1. Stond hij op slot?" in said.out


@pytest.mark.parametrize(
    "words", [["routes"], ["bomen"], ["controleer", "--datum", checked_on()]]
)
def test_bundled_content_is_used_by_itself(words: list[str], vp: Program) -> None:
    said = vp(*words)

    assert said.code == FINE
    assert len(said.out) > 50


def test_bundled_scenario_comes_out_as_it_says(vp: Program) -> None:
    file = min((CONTENT.parent.parent / "trees" / "scenarios").glob("*.yaml"))

    said = vp("speel", file)

    assert (said.code, said.err) == (FINE, "")


def test_broken_content_is_not_shown(vp: Program, folder: Path) -> None:
    spoil(folder / "routes" / "plakken.yaml", "traject: zelf", "traject: zelv")

    said = vp("routes", "--inhoud", folder)

    assert (said.code, said.out) == (CONTENT_HAS_ERRORS, "")
    assert "onbekend-traject" in said.err


def test_content_that_cannot_be_right_is_not_shown(vp: Program, folder: Path) -> None:
    spoil(folder / "bomen" / "balie.yaml", "start: ja\n", "")
    spoil(folder / "bomen" / "herstel.yaml", "boom: balie", "boom: begin")

    said = vp("routes", "--inhoud", folder)

    assert (said.code, said.out) == (CONTENT_HAS_ERRORS, "")
    assert "vervolg-terug" in said.err
