"""Conditions with one clause taken out, to see whether it does anything."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from vpwijzer.model import Clause, Condition, Item

Path = tuple[int, ...]
Items = tuple[Item, ...]


def idle(
    condition: Condition, differs: Callable[[Condition, Condition], bool]
) -> Iterator[Clause]:
    """Give the clauses that could go without making a difference.

    From the last to the first, and each stays out when it could go: of two clauses
    that say the same, only the last is given.
    """
    for path, clause in reversed(list(_paths_in(condition))):
        smaller = _condition_without(condition, path)
        if not differs(condition, smaller):
            yield clause
            condition = smaller


def _paths_in(condition: Condition) -> Iterator[tuple[Path, Clause]]:
    for side, items in enumerate((condition.when, condition.unless)):
        for path, clause in _paths(items):
            yield (side, *path), clause


def _paths(items: Items) -> Iterator[tuple[Path, Clause]]:
    for number, item in enumerate(items):
        if isinstance(item, Clause):
            yield (number,), item
        else:
            for path, clause in _paths(item.parts):
                yield (number, *path), clause


def _condition_without(condition: Condition, path: Path) -> Condition:
    if path[0]:
        return replace(condition, unless=_without(condition.unless, path[1:]))
    return replace(condition, when=_without(condition.when, path[1:]))


def _without(items: Items, path: Path) -> Items:
    """Take one clause out; a group that is left empty goes as well."""
    number = path[0]
    item = items[number]
    rest = () if isinstance(item, Clause) else _without(item.parts, path[1:])
    kept = (replace(item, parts=rest),) if rest and not isinstance(item, Clause) else ()
    return (*items[:number], *kept, *items[number + 1 :])
