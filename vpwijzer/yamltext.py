"""YAML files into text that keeps its place; the only door to PyYAML."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple, TypeAlias, cast

import yaml

from vpwijzer.finding import Finding, in_order
from vpwijzer.position import Position

_MOST_BYTES = 2_000_000
_MOST_LEVELS = 40
_MOST_VALUES = 100_000
_MOST_FINDINGS = 100
_LONGEST_KEY = 1024  # PyYAML's

_FASTEST = cast("type[yaml.BaseLoader]", getattr(yaml, "CBaseLoader", yaml.BaseLoader))

# Beside control characters: what nobody sees, or what turns the reading direction.
# U+200C and U+200D stay: Persian spelling and composed emoji need them.
_UNSEEN = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e"
    r"\u2060-\u206f\ue000-\uf8ff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
)
_UNSAYABLE = re.compile(rf"[\t{_UNSEEN}]")
# What PyYAML's two parsers treat differently or trip over: a tab, a %-directive, an
# escape for no character (ValueError), a blank that is no space where layout counts.
_SUSPECT = re.compile(
    rf"(?P<tab>\t+)|(?P<unseen>[{_UNSEEN}]+)|^(?P<sign>%)"
    r"|(?P<escape>\\(?:u|U0000)[dD][89a-fA-F][0-9a-fA-F]{2}"
    r"|\\U(?!000[0-9a-fA-F]|0010)[0-9a-fA-F]{8})"
    r"|^ *(?:- +)*+(?:-|[\w-]+:)?(?P<blank>[\xa0\u2000-\u200a\u202f\u205f\u3000]+)"
)
# The pure parser ends a text between brackets at a '?', the C parser does not; so
# neither gets to see one inside a text. U+E03F is refused in the file itself.
_ASKED = re.compile(r"""([^\n \[\]{},"'?:-] *|[:-])(\?+)""")
_MASK = "\ue03f"

_SIGNS = {
    "*": "een sterretje",
    "&": "een en-teken",
    "!": "een uitroepteken",
    "?": "een vraagteken",
    "@": "een apenstaartje",
    "`": "een schuin aanhalingsteken",
    "%": "een procentteken",
    "|": "een rechte streep",
    ">": "een groter-dan-teken",
    ",": "een komma",
}
_SIGN_CODES = {"*": "anker", "&": "anker", "!": "tag"}
_QUOTE = "zet de tekst tussen aanhalingstekens"
_LEVEL = "zet de regel recht onder de regels waar hij bij hoort"


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


def parse(
    data: bytes, file: str, loader: type[yaml.BaseLoader] = _FASTEST
) -> tuple[Node | None, tuple[Finding, ...]]:
    """Read one file; what was refused in a node that is given is left harmless in it.

    Of equal names the first stays, an anchor is dropped, an alias is its own text.
    """
    if len(data) > _MOST_BYTES:
        return None, (_too_much(Position(file, 1, 1), "dan 2 MB"),)
    try:
        # At an end without a line break the two parsers count differently.
        source = _Source(file, [*_lines(data.decode()), ""])
    except UnicodeDecodeError as error:
        return None, (_not_utf8(file, _lines(data[: error.start].decode())),)
    if suspects := tuple(islice(_suspects(source), _MOST_FINDINGS)):
        return None, suspects
    masked = _ASKED.sub(lambda it: it[1] + _MASK * len(it[2]), "\n".join(source.lines))
    builder = _Builder(source, yaml.parse(masked, loader))
    node = builder.document()
    return node, in_order(builder.findings)[:_MOST_FINDINGS]


def _lines(text: str) -> list[str]:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return text.split("\n")


class _Spot(NamedTuple):
    """A place as PyYAML counts: from 0."""

    line: int
    column: int


def _spot(mark: object) -> _Spot:
    """Read a mark of either parser; each event and refusal has one."""
    known = cast("_Spot", mark)
    return _Spot(known.line, known.column)


class _Source(NamedTuple):
    """The author's lines."""

    file: str
    lines: list[str]

    def at(self, spot: _Spot, width: int = 1) -> Position:
        return Position(self.file, spot.line + 1, spot.column + 1, max(width, 1))

    def char(self, spot: _Spot) -> str:
        return self.rest(spot)[:1]

    def rest(self, spot: _Spot) -> str:
        """Give a little of what follows; a whole line can be very long."""
        return self.lines[spot.line][spot.column : spot.column + 9]

    def start(self, line: int) -> _Spot:
        """Give where the text of a line starts."""
        text = self.lines[line]
        return _Spot(line, len(text) - len(text.lstrip(" ")))

    def above(self, line: int) -> _Spot:
        """Give where the nearest line above starts that holds more than a comment."""
        line = max(line - 1, 0)
        while line and self.lines[line].lstrip()[:1] in ("", "#"):
            line -= 1
        return self.start(line)


def _too_much(at: Position, what: str) -> Finding:
    hint = "verdeel de inhoud over meer bestanden"
    return Finding(at, "te-groot", f"dit bestand is groter {what}", hint)


def _not_utf8(file: str, lines: list[str]) -> Finding:
    at = Position(file, len(lines), len(lines[-1]) + 1)
    hint = "bewaar het bestand als UTF-8"
    return Finding(at, "geen-utf8", "vanaf hier is dit bestand geen UTF-8", hint)


def _suspects(source: _Source) -> Iterator[Finding]:
    """Find what neither parser should see, once per line."""
    for number, line in enumerate(source.lines):
        if line and (found := _SUSPECT.search(line)):
            kind = str(found.lastgroup)
            at = source.at(_Spot(number, found.start(kind)), len(found[kind]))
            yield _escape(at) if kind == "escape" else _character(found[kind][0], at)


def _character(char: str, at: Position) -> Finding:
    if char in _SIGNS:
        return _sign(char, at)
    if char == "\t":
        hint = "stel je editor zo in dat de tabtoets spaties geeft"
        return Finding(at, "tab", "gebruik spaties in plaats van een tab", hint)
    message = f"hier staat een teken dat niemand ziet (U+{ord(char):04X})"
    hint = "haal het weg en typ deze plek opnieuw"
    return Finding(at, "verboden-teken", message, hint)


def _sign(char: str, at: Position) -> Finding:
    message = f"{_SIGNS[char]} vooraan heeft in YAML een eigen betekenis"
    return Finding(at, _SIGN_CODES.get(char, "teken-vooraan"), message, _QUOTE)


def _escape(at: Position) -> Finding:
    message = "een backslash heeft tussen dubbele aanhalingstekens een eigen betekenis"
    return Finding(at, "backslash", message, "gebruik enkele aanhalingstekens")


class _EnoughError(Exception):
    """Reading on would help nobody."""


class _Builder:
    """One document out of PyYAML's events, and what is wrong with it."""

    def __init__(self, source: _Source, events: Iterator[yaml.Event]) -> None:
        self.source = source
        self.events = events
        self.findings: list[Finding] = []
        self.values = 0
        self.text = _Spot(0, 0)
        self.brackets: list[_Spot] = []

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
        here = _spot(error.problem_mark)
        start = _spot(error.context_mark or here)
        # The pure parser adds what it found, and that word could be any.
        said = re.sub(", but .*", "", f"{error.context}: {error.problem}")
        trouble = _Trouble(self.source, said, here, start, self.text, self.brackets)
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
            hint = "maak er twee bestanden van, of haal de regel '---' weg"
            message = "hier begint een tweede document"
            self._add(self._at(more), "meer-documenten", message, hint)
        elif isinstance(node, Text) and not node.value and not self.findings:
            self._refuse_empty()
        return node

    def _refuse_empty(self) -> None:
        at = Position(self.source.file, 1, 1)
        self._add(at, "leeg-bestand", "dit bestand is leeg", "vul het, of haal het weg")

    def _add(self, at: Position, code: str, message: str, hint: str) -> None:
        self.findings.append(Finding(at, code, message, hint))

    def _at(self, start: yaml.Event) -> Position:
        """Place an event; of more lines the first one's part counts."""
        first, last = _spot(start.start_mark), _spot(start.end_mark)
        if first.line == last.line:
            return self.source.at(first, last.column - first.column)
        part = self.source.lines[first.line][first.column :]
        return self.source.at(first, len(part.rstrip()))

    def _node(self, event: yaml.Event, level: int) -> Node:
        at = self._at(event)
        self.values += 1
        if self.values > _MOST_VALUES:
            self.findings.append(_too_much(at, "dan 100.000 onderdelen"))
            raise _EnoughError
        char = self.source.char(_spot(event.start_mark))
        if isinstance(event, yaml.AliasEvent):
            self.findings.append(_sign(char, at))
            return Text(f"*{event.anchor}", at)
        node = cast("yaml.ScalarEvent | yaml.CollectionStartEvent", event)
        if node.anchor or node.tag:
            self.findings.append(_sign(char, at._replace(width=1)))
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
            message = "hier zitten meer dan 40 niveaus in elkaar"
            self._add(at, "te-diep", message, "maak het platter")
            raise _EnoughError
        if start.flow_style:
            self.brackets.append(_spot(start.start_mark))
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
                message = "een naam kan geen lijst of tabel zijn"
                self._add(key.at, "samengestelde-sleutel", message, _QUOTE)
            elif self._is_name(key, entries):
                entries[key.value] = key, value
        return entries

    def _is_name(self, key: Text, entries: dict[str, tuple[Text, Node]]) -> bool:
        line, column = key.at.line - 1, key.at.column - 1
        # A short look back: a line can be very long and hold very many names.
        near = self.source.lines[line][max(column - 9, 0) : column].rstrip()
        if key.value in entries:
            first = entries[key.value][0].at.line
            message = f"de naam '{key.value}' staat hier twee keer"
            hint = f"de eerste staat op regel {first}; haal er een weg"
            self._add(key.at, "dubbele-sleutel", message, hint)
        elif key.value == "<<":
            hint = "schrijf de regels hier voluit"
            message = "regels van elders invoegen met '<<' kan hier niet"
            self._add(key.at, "samenvoegsleutel", message, hint)
        elif near.endswith("?"):
            spot = _Spot(line, max(column - 9, 0) + len(near) - 1)
            self.findings.append(_sign("?", self.source.at(spot)))
        else:
            return True
        return False

    def _text(self, event: yaml.ScalarEvent, at: Position) -> Text:
        self.text = _spot(event.start_mark)
        value = event.value.replace(_MASK, "?")
        if event.style == '"' and (found := _UNSAYABLE.search(value)):
            self.findings.append(_character(found[0], at))
            value = _UNSAYABLE.sub("\ufffd", value)
        elif not event.style:
            self._refuse_tight_colon(_spot(event.end_mark))
            self._refuse_swallowed_items(self.text.line + 1, _spot(event.end_mark).line)
        elif re.match(r"[|>][-+\d]*#", self.source.rest(self.text)):
            self._refuse("while scanning a block scalar", self.text)
        return Text(value, at)

    def _refuse(self, problem: str, at: _Spot) -> None:
        """Refuse what the other parser refuses by itself."""
        mark = yaml.Mark("", 0, at.line, at.column, None, 0)
        raise yaml.MarkedYAMLError(None, None, problem, mark)

    def _refuse_tight_colon(self, end: _Spot) -> None:
        if re.match(r":[][,{}]", self.source.rest(end)):
            self._refuse("found unexpected ':'", end)

    def _refuse_swallowed_items(self, first: int, last: int) -> None:
        """Refuse a list one step too deep, which YAML reads as more text."""
        for line in range(first, last + 1):
            start = self.source.start(line)
            if self.source.lines[line].startswith("- ", start.column):
                message = "dit streepje hoort hier bij de tekst erboven"
                self._add(self.source.at(start), "streepje", message, _LEVEL)
                return


class _Trouble(NamedTuple):
    """A refusal by PyYAML, with the author's lines beside it."""

    source: _Source
    said: str
    here: _Spot
    start: _Spot
    """Where the part in trouble began, or here."""
    text: _Spot
    """Where the last text that could be read began."""
    brackets: list[_Spot]
    """Where the brackets that are still open stand."""

    def finding(self) -> Finding:
        """Say it in the author's terms."""
        known = (say for words, say in _SAYINGS if re.search(words, self.said))
        return next(known, _of_something)(self)

    @property
    def char(self) -> str:
        return self.source.char(self.here)

    @property
    def before(self) -> str:
        return self.source.lines[self.here.line][: self.here.column]

    def at(self, spot: _Spot, code: str, message: str, hint: str = _QUOTE) -> Finding:
        return Finding(self.source.at(spot), code, message, hint)


def _of_something(it: _Trouble) -> Finding:
    message = "vanaf hier is dit bestand niet te lezen"
    hint = "kijk naar aanhalingstekens, haakjes, dubbele punten en inspringen"
    return it.at(it.here, "yaml-fout", message, hint)


def _of_backslash(it: _Trouble) -> Finding:
    # The C parser marks the backslash, the pure parser what comes after it.
    column = it.source.lines[it.here.line].rfind("\\", 0, it.here.column + 1)
    return _escape(it.source.at(_Spot(it.here.line, column)))


def _of_open_quote(it: _Trouble) -> Finding:
    message = "hier opent een aanhalingsteken dat niet sluit"
    hint = "sluit het; gebruik dubbele aanhalingstekens om een tekst met een apostrof"
    return it.at(it.start, "aanhalingsteken", message, hint)


def _of_sign(it: _Trouble) -> Finding:
    char = it.source.char(it.start)
    if char in _SIGNS:
        return _sign(char, it.source.at(it.start))
    if char == ":":
        message = "voor deze dubbele punt ontbreekt een naam"
        hint = "schrijf 'naam: tekst'"
        return it.at(it.start, "dubbele-punt", message, hint)
    if char == "-":
        return _of_dash(it)
    if char in ("]", "}"):
        message = "dit haakje sluit niets"
        return it.at(it.start, "haakje", message, f"haal het weg, of {_QUOTE}")
    if not char and it.brackets:
        return _of_open_bracket(it._replace(start=it.brackets[-1]))
    return _of_something(it)


def _of_dash(it: _Trouble) -> Finding:
    return it.at(it.here, "streepje", "een streepje begint een lijst")


def _of_no_colon(it: _Trouble) -> Finding:
    line = it.source.lines[it.start.line]
    if tight := re.compile(r"[^\s:]+:(?=\S)").match(line, it.start.column):
        return _of_tight_colon(it._replace(here=_Spot(it.start.line, tight.end() - 1)))
    message = "op deze regel ontbreekt een dubbele punt"
    hint = "schrijf 'naam: tekst', of laat vervolgtekst inspringen"
    return it.at(it.start, "dubbele-punt", message, hint)


def _of_tight_colon(it: _Trouble) -> Finding:
    message = "na deze dubbele punt ontbreekt een spatie"
    return it.at(it.here, "dubbele-punt", message, "zet er een spatie achter")


def _of_colon(it: _Trouble) -> Finding:
    if sign := re.search(r":\s+([&!])", it.before):
        return _of_sign(it._replace(start=_Spot(it.here.line, sign.start(1))))
    own, above = it.source.start(it.here.line), it.source.above(it.here.line)
    is_in_text = len(it.before) > _LONGEST_KEY or re.search(r":\s", it.before)
    if is_in_text or above.line == own.line:
        return _in_text(it)
    if own.column > above.column:
        return _of_indent(it)
    return _of_no_colon(it._replace(start=above))


def _in_text(it: _Trouble) -> Finding:
    message = "deze dubbele punt breekt de zin af"
    return it.at(it.here, "dubbele-punt", message, f"{_QUOTE} of onder >-")


def _of_flow(it: _Trouble) -> Finding:
    is_same_line = it.here.line == it.start.line
    if it.char in ("]", "}"):
        message = "dit haakje past niet bij het haakje dat open staat"
        return it.at(it.here, "haakje", message, "[ sluit met ] en { sluit met }")
    if it.char and it.before.rstrip().endswith(("'", '"')):
        return _after_quote(it)
    if it.char == ":" and (is_same_line or re.search(r":\s", it.before)):
        return _in_text(it)
    if it.char and is_same_line:
        return it.at(it.here, "haakje", "hier ontbreekt een komma of een haakje")
    return _of_open_bracket(it)


def _of_open_bracket(it: _Trouble) -> Finding:
    message = "hier opent een haakje dat niet sluit"
    hint = "sluit het, en zet een komma tussen de onderdelen"
    return it.at(it.start, "haakje", message, hint)


def _of_level(it: _Trouble) -> Finding:
    is_first = not it.before.strip(" -")
    if it.char in ("]", "}") or (is_first and it.char == ":"):
        return _of_sign(it._replace(start=it.here))
    if not is_first:
        return _after(it)
    if it.start.column == it.here.column and it.start != it.here:
        return _mixed(it)
    return _of_indent(it)


def _mixed(it: _Trouble) -> Finding:
    if it.char == "-":
        message = "dit streepje staat tussen regels met een naam"
        return it.at(it.here, "streepje", message, "geef de lijst een eigen naam")
    if "collection" in it.said:
        message = "voor deze regel ontbreekt een streepje"
        return it.at(
            it.here, "streepje", message, "elke regel in een lijst heeft er een"
        )
    return _of_something(it)


def _of_indent(it: _Trouble) -> Finding:
    own, above = it.source.start(it.here.line), it.source.above(it.here.line)
    if own.column > above.column:
        message = "deze regel springt verder in dan de regel erboven"
    else:
        message = "deze regel hoort bij geen enkel niveau erboven"
    return it.at(own, "inspringen", message, _LEVEL)


def _after(it: _Trouble) -> Finding:
    last = it.before.rstrip()[-1]
    if last in "'\"":
        return _after_quote(it)
    if last in "]}":
        return it.at(it.here, "haakje", "na het haakje dat sluit staat nog tekst")
    return _of_something(it)


def _after_quote(it: _Trouble) -> Finding:
    if re.search(r"\w'$", it.before) and it.char.isalnum():
        message = "gebruik dubbele aanhalingstekens om een tekst met een apostrof"
        hint = "schrijf \"...\" in plaats van '...'"
        spot = _Spot(it.here.line, it.here.column - 1)
        return it.at(spot, "aanhalingsteken", message, hint)
    if it.char == ":":
        return _of_tight_colon(it)
    if it.text.line < it.here.line:
        return _of_open_quote(it._replace(start=it.text))
    message = "na het aanhalingsteken dat sluit staat nog tekst"
    hint = (
        "zet de hele tekst tussen aanhalingstekens, van de soort die er niet in staat"
    )
    return it.at(it.here, "aanhalingsteken", message, hint)


# What either parser says, the first that fits.
_SAYINGS: tuple[tuple[str, Callable[[_Trouble], Finding]], ...] = (
    ("double-quoted|parsing a quoted", _of_backslash),
    ("quoted scalar", _of_open_quote),
    ("block scalar|anchor|alias|a tag|tag handle|node content", _of_sign),
    ("cannot start|keys are not", _of_sign),
    ("simple key", _of_no_colon),
    ("entries are not", _of_dash),
    ("values are not", _of_colon),
    ("unexpected ':'", _of_tight_colon),
    ("expected ',' or", _of_flow),
    ("block end|expected key|'-' indicator|document start", _of_level),
)
