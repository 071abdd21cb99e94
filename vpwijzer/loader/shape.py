"""Checks a parsed file against the table of keys; knows no key by name."""

import re
from collections.abc import Collection
from datetime import date

from vpwijzer.loader import rules
from vpwijzer.loader.fields import fields
from vpwijzer.loader.keys.shapes import EitherOf, ListOf, MapOf, Record, Shape, Words
from vpwijzer.loader.report import Report, nearest, quoted, suggest_or_list
from vpwijzer.yamltext import Items, Node, Table, Text

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


NOTHING = frozenset({"~", "null", "Null", "NULL"})
"""What means that there is nothing, to YAML and to who writes it."""


def check_shape(node: Node, shape: Shape, report: Report) -> None:
    """Report every place where a node differs from its shape."""
    match shape:
        case Words():
            _check_words(node, shape, report)
        case ListOf():
            _check_list(node, shape, report)
        case MapOf():
            _check_map(node, shape, report)
        case Record():
            _check_record(node, shape, report)
        case _:
            check_shape(node, _chosen(node, shape), report)


def _chosen(node: Node, either: EitherOf) -> Shape:
    fits = {Text: (Words,), Items: (ListOf,), Table: (MapOf, Record)}[type(node)]
    shapes = [shape for shape in either.shapes if isinstance(shape, fits)]
    for shape in shapes:
        if isinstance(shape, Record) and fields(node).node(shape.keys[0].name):
            return shape
    return (shapes or either.shapes)[-1]


def _check_words(node: Node, shape: Words, report: Report) -> None:
    if not isinstance(node, Text):
        hint = f"kies uit: {', '.join(shape.choices)}" if shape.choices else ""
        report.add(rules.NO_TEXT_HERE.at(node.at, hint=hint))
    elif shape.choices and node.value not in shape.choices:
        hint = suggest_or_list(node.value, shape.choices)
        report.add(rules.NOT_A_CHOICE.at(node.at, quoted(node.value), hint=hint))
    elif not node.value.strip():
        report.add(rules.EMPTY_TEXT.at(node.at))
    elif _is_nothing(node):
        report.add(rules.NULL.at(node.at, quoted(node.value)))
    else:
        _check_form(node, shape, report)


def _check_form(node: Text, shape: Words, report: Report) -> None:
    """Report a text that is no date, address or period, or that is too long."""
    if shape.is_date and not _is_date(node.value):
        report.add(rules.NO_DATE.at(node.at, quoted(node.value)))
    elif shape.address and not re.fullmatch(shape.address, node.value):
        report.add(rules.NO_ADDRESS.at(node.at, quoted(node.value)))
    elif shape.pattern and not re.fullmatch(shape.pattern, node.value):
        report.add(rules.NO_SUCH_FORM.at(node.at, quoted(node.value), shape.like))
    elif 0 < shape.most < len(node.value):
        report.add(rules.TOO_LONG.at(node.at, len(node.value), shape.most))


def _is_nothing(node: Text) -> bool:
    """Tell whether a text means nothing; between quotes it is as wide as it is."""
    return node.value in NOTHING and node.at.width == len(node.value)


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _check_list(node: Node, shape: ListOf, report: Report) -> None:
    if isinstance(node, Items):
        if not node.items:
            report.add(rules.EMPTY_LIST.at(node.at))
        for item in node.items:
            check_shape(item, shape.item, report)
    elif shape.bare:
        check_shape(node, shape.item, report)
    else:
        report.add(rules.NO_LIST_HERE.at(node.at))


def _check_map(node: Node, shape: MapOf, report: Report) -> None:
    if not isinstance(node, Table):
        report.add(rules.NO_NAMES_HERE.at(node.at))
        return
    if not node.entries:
        report.add(rules.NOTHING_HERE.at(node.at))
    special = {key.name: key.shape for key in shape.special}
    for key, value in node.entries:
        if key.value not in special:
            check_id(key, shape.reserved, report)
        check_shape(value, special.get(key.value, shape.item), report)


def check_id(name: Text, reserved: Collection[str], report: Report) -> None:
    """Report a name that cannot be an id."""
    if not ID.fullmatch(name.value):
        report.add(rules.NO_ID.at(name.at, quoted(name.value)))
    elif name.value in reserved:
        report.add(rules.RESERVED.at(name.at, name.value))


def _check_record(node: Node, shape: Record, report: Report) -> None:
    names = [key.name for key in shape.keys]
    if not isinstance(node, Table):
        report.add(rules.NO_KEYS_HERE.at(node.at, ", ".join(names)))
        return
    shapes = {key.name: key.shape for key in shape.keys}
    strange = [entry for entry in node.entries if entry[0].value not in shapes]
    for key, value in node.entries:
        if key.value in shapes:
            check_shape(value, shapes[key.value], report)
    for key, value in strange:
        hint = _hint_for_key(key, value, names)
        report.add(rules.UNKNOWN_KEY.at(key.at, quoted(key.value), hint=hint))
    present = {key.value for key, _ in node.entries}
    meant = {nearest(key.value, names) for key, _ in strange}
    for missing in shape.keys:
        if missing.required and missing.name not in present | meant:
            about = f"{missing.about[:1].lower()}{missing.about[1:]}".rstrip(".")
            report.add(rules.MISSING_KEY.at(node.at, missing.name, about))


def _hint_for_key(key: Text, value: Node, names: list[str]) -> str:
    # What follows a comma between brackets becomes a name without a value.
    is_rest = value == Text("", key.at) and not nearest(key.value, names)
    if " " in key.value or is_rest:
        cut_off = "een komma of dubbele punt breekt de tekst af"
        return f"{cut_off}; gebruik rechte aanhalingstekens"
    return suggest_or_list(key.value, names)
