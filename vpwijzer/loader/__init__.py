"""Content files into values; the only place that knows the Dutch keys."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from vpwijzer.loader.build import Builder
from vpwijzer.loader.fields import fields
from vpwijzer.loader.files import Sources, read_folder
from vpwijzer.loader.keys import FILES, FOLDERS
from vpwijzer.loader.keys.organisation import ORGANISATION
from vpwijzer.loader.keys.promises import ANSWERS_FILE
from vpwijzer.loader.keys.shapes import Shape
from vpwijzer.loader.names import (
    ID_KEYS,
    Names,
    check_file_names,
    collect,
    names_of,
)
from vpwijzer.loader.organisation import build_organisation
from vpwijzer.loader.report import Report
from vpwijzer.loader.rules import MISSING_KEY, NO_KIND
from vpwijzer.loader.scenarios import build_scenario
from vpwijzer.loader.shape import check_shape
from vpwijzer.model import Library, Organisation, Scenario
from vpwijzer.model.finding import Finding, in_order, is_broken
from vpwijzer.model.position import Position
from vpwijzer.yamltext import Items, Table, parse

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

SHAPES: Mapping[str, Shape] = {**FOLDERS, **FILES}
DEFINED_UNDER: Mapping[str, str] = {"bomen": "vragen", **{kind: kind for kind in FILES}}
"""Where ids stand in a file; in the other kinds they are the names of the files."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came out of the files; complete only when nothing is an error."""

    library: Library
    findings: tuple[Finding, ...]
    names: Names = field(repr=False)
    read: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """What was read from which file; nothing else is ever shown of a file."""


def load_folder(root: "Traversable", shown_as: str) -> Loaded:
    """Load a content folder; raises OSError when it cannot be read."""
    return load(read_folder(root, shown_as))


def load(sources: Sources) -> Loaded:
    """Load content from bytes; every finding is collected, none raised."""
    report = Report()
    report.findings += sources.findings
    files: dict[str, dict[str, Table]] = {kind: {} for kind in sources.files}
    incomplete = set(sources.incomplete)
    for kind, found in sources.files.items():
        for name, (path, data) in found.items():
            file, is_whole = _read(data, path, SHAPES[kind], report)
            if file is not None:
                files[kind][name] = file
            if not (is_whole and _defines_ids(file, kind)):
                incomplete.add(kind)
    check_file_names(files, report)
    file_names = {kind: frozenset(found) for kind, found in sources.files.items()}
    names = collect(files, file_names, frozenset(incomplete), report)
    from vpwijzer.loader.library import assemble  # noqa: PLC0415 - start-up

    library = assemble(files, Builder(names, report))
    read = dict(each for found in sources.files.values() for each in found.values())
    return Loaded(library, in_order(report.findings), names, read)


def _read(
    data: bytes, path: str, shape: Shape, report: Report
) -> tuple[Table | None, bool]:
    """Read a file; tells whether nothing was left out of it.

    What seems to be missing may be what was left out, so it is not reported.
    """
    node, findings = parse(data, path)
    shape_report = Report()
    if node is not None:
        check_shape(node, shape, shape_report)
    found = shape_report.findings
    is_whole = not is_broken(findings)
    if not is_whole:
        found = [each for each in found if each.rule.code != MISSING_KEY.code]
    report.findings += (*findings, *found)
    return (node if isinstance(node, Table) else None), is_whole


def _defines_ids(file: Table | None, kind: str) -> bool:
    if kind not in DEFINED_UNDER:
        return True
    shape = Items if kind == "volgorde" else Table
    return isinstance(fields(file).node(DEFINED_UNDER[kind]), shape)


def overlay(sources: Sources, data: bytes, name: str, shown_as: str) -> Sources:
    """Put one loose file in the place that its first key says it has.

    A file of which nothing tells what it is, is reported and put nowhere.
    """
    kind = kind_of(data)
    if kind is None:
        _, findings = parse(data, shown_as)
        return replace(sources, findings=findings or (_no_kind(shown_as),))
    name = kind if kind in FILES else name
    files = {**sources.files, kind: {**sources.files[kind], name: (shown_as, data)}}
    return replace(sources, files=files)


def kind_of(data: bytes) -> str | None:
    """Tell by its first key what kind of content a loose file holds."""
    node, _ = parse(data, "")
    kinds = {**{key: kind for kind, key in ID_KEYS.items()}, **{k: k for k in FILES}}
    return next((kinds.get(k.value) for k, _ in fields(node).table.entries), None)


def _no_kind(shown_as: str) -> Finding:
    keys = ", ".join(f"'{key}:'" for key in (*ID_KEYS.values(), *FILES))
    return NO_KIND.at(Position(shown_as, 1, 1), keys)


def load_organisation(
    data: bytes, shown_as: str, library: Library
) -> tuple[Organisation, tuple[Finding, ...]]:
    """Load the file of an organisation against content without errors."""
    report = Report()
    file, _ = _read(data, shown_as, ORGANISATION, report)
    names = names_of(library)
    made = build_organisation(fields(file), library, names, report)
    return made, in_order(report.findings)


def load_answers(
    data: bytes, shown_as: str, loaded: Loaded
) -> tuple[Scenario, tuple[Finding, ...]]:
    """Load a scenario or answers file against content that was loaded before."""
    report = Report()
    file, _ = _read(data, shown_as, ANSWERS_FILE, report)
    scenario = build_scenario(fields(file), Builder(loaded.names, report))
    return scenario, in_order(report.findings)
