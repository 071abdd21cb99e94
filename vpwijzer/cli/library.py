"""The library that a command shows or walks; without PyYAML where that can be."""

from typing import TYPE_CHECKING

from vpwijzer.compiled import bundled_folder, read
from vpwijzer.model import Library

if TYPE_CHECKING:
    from pathlib import Path


def open_library(folder: "Path | None") -> Library:
    """Open the content to work with; raises BrokenContentError when it has errors."""
    ready = read(bundled_folder()) if folder is None else None
    if ready is not None:
        return ready
    from vpwijzer.checks.pipeline import open_content  # noqa: PLC0415 - start-up

    return open_content(folder).library
