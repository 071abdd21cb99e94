"""What was settled after an outcome, on one page to read aloud or copy by hand."""

from collections.abc import Iterator

from vpwijzer.document.blocks import (
    AIR,
    Block,
    Inset,
    Page,
    Point,
    faint,
    heading,
    listing,
    paragraph,
    point,
    section,
    strong,
)
from vpwijzer.engine.closing import Agreed
from vpwijzer.engine.first_screen import first_screen
from vpwijzer.engine.logic import Truth, holds
from vpwijzer.engine.outcome import Outcome
from vpwijzer.engine.walk import Walk
from vpwijzer.model import Option
from vpwijzer.pages.outcome import running_clocks
from vpwijzer.words.contacts import said

NOTHING, MARK = "nog niets afgesproken", "›"


def closing_page(agreed: Agreed, walk: Walk, outcome: Outcome) -> Page:
    """Show what was chosen, what to do tomorrow, terms that run, and last words."""
    return tuple(_blocks(agreed, walk, outcome))


def _blocks(agreed: Agreed, walk: Walk, outcome: Outcome) -> Iterator[Block]:
    library = walk.setting.library
    yield heading(1, agreed.closing.title)
    for question in agreed.asked:
        yield paragraph(question.text)
        points = [_chosen(each) for each in agreed.choices(question)]
        yield Inset((listing(points or [point(faint(NOTHING), label=MARK)]),))
    tomorrow = first_screen(walk, outcome).tomorrow
    steps = (point(said(step, library)) for step in tomorrow)
    yield from section(2, "Morgen", listing(steps))
    yield from running_clocks(outcome, library)
    for line in agreed.closing.lines:
        if holds(line.condition, walk.view) is Truth.TRUE:
            yield AIR
            yield paragraph(said(line, library))


def _chosen(option: Option) -> Point:
    about = f" ({option.explanation})" if option.explanation else ""
    return point(strong(option.text), faint(about), label=MARK)
