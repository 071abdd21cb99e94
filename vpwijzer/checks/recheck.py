"""Makes the checks that found something again, on content with one of them mended."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from vpwijzer.checks.guarantee import check_guarantees
from vpwijzer.checks.static import verify
from vpwijzer.engine.scenario import NO_ANSWER, WRONG_ANSWER, check_scenario
from vpwijzer.model import Library, Scenario
from vpwijzer.model.finding import Finding

if TYPE_CHECKING:
    from vpwijzer.checks.pipeline import Checked
    from vpwijzer.proof import Proof

UNPLAYED = {NO_ANSWER.code, WRONG_ANSWER.code}
"""After this, a case tells no more."""


def check_again(
    made: Library, checked: "Checked", today: date
) -> tuple[Finding, ...] | None:
    """Give what is still found in other content; None when that cannot be told."""
    proof, found = checked.proof, checked.loaded.findings + verify(made, today)
    if proof is None:
        return found
    from vpwijzer.proof import recheck  # noqa: PLC0415 - start-up

    proved = recheck(made, frozenset(proof.checks.values()))
    if proved is None:
        return None
    unproved = (each for each in proof.findings if each not in proof.checks)
    cases = _cases_again(made, checked)
    return (*found, *proved, *unproved, *check_unproved(made, proof), *cases)


def check_unproved(library: Library, proof: "Proof") -> Iterable[Finding]:
    """Hold what could not be proved against the scenarios at least."""
    left = {k: v for k, v in library.guarantees.items() if proof.guarantees[k] is None}
    cases = library.scenarios.values() if left else ()
    return check_guarantees(replace(library, guarantees=left), cases)


def _cases_again(made: Library, checked: "Checked") -> Iterator[Finding]:
    for case in checked.loaded.library.scenarios.values():
        known = [each for each in checked.findings if each.at.file == case.at.file]
        if known:
            yield from _case_again(made, case, known)


def _case_again(made: Library, case: Scenario, known: list[Finding]) -> list[Finding]:
    """Play a case once more; one that now ends early tells nothing about the rest.

    More may be asked than its file answers.
    """
    unanswered = any(each.code in UNPLAYED for each in known)
    rest_unknown = case.rest_unknown or not unanswered
    found = check_scenario(made, replace(case, rest_unknown=rest_unknown))
    ends_early = any(each.code in UNPLAYED and each not in known for each in found)
    return known if ends_early else list(found)
