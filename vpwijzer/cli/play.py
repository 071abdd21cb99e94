"""Plays a case and shows it: as pages, as JSON, or as a picture."""

import sys
from collections.abc import Mapping
from pathlib import Path

from vpwijzer.atomic_file import Kind
from vpwijzer.cli.exits import (
    CONTENT_HAS_ERRORS,
    FINE,
    BrokenContentError,
    UserError,
)
from vpwijzer.cli.library import open_content, reading
from vpwijzer.cli.show import check_place, save, show_findings, show_page
from vpwijzer.cli.workplace import Choice, Workplace, added, find
from vpwijzer.document.blocks import AIR, Page, heading, paragraph
from vpwijzer.document.svg import MARK
from vpwijzer.document.terminal import picture
from vpwijzer.engine.first_screen import first_screen
from vpwijzer.engine.scenario import (
    NotAnsweredError,
    Played,
    failures,
    play,
    wrong_answer,
)
from vpwijzer.engine.walk import AnswerError
from vpwijzer.json_form.data import played_data, to_json
from vpwijzer.loader import load_answers
from vpwijzer.loader.files import read_file
from vpwijzer.model import Library, Scenario
from vpwijzer.model.finding import is_broken
from vpwijzer.pages.first_screen import first_screen_page
from vpwijzer.pages.outcome import outcome_page
from vpwijzer.pages.question import talk_page
from vpwijzer.yamltext import MOST_BYTES

ALL_WAYS = "Alle wegen: --alles."
PICTURE_WIDTH = 88
PICTURE = Kind("plaatje", MARK.encode(), 0o600)
"""It shows what someone answered: only they may read it."""


def play_file(  # noqa: PLR0913 - one flag per option on the command line
    file: Path,
    folder: Path | None,
    choice: Choice,
    *,
    rest_unknown: bool,
    as_json: bool,
    talk_only: bool,
    show_all: bool,
    svg: Path | None,
) -> int:
    """Read a case and play it; raises BrokenContentError when it cannot be."""
    if svg is not None:
        check_place(svg, PICTURE)
    loaded = open_content(folder)
    file_of_organisation = None if choice.bare else find(folder, choice.file)
    workplace = Workplace(loaded.library)
    if file_of_organisation is not None:
        workplace = added(loaded.library, file_of_organisation)
    is_piped = str(file) == "-"
    with reading(file):
        data = sys.stdin.buffer.read(MOST_BYTES + 1) if is_piped else read_file(file)
    name = "standaardinvoer" if is_piped else str(file)
    read = {**loaded.read, name: data}
    case, findings = load_answers(data, name, loaded)
    if is_broken(findings):
        raise BrokenContentError(findings, read)
    return play_case(
        workplace,
        case,
        read,
        rest_unknown=rest_unknown or case.rest_unknown,
        as_json=as_json,
        talk_only=talk_only,
        show_all=show_all,
        svg=svg,
    )


def play_case(  # noqa: PLR0913 - one flag per option on the command line
    workplace: Workplace,
    case: Scenario,
    read: Mapping[str, bytes],
    *,
    rest_unknown: bool,
    as_json: bool,
    talk_only: bool,
    show_all: bool,
    svg: Path | None,
) -> int:
    """Play a case and show it; tells by its exit code whether it comes out."""
    library = workplace.library
    played = _played(workplace, case, read, rest_unknown=rest_unknown)
    if as_json:
        sys.stdout.write(to_json(played_data(played)) + "\n")
    else:
        _show(library, played, talk_only=talk_only, show_all=show_all, svg=svg)
    missed = tuple(failures(played))
    if missed:
        show_findings(missed, sys.stderr, read)
    return CONTENT_HAS_ERRORS if missed else FINE


def _played(
    workplace: Workplace,
    case: Scenario,
    read: Mapping[str, bytes],
    *,
    rest_unknown: bool,
) -> Played:
    try:
        return play(
            workplace.library,
            case,
            rest_unknown=rest_unknown,
            prefilled=workplace.prefilled,
        )
    except NotAnsweredError as error:
        message = (
            f"de vraag '{error.question.id}' wordt gesteld maar niet beantwoord "
            f"({error.question.text}); vul hem in of gebruik '--rest onbekend'"
        )
        raise UserError(message) from error
    except AnswerError as error:
        raise BrokenContentError((wrong_answer(case, error),), read) from error


def _show(
    library: Library,
    played: Played,
    *,
    talk_only: bool,
    show_all: bool,
    svg: Path | None,
) -> None:
    if talk_only:
        page = talk_page(played.walk)
    elif show_all or svg is not None:
        page = outcome_page(played.outcome, library, show_all=show_all)
    else:
        page = (*_told(played.case), *_in_short(library, played))
    if played.unused:
        names = ", ".join(played.unused)
        page += (AIR, paragraph(f"Niet gebruikt, want niet gevraagd: {names}"))
    show_page(page)
    if svg is not None:
        save(svg, picture(page, PICTURE_WIDTH), PICTURE)


def _told(case: Scenario) -> Page:
    """Give the title and the story of a case; a file with answers only has none."""
    title = (heading(1, case.title),) if case.title else ()
    story = (paragraph(case.story), AIR) if case.story else ()
    return (*title, *story)


def _in_short(library: Library, played: Played) -> Page:
    """Give the first screen, and where the rest is."""
    screen = first_screen(played.walk, played.outcome)
    return (*first_screen_page(screen, library), paragraph(ALL_WAYS))
