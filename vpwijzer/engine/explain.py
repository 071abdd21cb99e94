"""Why not, what would change it, and what to find out first; pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import combinations, islice

from vpwijzer.engine.logic import Truth, View, holds, is_in_play, questions_read
from vpwijzer.engine.outcome import Outcome
from vpwijzer.engine.replay import chosen, replay
from vpwijzer.engine.ruling import VERDICTS, Ruling, Verdict
from vpwijzer.engine.walk import Walk, question_of
from vpwijzer.model import (
    UNKNOWN,
    Answer,
    Condition,
    Kind,
    Library,
    Option,
    Question,
    Route,
)

BUDGET = 600
"""Conversations tried to find the nearest change; about a quarter of a second."""

Changes = Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Nearest:
    """The fewest other answers with which a closed route would be there."""

    changes: Changes
    verdict: Verdict


def nearest_change(walk: Walk, route: Route, budget: int = BUDGET) -> Nearest | None:
    """Find the change of one answer, else of two, that brings a route back.

    What such a change would ask besides counts as not known. A route that would
    apply goes before one that would be open. None when the budget finds nothing.
    """
    tries = islice(_tries(walk, route), budget)
    open_only: Nearest | None = None
    for changes in tries:
        if open_only is not None and len(changes) > len(open_only.changes):
            break
        verdict = _verdict_after(walk, route, changes)
        if verdict is Verdict.APPLIES:
            return Nearest(changes, verdict)
        if verdict is Verdict.OPEN and open_only is None:
            open_only = Nearest(changes, verdict)
    return open_only


def _tries(walk: Walk, route: Route) -> Iterator[Changes]:
    names = [name for name in _read_by(walk, route) if name in walk.progress.asked]
    singles = [
        {name: answer}
        for name in names
        for answer in _other_answers(
            question_of(walk.setting.library, name), walk.answers[name]
        )
    ]
    yield from singles
    for one, other in combinations(singles, 2):
        if one.keys() != other.keys():
            yield {**one, **other}


def _other_answers(question: Question, answer: Answer) -> Iterator[Answer]:
    """Give the answers one option away; several answers gain or lose one."""
    for option in question.options:
        if option.id not in answer.options:
            yield _with_option(question, answer, option)
    if question.several and len(answer.options) > 1:
        for name in sorted(answer.options):
            yield replace(answer, options=answer.options - {name})


def _with_option(question: Question, answer: Answer, option: Option) -> Answer:
    alone = option.alone or any(each.alone for each in chosen(question, answer))
    if not question.several or alone:
        return Answer(frozenset({option.id}))
    return replace(answer, options=answer.options | {option.id})


def _read_by(walk: Walk, route: Route) -> tuple[str, ...]:
    """Give the questions a route rests on, directly and then through what is asked."""
    library = walk.setting.library
    found = dict.fromkeys(_read_in(route.condition, library))
    waiting = list(found)
    while waiting:
        name = waiting.pop(0)
        trees = {
            tree.id
            for tree in library.trees.values()
            if any(question.id == name for question in tree.questions)
        }
        asked = question_of(library, name).condition
        more = [*_read_in(asked, library), *_asked_because_of(library, trees)]
        fresh = [each for each in dict.fromkeys(more) if each not in found]
        found.update(dict.fromkeys(fresh))
        waiting += fresh
    return tuple(found)


def _read_in(condition: Condition, library: Library) -> Iterator[str]:
    yield from questions_read(condition.items, library.concepts)


def _asked_because_of(library: Library, trees: set[str]) -> Iterator[str]:
    """Give the questions that decide whether any of these trees is walked."""
    for tree in library.trees.values():
        for follow_up in tree.follow_ups:
            if follow_up.tree in trees:
                yield from _read_in(follow_up.condition, library)


def _verdict_after(walk: Walk, route: Route, changes: Changes) -> Verdict:
    answers = {**walk.answers, **changes}
    then = replay(walk.setting, answers, rest=UNKNOWN)
    view = View(then.facts, walk.setting.library.concepts, over=True)
    if not set(route.trees) & set(then.walked) or not is_in_play(route.condition, view):
        return Verdict.CLOSED
    return VERDICTS[holds(route.condition, view)]


@dataclass(frozen=True, slots=True)
class ToFindOut:
    """A question nobody knows the answer to yet, and the routes it can settle."""

    question: Question
    routes: tuple[Route, ...]


def find_out_first(outcome: Outcome, library: Library) -> tuple[ToFindOut, ...]:
    """Order the open facts by how many routes an answer can settle.

    Wishes and what is sensitive are never among them: nobody is pressed.
    """
    open_now = [r for r in outcome.rulings if r.verdict is Verdict.OPEN]
    names = dict.fromkeys(name for r in open_now for name in r.settled_by)
    questions = [question_of(library, name) for name in names]
    found = [
        ToFindOut(question, tuple(_settled(question, open_now, outcome, library)))
        for question in questions
        if question.kind is Kind.FACT
    ]
    helping = [each for each in found if each.routes]
    return tuple(sorted(helping, key=lambda each: -len(each.routes)))


def _settled(
    question: Question, rulings: list[Ruling], outcome: Outcome, library: Library
) -> Iterator[Route]:
    """Give the open routes that some answer to one question settles by itself."""
    known = [Answer(frozenset({option.id})) for option in question.options]
    views = [
        View({**outcome.facts, question.id: each}, library.concepts, outcome.over)
        for each in known
    ]
    for ruling in rulings:
        condition = ruling.route.condition
        if any(holds(condition, view) is not Truth.UNKNOWN for view in views):
            yield ruling.route
