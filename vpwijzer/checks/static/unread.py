"""What is written down once to be named elsewhere, and is named nowhere.

Shared questions that no tree asks are reported when trees are made, and tracks and
clocks cannot be without routes. A term needs no text that uses it: it is there for
texts to come.
"""

from collections.abc import Iterator

from vpwijzer.checks.static.catalogue import cited
from vpwijzer.engine.logic import clauses_in
from vpwijzer.model import Aspect, Library
from vpwijzer.model.finding import Finding, Severity
from vpwijzer.model.position import Position


def check_unread(library: Library) -> Iterator[Finding]:
    """Report what nothing in the content reads."""
    read = _facts_read(library)
    for concept in library.concepts.values():
        if concept.id not in read:
            message = f"niets rust op het begrip '{concept.id}'"
            yield _unread(concept.at, message, "noem het in een voorwaarde")
    linked = {link.contact for r in library.routes.values() for link in r.contacts}
    linked |= {r.first_step.contact for r in library.routes.values() if r.first_step}
    for contact in library.contacts.values():
        if contact.id not in linked:
            message = f"geen route noemt het contact '{contact.id}'"
            yield _unread(contact.at, message, "zet het bij een route")
    citations = [each for _, _, each in cited(library)]
    citations += [each.citations for each in library.openings.values()]
    citations += [each.citations for each in library.closings.values()]
    sources = {each.source for several in citations for each in several}
    for source in library.sources.values():
        if source.id not in sources:
            message = f"nergens wordt de bron '{source.id}' genoemd"
            yield _unread(source.at, message, "noem de bron waar zij bij hoort")
    for aspect in library.aspects.values():
        yield from _unread_levels(aspect, library)


def _facts_read(library: Library) -> set[str]:
    promised = [each.condition for each in library.guarantees.values()]
    conditions = (*library.conditions(), *promised)
    return {c.fact for each in conditions for c in clauses_in(each.items)}


def _unread_levels(aspect: Aspect, library: Library) -> Iterator[Finding]:
    read = {
        each.level
        for route in library.routes.values()
        for each in route.consequences.get(aspect.id, ())
    }
    if not read & aspect.levels.keys():
        message = f"geen route zegt iets over het aspect '{aspect.id}'"
        yield _unread(aspect.at, message, "vul het bij een route in")
        return
    for level in aspect.levels:
        if level not in read:
            message = f"geen route heeft bij '{aspect.id}' het niveau '{level}'"
            at = aspect.level_places.get(level, aspect.at)
            yield _unread(at, message, "kijk of het ergens past")


def _unread(at: Position, message: str, remedy: str) -> Finding:
    hint = f"{remedy}, of haal dit weg"
    return Finding(at, "niet-gebruikt", message, hint, Severity.WARNING)
