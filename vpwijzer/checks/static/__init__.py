"""Checks loaded content for what no single file shows."""

from datetime import date

from vpwijzer.checks.rules import CONCEPT_RING
from vpwijzer.checks.static.asking import check_asking, check_seats
from vpwijzer.checks.static.catalogue import check_catalogue, check_concepts
from vpwijzer.checks.static.dates import check_dates
from vpwijzer.checks.static.first_screen import check_first_screen
from vpwijzer.checks.static.numbers import check_numbers
from vpwijzer.checks.static.unread import check_unread
from vpwijzer.model import Library
from vpwijzer.model.finding import Finding, in_order


def verify(library: Library, today: date) -> tuple[Finding, ...]:
    """Report everything wrong with content that was loaded without errors."""
    findings = list(check_concepts(library))
    if all(finding.code != CONCEPT_RING.code for finding in findings):
        # A cycle of concepts has no value, so nothing else can be weighed.
        findings += check_asking(library)
        findings += check_seats(library)
        findings += check_catalogue(library)
        findings += check_unread(library)
        findings += check_first_screen(library)
        findings += check_numbers(library)
    findings += check_dates(library, today)
    return in_order(findings)
