"""Routes side by side on every aspect."""

from collections.abc import Sequence

from vpwijzer.document.blocks import (
    BREAK,
    Line,
    Page,
    Table,
    faint,
    heading,
    paragraph,
    strong,
)
from vpwijzer.engine.logic import View
from vpwijzer.engine.ruling import effect
from vpwijzer.model import Aspect, Library, Route
from vpwijzer.words.wording import LEVELS_ARE_ESTIMATES

NOT_ARRANGED = "Niet geregeld"


def compare_page(
    routes: Sequence[Route], library: Library, view: View | None = None
) -> Page:
    """Lay routes side by side; without a conversation as they usually are."""
    view = view or View({}, library.concepts, over=False)
    rows = tuple(
        (
            (strong(aspect.title), BREAK, faint(aspect.question)),
            *(_cell(aspect, route, view) for route in routes),
        )
        for aspect in library.aspects.values()
    )
    return (
        heading(1, "Naast elkaar"),
        paragraph(faint(LEVELS_ARE_ESTIMATES)),
        Table(("", *(route.title for route in routes)), rows),
    )


def _cell(aspect: Aspect, route: Route, view: View) -> Line:
    found = route.consequences.get(aspect.id)
    if found is None:
        return (NOT_ARRANGED,)
    now = effect(found, view)
    level = aspect.levels.get(now.consequence.level, NOT_ARRANGED)
    return strong(level), BREAK, now.consequence.text
