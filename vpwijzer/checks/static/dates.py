"""Sources that must be checked again, by the date of today that is given."""

from collections.abc import Iterator
from datetime import date

from vpwijzer.checks.rules import IN_FUTURE, OVERDUE
from vpwijzer.model import Library
from vpwijzer.model.finding import Finding
from vpwijzer.model.position import Position


def check_dates(library: Library, today: date) -> Iterator[Finding]:
    """Report what is overdue, and what was checked in the future."""
    for source in library.sources.values():
        if source.recheck and date.fromisoformat(source.recheck) <= today:
            yield OVERDUE.at(source.at, source.id, source.recheck)
    for at, name, checked in _checked(library):
        if date.fromisoformat(checked) > today:
            yield IN_FUTURE.at(at, name, checked)


def _checked(library: Library) -> Iterator[tuple[Position, str, str]]:
    kinds = (
        library.trees,
        library.routes,
        library.concepts,
        library.clocks,
        library.contacts,
        library.sources,
    )
    for kind in kinds:
        for value in kind.values():
            yield value.at, value.id, value.checked
    for opening in library.openings.values():
        yield opening.at, opening.title, opening.checked
    for closing in library.closings.values():
        yield closing.at, closing.title, closing.checked
