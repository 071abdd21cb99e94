"""Checks a parsed file against the table of keys; knows no key by name."""

import re
from datetime import date

from vpwijzer.loader.keys import EitherOf, Key, ListOf, MapOf, Record, Shape, Words
from vpwijzer.loader.report import Report, suggest_or_list
from vpwijzer.yamltext import Items, Node, Table, Text

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


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
        case EitherOf():
            check_shape(node, _chosen(node, shape), report)


def _chosen(node: Node, either: EitherOf) -> Shape:
    fits = {Text: (Words,), Items: (ListOf,), Table: (MapOf, Record)}[type(node)]
    for shape in either.shapes:
        if isinstance(shape, fits):
            return shape
    return either.shapes[0]


def _check_words(node: Node, shape: Words, report: Report) -> None:
    if not isinstance(node, Text):
        hint = f"kies uit: {', '.join(shape.choices)}" if shape.choices else ""
        report.error(node.at, "vorm", "hier hoort een tekst te staan", hint)
    elif shape.choices and node.value not in shape.choices:
        hint = suggest_or_list(node.value, shape.choices)
        message = f"'{node.value}' kan hier niet staan"
        report.error(node.at, "onbekende-waarde", message, hint)
    elif not node.value.strip():
        report.error(node.at, "lege-tekst", "hier ontbreekt de tekst", "vul hem in")
    elif shape.is_date and not _is_date(node.value):
        message = f"'{node.value}' is geen datum"
        hint = "schrijf jaar-maand-dag, bijvoorbeeld 2026-11-21"
        report.error(node.at, "datum", message, hint)


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _check_list(node: Node, shape: ListOf, report: Report) -> None:
    if isinstance(node, Items):
        if not node.items:
            report.error(
                node.at, "lege-lijst", "deze lijst is leeg", "vul hem of haal hem weg"
            )
        for item in node.items:
            check_shape(item, shape.item, report)
    elif shape.bare:
        check_shape(node, shape.item, report)
    else:
        hint = "zet elk ding op een eigen regel met een streepje ervoor"
        report.error(node.at, "vorm", "hier hoort een lijst te staan", hint)


def _check_map(node: Node, shape: MapOf, report: Report) -> None:
    if not isinstance(node, Table):
        hint = "schrijf op elke regel een naam, een dubbele punt en de inhoud"
        report.error(node.at, "vorm", "hier horen namen met inhoud te staan", hint)
        return
    if not node.entries:
        report.error(
            node.at, "lege-lijst", "hier staat niets", "vul het of haal het weg"
        )
    for key, value in node.entries:
        if not ID.fullmatch(key.value):
            message = f"'{key.value}' is geen goede naam"
            hint = "gebruik kleine letters, cijfers en streepjes"
            report.error(key.at, "naam", message, hint)
        check_shape(value, shape.item, report)


def _check_record(node: Node, shape: Record, report: Report) -> None:
    if not isinstance(node, Table):
        names = ", ".join(key.name for key in shape.keys)
        message = "hier horen sleutels met een dubbele punt te staan"
        report.error(node.at, "vorm", message, f"mogelijk: {names}")
        return
    keys = {key.name: key for key in shape.keys}
    for key, value in node.entries:
        if key.value in keys:
            check_shape(value, keys[key.value].shape, report)
        else:
            message = f"de sleutel '{key.value}' bestaat hier niet"
            hint = _hint_for_key(key, list(keys))
            report.error(key.at, "onbekende-sleutel", message, hint)
    _check_required(node, shape.keys, report)


def _hint_for_key(key: Text, names: list[str]) -> str:
    if " " in key.value:
        return "een komma of dubbele punt breekt de tekst af; gebruik aanhalingstekens"
    return suggest_or_list(key.value, names)


def _check_required(node: Table, keys: tuple[Key, ...], report: Report) -> None:
    present = {key.value for key, _ in node.entries}
    missing = [key for key in keys if key.required and key.name not in present]
    for key in missing:
        message = f"de sleutel '{key.name}' ontbreekt"
        report.error(node.at, "ontbrekende-sleutel", message, key.about)
