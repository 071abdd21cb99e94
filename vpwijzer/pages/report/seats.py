"""What each seat reads before the first question, and settles after the outcome."""

from collections.abc import Iterator
from dataclasses import replace

from vpwijzer.document.blocks import (
    Block,
    Point,
    heading,
    joined,
    labelled,
    listing,
    paragraph,
    point,
    strong,
    titled,
)
from vpwijzer.engine.closing import as_content
from vpwijzer.model import Closing, Option, Question
from vpwijzer.pages.report.words import Subject, lines
from vpwijzer.words.names import NAMES


def openings(subject: Subject) -> Iterator[Block]:
    """Show what each seat reads before the first question."""
    if subject.library.openings:
        yield heading(2, "Wat iemand eerst leest", anchor="openingen")
    for opening in subject.library.openings.values():
        yield heading(3, opening.title, anchor=f"opening-{NAMES[opening.seat]}")
        asked = (
            point(subject.library.questions[name].text) for name in opening.questions
        )
        yield from titled("Vooraf gevraagd", asked)
        yield from titled("Gelezen", lines(subject, opening.lines))
        seat = labelled("Stoel", NAMES[opening.seat])
        yield listing((seat, labelled("Nagekeken", subject.age(opening.checked))))
        yield from titled("Bronnen", subject.cited(opening.citations))


def closings(subject: Subject) -> Iterator[Block]:
    """Show what each seat settles and reads after the outcome."""
    if subject.library.closings:
        yield heading(
            2, "Wat iemand na het overzicht afspreekt en leest", anchor="slot"
        )
    for closing in subject.library.closings.values():
        yield heading(3, closing.title, anchor=f"slot-{NAMES[closing.seat]}")
        yield listing(_head(subject, closing))
        own = replace(subject, library=as_content(subject.library, closing))
        for number, question in enumerate(closing.questions, 1):
            yield from _question(own, question, number)
        yield from titled("Tot slot", lines(subject, closing.lines))
        yield from titled("Bronnen", subject.cited(closing.citations))


def _head(subject: Subject, closing: Closing) -> Iterator[Point]:
    yield labelled("Stoel", NAMES[closing.seat])
    if closing.trees:
        yield labelled("Bij", *joined(map(subject.tree, closing.trees)))
    yield subject.when("Geldt", closing.condition)
    yield labelled("Nagekeken", subject.age(closing.checked))


def _question(own: Subject, question: Question, number: int) -> Iterator[Block]:
    yield heading(4, f"{number}. {question.text}")
    answer = "meer keuzes samen" if question.several else "één keuze"
    yield listing(
        (
            own.when("Wordt gesteld", question.condition),
            labelled("Antwoord", f"{answer}; overslaan kan altijd"),
        )
    )
    if question.explanation:
        yield paragraph(strong("Uitleg:"), " ", question.explanation)
    if question.adviser_note:
        yield paragraph(strong("Voor de VP:"), " ", question.adviser_note)
    if question.options:
        yield from titled("Keuzes", (_option(own, each) for each in question.options))
    else:
        yield paragraph(strong("Keuzes:"), " de wegen uit het overzicht")


def _option(subject: Subject, option: Option) -> Point:
    explanation = f": {option.explanation}" if option.explanation else ""
    alone = [point("Gaat niet samen met een andere keuze.")] if option.alone else []
    below = [*alone, *subject.depends(option.condition)]
    return point(strong(option.text), explanation, below=below)
