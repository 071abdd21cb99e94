"""Every text of content, where it stands and whom it says to call."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vpwijzer.model import ContactLink, Library, Line, Question, Route
from vpwijzer.model.position import Position


@dataclass(frozen=True, slots=True)
class Said:
    """One text that a person reads; a contact adds its number."""

    at: Position
    text: str
    contact: str = ""


def said(library: Library, *, to_adviser: bool = False) -> Iterator[Said]:
    """Give what a person reads, or also what only an adviser does."""
    for tree in library.trees.values():
        if to_adviser or not tree.adviser_only:
            yield from _in_questions(tree.questions, to_adviser=to_adviser)
    for route in library.routes.values():
        adviser_only = all(library.trees[tree].adviser_only for tree in route.trees)
        if to_adviser or not adviser_only:
            yield from _in_route(route)
    for opening in library.openings.values():
        yield from _lines(opening.lines)
    for closing in library.closings.values():
        yield from _in_questions(closing.questions, to_adviser=to_adviser)
        yield from _lines(closing.lines)
    yield from _beside_routes(library)


def _beside_routes(library: Library) -> Iterator[Said]:
    for concept in library.concepts.values():
        yield Said(concept.at, concept.text)
        yield Said(concept.at, concept.who_knows_more)
    for clock in library.clocks.values():
        yield Said(clock.at, clock.text, clock.contact)
        yield Said(clock.at, clock.short, clock.contact)
    for contact in library.contacts.values():
        yield Said(contact.at, contact.purpose)
    for track in library.tracks.values():
        yield Said(track.at, track.text)


def _in_questions(questions: Iterable[Question], *, to_adviser: bool) -> Iterator[Said]:
    for question in questions:
        yield Said(question.at, question.text)
        yield Said(question.at, question.explanation)
        if to_adviser:
            yield Said(question.at, question.adviser_note)
        for option in question.options:
            yield Said(option.at, option.text)
            yield Said(option.at, option.explanation)


def _in_route(route: Route) -> Iterator[Said]:
    yield Said(route.at, route.title)
    yield Said(route.at, route.summary)
    yield Said(route.at, route.while_open)
    if route.first_step is not None:
        step = route.first_step
        yield Said(step.at, step.text, step.contact)
    for part in route.parts():
        if not isinstance(part, ContactLink):  # its words stand at the contact
            yield Said(part.at, part.text, getattr(part, "contact", ""))


def _lines(lines: tuple[Line, ...]) -> Iterator[Said]:
    yield from (Said(line.at, line.text, line.contact) for line in lines)
