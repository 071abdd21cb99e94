"""One document out of PyYAML's events, and what is wrong with it."""

import re
from collections.abc import Iterator
from typing import cast

import yaml

from vpwijzer.model.finding import Finding
from vpwijzer.model.position import Position
from vpwijzer.yamltext.nodes import Items, Node, Table, Text
from vpwijzer.yamltext.rules import (
    COMMENT,
    COMMENT_IN_TEXT,
    DASH_IN_TEXT,
    DASH_WITHOUT_SPACE,
    EMPTY_FILE,
    ESCAPE,
    KEY_OF_PARTS,
    MERGE_KEY,
    MORE_DOCUMENTS,
    NO_DASH,
    SAME_KEY,
    TOO_DEEP,
    TOO_LARGE,
)
from vpwijzer.yamltext.source import (
    ESCAPED,
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

# No comment as people write them: two spaces before it and one after.
_CUT_OFF = re.compile(r" #| +#[^ ]")


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
        self.cut: Spot | None = None
        """Where the last text stopped at a comment that may be text."""
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
        if self.cut is not None:
            # Nothing was read since: what follows is what that text lost.
            at = self.source.at(self.cut)
            self.findings = [f for f in self.findings if f.at < at]
            self.findings.append(COMMENT_IN_TEXT.at(at))
            return
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
            item = self._node(event, level)
            yield self._not_a_comment(item, Spot(item.at.line - 1, item.at.column - 1))

    def _entries(self, level: int) -> dict[str, tuple[Text, Node]]:
        entries: dict[str, tuple[Text, Node]] = {}
        is_next_item = False
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._node(event, level)
            value = self._node(next(self.events), level)
            if _is_left_out(value):
                # A value left out has no place of its own; the parsers differ on it.
                end = key.at.column + key.at.width
                spot = Spot(key.at.line - 1, end)
                value = self._not_a_comment(Text("", key.at), spot)
            if not isinstance(key, Text):
                self.findings.append(KEY_OF_PARTS.at(key.at))
            elif is_next_item or self._starts_item(key, entries):
                # One dash is missing; each later name would seem to stand here twice.
                is_next_item = True
            elif self._is_name(key, entries):
                entries[key.value] = key, value
        return entries

    def _not_a_comment(self, value: Node, spot: Spot) -> Node:
        """Give back a text that begins with a sign for comments."""
        if _is_left_out(value) or value == Text("", value.at):
            found = re.match(r" *(#)[^ ]", self.source.rest(spot))
            if found:
                spot = Spot(spot.line, spot.column + found.start(1))
                at = self.source.at(spot)
                self.findings.append(sign("#", at))
                return Text(self.source.lines[spot.line][spot.column :], at)
        return value

    def _starts_item(self, key: Text, entries: dict[str, tuple[Text, Node]]) -> bool:
        """Report the first name of an item that comes back: a new item begins."""
        first = entries[key.value][0].at if key.value in entries else key.at
        is_first = key.value == next(iter(entries), None)
        line, column = first.line - 1, first.column - 1
        before = self.source.lines[line][max(column - 2, 0) : column]
        if is_new := is_first and before == "- " and key.at.line > first.line:
            self.findings.append(NO_DASH.at(key.at))
        return is_new

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
        end, self.cut = read_mark(event.end_mark), None
        if event.style == '"':
            value = self._quoted(value, at, end)
        elif not event.style:
            self._refuse_tight_colon(end)
            if not self._refuse_tight_dash(self.text):
                self._refuse_swallowed_items(self.text.line + 1, end.line)
            if value and _CUT_OFF.match(rest := self.source.rest(end)):
                spot = Spot(end.line, end.column + rest.index("#"))
                self.findings.append(COMMENT.at(self.source.at(spot)))
                self.cut = None if self.source.rest(spot).startswith("# ") else spot
        elif re.match(r"[|>][-+\d]*#", self.source.rest(self.text)):
            self._refuse("while scanning a block scalar", self.text)
        return Text(value, at)

    def _quoted(self, value: str, at: Position, end: Spot) -> str:
        """Refuse what a backslash puts in a text and nobody sees there."""
        for line in range(self.text.line, end.line + 1):
            first = self.text.column if line == self.text.line else 0
            last = end.column if line == end.line else None
            for found in ESCAPED.finditer(self.source.lines[line][first:last]):
                if found["wrong"]:
                    spot = Spot(line, first + found.start())
                    self.findings.append(ESCAPE.at(self.source.at(spot)))
                    return UNSAYABLE.sub("\ufffd", value)
        if unsayable := UNSAYABLE.search(value):
            self.findings.append(character(unsayable[0], at))
        return UNSAYABLE.sub("\ufffd", value)

    def _refuse(self, problem: str, at: Spot) -> None:
        """Refuse what the other parser refuses by itself."""
        mark = yaml.Mark("", 0, at.line, at.column, None, 0)
        raise yaml.MarkedYAMLError(None, None, problem, mark)

    def _refuse_tight_colon(self, end: Spot) -> None:
        if re.match(r":[][,{}]", self.source.rest(end)):
            self._refuse("found unexpected ':'", end)

    def _refuse_tight_dash(self, spot: Spot) -> bool:
        """Refuse an item of a list of which YAML makes a text."""
        is_tight = self.source.is_tight_dash(spot)
        if is_tight := is_tight and self.source.start(spot.line) == spot:
            self.findings.append(DASH_WITHOUT_SPACE.at(self.source.at(spot)))
        return is_tight

    def _refuse_swallowed_items(self, first: int, last: int) -> None:
        """Refuse a list one step too deep, which YAML reads as more text."""
        for line in range(first, last + 1):
            start = self.source.start(line)
            if self._refuse_tight_dash(start):
                return
            if self.source.lines[line].startswith("- ", start.column):
                self.findings.append(DASH_IN_TEXT.at(self.source.at(start)))
                return


def _is_left_out(value: Node) -> bool:
    return isinstance(value, Text) and not value.value and value.at.width == 1
