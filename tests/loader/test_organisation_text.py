"""An organisation that was written reads back as it was."""

from dataclasses import replace
from pathlib import Path

import pytest
from bundled import bundled
from workplaces import organisation

from vpwijzer.diff.align import plain
from vpwijzer.loader.organisation_text import organisation_text
from vpwijzer.organisation import examine

EXAMPLES = Path(__file__).parents[2] / "voorbeelden" / "organisaties"


@pytest.mark.parametrize(
    "file", sorted(EXAMPLES.glob("*.yaml")), ids=lambda file: file.stem
)
def test_example_reads_back_as_it_was(file: Path) -> None:
    made, _ = examine(file.read_bytes(), file.name, bundled())
    first = replace(made, rules=(), texts=(), routes=(), route_contacts=())

    text = organisation_text(first)
    again, findings = examine(text.encode(), file.name, bundled())

    assert findings == ()
    assert plain(again) == plain(first)


@pytest.mark.parametrize(
    "name", ["Ans' en Bo's", 'Ans: "goed"', "- Ans", "Ans # 1", "*Ans*", "{Ans}", "ja"]
)
def test_any_name_reads_back(name: str) -> None:
    plain_one = organisation("neutrale-pagina: https://weer.example", bundled())

    text = organisation_text(replace(plain_one, name=name))
    again, findings = examine(text.encode(), "", bundled())

    assert findings == ()
    assert again.name == name
