"""The organisation a command works with: named, or found where each start looks."""

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from vpwijzer.cli.exits import BrokenOrganisationError, UserError
from vpwijzer.cli.library import content_folder, open_library
from vpwijzer.model import Library

if TYPE_CHECKING:
    from pathlib import Path

    from vpwijzer.model import Facts, Organisation

FILE = "organisatie.yaml"
VARIABLE = "VPWIJZER_ORGANISATIE"
NOWHERE: "Facts" = {}


class Choice(NamedTuple):
    """What was said about the organisation on the command line."""

    file: "Path | None" = None
    bare: bool = False
    """Whether to look for none."""


ANY = Choice()


class Workplace(NamedTuple):
    """Content, and the organisation that was added to it when there is one."""

    library: Library
    """With what the organisation adds."""
    organisation: "Organisation | None" = None
    file: str = ""
    bare: Library | None = None
    """Without what it adds, when it adds anything."""

    @property
    def prefilled(self) -> "Facts":
        """What the organisation answers beforehand."""
        return self.organisation.facts if self.organisation else NOWHERE

    @property
    def said(self) -> str:
        """Say which organisation this is and who made it, if there is one."""
        if self.organisation is None:
            return ""
        return (
            f"Organisatie: {self.organisation.name}. Wat van de organisatie komt, "
            f"schreef de werkgever ({self.file})."
        )


def open_workplace(folder: "Path | None", choice: Choice = ANY) -> Workplace:
    """Open content with the organisation that belongs to this start.

    Raises UserError when what was named is not there, and BrokenOrganisationError
    when it cannot be used: half of it, or none, would mislead.
    """
    library = open_library(folder)
    found = None if choice.bare else find(folder, choice.file)
    if found is None:
        return Workplace(library)
    return added(library, found)


def added(library: Library, file: str) -> Workplace:
    """Read an organisation and add it to content.

    Raises UserError when it cannot be read, BrokenOrganisationError when it is wrong.
    """
    from vpwijzer.model.finding import is_broken  # noqa: PLC0415 - start-up
    from vpwijzer.organisation import enrich, examine  # noqa: PLC0415 - start-up

    data, shown = read(file), short(file)
    organisation, findings = examine(data, shown, library)
    if is_broken(findings):
        raise BrokenOrganisationError(findings, {shown: data})
    made = enrich(library, organisation)
    return Workplace(made, organisation, shown, library)


def read(file: str) -> bytes:
    """Read a file, no further than shows that it is too large; raises UserError."""
    from vpwijzer.cli.library import reading  # noqa: PLC0415 - start-up
    from vpwijzer.loader.files import read_path  # noqa: PLC0415 - start-up

    with reading(file):
        return read_path(file)


def find(folder: "Path | None", named: "Path | None" = None) -> str | None:
    """Find the file of the organisation; only what was named has to be there.

    Named on the command line, else in the environment, else in the settings of this
    user, else between the files of the content.
    """
    if named is not None:
        return str(named)
    if set_to := os.environ.get(VARIABLE):
        if not os.path.exists(set_to):
            message = f"{VARIABLE} wijst naar '{set_to}', en dat is er niet"
            raise UserError(message)
        return set_to
    for place in (settings_folder(), content_folder(folder)):
        file = os.path.join(place, FILE)
        if os.path.isfile(file):
            return file
    return None


def settings_folder() -> str:
    """Give the folder where this user keeps settings, as each system has it."""
    if sys.platform == "win32":
        place = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        place = "~/Library/Application Support"
    else:
        place = os.environ.get("XDG_CONFIG_HOME") or "~/.config"
    return os.path.join(os.path.expanduser(place), "vpwijzer")


def short(file: str) -> str:
    """Give a path as short as a person knows it."""
    home = os.path.expanduser("~")
    inside = home != "/" and file.startswith(home + os.sep)
    return f"~{file.removeprefix(home)}" if inside else file
