"""What routes lean on: concepts, deadlines, contacts, levels."""

from collections.abc import Iterator

from vpwijzer.document.blocks import (
    Block,
    Part,
    Point,
    heading,
    joined,
    labelled,
    link,
    listing,
    paragraph,
    titled,
)
from vpwijzer.model import Aspect, Clock, Concept, Contact
from vpwijzer.pages.report.words import Subject
from vpwijzer.words.contacts import said, with_number


def concepts(subject: Subject) -> Iterator[Block]:
    """Show all concepts."""
    yield heading(2, "Begrippen", anchor="begrippen")
    for concept in subject.library.concepts.values():
        yield heading(3, concept.title, anchor=f"begrip-{concept.id}")
        yield paragraph(concept.text)
        yield listing(_concept(subject, concept))
        yield from titled("Bronnen", subject.cited(concept.citations))


def _concept(subject: Subject, concept: Concept) -> Iterator[Point]:
    yield subject.when("Geldt", concept.condition)
    if concept.open_norm:
        yield labelled("Open norm", "het programma oordeelt niet of dit echt zo is")
    if concept.who_knows_more:
        yield labelled("Wie er meer van weet", concept.who_knows_more)
    yield labelled("Nagekeken", subject.age(concept.checked))
    yield labelled("Bestand", concept.at.file)
    yield from subject.note(concept.editor_note)


def clocks(subject: Subject) -> Iterator[Block]:
    """Show all deadlines."""
    yield heading(2, "Termijnen", anchor="termijnen")
    for clock in subject.library.clocks.values():
        yield heading(3, clock.title, anchor=f"klok-{clock.id}")
        yield paragraph(said(clock, subject.library))
        yield listing(_clock(subject, clock))
        yield from titled("Bronnen", subject.cited(clock.citations))


def _clock(subject: Subject, clock: Clock) -> Iterator[Point]:
    yield labelled("Hoe lang", f"{clock.period} vanaf {clock.since}")
    yield subject.when("Loopt", clock.condition)
    yield labelled("Bij", *joined(map(subject.route, clock.routes)))
    if clock.short:
        yield labelled("Kort", with_number(clock.short, clock.contact, subject.library))
    yield labelled("Nagekeken", subject.age(clock.checked))
    yield from subject.note(clock.editor_note)


def contacts(subject: Subject) -> Iterator[Block]:
    """Show all contacts."""
    yield heading(2, "Contacten", anchor="contacten")
    for contact in subject.library.contacts.values():
        yield heading(3, contact.name, anchor=f"contact-{contact.id}")
        yield paragraph(contact.purpose)
        yield listing(_contact(subject, contact))
        yield from titled("Bronnen", subject.cited(contact.citations))


def _contact(subject: Subject, contact: Contact) -> Iterator[Point]:
    details: dict[str, Part] = {
        "Telefoon": contact.phone,
        "Website": link(contact.web, contact.web),
        "Open": contact.hours,
        "Kosten": contact.cost,
        "Zonder naam": contact.anonymous,
    }
    yield from (labelled(label, part) for label, part in details.items() if part)
    if not contact.certain:
        yield labelled("Zeker", "nee, controleer dit")
    yield labelled("Nagekeken", subject.age(contact.checked))
    yield from subject.note(contact.editor_note)


def aspects(subject: Subject) -> Iterator[Block]:
    """Show what consequences are about, with their levels from light to heavy."""
    yield heading(2, "Gevolgen en hun niveaus", anchor="aspecten")
    for aspect in subject.library.aspects.values():
        yield heading(3, aspect.title)
        yield paragraph(aspect.question)
        levels = "; ".join(_level(aspect, name) for name in aspect.levels)
        yield paragraph(f"Niveaus, van licht naar zwaar: {levels}.")


def _level(aspect: Aspect, name: str) -> str:
    phrase = aspect.phrases.get(name)
    return f"{aspect.levels[name]} (kort: {phrase})" if phrase else aspect.levels[name]
