"""What the first screen takes from content: first steps, phrases, facts that rank."""

import re
from collections.abc import Iterator

from vpwijzer.engine.logic import clauses_in, questions_read
from vpwijzer.model import FirstStep, Kind, Library, Route
from vpwijzer.model.finding import Finding

MOST_WORDS = 15
"""A first step is one line that a person remembers."""

NUMBER = re.compile(r"\+?\d[\d -]*\d")
ABROAD, LEAST_DIGITS = ("0", "+"), 8


def check_first_screen(library: Library) -> Iterator[Finding]:
    """Report what would stand on a first screen and cannot, as it is written."""
    numbers = {
        number
        for contact in library.contacts.values()
        for number in NUMBER.findall(contact.phone)
    }
    for route in library.routes.values():
        yield from _check_wishes(route, library)
        if route.first_step is not None:
            yield from _check_first_step(route.first_step, numbers, library)
    for aspect in library.aspects.values():
        for level in aspect.levels if aspect.sets_apart else ():
            if not aspect.phrases.get(level):
                message = f"bij '{level}' ontbreekt 'kort'"
                hint = "zeg het in een paar woorden, of haal 'onderscheidt' weg"
                at = aspect.level_places.get(level, aspect.at)
                yield Finding(at, "kort-ontbreekt", message, hint)


def _check_wishes(route: Route, library: Library) -> Iterator[Finding]:
    questions = library.questions
    for clause in clauses_in(route.meant_for):
        for name in questions_read((clause,), library.concepts):
            if name in questions and questions[name].kind is Kind.WISH:
                message = f"'{name}' is een wens, en bij-uitstek gaat over feiten"
                hint = "zet het bij past-bij"
                yield Finding(clause.at, "wens-in-voorwaarde", message, hint)


def _check_first_step(
    step: FirstStep, numbers: set[str], library: Library
) -> Iterator[Finding]:
    words = len(step.text.split())
    if words > MOST_WORDS:
        message = f"deze eerste stap heeft {words} woorden"
        yield _wrong(step, message, f"zeg het in hooguit {MOST_WORDS} woorden")
    for number in NUMBER.findall(step.text):
        if number in numbers or _looks_like_phone(number):
            message = f"het nummer {number} staat hier in de tekst"
            hint = "schrijf 'tekst' en 'contact'; het nummer komt er dan vanzelf bij"
            yield _wrong(step, message, hint)
    contact = library.contacts.get(step.contact)
    if contact is not None and not (contact.phone or contact.web):
        message = f"het contact '{contact.id}' heeft geen nummer en geen website"
        yield _wrong(step, message, "vul dat daar in, of noem een ander contact")


def _looks_like_phone(number: str) -> bool:
    digits = sum(sign.isdigit() for sign in number)
    return number.startswith(ABROAD) and digits >= LEAST_DIGITS


def _wrong(step: FirstStep, message: str, hint: str) -> Finding:
    return Finding(step.at, "eerste-stap", message, hint)
