"""Where each proof points in its own example, and the conversation it shows."""

from pathlib import Path

import pytest
from cases import TODAY, lay, marks_found, talks_found
from examples import example_of

from vpwijzer.checks.pipeline import check_content

PLAIN = "gevaar ja, gedrag pesten, wens stoppen"
EXAMPLES = {
    "begrip-nooit": ("begrippen/ernstig.yaml:1 ernstig", ""),
    "betekent-botst": ("bomen/werkgever.yaml:11 gevaar", ""),
    "boom-niet-aangeboden": (
        "bomen/werkgever.yaml:11 papieren",
        f"{PLAIN}, commissie ja, papieren besluit + brief, termijn-voorbij ja",
    ),
    "dubbel-gezegd": ("routes/praten.yaml:16 gevaar", ""),
    "gesprek-zonder-weg": (
        "bomen/klacht.yaml:1 klacht",
        f"{PLAIN}, commissie nee",
    ),
    "gevolg-nooit": ("routes/klagen.yaml:14 commissie", ""),
    "klok-nooit": ("klokken.yaml:2 termijn", ""),
    "let-op-nooit": ("routes/klagen.yaml:19 commissie", ""),
    "bij-uitstek-nooit": ("routes/klagen.yaml:19 commissie", ""),
    "past-bij-nooit": ("routes/klagen.yaml:19 commissie", ""),
    "past-zonder-antwoord": (
        "routes/praten.yaml:15 hoog",
        "gevaar onbekend, gedrag onbekend, wens onbekend, commissie onbekend",
    ),
    "regel-nooit": ("routes/klagen.yaml:13 commissie", ""),
    "route-past-nooit": ("routes/klagen.yaml:1 klagen", ""),
    "route-valt-nooit-af": ("routes/klagen.yaml:1 klagen", ""),
    "stoel-verschilt": (
        "bomen/werkgever.yaml:1 werkgever",
        f"{PLAIN}, commissie ja",
    ),
    "uitzondering-niet-gevraagd": (
        "routes/klagen.yaml:19 leeftijd",
        "gevaar nee, gedrag pesten, wens stoppen, commissie ja",
    ),
    "vervolg-onbereikbaar": ("bomen/klacht.yaml:27 werkgever", ""),
    "voorrang-nooit": ("routes/klagen.yaml:19 commissie", ""),
    "voorwaarde-nooit": (
        "bomen/werkgever.yaml:11 hulp",
        f"{PLAIN}, commissie onbekend, hulp ja",
    ),
    "voorwaarde-zonder-gevolg": ("routes/klagen.yaml:10 commissie", ""),
    "vraag-al-bekend": (
        "bomen/werkgever.yaml:7 gevaar",
        f"{PLAIN}, commissie ja",
    ),
    "vraag-onbereikbaar": ("bomen/werkgever.yaml:12 regeling", ""),
    "vraag-zonder-gevolg": ("bomen/werkgever.yaml:11 leeftijd", ""),
    "waarborg-geschonden": (
        "waarborgen.yaml:2 nooit-klagen",
        f"{PLAIN}, commissie ja",
    ),
    "waarborg-nooit-aan-de-orde": ("waarborgen.yaml:2 klagen-na-twijfel", ""),
    "waarborg-zonder-route": ("waarborgen.yaml:6 klagen", ""),
    "waarde-zonder-gevolg": ("routes/klagen.yaml:21 gevaar", ""),
    "wanneer-sluit-uit": ("routes/klagen.yaml:10 commissie", ""),
    "weet-niet-telt-als-nee": (
        "bomen/werkgever.yaml:7 regeling",
        f"{PLAIN}, regeling commissie",
    ),
}
"""Per code the place, and the smallest conversation; a thing that never is has none."""


@pytest.mark.parametrize("code", EXAMPLES)
def test_example_shows_its_place_and_smallest_conversation(
    code: str, tmp_path: Path
) -> None:
    lay(example_of(code), tmp_path / "trees")

    [mark] = marks_found(tmp_path / "trees")
    talks = talks_found(check_content(tmp_path / "trees", TODAY))

    place, talk = EXAMPLES[code]
    assert f"{mark.file}:{mark.line} {mark.word}" == place
    assert talks == ([talk] if talk else [])
