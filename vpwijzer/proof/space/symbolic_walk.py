"""Holds every conversation at once: what `walk.replay` does, over diagrams.

The base pass turns each answer into variables and notes the rule each must obey.
Other passes answer differently, such as "weet ik niet" to one question, and tell
what becomes of every conversation of the base pass.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from vpwijzer.engine.logic import questions_read
from vpwijzer.model import Clause, Condition, Library, Option, Question, Seat, Tree
from vpwijzer.proof.bdd.diagram import EVERYTHING, NOTHING
from vpwijzer.proof.space.encoding import ABSENT, Alphabet, variable_value
from vpwijzer.proof.space.symbolic_logic import Scale, Value

Place = tuple[str, str]
"""A tree and a question in it, or a tree and the tree that follows."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One question in one tree: when it is reached, asked, and what was known."""

    reached: int
    surely: int
    """Where the condition holds, so not only after "weet ik niet"."""
    known: int
    asked: int
    read: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Filled:
    """A fact filled without asking; clashing where it had another answer."""

    option: Option
    clause: Clause
    clashing: int


@dataclass(slots=True)
class Pass:
    """What one pass over all trees found, in the order of asking."""

    values: dict[str, Value] = field(default_factory=dict)
    walked: dict[str, int] = field(default_factory=dict)
    queued: dict[str, int] = field(default_factory=dict)
    moments: dict[Place, Moment] = field(default_factory=dict)
    follow_ups: dict[tuple[str, int], int] = field(default_factory=dict)
    surely: dict[tuple[str, int], int] = field(default_factory=dict)
    """Where the condition of a follow-up holds, seats left aside."""
    ends: dict[str, Mapping[str, Value]] = field(default_factory=dict)
    """What was known of the facts a tree's follow-ups read, when it was over."""
    filled: list[Filled] = field(default_factory=list)
    asked: dict[str, int] = field(default_factory=dict)
    given: dict[str, list[tuple[int, frozenset[str]]]] = field(default_factory=dict)
    """Per fact, where it was filled and with what."""
    history: dict[str, list[tuple[int, int, int]]] = field(default_factory=dict)
    """Per fact: the moment, where it came to be known then, where it was by then."""


AnswerOf = Callable[[Question, int], Value]
"""The answer to a question that is asked in some conversations."""


