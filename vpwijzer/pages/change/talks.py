"""What changes in conversations, group by group, each with its smallest example."""

from collections.abc import Iterator

from vpwijzer.diff import (
    Change,
    Compared,
    Example,
    Group,
    Kind,
    OneSided,
    SharePerStart,
)
from vpwijzer.model import Consequence, ContactLink
from vpwijzer.pages.change.names import Names, safe
from vpwijzer.pages.change.words import PARTS, change_words, number

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


def talk_lines(talks: Compared, names: Names) -> Iterator[str]:
    """Write down what changes in conversations."""
    return _Talks(talks, names).lines()


class _Talks:
    def __init__(self, talks: Compared, names: Names) -> None:
        self.talks = talks
        self.names = names

    def lines(self) -> Iterator[str]:
        talks = self.talks
        yield from ("", "## Wat er is vergeleken")
        for name, counts in zip(("oude", "nieuwe"), talks.counts, strict=True):
            if counts is not None:
                total = number(sum(counts.values()))
                yield from ("", f"De {name} versie heeft {total} mogelijke gesprekken.")
        many = (
            f"{number(sum(talks.pairs.values()))} " if talks.pairs is not None else ""
        )
        yield from ("", WHAT_IS_COMPARED.format(many))
        yield from self._not_compared()
        yield from ("", "## Wat er in gesprekken verandert", "")
        if not talks.groups:
            yield NOTHING_CHANGES
            return
        yield HOW_TO_READ
        for place, group in enumerate(talks.groups, 1):
            yield from self._group(place, group)

    def _not_compared(self) -> Iterator[str]:
        talks = self.talks
        lines = [self._one_sided(each) for each in talks.one_sided]
        lines += [
            f"- Alleen in de {name} versie kan een gesprek beginnen bij "
            f"{self.names.title('trees', start)}. {NOT_COMPARED}"
            for name, starts in zip(("oude", "nieuwe"), talks.own_starts, strict=True)
            for start in starts
        ]
        if lines:
            yield from ("", "## Gesprekken die maar één versie kent", "", *lines)

    def _one_sided(self, each: OneSided) -> str:
        name, other = ("nieuwe", "oude") if each.in_new else ("oude", "nieuwe")
        where = f": {self.names.where(each.shares)}" if each.shares else ""
        return (
            f"- {self.names.title('questions', each.question)} krijgt in de {name} "
            f"versie een antwoord dat de {other} niet kent{where}. {NOT_COMPARED}"
        )

    def _where(self, shares: SharePerStart | None) -> str:
        where = self.names.where(shares) if shares else NOT_COUNTED
        return f"{where[0].upper()}{where[1:]}"

    def _group(self, place: int, group: Group) -> Iterator[str]:
        yield from ("", f"### Wijziging {place}", "")
        yield from (f"{self._where(group.shares)}:", "")
        yield from (f"- {self._change(change)}" for change in group.changes)
        if group.example is None:
            yield from ("", NO_EXAMPLE)
        else:
            yield from self._example(group.example)

    def _change(self, change: Change) -> str:
        words = change_words(change.kind, change.was, change.now)
        return f"{self._subject(change)}: {words}."

    def _subject(self, change: Change) -> str:
        match change.kind:
            case Kind.TREE:
                return f"Het onderwerp {self.names.title('trees', change.owner)}"
            case Kind.QUESTION:
                return f"De vraag {self.names.title('questions', change.owner)}"
            case Kind.CLOCK:
                return f"De termijn {self.names.title('clocks', change.owner)}"
            case _:
                route = self.names.title("routes", change.owner)
                return f"{route}, {self._part(change)}" if change.part else route

    def _part(self, change: Change) -> str:
        part, name = change.part, PARTS[change.kind]
        if isinstance(part, ContactLink):
            return f"{name} {self.names.title('contacts', part.contact)}"
        text = f"“{safe(part.text)}”" if part and part.text else ""
        if isinstance(part, Consequence):
            aspect = self.names.title("aspects", self._aspect(change.owner, part))
            level = safe(part.level) or "niet geregeld"
            return f"{name} voor {aspect} {level} {text}".rstrip()
        return f"{name} {text}"

    def _aspect(self, route: str, part: Consequence) -> str:
        return next(
            aspect
            for library in self.names.versions
            if route in library.routes
            for aspect, options in library.routes[route].consequences.items()
            if part in options
        )

    def _example(self, example: Example) -> Iterator[str]:
        start, seat = self.names.start(example.start), example.seat.value
        yield from ("", f"Kleinste voorbeeld, vanaf {start}, stoel {seat}:", "")
        if not example.answers:
            yield "Er wordt niets gevraagd."
        for place, given in enumerate(example.answers, 1):
            wording = self.names.wordings[0 if given.new else 1]
            only = {
                (True, False): " (vraagt alleen de oude versie)",
                (False, True): " (vraagt alleen de nieuwe versie)",
            }.get((given.old, given.new), "")
            said = safe(wording.fact(given.question, given.answer))
            yield f"{place}. {f'**{said}**' if given.read else said}{only}"
