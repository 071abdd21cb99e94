"""What one page knows: content for one seat as plain data, its texts ready to show."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from vpwijzer.engine import first_screen as limits
from vpwijzer.engine.replay import is_seated
from vpwijzer.engine.ruling import VERDICTS
from vpwijzer.engine.walk import seated
from vpwijzer.model import (
    ALWAYS,
    Answer,
    Asked,
    Clock,
    Consequence,
    Contact,
    Facts,
    Library,
    Line,
    Question,
    Route,
    Seat,
    Severity,
    Track,
    Tree,
)
from vpwijzer.webpage.tables import NOWHERE, Plain, Tables
from vpwijzer.words.contacts import (
    clock_words,
    contact_line,
    reached,
    said,
    urgent_contacts,
)
from vpwijzer.words.names import NAMES
from vpwijzer.words.wording import VERDICT_WORDS

MOST = {
    "now": limits.MOST_NOW,
    "clocks": limits.MOST_CLOCKS,
    "ways": limits.MOST_WAYS,
    "support": limits.MOST_SUPPORT,
    "steps": limits.MOST_STEPS,
    "ownContacts": limits.MOST_OWN_CONTACTS,
    "ownWays": limits.MOST_OWN_WAYS,
    "enough": limits.ENOUGH_WAYS,
    "leastTraits": limits.LEAST_TRAITS,
    "crowded": limits.CROWDED,
    "fewerSteps": limits.FEWER_STEPS,
    "traits": limits.MOST_TRAITS,
    "days": limits.LONG,
}
NOBODY: Facts = {}
TERMINAL = "Druk op"
"""What speaks of a key is said to who sits at a terminal."""
PROMISE = (
    "Deze pagina bewaart niets en stuurt niets weg. Sluit je haar, dan is alles weg.",
    "Niet beloofd: wie dit apparaat beheert, kan zien dat deze pagina is geopend.",
    "Komt er iemand aan? Kies “Verlaat deze pagina”, of druk drie keer op Shift.",
)


def page_data(
    library: Library, seat: Seat, start: str = "", prefilled: Facts = NOBODY
) -> dict[str, Plain]:
    """Give all that a page in one seat shows or weighs; start leaves no choice."""
    made = _Content(library, seat, Tables(library.concepts))
    return made.data(start, prefilled)


class _Content:
    def __init__(self, library: Library, seat: Seat, tables: Tables) -> None:
        self.library, self.seat, self.tables = library, seat, tables
        self.trees = [each for each in library.trees.values() if is_seated(each, seat)]
        self.tree_ids = {tree.id for tree in self.trees}
        tables.number(ALWAYS)

    def data(self, start: str, prefilled: Facts) -> dict[str, Plain]:
        """Give everything; what numbers conditions goes before the tables."""
        starts = [each.id for each in self.trees if each.can_start]
        made = {
            "seat": NAMES[self.seat],
            "starts": [start] if start else starts,
            "trees": [self._tree(tree) for tree in self.trees],
            "questions": dict(self._questions()),
            "routes": list(self._routes()),
            "clocks": [self._clock(each) for each in self.library.clocks.values()],
            "tracks": self._tracks(),
            "aspects": {
                name: {
                    "title": aspect.title,
                    "question": aspect.question,
                    "levels": dict(aspect.levels),
                    "apart": aspect.sets_apart,
                    "phrases": dict(aspect.phrases),
                }
                for name, aspect in self.library.aspects.items()
            },
            "contacts": {
                name: _contact(contact)
                for name, contact in self.library.contacts.items()
            },
            "help": [contact.id for contact in urgent_contacts(self.library)],
            "opening": self._opening(),
            "closing": self._closing(),
            "sources": {
                name: {
                    "title": source.title,
                    "dates": f" (stand {source.version}, nagekeken {source.checked})"
                    + (f" {source.remark}" if source.remark else ""),
                }
                for name, source in self.library.sources.items()
            },
            "verdicts": {
                str(int(truth)): VERDICT_WORDS[verdict]
                for truth, verdict in VERDICTS.items()
            },
            "promised": [
                guarantee.promise.question
                for guarantee in self.library.guarantees.values()
                if isinstance(guarantee.promise, Asked)
            ],
            "known": facts_data(seated(self.library, self.seat)),
            "prefilled": facts_data(prefilled),
            "most": MOST,
            "promise": list(PROMISE),
        }
        return {**made, **self.tables.plain()}

    def _tree(self, tree: Tree) -> Plain:
        return {
            "id": tree.id,
            "title": tree.title,
            "subject": tree.subject,
            "questions": [
                [
                    question.id,
                    self.tables.number(question.condition),
                    int(question.refines),
                ]
                for question in tree.questions
            ],
            "next": [
                [each.tree, self.tables.number(each.condition)]
                for each in tree.follow_ups
                if each.tree in self.tree_ids
            ],
        }

    def _questions(self) -> Iterator[tuple[str, Plain]]:
        for tree in self.trees:
            for question in tree.questions:
                yield question.id, self._question(question)

    def _question(self, question: Question) -> Plain:
        notes = question.adviser_note if self.seat is not Seat.EMPLOYEE else ""
        return {
            "text": question.text,
            "why": question.explanation,
            "notes": notes,
            "kind": question.kind.value,
            "several": question.several,
            "unknown": question.unknown_allowed,
            "fills": sorted({c.fact for o in question.options for c in o.implies}),
            "options": [
                {
                    "id": option.id,
                    "text": option.text,
                    "why": option.explanation,
                    "alone": option.alone,
                    "implies": [[c.fact, *c.values] for c in option.implies],
                }
                for option in question.options
            ],
        }

    def _routes(self) -> Iterator[Plain]:
        tracks: dict[str, int] = {}
        for place, route in enumerate(self.library.routes.values()):
            at = tracks.setdefault(route.track, place), place
            if self.tree_ids & set(route.trees):
                yield self._route(route, *at)

    def _route(self, route: Route, track_place: int, place: int) -> Plain:
        number = self.tables.number
        separate = chain(*route.separate_parts.values())
        step = route.first_step
        return {
            "id": route.id,
            "title": route.title,
            "track": route.track,
            "trackPlace": track_place,
            "place": place,
            "trees": [name for name in route.trees if name in self.tree_ids],
            "who": NAMES[route.actor],
            "summary": route.summary,
            "checked": route.checked,
            "condition": number(route.condition),
            "priority": number(route.priority),
            "meant": number(route.meant),
            "wish": number(route.wish),
            "parts": [number(p.condition) for p in separate if p.condition != ALWAYS],
            "cautions": [
                [
                    said(each, self.library),
                    number(each.condition),
                    int(each.severity is Severity.AGAINST),
                ]
                for each in route.cautions
            ],
            "whileOpen": route.while_open,
            "firstStep": said(step, self.library) if step else "",
            "steps": self._lines(route.steps),
            "does": self._lines(route.adviser_does),
            "doesNot": self._lines(route.adviser_does_not),
            "effects": [
                [name, *map(self._effect, options)]
                for name, options in route.consequences.items()
            ],
            "contacts": [
                [each.contact, number(each.condition)] for each in route.contacts
            ],
            "next": list(route.next),
            "sources": [[each.source, each.place] for each in route.citations],
        }

    def _lines(self, lines: Iterable[Line]) -> Plain:
        return [
            [said(each, self.library), self.tables.number(each.condition)]
            for each in lines
        ]

    def _effect(self, effect: Consequence) -> Plain:
        return [effect.level, self.tables.number(effect.condition), effect.text]

    def _clock(self, clock: Clock) -> Plain:
        routes = [self.library.routes[name] for name in clock.routes]
        trees = {tree for route in routes for tree in route.trees}
        return {
            "id": clock.id,
            "title": clock.title,
            "period": clock.period,
            "since": clock.since,
            "text": said(clock, self.library),
            "short": clock_words(clock, self.library),
            "days": clock.days,
            "own": clock.is_own,
            "routes": list(clock.routes),
            "trees": sorted(trees & self.tree_ids),
            "if": self.tables.number(clock.condition),
        }

    def _tracks(self) -> Plain:
        """Give every track of a route in order, also one that is not described."""
        nothing = Track("", "", "", "", is_help=True, routes=(), at=NOWHERE)
        found = {
            route.track: self.library.tracks.get(route.track, nothing)
            for route in self.library.routes.values()
        }
        return {
            name: {
                "title": track.title,
                "mark": track.mark,
                "kind": track.kind.value,
                "help": track.is_help,
            }
            for name, track in found.items()
        }

    def _opening(self) -> Plain:
        opening = self.library.openings.get(self.seat)
        if opening is None:
            return {"title": "", "lines": [], "questions": []}
        return {
            "title": opening.title,
            "lines": self._lines(
                line for line in opening.lines if TERMINAL not in line.text
            ),
            "questions": list(opening.questions),
        }

    def _closing(self) -> Plain:
        closing = self.library.closings.get(self.seat)
        if closing is None:
            return {"title": "", "lines": []}
        return {"title": closing.title, "lines": self._lines(closing.lines)}


def _contact(contact: Contact) -> Plain:
    return {
        "id": contact.id,
        "phone": contact.phone,
        "own": contact.is_own,
        "reached": reached(contact),
        "line": contact_line(contact),
        "name": contact.name,
        "purpose": contact.purpose,
    }


def facts_data(facts: Mapping[str, Answer]) -> Plain:
    """Give answers as a page keeps them."""
    return {
        name: {"options": sorted(answer.options), "more": answer.more}
        for name, answer in facts.items()
    }
