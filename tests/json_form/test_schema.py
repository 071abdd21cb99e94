"""The schemas of an editor and the loader agree on what a file looks like."""

import json
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import TypeAlias

import pytest
import yaml
from _pytest.mark import ParameterSet
from cases import DATA, FILE, MINIMAL, lay
from jsonschema import Draft7Validator
from screens import CONTENT

from vpwijzer.json_form.schema import schema, schema_text
from vpwijzer.loader.keys import FILES, FOLDERS, KINDS
from vpwijzer.loader.keys.shapes import (
    EitherOf,
    ListOf,
    MapOf,
    Record,
    Shape,
    Words,
)
from vpwijzer.loader.report import Report
from vpwijzer.loader.shape import check_shape
from vpwijzer.model.position import Position
from vpwijzer.yamltext import Items, Node, Table, Text, parse

Data: TypeAlias = "str | int | float | bool | list[Data] | dict[str, Data] | None"

TREES = Path(__file__).resolve().parents[2] / "trees"
SCHEMAS = TREES / "schemas"
AT = Position("proef.yaml", 1, 1)
CHECKERS = {
    kind: Draft7Validator(schema(kind), format_checker=Draft7Validator.FORMAT_CHECKER)
    for kind in KINDS
}
OTHERS: list[Data] = [
    "",
    " ",
    "tekst",
    "2026-02-30",
    "26-1-1",
    [],
    {},
    ["tekst"],
    [["tekst"]],
    {"naam": "tekst"},
    {"naam": {"naam": "tekst"}},
]
"""What may stand where something else belongs."""

NAMES = ("vreemd", "Foute naam", "een-van", "onbekend", "misschien-meer")
"""What may stand as a key or a name where it does not belong."""

CASES = sorted((DATA / "err").glob("*.yaml")) + sorted((DATA / "ok").glob("*.yaml"))
FINDINGS = (TREES.parent / "docs" / "bevindingen.md").read_text(encoding="utf-8")
EXAMPLE = re.compile(r"^### (.+?)$.*?^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SEEN_UNDER = "Sleutels en teksten"
NOT_OF_CONTENT = {
    "Hoe je YAML schrijft",
    "Bestanden",
    "Gewone taal",
    "Het bestand van een organisatie",
}
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def kind_of(file: Path) -> str:
    if file.stem in FILES:
        return file.stem
    shape = FOLDERS[file.parent.name]
    return next(kind for kind, (_, known) in KINDS.items() if known is shape)


def editor_accepts(kind: str, data: Data) -> bool:
    return bool(CHECKERS[kind].is_valid(data))


def loader_accepts(kind: str, node: Node) -> bool:
    report = Report()
    check_shape(node, KINDS[kind][1], report)
    return not report.findings


def node_of(data: Data) -> Node:
    """Make what the loader would read."""
    match data:
        case dict():
            entries = ((Text(k, AT), node_of(value)) for k, value in data.items())
            return Table(tuple(entries), AT)
        case list():
            return Items(tuple(map(node_of, data)), AT)
        case _:
            return Text(str(data), AT)


def as_editor_reads(text: str) -> Data:
    """Read as YAML 1.2 does, with numbers and the like."""
    return _read(yaml.compose(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader)))


def _read(node: yaml.Node | None) -> Data:
    match node:
        case yaml.MappingNode():
            return {str(key.value): _read(value) for key, value in node.value}
        case yaml.SequenceNode():
            return [_read(item) for item in node.value]
        case yaml.ScalarNode():
            return str(node.value) if node.style else _plain(node.value)
        case _:
            return None


def _plain(word: str) -> Data:
    """Give a word without quotes the type that YAML 1.2 gives it."""
    if word in {"", "~", "null", "Null", "NULL"}:
        return None
    if word.lower() in {"true", "false"}:
        return word.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", word):
        return int(word)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", word):
        return float(word)
    return word


def examples(shape: Shape) -> list[Data]:
    """Fill a shape in with everything it can hold, in each of its forms."""
    match shape:
        case Words():
            if shape.address:
                return ["https://voorbeeld.nl/"]
            is_other = shape.is_date or shape.pattern
            other = "2026-11-21" if shape.is_date else shape.like
            return [other] if is_other else [*shape.choices] or ["tekst"]
        case ListOf():
            items = examples(shape.item)
            return [items, *(items if shape.bare else [])]
        case MapOf():
            named = {f"naam-{n}": each for n, each in enumerate(examples(shape.item))}
            special = {key.name: examples(key.shape)[0] for key in shape.special}
            return [{**named, **special}]
        case Record():
            forms = {key.name: examples(key.shape) for key in shape.keys}
            count = max(map(len, forms.values()))
            return [
                {name: form[n % len(form)] for name, form in forms.items()}
                for n in range(count)
            ]
        case EitherOf():
            return [*chain.from_iterable(map(examples, shape.shapes))]


