"""Symbolic execution of the trees: `engine.replay` for every conversation at once.

The base run turns each answer into variables and notes the rule each must obey.
Other walks answer differently, such as "weet ik niet" to one question, and tell
what becomes of every conversation of the base run.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from vpwijzer.engine.logic import questions_read
from vpwijzer.model import Clause, Condition, Library, Option, Question, Seat, Tree
from vpwijzer.proof.bdd import FALSE, TRUE, Node
from vpwijzer.proof.space.encoding import ABSENT, Encoding, variable_value
from vpwijzer.proof.space.symbolic_logic import Evaluator, Value

Place = tuple[str, str]
"""A tree and a question in it, or a tree and the tree that follows."""


@dataclass(frozen=True, slots=True)
class Moment:
    """One question in one tree: when it is reached, asked, and what was known."""

    reached: Node
    surely: Node
    """Where the condition holds, so not only after "weet ik niet"."""
    known: Node
    asked: Node
    read: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Filled:
    """A fact filled without asking; clashing where it had another answer."""

    option: Option
    clause: Clause
    clashing: Node


@dataclass(slots=True)
class Run:
    """What one walk over all trees found, in the order of asking."""

    values: dict[str, Value] = field(default_factory=dict)
    walked: dict[str, Node] = field(default_factory=dict)
    queued: dict[str, Node] = field(default_factory=dict)
    moments: dict[Place, Moment] = field(default_factory=dict)
    follow_ups: dict[tuple[str, int], Node] = field(default_factory=dict)
    offered: dict[str, Node] = field(default_factory=dict)
    """Where it is not known whether a tree follows."""
    ends: dict[str, Mapping[str, Value]] = field(default_factory=dict)
    """What was known of the facts a tree's follow-ups read, when it was over."""
    filled: list[Filled] = field(default_factory=list)
    asked: dict[str, Node] = field(default_factory=dict)
    given: dict[str, list[tuple[Node, frozenset[str]]]] = field(default_factory=dict)
    """Per fact, where it was filled and with what."""
    history: dict[str, list[tuple[int, Node, Node]]] = field(default_factory=dict)
    """Per fact: the moment, where it came to be known then, where it was by then."""


class SymbolicWalk:
    """Walks all trees once; `settle` may replace a fact that is complete."""

    def __init__(self, library: Library, encoding: Encoding) -> None:
        """Start with nothing known."""
        self.library = library
        self.encoding = encoding
        self.diagrams = encoding.diagrams
        self.found = Run()
        self.clock = 0
        self.stamp = 0
        self.last = _last_chances(library)
        self.settled: set[str] = set()

    def answer(self, question: Question, asked: Node) -> Value:  # noqa: ARG002 - for other walks
        """Answer a question: any answer, as variables."""
        return variable_value(
            self.encoding.facts[question.id], self.diagrams, filled=False
        )

    def seated(self, seat: Seat) -> Node:
        """Give the conversations held from a seat."""
        return self.encoding.seat(seat)

    def settle(self, fact: str) -> Value:
        """Give a fact as it stands once nothing can fill it any more."""
        filled = fact in self.found.given
        fact_vars = self.encoding.facts[fact]
        return variable_value(fact_vars, self.diagrams, filled=filled)

    def settle_tree(self, tree: str, walked: Node) -> Node:
        """Give where a tree is walked, once that is decided."""
        return walked if walked <= TRUE else self.encoding.trees[tree]

    def run(self) -> Run:
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
        start = self.encoding.starts.get(tree.id, FALSE)
        queued = diagrams.disj(start, found.queued.get(tree.id, FALSE))
        found.queued[tree.id] = queued
        found.walked[tree.id] = self.settle_tree(tree.id, queued)
        for question in tree.questions:
            self._ask(tree, question)
        self._follow(tree)

    def _ask(self, tree: Tree, question: Question) -> None:
        diagrams, found = self.diagrams, self.found
        known = found.values.get(question.id, ABSENT).known
        truths = self._evaluator().condition(question.condition)
        reached = diagrams.conj(found.walked[tree.id], truths.unknown)
        asked = diagrams.without(reached, known)
        read = self._read([question.condition])
        surely = diagrams.conj(found.walked[tree.id], truths.true)
        moment = Moment(reached, surely, known, asked, read)
        found.moments[tree.id, question.id] = moment
        before = found.asked.get(question.id, FALSE)
        found.asked[question.id] = diagrams.disj(before, asked)
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
                chosen = self.diagrams.conj(walked, value.options[option.id])
                self._imply(option, clause, chosen)

    def _imply(self, option: Option, clause: Clause, chosen: Node) -> None:
        diagrams = self.diagrams
        if clause.fact not in self.encoding.facts:
            return
        value = self.found.values.get(clause.fact, ABSENT)
        clash = diagrams.conj(chosen, value.known)
        clash = diagrams.without(clash, self._equals(clause, value))
        self.found.filled.append(Filled(option, clause, clash))
        here = diagrams.without(chosen, value.known)
        self.fill(clause.fact, here, clause.values)

    def _equals(self, clause: Clause, value: Value) -> Node:
        diagrams, result = self.diagrams, self.diagrams.negate(value.more)
        for option, holds in value.options.items():
            wanted = option in clause.values
            result = diagrams.conj(result, holds if wanted else diagrams.negate(holds))
        return result

    def fill(self, fact: str, here: Node, options: Iterable[str]) -> None:
        """Fill a fact without asking."""
        if here == FALSE:
            return
        chosen = frozenset(options)
        self.found.given.setdefault(fact, []).append((here, chosen))
        names = self.encoding.facts[fact].options
        bits = {o: TRUE if o in chosen else FALSE for o in names}
        self._establish(fact, here, Value(TRUE, bits, FALSE))

    def _establish(self, fact: str, here: Node, answer: Value) -> None:
        """Make a fact known in some conversations where it was not."""
        disj, conj = self.diagrams.disj, self.diagrams.conj
        old = self.found.values.get(fact, ABSENT)
        options = {
            option: disj(old.options.get(option, FALSE), conj(here, holds))
            for option, holds in answer.options.items()
        }
        more = disj(old.more, conj(here, answer.more))
        known = disj(old.known, here)
        self.found.values[fact] = Value(known, options, more)
        self.stamp += 1
        stamps = self.found.history.setdefault(fact, [])
        stamps.append((self.stamp, here, known))

    def _follow(self, tree: Tree) -> None:
        diagrams, found = self.diagrams, self.found
        found.ends[tree.id] = self._read([f.condition for f in tree.follow_ups])
        for number, follow_up in enumerate(tree.follow_ups):
            truths = self._evaluator().condition(follow_up.condition)
            where = found.walked[tree.id]
            if self.library.trees[follow_up.tree].adviser_only:
                where = diagrams.conj(where, self.seated(Seat.ADVISER))
            here = diagrams.conj(where, truths.true)
            open_ = diagrams.without(diagrams.conj(where, truths.unknown), here)
            found.follow_ups[tree.id, number] = here
            for trees, more in (found.queued, here), (found.offered, open_):
                before = trees.get(follow_up.tree, FALSE)
                trees[follow_up.tree] = diagrams.disj(before, more)

    def _evaluator(self) -> Evaluator:
        return Evaluator(self.diagrams, self.found.values, self.library.concepts)

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
