"""Holds every pair of conversations one by one; the slow witness beside `versions`."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeAlias

from reference_prover import Cost, Held, answers_to, cost_of, filled_facts

from vpwijzer.diff import Kind, State
from vpwijzer.diff.align import matched, merge
from vpwijzer.engine.logic import Truth, holds
from vpwijzer.engine.replay import Setting, replay
from vpwijzer.engine.ruling import Verdict
from vpwijzer.engine.walk import seated
from vpwijzer.model import (
    Answer,
    Caution,
    Clock,
    Condition,
    Consequence,
    ContactLink,
    Library,
    Line,
    Question,
    Route,
    Seat,
)

WEIGHED = {Truth.TRUE: State.YES, Truth.UNKNOWN: State.MAYBE, Truth.FALSE: State.NO}
VERDICTS = {
    Verdict.APPLIES: State.YES,
    Verdict.OPEN: State.MAYBE,
    Verdict.CLOSED: State.CLOSED,
}
PARTS = {
    Kind.CAUTION: "cautions",
    Kind.CONTACT: "contacts",
    Kind.STEP: "steps",
    Kind.ADVISER_DOES: "adviser_does",
    Kind.ADVISER_DOES_NOT: "adviser_does_not",
}

Thing: TypeAlias = tuple[Kind, str, object]
"""A kind, the owner's name, and the part by the place where it stands."""

Step: TypeAlias = tuple[Kind, str, object, State, State]


@dataclass(frozen=True)
class Two:
    """A conversation in the old version and one in the new, with the same answers."""

    old: Held
    new: Held

    @property
    def start(self) -> str:
        return self.new.setting.start

    @property
    def whole(self) -> Hashable:
        """Everything about it."""
        asked = self.old.progress.asked, self.new.progress.asked
        return self.start, self.new.setting.seat, self.heard, asked

    @property
    def heard(self) -> Hashable:
        """What is walked and known, whoever holds the keyboard."""
        return tuple(
            (held.progress.walked, frozenset(held.progress.facts.items()))
            for held in (self.old, self.new)
        )

    @property
    def cost(self) -> Cost:
        """Count a question in each version that asks it, and an answer once.

        Where it may come without a question, each version has its own answer.
        """
        one, two = self.old.setting.library, self.new.setting.library
        both, filled = merge(one, two), filled_facts(one) | filled_facts(two)
        old, new = self.old.answers, self.new.answers
        given = {*old.items(), *new.items()}
        twice = [
            each for each in old.items() if each[0] in filled and each in new.items()
        ]
        _, plain, places = cost_of(both, [*given, *twice])
        return len(old) + len(new), plain, places

    @property
    def given(self) -> set[tuple[str, Answer, bool, bool]]:
        old, new = self.old.answers, self.new.answers
        return {
            (name, answer, old.get(name) == answer, new.get(name) == answer)
            for answers in (old, new)
            for name, answer in answers.items()
        }


def questions(library: Library) -> dict[str, Question]:
    return {q.id: q for tree in library.trees.values() for q in tree.questions}


def every_pair(old: Library, new: Library) -> Iterator[Two]:
    before, after = questions(old), questions(new)
    alike = {
        name
        for name in before.keys() & after.keys()
        if set(answers_to(before[name])) & set(answers_to(after[name]))
    }
    for tree in new.trees.values():
        also = old.trees.get(tree.id)
        if tree.can_start and also and also.can_start:
            for seat in Seat:
                yield from _pairs(
                    Setting(old, tree.id, seat, seated(old, seat)),
                    Setting(new, tree.id, seat, seated(new, seat)),
                    alike,
                )


def _pairs(old: Setting, new: Setting, alike: set[str]) -> Iterator[Two]:
    todo: list[tuple[dict[str, Answer], dict[str, Answer]]] = [({}, {})]
    while todo:
        given = todo.pop()
        held = tuple(
            Held(setting, replay(setting, answers), {}, {}, {}, frozenset())
            for setting, answers in zip((old, new), given, strict=True)
        )
        asking = [n for n, each in enumerate(held) if each.progress.current]
        if not asking:
            if all(map(_is_offered, held)):
                yield Two(*held)
            continue
        who = asking[0]
        question = held[who].progress.current
        assert question is not None
        for answer in answers_to(question):
            more: tuple[dict[str, Answer], ...] = (dict(given[0]), dict(given[1]))
            for number, each in enumerate(more):
                if number == who or question.id in alike:
                    each[question.id] = answer
            todo.append((more[0], more[1]))


def _is_offered(held: Held) -> bool:
    asked = questions(held.setting.library)
    return all(given in answers_to(asked[n]) for n, given in held.answers.items())


def things(two: Two) -> Iterator[tuple[Thing, State, State]]:
    old, new = two.old.setting.library, two.new.setting.library
    for name in {**old.trees, **new.trees}:
        yield (Kind.TREE, name, None), *_both(two, lambda h: name in h.progress.walked)  # noqa: B023 - used at once
    for name in {**questions(old), **questions(new)}:
        if alike(two, lambda content: asking(content, name)):  # noqa: B023 - used at once
            seen = _both(two, lambda h: name in h.answers)  # noqa: B023 - used at once
            yield (Kind.QUESTION, name, None), *seen
    for name in {**old.clocks, **new.clocks}:
        if alike(two, lambda content: concerned(content, name)):  # noqa: B023 - used at once
            before, after = old.clocks.get(name), new.clocks.get(name)
            clocks = _clock(two.old, before), _clock(two.new, after)
            yield (Kind.CLOCK, name, None), *clocks
    for name in {**old.routes, **new.routes}:
        if alike(two, lambda content: shown(content, name)):  # noqa: B023 - used at once
            yield from _ruled(two, name)


