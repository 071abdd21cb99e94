"""Checks loaded content for what no single file shows."""

from datetime import date

from vpwijzer.finding import Finding, in_order
from vpwijzer.model import Library
from vpwijzer.verifier.asking import check_asking, check_closings
from vpwijzer.verifier.catalogue import check_catalogue
from vpwijzer.verifier.concepts import check_concepts
from vpwijzer.verifier.dates import check_dates
from vpwijzer.verifier.unread import check_unread


def verify(library: Library, today: date) -> tuple[Finding, ...]:
    """Report everything wrong with content that was loaded without errors."""
    findings = list(check_concepts(library))
    if all(finding.code != "begrip-kring" for finding in findings):
        # A cycle of concepts has no value, so nothing else can be weighed.
        findings += check_asking(library)
        findings += check_closings(library)
        findings += check_catalogue(library)
        findings += check_unread(library)
    findings += check_dates(library, today)
    return in_order(findings)
