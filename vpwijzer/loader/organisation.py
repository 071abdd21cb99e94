"""The file of one organisation, and what content leaves open to it, into values."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from vpwijzer.loader.build import Builder, days_of
from vpwijzer.loader.fields import Fields, fields
from vpwijzer.loader.keys.choices import SEATS
from vpwijzer.loader.names import Names
from vpwijzer.loader.report import Report, quoted, suggest_or_list
from vpwijzer.loader.routes import RouteBuilder
from vpwijzer.loader.rules import (
    NO_PLACE,
    NO_TEXT_THERE,
    NOT_BEFOREHAND,
    NOT_OFFERED,
    NOWHERE,
)
from vpwijzer.loader.scenarios import read_answers
from vpwijzer.model import (
    NAMESPACE,
    Adviser,
    Answer,
    Contact,
    ContactLink,
    Desk,
    Library,
    Organisation,
    OwnDesk,
    OwnRules,
    OwnTerm,
    OwnText,
    Places,
    Route,
    Tie,
)
from vpwijzer.yamltext import Text


def build_places(file: Fields, builder: Builder) -> Places:
    """Build what an organisation may fill in."""
    place = fields(file.node("plaatsen"))
    return Places(
        facts=tuple(
            name.value
            for name in place.texts("bekend")
            if builder.names.check_fact(name, builder.report)
        ),
        advisers=builder.ids("route", place.texts("vertrouwenspersonen")),
        desks={n.value: _desk(n, p, builder) for n, p in place.records("loketten")},
        ties={
            n.value: Tie(n.value, p.text("titel"), builder.conditions.read_if(p), n.at)
            for n, p in place.records("banden")
        },
        terms={
            name.value: builder.ids("klok", each.texts("niet-korter-dan"))
            for name, each in place.records("termijnen")
            if builder.ids("klok", (name,))
        },
        promises={
            name.value: place_text.value
            for name, place_text in place.entries("beloften")
            if isinstance(place_text, Text) and builder.ids("klok", (name,))
        },
        texts=builder.ids("route", place.texts("teksten")),
        mirror=builder.id("boom", place, "spiegel"),
        unsaid=tuple(word.value for word in place.texts("niet-zeggen")),
    )


def _desk(name: Text, place: Fields, builder: Builder) -> Desk:
    routes = builder.ids("route", place.texts("routes"))
    return Desk(
        name.value, place.text("titel"), place.text("waarvoor"), routes, name.at
    )


def build_organisation(
    file: Fields, library: Library, names: Names, report: Report
) -> Organisation:
    """Build an organisation; reports whatever content does not leave open to it."""
    return _Organisation(file, library, Builder(names, report)).build()


class _Organisation:
    def __init__(self, file: Fields, library: Library, builder: Builder) -> None:
        self.file, self.library, self.builder = file, library, builder
        self.places, self.report = library.places, builder.report
        self.checked = file.text("nagekeken")

    def build(self) -> Organisation:
        facts = {name.value: (name, answer) for name, answer in self._facts()}
        routes = tuple(self._routes())
        return Organisation(
            name=self.file.text("organisatie"),
            checked=self.checked,
            at=self.file.place("organisatie"),
            facts={name: answer for name, (_, answer) in facts.items()},
            fact_places={name: text.at for name, (text, _) in facts.items()},
            advisers=tuple(self._advisers()),
            desks=tuple(self._desks()),
            terms=tuple(self._terms("termijnen", self.places.terms)),
            promises=tuple(self._terms("beloften", self.places.promises)),
            rules=tuple(self._rules(fields(n)) for n in self.file.items("regels")),
            texts=tuple(self._text(fields(n)) for n in self.file.items("teksten")),
            routes=tuple(route for route, _ in routes),
            route_contacts=tuple(contact for _, contact in routes),
            neutral_page=self.file.text("neutrale-pagina"),
        )

    def _facts(self) -> Iterator[tuple[Text, Answer]]:
        from vpwijzer.engine.walk import is_offered  # noqa: PLC0415 - start-up

        questions = self.library.questions
        for name, answer in read_answers(self.file, "bekend", self.builder):
            question = questions[name.value]
            if name.value not in self.places.facts:
                hint = suggest_or_list(name.value, self.places.facts) or None
                found = NOT_BEFOREHAND.at(name.at, quoted(name.value), hint=hint)
                self.report.add(found)
            elif is_offered(question, answer) and answer.options:
                yield name, answer
            elif answer.options:  # else it is not known, or was reported
                from vpwijzer.engine.scenario import answer_hint  # noqa: PLC0415 - start-up

                hint = answer_hint(question)
                self.report.add(NOT_OFFERED.at(name.at, name.value, hint))

    def _known(self, name: Text, known: Mapping[str, object], what: str) -> bool:
        """Report what content has no place for."""
        if name.value not in known:
            hint = suggest_or_list(name.value, list(known))
            at = f"{what} {quoted(name.value)}"
            self.report.add(NO_PLACE.at(name.at, at, hint=hint))
        return name.value in known

    def _advisers(self) -> Iterator[Adviser]:
        for number, node in enumerate(self.file.items("vertrouwenspersonen"), 1):
            place = fields(node)
            ties = tuple(
                each.value
                for each in place.texts("band")
                if self._known(each, self.places.ties, "de band")
            )
            contact = self._contact(f"vp-{number}", place, _about(place))
            yield Adviser(contact, ties)

    def _desks(self) -> Iterator[OwnDesk]:
        for name, place in self.file.records("loketten"):
            if not self._known(name, self.places.desks, "het loket"):
                continue
            public = self.builder.id("contact", place, "contact")
            contact = None
            if place.node("contact") is None:
                purpose = self.places.desks[name.value].purpose
                purpose = place.text("waarvoor") or purpose
                contact = self._contact(name.value, place, purpose)
            yield OwnDesk(name.value, name.at, contact, public)

    def _contact(self, name: str, place: Fields, purpose: str) -> Contact:
        mail = place.text("mail")
        return Contact(
            id=NAMESPACE + name,
            name=place.text("naam"),
            purpose=purpose,
            checked=self.checked,
            certain=True,
            at=place.place("naam"),
            phone=place.text("nummer"),
            phone_at=place.place("nummer"),
            web=f"mailto:{mail}" if mail else place.text("web"),
            hours=place.text("uren"),
            is_own=True,
        )

    def _terms(self, key: str, known: Mapping[str, object]) -> Iterator[OwnTerm]:
        for name, place in self.file.records(key):
            if self._known(name, known, "de termijn"):
                period = place.text("termijn")
                since = place.text("vanaf")
                at = place.place("termijn")
                yield OwnTerm(name.value, period, days_of(period), at, since)

    def _rules(self, place: Fields) -> OwnRules:
        return OwnRules(
            place.text("titel"),
            place.text("stand"),
            place.text("web"),
            self._routes_for_text(place),
            place.place("titel"),
        )

    def _text(self, place: Fields) -> OwnText:
        if place.node("bij") is None and place.node("stoel") is None:
            self.report.add(NOWHERE.at(place.at))
        return OwnText(
            place.text("tekst"),
            place.place("tekst"),
            self._routes_for_text(place),
            tuple(SEATS[e.value] for e in place.texts("stoel") if e.value in SEATS),
            self.builder.conditions.read_if(place),
        )

    def _routes_for_text(self, place: Fields) -> tuple[str, ...]:
        routes = self.builder.ids("route", place.texts("bij"))
        for name in place.texts("bij"):
            if name.value in routes and name.value not in self.places.texts:
                self.report.add(NO_TEXT_THERE.at(name.at, name.value))
        return tuple(name for name in routes if name in self.places.texts)

    def _routes(self) -> Iterator[tuple[Route, Contact]]:
        builder = RouteBuilder(self.builder, self.library.aspects)
        for name, place in self.file.records("wegen"):
            own = fields(place.node("contact"))
            contact = self._contact(f"weg-{name.value}", own, own.text("waarvoor"))
            route = builder.route(place)
            yield (
                replace(
                    route,
                    id=NAMESPACE + name.value,
                    track=NAMESPACE,
                    checked=self.checked,
                    at=name.at,
                    contacts=(ContactLink(contact.id, name.at),),
                ),
                contact,
            )


def _about(place: Fields) -> str:
    """Say in a few words who an adviser is."""
    role = ", ".join(filter(None, (place.text("rol"), place.text("geslacht"))))
    *others, last = [each.value for each in place.texts("talen")] or [""]
    both = f"{', '.join(others)} en {last}" if others else last
    words = (f"{role[:1].upper()}{role[1:]}", f"Spreekt {both}" if last else "")
    return " ".join(f"{each.removesuffix('.')}." for each in words if each)
