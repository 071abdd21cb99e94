"""All writers over all pages: the same words in the same order, and nothing else."""

import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from unicodedata import category

import pytest
from bicycle_pages import PAGES
from bundled import bundled
from recorded import held
from web import PLANTED, READER, Read

from vpwijzer.document.blocks import (
    BREAK,
    Block,
    Excerpt,
    Heading,
    Inset,
    Line,
    Link,
    Listing,
    Page,
    Paragraph,
    Part,
    Point,
    Span,
    Table,
    plain,
)
from vpwijzer.document.html import to_html
from vpwijzer.document.lines import to_lines
from vpwijzer.document.markdown import to_markdown
from vpwijzer.document.terminal import paint, painted
from vpwijzer.engine.outcome import decide
from vpwijzer.engine.ruling import Verdict
from vpwijzer.model import Scenario
from vpwijzer.pages.closed import closed_page
from vpwijzer.pages.compare import compare_page
from vpwijzer.pages.outcome import outcome_page
from vpwijzer.pages.question import priority_page, talk_page
from vpwijzer.pages.route import route_page
from vpwijzer.words.sanitize import UNSEEN

NARROW = 40
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
NASTY = "\x1b[31mX\x1b]0;y\x07\x9b2J\u202eabc\u2066d\u200f"
TAGS = {
    *("a", "body", "br", "code", "div", "head", "html", "li", "meta", "ol", "p"),
    *("pre", "span", "strong", "style", "table", "tbody", "td", "th", "thead", "title"),
    *("tr", "ul", "h1", "h2", "h3", "h4"),
}


def pages_of(case: Scenario) -> Iterator[Page]:
    """Give every page of a case; of its routes each verdict once."""
    library, walk = bundled(), held(bundled(), case)
    outcome = decide(walk)
    closed = [r for r in outcome.rulings if r.verdict is Verdict.CLOSED]
    yield talk_page(walk)
    yield outcome_page(outcome, library)
    yield outcome_page(outcome, library, show_all=True)
    yield closed_page(closed, library, walk.view)
    yield from (priority_page(r, library, walk.view) for r in outcome.first)
    for ruling in {each.verdict: each for each in outcome.rulings}.values():
        yield route_page(ruling.route, library, ruling, walk.view)
    yield compare_page([r.route for r in outcome.rulings[:3]], library, walk.view)


def bicycles() -> Page:
    return tuple(block for make in PAGES.values() for block in make())


def said(blocks: Iterable[Block], *, as_lines: bool = False) -> str:
    """Give what must be said; as lines with marks, and a table as a list."""
    return "".join("".join(_said(block, as_lines=as_lines)) for block in blocks)


def _said(block: Block, *, as_lines: bool) -> Iterator[str]:
    match block:
        case Heading(_, line) | Paragraph(line):
            yield plain(line)
        case Listing():
            for number, point in enumerate(block.points, 1):
                mark = f"{number}." if block.numbered else "-"
                yield plain((point.label or mark * as_lines, *point.line))
                yield said(point.below, as_lines=as_lines)
        case Inset(blocks):
            yield said(blocks, as_lines=as_lines)
        case Excerpt(lines):
            yield from map(plain, lines)
        case Table():
            yield from _as_list(block) if as_lines else _as_rows(block)


def _as_rows(table: Table) -> Iterator[str]:
    yield from table.head
    yield from (plain(cell) for row in table.rows for cell in row)


def _as_list(table: Table) -> Iterator[str]:
    for about, *cells in table.rows:
        yield _joined(about, ":")
        for title, cell in zip(table.head[1:], cells, strict=True):
            yield f"-{title}:{_joined(cell, '.')}"


def _joined(line: Line, between: str) -> str:
    return plain(tuple(between if part == BREAK else part for part in line))


def squeezed(words: str) -> str:
    """Leave out space, and what is never shown."""
    return "".join(
        each
        for each in words
        if not each.isspace() and category(each) not in {"Cc", "Cf"} and each != UNSEEN
    )


def check(page: Page, width: int = NARROW) -> None:
    web, lines = squeezed(said(page)), squeezed(said(page, as_lines=True))

    assert squeezed("".join(Read(to_html(page, "x", "")).words)) == web
    assert squeezed("".join(Read(READER.render(to_markdown(page))).words)) == web
    assert squeezed(to_lines(page, width)) == lines


@pytest.mark.no_cover  # the bicycles reach every branch
@pytest.mark.parametrize("name", bundled().scenarios)
def test_every_writer_says_the_same_of_every_case(name: str) -> None:
    check(tuple(b for p in pages_of(bundled().scenarios[name]) for b in p))


@pytest.mark.parametrize("words", [*PLANTED, NASTY])
def test_whatever_words_stand_on_a_page_they_stay_words(words: str) -> None:
    page = tuple(planted(block, words) for block in bicycles())

    check(page, width=3)  # no table is so small
    for made in (to_html(page, words, ""), READER.render(to_markdown(page))):
        assert Read(made).tags <= TAGS
        assert not Read(made).links
        assert not painting(made)
    assert not painting(to_lines(page))


def painting(words: str) -> set[str]:
    return {each for each in words if category(each) in {"Cc", "Cf"}} - {"\n"}


@pytest.mark.parametrize("words", ["", NASTY])
def test_terminal_paints_what_lines_say_and_nothing_more(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("FORCE_COLOR", "1")
    page = tuple(planted(b, words) if words else b for b in bicycles())
    file = io.StringIO()

    paint(page, file)

    in_colours = file.getvalue()
    assert in_colours == painted(page, file)
    assert COLOURS.search(in_colours)
    shown = COLOURS.sub("", in_colours).splitlines()
    assert [line.rstrip() for line in shown] == to_lines(page, NARROW).splitlines()


def planted(block: Block, words: str) -> Block:
    """Put words in the place of all words of a page."""
    match block:
        case Heading() | Paragraph():
            return replace(block, line=_line(block.line, words))
        case Listing():
            return replace(block, points=tuple(_point(p, words) for p in block.points))
        case Inset():
            return Inset(tuple(planted(each, words) for each in block.blocks))
        case Excerpt():
            return Excerpt(tuple(_line(line, words) for line in block.lines))
        case Table():
            rows = (tuple(_line(cell, words) for cell in row) for row in block.rows)
            return replace(block, head=(words,) * len(block.head), rows=tuple(rows))


def _point(point: Point, words: str) -> Point:
    label = point.label
    return Point(
        _line(point.line, words),
        replace(label, words=words) if isinstance(label, Span) else label and words,
        tuple(planted(each, words) for each in point.below),
    )


def _line(line: Line, words: str) -> Line:
    return tuple(_part(part, words) for part in line)


def _part(part: Part, words: str) -> Part:
    if isinstance(part, Span | Link):
        return replace(part, words=words)
    return part if part == BREAK else words
