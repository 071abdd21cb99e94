"""Two versions of the content as one list of everything that either may ask."""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from vpwijzer.model import Library, Option, Question, Tree

T = TypeVar("T")
Name = TypeVar("Name", bound=Hashable)


def merge(old: Library, new: Library) -> Library:
    """Give every tree, question and option of both; only starts of both start.

    Good for giving everything a place, not for holding conversations.
    """
    before, after = old.questions, new.questions
    questions = {
        name: _question(_present(before.get(name), after.get(name)))
        for name in before | after
    }
    return Library(
        trees={
            name: _tree(_present(old.trees.get(name), new.trees.get(name)), questions)
            for name in in_one_order(old.trees, new.trees)
        }
    )


def in_one_order(old: Iterable[Name], new: Iterable[Name]) -> list[Name]:
    """Give the new order, with what is gone after what it followed."""
    result = list(new)
    place = 0
    for name in old:
        if name not in result:
            result.insert(place, name)
        place = result.index(name) + 1
    return result


def _present(*versions: T | None) -> list[T]:
    return [each for each in versions if each is not None]


def _tree(versions: list[Tree], questions: Mapping[str, Question]) -> Tree:
    first, last = versions[0], versions[-1]
    asked = {q.id: q for tree in versions for q in tree.questions}
    names = in_one_order(
        dict.fromkeys(q.id for q in first.questions),
        dict.fromkeys(q.id for q in last.questions),
    )
    return replace(
        last,
        questions=tuple(
            replace(questions[name], condition=asked[name].condition) for name in names
        ),
        can_start=len(versions) > 1 and all(tree.can_start for tree in versions),
        adviser_only=any(tree.adviser_only for tree in versions),
    )


def _question(versions: list[Question]) -> Question:
    first, last = ({o.id: o for o in q.options} for q in (versions[0], versions[-1]))
    options = (
        _option(_present(first.get(name), last.get(name)))
        for name in in_one_order(first, last)
    )
    return replace(versions[-1], options=tuple(options))


def _option(versions: list[Option]) -> Option:
    seat = next((o.seat for o in versions if o.seat is not None), None)
    implies = tuple(clause for option in versions for clause in option.implies)
    return replace(versions[-1], implies=implies, seat=seat)
