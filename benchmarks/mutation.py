"""Our own content with one rule changed: every small mistake an author could make.

Texts stay as they are. A clause is taken out, turned round, or loses one of its
values; any other rule is taken out or turned round. A guarantee never loses a value:
it would promise less, and what promises less always holds.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeAlias

from vpwijzer.engine.logic import clauses_in
from vpwijzer.model import (
    ALWAYS,
    NO,
    YES,
    AllOf,
    AnyOf,
    Asked,
    Caution,
    Clause,
    Condition,
    Consequence,
    FollowUp,
    Guarantee,
    Library,
    Promise,
    Question,
    Route,
    Selector,
    Severity,
)
from vpwijzer.model.position import Position

KINDS = {
    "Question.condition": "question",
    "Tree.follow_ups": "follow-up",
    "Option.implies": "implied fact",
    "Route.condition": "route",
    "Route.priority": "priority",
    "Route.fits": "ranking",
    "Route.cautions": "caution",
    "Route.consequences": "consequence",
    "Route.steps": "line",
    "Route.adviser_does": "line",
    "Route.adviser_does_not": "line",
    "Route.contacts": "line",
    "Concept.condition": "concept",
    "Clock.condition": "deadline",
    "Guarantee.condition": "guarantee",
}
OF_OPTIONS = ("implied fact", "alone")
PARTS = ("trees", "routes", "concepts", "clocks", "guarantees")
OPPOSITE = {
    Promise.FIRST: Promise.CLOSED,
    Promise.APPLIES: Promise.CLOSED,
    Promise.APPLIES_FREELY: Promise.AGAINST,
    Promise.VISIBLE: Promise.CLOSED,
    Promise.CLOSED: Promise.VISIBLE,
    Promise.WARNED: Promise.CLOSED,
    Promise.AGAINST: Promise.APPLIES_FREELY,
    Promise.ONE_APPLIES: Promise.CLOSED,
    Promise.ONE_APPLIES_FREELY: Promise.CLOSED,
    Promise.ONE_VISIBLE: Promise.CLOSED,
    Promise.NEVER_TOGETHER: Promise.ONE_APPLIES,
}
EMPTY = (AllOf(()), AnyOf(()))
OTHER_SEVERITY = {Severity.NOTE: Severity.AGAINST, Severity.AGAINST: Severity.NOTE}

Conditions: TypeAlias = tuple[Condition, Condition]


@dataclass(frozen=True, slots=True)
class Change:
    """One change: in which kind of rule, what, where, and what it makes of a part."""

    kind: str
    what: str
    at: Position
    made: Any  # the part is of any kind, up to the library
    conditions: Conditions | None = None
    """The condition before and after, when that is what was changed."""


def mutants(library: Library) -> Iterator[Change]:
    """Give every mutant of a library, in the order of the content."""
    mutator = _Mutator(library)
    seen: set[tuple[str, str, Position]] = set()
    for part in PARTS:
        for change in mutator.inside(getattr(library, part), ""):
            # A shared question stands in more trees; its options are written once.
            key = change.kind, change.what, change.at
            if change.kind not in OF_OPTIONS or key not in seen:
                made = replace(library, **{part: change.made})
                yield replace(change, made=_shared(library, made, change))
            seen.add(key)


def _shared(library: Library, made: Library, change: Change) -> Library:
    """Change a shared question in every tree: it is written down once."""
    if change.kind not in OF_OPTIONS:
        return made
    before = {t.id: {q.id: q for q in t.questions} for t in library.trees.values()}
    changed = {
        question.id: question.options
        for tree in made.trees.values()
        for question in tree.questions
        if question.options != before[tree.id][question.id].options
    }
    return replace(
        made,
        trees={
            tree.id: replace(
                tree,
                questions=tuple(
                    replace(q, options=changed.get(q.id, q.options))
                    for q in tree.questions
                ),
            )
            for tree in made.trees.values()
        },
    )


class _Mutator:
    def __init__(self, library: Library) -> None:
        questions = [q for tree in library.trees.values() for q in tree.questions]
        self.values = {q.id: frozenset(o.id for o in q.options) for q in questions}
        self.values |= dict.fromkeys(library.concepts, frozenset({YES, NO}))

    def inside(self, value: object, kind: str) -> Iterator[Change]:
        """Give every change inside a value, as what it makes of that value."""
        if isinstance(value, Clause):
            yield from self._clause(value, kind)
        elif isinstance(value, Mapping):
            for key, each in value.items():
                for change in self.inside(each, kind):
                    yield replace(change, made={**value, key: change.made})
        elif isinstance(value, tuple):
            yield from self._tuple(value, kind)
        elif is_dataclass(value):
            yield from self._record(value, kind)

    def _tuple(self, items: tuple[object, ...], kind: str) -> Iterator[Change]:
        for number, item in enumerate(items):
            before, after = items[:number], items[number + 1 :]
            if _may_go(item):
                at = item.at  # type: ignore[attr-defined] # what may go has a place
                yield Change(kind, "taken out", at, before + after)
            for change in self.inside(item, kind):
                kept = () if change.made in EMPTY else (change.made,)
                yield replace(change, made=(*before, *kept, *after))

    def _record(self, value: Any, kind: str) -> Iterator[Change]:  # noqa: ANN401 - any record
        yield from self._own(value, kind)
        for field in fields(value):
            inner = getattr(value, field.name)
            name = KINDS.get(f"{type(value).__name__}.{field.name}", kind)
            for change in self.inside(inner, name):
                if name == "priority" and change.made == ALWAYS:
                    continue  # taking its only clause out takes the priority out
                made = replace(value, **{field.name: change.made})
                yield replace(change, made=made, conditions=_pair(value, made, change))

    def _own(self, value: object, kind: str) -> Iterator[Change]:
        if isinstance(value, Caution):
            other = replace(value, severity=OTHER_SEVERITY[value.severity])
            yield Change(kind, "other severity", value.at, other)
        elif isinstance(value, Guarantee):
            turned = replace(value, promise=_turned(value.promise))
            yield Change("guarantee", "turned round", value.at, turned)
        elif isinstance(value, Route) and value.priority is not None:
            at = next(clauses_in(value.priority.when)).at
            yield Change("priority", "taken out", at, replace(value, priority=None))
        elif isinstance(value, Question) and value.several:
            yield from _alone(value)

    def _clause(self, clause: Clause, kind: str) -> Iterator[Change]:
        others = self.values[clause.fact] - clause.values
        if kind == "implied fact":
            for other in sorted(others):
                made = replace(clause, values=frozenset({other}))
                yield Change(kind, f"means {other}", clause.at, made)
            return
        if others:
            made = replace(clause, values=others)
            yield Change(kind, "turned round", clause.at, made)
        if kind != "guarantee" and len(clause.values) > 1:
            for value in sorted(clause.values):
                made = replace(clause, values=clause.values - {value})
                yield Change(kind, f"without {value}", clause.at, made)


def _pair(before: object, after: object, change: Change) -> Conditions | None:
    """Give the condition before and after; a wish is weighed under `unless`."""
    if isinstance(before, Condition) and isinstance(after, Condition):
        return before, after
    if (
        isinstance(before, Route)
        and isinstance(after, Route)
        and change.kind == "ranking"
    ):
        return Condition(unless=before.fits), Condition(unless=after.fits)
    return change.conditions


def _may_go(item: object) -> bool:
    if isinstance(item, Consequence):
        return item.condition != ALWAYS
    return isinstance(item, Clause | Caution | FollowUp)


def _turned(
    promise: tuple[Promise, Selector] | Asked,
) -> tuple[Promise, Selector] | Asked:
    if not isinstance(promise, Asked):
        return OPPOSITE[promise[0]], promise[1]
    if promise.before_route:
        return Promise.CLOSED, Selector((promise.before_route,))
    return Asked(promise.before_question, promise.question)


def _alone(question: Question) -> Iterator[Change]:
    """Turn round, for each option, whether it may go together with another."""
    options = question.options
    for number, option in enumerate(options):
        made = replace(option, alone=not option.alone)
        kept = (*options[:number], made, *options[number + 1 :])
        yield Change(
            "alone", "turned round", option.at, replace(question, options=kept)
        )