def _ruled(two: Two, name: str) -> Iterator[tuple[Thing, State, State]]:
    rulings = two.old.rulings(), two.new.rulings()
    verdicts = [VERDICTS[r[name].verdict] if name in r else State.NO for r in rulings]
    yield (Kind.ROUTE, name, None), verdicts[0], verdicts[1]
    if set(verdicts) <= {State.YES, State.MAYBE}:
        routes = (held.setting.library.routes[name] for held in (two.old, two.new))
        yield from _route(two, *routes)


def alike(two: Two, homes: Callable[[Library], set[str]]) -> bool:
    """Tell whether what belongs to some trees can be seen in both or in neither."""
    old, new = two.old, two.new
    trees = homes(old.setting.library) | homes(new.setting.library)
    walked = (trees & set(held.progress.walked) for held in (old, new))
    return len(set(map(bool, walked))) == 1


def asking(content: Library, name: str) -> set[str]:
    trees = content.trees.values()
    return {t.id for t in trees if name in [q.id for q in t.questions]}


def shown(content: Library, name: str) -> set[str]:
    return set(content.routes[name].trees) if name in content.routes else set()


def concerned(content: Library, name: str) -> set[str]:
    routes = content.clocks[name].routes if name in content.clocks else ()
    return {tree for route in routes for tree in shown(content, route)}


def _both(two: Two, test: object) -> tuple[State, State]:
    assert callable(test)
    return _yes(test(two.old)), _yes(test(two.new))


def _yes(holds: object) -> State:
    return State.YES if holds else State.NO


def _clock(held: Held, clock: Clock | None) -> State:
    if clock is None:
        return State.NO
    routes = held.setting.library.routes
    trees = {tree for name in clock.routes for tree in routes[name].trees}
    walked = trees & set(held.progress.walked)
    return _weighed(held, clock.condition) if walked else State.NO


def _weighed(held: Held, condition: Condition) -> State:
    return WEIGHED[holds(condition, held.view)]


def _route(two: Two, old: Route, new: Route) -> Iterator[tuple[Thing, State, State]]:
    rulings = two.old.rulings()[old.id], two.new.rulings()[new.id]
    for kind, name in (
        (Kind.FIRST, "first"),
        (Kind.AGAINST, "advised_against"),
        (Kind.MEANT, "meant_for"),
        (Kind.FITS, "fits_wish"),
    ):
        was, now = (_yes(getattr(ruling, name)) for ruling in rulings)
        yield (kind, old.id, None), was, now
    for kind, name in PARTS.items():
        for one, other in matched(getattr(old, name), getattr(new, name)):
            thing = kind, old.id, _place(other or one)
            yield thing, _shown(two.old, one), _shown(two.new, other)
    for aspect in {**old.consequences, **new.consequences}:
        options = old.consequences.get(aspect, ()), new.consequences.get(aspect, ())
        for one, other in matched(*options):
            thing = Kind.CONSEQUENCE, old.id, _place(other or one)
            before = _chosen(two.old, options[0], one)
            yield thing, before, _chosen(two.new, options[1], other)


def _place(part: Caution | Line | ContactLink | Consequence | None) -> object:
    assert part is not None
    return part


def _shown(held: Held, part: Caution | Line | ContactLink | None) -> State:
    return _weighed(held, part.condition) if part else State.NO


def _chosen(
    held: Held, options: tuple[Consequence, ...], part: Consequence | None
) -> State:
    for number, option in enumerate(options):
        truth = holds(option.condition, held.view)
        last = number == len(options) - 1
        if option is part:
            return State.YES if last else WEIGHED[truth]
        if truth is Truth.TRUE:
            return State.NO
    return State.NO


@dataclass(frozen=True)
class Found:
    """A group of changes as the witness sees it."""

    changes: frozenset[Step]
    shares: Mapping[str, Fraction]
    pairs: tuple[Two, ...]


class Witness:
    def __init__(self, old: Library, new: Library) -> None:
        self.pairs = list({two.whole: two for two in every_pair(old, new)}.values())

    def counts(self, pairs: list[Two] | None = None) -> dict[str, int]:
        heard: dict[str, set[Hashable]] = {}
        for two in self.pairs if pairs is None else pairs:
            heard.setdefault(two.start, set()).add(two.heard)
        return {start: len(each) for start, each in heard.items()}

    def groups(self) -> list[Found]:
        where: dict[Step, list[Two]] = {}
        for two in self.pairs:
            for thing, was, now in things(two):
                if was is not now:
                    where.setdefault((*thing, was, now), []).append(two)
        groups: dict[frozenset[int], list[Step]] = {}
        for step, pairs in where.items():
            groups.setdefault(frozenset(map(id, pairs)), []).append(step)
        return [
            Found(
                frozenset(steps), self.shares(where[steps[0]]), tuple(where[steps[0]])
            )
            for steps in groups.values()
        ]

    def shares(self, pairs: list[Two]) -> dict[str, Fraction]:
        total = self.counts()
        return {s: Fraction(n, total[s]) for s, n in self.counts(pairs).items()}
