"""A whole content folder."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vpwijzer.model.catalogue import Aspect, Clock, Concept, Contact, Source, Track
from vpwijzer.model.condition import Condition
from vpwijzer.model.organisation import Places
from vpwijzer.model.promise import Guarantee, Scenario
from vpwijzer.model.route import Route
from vpwijzer.model.talk import Closing, Opening
from vpwijzer.model.tree import Question, Seat, Tree


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
    places: Places = field(default_factory=Places)

    @property
    def questions(self) -> dict[str, Question]:
        """Every question of the trees by id, as the first tree asks it."""
        found: dict[str, Question] = {}
        for tree in self.trees.values():
            for question in tree.questions:
                found.setdefault(question.id, question)
        return found

    def conditions(self) -> Iterator[Condition]:
        """Give every condition on what a conversation asks, derives or shows."""
        for each in (self.trees, self.routes, self.openings, self.closings):
            for one in each.values():
                yield from one.conditions()
        for shared in (self.concepts, self.clocks):
            yield from (one.condition for one in shared.values())
        yield from (tie.condition for tie in self.places.ties.values())
