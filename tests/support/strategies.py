"""Random tiny libraries, and random conversations in them, for the properties."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from builders import (
    AT,
    caution,
    clock,
    concept,
    consequence,
    library,
    option,
    question,
    route,
    start,
    tree,
)
from hypothesis import strategies as st

from vpwijzer.engine.walk import Walk, question_of
from vpwijzer.model import (
    NO,
    UNKNOWN,
    UNKNOWN_VALUE,
    YES,
    AllOf,
    Answer,
    AnyOf,
    Clause,
    Clock,
    Concept,
    Condition,
    FollowUp,
    Item,
    Library,
    Line,
    Question,
    Route,
    Seat,
    Tree,
)

WHO = question("wie", option("vp", seat=Seat.ADVISER), "ander", "derde")

T = TypeVar("T")


@dataclass(frozen=True)
class Dice:
    """Draws numbers only: strategies made on the spot are many times slower."""

    draw: st.DrawFn

    def number(self, least: int, most: int) -> int:
        return self.draw(st.integers(least, most))

    def chance(self, sides: int) -> bool:
        """Come true once in so many times; shrinks to false."""
        return self.number(0, sides - 1) == sides - 1

    def pick(self, choices: Sequence[T]) -> T:
        return choices[self.number(0, len(choices) - 1)]

    def some(self, choices: Sequence[T]) -> frozenset[T]:
        """Pick one or two."""
        return frozenset(self.pick(choices) for _ in range(self.number(1, 2)))


@dataclass(frozen=True)
class Shape:
    """What random content may contain."""

    implies: bool = True
    negated_concepts: bool = True
    seat: bool = False
    """Whether the first question asks who is sitting here."""
    details: bool = False
    """Whether consequences, steps and clocks carry conditions."""
    refines: bool = False
    """Whether some questions only refine the outcome."""


ANYTHING = Shape()
DETAILED = Shape(details=True)
REFINING = Shape(details=True, refines=True)


@dataclass
class Draft:
    """Content while it is being drawn; a condition reads only what is there."""

    dice: Dice
    shape: Shape
    questions: list[Question] = field(default_factory=list)
    concepts: list[Concept] = field(default_factory=list)

    def clause(self, extra: Iterable[str]) -> Clause:
        readable: list[Question | Concept] = [*self.questions, *self.concepts]
        each = self.dice.pick(readable)
        if isinstance(each, Question):
            values = [*(one.id for one in each.options), *extra]
        else:
            values = [YES, NO] if self.shape.negated_concepts else [YES]
        return Clause(each.id, self.dice.some(values), AT)

    def item(self, extra: Iterable[str]) -> Item:
        first = self.clause(extra)
        if not self.dice.chance(2):
            return first
        together = AllOf if self.dice.chance(2) else AnyOf
        return together((first, self.clause(extra)))

    def items(self, most: int, *extra: str) -> tuple[Item, ...]:
        if not self.questions:
            return ()
        return tuple(self.item(extra) for _ in range(self.dice.number(0, most)))

    def condition(self, *extra: str) -> Condition:
        return Condition(self.items(2, *extra), self.items(1, *extra))

    def tree(self, name: str, later: Sequence[str]) -> Tree:
        own: list[Question] = []
        if self.shape.seat and not self.questions:
            own.append(WHO)
            self.questions.append(WHO)
        for number in range(self.dice.number(2, 4)):
            shared = [each for each in self.questions if each not in own]
            if shared and self.dice.chance(6):
                own.append(self.dice.pick(shared))
            else:
                own.append(self.question(f"{name}q{number}"))
                self.questions.append(own[-1])
        if self.dice.chance(2):
            condition = Condition(self.items(2), self.items(1))
            self.concepts.append(replace(concept(f"{name}c"), condition=condition))
        follow_ups = [
            FollowUp(other, self.condition(), AT)
            for other in later
            if not self.dice.chance(3)
        ]
        return replace(tree(name, *own), follow_ups=tuple(follow_ups))

    def question(self, name: str) -> Question:
        several = self.dice.chance(3)
        last = option("c", alone=several and self.dice.chance(2))
        made = question(name, "a", "b", last, several=several)
        made = replace(made, refines=self.shape.refines and self.dice.chance(3))
        return (
            made if self.dice.chance(2) else replace(made, condition=self.condition())
        )

    def route(self, name: str, trees: Sequence[str]) -> Route:
        warned = replace(
            caution(against=self.dice.chance(2)),
            condition=self.condition(UNKNOWN_VALUE),
        )
        belongs = [each for each in trees if self.dice.chance(2)] or trees[:1]
        priority = self.condition(UNKNOWN_VALUE) if self.dice.chance(4) else None
        made = replace(
            route(name, trees=", ".join(belongs), cautions=(warned,)),
            condition=self.condition(),
            priority=priority,
            meant_for=self.items(1),
            fits=self.items(1),
        )
        return self.detailed(made) if self.shape.details else made

    def detailed(self, made: Route) -> Route:
        """Let what stands on a route depend on facts too."""
        first = replace(consequence("eerst"), condition=self.condition())
        effects = (first, consequence("anders"))
        step = Line("stap", AT, self.condition())
        return replace(made, consequences={"regie": effects}, steps=(step,))

    def clock(self, name: str) -> Clock:
        return replace(clock(f"{name}k", name), condition=self.condition())

    def implying(self, trees: Iterable[Tree]) -> list[Tree]:
        """Let some options fill a later question with one answer."""
        made = {
            each.id: self.implies(each, self.questions[place + 1 :])
            for place, each in enumerate(self.questions)
        }
        return [
            replace(tree, questions=tuple(made[q.id] for q in tree.questions))
            for tree in trees
        ]

    def implies(self, each: Question, later: Iterable[Question]) -> Question:
        targets = [question for question in later if not question.several]
        if not targets or not self.dice.chance(3):
            return each
        target = self.dice.pick(targets)
        value = self.dice.pick(target.options).id
        clause = Clause(target.id, frozenset({value}), AT)
        first = replace(each.options[0], implies=(clause,))
        return replace(each, options=(first, *each.options[1:]))


@st.composite
def libraries(draw: st.DrawFn, shape: Shape = ANYTHING) -> Library:
    """One to three trees that may follow each other, concepts and routes."""
    dice = Dice(draw)
    draft = Draft(dice, shape)
    names = [f"t{number}" for number in range(dice.number(1, 3))]
    trees = [draft.tree(name, names[at + 1 :]) for at, name in enumerate(names)]
    if shape.implies:
        trees = draft.implying(trees)
    routes = [draft.route(f"r{number}", names) for number in range(dice.number(1, 3))]
    clocks = [draft.clock(each.id) for each in routes if shape.details]
    return library(*trees, *draft.concepts, *routes, *clocks)


def any_answer(dice: Dice, question: Question) -> Answer:
    """Give any answer the question offers."""
    if dice.chance(4):
        return UNKNOWN
    chosen = dice.pick(question.options)
    if not question.several or chosen.alone:
        return Answer(frozenset({chosen.id}))
    together = [each.id for each in question.options if not each.alone]
    return Answer(dice.some(together), more=dice.chance(3))


def finish(dice: Dice, walk: Walk) -> Walk:
    """Answer at random until the conversation is over."""
    while walk.current is not None:
        walk = walk.answer(any_answer(dice, walk.current))
    return walk


@st.composite
def walks(
    draw: st.DrawFn,
    shape: Shape = ANYTHING,
    seat: Seat = Seat.EMPLOYEE,
    *,
    asks_all: bool = True,
) -> Walk:
    """A whole conversation in a random library."""
    content = draw(libraries(shape))
    return finish(Dice(draw), start(content, seat, asks_all=asks_all))


@st.composite
def two_walks(draw: st.DrawFn) -> tuple[Walk, Walk]:
    """Two whole conversations in one random library."""
    first = start(draw(libraries()))
    return finish(Dice(draw), first), finish(Dice(draw), first)


@st.composite
def unsure(draw: st.DrawFn, shape: Shape) -> tuple[Walk, Walk]:
    """A whole conversation, and one with "weet ik niet" for an answer of it.

    What is asked because of that, is not known either.
    """
    before = draw(walks(shape).filter(lambda walk: bool(walk.answers)))
    after = before.change(Dice(draw).pick(list(before.answers)), UNKNOWN)
    while after.current is not None:
        after = after.answer(UNKNOWN)
    return before, after


@st.composite
def wandering(
    draw: st.DrawFn, shape: Shape = ANYTHING, *, asks_all: bool = True
) -> Walk:
    """A conversation on its way, after answers, changes and steps back."""
    dice = Dice(draw)
    walk = start(draw(libraries(shape)), asks_all=asks_all)
    if dice.chance(2):
        walk = finish(dice, walk)
    for _ in range(dice.number(0, 6)):
        if walk.answers and dice.chance(2):
            walk = walk.back() if dice.chance(3) else change(dice, walk)
        elif walk.current is not None:
            walk = walk.answer(any_answer(dice, walk.current))
    return walk


@st.composite
def twice(draw: st.DrawFn, *, wanders: bool) -> tuple[Walk, Walk]:
    """A conversation that skips what does not count, and one that asks all.

    Both give the same answers; what only the second asks, is answered at random.
    """
    dice = Dice(draw)
    made = wandering if wanders else walks
    short = finish(dice, draw(made(DETAILED, asks_all=False)))
    full = start(short.setting.library)
    while full.current is not None:
        given = short.answers.get(full.current.id)
        full = full.answer(given or any_answer(dice, full.current))
    return short, full


@st.composite
def answered(draw: st.DrawFn) -> tuple[Walk, Walk]:
    """A conversation on its way, and the same after one more answer."""
    before = draw(wandering().filter(lambda walk: not walk.is_over))
    assert before.current is not None
    return before, before.answer(any_answer(Dice(draw), before.current))


@st.composite
def changed(draw: st.DrawFn) -> tuple[Walk, Walk]:
    """A conversation, and the same after one answer was given anew."""
    before = draw(wandering().filter(lambda walk: bool(walk.answers)))
    return before, change(Dice(draw), before)


def change(dice: Dice, walk: Walk) -> Walk:
    """Give some answer anew."""
    name = dice.pick(list(walk.answers))
    question = question_of(walk.setting.library, name)
    return walk.change(name, any_answer(dice, question))
