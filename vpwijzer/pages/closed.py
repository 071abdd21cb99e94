"""What fell off in a conversation, and why."""

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType

from vpwijzer.document.terminal import (
    FAINT,
    HEADING,
    counted,
    heading,
    indented,
    joined,
    marked,
    text,
)
from vpwijzer.engine.logic import View
from vpwijzer.engine.outcome import Ruling
from vpwijzer.model import Library
from vpwijzer.words.wording import Wording

REASONS_SHOWN = 2


def closed_page(
    rulings: Sequence[Ruling], library: Library, view: View
) -> RenderableType:
    """List the routes that fell off, those that help first, each with its reasons."""
    return Group(
        text("Wat valt af, en waarom?", HEADING), *_routes(rulings, library, view)
    )


def is_help(ruling: Ruling, library: Library) -> bool:
    """Tell whether a route is a way forward, not a duty or an emergency."""
    return library.tracks[ruling.route.track].is_help


def _routes(
    rulings: Sequence[Ruling], library: Library, view: View
) -> Iterator[RenderableType]:
    wording = Wording(library)
    helping = [is_help(ruling, library) for ruling in rulings]
    for number, ruling in enumerate(rulings, 1):
        if number - 1 == sum(helping):
            yield heading("Nu niet aan de orde")
        yield marked(f"{number:>2}", joined((ruling.route.title, HEADING)))
        reasons = wording.reasons(ruling, view)
        rest = len(reasons) - REASONS_SHOWN
        more = [f"En nog {counted(rest, 'reden', 'redenen')}."] if rest > 0 else []
        for words in reasons[:REASONS_SHOWN] + more:
            yield indented(text(words, FAINT))
