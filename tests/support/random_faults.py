"""Random tiny libraries with every kind of content, so with every kind of mistake."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, TypeVar

from builders import AT, clock, library, option, question
from hypothesis import strategies as st
from strategies import Dice, Draft, Shape

from vpwijzer.model import (
    UNKNOWN_VALUE,
    Asked,
    Aspect,
    Condition,
    Consequence,
    Guarantee,
    Item,
    Library,
    Line,
    Promise,
    Question,
    Route,
    Seat,
    Selector,
    Track,
    TrackKind,
    Tree,
)
from vpwijzer.model.position import Position

T = TypeVar("T")
HELP, OTHER = "hulp", "anders"


@dataclass(frozen=True)
class Seeded(Dice):
    """Throws from a seed; many times faster than drawing, but nothing shrinks."""

    rng: random.Random = field(default_factory=random.Random)

    def number(self, least: int, most: int) -> int:
        return self.rng.randint(least, most)


def seeded(seed: int) -> Seeded:
    return Seeded(draw=None, rng=random.Random(seed))  # type: ignore[arg-type] # noqa: S311 - never drawn, no secret


@dataclass
class SmallDraft(Draft):
    """Few answers per question, so that everything can be walked."""

    def question(self, name: str) -> Question:
        several = self.dice.chance(6)
        made = [option("a"), option("b")]
        if self.dice.chance(4) or several:
            made.append(option("c", alone=several and self.dice.chance(2)))
        each = question(name, *made[: 2 + (not several)], several=several)
        if several and self.dice.chance(2):
            each = question(name, *made, several=True)
        unknown = not self.dice.chance(5)
        condition = self.condition() if self.dice.chance(2) else Condition()
        refines = unknown and self.dice.chance(5)
        return replace(
            each, unknown_allowed=unknown, condition=condition, refines=refines
        )

    def route(self, name: str, trees: Sequence[str]) -> Route:
        made = super().route(name, trees)
        if self.dice.chance(3):
            made = replace(made, condition=Condition())
        levels = (*self.levels(), Consequence("laag", "anders", AT))
        steps = (Line("stap", AT, self.condition()),) if self.dice.chance(4) else ()
        track = HELP if self.dice.chance(2) else OTHER
        effects = {"regie": levels}
        return replace(made, track=track, consequences=effects, steps=steps)

    def levels(self) -> tuple[Consequence, ...]:
        if not self.dice.chance(4):
            return ()
        made = Consequence("hoog", "soms", AT, self.condition())
        again = (replace(made, condition=self.condition()),)
        return (made, *(again if self.dice.chance(2) else ()))

    def guarantee(self, name: str, content: Library) -> Guarantee:
        trees = tuple(t for t in content.trees if self.dice.chance(4))
        condition = Condition(self.items(1, UNKNOWN_VALUE))
        promise = self.asked(content) if self.dice.chance(3) else self.promise(content)
        return Guarantee(name, name, trees, condition, promise, AT)

    def asked(self, content: Library) -> Asked:
        one, two = self.dice.pick(self.questions), self.dice.pick(self.questions)
        if self.dice.chance(2):
            return Asked(one.id, before_question=two.id)
        return Asked(one.id, before_route=self.dice.pick(list(content.routes)))

    def promise(self, content: Library) -> tuple[Promise, Selector]:
        promise = self.dice.pick(list(Promise))
        kind = self.dice.number(0, 3)
        if kind == 0:
            return promise, Selector(tracks=(HELP,))
        if kind == 1:
            return promise, Selector(levels={"regie": frozenset({"hoog"})})
        named = tuple(sorted(self.dice.some(list(content.routes))))
        rest = [name for name in content.routes if name not in named]
        may = promise is Promise.FIRST and rest and self.dice.chance(2)
        after = (self.dice.pick(rest),) if may else ()
        places = dict.fromkeys((*named, *after), AT)
        return promise, Selector(named, after=after, places=places)

    def twice(self, items: tuple[Item, ...]) -> tuple[Item, ...]:
        """Say something again, or say something more, as authors do."""
        return (*items, self.dice.pick(items)) if items else items


def small(dice: Dice) -> Library:
    """Draw content of every kind."""
    draft = SmallDraft(dice, Shape(seat=dice.chance(5)))
    names = [f"t{number}" for number in range(dice.number(1, 2 + dice.chance(3)))]
    trees = [_tree(draft, name, names[at + 1 :]) for at, name in enumerate(names)]
    if dice.chance(2):
        trees = draft.implying(trees)
    trees = [trees[0], *(replace(t, can_start=dice.chance(2)) for t in trees[1:])]
    trees = [replace(t, adviser_only=dice.chance(8)) for t in trees]
    if dice.chance(6):
        trees = [_later(draft, tree) for tree in trees]
    routes = [draft.route(f"r{n}", names) for n in range(dice.number(1, 3))]
    routes = [_twice(draft, route) for route in routes]
    clocks = []
    if dice.chance(3):
        made = clock("k", dice.pick(routes).id)
        clocks = [replace(made, condition=draft.condition())]
    content = library(*trees, *draft.concepts, *routes, *clocks)
    guarantees = {f"w{n}": draft.guarantee(f"w{n}", content) for n in range(2)}
    tracks = {
        name: Track(name, name, "", "", name == HELP, (), AT) for name in (HELP, OTHER)
    }
    heavy = frozenset(["laag"] if dice.chance(3) else ["hoog"])
    aspects = {"regie": Aspect("regie", "", "", {"hoog": "", "laag": ""}, AT, heavy)}
    return placed(
        replace(content, guarantees=guarantees, tracks=tracks, aspects=aspects)
    )


def crowded(dice: Dice) -> Library:
    """Draw more ways with priority and more tracks than a first screen has room for."""
    draft = SmallDraft(dice, Shape())
    trees = [draft.tree("t0", ())]
    kinds = [*[TrackKind.WAY] * 7, *[TrackKind.SUPPORT] * 2, TrackKind.WAITING]
    tracks = {
        f"s{n}": Track(f"s{n}", f"s{n}", "", "", n > 0, (), AT, kind=kind)
        for n, kind in enumerate(kinds)
    }
    routes = [
        replace(draft.route(f"r{n}", ["t0"]), track=name)
        for n, name in enumerate((*tracks, *dice.some(list(tracks)), "s0", "s7", "s8"))
    ]
    # Few conditions, or there would never be too much at once.
    routes = [
        replace(each, condition=Condition(), priority=each.priority or Condition())
        if dice.chance(3)
        else replace(each, condition=Condition(each.condition.when[:1]))
        for each in routes
    ]
    content = replace(library(*trees, *draft.concepts, *routes), tracks=tracks)
    promised = {
        each.id: Guarantee(
            each.id,
            each.id,
            (),
            Condition(draft.items(1)),
            (Promise.FIRST_SCREEN, Selector((each.id,), places={each.id: AT})),
            AT,
        )
        for each in routes
    }
    return placed(replace(content, guarantees=promised))


def _tree(draft: SmallDraft, name: str, later: Sequence[str]) -> Tree:
    made = draft.tree(name, later)
    return replace(made, questions=tuple(dict.fromkeys(made.questions)))


def _twice(draft: SmallDraft, route: Route) -> Route:
    if not draft.dice.chance(4):
        return route
    condition, (caution,) = route.condition, route.cautions
    again = caution if draft.dice.chance(2) else draft.route("", ["t0"]).cautions[0]
    return replace(
        route,
        condition=replace(condition, when=draft.twice(condition.when)),
        cautions=(caution, again),
    )


def _later(draft: SmallDraft, tree: Tree) -> Tree:
    """Let the first question read any question, also one that is asked later."""
    first = replace(tree.questions[0], condition=draft.condition())
    return replace(tree, questions=(first, *tree.questions[1:]))


def placed(content: Library) -> Library:
    """Give everything a line of its own, so that findings can be told apart."""
    lines = iter(range(1, 1_000_000))

    def put(value: Any) -> Any:  # noqa: ANN401 - any value of the model
        if isinstance(value, Position):
            return Position("test.yaml", next(lines), 1)
        if isinstance(value, Mapping):
            return {key: put(each) for key, each in value.items()}
        if isinstance(value, tuple):
            return tuple(put(each) for each in value)
        if is_dataclass(value) and not isinstance(value, type):
            made = {each.name: put(getattr(value, each.name)) for each in fields(value)}
            return replace(value, **made)
        return value

    return put(content)  # type: ignore[no-any-return] # a library goes in and comes out


@st.composite
def planted(draw: st.DrawFn) -> Library:
    return small(Dice(draw))


__all__ = ["Seat", "crowded", "planted", "seeded", "small"]
