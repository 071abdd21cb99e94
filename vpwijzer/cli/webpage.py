"""Writes the page that works anywhere, and tells whether one on disk is whole."""

import re
import sys
from datetime import date
from pathlib import Path

from vpwijzer import __version__
from vpwijzer.atomic_file import Kind
from vpwijzer.cli.exits import CONTENT_HAS_ERRORS, FINE, UserError
from vpwijzer.cli.library import reading
from vpwijzer.cli.show import check_place, save
from vpwijzer.cli.suggest import named
from vpwijzer.cli.workplace import Choice, open_workplace
from vpwijzer.engine.replay import is_seated
from vpwijzer.model import Seat
from vpwijzer.webpage.html import MARK, NEUTRAL, damage, page_html
from vpwijzer.words.sanitize import inert

WEBPAGE = Kind("pagina", MARK.encode())
ABOUT = re.compile(r'<meta name="vpwijzer" content="([^"]*)">')


def write_page(
    to: Path, seat: Seat, start: str | None, folder: Path | None, choice: Choice
) -> int:
    """Write the page of one seat; raises UserError."""
    check_place(to, WEBPAGE)
    work = open_workplace(folder, choice)
    if start is not None:
        tree = named(work.library.trees, start, "de boom", "bomen")
        if not tree.can_start or not is_seated(tree, seat):
            message = f"met de boom '{start}' kan deze pagina niet beginnen"
            raise UserError(message)
    elif seat is not Seat.TRAINER:  # a trainer chooses, as on a terminal
        start = next(t.id for t in work.library.trees.values() if t.can_start)
    made = f"{date.today()}"  # noqa: DTZ011 - the person's own day
    about = f"gemaakt op {made} met versie {__version__}"
    neutral = NEUTRAL
    if work.organisation is not None:
        about += f"; organisatie: {work.organisation.name}"
        neutral = work.organisation.neutral_page or NEUTRAL
    page = page_html(
        work.library,
        seat,
        start or "",
        prefilled=work.prefilled,
        neutral=neutral,
        about=about,
    )
    save(to, page, WEBPAGE)
    size = len(page.encode()) // 1000
    sys.stdout.write(f"Geschreven: {inert(str(to))} ({size} kB, één bestand).\n")
    return FINE


def check_page(file: Path) -> int:
    """Tell whether a page on disk is whole, what it holds and how old it is."""
    with reading(file):
        page = file.read_text(encoding="utf-8", errors="replace")
    if MARK not in page:
        message = f"'{file}' is geen pagina van dit programma"
        raise UserError(message)
    about = ABOUT.search(page)
    wrong = damage(page)
    told = f"niet heel: {wrong}" if wrong else "heel"
    sys.stdout.write(f"De pagina is {told}.\n")
    if about:
        sys.stdout.write(f"{inert(about[1]).capitalize()}.\n")
    return CONTENT_HAS_ERRORS if wrong else FINE
