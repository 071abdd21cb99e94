"""A site: one place where a condition counts, and what of it is observed there."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from vpwijzer.engine.logic import questions_read
from vpwijzer.model import Concept, Condition, Item
from vpwijzer.model.position import Position
from vpwijzer.proof.bdd import Diagrams, Node
from vpwijzer.proof.space.symbolic_logic import Evaluator, Truths


class SiteKind(Enum):
    """What the condition of a site stands on."""

    ROUTE = auto()
    CAUTION = auto()
    PRIORITY = auto()
    MEANT = auto()
    FITS = auto()
    CONSEQUENCE = auto()
    LINE = auto()
    CLOCK = auto()
    CONCEPT = auto()
    GUARANTEE = auto()
    QUESTION = auto()
    FOLLOW_UP = auto()


Seen = Callable[[Truths], tuple[Node, ...]]


def every_step(truths: Truths) -> tuple[Node, ...]:
    """See all values, "never asked" apart."""
    return truths


def true_or_possible(truths: Truths) -> tuple[Node, ...]:
    """See whether something holds or may hold."""
    return truths.true, truths.unknown


def only_true(truths: Truths) -> tuple[Node, ...]:
    """See only whether something holds."""
    return (truths.true,)


def only_possible(truths: Truths) -> tuple[Node, ...]:
    """See only whether something may hold."""
    return (truths.unknown,)


def only_fit(truths: Truths) -> tuple[Node, ...]:
    """See whether one of several items holds; they stand under `unless`."""
    return (truths.unasked,)


def in_turn(diagrams: Diagrams, turn: Node, others: tuple[Node, Node]) -> Seen:
    """See whether the words of a consequence are read.

    They are when it is chosen, where none before it was, and where one before or
    after it is chosen that reads the same.
    """
    before, after = others

    def seen(truths: Truths) -> tuple[Node, ...]:
        here = diagrams.conj(turn, diagrams.disj(truths.true, after))
        return (diagrams.disj(here, before),)

    return seen


@dataclass(frozen=True, slots=True)
class Site:
    """A condition where it counts."""

    kind: SiteKind
    owner: str
    at: Position
    condition: Condition
    where: Node
    happens: Node
    """Where it does what it is for; nowhere is a finding."""
    seen: Seen
    evaluator: Evaluator
    tells: tuple[Item, ...] = ()
    """Items that decide, beside the condition, whether it counts."""
    trees: tuple[str, ...] = ()
    """The trees that decide whether it counts."""

    def evaluate(self, condition: Condition) -> tuple[Node, ...]:
        """Give what is seen of a condition in this place."""
        return self.seen(self.evaluator.condition(condition))

    def reads(self, concepts: Mapping[str, Concept]) -> frozenset[str]:
        """Give the questions that decide what is seen here."""
        items = (*self.condition.items, *self.tells)
        return frozenset(questions_read(items, concepts))
