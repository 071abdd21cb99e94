"""Shows, checks and compares the organisation of this start."""

import sys
from datetime import date
from pathlib import Path

from vpwijzer.atomic_file import Kind
from vpwijzer.cli.exits import (
    CONTENT_HAS_ERRORS,
    FINE,
    BrokenContentError,
    UserError,
)
from vpwijzer.cli.library import open_library
from vpwijzer.cli.report import ENDINGS
from vpwijzer.cli.show import (
    check_place,
    make_place,
    save,
    show_findings,
    show_page,
)
from vpwijzer.cli.start_talk import until_the_end
from vpwijzer.cli.suggest import as_started
from vpwijzer.cli.workplace import (
    FILE,
    Workplace,
    added,
    find,
    read,
    settings_folder,
    short,
)
from vpwijzer.diff import compare
from vpwijzer.document.blocks import Page
from vpwijzer.document.html import to_html
from vpwijzer.document.markdown import to_markdown
from vpwijzer.interview.menu import Choice, Menu, Picked, Writer
from vpwijzer.interview.screens.organisation_screen import NO, YES, Wizard
from vpwijzer.loader.organisation_text import HEAD
from vpwijzer.model import Library, Organisation
from vpwijzer.model.finding import Finding, is_broken
from vpwijzer.organisation import examine
from vpwijzer.organisation.checklist import checklist
from vpwijzer.organisation.proof import Examined, prove_organisation
from vpwijzer.pages.change import change_page
from vpwijzer.pages.organisation import checklist_page, organisation_page
from vpwijzer.words.numbers import about, counted
from vpwijzer.words.sanitize import inert
from vpwijzer.words.wording import Wording

WRITTEN = Kind("organisatie", HEAD.encode())
ASKED = "Dit waren de vragen."
MADE = """Geschreven: {}.
Kijk het na met 'vpwijzer organisatie controleer', of begin met 'vpwijzer'.
"""
MARK = "<!-- organisatie van vpwijzer -->"
PAPER = Kind("overzicht", MARK.encode())
NONE_HERE = (
    "er is geen organisatie gevonden; noem een bestand, of maak er een met "
    "'vpwijzer organisatie maak'"
)
NOTHING_LOST = (
    "Geen weg, termijn, nummer of waarschuwing van de inhoud is weg of lager: "
    "dat volgt uit de vorm van het bestand."
)


def make_organisation(
    file: Path | None, folder: Path | None, *, accessible: bool
) -> int:
    """Ask for an organisation step by step, and write it once it was looked at."""
    place = file or Path(settings_folder()) / FILE
    check_place(place, WRITTEN)
    library = open_library(folder)
    texts: list[str] = []

    def conversation(asker: Writer) -> None:
        wizard = Wizard(library, date.today()).run(asker)  # noqa: DTZ011 - local day
        if wizard is not None and _agrees(asker, wizard, place, library):
            texts.append(wizard.text)

    code = until_the_end(conversation, accessible=accessible, last=ASKED)
    for text in texts:
        make_place(place.parent)
        save(place, text, WRITTEN)
        sys.stdout.write(as_started(MADE.format(inert(str(place)))))
    return code


def _agrees(asker: Writer, wizard: Wizard, place: Path, library: Library) -> bool:
    """Show what will be written, and ask for it; also when it replaces a file."""
    shown = short(str(place))
    asker.show(organisation_page(wizard.organisation, library, shown))
    write = "Vervang wat er staat" if place.exists() else "Schrijf dit op"
    menu = Menu(
        f"Dit komt in {shown}.",
        choices=(Choice(YES, write), Choice(NO, "Schrijf niets")),
    )
    return asker.choose(menu) == Picked(frozenset({YES}))


def show_organisation(file: Path | None, folder: Path | None) -> int:
    """Show what a person will see of an organisation."""
    place = _workplace(file, folder)
    show_page(_page(place))
    return FINE


def _workplace(file: Path | None, folder: Path | None) -> Workplace:
    return added(open_library(folder), _found(file, folder))


def _found(file: Path | None, folder: Path | None) -> str:
    found = find(folder, file)
    if found is None:
        raise UserError(NONE_HERE)
    return found


def _page(place: Workplace) -> Page:
    if place.organisation is None or place.bare is None:  # as it was opened here
        raise UserError(NONE_HERE)
    return organisation_page(place.organisation, place.bare, place.file)


def compare_organisation(file: Path | None, folder: Path | None) -> int:
    """Write down what changes in conversations by an organisation."""
    place = _workplace(file, folder)
    comparison = compare(place.bare or place.library, place.library, Wording)
    page = change_page("de inhoud zelf", place.file, comparison)
    sys.stdout.write(to_markdown(page))
    return FINE


def check_organisation(
    file: Path | None, folder: Path | None, to: Path | None, *, strict: bool
) -> int:
    """Check and prove an organisation, and hold it against what should be arranged."""
    if to is not None:
        _check_paper(to)
    found, library = _found(file, folder), open_library(folder)
    data, shown = read(found), short(found)
    organisation, findings = examine(data, shown, library)
    if is_broken(findings):
        raise BrokenContentError(findings, {shown: data})
    examined = prove_organisation(library, organisation, date.today())  # noqa: DTZ011 - local day
    findings = (*findings, *examined.findings)
    _show(examined, findings, {shown: data})
    page = organisation_page(organisation, library, shown)
    arranged = checklist(library, organisation.facts)
    arrange = checklist_page(arranged, library) if arranged else ()
    if to is None:
        show_page(arrange)
    else:
        save(to, _written((*page, *arrange), organisation, to.suffix.lower()), PAPER)
        sys.stdout.write(f"Overzicht: {inert(str(to))}\n")
    _sum_up(organisation, library, examined)
    failed = bool(findings) if strict else is_broken(findings)
    return CONTENT_HAS_ERRORS if failed else FINE


def _show(
    examined: Examined, findings: tuple[Finding, ...], files: dict[str, bytes]
) -> None:
    proof, words = examined.proof, Wording(examined.library)
    held = proof.conversations if proof else {}
    talks = {each: words.conversation(held[each]) for each in findings if each in held}
    show_findings(findings, sys.stdout, files, talks)


def _sum_up(organisation: Organisation, library: Library, examined: Examined) -> None:
    lines = [f"{inert(organisation.name)}: {_known(organisation)}."]
    if examined.proof is not None and not is_broken(examined.findings):
        talks = about(examined.proof.total)
        promises = counted(len(library.guarantees), "waarborg", "waarborgen")
        lines += [f"Bewezen over {talks} gesprekken, met {promises}.", NOTHING_LOST]
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def _known(organisation: Organisation) -> str:
    known = counted(len(organisation.facts), "vraag minder", "vragen minder")
    whom = counted(len(organisation.contacts), "contact", "contacten")
    return f"hoogstens {known}, {whom} erbij"


def _check_paper(file: Path) -> None:
    if file.suffix.lower() not in ENDINGS:
        message = f"een overzicht eindigt op {' of '.join(ENDINGS)}: '{file}' kan niet"
        raise UserError(message)
    check_place(file, PAPER)


def _written(page: Page, organisation: Organisation, ending: str) -> str:
    if ending == ".html":
        return to_html(page, organisation.name, MARK)
    return f"{MARK}\n\n{to_markdown(page)}"
