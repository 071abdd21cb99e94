"""Finds and loads the content a command works on; turns trouble into Dutch."""

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from vpwijzer.bundled import bundled_content
from vpwijzer.checks.causes import by_cause, traced
from vpwijzer.checks.recheck import check_again, check_unproved
from vpwijzer.checks.static import verify
from vpwijzer.cli.exits import BrokenContentError, UserError
from vpwijzer.compiled import bundled_folder, write
from vpwijzer.engine.scenario import check_all
from vpwijzer.loader import Loaded, load, load_folder, overlay
from vpwijzer.loader.files import read_folder
from vpwijzer.model.finding import Finding, Where, is_broken

if TYPE_CHECKING:
    from vpwijzer.proof import Proof

ORDER = "volgorde.yaml"


@dataclass(frozen=True, slots=True)
class Checked:
    """Content, what is wrong with it, and what was proved when it could be."""

    loaded: Loaded
    findings: tuple[Finding, ...]
    proof: "Proof | None" = None


def open_content(folder: Path | None) -> Loaded:
    """Load the content to work with; raises BrokenContentError when it has errors.

    Content that came with the program was verified when it was built.
    """
    if folder is None:
        loaded = load_folder(bundled_content(), shown(bundled_content()))
        findings = loaded.findings
    else:
        loaded = load_folder(existing_folder(folder), shown(folder))
        findings = loaded.findings
        if not is_broken(findings):
            findings += verify(loaded.library, date.today())  # noqa: DTZ011 - local day
    if is_broken(findings):
        raise BrokenContentError(findings)
    return loaded


def compile_content() -> None:
    """Write what is made of the bundled content, unless it has errors.

    For when the program is built: it never writes while it runs.
    """
    loaded = load_folder(bundled_content(), "trees")
    if not is_broken(loaded.findings):
        write(loaded.library, bundled_folder())


def check_content(path: Path | None, today: date, *, sharing: bool = False) -> Checked:
    """Load, check and prove a folder, or one file by itself.

    Of a folder, the part of the conversations each route applies in may be asked.
    """
    if path is not None and not path.is_dir():
        return _by_cause(_check_file(path, today), today)
    root = bundled_content() if path is None else path
    checked = _check(load_folder(root, shown(root)), today, sharing=sharing)
    return _by_cause(checked, today)


def _by_cause(checked: Checked, today: date) -> Checked:
    findings, library = by_cause(checked.findings), checked.loaded.library
    if not is_broken(checked.loaded.findings):
        again = partial(check_again, checked=checked, today=today)
        findings = traced(findings, library, again)
    return replace(checked, findings=findings)


def _check(
    loaded: Loaded, today: date, *, proving: bool = True, sharing: bool = False
) -> Checked:
    library, findings, proof = loaded.library, loaded.findings, None
    if not is_broken(findings):
        findings += verify(library, today)
    if proving and not is_broken(findings):
        from vpwijzer.proof import prove  # noqa: PLC0415 - start-up

        proof = prove(library, sharing=sharing)
        findings += proof.findings
        findings += tuple(check_all(library, library.scenarios.values()))
        findings += tuple(check_unproved(library, proof))
    return Checked(loaded, findings, proof)


def _check_file(path: Path, today: date) -> Checked:
    """Check one file: inside its folder, else as if it were part of our content."""
    root = _folder_of(path)
    if root is not None:
        sources = read_folder(root, shown(root))
        checked = _check(load(sources), today)
        here = (f for f in checked.findings if Path(f.at.file).samefile(path))
        return replace(checked, findings=tuple(here))
    sources = read_folder(bundled_content(), shown(bundled_content()))
    data = read_bytes(path)
    loose = overlay(sources, data, path.stem, shown(path))
    loaded = load(loose)
    # A loose file has no folder that could list it.
    listed = tuple(f for f in loaded.findings if f.rule.where is not Where.FOLDER)
    # What no list names is in no conversation yet, so there is nothing to prove.
    proving = listed == loaded.findings
    checked = _check(replace(loaded, findings=listed), today, proving=proving)
    found = tuple(
        finding
        for finding in checked.findings
        if finding.at.file == shown(path) and finding.rule.where is not Where.FOLDER
    )
    return replace(checked, findings=found)


def _folder_of(path: Path) -> Path | None:
    """Give the content folder that a file is in."""
    here = list(path.absolute().parents)[:2]
    return next((folder for folder in here if (folder / ORDER).is_file()), None)


def on_disk(path: Path | None) -> Path:
    """Give what a check of some path rests on: a folder, or a loose file."""
    if path is None:
        return Path(str(bundled_content()))
    return path if path.is_dir() else _folder_of(path) or path


def existing_folder(folder: Path) -> Path:
    """Give a folder that is there; raises UserError when it is not."""
    if not folder.is_dir():
        there = folder.exists()
        message = (
            f"'{folder}' is geen map" if there else f"de map '{folder}' is er niet"
        )
        raise UserError(message)
    return folder


def read_bytes(path: Path) -> bytes:
    """Read a file; raises UserError when that cannot be done."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        message = f"het bestand of de map '{path}' is er niet"
        raise UserError(message) from error
    except OSError as error:
        message = f"'{path}' kan niet worden gelezen"
        raise UserError(message) from error


def shown(path: Traversable) -> str:
    """Give a path as short as it can be from here."""
    try:
        return str(Path(str(path)).absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
