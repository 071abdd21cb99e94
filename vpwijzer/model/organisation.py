"""What one organisation knows and adds, and where content lets it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vpwijzer.model.catalogue import Contact
from vpwijzer.model.condition import ALWAYS, Answer, Condition
from vpwijzer.model.position import Position
from vpwijzer.model.route import Route
from vpwijzer.model.tree import Seat

NAMESPACE = "organisatie:"
"""Before every id of an organisation; no id of content can hold this sign."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A place in content where an organisation may put a contact of its own."""

    id: str
    title: str
    purpose: str
    routes: tuple[str, ...]
    at: Position


@dataclass(frozen=True, slots=True)
class Tie:
    """What binds an adviser to somebody, and in which cases that counts."""

    id: str
    title: str
    condition: Condition
    at: Position


@dataclass(frozen=True, slots=True)
class Places:
    """All that an organisation may fill in; nothing else is open to it."""

    facts: tuple[str, ...] = ()
    """Questions that an employer may answer beforehand."""
    advisers: tuple[str, ...] = ()
    """Routes at which its own advisers stand."""
    desks: Mapping[str, Desk] = field(default_factory=dict)
    ties: Mapping[str, Tie] = field(default_factory=dict)
    terms: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Clocks without a period of law, each with those that it is never shorter than."""
    promises: Mapping[str, str] = field(default_factory=dict)
    """Clocks of the employer, each with what is promised; never longer than its own."""
    texts: tuple[str, ...] = ()
    """Routes at which it may put a text."""
    mirror: str = ""
    """The tree with which an organisation looks at what it has arranged."""
    unsaid: tuple[str, ...] = ()
    """Words that no text of its own may hold."""


@dataclass(frozen=True, slots=True)
class Adviser:
    """Somebody to talk to in confidence, and to whom ties bind them."""

    contact: Contact
    ties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnDesk:
    """Who fills a desk: a contact of its own, or a public one by its id."""

    desk: str
    at: Position
    contact: Contact | None = None
    public: str = ""


@dataclass(frozen=True, slots=True)
class OwnTerm:
    """How long a clock runs here."""

    clock: str
    period: str
    days: int | None
    at: Position
    since: str = ""


@dataclass(frozen=True, slots=True)
class OwnRules:
    """A document with rules, and the routes that it is about."""

    title: str
    version: str
    address: str
    routes: tuple[str, ...]
    at: Position


@dataclass(frozen=True, slots=True)
class OwnText:
    """A text at a route or in an opening."""

    text: str
    at: Position
    routes: tuple[str, ...] = ()
    seats: tuple[Seat, ...] = ()
    condition: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Organisation:
    """One workplace: what is known of it, and what it adds."""

    name: str
    checked: str
    at: Position
    facts: Mapping[str, Answer] = field(default_factory=dict)
    fact_places: Mapping[str, Position] = field(default_factory=dict)
    advisers: tuple[Adviser, ...] = ()
    desks: tuple[OwnDesk, ...] = ()
    terms: tuple[OwnTerm, ...] = ()
    promises: tuple[OwnTerm, ...] = ()
    rules: tuple[OwnRules, ...] = ()
    texts: tuple[OwnText, ...] = ()
    routes: tuple[Route, ...] = ()
    """Each with the contact that its link names among `route_contacts`."""
    route_contacts: tuple[Contact, ...] = ()
    neutral_page: str = ""

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Every contact of its own, in order."""
        desks = (each.contact for each in self.desks if each.contact is not None)
        return (*(a.contact for a in self.advisers), *desks, *self.route_contacts)
