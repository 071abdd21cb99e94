"""What is written down once and named elsewhere: sources, contacts, clocks, tracks."""

from collections.abc import Mapping
from dataclasses import dataclass, field

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


@dataclass(frozen=True, slots=True)
class Citation:
    """A source and the place in it."""

    source: str
    place: str
    at: Position


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


@dataclass(frozen=True, slots=True)
class Contact:
    """A public contact, once, with the date its details were checked."""

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
