"""Content of any size, made up, to see how the time of a proof grows."""

import random

from vpwijzer.model import (
    Actor,
    AllOf,
    AnyOf,
    Caution,
    Clause,
    Condition,
    Kind,
    Library,
    Option,
    Question,
    Route,
    Severity,
    Track,
    Tree,
)
from vpwijzer.model.position import Position

AT = Position("gemaakt.yaml", 1, 1)
DAY = "2026-11-21"
FREE = 5
"""So many facts of a thicket are asked of everyone."""


def _clause(fact: str, *values: str) -> Clause:
    return Clause(fact, frozenset(values), AT)


def _question(name: str, condition: Condition) -> Question:
    options = tuple(Option(each, each, AT) for each in ("a", "b", "c"))
    return Question(name, name, Kind.FACT, options, AT, condition=condition)


def _route(name: str, condition: Condition, *cautions: Caution) -> Route:
    return Route(
        name,
        name,
        "hulp",
        ("t",),
        Actor.PERSON,
        name,
        DAY,
        AT,
        condition,
        cautions=cautions,
    )


def _library(questions: list[Question], routes: list[Route]) -> Library:
    tree = Tree("t", "t", "t", tuple(questions), (), DAY, AT, can_start=True)
    track = Track("hulp", "hulp", "", "", True, tuple(r.id for r in routes), AT)  # noqa: FBT003 - a record
    return Library(
        trees={"t": tree},
        routes={route.id: route for route in routes},
        tracks={"hulp": track},
    )


def chain(length: int) -> Library:
    """Each question hangs on the one before; each route and caution on two."""
    questions, routes = [], [_route("altijd", Condition())]
    for number in range(length):
        before = _clause(f"v{number - 1}", "a", "b")
        condition = Condition((before,)) if number % 5 else Condition()
        questions.append(_question(f"v{number}", condition))
        if number % 5:
            warned = Condition((_clause(f"v{number}", "b"),))
            caution = Caution("let op", warned, Severity.NOTE, AT)
            own = Condition(
                (_clause(f"v{number}", "a", "b"),), (_clause(f"v{number - 1}", "b"),)
            )
            routes.append(_route(f"r{number}", own, caution))
        else:
            routes.append(
                _route(f"r{number}", Condition((_clause(f"v{number}", "a"),)))
            )
    return _library(questions, routes)


def unbroken(length: int) -> Library:
    """As a chain, but every question rests on the one before, up to the first."""
    made = chain(length)
    tree = made.trees["t"]
    questions = [
        _question(
            q.id, Condition((_clause(f"v{number - 1}", "a", "b"),) if number else ())
        )
        for number, q in enumerate(tree.questions)
    ]
    return _library(questions, list(made.routes.values()))


def unread(length: int) -> Library:
    """Each question is asked of who said yes to the one before; no route reads any."""
    questions = [
        _question(
            f"v{number}",
            Condition((_clause(f"v{number - 1}", "a"),) if number else ()),
        )
        for number in range(length)
    ]
    return _library(questions, [_route("altijd", Condition())])


def tangle(size: int) -> Library:
    """Routes without a default that pair facts far apart: the bad case."""
    facts = [f"v{number}" for number in range(2 * size)]
    questions = [_question(fact, Condition()) for fact in facts]
    routes = [
        _route(
            f"r{number}",
            Condition(
                (_clause(facts[number], "a"), _clause(facts[number + size], "a"))
            ),
        )
        for number in range(size)
    ]
    return _library(questions, routes)


def thicket(size: int) -> Library:
    """Everything rests on facts picked at random, however far apart: the worst case."""
    chance = random.Random(size)  # noqa: S311 - the same content each time, no secret
    facts = [f"v{number}" for number in range(size)]

    def some_pair(known: list[str]) -> AnyOf:
        pairs = [chance.sample(known, 2) for _ in range(3)]
        return AnyOf(tuple(AllOf(tuple(_clause(f, "a") for f in p)) for p in pairs))

    questions = [
        _question(fact, Condition((some_pair(facts[:n]),) if n >= FREE else ()))
        for n, fact in enumerate(facts)
    ]
    routes = [
        _route(
            f"r{number}",
            Condition((some_pair(facts), some_pair(facts)), (some_pair(facts),)),
        )
        for number in range(size)
    ]
    return _library(questions, routes)
