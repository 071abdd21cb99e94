"""Content with places for an organisation, and organisations in a few lines."""

from pathlib import Path

from cases import MINIMAL, lay

from vpwijzer.loader import load_folder
from vpwijzer.model import Library, Organisation
from vpwijzer.model.finding import Finding
from vpwijzer.organisation import examine

PLACES = """
# plaatsen.yaml
plaatsen:
  bekend: [commissie]
  vertrouwenspersonen: [klagen]
  loketten:
    commissie: {titel: De commissie, waarvoor: Een klacht, routes: [klagen]}
  banden:
    baas: {titel: familie van de baas, als: {gedrag: agressie}}
  termijnen:
    eigen: {niet-korter-dan: [termijn]}
  beloften:
    termijn: Een bericht
  teksten: [klagen]
  niet-zeggen: [verboden, mag niet, "112"]
# klokken.yaml
klokken:
  termijn:
    titel: Een klacht indienen
    termijn: 1 jaar
    vanaf: het gedrag
    tekst: Daarna kan het niet meer.
    wanneer:
      - commissie: ja
    routes: [klagen]
    nagekeken: 2026-11-01
    bronnen:
      - {bron: handleiding, plaats: hoofdstuk 4}
  eigen:
    titel: Een klacht volgens de regeling
    termijn: staat in de regeling
    vanaf: het gedrag
    tekst: Zoek het op.
    wanneer:
      - gedrag: pesten
    routes: [klagen]
    nagekeken: 2026-11-01
    bronnen:
      - {bron: handleiding, plaats: hoofdstuk 4}
"""
"""To be laid over the minimal content."""

HEAD = "organisatie: De Fabriek\nnagekeken: 2026-11-01\n"
NAME = "organisatie.yaml"


def content(root: Path) -> Library:
    lay(PLACES, root)
    loaded = load_folder(root, "trees")
    assert loaded.findings == ()
    return loaded.library


def organisation(lines: str, library: Library) -> Organisation:
    made, findings = examine((HEAD + lines).encode(), NAME, library)
    assert findings == ()
    return made


def findings(lines: str, library: Library) -> tuple[Finding, ...]:
    return examine((HEAD + lines).encode(), NAME, library)[1]


__all__ = ["HEAD", "MINIMAL", "NAME", "PLACES", "content", "findings", "organisation"]
