"""What shape does not tell of an organisation: proved over every conversation."""

from dataclasses import dataclass
from datetime import date

from vpwijzer.checks.static import verify
from vpwijzer.model import Library, Organisation
from vpwijzer.model.finding import Finding, Rule, in_order, is_broken
from vpwijzer.organisation.merge import enrich
from vpwijzer.proof import Proof, prove

KNOWN_TITLE = Rule(
    "bekende-titel",
    "er is al een weg die '{}' heet",
    "geef de eigen weg een eigen naam",
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
