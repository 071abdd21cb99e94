"""Conditions, dates and numbers as a reviewer reads them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from vpwijzer import model
from vpwijzer.document.blocks import (
    Line,
    Link,
    Point,
    labelled,
    link,
    point,
    strong,
)
from vpwijzer.model import (
    NO,
    AllOf,
    AnyOf,
    Citation,
    Clause,
    Condition,
    Item,
    Library,
)
from vpwijzer.model.finding import Finding
from vpwijzer.proof import Conversation, Proof
from vpwijzer.words.contacts import said
from vpwijzer.words.numbers import counted, percentage
from vpwijzer.words.wording import Wording


@dataclass(frozen=True)
class Subject:
    """What a report is about, and on which day."""

    library: Library
    findings: tuple[Finding, ...]
    proof: Proof | None
    today: date
    name: str

    @cached_property
    def wording(self) -> Wording:
        """Words for what the content holds."""
        return Wording(self.library)

    def depends(self, condition: Condition) -> Iterator[Point]:
        """Say when something holds, as points; nothing when it always does."""
        if condition.when:
            yield self.item(AllOf(condition.when), "als")
        if condition.unless:
            yield self.item(AnyOf(condition.unless), "niet als")

    def when(self, label: str, condition: Condition) -> Point:
        """Say when something holds, in one point."""
        depends = [*self.depends(condition)]
        if len(depends) > 1:
            return labelled(label, below=depends)
        [one] = depends or [point("altijd")]
        return replace(one, label=strong(f"{label}:"))

    def item(self, item: Item, lead: str = "") -> Point:
        """Say one item as a point, with its parts below it when there are more."""
        if isinstance(item, Clause):
            return point(f"{lead} ".lstrip(), *self.clause(item))
        if len(item.parts) == 1:
            return self.item(item.parts[0], lead)
        all_of = isinstance(item, AllOf)
        which = "dit allemaal" if all_of else "minstens één van deze dingen"
        words = f"{lead} {which} klopt:".lstrip()
        return point(words, below=map(self.item, item.parts))

    def clause(self, clause: Clause) -> Line:
        """Say a clause; a concept leads to its own part of the report."""
        concept = self.library.concepts.get(clause.fact)
        if concept is None:
            return (self.wording.clause(clause),)
        holds = "niet geldt" if clause.values == {NO} else "geldt"
        return "het begrip ", Link(concept.title, f"#begrip-{concept.id}"), f" {holds}"

    def age(self, checked: str) -> str:
        """Give a day that something was checked, and how long ago that is."""
        days = self.days(checked)
        ago = "vandaag" if days == 0 else f"{counted(days, 'dag', 'dagen')} geleden"
        return f"{checked} ({ago})"

    def days(self, checked: str) -> int:
        """Give how many days ago something was checked."""
        return (self.today - date.fromisoformat(checked)).days

    def cited(self, citations: tuple[Citation, ...]) -> Iterator[Point]:
        """Give where something comes from, and how old that is."""
        for citation in citations:
            source = self.library.sources[citation.source]
            dates = f"stand {source.version}, nagekeken {self.age(source.checked)}"
            place = f", {citation.place}" if citation.place else ""
            where = link(source.title, source.url)
            note = self.note(citation.editor_note)
            yield point(where, f"{place}; {dates}", below=note)

    def note(self, note: str) -> Iterator[Point]:
        """Give a remark for who checks the content, when there is one."""
        if note:
            yield labelled("Redactie", note)

    def route(self, route_id: str) -> Link:
        """Lead to a route."""
        return Link(self.library.routes[route_id].title, f"#route-{route_id}")

    def tree(self, tree_id: str) -> Link:
        """Lead to a tree."""
        return Link(self.library.trees[tree_id].title, f"#boom-{tree_id}")

    def share(self, route_id: str) -> str:
        """Say in how many conversations a route applies."""
        share = self.proof.shares.get(route_id) if self.proof else None
        return "niet geteld" if share is None else percentage(share)

    def held(self, talk: Conversation) -> Point:
        """Give a conversation as questions and answers."""
        first, *rest = self.wording.conversation(talk)
        return point(first, below=map(point, rest))


def one_of(words: Iterable[str]) -> str:
    """Name things of which any will do."""
    *most, last = (f"“{each}”" for each in words)
    return f"{', '.join(most)} of {last}" if most else last


def lines(subject: Subject, said_on: Iterable[model.Line]) -> Iterator[Point]:
    """Show lines, each with its number in place and what it depends on."""
    for line in said_on:
        yield point(said(line, subject.library), below=subject.depends(line.condition))
