"""Findings as an author reads them: one for each cause, the most useful first."""

from collections.abc import Iterable
from dataclasses import replace

from vpwijzer.finding import Finding, Severity, in_order

EFFECTS = frozenset(
    {"antwoord-niet-gebruikt", "geen-antwoord", "verkeerd-antwoord", "verwachting"}
)
"""Of a case that does not come out: most often the result of something else."""

NAMED = EFFECTS | {
    "feit-niet-gevraagd",
    "latere-vraag",
    "onbekend-aspect",
    "onbekend-begrip",
    "onbekend-contact",
    "onbekend-niveau",
    "onbekend-traject",
    "onbekende-boom",
    "onbekende-bron",
    "onbekende-keuze",
    "onbekende-klok",
    "onbekende-route",
    "onbekende-vraag",
}
"""Codes whose message names the cause, so that equal messages have the same one."""


def by_cause(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Join what has one cause; errors first, what may follow from another last."""
    causes: dict[object, list[Finding]] = {}
    for finding in in_order(list(findings)):
        named = finding.code in NAMED
        cause = (finding.code, finding.message) if named else finding
        causes.setdefault(cause, []).append(finding)
    joined = (
        replace(first, also=tuple(each.at for each in rest)) if rest else first
        for first, *rest in causes.values()
    )
    return tuple(sorted(joined, key=_rank))


def _rank(finding: Finding) -> tuple[bool, bool]:
    return finding.severity is Severity.WARNING, finding.code in EFFECTS
