"""PyYAML's refusals in the terms of an author; whose words no author ever sees."""

import re
from collections.abc import Callable
from typing import NamedTuple

from vpwijzer.model.finding import Finding, Rule
from vpwijzer.yamltext import rules
from vpwijzer.yamltext.source import SIGNS, Source, Spot, sign

_LONGEST_KEY = 1024  # PyYAML's


class Trouble(NamedTuple):
    """A refusal by PyYAML, with the author's lines beside it."""

    source: Source
    said: str
    here: Spot
    start: Spot
    """Where the part in trouble began, or here."""
    text: Spot
    """Where the last text that could be read began."""
    brackets: list[Spot]
    """Where the brackets that are still open stand."""

    def finding(self) -> Finding:
        """Say it in the author's terms."""
        known = (say for words, say in _SAYINGS if re.search(words, self.said))
        return next(known, _of_something)(self)

    @property
    def char(self) -> str:
        """The character where reading stopped."""
        return self.source.char(self.here)

    @property
    def before(self) -> str:
        """What stands before it on its line."""
        return self.source.lines[self.here.line][: self.here.column]

    @property
    def is_last_comma(self) -> bool:
        """Tell whether a comma stands there with nothing after it."""
        return bool(re.fullmatch(r", *(?:#.*)?", self.source.rest(self.here)))

    def at(self, spot: Spot, rule: Rule) -> Finding:
        """Make a finding at a spot."""
        return rule.at(self.source.at(spot))


def _of_something(it: Trouble) -> Finding:
    return it.at(it.here, rules.UNREADABLE)


def _of_depth(it: Trouble) -> Finding:
    # From libyaml 0.2.6 on, at 1,000 levels and before it gives any event.
    return it.at(it.here, rules.TOO_DEEP)


def _of_backslash(it: Trouble) -> Finding:
    # The C parser marks the backslash, the pure parser what comes after it.
    column = it.source.lines[it.here.line].rfind("\\", 0, it.here.column + 1)
    return it.at(Spot(it.here.line, column), rules.ESCAPE)


def _of_open_quote(it: Trouble) -> Finding:
    rest = it.source.lines[it.start.line][it.start.column :]
    is_curly = re.search(r"[\u2018-\u201f]", rest)
    return it.at(it.start, rules.CURLY_QUOTE if is_curly else rules.OPEN_QUOTE)


def _of_sign(it: Trouble) -> Finding:
    char = it.source.char(it.start)
    if char in SIGNS:
        return sign(char, it.source.at(it.start))
    if char == ":":
        return it.at(it.start, rules.COLON_WITHOUT_NAME)
    if char == "-":
        return _of_dash(it)
    if char in ("]", "}"):
        return it.at(it.start, rules.LOOSE_BRACKET)
    is_open = not char and it.brackets
    return (
        _of_open_bracket(it._replace(start=it.brackets[-1]))
        if is_open
        else _of_something(it)
    )


def _of_dash(it: Trouble) -> Finding:
    return it.at(it.here, rules.DASH)


def _of_no_colon(it: Trouble) -> Finding:
    line, first = it.source.lines[it.start.line], it.source.start(it.start.line)
    if it.source.is_tight_dash(first):
        return it.at(first, rules.DASH_WITHOUT_SPACE)
    if tight := re.compile(r"[^\s:]+:(?=\S)").match(line, it.start.column):
        return _of_tight_colon(it._replace(here=Spot(it.start.line, tight.end() - 1)))
    return it.at(it.start, rules.NO_COLON)


def _of_tight_colon(it: Trouble) -> Finding:
    return it.at(it.here, rules.COLON_WITHOUT_SPACE)


def _of_colon(it: Trouble) -> Finding:
    if sign := re.search(r":\s+([&!])", it.before):
        return _of_sign(it._replace(start=Spot(it.here.line, sign.start(1))))
    own, above = it.source.start(it.here.line), it.source.above(it.here.line)
    is_in_text = len(it.before) > _LONGEST_KEY or re.search(r":\s", it.before)
    if is_in_text or above.line == own.line:
        return _in_text(it)
    if own.column > above.column:
        return _of_indent(it)
    return _of_no_colon(it._replace(start=above))


def _in_text(it: Trouble) -> Finding:
    return it.at(it.here, rules.COLON)


def _of_flow(it: Trouble) -> Finding:
    is_same_line = it.here.line == it.start.line
    if it.char in ("]", "}"):
        return it.at(it.here, rules.OTHER_BRACKET)
    if it.char and it.before.rstrip().endswith(("'", '"')):
        return _after_quote(it)
    if it.char == ":" and (is_same_line or re.search(r":\s", it.before)):
        return _in_text(it)
    if it.char and is_same_line:
        return it.at(it.here, rules.NO_COMMA)
    return _of_open_bracket(it)


def _of_open_bracket(it: Trouble) -> Finding:
    return it.at(it.start, rules.OPEN_BRACKET)


def _of_level(it: Trouble) -> Finding:
    is_first = not it.before.strip(" -")
    if it.char in ("]", "}") or (is_first and it.char == ":"):
        return _of_sign(it._replace(start=it.here))
    if not is_first:
        return _after(it)
    if it.start.column == it.here.column and it.start != it.here:
        return _mixed(it)
    return _of_indent(it)


def _mixed(it: Trouble) -> Finding:
    if it.source.is_tight_dash(it.here):
        return it.at(it.here, rules.DASH_WITHOUT_SPACE)
    if it.char == "-":
        return it.at(it.here, rules.DASH_AMONG_NAMES)
    if "collection" in it.said:
        return it.at(it.here, rules.NO_DASH)
    return _of_something(it)


def _of_indent(it: Trouble) -> Finding:
    own, above = it.source.start(it.here.line), it.source.above(it.here.line)
    is_deeper = own.column > above.column
    return it.at(own, rules.INDENT if is_deeper else rules.NO_LEVEL)


def _after(it: Trouble) -> Finding:
    last = it.before.rstrip()[-1]
    if it.is_last_comma:
        return _of_comma(it)
    if last in "'\"":
        return _after_quote(it)
    if last in "]}":
        return it.at(it.here, rules.AFTER_BRACKET)
    return _of_something(it)


def _of_comma(it: Trouble) -> Finding:
    return it.at(it.here, rules.LAST_COMMA)


def _after_quote(it: Trouble) -> Finding:
    if re.search(r"\w'$", it.before) and it.char.isalnum():
        return it.at(Spot(it.here.line, it.here.column - 1), rules.APOSTROPHE)
    if it.char == ":":
        return _of_tight_colon(it)
    if it.text.line < it.here.line:
        return _of_open_quote(it._replace(start=it.text))
    return it.at(it.here, rules.AFTER_QUOTE)


# What either parser says, the first that fits.
_SAYINGS: tuple[tuple[str, Callable[[Trouble], Finding]], ...] = (
    ("nesting depth", _of_depth),
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
