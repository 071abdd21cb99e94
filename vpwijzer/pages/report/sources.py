"""Every source with its age, what is overdue, and what rests on it."""

from collections.abc import Iterator
from itertools import chain

from vpwijzer.document.blocks import Block, Line, Link, Table, heading, joined, link
from vpwijzer.model import Citation, Library, Source
from vpwijzer.pages.report.words import Subject
from vpwijzer.words.names import NAMES
from vpwijzer.words.numbers import counted

SOURCES = ("bron", "stand", "laatst nagekeken", "opnieuw", "staat bij")


def sources(subject: Subject) -> Iterator[Block]:
    """Show all sources: what is overdue first, then the oldest."""
    yield heading(2, "Bronnen", anchor="bronnen")
    found = sorted(
        subject.library.sources.values(),
        key=lambda source: (not _overdue(subject, source), source.checked),
    )
    users = _users(subject)
    yield Table(SOURCES, tuple(_source(subject, each, users) for each in found))


def _overdue(subject: Subject, source: Source) -> bool:
    return bool(source.recheck) and subject.days(source.recheck) >= 0


def _source(
    subject: Subject, source: Source, users: dict[str, dict[Link, None]]
) -> tuple[Line, ...]:
    note = f"Redactie: {source.editor_note}" if source.editor_note else ""
    remark = " ".join(filter(None, (source.remark, note)))
    return (
        (link(source.title, source.url), f". {remark}" if remark else ""),
        (source.version,),
        (subject.age(source.checked),),
        (_again(subject, source),),
        joined(users.get(source.id, ())),
    )


def _again(subject: Subject, source: Source) -> str:
    if not source.recheck:
        return "geen dag afgesproken"
    days = subject.days(source.recheck)
    if days >= 0:
        late = counted(days, "dag", "dagen")
        return f"te laat: vóór {source.recheck}, {late} geleden"
    return f"vóór {source.recheck}, nog {counted(-days, 'dag', 'dagen')}"


def _users(subject: Subject) -> dict[str, dict[Link, None]]:
    """Give for each source everything that rests on it, once."""
    routes = subject.library.routes.values()
    named = chain(
        ((subject.route(route.id), route.citations) for route in routes),
        _beside_routes(subject.library),
    )
    users: dict[str, dict[Link, None]] = {}
    for user, citations in named:
        for citation in citations:
            users.setdefault(citation.source, {})[user] = None
    return users


def _beside_routes(library: Library) -> Iterator[tuple[Link, tuple[Citation, ...]]]:
    for concept in library.concepts.values():
        yield Link(concept.title, f"#begrip-{concept.id}"), concept.citations
    for clock in library.clocks.values():
        yield Link(clock.title, f"#klok-{clock.id}"), clock.citations
    for contact in library.contacts.values():
        yield Link(contact.name, f"#contact-{contact.id}"), contact.citations
    for opening in library.openings.values():
        yield Link(opening.title, f"#opening-{NAMES[opening.seat]}"), opening.citations
    for closing in library.closings.values():
        yield Link(closing.title, f"#slot-{NAMES[closing.seat]}"), closing.citations
