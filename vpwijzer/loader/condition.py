"""Dutch conditions into the one condition language."""

from vpwijzer.loader.fields import Fields, texts
from vpwijzer.loader.keys.parts import ANY
from vpwijzer.loader.names import Names
from vpwijzer.loader.report import Report
from vpwijzer.model import AllOf, AnyOf, Clause, Condition, Item
from vpwijzer.yamltext import Items, Node, Table, Text


class Conditions:
    """Reads conditions and reports the facts and values that do not exist."""

    def __init__(self, names: Names, report: Report) -> None:
        """Remember which facts exist and where to report."""
        self._names = names
        self._report = report

    def read(self, place: Fields) -> Condition:
        """Read `wanneer` and `tenzij`."""
        return Condition(self.items(place, "wanneer"), self.items(place, "tenzij"))

    def read_if(self, place: Fields, *, unknown_too: bool = False) -> Condition:
        """Read `als`."""
        return Condition(self.items(place, "als", unknown_too=unknown_too))

    def items(
        self, place: Fields, key: str, *, unknown_too: bool = False
    ) -> tuple[Item, ...]:
        """Read a list of items."""
        nodes = place.items(key)
        read = (self._item(node, unknown_too=unknown_too) for node in nodes)
        return tuple(item for item in read if item is not None)

    def implied(self, option: Fields) -> tuple[Clause, ...]:
        """Read `betekent`: facts with one value each."""
        clauses = []
        for fact, value in option.entries("betekent"):
            clause = self._clause(fact, value, unknown_too=False)
            if clause is not None:
                clauses.append(clause)
        return tuple(clauses)

    def _item(self, node: Node, *, unknown_too: bool) -> Item | None:
        if not isinstance(node, Table):
            return None
        parts: list[Item] = []
        for fact, value in node.entries:
            part = (
                self._any(value, unknown_too=unknown_too)
                if fact.value == ANY
                else self._clause(fact, value, unknown_too=unknown_too)
            )
            if part is not None:
                parts.append(part)
        if not parts:
            return None
        return parts[0] if len(parts) == 1 else AllOf(tuple(parts))

    def _any(self, node: Node, *, unknown_too: bool) -> Item | None:
        nodes = node.items if isinstance(node, Items) else ()
        items = (self._item(each, unknown_too=unknown_too) for each in nodes)
        parts = tuple(item for item in items if item is not None)
        return AnyOf(parts) if parts else None

    def _clause(self, fact: Text, node: Node, *, unknown_too: bool) -> Clause | None:
        if not self._names.check_fact(fact, self._report):
            return None
        values = [
            value.value
            for value in texts(node)
            if self._names.check_value(
                fact, value, self._report, unknown_too=unknown_too
            )
        ]
        return Clause(fact.value, frozenset(values), fact.at) if values else None
