"""One document out of PyYAML's events, and what is wrong with it."""

import re
from collections.abc import Iterator
from typing import cast

import yaml

from vpwijzer.model.finding import Finding
from vpwijzer.model.position import Position
from vpwijzer.yamltext.nodes import Items, Node, Table, Text
from vpwijzer.yamltext.rules import (
    DASH_IN_TEXT,
    EMPTY_FILE,
    KEY_OF_PARTS,
    MERGE_KEY,
    MORE_DOCUMENTS,
    SAME_KEY,
    TOO_DEEP,
    TOO_LARGE,
)
from vpwijzer.yamltext.source import (
    UNSAYABLE,
    Source,
    Spot,
    character,
    read_mark,
    sign,
)
from vpwijzer.yamltext.trouble import Trouble

_MOST_LEVELS = 40
_MOST_VALUES = 100_000

# The pure parser ends a text between brackets at a '?', the C parser does not; so
# neither gets to see one inside a text. U+E03F is refused in the file itself.
ASKED = re.compile(r"""([^\n \[\]{},"'?:-] *|[:-])(\?+)""")
MASK = "\ue03f"


class _EnoughError(Exception):
    """Reading on would help nobody."""


class Builder:
    """One document out of PyYAML's events, and what is wrong with it."""

    def __init__(self, source: Source, events: Iterator[yaml.Event]) -> None:
        """Start before the first event."""
        self.source = source
        self.events = events
        self.findings: list[Finding] = []
        self.values = 0
        self.text = Spot(0, 0)
        self.brackets: list[Spot] = []

    def document(self) -> Node | None:
        """Build the document, as far as it can be read."""
        try:
            return self._document()
        except _EnoughError:
            return None
        except yaml.MarkedYAMLError as error:
            self._explain(error)
            return None

    def _explain(self, error: yaml.MarkedYAMLError) -> None:
        here = read_mark(error.problem_mark)
        start = read_mark(error.context_mark or here)
        # The pure parser adds what it found, and that word could be any.
        said = re.sub(", but .*", "", f"{error.context}: {error.problem}")
        trouble = Trouble(self.source, said, here, start, self.text, self.brackets)
        finding = trouble.finding()
        # What came after a bracket or quote that never closes was read wrongly.
        self.findings = [f for f in self.findings if f.at < finding.at]
        # After an alias or anchor in a sentence the rest of that line fails too.
        if here.line + 1 not in {known.at.line for known in self.findings}:
            self.findings.append(finding)

    def _document(self) -> Node | None:
        next(self.events)
        if isinstance(next(self.events), yaml.StreamEndEvent):
            self._refuse_empty()
            return None
        node = self._node(next(self.events), 0)
        next(self.events)
        if isinstance(more := next(self.events), yaml.DocumentStartEvent):
            self.findings.append(MORE_DOCUMENTS.at(self._at(more)))
        elif isinstance(node, Text) and not node.value and not self.findings:
            self._refuse_empty()
        return node

    def _refuse_empty(self) -> None:
        self.findings.append(EMPTY_FILE.at(Position(self.source.file, 1, 1)))

    def _at(self, start: yaml.Event) -> Position:
        """Place an event; of more lines the first one's part counts."""
        first, last = read_mark(start.start_mark), read_mark(start.end_mark)
        if first.line == last.line:
            return self.source.at(first, last.column - first.column)
        part = self.source.lines[first.line][first.column :]
        return self.source.at(first, len(part.rstrip()))

    def _node(self, event: yaml.Event, level: int) -> Node:
        at = self._at(event)
        self.values += 1
        if self.values > _MOST_VALUES:
            self.findings.append(TOO_LARGE.at(at, "100.000 onderdelen"))
            raise _EnoughError
        char = self.source.char(read_mark(event.start_mark))
        if isinstance(event, yaml.AliasEvent):
            self.findings.append(sign(char, at))
            return Text(f"*{event.anchor}", at)
        node = cast("yaml.ScalarEvent | yaml.CollectionStartEvent", event)
        if node.anchor or node.tag:
            self.findings.append(sign(char, at._replace(width=1)))
        if node.tag:
            # The parsers agree on where a tag starts, not on where it ends.
            raise _EnoughError
        if isinstance(node, yaml.ScalarEvent):
            return self._text(node, at)
        return self._branch(node, at, level)

    def _branch(
        self, start: yaml.CollectionStartEvent, at: Position, level: int
    ) -> Items | Table:
        if level == _MOST_LEVELS:
            self.findings.append(TOO_DEEP.at(at))
            raise _EnoughError
        if start.flow_style:
            self.brackets.append(read_mark(start.start_mark))
        branch: Items | Table
        if isinstance(start, yaml.SequenceStartEvent):
            branch = Items(tuple(self._items(level + 1)), at)
        else:
            branch = Table(tuple(self._entries(level + 1).values()), at)
        if start.flow_style:
            self.brackets.pop()
        return branch

    def _items(self, level: int) -> Iterator[Node]:
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            yield self._node(event, level)

    def _entries(self, level: int) -> dict[str, tuple[Text, Node]]:
        entries: dict[str, tuple[Text, Node]] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, level)
            value = self._node(next(self.events), level)
            if isinstance(value, Text) and not value.value and value.at.width == 1:
                # A value left out has no place of its own; the parsers differ on it.
                value = Text("", key.at)
            if not isinstance(key, Text):
                self.findings.append(KEY_OF_PARTS.at(key.at))
            elif self._is_name(key, entries):
                entries[key.value] = key, value
        return entries

    def _is_name(self, key: Text, entries: dict[str, tuple[Text, Node]]) -> bool:
        line, column = key.at.line - 1, key.at.column - 1
        # A short look back: a line can be very long and hold very many names.
        near = self.source.lines[line][max(column - 9, 0) : column].rstrip()
        if key.value in entries:
            first = entries[key.value][0].at.line
            self.findings.append(SAME_KEY.at(key.at, key.value, first))
        elif key.value == "<<":
            self.findings.append(MERGE_KEY.at(key.at))
        elif near.endswith("?"):
            spot = Spot(line, max(column - 9, 0) + len(near) - 1)
            self.findings.append(sign("?", self.source.at(spot)))
        else:
            return True
        return False

    def _text(self, event: yaml.ScalarEvent, at: Position) -> Text:
        self.text = read_mark(event.start_mark)
        value = event.value.replace(MASK, "?")
        if event.style == '"' and (found := UNSAYABLE.search(value)):
            self.findings.append(character(found[0], at))
            value = UNSAYABLE.sub("\ufffd", value)
        elif not event.style:
            self._refuse_tight_colon(read_mark(event.end_mark))
            self._refuse_swallowed_items(
                self.text.line + 1, read_mark(event.end_mark).line
            )
        elif re.match(r"[|>][-+\d]*#", self.source.rest(self.text)):
            self._refuse("while scanning a block scalar", self.text)
        return Text(value, at)

    def _refuse(self, problem: str, at: Spot) -> None:
        """Refuse what the other parser refuses by itself."""
        mark = yaml.Mark("", 0, at.line, at.column, None, 0)
        raise yaml.MarkedYAMLError(None, None, problem, mark)

    def _refuse_tight_colon(self, end: Spot) -> None:
        if re.match(r":[][,{}]", self.source.rest(end)):
            self._refuse("found unexpected ':'", end)

    def _refuse_swallowed_items(self, first: int, last: int) -> None:
        """Refuse a list one step too deep, which YAML reads as more text."""
        for line in range(first, last + 1):
            start = self.source.start(line)
            if self.source.lines[line].startswith("- ", start.column):
                self.findings.append(DASH_IN_TEXT.at(self.source.at(start)))
                return
