"""The small pages of a conversation: explanation, help, what comes first."""

from collections.abc import Iterable

from vpwijzer.document.blocks import (
    AIR,
    Inset,
    Page,
    Point,
    Role,
    Span,
    heading,
    listing,
    paragraph,
    point,
    strong,
    titled,
)
from vpwijzer.engine.answer_code import Decoded
from vpwijzer.engine.logic import View
from vpwijzer.engine.outcome_diff import Differences
from vpwijzer.engine.ruling import Ruling, holding
from vpwijzer.engine.walk import Walk
from vpwijzer.model import Contact, Library
from vpwijzer.pages.outcome import difference_lines
from vpwijzer.words.contacts import contact_line, reached
from vpwijzer.words.numbers import counted
from vpwijzer.words.wording import Wording


def explanation_page(notes: Iterable[tuple[str, str]]) -> Page:
    """Show what a question and its options mean."""
    points = (point(f"{n}: {words}" if n else words) for n, words in notes if words)
    return heading(1, "Uitleg"), listing(points)


def help_page(contacts: Iterable[Contact]) -> Page:
    """Show whom to call in danger, short enough for one small window."""
    title = heading(1, Span("Hulp bij gevaar", Role.URGENT))
    return title, listing(map(_number, contacts))


def _number(contact: Contact) -> Point:
    how = Span(contact.phone or contact.web, Role.CONTACT)
    return point(how, f": {contact.name}. {contact.purpose}", label="☎")


def code_page(code: str) -> Page:
    """Show the answers of a conversation as a code to write down, and what it is."""
    return (
        heading(1, "Je antwoorden als code"),
        paragraph(strong(code)),
        paragraph(
            "Deze code ís je antwoorden: wie hem heeft en dit programma kent, kan ze "
            "lezen. Schrijf hem op papier dat alleen jij ziet. Er wordt niets bewaard."
        ),
        paragraph("Later ga je verder met de opdracht 'hervat'."),
    )


def older_code_page(decoded: Decoded) -> Page:
    """Say that the content changed since a code, and which answers still fit."""
    missing = counted(decoded.missing, "antwoord past", "antwoorden passen")
    kept = "Al je antwoorden passen nog."
    if decoded.missing:
        kept = f"De laatste {missing} niet meer. Die vragen krijg je opnieuw."
    return (
        heading(1, "De vragen zijn veranderd sinds deze code"),
        paragraph(
            f"{kept} Kijk je antwoorden na: een vraag kan nu iets anders zeggen."
        ),
    )


def together_page(support: Iterable[Ruling], library: Library, view: View) -> Page:
    """Show with whom one can talk, and how, to who does not know for some time."""
    ways = []
    for ruling in support:
        held = holding(ruling.route.contacts, view)
        how = (reached(library.contacts[link.contact]) for link, _ in held)
        where = next(filter(None, how), "")
        number = (": ", Span(where, Role.CONTACT)) if where else ()
        ways.append(point(ruling.route.title, *number))
    return (
        heading(1, "Je hoeft dit niet alleen uit te zoeken"),
        paragraph(
            "Weet je het nu niet? Dat mag. Je kunt hier stoppen en eerst praten."
        ),
        listing(ways),
    )


def what_if_page(answer: str, changed: Differences) -> Page:
    """Show what one other answer would make of an outcome."""
    return heading(1, "Voor even"), paragraph(answer), difference_lines(changed)


def priority_page(ruling: Ruling, library: Library, view: View) -> Page:
    """Show a route the moment it has priority: what to do and whom to call."""
    contacts = tuple(
        point(contact_line(library.contacts[link.contact]), label="☎")
        for link, _ in holding(ruling.route.contacts, view)
    )
    return (
        heading(1, Span("Eerst dit", Role.URGENT)),
        heading(2, ruling.route.title),
        Inset((listing(contacts),)),
        paragraph(ruling.route.summary),
    )


def talk_page(walk: Walk) -> Page:
    """Show the questions that were asked, with their answers."""
    wording = Wording(walk.setting.library)
    points = []
    for number, name in enumerate(walk.progress.asked, 1):
        answer = wording.answer(wording.questions[name], walk.answers[name])
        given = listing((point(strong(answer), label="›"),))
        label = Span(str(number), Role.NUMBER)
        points.append(Point((wording.question(name),), label, (given,)))
    known = (
        point(wording.fact(name, beforehand))
        for name in walk.progress.prefilled
        if (beforehand := walk.answer_to(name)) is not None
    )
    return listing(points), *titled("Bekend van je organisatie", known), AIR
