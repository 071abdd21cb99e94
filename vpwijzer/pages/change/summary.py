"""What differs in a few lines, on top: how much, and what was touched."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from vpwijzer.diff import Compared, Comparison, Kind, Subject
from vpwijzer.document.blocks import (
    Line,
    Page,
    Point,
    heading,
    joined,
    listing,
    point,
    strong,
)
from vpwijzer.pages.change.names import OWNERS, Names, owner_of
from vpwijzer.pages.change.words import NAMES
from vpwijzer.words.numbers import exact

TOUCHED: Mapping[Kind, str] = {
    Kind.TREE: "Onderwerpen die vaker of minder vaak aan bod komen",
    Kind.QUESTION: "Vragen die vaker of minder vaak worden gesteld",
    Kind.ROUTE: "Routes met een andere uitkomst of inhoud",
    Kind.CLOCK: "Termijnen die anders lopen",
}
NOTHING = "In gesprekken die beide versies kennen, verandert niets."
ONE_SIDED = "Vragen met een antwoord dat maar één versie kent"
OWN_STARTS = "Onderwerpen waar in maar één versie een gesprek kan beginnen"
NOTHING_SEEN = "In wat wel is vergeleken, verandert er niets."
SOMETHING = (
    "Er verandert iets in gesprekken. In hoeveel is niet geteld: dat is te veel."
)
TOO_LARGE = (
    "De gesprekken zijn niet vergeleken: daarvoor hangt te veel met elkaar samen. "
    "Vergelijk een kleinere wijziging."
)
TIED = (
    ", want daarvoor hangt te veel met elkaar samen; "
    "lees zelf na wat hier in gesprekken verandert"
)
MISSING = (strong("Niet vergeleken"), TIED)


def summary(comparison: Comparison, names: Names) -> Page:
    """Show how much differs, and what was touched."""
    points = listing(_points(comparison, names))
    return heading(2, "In het kort"), points


def _points(comparison: Comparison, names: Names) -> Iterator[Point]:
    talks = comparison.talks
    touched: dict[Subject, None] = {}
    if talks is None:
        yield point(TOO_LARGE)
    else:
        yield point(_how_many(talks, names))
        touched = {
            owner_of(change.kind, change.owner): None
            for group in talks.groups
            for change in group.changes
        }
        yield from _touched(touched, names)
        yield from _not_compared(talks, names)
    seen = {(OWNERS.get(kind, "routes"), name) for kind, name in touched}
    written = dict.fromkeys(
        (each.kind, each.owner) for each in comparison.texts if each.owner
    )
    only = [
        (f"{NAMES[kind]} ", *names.title(kind, name))
        for kind, name in written
        if (kind, name) not in seen
    ]
    if only:
        yield _count(("Alleen anders opgeschreven",), only)


def _how_many(talks: Compared, names: Names) -> str:
    if not talks.groups:
        return NOTHING_SEEN if talks.missing else NOTHING
    if talks.pairs is None or talks.changed is None:
        return SOMETHING
    some, every = sum(talks.changed.values()), sum(talks.pairs.values())
    shares = {
        start: Fraction(count, talks.pairs[start])
        for start, count in talks.changed.items()
        if count
    }
    return (
        f"Er verandert iets in {exact(some)} van de {exact(every)} vergeleken "
        f"gesprekken: {names.where(shares)}."
    )


def _touched(touched: Iterable[Subject], names: Names) -> Iterator[Point]:
    for kind, words in TOUCHED.items():
        found = [names.subject(each) for each in touched if each[0] is kind]
        if found:
            yield _count((words,), found)


def _not_compared(talks: Compared, names: Names) -> Iterator[Point]:
    starts = [(Kind.TREE, name) for own in talks.own_starts for name in own]
    asked = [(Kind.QUESTION, each.question) for each in talks.one_sided]
    for words, found in (
        ((OWN_STARTS,), starts),
        ((ONE_SIDED,), dict.fromkeys(asked)),
        (MISSING, talks.missing),
    ):
        if found:
            yield _count(words, map(names.subject, found))


def _count(words: Line, found: Iterable[Line]) -> Point:
    every = list(found)
    return point(*words, f" ({len(every)}): ", *joined(every, " en "), ".")
