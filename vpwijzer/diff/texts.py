"""What is written otherwise: every text, rule, source and promise that differs."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from enum import Enum
from typing import Protocol, TypeAlias

from vpwijzer.diff.align import in_one_order, is_record, matched, plain
from vpwijzer.engine.closing import as_content
from vpwijzer.model import (
    ALWAYS,
    YES,
    AllOf,
    AnyOf,
    Citation,
    Clause,
    Closing,
    Condition,
    ContactLink,
    Item,
    Library,
    Option,
    Question,
    Tree,
)

Path: TypeAlias = tuple[str, ...]
"""A field, and below it the name of an option, aspect or question."""

KINDS = (
    *("trees", "questions", "routes", "concepts", "tracks", "aspects", "clocks"),
    *("contacts", "sources", "guarantees", "jargon", "openings", "closings", "places"),
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


class Wording(Protocol):
    """How conditions read in one library; what is compared is words, not layout."""

    def condition(self, condition: Condition) -> str:
        """Give a condition as one phrase."""

    def item(self, item: Item) -> str:
        """Give an item of a condition."""

    def name(self, choice: Enum) -> str:
        """Give what a fixed choice is called."""


def compare_texts(
    old: Library, new: Library, wording: Callable[[Library], Wording]
) -> Iterator[Written]:
    """Give everything that is written otherwise, conditions in the words given."""
    words = _Words(old, wording), _Words(new, wording)
    before, after = _all(old, words[0].say), _all(new, words[1].say)
    for kind in KINDS:
        names = in_one_order(before[kind], after[kind])
        for name in names:
            items = before[kind].get(name), after[kind].get(name)
            for path, was, now in _compare(*map(_facets, items)):
                said = (
                    words[0].of(items[0], path, was),
                    words[1].of(items[1], path, now),
                )
                if said != ("", ""):
                    yield Written(kind, name, path, *said)
    orders = list(old.trees), list(new.trees)
    if orders[0] != orders[1] and set(orders[0]) == set(orders[1]):
        yield Written("trees", "", (ORDER,), *map(", ".join, orders))


def _all(
    library: Library, say: Callable[[Enum], str]
) -> dict[str, Mapping[str, object]]:
    kinds = {kind: getattr(library, kind) for kind in KINDS if kind != "questions"}
    kinds["places"] = {"": library.places}
    for kind in ("openings", "closings"):
        kinds[kind] = {say(seat): each for seat, each in kinds[kind].items()}
    return {**kinds, "questions": library.questions}


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
        elif isinstance(item, Closing) and name == "questions":
            found |= _asked_after(item.questions)
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


def _asked_after(questions: tuple[Question, ...]) -> dict[Path, object]:
    found: dict[Path, object] = {("questions",): tuple(q.id for q in questions)}
    for question in questions:
        found["questions", question.id, "condition"] = question.condition
        for path, value in _facets(question).items():
            found["questions", question.id, *path] = value
    return found


def _compare(
    was: Mapping[Path, object], now: Mapping[Path, object]
) -> Iterator[tuple[Path, object, object]]:
    for path in in_one_order(was, now):
        old, new = was.get(path), now.get(path)
        if plain(old) == plain(new):
            continue
        before, after = _as_list(old), _as_list(new)
        if before is None or after is None:
            yield path, old, new
        else:
            yield from _compare_lists(path, before, after)


def _as_list(value: object) -> Sequence[object] | None:
    """Give what is compared part by part: records."""
    if value is None:
        return ()
    if isinstance(value, tuple) and all(map(is_record, value)):
        return value
    return None


def _compare_lists(
    path: Path, old: Sequence[object], new: Sequence[object]
) -> Iterator[tuple[Path, object, object]]:
    pairs = list(matched(old, new))
    yield from ((path, *pair) for pair in pairs if plain(pair[0]) != plain(pair[1]))
    if not _keeps_order(pairs, old, new):
        yield (*path, ORDER), old, new


def _keeps_order(
    pairs: Iterable[tuple[object, object]], old: Sequence[object], new: Sequence[object]
) -> bool:
    """Tell whether what stayed stands in the same order as before."""
    before = {id(each): place for place, each in enumerate(old)}
    after = {id(each): place for place, each in enumerate(new)}
    kept = [(after[id(b)], before[id(a)]) for a, b in pairs if a and b]
    places = [was for _, was in sorted(kept)]
    return places == sorted(places)


class _Words:
    """Puts what is written into words, with the questions of one version."""

    def __init__(self, library: Library, wording: Callable[[Library], Wording]) -> None:
        self._library = library
        self._make = wording
        self._wording = wording(library)

    def of(self, owner: object, path: Path, value: object) -> str:
        """Give what is written in an owner; a closing has questions of its own."""
        if isinstance(owner, Closing) and path[0] == "questions":
            return _Words(as_content(self._library, owner), self._make).say(value)
        return self.say(value)

    def say(self, value: object) -> str:
        """Give a value as one text; empty when there is nothing to read."""
        if not value:
            return ""
        if is_record(value):
            return self._record(value)
        if isinstance(value, Mapping):
            return "; ".join(f"{key}: {self.say(v)}" for key, v in value.items())
        if isinstance(value, frozenset | tuple):
            said = [self.say(each) for each in value]
            return ", ".join(said if isinstance(value, tuple) else sorted(said))
        if isinstance(value, Enum):
            return self._wording.name(value)
        return YES if value is True else str(value)

    def _record(self, record: object) -> str:
        match record:
            case Condition():
                return self._wording.condition(record) or "altijd"
            case Clause() | AllOf() | AnyOf():
                return self._wording.item(record)
            case ContactLink() if record.contact in self._library.contacts:
                name = self._library.contacts[record.contact].name
                return " · ".join(filter(None, (name, self._part(record.condition))))
            case Citation() if record.source in self._library.sources:
                title = self._library.sources[record.source].title
                return " · ".join(filter(None, (title, record.place)))
            case _:
                parts = (self._part(getattr(record, name)) for name in _names(record))
                return " · ".join(filter(None, parts))

    def _part(self, value: object) -> str:
        if isinstance(value, Condition):
            return "" if value == ALWAYS else f"als {self.say(value)}"
        return self.say(value)
