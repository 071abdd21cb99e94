"""The typed content: trees, routes and what connects them; values without behaviour."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from vpwijzer.position import Position

UNKNOWN_VALUE = "onbekend"
"""The value that stands for "asked, and the person does not know"."""

YES, NO = "ja", "nee"
"""The two values of a concept."""


class Seat(Enum):
    """Who holds the keyboard; the same answers give the same routes from each."""

    ADVISER = "vp"
    EMPLOYEE = "medewerker"
    TRAINER = "trainer"


class Kind(Enum):
    """What a question asks after: a fact, a wish, or something never pressed."""

    FACT = "feit"
    WISH = "wens"
    SENSITIVE = "gevoelig"


class Severity(Enum):
    """How heavily a caution weighs on a route."""

    NOTE = "let-op"
    AGAINST = "afgeraden"


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


ALWAYS = Condition()


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


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A tree that is walked later when its condition is not false."""

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
class Caution:
    """A warning on a route under given facts; never hides the route."""

    text: str
    condition: Condition
    severity: Severity
    at: Position


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text on a route that may hold under given facts only."""

    text: str
    at: Position
    condition: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class ContactLink:
    """A contact on a route, possibly under given facts only."""

    contact: str
    at: Position
    condition: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Consequence:
    """The effect of a route on one aspect; an empty level means "not arranged"."""

    level: str
    text: str
    at: Position
    condition: Condition = ALWAYS


@dataclass(frozen=True, slots=True)
class Route:
    """A way forward someone may take, or a duty someone may have."""

    id: str
    title: str
    track: str
    trees: tuple[str, ...]
    actor: str
    summary: str
    checked: str
    at: Position
    condition: Condition = ALWAYS
    priority: Condition | None = None
    fits: tuple[Item, ...] = ()
    cautions: tuple[Caution, ...] = ()
    while_open: str = ""
    steps: tuple[Line, ...] = ()
    consequences: Mapping[str, tuple[Consequence, ...]] = field(default_factory=dict)
    contacts: tuple[ContactLink, ...] = ()
    adviser_does: tuple[Line, ...] = ()
    adviser_does_not: tuple[Line, ...] = ()
    next: tuple[str, ...] = ()
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


@dataclass(frozen=True, slots=True)
class Scenario:
    """A fictional case with its answers and expected outcome; a test and a lesson."""

    id: str
    title: str
    story: str
    start: str
    seat: Seat
    answers: Mapping[str, Answer]
    answer_places: Mapping[str, Position]
    rest_unknown: bool
    expected: Mapping[str, tuple["Expected", ...]]
    at: Position


@dataclass(frozen=True, slots=True)
class Expected:
    """One id a scenario expects under a heading such as "applies"."""

    id: str
    at: Position


@dataclass(frozen=True, slots=True)
class Selector:
    """Routes by id, or by tree, track and level, so that a new one cannot escape."""

    routes: tuple[str, ...] = ()
    trees: tuple[str, ...] = ()
    tracks: tuple[str, ...] = ()
    levels: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Aspect to the levels that select a route, as it stands in the outcome."""


class Promise(Enum):
    """What a guarantee promises of the routes it selects."""

    FIRST = "vooraan"
    APPLIES = "past"
    APPLIES_FREELY = "passend"
    VISIBLE = "zichtbaar"
    CLOSED = "dicht"
    WARNED = "gewaarschuwd"
    AGAINST = "afgeraden"
    ONE_APPLIES = "een-van-past"
    ONE_APPLIES_FREELY = "een-van-passend"
    ONE_VISIBLE = "een-van-zichtbaar"
    NEVER_TOGETHER = "nooit-samen"


@dataclass(frozen=True, slots=True)
class Asked:
    """A promise that a question comes before another, or before a route shows."""

    question: str
    before_question: str = ""
    before_route: str = ""


@dataclass(frozen=True, slots=True)
class Guarantee:
    """A promise that must hold in every conversation where its premise holds."""

    id: str
    why: str
    trees: tuple[str, ...]
    condition: Condition
    promise: tuple[Promise, Selector] | Asked
    at: Position


@dataclass(frozen=True, slots=True)
class Opening:
    """What a person in one seat reads before the first question."""

    seat: Seat
    title: str
    lines: tuple[str, ...]
    checked: str
    at: Position
    citations: tuple[Citation, ...] = ()


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
    """Their conditions read each other; all others here read the walk."""
    checked: str
    at: Position
    trees: tuple[str, ...] = ()
    """Only where one of these was walked; none stands for any tree."""
    condition: Condition = ALWAYS
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Library:
    """All content, in order, after loading; trees are in walking order."""

    trees: Mapping[str, Tree] = field(default_factory=dict)
    routes: Mapping[str, Route] = field(default_factory=dict)
    concepts: Mapping[str, Concept] = field(default_factory=dict)
    tracks: Mapping[str, Track] = field(default_factory=dict)
    aspects: Mapping[str, Aspect] = field(default_factory=dict)
    clocks: Mapping[str, Clock] = field(default_factory=dict)
    contacts: Mapping[str, Contact] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)
    guarantees: Mapping[str, Guarantee] = field(default_factory=dict)
    jargon: Mapping[str, str] = field(default_factory=dict)
    """A word that not everyone knows, and plain words for it."""
    openings: Mapping[Seat, Opening] = field(default_factory=dict)
    closings: Mapping[Seat, Closing] = field(default_factory=dict)
