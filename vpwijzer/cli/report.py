"""Writes the report of a check to a file, and to no file that is something else."""

import sys
from datetime import date
from pathlib import Path

from vpwijzer.atomic_file import Kind
from vpwijzer.checks.pipeline import Checked, on_disk, shown
from vpwijzer.cli.exits import UserError
from vpwijzer.cli.show import check_place, save
from vpwijzer.document.html import to_html
from vpwijzer.document.markdown import to_markdown
from vpwijzer.model.finding import is_broken
from vpwijzer.pages.report import TITLE, Subject, report_page
from vpwijzer.words.sanitize import inert

MARK = "<!-- verslag van vpwijzer -->"
"""What tells that a file is a report, so that it may be written again."""

ENDINGS = (".md", ".html")
REPORT = Kind("verslag", MARK.encode())
NO_REPORT = "Geen verslag: dat kan pas als de fouten in de bestanden weg zijn.\n"


def check_report_place(file: Path, content: Path | None) -> None:
    """Raise UserError when no report may be written here."""
    if file.suffix.lower() not in ENDINGS:
        message = f"een verslag eindigt op {' of '.join(ENDINGS)}: '{file}' kan niet"
        raise UserError(message)
    if content is not None and content.is_file():
        message = "een verslag gaat over een hele map; geef geen los bestand"
        raise UserError(message)
    if on_disk(content).resolve() in file.resolve().parents:
        message = f"'{file}' staat tussen de inhoud; kies een andere map"
        raise UserError(message)
    check_place(file, REPORT)


def write_report(
    file: Path, checked: Checked, content: Path | None, today: date, *, quiet: bool
) -> None:
    """Write a report on content that could be read; says where unless asked not to."""
    if is_broken(checked.loaded.findings):
        sys.stderr.write(NO_REPORT)
        return
    name = shown(on_disk(content))
    subject = Subject(
        checked.loaded.library,
        checked.findings,
        checked.proof,
        today,
        name,
    )
    save(file, report(subject, file.suffix.lower()), REPORT)
    if not quiet:
        sys.stdout.write(f"Verslag: {inert(str(file))}\n")


def report(subject: Subject, ending: str) -> str:
    """Write a report; the ending of its file says how."""
    page = report_page(subject)
    if ending == ".html":
        return to_html(page, TITLE, MARK)
    return f"{MARK}\n\n{to_markdown(page)}"
