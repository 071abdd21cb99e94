"""Concepts must rest on questions in the end."""

from collections.abc import Iterator

from vpwijzer.finding import Finding
from vpwijzer.logic import clauses_in
from vpwijzer.model import Concept, Library


def check_concepts(library: Library) -> Iterator[Finding]:
    """Report concepts that rest on themselves and concepts without a condition."""
    for concept in library.concepts.values():
        if not concept.condition.when:
            message = f"het begrip '{concept.id}' heeft geen voorwaarde"
            hint = "schrijf bij 'wanneer' uit welke antwoorden het volgt"
            yield Finding(concept.at, "begrip-zonder-voorwaarde", message, hint)
        if rests_on_itself(concept, library):
            message = f"het begrip '{concept.id}' rust op zichzelf"
            hint = "laat het uiteindelijk op vragen rusten"
            yield Finding(concept.at, "begrip-kring", message, hint)


def rests_on_itself(concept: Concept, library: Library) -> bool:
    """Tell whether following a concept leads back to it."""
    seen: set[str] = set()
    todo = _concepts_read(concept, library)
    while todo:
        name = todo.pop()
        if name == concept.id:
            return True
        if name not in seen:
            seen.add(name)
            todo |= _concepts_read(library.concepts[name], library)
    return False


def _concepts_read(concept: Concept, library: Library) -> set[str]:
    items = concept.condition.when + concept.condition.unless
    return {c.fact for c in clauses_in(items) if c.fact in library.concepts}
