"""Every route: when it applies, what it brings, what to do and where that stands."""

from collections.abc import Iterator

from vpwijzer.document import blocks
from vpwijzer.document.blocks import (
    Block,
    Point,
    Table,
    heading,
    joined,
    labelled,
    listing,
    paragraph,
    point,
    strong,
    titled,
)
from vpwijzer.model import (
    Caution,
    Condition,
    Route,
    Severity,
)
from vpwijzer.pages.report.words import Subject, lines
from vpwijzer.words.contacts import said
from vpwijzer.words.names import NAMES

OVERVIEW = ("route", "wie doet iets", "past in", "oudste controle")
CONSEQUENCES = ("waarover", "niveau", "gevolg", "geldt")


def routes(subject: Subject) -> Iterator[Block]:
    """Show all routes by track, first in a table."""
    yield heading(2, "Routes", anchor="routes")
    for track in subject.library.tracks.values():
        yield heading(3, track.title, anchor=f"traject-{track.id}")
        yield paragraph(track.text)
        helps = "telt" if track.is_help else "telt niet"
        yield paragraph(f"Een route in dit traject {helps} als hulp.")
        found = [subject.library.routes[name] for name in track.routes]
        yield Table(OVERVIEW, tuple(_row(subject, route) for route in found))
        for route in found:
            yield from _route(subject, route)


def _row(subject: Subject, route: Route) -> tuple[blocks.Line, ...]:
    cited = (subject.library.sources[each.source] for each in route.citations)
    oldest = min((route.checked, *(source.checked for source in cited)))
    actor = NAMES[route.actor]
    return (
        (subject.route(route.id),),
        (actor,),
        (subject.share(route.id),),
        (subject.age(oldest),),
    )


def _route(subject: Subject, route: Route) -> Iterator[Block]:
    yield heading(4, route.title, anchor=f"route-{route.id}")
    yield paragraph(route.summary)
    yield listing(_facts(subject, route))
    cautions = (_caution(subject, each) for each in route.cautions)
    yield from titled("Let op", cautions)
    yield from titled("Eerste stap", _first_step(subject, route))
    yield from titled("Stappen", lines(subject, route.steps), numbered=True)
    yield paragraph(strong("Gevolgen:"))
    yield Table(CONSEQUENCES, tuple(_consequences(subject, route)))
    yield from titled("De VP doet", lines(subject, route.adviser_does))
    yield from titled("De VP doet niet", lines(subject, route.adviser_does_not))
    yield from titled("Termijnen", _clocks(subject, route))
    yield from titled("Contact", _contacts(subject, route))
    yield from titled("Wat hierna kan", (point(subject.route(r)) for r in route.next))
    yield from titled("Bronnen", subject.cited(route.citations))


def _facts(subject: Subject, route: Route) -> Iterator[Point]:
    yield labelled("Wie doet iets", NAMES[route.actor])
    yield labelled("Bij", *joined(map(subject.tree, route.trees)))
    yield subject.when("Past", route.condition)
    yield labelled("Past in", subject.share(route.id))
    if route.while_open:
        yield labelled("Zolang dat niet zeker is", route.while_open)
    if route.priority is not None:
        yield subject.when("Staat vooraan", route.priority)
    if route.meant is not None:
        yield subject.when("Juist voor", route.meant)
    if route.wish is not None:
        yield subject.when("Past bij een wens", route.wish)
    yield labelled("Nagekeken", subject.age(route.checked))
    yield labelled("Bestand", route.at.file)
    yield from subject.note(route.editor_note)


def _caution(subject: Subject, caution: Caution) -> Point:
    text = said(caution, subject.library)
    against = caution.severity is Severity.AGAINST
    words = (strong("Afgeraden:"), " ", text) if against else (text,)
    below = [*subject.depends(caution.condition), *subject.note(caution.editor_note)]
    return point(*words, below=below)


def _first_step(subject: Subject, route: Route) -> Iterator[Point]:
    if route.first_step is not None:
        yield point(said(route.first_step, subject.library))


def _consequences(subject: Subject, route: Route) -> Iterator[tuple[blocks.Line, ...]]:
    for name, options in route.consequences.items():
        aspect = subject.library.aspects[name]
        for number, option in enumerate(options):
            level = aspect.levels.get(option.level, "niet geregeld")
            when = _when(subject, option.condition, is_last=number > 0)
            yield ((aspect.title,), (level,), (option.text,), (when,))


def _when(subject: Subject, condition: Condition, *, is_last: bool) -> str:
    words = subject.wording.condition(condition)
    if words:
        return f"als {words}"
    return "anders" if is_last else "altijd"


def _clocks(subject: Subject, route: Route) -> Iterator[Point]:
    for clock in subject.library.clocks.values():
        if route.id in clock.routes:
            words = f": {clock.period} vanaf {clock.since}"
            yield point(blocks.Link(clock.title, f"#klok-{clock.id}"), words)


def _contacts(subject: Subject, route: Route) -> Iterator[Point]:
    for each in route.contacts:
        contact = subject.library.contacts[each.contact]
        where = blocks.Link(contact.name, f"#contact-{contact.id}")
        yield point(where, below=subject.depends(each.condition))
