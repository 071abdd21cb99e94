"""What can stand under a key: texts, lists, names of the author, or fixed keys."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Words:
    """A text; when choices are given, one of those."""

    choices: tuple[str, ...] = ()
    is_date: bool = False
    address: str = ""
    """The pattern of an address, of which the whole text must be one."""
    pattern: str = ""
    """What the whole text must look like, as a pattern."""
    like: str = ""
    """An example of what fits the pattern."""
    most: int = 0
    """How many signs it may have; 0 for any number."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; when `bare` is set, one item may stand without a dash."""

    item: "Shape"
    bare: bool = False


@dataclass(frozen=True, slots=True)
class MapOf:
    """Ids of the author's choosing, each with a value of one shape."""

    item: "Shape"
    special: "tuple[Key, ...]" = ()
    """Names that are no id and have a shape of their own."""
    reserved: tuple[str, ...] = ()
    """Ids that would be taken for something else."""


@dataclass(frozen=True, slots=True)
class Record:
    """Fixed keys."""

    keys: tuple["Key", ...]


@dataclass(frozen=True, slots=True)
class EitherOf:
    """A text, a list or keys: the shape goes by what the author wrote.

    Of more tables the first counts of which the first key is there, else the last.
    """

    shapes: tuple["Shape", ...]


Shape: TypeAlias = Words | ListOf | MapOf | Record | EitherOf


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its name, the shape of its value and what it is for."""

    name: str
    shape: Shape
    about: str
    required: bool = False


def need(name: str, shape: Shape, about: str) -> Key:
    """Make a key that must be there."""
    return Key(name, shape, about, required=True)
