"""What changes in conversations, group by group, each with its smallest example."""

from collections.abc import Iterator, Mapping

from vpwijzer.diff import (
    Change,
    Compared,
    Example,
    Group,
    Kind,
    OneSided,
)
from vpwijzer.document.blocks import (
    Block,
    Line,
    Point,
    heading,
    listing,
    paragraph,
    point,
    strong,
)
from vpwijzer.model import Consequence, ContactLink
from vpwijzer.pages.change.names import Names
from vpwijzer.pages.change.words import PARTS, change_words
from vpwijzer.words.names import NAMES
from vpwijzer.words.numbers import exact

WHAT_IS_COMPARED = (
    "Vergeleken zijn alle {}paren van een gesprek in de oude en een in de nieuwe "
    "versie: wat beide vragen, is in beide hetzelfde beantwoord. Elk paar telt even "
    "zwaar. Een percentage zegt dus niet hoe vaak iets in het echt voorkomt."
)
NOTHING_CHANGES = (
    "In geen enkel vergeleken gesprek verandert wat iemand te zien krijgt."
)
HOW_TO_READ = (
    "Komt een onderwerp erbij of valt het weg, dan horen zijn vragen en wegen daarbij. "
    "Die staan er niet apart. In een voorbeeld is vet waar de wijziging van afhangt."
)
NOT_COMPARED = "Zulke gesprekken zijn niet vergeleken."
NOT_COUNTED = "In een deel van de gesprekken; het zijn er te veel om te tellen"
NO_EXAMPLE = "Een kleinste voorbeeld is niet gevonden: er hangt te veel samen."
SUBJECTS: Mapping[Kind, tuple[str, str]] = {
    Kind.TREE: ("trees", "Het onderwerp "),
    Kind.QUESTION: ("questions", "De vraag "),
    Kind.CLOCK: ("clocks", "De termijn "),
}
ONLY: Mapping[tuple[bool, bool], str] = {
    (True, False): " (vraagt alleen de oude versie)",
    (False, True): " (vraagt alleen de nieuwe versie)",
}


def talks(compared: Compared, names: Names) -> Iterator[Block]:
    """Show what changes in conversations."""
    yield heading(2, "Wat er is vergeleken")
    for name, counts in zip(("oude", "nieuwe"), compared.counts, strict=True):
        if counts is not None:
            total = exact(sum(counts.values()))
            yield paragraph(f"De {name} versie heeft {total} mogelijke gesprekken.")
    pairs = compared.pairs
    many = f"{exact(sum(pairs.values()))} " if pairs is not None else ""
    yield paragraph(WHAT_IS_COMPARED.format(many))
    points = tuple(_not_compared(compared, names))
    if points:
        yield heading(2, "Gesprekken die maar één versie kent")
        yield listing(points)
    yield heading(2, "Wat er in gesprekken verandert")
    yield paragraph(HOW_TO_READ if compared.groups else NOTHING_CHANGES)
    for place, group in enumerate(compared.groups, 1):
        yield heading(3, f"Wijziging {place}")
        yield from _group(group, names)


def _not_compared(compared: Compared, names: Names) -> Iterator[Point]:
    for each in compared.one_sided:
        yield point(*_one_sided(each, names))
    for name, starts in zip(("oude", "nieuwe"), compared.own_starts, strict=True):
        for start in starts:
            words = f"Alleen in de {name} versie kan een gesprek beginnen bij "
            yield point(words, *names.title("trees", start), f". {NOT_COMPARED}")


def _one_sided(each: OneSided, names: Names) -> Line:
    name, other = ("nieuwe", "oude") if each.in_new else ("oude", "nieuwe")
    where = f": {names.where(each.shares)}" if each.shares else ""
    words = f" krijgt in de {name} versie een antwoord dat de {other} niet kent{where}"
    return *names.title("questions", each.question), f"{words}. {NOT_COMPARED}"


def _group(group: Group, names: Names) -> Iterator[Block]:
    where = names.where(group.shares) if group.shares else NOT_COUNTED
    yield paragraph(f"{where[0].upper()}{where[1:]}:")
    yield listing(point(*_change(each, names)) for each in group.changes)
    if group.example is None:
        yield paragraph(NO_EXAMPLE)
    else:
        yield from _example(group.example, names)


def _change(change: Change, names: Names) -> Line:
    words = change_words(change.kind, change.was, change.now)
    return *_subject(change, names), f": {words}."


def _subject(change: Change, names: Names) -> Line:
    if change.kind in SUBJECTS:
        kind, words = SUBJECTS[change.kind]
        return words, *names.title(kind, change.owner)
    route = names.title("routes", change.owner)
    return (*route, ", ", *_part(change, names)) if change.part else route


def _part(change: Change, names: Names) -> Line:
    part, name = change.part, PARTS[change.kind]
    if isinstance(part, ContactLink):
        return f"{name} ", *names.title("contacts", part.contact)
    text = f" “{part.text}”" if part and part.text else ""
    if isinstance(part, Consequence):
        aspect = names.title("aspects", _aspect(change.owner, part, names))
        return f"{name} voor ", *aspect, f" {part.level or 'niet geregeld'}{text}"
    return (f"{name}{text}",)


def _aspect(route: str, part: Consequence, names: Names) -> str:
    return next(
        aspect
        for library in names.versions
        if route in library.routes
        for aspect, options in library.routes[route].consequences.items()
        if part in options
    )


def _example(example: Example, names: Names) -> Iterator[Block]:
    start, seat = names.start(example.start), NAMES[example.seat]
    yield paragraph(f"Kleinste voorbeeld, vanaf {start}, stoel {seat}:")
    if not example.answers:
        yield paragraph("Er wordt niets gevraagd.")
        return
    points = []
    for given in example.answers:
        wording = names.wordings[0 if given.new else 1]
        said = wording.fact(given.question, given.answer)
        only = ONLY.get((given.old, given.new), "")
        points.append(point(strong(said) if given.read else said, only))
    yield listing(points, numbered=True)
