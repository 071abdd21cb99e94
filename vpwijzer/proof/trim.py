"""Conditions with a clause or a value taken out, to see whether it does anything."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from vpwijzer.model import Clause, Condition, Item

Path = tuple[int, ...]
Items = tuple[Item, ...]


def idle(
    condition: Condition, differs: Callable[[Condition, Condition], bool]
) -> Iterator[tuple[Clause, str]]:
    """Give the clauses, and then the values of others, that could as well go.

    From the last clause to the first, and each stays out when it could go: of two
    that say the same, only the last is given. A whole clause comes without a value.
    """
    for path, clause in reversed(list(_paths_in(condition))):
        smaller = _condition_with(condition, path, ())
        if not differs(condition, smaller):
            yield clause, ""
            condition = smaller
    for path, clause in reversed(list(_paths_in(condition))):
        left = clause
        for value in sorted(clause.values):
            fewer = replace(left, values=left.values - {value})
            smaller = _condition_with(condition, path, (fewer,))
            if fewer.values and not differs(condition, smaller):
                yield clause, value
                condition, left = smaller, fewer


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


def _condition_with(condition: Condition, path: Path, put: Items) -> Condition:
    if path[0]:
        return replace(condition, unless=_with(condition.unless, path[1:], put))
    return replace(condition, when=_with(condition.when, path[1:], put))


def _with(items: Items, path: Path, put: Items) -> Items:
    """Put something in the place of a clause; a group that is left empty goes."""
    number = path[0]
    item = items[number]
    if not isinstance(item, Clause):
        rest = _with(item.parts, path[1:], put)
        put = (replace(item, parts=rest),) if rest else ()
    return (*items[:number], *put, *items[number + 1 :])
