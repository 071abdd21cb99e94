"""What the first screen takes from content: first steps, phrases, facts that rank."""

from collections.abc import Iterator

from vpwijzer.checks import rules
from vpwijzer.engine.logic import clauses_in, questions_read
from vpwijzer.model import FirstStep, Kind, Library, Route
from vpwijzer.model.finding import Finding

MOST_WORDS = 15
"""A first step is one line that a person remembers."""


def check_first_screen(library: Library) -> Iterator[Finding]:
    """Report what would stand on a first screen and cannot, as it is written."""
    for route in library.routes.values():
        yield from _check_wishes(route, library)
        if route.first_step is not None:
            yield from _check_first_step(route.first_step)
    for aspect in library.aspects.values():
        for level in aspect.levels if aspect.sets_apart else ():
            if not aspect.phrases.get(level):
                at = aspect.level_places.get(level, aspect.at)
                yield rules.NO_PHRASE.at(at, level)


def _check_wishes(route: Route, library: Library) -> Iterator[Finding]:
    questions = library.questions
    for clause in clauses_in(route.meant_for):
        for name in questions_read((clause,), library.concepts):
            if name in questions and questions[name].kind is Kind.WISH:
                yield rules.WISH_AS_FACT.at(clause.at, name)


def _check_first_step(step: FirstStep) -> Iterator[Finding]:
    words = len(step.text.split())
    if words > MOST_WORDS:
        yield rules.LONG_FIRST_STEP.at(step.at, words, MOST_WORDS)
