"""Checked files into values of the model, one function per kind."""

import re
from collections.abc import Iterable

from vpwijzer.loader.condition import Conditions
from vpwijzer.loader.fields import Fields, fields
from vpwijzer.loader.keys.choices import TRACK_KINDS
from vpwijzer.loader.names import Names
from vpwijzer.loader.report import Report
from vpwijzer.loader.rules import MISSING_KEY
from vpwijzer.model import (
    Citation,
    Clock,
    Concept,
    Contact,
    Line,
    Source,
    Track,
    TrackKind,
)
from vpwijzer.yamltext import Node, Text

DAYS = {"dag": 1, "week": 7, "wek": 7, "maand": 30, "jaar": 365}
"""Each unit up to where one and more of it are spelled alike."""
PERIOD = re.compile(rf"(\d+) ({'|'.join(DAYS)})")
AT_ONCE = ("meteen", "zonder uitstel")


class Builder:
    """Builds the catalogue; reports ids, facts and values that do not exist."""

    def __init__(self, names: Names, report: Report) -> None:
        """Remember which ids exist and where to report."""
        self.names = names
        self.report = report
        self.conditions = Conditions(names, report)

    def ids(self, kind: str, texts: Iterable[Text]) -> tuple[str, ...]:
        """Keep the ids that exist and report the others."""
        return tuple(t.value for t in texts if self.names.check(kind, t, self.report))

    def id(self, kind: str, place: Fields, key: str) -> str:
        """Give the one id under a key."""
        return next(iter(self.ids(kind, place.texts(key))), "")

    def citations(self, place: Fields) -> tuple[Citation, ...]:
        """Build the sources of a statement."""
        return tuple(self._citation(fields(node)) for node in place.items("bronnen"))

    def _citation(self, place: Fields) -> Citation:
        where, note = place.text("plaats"), place.text("redactie")
        if place.text("bron") and not (where or note):
            about = "waar het in die bron staat"
            self.report.add(MISSING_KEY.at(place.at, "plaats", about))
        return Citation(self.id("bron", place, "bron"), where, place.at, note)

    def concept(self, file: Fields) -> Concept:
        """Build a concept."""
        return Concept(
            id=file.text("begrip"),
            title=file.text("titel"),
            text=file.text("tekst"),
            condition=self.conditions.read(file),
            checked=file.text("nagekeken"),
            at=file.place("begrip"),
            open_norm=file.flag("open-norm"),
            who_knows_more=file.text("wie-weet-meer"),
            citations=self.citations(file),
            editor_note=file.text("redactie"),
        )

    def clock(self, name: Text, place: Fields) -> Clock:
        """Build a deadline."""
        return Clock(
            id=name.value,
            title=place.text("titel"),
            period=place.text("termijn"),
            since=place.text("vanaf"),
            text=place.text("tekst"),
            routes=self.ids("route", place.texts("routes")),
            condition=self.conditions.read(place),
            checked=place.text("nagekeken"),
            at=name.at,
            citations=self.citations(place),
            short=place.text("kort"),
            days=days_of(place.text("termijn")),
            editor_note=place.text("redactie"),
            contact=self.id("contact", place, "contact"),
        )

    def contact(self, name: Text, place: Fields) -> Contact:
        """Build a contact."""
        return Contact(
            id=name.value,
            name=place.text("naam"),
            purpose=place.text("waarvoor"),
            checked=place.text("nagekeken"),
            certain=place.text("zekerheid") == "hoog",
            at=name.at,
            phone=place.text("nummer"),
            phone_at=place.place("nummer"),
            web=place.text("web"),
            hours=place.text("uren"),
            cost=place.text("kosten"),
            anonymous=place.text("anoniem"),
            citations=self.citations(place),
            editor_note=place.text("redactie"),
        )

    def track(self, name: Text, place: Fields) -> Track:
        """Build a track with its routes in order."""
        return Track(
            id=name.value,
            title=place.text("titel"),
            text=place.text("uitleg"),
            mark=place.text("teken"),
            is_help=place.flag("hulp"),
            routes=self.ids("route", place.texts("routes")),
            at=name.at,
            kind=TRACK_KINDS.get(place.text("soort"), TrackKind.WAY),
        )

    def lines(
        self, file: Fields, key: str, *, unknown_too: bool = False
    ) -> tuple[Line, ...]:
        """Build lines of which some may hold under given facts only."""
        return tuple(
            self._line(node, unknown_too=unknown_too) for node in file.items(key)
        )

    def _line(self, node: Node, *, unknown_too: bool) -> Line:
        if isinstance(node, Text):
            return Line(node.value, node.at)
        place = fields(node)
        condition = self.conditions.read_if(place, unknown_too=unknown_too)
        contact = self.id("contact", place, "contact")
        return Line(place.text("tekst"), node.at, condition, contact)


def source(name: Text, place: Fields) -> Source:
    """Build a source."""
    return Source(
        id=name.value,
        title=place.text("titel"),
        version=place.text("stand"),
        checked=place.text("nagekeken"),
        at=name.at,
        url=place.text("url"),
        recheck=place.text("opnieuw"),
        remark=place.text("opmerking"),
        editor_note=place.text("redactie"),
    )


def days_of(period: str) -> int | None:
    """Give about how many days a period is, when it begins with that."""
    found = PERIOD.match(period)
    if found:
        return int(found[1]) * DAYS[found[2]]
    return 0 if period.startswith(AT_ONCE) else None
