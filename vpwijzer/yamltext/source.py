"""The author's lines, and what no parser should see in them."""

import re
from collections.abc import Iterator
from typing import NamedTuple, cast

from vpwijzer.model.finding import Finding
from vpwijzer.model.position import Position
from vpwijzer.yamltext.rules import (
    ANCHOR,
    DOTS,
    ESCAPE,
    HALF_MERGED,
    SIGN,
    TAB,
    TAG,
    UNSEEN,
)

# Beside control characters: what nobody sees, or what turns the reading direction. A
# soft hyphen is ordinary typography; joiners are, between emoji and in Arabic and
# Indic scripts.
_UNSEEN = (
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e"
    r"\u2060-\u206f\ue000-\uf8ff\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f]"
)
_JOINED = r"[\u0600-\u08ff\u0900-\u0dff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff]"
_STRAY_JOINER = rf"(?<!{_JOINED})[\u200c\u200d]|[\u200c\u200d](?!{_JOINED})"
UNSAYABLE = re.compile(rf"{_UNSEEN}|{_STRAY_JOINER}")
# What PyYAML's two parsers treat differently or trip over: a tab, a %-directive, an
# escape for no character (ValueError), a blank that is no space where layout counts.
# Then what ends a document, and what a merge of two versions left behind.
_SUSPECT = re.compile(
    rf"(?P<tab>\t+)|(?P<unseen>{_UNSEEN}+|{_STRAY_JOINER})|^(?P<sign>%)"
    r"|(?P<escape>\\(?:u|U0000)[dD][89a-fA-F][0-9a-fA-F]{2}"
    r"|\\U(?!000[0-9a-fA-F]|0010)[0-9a-fA-F]{8})"
    r"|^ *(?:- +)*+(?:-|[\w-]+:)?(?P<blank>[\xa0\u2000-\u200a\u202f\u205f\u3000]+)"
    r"|^(?P<dots>\.\.\.)(?: |$)|^(?P<merge><{7}|={7}|>{7}|\|{7})(?: |$)"
)
# Every escape but those for the quote and the backslash, and for a character by number.
ESCAPED = re.compile(r"""\\(?:["\\/xuU]|$)|(?P<wrong>\\)""")

SIGNS = {
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
    "#": "een hekje",
}
_SIGN_RULES = {"*": ANCHOR, "&": ANCHOR, "!": TAG}


_DEEPEST = 400
"""At which column a list may still stand."""


class Spot(NamedTuple):
    """A place as PyYAML counts: from 0."""

    line: int
    column: int


def read_mark(mark: object) -> Spot:
    """Read a mark of either parser; each event and refusal has one."""
    known = cast("Spot", mark)
    return Spot(known.line, known.column)


class Source(NamedTuple):
    """The author's lines."""

    file: str
    lines: list[str]

    def at(self, spot: Spot, width: int = 1) -> Position:
        """Give a place as authors count: from 1."""
        return Position(self.file, spot.line + 1, spot.column + 1, max(width, 1))

    def char(self, spot: Spot) -> str:
        """Give the character there, or nothing at the end of a line."""
        return self.rest(spot)[:1]

    def rest(self, spot: Spot) -> str:
        """Give a little of what follows; a whole line can be very long."""
        return self.lines[spot.line][spot.column : spot.column + 9]

    def start(self, line: int) -> Spot:
        """Give where the text of a line starts."""
        text = self.lines[line]
        return Spot(line, len(text) - len(text.lstrip(" ")))

    def is_tight_dash(self, spot: Spot) -> bool:
        """Tell whether a dash stands there right before a word."""
        return spot.column < _DEEPEST and bool(re.match(r"-[^\W\d_]", self.rest(spot)))

    def above(self, line: int) -> Spot:
        """Give where the nearest line above starts that holds more than a comment."""
        line = max(line - 1, 0)
        while line and self.lines[line].lstrip()[:1] in ("", "#"):
            line -= 1
        return self.start(line)


def suspects(source: Source) -> Iterator[Finding]:
    """Find what neither parser should see, once per line."""
    for number, line in enumerate(source.lines):
        if line and (found := _SUSPECT.search(line)):
            kind = str(found.lastgroup)
            at = source.at(Spot(number, found.start(kind)), len(found[kind]))
            if kind == "merge":
                yield HALF_MERGED.at(at)
                return  # what stands between the marks was never meant as one file
            if kind == "dots":
                if _is_amid(source.lines, number):
                    yield DOTS.at(at)
            elif kind == "escape":
                yield ESCAPE.at(at)
            else:
                yield character(found[kind][0], at)


def _is_amid(lines: list[str], number: int) -> bool:
    """Tell whether three dots stand anywhere but at the end of what is written."""
    after = (lines[later] for later in range(number + 1, len(lines)))
    is_last = not _holds_more(lines[number][3:]) and not any(map(_holds_more, after))
    return not (is_last and any(map(_holds_more, lines[:number])))


def _holds_more(line: str) -> bool:
    return line.lstrip()[:1] not in ("", "#")


def character(char: str, at: Position) -> Finding:
    """Refuse a character that is not seen or does not belong there."""
    if char in SIGNS:
        return sign(char, at)
    if char == "\t":
        return TAB.at(at)
    return UNSEEN.at(at, ord(char))


def sign(char: str, at: Position) -> Finding:
    """Refuse a sign that means something else to YAML than to an author."""
    return _SIGN_RULES.get(char, SIGN).at(at, SIGNS[char])
