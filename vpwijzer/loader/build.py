"""Checked files into values of the model, one function per kind."""

from collections.abc import Iterable, Mapping

from vpwijzer.loader.aspects import known_levels
from vpwijzer.loader.condition import Conditions
from vpwijzer.loader.fields import Fields, fields
from vpwijzer.loader.keys.parts import NOT_ARRANGED
from vpwijzer.loader.names import Names
from vpwijzer.loader.report import Report, nearest
from vpwijzer.model import (
    Aspect,
    Caution,
    Citation,
    Clock,
    Concept,
    Condition,
    Consequence,
    Contact,
    ContactLink,
    Line,
    Route,
    Severity,
    Source,
    Track,
)
from vpwijzer.yamltext import Items, Node, Table, Text

SEVERITIES = {severity.value: severity for severity in Severity}


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
        records = [fields(node) for node in place.items("bronnen")]
        return tuple(
            Citation(self.id("bron", r, "bron"), r.text("plaats"), r.at)
            for r in records
        )

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
            web=place.text("web"),
            hours=place.text("uren"),
            cost=place.text("kosten"),
            anonymous=place.text("anoniem"),
            citations=self.citations(place),
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
        )

    def route(self, file: Fields, aspects: Mapping[str, Aspect]) -> Route:
        """Build a route."""
        priority = self.conditions.items(file, "voorrang", unknown_too=True)
        return Route(
            id=file.text("route"),
            title=file.text("titel"),
            track=self.id("traject", file, "traject"),
            trees=self.ids("boom", file.texts("bij")),
            actor=file.text("wie"),
            summary=file.text("samenvatting"),
            checked=file.text("nagekeken"),
            at=file.place("route"),
            condition=self.conditions.read(file),
            priority=Condition(priority) if priority else None,
            fits=self.conditions.items(file, "past-bij"),
            cautions=tuple(self._caution(fields(n)) for n in file.items("let-op")),
            while_open=file.text("zolang-open"),
            steps=self.lines(file, "stappen"),
            consequences=self._consequences(file, aspects),
            contacts=tuple(self._contact_link(n) for n in file.items("contacten")),
            adviser_does=self.lines(file, "vp-doet"),
            adviser_does_not=self.lines(file, "vp-doet-niet"),
            next=self.ids("route", file.texts("daarna")),
            citations=self.citations(file),
        )

    def _caution(self, place: Fields) -> Caution:
        return Caution(
            text=place.text("want"),
            condition=self.conditions.read_if(place, unknown_too=True),
            severity=SEVERITIES.get(place.text("ernst"), Severity.NOTE),
            at=place.at,
        )

    def lines(self, file: Fields, key: str) -> tuple[Line, ...]:
        """Build lines of which some may hold under given facts only."""
        return tuple(self._line(node) for node in file.items(key))

    def _line(self, node: Node) -> Line:
        if isinstance(node, Text):
            return Line(node.value, node.at)
        place = fields(node)
        return Line(place.text("tekst"), node.at, self.conditions.read_if(place))

    def _contact_link(self, node: Node) -> ContactLink:
        if isinstance(node, Text):
            return ContactLink(next(iter(self.ids("contact", [node])), ""), node.at)
        place = fields(node)
        condition = self.conditions.read_if(place)
        return ContactLink(self.id("contact", place, "contact"), node.at, condition)

    def _consequences(
        self, file: Fields, aspects: Mapping[str, Aspect]
    ) -> dict[str, tuple[Consequence, ...]]:
        found: dict[str, tuple[Consequence, ...]] = {}
        meant = set()
        for name, node in file.entries("gevolgen"):
            if self.names.check("aspect", name, self.report):
                aspect = aspects[name.value]
                nodes = node.items if isinstance(node, Items) else (node,)
                found[name.value] = tuple(self._effect(n, aspect) for n in nodes)
                self._check_last(nodes)
            else:
                meant.add(nearest(name.value, aspects))
        is_there = isinstance(file.node("gevolgen"), Table)
        for aspect in aspects.values():
            if is_there and aspect.id not in found.keys() | meant:
                message = f"het gevolg voor '{aspect.id}' ontbreekt"
                hint = f"vul het in of schrijf '{aspect.id}: {NOT_ARRANGED}'"
                at = file.place_of_key("gevolgen")
                self.report.error(at, "gevolg-ontbreekt", message, hint)
        return {aspect: found[aspect] for aspect in aspects if aspect in found}

    def _effect(self, node: Node, aspect: Aspect) -> Consequence:
        place = fields(node)
        levels = known_levels(place.texts("niveau"), aspect, self.report)
        return Consequence(
            level=next(levels, ""),
            text=place.text("tekst"),
            at=place.place("niveau") if isinstance(node, Table) else node.at,
            condition=self.conditions.read_if(place),
        )

    def _check_last(self, nodes: tuple[Node, ...]) -> None:
        *others, last = nodes or (None,)
        for node in others:
            if fields(node).node("als") is None:
                message = "na dit gevolg komt niets meer aan de beurt"
                hint = "zet het gevolg zonder 'als' als laatste"
                self.report.error(node.at, "gevolg-volgorde", message, hint)
        if last is not None and fields(last).node("als") is not None:
            message = "het laatste gevolg heeft een 'als'"
            hint = "zet er een gevolg zonder 'als' onder, voor alle andere gevallen"
            self.report.error(last.at, "gevolg-volgorde", message, hint)


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
    )
