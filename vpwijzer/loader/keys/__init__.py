"""The Dutch keys of every kind of file, as one table; the loader reads by it."""

from vpwijzer.loader.keys.catalogue import (
    ASPECTS,
    CLOCKS,
    CONTACTS,
    JARGON,
    SOURCES_FILE,
    TRACKS,
)
from vpwijzer.loader.keys.organisation import ORGANISATION, PLACES
from vpwijzer.loader.keys.promises import ANSWERS_FILE, GUARANTEES, SCENARIO
from vpwijzer.loader.keys.routes import CONCEPT, ROUTE
from vpwijzer.loader.keys.seats import CLOSINGS, OPENINGS
from vpwijzer.loader.keys.trees import ORDER, SHARED_QUESTIONS, TREE

FOLDERS = {
    "bomen": TREE,
    "routes": ROUTE,
    "begrippen": CONCEPT,
    "scenarios": SCENARIO,
}
"""One file per thing; the file name is its id."""

FILES = {
    "gedeelde-vragen": SHARED_QUESTIONS,
    "volgorde": ORDER,
    "trajecten": TRACKS,
    "aspecten": ASPECTS,
    "klokken": CLOCKS,
    "contacten": CONTACTS,
    "bronnen": SOURCES_FILE,
    "waarborgen": GUARANTEES,
    "woorden": JARGON,
    "openingen": OPENINGS,
    "afsluitingen": CLOSINGS,
    "plaatsen": PLACES,
}
"""One file for all of a kind."""

OPTIONAL = frozenset({"waarborgen", "woorden", "openingen", "afsluitingen", "plaatsen"})
"""Files that content can do without."""

KINDS = {
    **{
        shape.keys[0].name: (f"{name}/*.yaml", shape) for name, shape in FOLDERS.items()
    },
    **{name: (f"{name}.yaml", shape) for name, shape in FILES.items()},
    "organisatie": ("één bestand per organisatie", ORGANISATION),
    "antwoorden": ("elk bestand voor 'vpwijzer speel'", ANSWERS_FILE),
}
"""Every kind of file, mostly by its first key: where it stands and what it holds."""
