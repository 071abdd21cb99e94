"""Alignment: what of the old version became what of the new, and both as one."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeGuard, TypeVar

from vpwijzer.model import Library, Option, Question, Tree
from vpwijzer.model.position import Position

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")
Name = TypeVar("Name", bound=Hashable)


def matched(old: Sequence[T], new: Sequence[T]) -> Iterator[tuple[T | None, T | None]]:
    """Pair what stayed; pair what is left by the order in which it stands.

    First what is wholly the same, then what has the same words under another condition.
    """
    left, right = list(old), list(new)
    for look in (plain, words_of):
        places = {id(each): look(each) for each in (*left, *right)}
        for each in tuple(right):
            same = next((o for o in left if places[id(o)] == places[id(each)]), None)
            if same is not None:
                _drop(left, same)
                _drop(right, each)
                yield same, each
    yield from zip_longest(left, right)


def _drop(parts: list[T], part: T) -> None:
    del parts[next(n for n, each in enumerate(parts) if each is part)]


def is_record(value: object) -> TypeGuard["DataclassInstance"]:
    """Tell whether a value is one of the model's own."""
    return is_dataclass(value) and not isinstance(value, type)


def plain(value: object) -> object:
    """Give a value without the places where it stands, to compare it."""
    if isinstance(value, Position):
        return ()
    if is_record(value):
        return tuple(plain(getattr(value, each.name)) for each in fields(value))
    if isinstance(value, Mapping):
        return tuple((key, plain(each)) for key, each in value.items())
    if isinstance(value, tuple):
        return tuple(plain(each) for each in value)
    return value


def words_of(value: object) -> object:
    """Give a value without its condition and place."""
    if not is_record(value):
        return value
    return tuple(
        plain(getattr(value, each.name))
        for each in fields(value)
        if each.name != "condition"
    )


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
