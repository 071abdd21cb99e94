"""How many questions are still to come: never fewer, never more."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from vpwijzer.logic import Truth, View, holds
from vpwijzer.model import UNKNOWN, Answer, Condition, Library, Question, Tree
from vpwijzer.walk import Progress, Setting, Walk, is_seated, replay

BUDGET = 60
"""Replays; looking further ahead would be felt between two questions."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """The questions to come, the current one included."""

    least: int
    most: int


def questions_ahead(walk: Walk, budget: int = BUDGET) -> Ahead:
    """Count what is left of a conversation, at its shortest and its longest.

    Not knowing anything asks at least what any real ending asks, so the most
    is exact. The least looks ahead as far as the budget goes and counts what
    is surely asked from there on.
    """
    longest = replay(walk.setting, walk.answers, rest=UNKNOWN)
    most = len(longest.asked) - len(walk.progress.asked)
    least = _least(walk.setting, walk.answers, walk.progress, budget)
    return Ahead(least, most)


def _least(
    setting: Setting, answers: Mapping[str, Answer], now: Progress, budget: int
) -> int:
    question = now.current
    if question is None:
        return 0
    least = len(set(_surely_asked(setting, now)) | {question.id})
    possible = tuple(_answers(question))
    if question.several or len(possible) > budget:
        return least
    share = budget // len(possible) - 1
    shortest = least
    for number, answer in enumerate(possible):
        given = {**answers, question.id: answer}
        rest = _least(setting, given, replay(setting, given), share)
        shortest = min(shortest, 1 + rest) if number else 1 + rest
    return max(least, shortest)


def _answers(question: Question) -> Iterator[Answer]:
    """Give every answer to a question with one answer."""
    for option in question.options:
        yield Answer(frozenset({option.id}))
    if question.unknown_allowed:
        yield UNKNOWN


def _surely_asked(setting: Setting, now: Progress) -> Iterator[str]:
    """Give the questions that are asked in every ending from here."""
    library = setting.library
    silent = set(_filled_silently(library))
    for tree in _surely_walked(setting, now):
        for question in tree.questions:
            if (
                question.id not in now.facts
                and question.id not in silent
                and _is_sure(question.condition, now, library)
            ):
                yield question.id


def _surely_walked(setting: Setting, now: Progress) -> Iterator[Tree]:
    library = setting.library
    sure = set(now.walked)
    for tree in library.trees.values():
        if tree.id in sure:
            yield tree
            sure |= {
                follow_up.tree
                for follow_up in tree.follow_ups
                if is_seated(library.trees[follow_up.tree], setting.seat)
                and _is_sure(follow_up.condition, now, library)
            }


def _is_sure(condition: Condition, now: Progress, library: Library) -> bool:
    view = View(now.facts, library.concepts, over=False)
    return holds(condition, view) is Truth.TRUE


def _filled_silently(library: Library) -> Iterable[str]:
    return (
        clause.fact
        for tree in library.trees.values()
        for question in tree.questions
        for option in question.options
        for clause in option.implies
    )
