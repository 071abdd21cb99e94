"""How many questions are still to come: never fewer, never more."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vpwijzer.engine.logic import Truth, View, holds
from vpwijzer.engine.replay import Progress, replay
from vpwijzer.engine.walk import Walk
from vpwijzer.model import UNKNOWN, Library, Tree


@dataclass(frozen=True, slots=True)
class Ahead:
    """The questions to come in the current tree, the current one included."""

    least: int
    most: int
    then_more: bool = False
    """Whether questions of other trees may come after these."""


def questions_ahead(walk: Walk) -> Ahead:
    """Count what is left of the current tree, at its shortest and its longest.

    Not knowing anything asks at least what any real ending asks, so never more
    come than that. The least counts what is surely asked, whatever is answered.
    """
    now = walk.progress
    if now.current is None:
        return Ahead(0, 0)
    tree = walk.setting.library.trees[now.walked[-1]]
    coming = set(replay(walk.setting, walk.answers, rest=UNKNOWN).asked)
    surely = set(_surely_asked(tree, now, walk.setting.library))
    if now.stake is not None:
        coming &= now.stake.may
        surely &= now.stake.must
    coming -= walk.answers.keys()
    surely -= walk.answers.keys()
    here = coming & {question.id for question in tree.questions}
    return Ahead(len(surely | {now.current.id}), len(here), bool(coming - here))


def _surely_asked(tree: Tree, now: Progress, library: Library) -> Iterator[str]:
    """Give the questions of a tree that are asked in every ending from here."""
    silent = set(_filled_silently(library))
    view = View(now.facts, library.concepts, over=False)
    for question in tree.questions:
        if (
            question.id not in now.facts
            and question.id not in silent
            and holds(question.condition, view) is Truth.TRUE
        ):
            yield question.id


def _filled_silently(library: Library) -> Iterable[str]:
    return (
        clause.fact
        for tree in library.trees.values()
        for question in tree.questions
        for option in question.options
        for clause in option.implies
    )
