"""Which part of the old version became which part of the new one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeGuard, TypeVar

from vpwijzer.model.position import Position

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")


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
