"""Forgiving access to a checked table: what is not there or misshapen is empty."""

from collections.abc import Iterator
from dataclasses import dataclass

from vpwijzer.model.position import Position
from vpwijzer.yamltext import Items, Node, Table, Text

EMPTY = Table(entries=(), at=Position("", 1, 1))


@dataclass(frozen=True, slots=True)
class Fields:
    """A table of which the shape was reported on already."""

    table: Table

    @property
    def at(self) -> Position:
        """Where the table starts."""
        return self.table.at

    def node(self, key: str) -> Node | None:
        """Give the value under a key."""
        for name, value in self.table.entries:
            if name.value == key:
                return value
        return None

    def text(self, key: str) -> str:
        """Give a text, or an empty one."""
        node = self.node(key)
        return node.value if isinstance(node, Text) else ""

    def place(self, key: str) -> Position:
        """Give the place of a value, or of the table when it is not there."""
        node = self.node(key)
        return self.at if node is None else node.at

    def place_of_key(self, key: str) -> Position:
        """Give the place of a key, or of the table when it is not there."""
        places = (name.at for name, _ in self.table.entries if name.value == key)
        return next(places, self.at)

    def flag(self, key: str) -> bool:
        """Tell whether a key says yes."""
        return self.text(key) == "ja"

    def texts(self, key: str) -> tuple[Text, ...]:
        """Give the texts of a list, or the one text that stands there."""
        return texts(self.node(key))

    def items(self, key: str) -> tuple[Node, ...]:
        """Give the items of a list, or the one item that stands there."""
        node = self.node(key)
        if isinstance(node, Items):
            return node.items
        return () if node is None else (node,)

    def entries(self, key: str) -> Iterator[tuple[Text, Node]]:
        """Give the names and values of a table under a key."""
        node = self.node(key)
        if isinstance(node, Table):
            yield from node.entries

    def records(self, key: str) -> Iterator[tuple[Text, "Fields"]]:
        """Give the names and tables under a key."""
        for name, value in self.entries(key):
            yield name, fields(value)


def fields(node: Node | None) -> Fields:
    """Open a node as a table."""
    return Fields(node if isinstance(node, Table) else EMPTY)


def texts(node: Node | None) -> tuple[Text, ...]:
    """Give the texts of a list, or the one text that stands there."""
    if isinstance(node, Text):
        return (node,)
    if isinstance(node, Items):
        return tuple(item for item in node.items if isinstance(item, Text))
    return ()


def fields_text(node: Node) -> str:
    """Give the text of a node, or an empty one."""
    return node.value if isinstance(node, Text) else ""
