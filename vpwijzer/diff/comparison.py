"""Compares two versions over every pair of conversations with the same answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import TypeAlias, TypeVar

from vpwijzer.diff.example import Example, show
from vpwijzer.diff.onesided import OneSided, look_at_one
from vpwijzer.diff.product import CountPerStart, Measure, Product, SharePerStart
from vpwijzer.diff.seen import State, changed, seen_of
from vpwijzer.diff.subject import Kind, Subject, subjects
from vpwijzer.model import Library, Part
from vpwijzer.proof.bdd import Node, TooLargeError

T = TypeVar("T")

WHOLE, STEP, LEAST = 2, 10, 400
"""What a step may take of the budget, as one in so many: to hold all pairs; to compare
one thing; to compare it when the budget is spent.
"""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is seen otherwise: a route, or something with it or beside it."""

    kind: Kind
    owner: str
    part: Part | None
    was: State
    now: State


@dataclass(frozen=True, slots=True)
class Group:
    """Everything that changes in exactly the same pairs of conversations."""

    changes: tuple[Change, ...]
    shares: SharePerStart | None
    """None when these pairs are too much to count."""
    example: Example | None
    """None when everything is too much to look through."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What changes in conversations between two versions.

    Whatever is too much to count is None.
    """

    counts: tuple[CountPerStart | None, CountPerStart | None]
    """Per start, how many conversations the old and the new version have."""
    pairs: CountPerStart | None
    changed: CountPerStart | None
    """Of the pairs from each start, those in which anything changes."""
    groups: tuple[Group, ...]
    one_sided: tuple[OneSided, ...]
    own_starts: tuple[tuple[str, ...], tuple[str, ...]]
    """Where conversations start in the old version only, and in the new."""
    missing: tuple[Subject, ...]
    """What hangs together with too much to be compared."""


Places: TypeAlias = dict[Node, list[Change]]
"""Every change, under a diagram with the pairs in which it is seen."""


def compare_conversations(old: Library, new: Library, budget: int) -> Compared:
    """Compare what conversations show and ask; raises TooLargeError."""
    before, gone = look_at_one(old, new, budget // WHOLE, in_new=False)
    after, added = look_at_one(new, old, budget // WHOLE, in_new=True)
    product = Product(old, new, budget)
    return _Comparer(product, budget).run((before, after), (*added, *gone))


class _Comparer:
    def __init__(self, product: Product, total_budget: int) -> None:
        self.product = product
        self.total_budget = total_budget
        self.step, self.least = total_budget // STEP, total_budget // LEAST
        self.measure = self._try(lambda: Measure(product), total_budget // WHOLE)
        self.missing: list[Subject] = []

    def run(
        self,
        totals: tuple[CountPerStart | None, CountPerStart | None],
        one_sided: tuple[OneSided, ...],
    ) -> Compared:
        found = self._found()
        shares = {where: self._shares(where) for where in found}
        groups = [
            Group(tuple(changes), shares[where], self._example(where))
            for where, changes in self._joined(found, shares).items()
        ]
        return Compared(
            totals,
            self.measure.totals if self.measure else None,
            self._changed(sorted(found, key=lambda where: _size(shares[where]))),
            tuple(sorted(groups, key=_rank)),
            one_sided,
            self._own_starts(),
            tuple(self.missing),
        )

    def _own_starts(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        old, new = (
            tuple(
                tree.id
                for tree in v.library.trees.values()
                if tree.can_start and tree.id not in self.product.model_count.starts
            )
            for v in (self.product.old, self.product.new)
        )
        return old, new

    def _try(self, work: Callable[[], T], most: int = 0) -> T | None:
        """Do some work, unless it takes too many nodes."""
        diagrams = self.product.diagrams
        diagrams.forget_disjoint()
        allowed = max(self.least, min(self.total_budget, most or self.step))
        before = len(diagrams.level)
        try:
            with diagrams.budget(allowed):
                made = work()
        except TooLargeError:
            self.total_budget -= allowed
            self.product.renew()
            return None
        self.total_budget -= len(diagrams.level) - before
        return made

    def _found(self) -> Places:
        found: Places = {}
        for subject in subjects(self.product.old.library, self.product.new.library):
            changes = self._try(partial(self._changes, subject))
            if changes is None:
                self.missing.append(subject)
            for where, change in changes or []:
                found.setdefault(where, []).append(change)
        return found

    def _changes(self, subject: Subject) -> list[tuple[Node, Change]]:
        return [
            (where, Change(seen.kind, seen.owner, seen.part, was, now))
            for seen in seen_of(self.product, subject)
            for was, now, where in changed(seen, self.product.diagrams)
            if self.product.possible(where)
        ]

    def _shares(self, where: Node) -> SharePerStart | None:
        if self.measure is None:
            return None
        return self._try(partial(self.measure.shares, where))

    def _joined(
        self, found: Places, shares: dict[Node, SharePerStart | None]
    ) -> Places:
        """Put together what differs only in pairs that cannot be."""
        alike: dict[object, list[Node]] = {}
        joined: Places = {}
        for where, changes in found.items():
            others = alike.setdefault(_key(shares[where]) or where, [])
            same = next((o for o in others if self._same(o, where)), where)
            if same == where:
                others.append(where)
            joined.setdefault(same, []).extend(changes)
        return joined

    def _same(self, one: Node, two: Node) -> bool:
        """Tell whether two diagrams hold the same pairs; no when that is too much."""
        possible, xor = self.product.possible, self.product.diagrams.xor
        return self._try(lambda: possible(xor(one, two))) is False

    def _example(self, where: Node) -> Example | None:
        return self._try(partial(show, self.product, self.measure, where))

    def _changed(self, found: Sequence[Node]) -> CountPerStart | None:
        if self.measure is None or self.missing:
            return None
        return self._try(partial(self.measure.changed, found), self.total_budget)


def _key(shares: SharePerStart | None) -> object:
    return shares and tuple(shares.items())


def _size(shares: SharePerStart | None) -> Fraction:
    return -max(shares.values()) if shares else Fraction(0)


def _rank(group: Group) -> tuple[int, Fraction]:
    heaviest = list(Kind)
    kind = min(heaviest.index(change.kind) for change in group.changes)
    return kind, _size(group.shares)