class Replay:
    """One pass over all trees; `settle` may replace a fact that is complete."""

    def __init__(self, library: Library, alphabet: Alphabet) -> None:
        """Start with nothing known."""
        self.library = library
        self.alphabet = alphabet
        self.diagrams = alphabet.diagrams
        self.found = Pass()
        self.clock = 0
        self.stamp = 0
        self.last = _last_chances(library)
        self.settled: set[str] = set()

    def answer(self, question: Question, asked: int) -> Value:  # noqa: ARG002 - for other passes
        """Answer a question: any answer, as variables."""
        return variable_value(
            self.alphabet.facts[question.id], self.diagrams, filled=False
        )

    def seated(self, seat: Seat) -> int:
        """Give the conversations held from a seat."""
        return self.alphabet.seat(seat)

    def settle(self, fact: str) -> Value:
        """Give a fact as it stands once nothing can fill it any more."""
        filled = fact in self.found.given
        letters = self.alphabet.facts[fact]
        return variable_value(letters, self.diagrams, filled=filled)

    def settle_tree(self, tree: str, walked: int) -> int:
        """Give where a tree is walked, once that is decided."""
        return walked if walked <= EVERYTHING else self.alphabet.trees[tree]

    def run(self) -> Pass:
        """Walk every tree in order."""
        self._seat()
        for tree in self.library.trees.values():
            self._walk(tree)
        return self.found

    def _seat(self) -> None:
        for tree in self.library.trees.values():
            for question in tree.questions:
                for option in question.options:
                    if option.seat is not None:
                        self._fill_seat(question, option, option.seat)

    def _fill_seat(self, question: Question, option: Option, seat: Seat) -> None:
        here = self.seated(seat)
        known = self.found.values.get(question.id, ABSENT).known
        self.fill(question.id, self.diagrams.without(here, known), {option.id})

    def _walk(self, tree: Tree) -> None:
        found, diagrams = self.found, self.diagrams
        start = self.alphabet.starts.get(tree.id, NOTHING)
        queued = diagrams.either(start, found.queued.get(tree.id, NOTHING))
        found.queued[tree.id] = queued
        found.walked[tree.id] = self.settle_tree(tree.id, queued)
        for question in tree.questions:
            self._ask(tree, question)
        self._follow(tree)

    def _ask(self, tree: Tree, question: Question) -> None:
        diagrams, found = self.diagrams, self.found
        known = found.values.get(question.id, ABSENT).known
        weight = self._scale().condition(question.condition)
        reached = diagrams.both(found.walked[tree.id], weight.unknown)
        asked = diagrams.without(reached, known)
        read = self._read([question.condition])
        surely = diagrams.both(found.walked[tree.id], weight.true)
        moment = Moment(reached, surely, known, asked, read)
        found.moments[tree.id, question.id] = moment
        before = found.asked.get(question.id, NOTHING)
        found.asked[question.id] = diagrams.either(before, asked)
        answer = self.answer(question, asked)
        self._establish(question.id, asked, answer)
        self._imply_all(tree, question)
        self.clock += 1
        self._settle_all(question)

    def _settle_all(self, question: Question) -> None:
        implied = [c.fact for option in question.options for c in option.implies]
        for fact in (question.id, *implied):
            if fact not in self.settled and self.last.get(fact, -1) < self.clock:
                self.settled.add(fact)
                self.found.values[fact] = self.settle(fact)

    def _imply_all(self, tree: Tree, question: Question) -> None:
        """Fill what an answer means, also one that was known and not asked."""
        walked = self.found.walked[tree.id]
        for option in question.options:
            for clause in option.implies:
                value = self.found.values[question.id]
                chosen = self.diagrams.both(walked, value.options[option.id])
                self._imply(option, clause, chosen)

    def _imply(self, option: Option, clause: Clause, chosen: int) -> None:
        diagrams = self.diagrams
        if clause.fact not in self.alphabet.facts:
            return
        value = self.found.values.get(clause.fact, ABSENT)
        clash = diagrams.both(chosen, value.known)
        clash = diagrams.without(clash, self._equals(clause, value))
        self.found.filled.append(Filled(option, clause, clash))
        here = diagrams.without(chosen, value.known)
        self.fill(clause.fact, here, clause.values)

    def _equals(self, clause: Clause, value: Value) -> int:
        diagrams, result = self.diagrams, self.diagrams.negate(value.more)
        for option, holds in value.options.items():
            wanted = option in clause.values
            result = diagrams.both(result, holds if wanted else diagrams.negate(holds))
        return result

    def fill(self, fact: str, here: int, options: Iterable[str]) -> None:
        """Fill a fact without asking."""
        if here == NOTHING:
            return
        chosen = frozenset(options)
        self.found.given.setdefault(fact, []).append((here, chosen))
        names = self.alphabet.facts[fact].options
        bits = {o: EVERYTHING if o in chosen else NOTHING for o in names}
        self._establish(fact, here, Value(EVERYTHING, bits, NOTHING))

    def _establish(self, fact: str, here: int, answer: Value) -> None:
        """Make a fact known in some conversations where it was not."""
        either, both = self.diagrams.either, self.diagrams.both
        old = self.found.values.get(fact, ABSENT)
        options = {
            option: either(old.options.get(option, NOTHING), both(here, holds))
            for option, holds in answer.options.items()
        }
        more = either(old.more, both(here, answer.more))
        known = either(old.known, here)
        self.found.values[fact] = Value(known, options, more)
        self.stamp += 1
        stamps = self.found.history.setdefault(fact, [])
        stamps.append((self.stamp, here, known))

    def _follow(self, tree: Tree) -> None:
        diagrams, found = self.diagrams, self.found
        found.ends[tree.id] = self._read([f.condition for f in tree.follow_ups])
        for number, follow_up in enumerate(tree.follow_ups):
            weight = self._scale().condition(follow_up.condition)
            here = diagrams.both(found.walked[tree.id], weight.unknown)
            surely = diagrams.both(found.walked[tree.id], weight.true)
            found.surely[tree.id, number] = surely
            if self.library.trees[follow_up.tree].adviser_only:
                here = diagrams.both(here, self.seated(Seat.ADVISER))
            found.follow_ups[tree.id, number] = here
            before = found.queued.get(follow_up.tree, NOTHING)
            found.queued[follow_up.tree] = diagrams.either(before, here)

    def _scale(self) -> Scale:
        return Scale(self.diagrams, self.found.values, self.library.concepts)

    def _read(self, conditions: Iterable[Condition]) -> Mapping[str, Value]:
        values, concepts = self.found.values, self.library.concepts
        items = [i for c in conditions for i in c.items]
        return {
            fact: values[fact]
            for fact in questions_read(items, concepts)
            if fact in values
        }


def _last_chances(library: Library) -> dict[str, int]:
    """Give per fact the last question that can establish it."""
    last: dict[str, int] = {}
    number = 0
    for tree in library.trees.values():
        for question in tree.questions:
            last[question.id] = number
            for option in question.options:
                last |= {clause.fact: number for clause in option.implies}
            number += 1
    return last
