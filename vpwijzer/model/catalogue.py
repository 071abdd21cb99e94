"""What is written down once and named elsewhere: sources, contacts, clocks, tracks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from vpwijzer.model.condition import Condition
from vpwijzer.model.position import Position


@dataclass(frozen=True, slots=True)
class Source:
    """A law, guideline or document, written down once."""

    id: str
    title: str
    version: str
    checked: str
    at: Position
    url: str = ""
    recheck: str = ""
    remark: str = ""
    editor_note: str = ""
    """For who checks the content; no person reads it."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A source and the place in it."""

    source: str
    place: str
    at: Position
    editor_note: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """A fact derived from others, with careful wording; its values are yes and no."""

    id: str
    title: str
    text: str
    condition: Condition
    checked: str
    at: Position
    open_norm: bool = False
    who_knows_more: str = ""
    citations: tuple[Citation, ...] = ()
    editor_note: str = ""


class TrackKind(Enum):
    """What the first screen makes of a track: ways, one line of support, or nothing."""

    WAY = "way"
    SUPPORT = "support"
    WAITING = "waiting"
    OWN = "own"
    """Of one organisation: after all of content, and never in its place."""


@dataclass(frozen=True, slots=True)
class Track:
    """A kind of route; lists its routes from least to most far-reaching."""

    id: str
    title: str
    text: str
    mark: str
    is_help: bool
    routes: tuple[str, ...]
    at: Position
    kind: TrackKind = TrackKind.WAY


@dataclass(frozen=True, slots=True)
class Aspect:
    """What a consequence is about, with its levels from light to heavy."""

    id: str
    title: str
    question: str
    levels: Mapping[str, str]
    at: Position
    needs_answer: frozenset[str] = frozenset()
    """Levels that no way may have that applies to somebody who knew no answer."""
    level_places: Mapping[str, Position] = field(default_factory=dict, compare=False)
    sets_apart: bool = False
    """Whether ways are told apart by this in a few words."""
    phrases: Mapping[str, str] = field(default_factory=dict)
    """Per level a few words that a person says aloud."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A deadline: from which event, how long, for which facts and routes."""

    id: str
    title: str
    period: str
    since: str
    text: str
    routes: tuple[str, ...]
    condition: Condition
    checked: str
    at: Position
    citations: tuple[Citation, ...] = ()
    short: str = ""
    """In one sentence: what to do before when."""
    days: int | None = field(default=None, compare=False)
    """How long it runs, to see which ends first; None when its period does not say."""
    editor_note: str = ""
    contact: str = ""
    """Whom its texts say to call; a screen adds the number."""
    is_own: bool = field(default=False, compare=False)
    """Whether its period comes from an organisation, and not from law."""


@dataclass(frozen=True, slots=True)
class Contact:
    """A contact, once, with the date its details were checked."""

    id: str
    name: str
    purpose: str
    checked: str
    certain: bool
    at: Position
    phone: str = ""
    web: str = ""
    hours: str = ""
    cost: str = ""
    anonymous: str = ""
    citations: tuple[Citation, ...] = ()
    editor_note: str = ""
    phone_at: Position | None = field(default=None, compare=False)
    is_own: bool = field(default=False, compare=False)
    """Whether it is of one organisation, and said by the employer."""
