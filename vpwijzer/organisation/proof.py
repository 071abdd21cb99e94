"""What shape does not tell of an organisation: proved over every conversation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vpwijzer.checks.static import verify
from vpwijzer.engine.logic import Truth, View, holds
from vpwijzer.model import Library, Organisation
from vpwijzer.model.finding import Finding, Rule, Severity, in_order, is_broken
from vpwijzer.organisation.merge import enrich
from vpwijzer.proof import Proof, prove

KNOWN_TITLE = Rule(
    "bekende-titel",
    "er is al een weg die '{}' heet",
    "geef de eigen weg een eigen naam",
)

NEVER_HERE = Rule(
    "nooit-hier",
    "met wat er onder 'bekend' staat, komt '{}' in geen gesprek",
    "verander dat antwoord, of haal dit weg",
    severity=Severity.WARNING,
)


@dataclass(frozen=True, slots=True)
class Examined:
    """Content with an organisation, what is wrong with it, and what was proved."""

    library: Library
    findings: tuple[Finding, ...]
    proof: Proof | None = None


def prove_organisation(
    library: Library, organisation: Organisation, today: date
) -> Examined:
    """Check and prove content with what an organisation adds.

    Content by itself is taken to be right. So what counts is what was added, and the
    promises of content, which may choose a way that was added.
    """
    made, here = enrich(library, organisation), organisation.at.file
    findings = tuple(each for each in verify(made, today) if each.at.file == here)
    findings += tuple(_known_titles(library, organisation))
    findings += tuple(_never_here(library, organisation))
    if is_broken(findings):
        return Examined(made, in_order(findings))
    proof = prove(made)
    promised = {each.at for each in library.guarantees.values()}
    ours = (e for e in proof.findings if e.at.file == here or e.at in promised)
    return Examined(made, in_order((*findings, *ours)), proof)


def _known_titles(library: Library, organisation: Organisation) -> list[Finding]:
    titles = {route.title.casefold() for route in library.routes.values()}
    return [
        KNOWN_TITLE.at(route.at, route.title)
        for route in organisation.routes
        if route.title.casefold() in titles
    ]


def _never_here(library: Library, organisation: Organisation) -> Iterator[Finding]:
    """Report what stands only at ways that its own answers close."""
    view = View(organisation.facts, library.concepts, over=False)
    closed = {
        route.id
        for route in (*library.routes.values(), *organisation.routes)
        if holds(route.condition, view) is Truth.FALSE
    }
    for desk in organisation.desks:
        place = library.places.desks[desk.desk]
        if closed.issuperset(place.routes):
            yield NEVER_HERE.at(desk.at, place.title)
    for route in organisation.routes:
        if route.id in closed:
            yield NEVER_HERE.at(route.at, route.title)
