"""The condition language: answers, facts, and what must hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from vpwijzer.model.position import Position

UNKNOWN_VALUE = "onbekend"
"""The value that stands for "asked, and the person does not know"."""

YES, NO = "ja", "nee"
"""The two values of a concept."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A set of options, as a lower bound when there may be more.

    "Weet ik niet" is the empty set with more possible, so that one rule
    decides every clause.
    """

    options: frozenset[str]
    more: bool = False


UNKNOWN = Answer(frozenset(), more=True)

Facts: TypeAlias = Mapping[str, Answer]
"""Question id to answer; a question that was not asked is absent."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One fact with its allowed values; any one of them is enough."""

    fact: str
    values: frozenset[str]
    at: Position = field(compare=False)


@dataclass(frozen=True, slots=True)
class AllOf:
    """An item whose parts must hold together."""

    parts: tuple["Item", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """An item of which one part is enough."""

    parts: tuple["Item", ...]


Item: TypeAlias = Clause | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Condition:
    """The one condition language: all of `when`, and none of `unless`."""

    when: tuple[Item, ...] = ()
    unless: tuple[Item, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """Every item, on both sides."""
        return self.when + self.unless


ALWAYS = Condition()
