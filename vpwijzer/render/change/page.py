"""The page: what changes in conversations, then what is written otherwise."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from operator import attrgetter

from vpwijzer.inert import unmarked
from vpwijzer.model import (
    Consequence,
    Contact,
    ContactLink,
    Guarantee,
    Library,
    Question,
)
from vpwijzer.render.change.words import (
    FIELDS,
    NAMES,
    PARTS,
    change_words,
    number,
    percent,
)
from vpwijzer.versions import (
    Change,
    Compared,
    Comparison,
    Example,
    Group,
    Kind,
    OneSided,
    Shares,
    Written,
)
from vpwijzer.wording import Wording

SAME = "Geen verschil.\n"
TOO_LARGE = (
    "De gesprekken zijn niet vergeleken: daarvoor hangt te veel met elkaar samen. "
    "Vergelijk een kleinere wijziging."
)
WHAT_IS_COMPARED = (
    "Vergeleken zijn alle {} paren van een gesprek in de oude en een in de nieuwe "
    "versie: wat beide vragen, is in beide hetzelfde beantwoord. Elk paar telt even "
    "zwaar. Een percentage zegt dus niet hoe vaak iets in het echt voorkomt."
)
NOTHING_CHANGES = (
    "In geen enkel vergeleken gesprek verandert wat iemand te zien krijgt."
)
NOT_COMPARED = "Zulke gesprekken zijn niet vergeleken."


def change_page(old: str, new: str, comparison: Comparison | None) -> str:
    """Write down every difference between two folders."""
    if comparison is None:
        return SAME
    page = _Page(comparison)
    return "\n".join([f"# Verschil tussen {_code(old)} en {_code(new)}", *page.lines()])


def _safe(words: str) -> str:
    return unmarked(words.strip())


def _code(words: str) -> str:
    return f"`{words.replace('`', '')}`"


def _and(names: list[str]) -> str:
    *most, last = names
    return f"{', '.join(most)} en {last}" if most else last


class _Page:
    def __init__(self, comparison: Comparison) -> None:
        self.talks = comparison.talks
        self.texts = comparison.texts
        self.versions = (comparison.new, comparison.old)
        self.wordings = tuple(map(Wording, self.versions))

    def lines(self) -> Iterator[str]:
        """Give the page line by line."""
        if self.talks is None:
            yield from ("", TOO_LARGE)
        else:
            yield from self._talks(self.talks)
        yield from self._texts()
        yield ""

    def _talks(self, talks: Compared) -> Iterator[str]:
        for name, counts in zip(("oude", "nieuwe"), talks.counts, strict=True):
            total = number(sum(counts.values()))
            yield from ("", f"De {name} versie heeft {total} mogelijke gesprekken.")
        yield from ("", WHAT_IS_COMPARED.format(number(sum(talks.pairs.values()))))
        yield from self._not_compared(talks)
        yield from ("", "## Wat er in gesprekken verandert", "")
        if not talks.groups:
            yield NOTHING_CHANGES
            return
        yield f"Er verandert iets {self._where(talks.shares)}."
        for place, group in enumerate(talks.groups, 1):
            yield from self._group(place, group)

    def _not_compared(self, talks: Compared) -> Iterator[str]:
        lines = [self._one_sided(each) for each in talks.one_sided]
        for name, counts in zip(("oude", "nieuwe"), talks.counts, strict=True):
            lines += [
                f"- Alleen in de {name} versie kan een gesprek beginnen bij "
                f"{self._tree(start)}. {NOT_COMPARED}"
                for start in counts
                if start not in talks.pairs
            ]
        if lines:
            yield from ("", "## Gesprekken die maar één versie kent", "", *lines)

    def _one_sided(self, each: OneSided) -> str:
        name, other = ("nieuwe", "oude") if each.in_new else ("oude", "nieuwe")
        return (
            f"- {self._question(each.question)} krijgt in de {name} versie een "
            f"antwoord dat de {other} niet kent: {self._where(each.shares)}. "
            f"{NOT_COMPARED}"
        )

    def _where(self, shares: Shares) -> str:
        """Say in what part of the conversations, with equal shares together."""
        starts: dict[str, list[str]] = {}
        for start, share in shares.items():
            starts.setdefault(percent(share), []).append(self._start(start))
        parts = [f"{share} vanaf {_and(names)}" for share, names in starts.items()]
        first, *rest = parts
        first = first.replace(" vanaf", " van de gesprekken vanaf", 1)
        return f"in {'; '.join([first, *rest])}"

    def _start(self, tree: str) -> str:
        library = next(each for each in self.versions if tree in each.trees)
        return f"“{_safe(library.trees[tree].title)}”"

    def _group(self, place: int, group: Group) -> Iterator[str]:
        where = self._where(group.shares)
        yield from ("", f"### Wijziging {place}", "")
        yield from (f"{where[0].upper()}{where[1:]}:", "")
        yield from (f"- {self._change(change)}" for change in group.changes)
        yield from self._example(group.example)

    def _change(self, change: Change) -> str:
        words = change_words(change.kind, change.was, change.now)
        return f"{self._subject(change)}: {words}."

    def _subject(self, change: Change) -> str:
        match change.kind:
            case Kind.TREE:
                return f"Het onderwerp {self._tree(change.owner)}"
            case Kind.QUESTION:
                return f"De vraag {self._question(change.owner)}"
            case Kind.CLOCK:
                return f"De termijn {self._title('clocks', change.owner)}"
            case _:
                route = self._title("routes", change.owner)
                return f"{route}, {self._part(change)}" if change.part else route

    def _part(self, change: Change) -> str:
        part, name = change.part, PARTS[change.kind]
        if isinstance(part, ContactLink):
            return f"{name} {self._title('contacts', part.contact)}"
        text = f"“{_safe(part.text)}”" if part and part.text else ""
        if isinstance(part, Consequence):
            aspect = self._title("aspects", self._aspect(change.owner, part))
            level = _safe(part.level) or "niet geregeld"
            return f"{name} voor {aspect} {level} {text}".rstrip()
        return f"{name} {text}"

    def _aspect(self, route: str, part: Consequence) -> str:
        return next(
            aspect
            for library in self.versions
            if route in library.routes
            for aspect, options in library.routes[route].consequences.items()
            if part in options
        )

    def _example(self, example: Example) -> Iterator[str]:
        start, seat = self._start(example.start), example.seat.value
        yield from ("", f"Kleinste voorbeeld, vanaf {start}, stoel {seat}:", "")
        if not example.answers:
            yield "Er wordt niets gevraagd."
        for place, given in enumerate(example.answers, 1):
            wording = self.wordings[0 if given.new else 1]
            only = {
                (True, False): " (vraagt alleen de oude versie)",
                (False, True): " (vraagt alleen de nieuwe versie)",
            }.get((given.old, given.new), "")
            said = _safe(wording.fact(given.question, given.answer))
            yield f"{place}. {said}{only}"

    def _texts(self) -> Iterator[str]:
        yield from ("", "## Wat er anders staat")
        if not self.texts:
            yield from ("", "Niets.")
        owners = groupby(self.texts, key=lambda each: (each.kind, each.owner))
        for (kind, owner), changes in owners:
            title = self._title(kind, owner) if owner else ""
            yield from ("", f"### {NAMES[kind]} {title}".rstrip(), "")
            yield from (line for change in changes for line in _text(change))

    def _tree(self, name: str) -> str:
        return self._title("trees", name)

    def _question(self, name: str) -> str:
        return self._title("questions", name)

    def _title(self, kind: str, name: str) -> str:
        """Give what something is called, in the newest version that has it."""
        words = next(
            words
            for library, wording in zip(self.versions, self.wordings, strict=True)
            if (words := _title_in(library, wording, kind, name)) is not None
        )
        return f"“{_safe(words)}” ({_code(name)})" if words else _code(name)


def _title_in(library: Library, wording: Wording, kind: str, name: str) -> str | None:
    """Give a title, nothing for what has none, None for what is not there."""
    items: Mapping[str, object] = (
        wording.questions if kind == "questions" else getattr(library, kind)
    )
    if name not in items:
        return None
    item = items[name]
    if isinstance(item, Question):
        return item.text
    if isinstance(item, Contact):
        return item.name
    return "" if isinstance(item, str | Guarantee) else str(attrgetter("title")(item))


def _text(change: Written) -> Iterator[str]:
    first, *rest = change.path
    label = FIELDS[first]
    if rest:
        label += f" {_code(rest[0])}"
    label += "".join(f", {FIELDS[name].lower()}" for name in rest[1:])
    yield f"- {label}"
    if change.was:
        yield f"  - {'was' if change.now else 'vervalt'}: {_safe(change.was)}"
    if change.now:
        yield f"  - {'nu' if change.was else 'nieuw'}: {_safe(change.now)}"
