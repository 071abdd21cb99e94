"""How many questions are still to come, and which were put off until later."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from vpwijzer.engine.logic import Truth, View, holds
from vpwijzer.engine.relevance import Place, settled_by, stake
from vpwijzer.engine.replay import Progress, Setting, is_seated, replay
from vpwijzer.engine.walk import Walk
from vpwijzer.model import UNKNOWN, Library, Question, Tree


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
    coming = set(replay(walk.setting, walk.answers, UNKNOWN, widest=True).asked)
    surely = set(_surely_asked(tree, now, walk.setting))
    if now.stake is not None:
        coming &= now.stake.may
        surely &= now.stake.must
    coming -= walk.answers.keys()
    surely -= walk.answers.keys()
    here = coming & {question.id for question in tree.questions}
    return Ahead(len(surely | {now.current.id}), len(here), bool(coming - here))


def put_off(walk: Walk) -> tuple[Question, ...]:
    """Give the questions that were put off, the ones that settle most first.

    What cannot change anything any more is not among them.
    """
    now, setting = walk.progress, walk.setting
    if not now.put_off:
        return ()
    trees = setting.library.trees.values()
    ahead = tuple(each for each in trees if is_seated(each, setting.seat))
    guessed = {*now.skipped, *now.put_off}
    known = {name: now.facts[name] for name in now.facts if name not in guessed}
    place = Place(setting.library, known, now.walked, ahead)
    may, counts = stake(place).may, settled_by(place)
    names = sorted(now.put_off, key=lambda name: -counts[name])
    return tuple(setting.library.questions[name] for name in names if name in may)


def _surely_asked(tree: Tree, now: Progress, setting: Setting) -> Iterator[str]:
    """Give the questions of a tree that are asked in every ending from here."""
    library = setting.library
    silent = set(_filled_silently(library))
    view = View(now.facts, library.concepts, over=False)
    for question in tree.questions:
        if (
            question.id not in now.facts
            and question.id not in silent
            and (setting.asks_all or not question.refines)
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
