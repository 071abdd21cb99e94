"""Trees and their questions."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from vpwijzer.model.condition import ALWAYS, Clause, Condition
from vpwijzer.model.position import Position


class Seat(Enum):
    """Who holds the keyboard; the same answers give the same routes from each."""

    ADVISER = "adviser"
    EMPLOYEE = "employee"
    TRAINER = "trainer"


class Kind(Enum):
    """What a question asks after: a fact, a wish, or something never pressed."""

    FACT = "fact"
    WISH = "wish"
    SENSITIVE = "sensitive"


@dataclass(frozen=True, slots=True)
class Option:
    """A possible answer to a question."""

    id: str
    text: str
    at: Position
    explanation: str = ""
    alone: bool = False
    implies: tuple[Clause, ...] = ()
    """Facts this option fills when nothing has filled them yet; one value each."""
    seat: Seat | None = None
    """The seat that gives this answer without being asked."""
    condition: Condition = ALWAYS
    """Under what a closing offers it; a tree offers all of its options."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked; establishes the fact with its own id."""

    id: str
    text: str
    kind: Kind
    options: tuple[Option, ...]
    at: Position
    explanation: str = ""
    adviser_note: str = ""
    several: bool = False
    unknown_allowed: bool = True
    condition: Condition = ALWAYS
    refines: bool = False
    """Whether it only makes the outcome more precise, and so can wait until then."""
    editor_note: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A tree that is walked later when its condition surely holds."""

    tree: str
    condition: Condition
    at: Position


@dataclass(frozen=True, slots=True)
class Tree:
    """Questions in the order they are asked, and the trees that may follow."""

    id: str
    title: str
    subject: str
    questions: tuple[Question, ...]
    follow_ups: tuple[FollowUp, ...]
    checked: str
    at: Position
    can_start: bool = False
    adviser_only: bool = False

    def conditions(self) -> Iterator[Condition]:
        """Give every condition on what it asks and on the trees that may follow."""
        yield from (question.condition for question in self.questions)
        yield from (follow_up.condition for follow_up in self.follow_ups)
