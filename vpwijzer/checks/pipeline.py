"""What a check of content does: load, check, prove, and join what has one cause."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from vpwijzer.checks.causes import by_cause, traced
from vpwijzer.checks.guarantee import check_guarantees
from vpwijzer.checks.ranking import check_ranking
from vpwijzer.checks.rules import IN_FUTURE
from vpwijzer.checks.static import verify
from vpwijzer.compiled import PLACE, bundled_content, bundled_folder, write
from vpwijzer.engine.scenario import (
    NO_ANSWER,
    WRONG_ANSWER,
    check_all,
    check_scenario,
)
from vpwijzer.loader import Loaded, load, load_folder, overlay
from vpwijzer.loader.files import read_file, read_folder
from vpwijzer.model import Library, Scenario
from vpwijzer.model.finding import Finding, Severity, Where, is_broken

if TYPE_CHECKING:
    from vpwijzer.proof import Proof

ORDER = "volgorde.yaml"

UNPLAYED = {NO_ANSWER.code, WRONG_ANSWER.code}
"""After this, a case tells no more."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Content, what is wrong with it, and what was proved when it could be."""

    loaded: Loaded
    findings: tuple[Finding, ...]
    proof: "Proof | None" = None


def verified(folder: Traversable, today: date) -> Checked:
    """Load and check a folder without proving it; raises OSError.

    That a day has yet to come stops no conversation: then it is often the clock that is
    behind, and not the content that is wrong.
    """
    checked = _check(load_folder(folder, shown(folder)), today, proving=False)
    warning = replace(IN_FUTURE, severity=Severity.WARNING)
    findings = (
        replace(each, rule=warning) if each.rule == IN_FUTURE else each
        for each in checked.findings
    )
    return replace(checked, findings=tuple(findings))


def check_content(path: Path | None, today: date, *, sharing: bool = False) -> Checked:
    """Load, check and prove a folder, or one file by itself; raises OSError.

    Of a folder, the part of the conversations each route applies in may be asked.
    """
    if path is not None and not path.is_dir():
        return _by_cause(_check_file(path, today), today)
    root = bundled_content() if path is None else path
    checked = _check(load_folder(root, shown(root)), today, sharing=sharing)
    checked = _by_cause(checked, today)
    # After causes: to measure again what each mended version has takes too long.
    ranked = check_ranking(
        checked.loaded.library, checked.proof.shares if checked.proof else {}
    )
    return replace(checked, findings=(*checked.findings, *ranked))


def compile_content(
    today: date, content: str = bundled_folder(), place: str = PLACE
) -> bool:
    """Write what is made of content that is checked and proved without errors.

    For when the program is built: it never writes while it runs. False when there are
    errors: nothing is written then.
    """
    checked = _check(load_folder(Path(content), "trees"), today)
    if is_broken(checked.findings):
        return False
    write(checked.loaded.library, content, place)
    return True


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
        findings += tuple(_check_unproved(library, proof))
    return Checked(loaded, findings, proof)


def _check_unproved(library: Library, proof: "Proof") -> Iterable[Finding]:
    """Hold what could not be proved against the scenarios at least."""
    left = {k: v for k, v in library.guarantees.items() if proof.guarantees[k] is None}
    cases = library.scenarios.values() if left else ()
    return check_guarantees(replace(library, guarantees=left), cases)


def _check_file(path: Path, today: date) -> Checked:
    """Check one file: inside its folder, else as if it were part of our content."""
    root = _folder_of(path)
    if root is not None:
        sources = read_folder(root, shown(root))
        checked = _check(load(sources), today)
        here = (f for f in checked.findings if Path(f.at.file).samefile(path))
        return replace(checked, findings=tuple(here))
    sources = read_folder(bundled_content(), shown(bundled_content()))
    data = read_file(path)
    loaded = load(overlay(sources, data, path.stem, shown(path)))
    loaded = replace(loaded, read={**loaded.read, shown(path): data})
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


def _by_cause(checked: Checked, today: date) -> Checked:
    findings, library = by_cause(checked.findings), checked.loaded.library
    if not is_broken(checked.loaded.findings):
        again = partial(_check_again, checked=checked, today=today)
        findings = traced(findings, library, again)
    return replace(checked, findings=findings)


def _check_again(
    made: Library, checked: Checked, today: date
) -> tuple[Finding, ...] | None:
    """Make the checks that found something again, on content with one of it mended.

    None when it cannot be told what is still found.
    """
    proof, found = checked.proof, checked.loaded.findings + verify(made, today)
    if proof is None:
        return found
    from vpwijzer.proof import recheck  # noqa: PLC0415 - start-up

    proved = recheck(made, frozenset(proof.checks.values()))
    if proved is None:
        return None
    unproved = (each for each in proof.findings if each not in proof.checks)
    cases = _cases_again(made, checked)
    return (*found, *proved, *unproved, *_check_unproved(made, proof), *cases)


def _cases_again(made: Library, checked: Checked) -> Iterator[Finding]:
    for case in checked.loaded.library.scenarios.values():
        known = [each for each in checked.findings if each.at.file == case.at.file]
        if known:
            yield from _case_again(made, case, known)


def _case_again(made: Library, case: Scenario, known: list[Finding]) -> list[Finding]:
    """Play a case once more; one that now ends early tells nothing about the rest.

    More may be asked than its file answers.
    """
    unanswered = any(each.code in UNPLAYED for each in known)
    rest_unknown = case.rest_unknown or not unanswered
    found = check_scenario(made, replace(case, rest_unknown=rest_unknown))
    ends_early = any(each.code in UNPLAYED and each not in known for each in found)
    return known if ends_early else list(found)


def _folder_of(path: Path) -> Path | None:
    """Give the content folder that a file is in."""
    here = list(path.absolute().parents)[:2]
    return next((folder for folder in here if (folder / ORDER).is_file()), None)


def on_disk(path: Path | None) -> Path:
    """Give what a check of some path rests on: a folder, or a loose file."""
    if path is None:
        return Path(str(bundled_content()))
    return path if path.is_dir() else _folder_of(path) or path


def shown(path: Traversable) -> str:
    """Give a path as short as it can be from here."""
    try:
        return str(Path(str(path)).absolute().relative_to(Path.cwd()))
    except ValueError:
        return str(path)
