"""What is written otherwise: every text, rule, source and promise that differs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import Enum
from typing import TypeAlias, TypeGuard

from vpwijzer.model import (
    ALWAYS,
    YES,
    AllOf,
    AnyOf,
    Clause,
    Condition,
    Library,
    Option,
    Question,
    Tree,
)
from vpwijzer.versions.match import is_record, matched, plain
from vpwijzer.versions.merge import in_one_order, questions_of
from vpwijzer.wording import Wording

Path: TypeAlias = tuple[str, ...]
"""A field, and below it the name of an option, aspect or question."""

KINDS = (
    *("trees", "questions", "routes", "concepts", "tracks", "aspects", "clocks"),
    *("contacts", "sources", "guarantees", "jargon"),
)
"""Everything that is written down, but the cases: those are tests."""

ORDER = "order"


@dataclass(frozen=True, slots=True)
class Written:
    """One thing that is written otherwise; empty where a version lacks it."""

    kind: str
    owner: str
    path: Path
    was: str
    now: str


def compare_texts(old: Library, new: Library) -> Iterator[Written]:
    """Give everything that is written otherwise."""
    words = _Words(old), _Words(new)
    before, after = _all(old), _all(new)
    for kind in KINDS:
        names = in_one_order(before[kind], after[kind])
        for name in names:
            items = before[kind].get(name), after[kind].get(name)
            for path, was, now in _compare(*map(_facets, items)):
                said = words[0].say(was), words[1].say(now)
                if said != ("", ""):
                    yield Written(kind, name, path, *said)
    orders = list(old.trees), list(new.trees)
    if orders[0] != orders[1] and set(orders[0]) == set(orders[1]):
        yield Written("trees", "", (ORDER,), *map(", ".join, orders))


def _all(library: Library) -> dict[str, Mapping[str, object]]:
    questions = questions_of(library)
    kinds = {kind: getattr(library, kind) for kind in KINDS if kind != "questions"}
    return {**kinds, "questions": questions}


def _facets(item: object) -> dict[Path, object]:
    """Give everything that is written of one thing, by its path."""
    if not is_record(item):
        return {} if item is None else {("text",): item}
    found: dict[Path, object] = {}
    for name in _names(item):
        value = getattr(item, name)
        if isinstance(value, Mapping):
            found |= {(name, key): each for key, each in value.items()}
        elif isinstance(item, Tree) and name == "questions":
            found[name,] = tuple(question.id for question in item.questions)
            found |= {(name, q.id, "condition"): q.condition for q in item.questions}
        elif isinstance(item, Question) and name == "options":
            found |= _options(item.options)
        else:
            found[name,] = value
    return found


def _names(item: object) -> Iterator[str]:
    """Give the fields to compare; a question has its conditions in the trees."""
    for each in fields(item):  # type: ignore[arg-type] # only records come here
        if each.name in {"id", "at"} or not each.compare:
            continue  # where something stands is not what is written
        if not (isinstance(item, Question) and each.name == "condition"):
            yield each.name


def _options(options: tuple[Option, ...]) -> dict[Path, object]:
    found: dict[Path, object] = {("options",): tuple(option.id for option in options)}
    for option in options:
        for path, value in _facets(option).items():
            found["options", option.id, *path] = value
    return found


def _compare(
    was: Mapping[Path, object], now: Mapping[Path, object]
) -> Iterator[tuple[Path, object, object]]:
    for path in in_one_order(was, now):
        old, new = was.get(path), now.get(path)
        if plain(old) == plain(new):
            continue
        if _is_list(old) and _is_list(new):
            yield from _compare_lists(path, old, new)
        else:
            yield path, old, new


def _is_list(value: object) -> TypeGuard[Sequence[object]]:
    return value is None or (isinstance(value, tuple) and all(map(is_record, value)))


def _compare_lists(
    path: Path, old: Sequence[object] | None, new: Sequence[object] | None
) -> Iterator[tuple[Path, object, object]]:
    pairs = list(matched(old or (), new or ()))
    differing = [pair for pair in pairs if plain(pair[0]) != plain(pair[1])]
    yield from ((path, *pair) for pair in differing)
    if not differing:
        yield (*path, ORDER), old, new


class _Words:
    """Puts what is written into words, with the questions of one version."""

    def __init__(self, library: Library) -> None:
        self._wording = Wording(library)

    def say(self, value: object) -> str:
        """Give a value as one text; empty when there is nothing to read."""
        if not value:
            return ""
        if is_record(value):
            return self._record(value)
        if isinstance(value, Mapping):
            return "; ".join(f"{key}: {self.say(v)}" for key, v in value.items())
        if isinstance(value, frozenset):
            return ", ".join(sorted(map(self.say, value)))
        if isinstance(value, tuple):
            return ", ".join(map(self.say, value))
        return _word(value)

    def _record(self, record: object) -> str:
        match record:
            case Condition():
                return self._wording.condition(record) or "altijd"
            case Clause() | AllOf() | AnyOf():
                return self._wording.item(record)
            case _:
                parts = (self._part(getattr(record, name)) for name in _names(record))
                return " · ".join(filter(None, parts))

    def _part(self, value: object) -> str:
        if isinstance(value, Condition):
            return "" if value == ALWAYS else f"als {self.say(value)}"
        return self.say(value)


def _word(value: object) -> str:
    if value is True:
        return YES
    return str(value.value if isinstance(value, Enum) else value)
