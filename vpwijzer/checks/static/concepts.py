"""Concepts must rest on questions in the end."""

from collections.abc import Iterator

from vpwijzer.checks.rules import CONCEPT_RING, CONCEPT_WITHOUT_CONDITION
from vpwijzer.engine.logic import clauses_in
from vpwijzer.model import Clause, Concept, Library
from vpwijzer.model.finding import Finding


def check_concepts(library: Library) -> Iterator[Finding]:
    """Report concepts that rest on themselves and concepts without a condition."""
    told: set[str] = set()
    for concept in library.concepts.values():
        if not concept.condition.when:
            yield CONCEPT_WITHOUT_CONDITION.at(concept.at, concept.id)
        ring = _ring(concept, library)
        names = [clause.fact for clause in ring]
        if not told.issuperset(names):
            told.update(names)
            by_way_of = f": {', '.join([concept.id, *names])}" if names[1:] else ""
            yield CONCEPT_RING.at(ring[0].at, concept.id, by_way_of)


def _ring(concept: Concept, library: Library) -> tuple[Clause, ...]:
    """Give the fewest clauses that lead from a concept back to it, if any do."""
    ways: list[tuple[Clause, ...]] = [(each,) for each in _read(concept, library)]
    seen: set[str] = set()
    for way in ways:  # and those that are added meanwhile
        name = way[-1].fact
        if name == concept.id:
            return way
        if name not in seen:
            seen.add(name)
            on = _read(library.concepts[name], library)
            ways += [(*way, clause) for clause in on]
    return ()


def _read(concept: Concept, library: Library) -> list[Clause]:
    """Give the clauses in which a concept reads another."""
    items = concept.condition.items
    return [c for c in clauses_in(items) if c.fact in library.concepts]
