"""YAML files into text that keeps its place; the only door to PyYAML."""

from itertools import islice
from typing import cast

import yaml

from vpwijzer.model.finding import Finding, in_order
from vpwijzer.model.position import Position
from vpwijzer.yamltext.build import ASKED, MASK, Builder
from vpwijzer.yamltext.nodes import Items, Node, Table, Text
from vpwijzer.yamltext.rules import NOT_UTF8, TOO_LARGE
from vpwijzer.yamltext.source import Source, suspects

__all__ = ["MOST_BYTES", "Items", "Node", "Table", "Text", "lines_of", "parse"]

MOST_BYTES = 2_000_000
"""How large a file may be."""

_MOST_FINDINGS = 100

_FASTEST = cast("type[yaml.BaseLoader]", getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def parse(
    data: bytes, file: str, loader: type[yaml.BaseLoader] = _FASTEST
) -> tuple[Node | None, tuple[Finding, ...]]:
    """Read one file; what was refused in a node that is given is left harmless in it.

    Of equal names the first stays, an anchor is dropped, an alias is its own text.
    """
    if len(data) > MOST_BYTES:
        return None, (TOO_LARGE.at(Position(file, 1, 1), "2 MB"),)
    try:
        # At an end without a line break the two parsers count differently.
        source = Source(file, [*_lines(data.decode()), ""])
    except UnicodeDecodeError as error:
        return None, (_not_utf8(file, _lines(data[: error.start].decode())),)
    if refused := tuple(islice(suspects(source), _MOST_FINDINGS)):
        return None, refused
    masked = ASKED.sub(lambda it: it[1] + MASK * len(it[2]), "\n".join(source.lines))
    builder = Builder(source, yaml.parse(masked, loader))
    node = builder.document()
    return node, in_order(builder.findings)[:_MOST_FINDINGS]


def lines_of(data: bytes) -> list[str]:
    """Give the lines of a file as places in it count them."""
    return _lines(data.decode(errors="replace"))


def _lines(text: str) -> list[str]:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


def _not_utf8(file: str, lines: list[str]) -> Finding:
    return NOT_UTF8.at(Position(file, len(lines), len(lines[-1]) + 1))
