"""The organisations that come as examples: each with a case that is played here."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from bundled import bundled
from examples import EXAMPLE

from vpwijzer.checks.static import verify
from vpwijzer.engine.scenario import Played, failures, play
from vpwijzer.loader import Loaded, load_answers
from vpwijzer.loader.names import names_of
from vpwijzer.model import Library, Organisation, Scenario, Seat
from vpwijzer.organisation import enrich, examine

ROOT = Path(__file__).parents[2] / "voorbeelden" / "organisaties"
FILES = sorted(ROOT.glob("*.yaml"))
LEAST_SAVED = 6


@dataclass(frozen=True)
class Example:
    organisation: Organisation
    library: Library
    case: Scenario

    def play(self, *, bare: bool = False) -> Played:
        if bare:
            return play(bundled(), self.case, rest_unknown=True)
        facts = self.organisation.facts
        return play(self.library, self.case, rest_unknown=True, prefilled=facts)


@pytest.fixture(scope="module", params=FILES, ids=lambda file: file.stem)
def example(request: pytest.FixtureRequest) -> Example:
    bare, file = bundled(), request.param
    made, findings = examine(file.read_bytes(), file.name, bare)
    assert findings == ()
    library = enrich(bare, made)
    answers = ROOT / "gevallen" / file.name
    loaded = Loaded(library, (), names_of(library))
    case, wrong = load_answers(answers.read_bytes(), answers.name, loaded)
    assert wrong == ()
    return Example(made, library, case)


def test_there_are_six_examples_each_with_a_case() -> None:
    assert len(FILES) >= 6
    assert {f.name for f in FILES} == {f.name for f in (ROOT / "gevallen").iterdir()}


def test_example_in_the_manual_is_right() -> None:
    manual = (ROOT.parents[1] / "docs" / "organisatie.md").read_text()
    [text] = EXAMPLE.findall(manual)

    assert examine(text.encode(), "handleiding", bundled())[1] == ()


def test_case_comes_out_and_uses_all_its_answers(example: Example) -> None:
    played = example.play()

    assert list(failures(played)) == []
    assert played.unused == ()


def test_intake_has_six_questions_fewer(example: Example) -> None:
    bare, made = example.play(bare=True), example.play()
    before = set(bare.walk.progress.asked)
    after = set(made.walk.progress.asked)
    opening = set(bundled().openings[Seat.ADVISER].questions)
    known = example.organisation.facts.keys()

    saved = (before - after) | (opening & known)

    assert after < before
    assert len(saved) >= LEAST_SAVED


def test_nothing_in_an_example_is_wrong(example: Example) -> None:
    here = example.organisation.at.file
    found = verify(example.library, date(2026, 12, 1))

    assert [each for each in found if each.at.file == here] == []
