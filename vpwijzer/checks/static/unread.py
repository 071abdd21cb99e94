"""What is written down once to be named elsewhere, and is named nowhere.

Shared questions that no tree asks are reported when trees are made, and tracks and
clocks cannot be without routes. A term needs no text that uses it: it is there for
texts to come.
"""

from collections.abc import Iterator

from vpwijzer.checks import rules
from vpwijzer.checks.static.catalogue import cited
from vpwijzer.checks.texts import said
from vpwijzer.engine.logic import clauses_in
from vpwijzer.model import Aspect, Library
from vpwijzer.model.finding import Finding


def check_unread(library: Library) -> Iterator[Finding]:
    """Report what nothing in the content reads."""
    read = _facts_read(library)
    for concept in library.concepts.values():
        if concept.id not in read:
            yield rules.UNUSED_CONCEPT.at(concept.at, concept.id)
    linked = {link.contact for r in library.routes.values() for link in r.contacts}
    linked |= {each.contact for each in said(library, to_adviser=True)}
    for contact in library.contacts.values():
        if contact.id not in linked:
            yield rules.UNUSED_CONTACT.at(contact.at, contact.id)
    citations = [each for _, _, each in cited(library)]
    citations += [each.citations for each in library.openings.values()]
    citations += [each.citations for each in library.closings.values()]
    sources = {each.source for several in citations for each in several}
    for source in library.sources.values():
        if source.id not in sources:
            yield rules.UNUSED_SOURCE.at(source.at, source.id)
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
        yield rules.UNUSED_ASPECT.at(aspect.at, aspect.id)
        return
    for level in aspect.levels:
        if level not in read:
            at = aspect.level_places.get(level, aspect.at)
            yield rules.UNUSED_LEVEL.at(at, aspect.id, level)
