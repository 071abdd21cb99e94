"""Compares two versions over every pair of conversations with the same answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from vpwijzer.model import Answer, Library, Question, Seat
from vpwijzer.proof.alphabet import Letters, offered_by
from vpwijzer.proof.diagram import Diagrams
from vpwijzer.proof.talk import hold, lightest, setting_of
from vpwijzer.proof.tally import conversations, counts
from vpwijzer.proof.world import World
from vpwijzer.versions.merge import in_one_order, questions_of
from vpwijzer.versions.pair import Pair
from vpwijzer.versions.seen import Kind, Part, State, changed, everything_seen

Shares = Mapping[str, Fraction]
"""Per start, the share of the conversations from there; a start with none is absent."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that is seen otherwise: a route, or something with it or beside it."""

    kind: Kind
    owner: str
    part: Part | None
    was: State
    now: State


@dataclass(frozen=True, slots=True)
class Given:
    """An answer in an example, and which of the versions asks for it."""

    question: str
    answer: Answer
    old: bool
    new: bool


@dataclass(frozen=True, slots=True)
class Example:
    """The pair that asks least in both versions together."""

    start: str
    seat: Seat
    answers: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Everything that changes in exactly the same pairs of conversations."""

    changes: tuple[Change, ...]
    shares: Shares
    example: Example


@dataclass(frozen=True, slots=True)
class OneSided:
    """A question that gets answers in one version which the other does not offer."""

    question: str
    in_new: bool
    shares: Shares


@dataclass(frozen=True, slots=True)
class Compared:
    """What changes in conversations between two versions."""

    counts: tuple[Mapping[str, int], Mapping[str, int]]
    """Per start, how many conversations the old and the new version have."""
    pairs: Mapping[str, int]
    shares: Shares
    """Of the pairs from each start, those in which anything changes."""
    groups: tuple[Group, ...]
    one_sided: tuple[OneSided, ...]


def compare_talks(old: Library, new: Library, budget: int) -> Compared:
    """Compare what conversations show and ask; raises TooLargeError."""
    before, after = World(old, budget), World(new, budget)
    with before.diagrams.budget(budget), after.diagrams.budget(budget):
        totals = conversations(before), conversations(after)
        one_sided = (
            *_one_sided(after, old, totals[1], in_new=True),
            *_one_sided(before, new, totals[0], in_new=False),
        )
    pair = Pair(old, new, budget)
    with pair.diagrams.budget(budget):
        pairs = pair.counts(pair.everything)
        found = _found(pair)
        groups = [_group(pair, pairs, *each) for each in found.items()]
        shares = _shares(pair, pairs, pair.diagrams.any_of(sorted(found)))
    return Compared(totals, pairs, shares, tuple(sorted(groups, key=_rank)), one_sided)


def _rank(group: Group) -> tuple[int, Fraction]:
    heaviest = list(Kind)
    kind = min(heaviest.index(change.kind) for change in group.changes)
    return kind, -max(group.shares.values())


def _found(pair: Pair) -> dict[int, list[Change]]:
    """Give every change, under the pairs in which it is seen."""
    diagrams = pair.diagrams
    found: dict[int, list[Change]] = {}
    for seen in everything_seen(pair):
        for was, now, where in changed(seen, diagrams):
            if pair.possible(where):
                here = diagrams.both(pair.everything, where)
                change = Change(seen.kind, seen.owner, seen.part, was, now)
                found.setdefault(here, []).append(change)
    return found


def _group(
    pair: Pair, totals: Mapping[str, int], where: int, changes: list[Change]
) -> Group:
    shares = _shares(pair, totals, where)
    return Group(tuple(changes), shares, _example(pair, where))


def _shares(pair: Pair, totals: Mapping[str, int], where: int) -> Shares:
    return _parts(pair.counts(where), totals)


def _parts(counts: Mapping[str, int], totals: Mapping[str, int]) -> Shares:
    return {
        start: Fraction(count, totals[start])
        for start, count in counts.items()
        if count
    }


def _example(pair: Pair, where: int) -> Example:
    taken = lightest(pair, where, pair.costs)
    old, new = (hold(v.library, v.alphabet, taken) for v in (pair.old, pair.new))
    given = (each for name in in_one_order(old, new) for each in _given(name, old, new))
    return Example(*setting_of(pair.new.alphabet, taken), tuple(given))


def _given(
    name: str, old: Mapping[str, Answer], new: Mapping[str, Answer]
) -> Iterator[Given]:
    """Give an answer once, unless a question of the same name became another."""
    before, after = old.get(name), new.get(name)
    if before is not None and before == after:
        yield Given(name, before, old=True, new=True)
        return
    if before is not None:
        yield Given(name, before, old=True, new=False)
    if after is not None:
        yield Given(name, after, old=False, new=True)


def _one_sided(
    world: World, other: Library, totals: Mapping[str, int], *, in_new: bool
) -> Iterator[OneSided]:
    theirs = questions_of(other)
    for fact, letters in world.alphabet.facts.items():
        if fact in theirs:
            where = _not_offered(letters, theirs[fact], world.diagrams)
            if world.possible(where):
                shares = _parts(counts(world, where), totals)
                yield OneSided(fact, in_new, shares)


def _not_offered(letters: Letters, other: Question, diagrams: Diagrams) -> int:
    """Give where a question gets an answer that another version of it lacks."""
    common = {
        o.id: letters.options[o.id] for o in other.options if o.id in letters.options
    }
    options = tuple(option for option in other.options if option.id in common)
    asked_so = replace(
        letters, question=replace(other, options=options), options=common
    )
    own = [each for name, each in letters.options.items() if name not in common]
    offered = diagrams.both(offered_by(asked_so, diagrams), diagrams.exactly(own, ()))
    return diagrams.without(letters.asked, offered)
