"""Reports on a check of content."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from shutil import get_terminal_size
from textwrap import fill
from typing import TYPE_CHECKING

from vpwijzer.checks.pipeline import Checked, check_content, on_disk
from vpwijzer.cli.exits import CONTENT_HAS_ERRORS, FINE, UserError
from vpwijzer.cli.library import named_folder, reading
from vpwijzer.cli.readability import plain_findings, report_plain
from vpwijzer.cli.show import MOST_FINDINGS, show_findings
from vpwijzer.json_form.data import check_data, to_json
from vpwijzer.model import Library
from vpwijzer.model.finding import Severity, is_broken
from vpwijzer.words.wording import Wording

if TYPE_CHECKING:
    from vpwijzer.proof import Proof


UNPROVED = (
    "Nog niet bewezen: dat kan pas als dit bestand meetelt in een map zonder fouten."
)


def check_and_report(  # noqa: PLR0913 - one flag per option on the command line
    path: Path | None,
    day: str | None,
    *,
    as_json: bool,
    plain: bool,
    strict: bool,
    report: Path | None,
    following: bool,
    everything: bool,
) -> int:
    """Check content, once or after every change; raises UserError."""
    path = named_folder(path)

    def once() -> int:
        today = _day(day) if day else date.today()  # noqa: DTZ011 - the person's own day
        with reading(path):
            sharing = as_json or report is not None
            checked = check_content(path, today, sharing=sharing)
        if plain and not is_broken(checked.findings):
            more = plain_findings(checked.loaded.library)
            checked = replace(checked, findings=checked.findings + more)
            if not as_json:
                report_plain(checked.loaded.library)
        report_check(checked, as_json=as_json, everything=everything)
        if report is not None:
            write_report(report, checked, path, today, quiet=as_json)
        failed = bool(checked.findings) if strict else is_broken(checked.findings)
        return CONTENT_HAS_ERRORS if failed else FINE

    if report is not None:
        from vpwijzer.cli.report import check_report_place, write_report  # noqa: PLC0415 - start-up

        check_report_place(report, path)
    if following:
        if as_json:
            message = "kies '--json' of '--volg', niet allebei"
            raise UserError(message)
        from vpwijzer.cli.watch import follow  # noqa: PLC0415 - start-up

        follow(on_disk(path), once)
    return once()


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        message = f"'{words}' is geen datum; schrijf bijvoorbeeld 2026-11-21"
        raise UserError(message) from error


def report_check(checked: Checked, *, as_json: bool, everything: bool) -> None:
    """Show findings and counts, as text or as one JSON object."""
    library, findings, proof = checked.loaded.library, checked.findings, checked.proof
    if as_json:
        sys.stdout.write(to_json(check_data(library, findings, proof)) + "\n")
        return
    if findings:
        held = proof.conversations if proof else {}
        words = Wording(library)
        told = findings if everything else findings[:MOST_FINDINGS]
        talks = {f: words.conversation(held[f]) for f in told if f in held}
        read = checked.loaded.read
        show_findings(findings, sys.stdout, read, talks, everything=everything)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    warnings = len(findings) - errors
    proved = _proved(proof) if proof or is_broken(findings) else UNPROVED
    lines = (_summary(library), proved, _longest(proof), _result(errors, warnings))
    sys.stdout.write("".join(f"{_in_window(line)}\n" for line in lines if line))


def _in_window(line: str) -> str:
    """Break a line between words for who reads it in a window."""
    return fill(line, get_terminal_size().columns) if sys.stdout.isatty() else line


def _proved(proof: "Proof | None") -> str:
    """Say over how many conversations what was proved."""
    if proof is None or not proof.counts:
        return ""
    over = _count(proof.total, "mogelijk gesprek", "mogelijke gesprekken")
    promises = _promises(list(proof.guarantees.values()))
    begin = "Bekeken" if is_broken(proof.findings) else "Bewezen"
    return f"{begin} over {over}{promises}."


def _longest(proof: "Proof | None") -> str:
    """Say how many questions come before the overview, at most."""
    if proof is None or not proof.longest:
        return ""
    ends = sorted(proof.longest.items(), key=lambda each: -each[1])
    (start, most), *rest = ends
    more = (f", {number} vanaf {name}" for name, number in rest)
    questions = _count(most, "vraag", "vragen")
    return f"Tot het overzicht hoogstens {questions} vanaf {start}{''.join(more)}."


def _promises(held: list[bool | None]) -> str:
    if not held:
        return ""
    number, proved = _count(len(held), "waarborg", "waarborgen"), held.count(True)
    proved_all = proved == len(held)
    return f", met {number}" if proved_all else f"; van {number} bewezen: {proved}"


def _summary(library: Library) -> str:
    questions = library.questions
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
