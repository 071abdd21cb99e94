"""What a seat reads before the first question and settles after the outcome."""

from collections.abc import Iterator
from dataclasses import dataclass

from vpwijzer.model.catalogue import Citation
from vpwijzer.model.condition import ALWAYS, Condition
from vpwijzer.model.position import Position
from vpwijzer.model.route import Line
from vpwijzer.model.tree import Question, Seat


@dataclass(frozen=True, slots=True)
class Opening:
    """What a person in one seat reads before the first question."""

    seat: Seat
    title: str
    lines: tuple[Line, ...]
    """Their conditions read the questions that are asked here."""
    checked: str
    at: Position
    citations: tuple[Citation, ...] = ()
    questions: tuple[str, ...] = ()
    """Asked of who sits here before the rest, and known from then on."""

    def conditions(self) -> Iterator[Condition]:
        """Give the conditions of what is read."""
        yield from (line.condition for line in self.lines)


@dataclass(frozen=True, slots=True)
class Closing:
    """What a person in one seat settles after the outcome.

    A question without options offers the ways of the outcome.
    """

    seat: Seat
    title: str
    lines: tuple[Line, ...]
    """What stands under everything that was settled."""
    questions: tuple[Question, ...]
    """Their conditions read each other; those of options and all others the walk."""
    checked: str
    at: Position
    trees: tuple[str, ...] = ()
    """Only where one of these was walked; none stands for any tree."""
    condition: Condition = ALWAYS
    citations: tuple[Citation, ...] = ()

    def conditions(self) -> Iterator[Condition]:
        """Give the conditions that read the walk: all but those of its questions."""
        yield self.condition
        yield from (line.condition for line in self.lines)
        for question in self.questions:
            yield from (option.condition for option in question.options)
