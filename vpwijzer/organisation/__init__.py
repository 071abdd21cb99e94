"""What one organisation adds to content; by its shape it can take nothing away."""

from vpwijzer.loader import load_organisation
from vpwijzer.model import Library, Organisation
from vpwijzer.model.finding import Finding, in_order, is_broken
from vpwijzer.organisation.check import check_organisation
from vpwijzer.organisation.merge import enrich

__all__ = ["enrich", "examine"]


def examine(
    data: bytes, shown_as: str, library: Library
) -> tuple[Organisation, tuple[Finding, ...]]:
    """Read the file of an organisation, and report all that it may not say."""
    made, findings = load_organisation(data, shown_as, library)
    if is_broken(findings):
        return made, findings
    return made, in_order((*findings, *check_organisation(library, made)))
