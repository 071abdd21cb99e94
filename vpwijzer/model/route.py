"""Routes, with what follows from taking them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from vpwijzer.model.catalogue import Citation
from vpwijzer.model.condition import ALWAYS, AnyOf, Condition, Item
from vpwijzer.model.position import Position


class Severity(Enum):
    """How heavily a caution weighs on a route."""

    NOTE = "note"
    AGAINST = "against"


class Actor(Enum):
    """Who takes the steps of a route."""

    PERSON = "person"
    ADVISER = "adviser"
    EMPLOYER = "employer"


@dataclass(frozen=True, slots=True)
class Caution:
    """A warning on a route under given facts; never hides the route."""

    text: str
    condition: Condition
    severity: Severity
    at: Position
    editor_note: str = ""
    contact: str = ""
    """Whom the text says to call or write; a screen adds the number."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a route that may hold under given facts only."""

    text: str
    at: Position
    condition: Condition = ALWAYS
    contact: str = ""
    """Whom the text says to call or write; a screen adds the number."""


@dataclass(frozen=True, slots=True)
class ContactLink:
    """A contact on a route, possibly under given facts only."""

    contact: str
    at: Position
    condition: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class FirstStep:
    """What to do first on a route, in one sentence; a contact adds its number."""

    text: str
    at: Position
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Consequence:
    """The effect of a route on one aspect; an empty level means "not arranged"."""

    level: str
    text: str
    at: Position
    condition: Condition = ALWAYS

    def reads_like(self, other: "Consequence") -> bool:
        """Tell whether two consequences say the same."""
        return (self.level, self.text) == (other.level, other.text)


Part: TypeAlias = Caution | Line | ContactLink | Consequence
"""What a route shows under a condition of its own."""


@dataclass(frozen=True, slots=True)
class Route:
    """A way forward someone may take, or a duty someone may have."""

    id: str
    title: str
    track: str
    trees: tuple[str, ...]
    actor: Actor
    summary: str
    checked: str
    at: Position
    condition: Condition = ALWAYS
    priority: Condition | None = None
    meant_for: tuple[Item, ...] = ()
    """Facts of which one makes this the way for such a case."""
    fits: tuple[Item, ...] = ()
    cautions: tuple[Caution, ...] = ()
    while_open: str = ""
    first_step: FirstStep | None = None
    steps: tuple[Line, ...] = ()
    consequences: Mapping[str, tuple[Consequence, ...]] = field(default_factory=dict)
    contacts: tuple[ContactLink, ...] = ()
    adviser_does: tuple[Line, ...] = ()
    adviser_does_not: tuple[Line, ...] = ()
    next: tuple[str, ...] = ()
    citations: tuple[Citation, ...] = ()
    editor_note: str = ""

    @property
    def meant(self) -> Condition | None:
        """Under what it is the way for such a case, where it may be."""
        return Condition((AnyOf(self.meant_for),)) if self.meant_for else None

    @property
    def wish(self) -> Condition | None:
        """Under what it fits the wish, where it may."""
        return Condition((AnyOf(self.fits),)) if self.fits else None

    @property
    def separate_parts(self) -> Mapping[str, tuple[Part, ...]]:
        """What is shown by itself, per field; of consequences the first that holds."""
        return {
            "cautions": self.cautions,
            "contacts": self.contacts,
            "steps": self.steps,
            "adviser_does": self.adviser_does,
            "adviser_does_not": self.adviser_does_not,
        }

    def parts(self) -> Iterator[Part]:
        """Give everything that is shown under a condition of its own."""
        for parts in (*self.separate_parts.values(), *self.consequences.values()):
            yield from parts

    def conditions(self) -> Iterator[Condition]:
        """Give every condition on the route and on what it shows; its own first."""
        own = self.condition, self.priority, self.meant, self.wish
        yield from (condition for condition in own if condition is not None)
        yield from (part.condition for part in self.parts())
