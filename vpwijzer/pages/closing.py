"""What was settled after an outcome, on one page to read aloud or copy by hand."""

from collections.abc import Iterator

from vpwijzer.document.blocks import (
    AIR,
    Block,
    Inset,
    Page,
    faint,
    heading,
    listing,
    paragraph,
    point,
    strong,
)
from vpwijzer.engine.closing import Agreed
from vpwijzer.engine.logic import Truth, View, holds
from vpwijzer.engine.outcome import Outcome
from vpwijzer.model import Library
from vpwijzer.pages.outcome import running_clocks
from vpwijzer.words.contacts import said

NOTHING = "nog niets afgesproken"


def closing_page(
    agreed: Agreed, outcome: Outcome, view: View, library: Library
) -> Page:
    """Show each question with what was chosen, deadlines that run, and last words."""
    return tuple(_blocks(agreed, outcome, view, library))


def _blocks(
    agreed: Agreed, outcome: Outcome, view: View, library: Library
) -> Iterator[Block]:
    yield heading(1, agreed.closing.title)
    for question in agreed.asked:
        yield paragraph(question.text)
        chosen = [strong(each.text) for each in agreed.choices(question)]
        points = (point(words, label="›") for words in chosen or [faint(NOTHING)])
        yield Inset((listing(points),))
    yield from running_clocks(outcome, library)
    for line in agreed.closing.lines:
        if holds(line.condition, view) is Truth.TRUE:
            yield AIR
            yield paragraph(said(line, library))
