"""The yes-or-no questions in which a whole conversation is written down.

In the order of asking: the start, the seat, then each tree and its questions. A
fact takes one level for "asked", one for "weet ik niet or more", one per option.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vpwijzer.model import ALWAYS, Library, Option, Question, Seat
from vpwijzer.proof.bdd.diagram import EVERYTHING, NOTHING, Diagrams
from vpwijzer.proof.space.symbolic_logic import Value

SEATS = (Seat.EMPLOYEE, Seat.ADVISER, Seat.TRAINER)
START_CELL, SEAT_CELL = 0, 1

ASKED_COST, ANSWER_COST, PLACE_COST = 1 << 40, 1 << 20, 1
"""What makes a conversation small, wherever one is shown.

Fewest questions; then plain answers, so one option rather than several or "weet ik
niet", and anything rather than "misschien meer"; then the options that stand first in
their lists, all places added up. Of what is still the same, the first.
"""


@dataclass(frozen=True, slots=True)
class Letters:
    """The variables of one question."""

    cell: int
    question: Question
    asked: int
    more: int
    options: Mapping[str, int]

    @property
    def all(self) -> tuple[int, ...]:
        """Every variable, in order."""
        return (self.asked, self.more, *self.options.values())


@dataclass(frozen=True, slots=True)
class Alphabet:
    """Every variable, and what each answer looks like in them."""

    diagrams: Diagrams
    starts: Mapping[str, int]
    seats: Mapping[Seat, int]
    """Empty when every seat holds the same conversations."""
    trees: Mapping[str, int]
    tree_cells: Mapping[str, int]
    facts: Mapping[str, Letters]
    names: tuple[str, ...]
    """What each cell holds."""
    costs: tuple[int, ...]
    fillable: frozenset[str]
    """Facts that may be known without being asked."""

    def seat(self, seat: Seat) -> int:
        """Give the conversations held from a seat."""
        return self.seats.get(seat, EVERYTHING)

    def offered(self, fact: str) -> int:
        """Give every answer that a question offers."""
        return offered_by(self.facts[fact], self.diagrams)

    def exact(self, fact: str, options: frozenset[str]) -> int:
        """Give one answer without more."""
        letters = self.facts[fact]
        chosen = [letters.options[o] for o in options if o in letters.options]
        return self.diagrams.exactly((letters.more, *letters.options.values()), chosen)

    def none(self, fact: str) -> int:
        """Give where a question has no answer."""
        return self.exact(fact, frozenset())


def offered_by(letters: Letters, diagrams: Diagrams) -> int:
    """Give every answer that a question offers, in some variables."""
    question, options = letters.question, letters.options
    everything = (letters.more, *options.values())
    if not question.several:
        known = diagrams.both(
            diagrams.negate(letters.more), diagrams.one_of(tuple(options.values()))
        )
    else:
        known = _sets(letters, diagrams)
    if not question.unknown_allowed:
        return diagrams.without(known, letters.more)
    return diagrams.either(known, diagrams.exactly(everything, (letters.more,)))


def _sets(letters: Letters, diagrams: Diagrams) -> int:
    options = letters.options
    alone = [options[o.id] for o in letters.question.options if o.alone]
    rest = [options[o.id] for o in letters.question.options if not o.alone]
    none = diagrams.exactly(alone, ())
    together = diagrams.both(none, diagrams.any_of(rest))
    single = diagrams.both(diagrams.one_of(alone), diagrams.exactly(rest, ()))
    return diagrams.either(together, diagrams.without(single, letters.more))


class Writer:
    """Hands out variables in the order of asking."""

    def __init__(self, diagrams: Diagrams) -> None:
        """Start without a cell."""
        self.diagrams = diagrams
        self.names: list[str] = []
        self.costs: list[int] = []

    def cell(self, name: str) -> int:
        """Begin a new cell."""
        self.names.append(name)
        return len(self.names) - 1

    def variable(self, cost: int = 0) -> int:
        """Add a variable to the last cell."""
        self.costs.append(cost)
        return self.diagrams.variable(len(self.names) - 1)

    def letters(self, question: Question, *, filled: bool) -> Letters:
        """Add the variables of a question."""
        asked, more, *options = prices(question, filled=filled)
        return Letters(
            self.cell(question.id),
            question,
            self.variable(asked),
            self.variable(more),
            {
                each.id: self.variable(cost)
                for each, cost in zip(question.options, options, strict=True)
            },
        )


def prices(question: Question, *, filled: bool) -> tuple[int, ...]:
    """Give what being asked, "weet ik niet" or more, and each option cost.

    A fact that may be filled without asking costs nothing then, so its options are
    free.
    """
    count = len(question.options)
    if filled:
        return ASKED_COST, ANSWER_COST, *[0] * count
    options = (ANSWER_COST + PLACE_COST * place for place in range(count))
    return ASKED_COST, 2 * ANSWER_COST, *options


def write(library: Library, writer: Writer) -> Alphabet:
    """Give every variable a place, in the order of asking."""
    writer.cell("start")
    starts = _starts(library, writer)
    writer.cell("stoel")
    seats = {seat: writer.variable() for seat in SEATS} if seats_differ(library) else {}
    trees, tree_cells, facts = {}, {}, {}
    fillable, homes = filled_facts(library), _homes(library)
    for tree in library.trees.values():
        tree_cells[tree.id] = writer.cell(tree.id)
        trees[tree.id] = writer.variable()
        for question in tree.questions:
            if homes[question.id] == tree.id and question.id not in facts:
                filled = question.id in fillable
                facts[question.id] = writer.letters(question, filled=filled)
    return Alphabet(
        writer.diagrams,
        starts,
        seats,
        trees,
        tree_cells,
        facts,
        tuple(writer.names),
        tuple(writer.costs),
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


def _starts(library: Library, writer: Writer) -> dict[str, int]:
    names = [tree.id for tree in library.trees.values() if tree.can_start]
    if len(names) == 1:
        return {names[0]: EVERYTHING}
    return {name: writer.variable() for name in names}


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


def variable_value(letters: Letters, diagrams: Diagrams, *, filled: bool) -> Value:
    """Give a fact as its own variables, as it stands at the end.

    A fact that may be filled without asking is known when it has an answer.
    """
    known = letters.asked
    if filled:
        answer = diagrams.any_of((*letters.options.values(), letters.more))
        known = diagrams.either(known, answer)
    return Value(known, letters.options, letters.more)


ABSENT = Value(NOTHING, {}, NOTHING)
