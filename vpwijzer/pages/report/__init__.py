"""One report for who judges the content and reads no YAML."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from vpwijzer.document.blocks import (
    Block,
    Heading,
    Line,
    Link,
    Page,
    Point,
    Table,
    heading,
    labelled,
    listing,
    paragraph,
    plain,
    point,
)
from vpwijzer.model.finding import Finding
from vpwijzer.pages.report.catalogue import (
    aspects,
    clocks,
    concepts,
    contacts,
)
from vpwijzer.pages.report.promises import promises
from vpwijzer.pages.report.routes import routes
from vpwijzer.pages.report.seats import closings, openings
from vpwijzer.pages.report.sources import sources
from vpwijzer.pages.report.trees import trees
from vpwijzer.pages.report.words import Subject
from vpwijzer.words.names import NAMES
from vpwijzer.words.numbers import counted
from vpwijzer.words.wording import LEVELS_ARE_ESTIMATES, elsewhere

__all__ = ["TITLE", "Subject", "report_page"]

TITLE = "Verslag van de inhoud"
CHAPTER, PART = 2, 3
READING = f"""\
Een boom stelt vragen. Een antwoord legt een feit vast. Een route past als haar
voorwaarden kloppen.

Een vraag wordt overgeslagen als het antwoord al bekend is: uit een eerdere boom, of
omdat een andere keuze het al invulde.

“Weet ik niet” is nooit “nee”. Een vraag wordt dan toch gesteld, en een route blijft
mogelijk.

Wat nooit gevraagd is, geldt niet. Een “niet als” over zo'n vraag sluit niets uit.

Afgeraden is niet verboden: de route blijft staan, met de reden erbij.

Bij een gevolg telt de eerste rij die klopt. {LEVELS_ARE_ESTIMATES}

“Past in” zegt in welk deel van alle mogelijke gesprekken een route past. Elk mogelijk
gesprek telt daarbij even zwaar. Het zegt dus niet hoe vaak iets in het echt voorkomt.
"""


def report_page(subject: Subject) -> Page:
    """Show everything in the content, with what the check found."""
    parts = [
        *_findings(subject),
        *_figures(subject),
        *_reading(),
        *openings(subject),
        *trees(subject),
        *routes(subject),
        *closings(subject),
        *concepts(subject),
        *clocks(subject),
        *contacts(subject),
        *promises(subject),
        *aspects(subject),
        *sources(subject),
    ]
    return (*_title(subject), listing(_contents(parts)), *parts)


def _title(subject: Subject) -> Iterator[Block]:
    yield heading(1, TITLE)
    yield paragraph(
        f"Dit is alles wat in {subject.name} staat, op {subject.today.isoformat()}. "
        "Je hoeft geen YAML te kennen om het te lezen."
    )
    yield heading(CHAPTER, "Wat waar staat")


def _contents(blocks: Iterable[Block]) -> Iterator[Point]:
    """List the chapters, each with the parts below it that have an anchor."""
    headings = [each for each in blocks if isinstance(each, Heading) and each.anchor]
    starts = [n for n, each in enumerate(headings) if each.level == CHAPTER]
    for start, end in pairwise((*starts, len(headings))):
        parts = (each for each in headings[start:end] if each.level == PART)
        yield point(*_to(headings[start]), below=(point(*_to(each)) for each in parts))


def _to(title: Heading) -> Line:
    return (Link(plain(title.line), f"#{title.anchor}"),)


def _findings(subject: Subject) -> Iterator[Block]:
    yield heading(CHAPTER, "Bevindingen", anchor="bevindingen")
    if subject.findings:
        yield listing(_finding(subject, each) for each in subject.findings)
    else:
        yield paragraph("Geen bevindingen.")


def _finding(subject: Subject, finding: Finding) -> Point:
    talks = subject.proof.conversations if subject.proof else {}
    below = [labelled("Plaats", f"{finding.at.file}, regel {finding.at.line}")]
    if finding.hint:
        below.append(labelled("Wat je kunt doen", finding.hint))
    for label, places in elsewhere(finding):
        below.append(labelled(label.capitalize(), places))
    if finding in talks:
        below.append(subject.held(talks[finding]))
    return labelled(NAMES[finding.severity].capitalize(), finding.message, below=below)


def _figures(subject: Subject) -> Iterator[Block]:
    library, proof = subject.library, subject.proof
    yield heading(CHAPTER, "In getallen", anchor="getallen")
    questions = library.questions
    numbers = {
        "bomen": library.trees,
        "vragen": questions,
        "routes": library.routes,
        "begrippen": library.concepts,
        "termijnen": library.clocks,
        "contacten": library.contacts,
        "waarborgen": library.guarantees,
        "verzonnen gevallen": library.scenarios,
        "bronnen": library.sources,
    }
    rows = (((name,), (str(len(all_of)),)) for name, all_of in numbers.items())
    yield Table(("soort", "aantal"), tuple(rows))
    if proof is not None and proof.counts:
        talks = counted(proof.total, "mogelijk gesprek", "mogelijke gesprekken")
        yield paragraph(f"Bekeken: alle {talks}.")
    else:
        yield paragraph("De mogelijke gesprekken zijn niet alle bekeken.")


def _reading() -> Iterator[Block]:
    yield heading(CHAPTER, "Zo lees je dit", anchor="lezen")
    yield listing(point(words) for words in READING.split("\n\n"))
