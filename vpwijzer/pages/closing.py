"""What was settled after an outcome, on one page to read aloud or copy by hand."""

from collections.abc import Iterator

from rich.console import Group, RenderableType

from vpwijzer.document.terminal import FAINT, HEADING, indented, marked, text
from vpwijzer.engine.closing import Agreed
from vpwijzer.engine.logic import Truth, View, holds
from vpwijzer.engine.outcome import Outcome
from vpwijzer.pages.outcome import running_clocks

NOTHING = "nog niets afgesproken"


def closing_page(agreed: Agreed, outcome: Outcome, view: View) -> RenderableType:
    """Show each question with what was chosen, deadlines that run, and last words."""
    return Group(*_parts(agreed, outcome, view))


def _parts(agreed: Agreed, outcome: Outcome, view: View) -> Iterator[RenderableType]:
    yield text(agreed.closing.title, HEADING)
    for question in agreed.asked:
        yield text(question.text)
        chosen = [text(each.text, HEADING) for each in agreed.choices(question)]
        lines = chosen or [text(NOTHING, FAINT)]
        yield indented(Group(*(marked("›", line) for line in lines)))
    yield from running_clocks(outcome)
    for line in agreed.closing.lines:
        if holds(line.condition, view) is Truth.TRUE:
            yield text("")
            yield text(line.text)
