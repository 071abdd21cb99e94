"""The encoding of a whole conversation in boolean variables.

Variable order is the order of asking: the start, the seat, then each tree and its
questions. A fact is a group: one level for "asked", one for "weet ik niet or more", one
per option.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vpwijzer.model import ALWAYS, Library, Option, Question, Seat
from vpwijzer.proof.bdd import FALSE, TRUE, Diagrams, Group, Node
from vpwijzer.proof.space.symbolic_logic import Value

SEATS = (Seat.EMPLOYEE, Seat.ADVISER, Seat.TRAINER)
START_GROUP, SEAT_GROUP = Group(0), Group(1)

ASKED_COST, ANSWER_COST, PLACE_COST = 1 << 40, 1 << 20, 1
"""What makes a conversation small, wherever one is shown.

Fewest questions; then plain answers, so one option rather than several or "weet ik
niet", and anything rather than "misschien meer"; then the options that stand first in
their lists, all places added up. Of what is still the same, the first.
"""


@dataclass(frozen=True, slots=True)
class FactVars:
    """The variables of one question."""

    group: Group
    question: Question
    asked: Node
    more: Node
    options: Mapping[str, Node]

    @property
    def all(self) -> tuple[Node, ...]:
        """Every variable, in order."""
        return (self.asked, self.more, *self.options.values())


@dataclass(frozen=True, slots=True)
class Encoding:
    """Every variable, and each answer as a set over them."""

    diagrams: Diagrams
    starts: Mapping[str, Node]
    seats: Mapping[Seat, Node]
    """Empty when every seat holds the same conversations."""
    trees: Mapping[str, Node]
    tree_groups: Mapping[str, Group]
    facts: Mapping[str, FactVars]
    names: tuple[str, ...]
    """What each group holds."""
    costs: tuple[int, ...]
    fillable: frozenset[str]
    """Facts that may be known without being asked."""

    def seat(self, seat: Seat) -> Node:
        """Give the conversations held from a seat."""
        return self.seats.get(seat, TRUE)

    def offered(self, fact: str) -> Node:
        """Give every answer that a question offers."""
        return offered_by(self.facts[fact], self.diagrams)

    def exact(self, fact: str, options: frozenset[str]) -> Node:
        """Give one answer without more."""
        fact_vars = self.facts[fact]
        chosen = [fact_vars.options[o] for o in options if o in fact_vars.options]
        return self.diagrams.cube((fact_vars.more, *fact_vars.options.values()), chosen)

    def none(self, fact: str) -> Node:
        """Give where a question has no answer."""
        return self.exact(fact, frozenset())


def offered_by(fact_vars: FactVars, diagrams: Diagrams) -> Node:
    """Give every answer that a question offers, in some variables."""
    question, options = fact_vars.question, fact_vars.options
    everything = (fact_vars.more, *options.values())
    if not question.several:
        known = diagrams.conj(
            diagrams.negate(fact_vars.more),
            diagrams.exactly_one(tuple(options.values())),
        )
    else:
        known = _sets(fact_vars, diagrams)
    if not question.unknown_allowed:
        return diagrams.without(known, fact_vars.more)
    return diagrams.disj(known, diagrams.cube(everything, (fact_vars.more,)))


def _sets(fact_vars: FactVars, diagrams: Diagrams) -> Node:
    options = fact_vars.options
    alone = [options[o.id] for o in fact_vars.question.options if o.alone]
    rest = [options[o.id] for o in fact_vars.question.options if not o.alone]
    none = diagrams.cube(alone, ())
    together = diagrams.conj(none, diagrams.any_of(rest))
    single = diagrams.conj(diagrams.exactly_one(alone), diagrams.cube(rest, ()))
    return diagrams.disj(together, diagrams.without(single, fact_vars.more))


class Allocator:
    """Allocates variables in the order of asking."""

    def __init__(self, diagrams: Diagrams) -> None:
        """Start without a variable."""
        self.diagrams = diagrams
        self.names: list[str] = []
        self.costs: list[int] = []

    def group(self, name: str) -> Group:
        """Begin a new group."""
        self.names.append(name)
        return Group(len(self.names) - 1)

    def variable(self, cost: int = 0) -> Node:
        """Add a variable to the last group."""
        self.costs.append(cost)
        return self.diagrams.variable(Group(len(self.names) - 1))

    def fact_vars(self, question: Question, *, filled: bool) -> FactVars:
        """Add the variables of a question."""
        asked, more, *options = variable_costs(question, filled=filled)
        return FactVars(
            self.group(question.id),
            question,
            self.variable(asked),
            self.variable(more),
            {
                each.id: self.variable(cost)
                for each, cost in zip(question.options, options, strict=True)
            },
        )


def variable_costs(question: Question, *, filled: bool) -> tuple[int, ...]:
    """Give the costs of being asked, of "weet ik niet" or more, and of each option.

    A fact that may be filled without asking costs nothing then, so its options are
    free.
    """
    count = len(question.options)
    if filled:
        return ASKED_COST, ANSWER_COST, *[0] * count
    options = (ANSWER_COST + PLACE_COST * place for place in range(count))
    return ASKED_COST, 2 * ANSWER_COST, *options


def encode(library: Library, allocator: Allocator) -> Encoding:
    """Allocate every variable of a library."""
    allocator.group("start")
    starts = _starts(library, allocator)
    allocator.group("stoel")
    seats = (
        {seat: allocator.variable() for seat in SEATS} if seats_differ(library) else {}
    )
    trees, tree_groups, facts = {}, {}, {}
    fillable, homes = filled_facts(library), _homes(library)
    for tree in library.trees.values():
        tree_groups[tree.id] = allocator.group(tree.id)
        trees[tree.id] = allocator.variable()
        for question in tree.questions:
            if homes[question.id] == tree.id and question.id not in facts:
                filled = question.id in fillable
                facts[question.id] = allocator.fact_vars(question, filled=filled)
    return Encoding(
        allocator.diagrams,
        starts,
        seats,
        trees,
        tree_groups,
        facts,
        tuple(allocator.names),
        tuple(allocator.costs),
        fillable,
    )


def _homes(library: Library) -> dict[str, str]:
    """Give the tree in whose place each question is written down.

    That is the first that asks it of everyone, or else the first that asks it: a
    question placed where few are asked keeps everything after it waiting.
    """
    homes: dict[str, str] = {}
    asked_of_all: set[str] = set()
    for tree in library.trees.values():
        for question in tree.questions:
            if question.id in asked_of_all:
                continue
            if question.condition == ALWAYS:
                asked_of_all.add(question.id)
                homes[question.id] = tree.id
            homes.setdefault(question.id, tree.id)
    return homes


def _starts(library: Library, allocator: Allocator) -> dict[str, Node]:
    names = [tree.id for tree in library.trees.values() if tree.can_start]
    if len(names) == 1:
        return {names[0]: TRUE}
    return {name: allocator.variable() for name in names}


def seats_differ(library: Library) -> bool:
    """Tell whether anything in the content depends on who is sitting here."""
    if any(tree.adviser_only for tree in library.trees.values()):
        return True
    return any(option.seat is not None for _, option in _options(library))


def filled_facts(library: Library) -> frozenset[str]:
    """Give the facts that a seat or another answer may fill."""
    seated = {q.id for q, option in _options(library) if option.seat is not None}
    implied = {c.fact for _, option in _options(library) for c in option.implies}
    return frozenset(seated | implied)


def _options(library: Library) -> Iterator[tuple[Question, Option]]:
    for tree in library.trees.values():
        for question in tree.questions:
            yield from ((question, option) for option in question.options)


def variable_value(fact_vars: FactVars, diagrams: Diagrams, *, filled: bool) -> Value:
    """Give a fact as its own variables, as it stands at the end.

    A fact that may be filled without asking is known when it has an answer.
    """
    known = fact_vars.asked
    if filled:
        answer = diagrams.any_of((*fact_vars.options.values(), fact_vars.more))
        known = diagrams.disj(known, answer)
    return Value(known, fact_vars.options, fact_vars.more)


ABSENT = Value(FALSE, {}, FALSE)
