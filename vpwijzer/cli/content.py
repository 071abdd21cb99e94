"""Finds and loads the content a command works on; turns trouble into Dutch."""

from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path

from vpwijzer.bundled import bundled_content
from vpwijzer.cli.trouble import BrokenContentError, UserError
from vpwijzer.finding import Finding, in_order, is_broken
from vpwijzer.guarantee import check_guarantees
from vpwijzer.loader import Loaded, load, load_folder, overlay
from vpwijzer.loader.files import read_folder
from vpwijzer.scenario import check_all
from vpwijzer.verifier import verify

ORDER = "volgorde.yaml"


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


def check_content(path: Path | None, today: date) -> tuple[Loaded, tuple[Finding, ...]]:
    """Load and check a folder, or one file by itself."""
    if path is None:
        return _check(load_folder(bundled_content(), shown(bundled_content())), today)
    if path.is_dir():
        return _check(load_folder(path, shown(path)), today)
    return _check_file(path, today)


def _check(loaded: Loaded, today: date) -> tuple[Loaded, tuple[Finding, ...]]:
    findings = loaded.findings
    if not is_broken(findings):
        findings += verify(loaded.library, today)
    if not is_broken(findings):
        cases = loaded.library.scenarios.values()
        findings += tuple(check_all(loaded.library, cases))
        findings += tuple(check_guarantees(loaded.library, cases))
    return loaded, in_order(list(findings))


def _check_file(path: Path, today: date) -> tuple[Loaded, tuple[Finding, ...]]:
    """Check one file: inside its folder, else as if it were part of our content."""
    root = next((p for p in path.absolute().parents if (p / ORDER).is_file()), None)
    if root is not None and root in list(path.absolute().parents)[:2]:
        sources = read_folder(root, shown(root))
        loaded, findings = _check(load(sources), today)
        return loaded, tuple(f for f in findings if Path(f.at.file).samefile(path))
    sources = read_folder(bundled_content(), shown(bundled_content()))
    data = read_bytes(path)
    loose = overlay(sources, data, path.stem, shown(path))
    loaded, findings = _check(load(loose), today)
    return loaded, tuple(
        finding
        for finding in findings
        if finding.at.file == shown(path) and finding.code not in ONLY_IN_A_FOLDER
    )


# A loose file has no folder that could list it.
ONLY_IN_A_FOLDER = {"niet-in-volgorde", "niet-in-traject", "boom-onbereikbaar"}


def existing_folder(folder: Path) -> Path:
    """Give a folder that is there; raises UserError when it is not."""
    if not folder.is_dir():
        message = f"de map '{folder}' is er niet"
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
