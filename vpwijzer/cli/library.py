"""The content that a command works with; without PyYAML where that can be."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from vpwijzer.cli.exits import BrokenContentError, UserError
from vpwijzer.compiled import bundled_content, bundled_folder, read
from vpwijzer.model import Library

if TYPE_CHECKING:
    from pathlib import Path

    from vpwijzer.loader import Loaded


VARIABLE = "VPWIJZER_INHOUD"


def named_folder(folder: "Path | None") -> "Path | None":
    """Give the folder that was named: on the command line, else in the environment."""
    if folder is None and (set_to := os.environ.get(VARIABLE)):
        from pathlib import Path  # noqa: PLC0415 - start-up

        return Path(set_to)
    return folder


def content_folder(folder: "Path | None") -> str:
    """Give the folder with the content that a command works with."""
    named = named_folder(folder)
    return bundled_folder() if named is None else str(named)


def open_library(folder: "Path | None") -> Library:
    """Open the content to show or walk; raises BrokenContentError and UserError."""
    folder = named_folder(folder)
    ready = read(bundled_folder()) if folder is None else None
    return open_content(folder).library if ready is None else ready


def open_content(folder: "Path | None") -> "Loaded":
    """Load content from its files; raises BrokenContentError and UserError.

    Content that came with the program was verified before it was given out.
    """
    from datetime import date  # noqa: PLC0415 - start-up

    from vpwijzer.checks.pipeline import shown, verified  # noqa: PLC0415 - start-up
    from vpwijzer.loader import load_folder  # noqa: PLC0415 - start-up
    from vpwijzer.model.finding import is_broken  # noqa: PLC0415 - start-up

    folder = named_folder(folder)
    if folder is None:
        loaded = load_folder(bundled_content(), shown(bundled_content()))
        findings = loaded.findings
    else:
        checked = verified(_existing(folder), date.today())  # noqa: DTZ011 - local day
        loaded, findings = checked.loaded, checked.findings
    if is_broken(findings):
        raise BrokenContentError(findings, loaded.read)
    return loaded


def _existing(folder: "Path") -> "Path":
    if not folder.is_dir():
        there = folder.exists()
        message = (
            f"'{folder}' is geen map" if there else f"de map '{folder}' is er niet"
        )
        raise UserError(message)
    return folder


@contextmanager
def reading(path: "Path | str | None") -> Iterator[None]:
    """Turn what goes wrong while reading a path into a UserError."""
    try:
        yield
    except FileNotFoundError as error:
        message = f"het bestand of de map '{path or bundled_folder()}' is er niet"
        raise UserError(message) from error
    except OSError as error:
        message = f"'{path or bundled_folder()}' kan niet worden gelezen"
        raise UserError(message) from error
