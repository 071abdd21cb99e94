"""What a file holds: texts, lists and tables, each with its place."""

from dataclasses import dataclass
from typing import TypeAlias

from vpwijzer.model.position import Position


@dataclass(frozen=True, slots=True)
class Text:
    """A word or text exactly as the author typed it."""

    value: str
    at: Position


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: "tuple[Node, ...]"
    at: Position


@dataclass(frozen=True, slots=True)
class Table:
    """Names with their values, in the order of the file; each name occurs once."""

    entries: "tuple[tuple[Text, Node], ...]"
    at: Position

    def get(self, name: str) -> "Node | None":
        """Give the value under a name."""
        return next((node for key, node in self.entries if key.value == name), None)


Node: TypeAlias = Text | Items | Table
