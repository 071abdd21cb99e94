"""Conditions as tables: what a browser looks up, and so never has to work out.

A clause is true when an answer meets its values, which a browser can see. What two
truths come to together stands in a table of sixteen, made by the logic itself, with
the side that made it so. A condition of any size is such tables on top of each other.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any, TypeAlias

from vpwijzer.engine.logic import UNLESS, Truth, View, weigh
from vpwijzer.model import (
    NO,
    UNKNOWN_VALUE,
    YES,
    AllOf,
    Answer,
    AnyOf,
    Clause,
    Concept,
    Condition,
    Item,
)
from vpwijzer.model.position import Position

Plain: TypeAlias = Any
"""What JSON can hold."""

NOWHERE = Position("", 1, 1)
FACTS = {
    Truth.FALSE: Answer(frozenset({NO})),
    Truth.UNKNOWN: Answer(frozenset(), more=True),
    Truth.TRUE: Answer(frozenset({YES})),
}
"""An answer that gives a clause each truth; without one it was never asked."""


@dataclass(slots=True)
class Tables:
    """Conditions and clauses, each once, by number."""

    concepts: Mapping[str, Concept]
    conditions: dict[Condition, int] = field(default_factory=dict)
    clauses: dict[Clause, int] = field(default_factory=dict)

    def number(self, condition: Condition | None) -> int | None:
        """Give the number of a condition, where there is one."""
        if condition is None:
            return None
        return self.conditions.setdefault(condition, len(self.conditions))

    def plain(self) -> dict[str, Plain]:
        """Give everything numbered until now."""
        concepts = {
            name: {"condition": self.number(concept.condition), "title": concept.title}
            for name, concept in self.concepts.items()
        }
        conditions = [
            [[self._item(each) for each in side] for side in (one.when, one.unless)]
            for one in self.conditions
        ]
        clauses = [self._clause(each) for each in self.clauses]
        gates = {
            "all": {"none": Truth.TRUE, "table": _gate(AllOf)},
            "any": {"none": Truth.FALSE, "table": _gate(AnyOf)},
            "unless": {"table": _exception()},
        }
        return {
            "concepts": concepts,
            "conditions": conditions,
            "clauses": clauses,
            "gates": gates,
            "unknown": UNKNOWN_VALUE,
        }

    def _item(self, item: Item) -> Plain:
        match item:
            case Clause():
                return self.clauses.setdefault(item, len(self.clauses))
            case AllOf(parts):
                return ["all", *map(self._item, parts)]
            case AnyOf(parts):
                return ["any", *map(self._item, parts)]

    def _clause(self, clause: Clause) -> Plain:
        is_derived = clause.fact in self.concepts
        truths = [_of_concept(clause, truth) for truth in Truth] if is_derived else None
        return {
            "fact": clause.fact,
            "values": sorted(clause.values),
            "concept": truths,
        }


def _view(**truths: Truth) -> View:
    """Know so much of a few facts that clauses on them come to these truths."""
    facts = {name: FACTS[truth] for name, truth in truths.items() if truth in FACTS}
    return View(facts, {}, over=True)


def _on(fact: str) -> Clause:
    return Clause(fact, frozenset({YES}), NOWHERE)


def _gate(together: type[AllOf | AnyOf]) -> list[list[int]]:
    """Give what two truths come to, and for each whether it made it so."""
    item = together((_on("left"), _on("right")))
    found = []
    for left, right in product(Truth, repeat=2):
        truth = weigh(item, _view(left=left, right=right))
        found.append([truth, int(left is truth), int(right is truth)])
    return found


def _exception() -> list[list[int]]:
    """Give what a condition comes to by its two sides, and which made it so."""
    found = []
    for when, unless in product(Truth, repeat=2):
        truth = min(when, UNLESS[unless])
        blocks = {Truth.FALSE: Truth.TRUE, Truth.UNKNOWN: Truth.UNKNOWN}.get(truth)
        found.append([truth, int(when is truth), int(unless is blocks)])
    return found


def _of_concept(clause: Clause, truth: Truth) -> int:
    """Give the truth of a clause on a concept by that of the concept."""
    condition = Condition((_on("fact"),))
    concept = Concept(clause.fact, "", "", condition, "", NOWHERE)
    view = View(_view(fact=truth).facts, {concept.id: concept}, over=True)
    return weigh(clause, view)
