"""Routes, concepts and what hangs on them: facts that are asked, rings, sources."""

from collections.abc import Iterable, Iterator

from vpwijzer.checks import rules
from vpwijzer.checks.static.reach import along, together
from vpwijzer.engine.logic import clauses_in, concepts_read, questions_read
from vpwijzer.model import (
    ALWAYS,
    UNKNOWN_VALUE,
    Citation,
    Clause,
    Concept,
    Item,
    Kind,
    Library,
    Question,
    Route,
)
from vpwijzer.model.finding import Finding
from vpwijzer.model.position import Position


def check_catalogue(library: Library) -> Iterator[Finding]:
    """Report routes, concepts, clocks and contacts that are not complete."""
    questions = library.questions
    for route in library.routes.values():
        yield from _check_facts(route, library)
        yield from _check_norms(route, library, questions)
        yield from _check_while_open(route)
    for condition in library.conditions():
        yield from _check_all_options(condition.items, questions)
    for closing in library.closings.values():
        own = {q.id: q for q in closing.questions if q.options}
        for question in closing.questions:
            yield from _check_all_options(question.condition.items, own)
    yield from _check_sources(library)


def _check_facts(route: Route, library: Library) -> Iterator[Finding]:
    verdict = (*route.condition.items, *(route.priority or ALWAYS).items)
    # This may rest on a tree beside it: never asked, it is just not shown.
    shown = (
        *(*route.meant_for, *route.fits),
        *(item for part in route.parts() for item in part.condition.items),
    )
    for tree in route.trees:
        yield from _unasked(verdict, along(tree, library), tree, library)
        yield from _unasked(shown, together(tree, library), tree, library)


def _unasked(
    items: Iterable[Item], asked: frozenset[str], tree: str, library: Library
) -> Iterator[Finding]:
    for clause in clauses_in(items):
        for question in questions_read((clause,), library.concepts):
            if question not in asked:
                yield rules.NOT_ASKED.at(clause.at, question, tree)


def _check_norms(
    route: Route, library: Library, questions: dict[str, Question]
) -> Iterator[Finding]:
    for clause in clauses_in(route.condition.items):
        for concept in concepts_read((clause,), library.concepts):
            if concept.open_norm:
                yield rules.OPEN_NORM.at(clause.at, concept.id)
        for name in questions_read((clause,), library.concepts):
            if name in questions and questions[name].kind is Kind.WISH:
                yield rules.WISH_AS_CONDITION.at(clause.at, name)


def _check_while_open(route: Route) -> Iterator[Finding]:
    if route.condition != ALWAYS and not route.while_open:
        yield rules.NO_WHILE_OPEN.at(route.at, route.id)


def _check_all_options(
    items: Iterable[Item], questions: dict[str, Question]
) -> Iterator[Finding]:
    for clause in clauses_in(items):
        if _lists_everything(clause, questions.get(clause.fact)):
            yield rules.EVERY_OPTION.at(clause.at, clause.fact)


def _lists_everything(clause: Clause, question: Question | None) -> bool:
    if question is None:
        return False
    options = {option.id for option in question.options}
    return options <= clause.values and UNKNOWN_VALUE not in clause.values


def _check_sources(library: Library) -> Iterator[Finding]:
    for at, name, citations in cited(library):
        if not citations:
            yield rules.NO_SOURCE.at(at, name)


def cited(
    library: Library,
) -> Iterator[tuple[Position, str, tuple[Citation, ...]]]:
    """Give the sources of everything that must have one."""
    for route in library.routes.values():
        yield route.at, route.id, route.citations
    for concept in library.concepts.values():
        yield concept.at, concept.id, concept.citations
    for clock in library.clocks.values():
        yield clock.at, clock.id, clock.citations
    for contact in library.contacts.values():
        yield contact.at, contact.id, contact.citations


def check_concepts(library: Library) -> Iterator[Finding]:
    """Report concepts that rest on themselves and concepts without a condition."""
    told: set[str] = set()
    for concept in library.concepts.values():
        if not concept.condition.when:
            yield rules.CONCEPT_WITHOUT_CONDITION.at(concept.at, concept.id)
        ring = _ring(concept, library)
        names = [clause.fact for clause in ring]
        if not told.issuperset(names):
            told.update(names)
            by_way_of = f": {', '.join([concept.id, *names])}" if names[1:] else ""
            yield rules.CONCEPT_RING.at(ring[0].at, concept.id, by_way_of)


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
