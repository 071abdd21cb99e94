"""A whole content folder."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vpwijzer.model.catalogue import Aspect, Clock, Concept, Contact, Source, Track
from vpwijzer.model.promise import Guarantee, Scenario
from vpwijzer.model.route import Route
from vpwijzer.model.talk import Closing, Opening
from vpwijzer.model.tree import Seat, Tree


@dataclass(frozen=True, slots=True)
class Library:
    """All content, in order, after loading; trees are in walking order."""

    trees: Mapping[str, Tree] = field(default_factory=dict)
    routes: Mapping[str, Route] = field(default_factory=dict)
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    tracks: Mapping[str, Track] = field(default_factory=dict)
    aspects: Mapping[str, Aspect] = field(default_factory=dict)
    clocks: Mapping[str, Clock] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    guarantees: Mapping[str, Guarantee] = field(default_factory=dict)
    jargon: Mapping[str, str] = field(default_factory=dict)
    """A word that not everyone knows, and plain words for it."""
    openings: Mapping[Seat, Opening] = field(default_factory=dict)
    closings: Mapping[Seat, Closing] = field(default_factory=dict)
