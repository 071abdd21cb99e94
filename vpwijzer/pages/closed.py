"""What fell off in a conversation, and why."""

from collections.abc import Sequence

from vpwijzer.document.blocks import (
    Page,
    Point,
    Role,
    Span,
    faint,
    heading,
    listing,
    paragraph,
    strong,
)
from vpwijzer.engine.logic import View
from vpwijzer.engine.ruling import Ruling
from vpwijzer.model import Library
from vpwijzer.words.numbers import counted
from vpwijzer.words.wording import Wording

REASONS_SHOWN = 2


def closed_page(rulings: Sequence[Ruling], library: Library, view: View) -> Page:
    """List the routes that fell off, those that help first, each with its reasons."""
    wording = Wording(library)
    points = [
        Point(
            (strong(ruling.route.title),),
            Span(str(number), Role.NUMBER),
            tuple(
                paragraph(faint(words))
                for words in some_reasons(wording.reasons(ruling, view))
            ),
        )
        for number, ruling in enumerate(rulings, 1)
    ]
    helping = sum(is_help(ruling, library) for ruling in rulings)
    title = heading(1, "Wat valt af, en waarom?")
    others = listing(points[helping:])
    not_now = (heading(2, "Nu niet aan de orde"), others) if others.points else ()
    return title, listing(points[:helping]), *not_now


def is_help(ruling: Ruling, library: Library) -> bool:
    """Tell whether a route is a way forward, not a duty or an emergency."""
    return library.tracks[ruling.route.track].is_help


def some_reasons(reasons: Sequence[str]) -> list[str]:
    """Give the first reasons, and how many more there are."""
    rest = len(reasons) - REASONS_SHOWN
    more = [f"En nog {counted(rest, 'reden', 'redenen')}."] if rest > 0 else []
    return [*reasons[:REASONS_SHOWN], *more]
