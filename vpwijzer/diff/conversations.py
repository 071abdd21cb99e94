"""Compares two versions over every pair of conversations with the same answers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import TypeAlias, TypeVar

from vpwijzer.diff.example import Example, show
from vpwijzer.diff.measure import Counts, Measure, Shares
from vpwijzer.diff.onesided import OneSided, look_at_one
from vpwijzer.diff.product import Pair
from vpwijzer.diff.seen import State, changed, seen_of
from vpwijzer.diff.subject import Kind, Subject, subjects
from vpwijzer.model import Library, Part
from vpwijzer.proof.bdd.diagram import TooLargeError

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
    shares: Shares | None
    """None when these pairs are too much to count."""
    example: Example | None
    """None when everything is too much to look through."""


@dataclass(frozen=True, slots=True)
class Compared:
    """What changes in conversations between two versions.

    Whatever is too much to count is None.
    """

    counts: tuple[Counts | None, Counts | None]
    """Per start, how many conversations the old and the new version have."""
    pairs: Counts | None
    changed: Counts | None
    """Of the pairs from each start, those in which anything changes."""
    groups: tuple[Group, ...]
    one_sided: tuple[OneSided, ...]
    own_starts: tuple[tuple[str, ...], tuple[str, ...]]
    """Where conversations start in the old version only, and in the new."""
    missing: tuple[Subject, ...]
    """What hangs together with too much to be compared."""


Places: TypeAlias = dict[int, list[Change]]
"""Every change, under a diagram with the pairs in which it is seen."""


def compare_talks(old: Library, new: Library, budget: int) -> Compared:
    """Compare what conversations show and ask; raises TooLargeError."""
    before, gone = look_at_one(old, new, budget // WHOLE, in_new=False)
    after, added = look_at_one(new, old, budget // WHOLE, in_new=True)
    pair = Pair(old, new, budget)
    return _Comparing(pair, budget).run((before, after), (*added, *gone))


class _Comparing:
    def __init__(self, pair: Pair, purse: int) -> None:
        self.pair = pair
        self.purse = purse
        self.step, self.least = purse // STEP, purse // LEAST
        self.measure = self._try(lambda: Measure(pair), purse // WHOLE)
        self.missing: list[Subject] = []

    def run(
        self,
        totals: tuple[Counts | None, Counts | None],
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
                if tree.can_start and tree.id not in self.pair.tally.starts
            )
            for v in (self.pair.old, self.pair.new)
        )
        return old, new

    def _try(self, work: Callable[[], T], most: int = 0) -> T | None:
        """Do some work, unless it takes too many nodes."""
        diagrams = self.pair.diagrams
        diagrams.release()
        allowed = max(self.least, min(self.purse, most or self.step))
        before = len(diagrams.level)
        try:
            with diagrams.budget(allowed):
                made = work()
        except TooLargeError:
            self.purse -= allowed
            self.pair.renew()
            return None
        self.purse -= len(diagrams.level) - before
        return made

    def _found(self) -> Places:
        found: Places = {}
        for subject in subjects(self.pair.old.library, self.pair.new.library):
            changes = self._try(partial(self._changes, subject))
            if changes is None:
                self.missing.append(subject)
            for where, change in changes or []:
                found.setdefault(where, []).append(change)
        return found

    def _changes(self, subject: Subject) -> list[tuple[int, Change]]:
        return [
            (where, Change(seen.kind, seen.owner, seen.part, was, now))
            for seen in seen_of(self.pair, subject)
            for was, now, where in changed(seen, self.pair.diagrams)
            if self.pair.possible(where)
        ]

    def _shares(self, where: int) -> Shares | None:
        if self.measure is None:
            return None
        return self._try(partial(self.measure.shares, where))

    def _joined(self, found: Places, shares: dict[int, Shares | None]) -> Places:
        """Put together what differs only in pairs that cannot be."""
        alike: dict[object, list[int]] = {}
        joined: Places = {}
        for where, changes in found.items():
            others = alike.setdefault(_key(shares[where]) or where, [])
            same = next((o for o in others if self._same(o, where)), where)
            if same == where:
                others.append(where)
            joined.setdefault(same, []).extend(changes)
        return joined

    def _same(self, one: int, two: int) -> bool:
        """Tell whether two diagrams hold the same pairs; no when that is too much."""
        possible, differ = self.pair.possible, self.pair.diagrams.differ
        return self._try(lambda: possible(differ(one, two))) is False

    def _example(self, where: int) -> Example | None:
        return self._try(partial(show, self.pair, self.measure, where))

    def _changed(self, found: Sequence[int]) -> Counts | None:
        if self.measure is None or self.missing:
            return None
        return self._try(partial(self.measure.changed, found), self.purse)


def _key(shares: Shares | None) -> object:
    return shares and tuple(shares.items())


def _size(shares: Shares | None) -> Fraction:
    return -max(shares.values()) if shares else Fraction(0)


def _rank(group: Group) -> tuple[int, Fraction]:
    heaviest = list(Kind)
    kind = min(heaviest.index(change.kind) for change in group.changes)
    return kind, _size(group.shares)