def broken(data: Data, seen: set[str]) -> Iterator[Data]:
    """Change one thing, anywhere; not twice inside what was seen elsewhere."""
    yield from (other for other in OTHERS if other != data)
    if json.dumps(data) in seen:
        return
    seen.add(json.dumps(data))
    match data:
        case dict():
            for key, value in data.items():
                yield {k: v for k, v in data.items() if k != key}
                yield from ({**data, key: worse} for worse in broken(value, seen))
            yield from ({**data, name: "tekst"} for name in NAMES)
        case list():
            for n, item in enumerate(data):
                rest = data[:n], data[n + 1 :]
                yield from ([*rest[0], x, *rest[1]] for x in broken(item, seen))
        case _:
            return


def accepts(file: Path) -> tuple[bool, bool] | None:
    """Tell what the editor and the loader say of a file; nothing when it is no YAML."""
    node, findings = parse(file.read_bytes(), file.name)
    if node is None or findings:
        return None
    kind = kind_of(file)
    editor = editor_accepts(kind, as_editor_reads(file.read_text(encoding="utf-8")))
    return editor, loader_accepts(kind, node)


def laid(case: str, root: Path) -> list[tuple[bool, bool] | None]:
    lay(case, root)
    return [accepts(root / name) for name in FILE.findall(case)]


def documented(*, seen: bool) -> list[ParameterSet]:
    """Give the examples of findings that a schema sees, or of those it does not."""
    _, *parts = re.split(r"^## (.+)$", FINDINGS, flags=re.MULTILINE)
    return [
        pytest.param(example, id=code)
        for heading, text in zip(parts[::2], parts[1::2], strict=True)
        if heading not in NOT_OF_CONTENT
        for code, example in EXAMPLE.findall(text)
        if (heading == SEEN_UNDER or code == "naam") is seen
    ]


@pytest.mark.parametrize("kind", KINDS)
def test_schema_is_a_schema(kind: str) -> None:
    Draft7Validator.check_schema(schema(kind))


@pytest.mark.parametrize("root", [TREES, MINIMAL, CONTENT], ids=lambda root: root.name)
def test_good_content_is_accepted_by_both(root: Path) -> None:
    refused = [f for f in root.rglob("*.yaml") if accepts(f) != (True, True)]

    assert refused == []


@pytest.mark.no_cover  # thousands of small changes; the cases reach every branch
@pytest.mark.parametrize("kind", KINDS)
def test_both_say_the_same_of_every_key_and_every_thing_wrong_with_it(
    kind: str,
) -> None:
    whole, seen = examples(KINDS[kind][1]), set[str]()
    changed = [worse for each in whole for worse in broken(each, seen)]

    editor = [editor_accepts(kind, data) for data in (*whole, *changed)]
    loader = [loader_accepts(kind, node_of(data)) for data in (*whole, *changed)]

    assert editor == loader
    assert all(editor[: len(whole)])
    assert sum(editor) < len(editor) / 2


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_both_say_the_same_of_a_case(case: Path, tmp_path: Path) -> None:
    said = laid(case.read_text(encoding="utf-8"), tmp_path / "trees")

    assert [each for each in said if each and each[0] != each[1]] == []


@pytest.mark.parametrize("example", documented(seen=True))
def test_schema_sees_the_shape_of_a_file(example: str, tmp_path: Path) -> None:
    assert (False, False) in laid(example, tmp_path / "trees")


@pytest.mark.parametrize("example", documented(seen=False))
def test_schema_sees_nothing_between_keys_or_files(
    example: str, tmp_path: Path
) -> None:
    assert set(laid(example, tmp_path / "trees")) == {(True, True)}


@pytest.mark.parametrize("word", ["3", "1.5", "nee", "no", "true", "2026-11-21", "9:4"])
def test_text_may_be_what_an_editor_takes_for_something_else(word: str) -> None:
    text = f"woorden:\n  vaktaal: {word}\n"
    node, _ = parse(text.encode(), "woorden.yaml")

    assert node is not None
    assert loader_accepts("woorden", node)
    assert editor_accepts("woorden", as_editor_reads(text))


@pytest.mark.parametrize("word", ["~", "null"])
def test_word_for_nothing_is_no_text_to_either(word: str) -> None:
    text = f"woorden:\n  vaktaal: {word}\n"
    node, _ = parse(text.encode(), "woorden.yaml")

    assert node is not None
    assert not loader_accepts("woorden", node)
    assert not editor_accepts("woorden", as_editor_reads(text))


def test_schemas_beside_the_content_are_current() -> None:
    there = {file.name: file.read_text("utf-8") for file in SCHEMAS.iterdir()}

    # If not: vpwijzer schema --naar trees/schemas
    assert there == {f"{kind}.json": schema_text(kind) for kind in KINDS}


def test_every_file_of_content_names_its_schema_on_the_first_line() -> None:
    wrong = [
        file
        for file in TREES.rglob("*.yaml")
        if not (line := MODELINE.match(file.read_text(encoding="utf-8")))
        or (file.parent / line[1]).resolve() != SCHEMAS / f"{kind_of(file)}.json"
    ]

    assert wrong == []
