"""Reports on a check of content."""

import sys
from typing import TYPE_CHECKING

from vpwijzer.cli.content import Checked
from vpwijzer.cli.show import show_findings
from vpwijzer.finding import Severity, is_broken
from vpwijzer.model import Library
from vpwijzer.render.data import check_data, to_json
from vpwijzer.wording import Wording

if TYPE_CHECKING:
    from vpwijzer.proof import Proof


def report_check(checked: Checked, *, as_json: bool) -> None:
    """Show findings and counts, as text or as one JSON object."""
    library, findings, proof = checked.loaded.library, checked.findings, checked.proof
    if as_json:
        sys.stdout.write(to_json(check_data(library, findings, proof)) + "\n")
        return
    if findings:
        held = proof.conversations if proof else {}
        words = Wording(library)
        talks = {f: words.conversation(held[f]) for f in findings if f in held}
        show_findings(findings, sys.stdout, talks)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = len(findings) - errors
    sys.stdout.write(f"{_summary(library)}\n{_proved(proof)}")
    sys.stdout.write(f"{_result(errors, warnings)}\n")


def _proved(proof: "Proof | None") -> str:
    """Say over how many conversations what was proved."""
    if proof is None or not proof.counts:
        return ""
    over = _count(proof.total, "mogelijk gesprek", "mogelijke gesprekken")
    promises = _promises(list(proof.guarantees.values()))
    begin = "Bekeken" if is_broken(proof.findings) else "Bewezen"
    return f"{begin} over {over}{promises}.\n"


def _promises(held: list[bool | None]) -> str:
    if not held:
        return ""
    number, proved = _count(len(held), "waarborg", "waarborgen"), held.count(True)
    proved_all = proved == len(held)
    return f", met {number}" if proved_all else f"; van {number} bewezen: {proved}"


def _summary(library: Library) -> str:
    questions = {q.id for tree in library.trees.values() for q in tree.questions}
    counts = (
        (len(library.trees), "boom", "bomen"),
        (len(questions), "vraag", "vragen"),
        (len(library.routes), "route", "routes"),
        (len(library.concepts), "begrip", "begrippen"),
        (len(library.scenarios), "scenario", "scenario's"),
        (len(library.sources), "bron", "bronnen"),
    )
    return ", ".join(_count(*count) for count in counts)


def _result(errors: int, warnings: int) -> str:
    if not errors and not warnings:
        return "Geen bevindingen."
    found = _count(errors, "fout", "fouten")
    return f"{found}, {_count(warnings, 'waarschuwing', 'waarschuwingen')}."


def _count(number: int, one: str, more: str) -> str:
    written = f"{number:,}".replace(",", ".")
    return f"{written} {one if number == 1 else more}"
