"""Tiny content values in one line each; every test builds what it needs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, TypedDict, TypeVar, Unpack

from vpwijzer.engine.logic import View
from vpwijzer.engine.walk import Walk, begin
from vpwijzer.loader.keys.choices import EXPECTATIONS
from vpwijzer.model import (
    UNKNOWN_VALUE,
    Actor,
    AllOf,
    Answer,
    AnyOf,
    Caution,
    Clause,
    Clock,
    Concept,
    Condition,
    Consequence,
    Expected,
    Facts,
    FollowUp,
    Item,
    Kind,
    Library,
    Option,
    Question,
    Route,
    Scenario,
    Seat,
    Severity,
    Tree,
)
from vpwijzer.model.position import Position

AT = Position("test.yaml", 1, 1)
TODAY = "2026-11-21"

Spec: TypeAlias = str | Item | Sequence[str | Item]
"""One or more items; a clause may be written as text: "x: a, b"."""

Part: TypeAlias = Tree | Route | Concept | Clock


def words(text: str) -> list[str]:
    return [word.strip() for word in text.split(",") if word.strip()]


def clause(text: str) -> Clause:
    fact, values = text.split(":")
    return Clause(fact, frozenset(words(values)), AT)


def items(spec: Spec) -> tuple[Item, ...]:
    several = [spec] if isinstance(spec, (str, Clause, AllOf, AnyOf)) else spec
    return tuple(clause(each) if isinstance(each, str) else each for each in several)


def both(*parts: str | Item) -> AllOf:
    return AllOf(items(parts))


def either(*parts: str | Item) -> AnyOf:
    return AnyOf(items(parts))


def condition(when: Spec = (), unless: Spec = ()) -> Condition:
    return Condition(items(when), items(unless))


def answer(text: str) -> Answer:
    """Read "a", "a, b", "onbekend", or "a, onbekend" for "a en misschien meer"."""
    chosen = frozenset(words(text))
    return Answer(chosen - {UNKNOWN_VALUE}, more=UNKNOWN_VALUE in chosen)


def facts(**answers: str) -> Facts:
    return {name: answer(text) for name, text in answers.items()}


def option(
    name: str, means: Spec = (), *, alone: bool = False, seat: Seat | None = None
) -> Option:
    implies = tuple(each for each in items(means) if isinstance(each, Clause))
    return Option(name, name, AT, alone=alone, implies=implies, seat=seat)


def question(
    name: str,
    *options: str | Option,
    when: Spec = (),
    unless: Spec = (),
    several: bool = False,
    unknown: bool = True,
) -> Question:
    made = [option(each) if isinstance(each, str) else each for each in options]
    return Question(
        name,
        f"{name}?",
        Kind.FACT,
        tuple(made) or (option("a"), option("b")),
        AT,
        several=several,
        unknown_allowed=unknown,
        condition=condition(when, unless),
    )


def follow(name: str, when: Spec = (), unless: Spec = ()) -> FollowUp:
    return FollowUp(name, condition(when, unless), AT)


def tree(
    name: str,
    *questions: Question,
    then: Iterable[str | FollowUp] = (),
    adviser_only: bool = False,
) -> Tree:
    made = [follow(each) if isinstance(each, str) else each for each in then]
    return Tree(
        name,
        name,
        name,
        questions,
        tuple(made),
        TODAY,
        AT,
        can_start=True,
        adviser_only=adviser_only,
    )


def concept(name: str, when: Spec = (), unless: Spec = ()) -> Concept:
    return Concept(name, name, name, condition(when, unless), TODAY, AT)


def caution(when: Spec = (), unless: Spec = (), *, against: bool = False) -> Caution:
    severity = Severity.AGAINST if against else Severity.NOTE
    return Caution("let op", condition(when, unless), severity, AT)


def consequence(text: str, when: Spec = ()) -> Consequence:
    return Consequence("hoog", text, AT, condition(when))


def clock(name: str, *routes: str, when: Spec = ()) -> Clock:
    return Clock(name, name, "7 dagen", "nu", name, routes, condition(when), TODAY, AT)


class Rest(TypedDict, total=False):
    """What a route may have beside its condition."""

    first: Spec
    meant: Spec
    fits: Spec
    cautions: tuple[Caution, ...]
    effects: tuple[Consequence, ...]


def route(
    name: str,
    *,
    when: Spec = (),
    unless: Spec = (),
    trees: str = "t",
    **rest: Unpack[Rest],
) -> Route:
    effects = rest.get("effects")
    return Route(
        name,
        name,
        "spoor",
        tuple(words(trees)),
        Actor.PERSON,
        name,
        TODAY,
        AT,
        condition(when, unless),
        priority=condition(rest["first"]) if "first" in rest else None,
        meant_for=items(rest.get("meant", ())),
        fits=items(rest.get("fits", ())),
        cautions=rest.get("cautions", ()),
        consequences={"regie": effects} if effects else {},
    )


Named = TypeVar("Named", Tree, Route, Concept, Clock)


def library(*parts: Part) -> Library:
    def by_id(kind: type[Named]) -> dict[str, Named]:
        return {part.id: part for part in parts if isinstance(part, kind)}

    return Library(
        trees=by_id(Tree),
        routes=by_id(Route),
        concepts=by_id(Concept),
        clocks=by_id(Clock),
    )


def start(
    content: Library,
    seat: Seat = Seat.EMPLOYEE,
    known: Facts = {},  # noqa: B006 - read only
    *,
    asks_all: bool = True,
) -> Walk:
    """Begin at the first tree."""
    return begin(content, next(iter(content.trees)), seat, known, asks_all=asks_all)


def walk(content: Library | Walk, **answers: str) -> Walk:
    """Answer the questions as they come, until one has no answer here."""
    made = content if isinstance(content, Walk) else start(content)
    left = facts(**answers)
    while made.current is not None and made.current.id in left:
        given = made.current.id
        made = made.answer(left[given])
        left = {name: value for name, value in left.items() if name != given}
    assert not left, f"never asked: {', '.join(left)}"
    return made


def scenario(
    expected: Mapping[str, str] | None = None,
    *,
    rest_unknown: bool = False,
    seat: Seat = Seat.EMPLOYEE,
    **answers: str,
) -> Scenario:
    """A case at tree t; answers stand below line 10, expectations from line 21."""
    headings = (expected or {}).items()
    return Scenario(
        "s",
        "s",
        "s",
        "t",
        seat,
        facts(**answers),
        {name: place(line) for line, name in enumerate(answers, 11)},
        rest_unknown,
        {
            EXPECTATIONS[heading]: tuple(
                Expected(each, place(line)) for each in words(text)
            )
            for line, (heading, text) in enumerate(headings, 21)
        },
        AT,
        place(10),
    )


def place(line: int) -> Position:
    return Position("test.yaml", line, 1)


def view(*concepts: Concept, over: bool = False, **answers: str) -> View:
    return View(facts(**answers), {each.id: each for each in concepts}, over=over)


def again(made: Walk) -> Iterator[Walk]:
    """Hold the same conversation once more: every walk from the start to its end."""
    setting = made.setting
    now = begin(setting.library, setting.start, setting.seat, asks_all=setting.asks_all)
    yield now
    while now.current is not None and now.current.id in made.answers:
        now = now.answer(made.answers[now.current.id])
        yield now
