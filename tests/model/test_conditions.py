"""Every field that can hold a condition is among the conditions of its owner."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import count
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

from vpwijzer.engine.logic import clauses_in
from vpwijzer.model import ALWAYS, Clause, Condition, Item, Library, Route
from vpwijzer.model.position import Position

AT = Position("a.yaml", 1, 1)


class Filled:
    """Makes values with every field filled, each condition one of its own."""

    def __init__(self) -> None:
        self.numbers = count()
        self.made: set[str] = set()

    def _item(self) -> Clause:
        fact = f"feit-{next(self.numbers)}"
        self.made.add(fact)
        return Clause(fact, frozenset({"ja"}), AT)

    def value(self, hint: object) -> object:
        if hint is Condition:
            return Condition(when=(self._item(),), unless=(self._item(),))
        if hint == Item:
            return self._item()
        if get_origin(hint) in {Union, UnionType}:
            return self.value(next(h for h in get_args(hint) if h is not NoneType))
        if is_dataclass(hint) and isinstance(hint, type):
            return hint(**{name: self.value(h) for name, h in hints_of(hint).items()})
        return self._plain(hint)

    def _plain(self, hint: object) -> object:
        args = get_args(hint)
        kind = get_origin(hint) or hint
        if kind is tuple:
            return tuple(self.value(each) for each in args if each is not ...)
        if kind is frozenset:
            return frozenset(map(self.value, args))
        if kind is Mapping:
            return {self.value(args[0]): self.value(args[1])}
        if kind is Position:
            return AT
        assert isinstance(kind, type), f"no value for {kind}"
        return next(iter(kind)) if issubclass(kind, Enum) else kind()


def hints_of(kind: type) -> dict[str, object]:
    hints = get_type_hints(kind)
    return {field.name: hints[field.name] for field in fields(kind)}


def facts_in(*conditions: Condition) -> set[str]:
    return {clause.fact for each in conditions for clause in clauses_in(each.items)}


def test_library_gives_every_condition_that_content_can_hold() -> None:
    filled = Filled()
    library = filled.value(Library)
    assert isinstance(library, Library)

    (guarantee,) = library.guarantees.values()
    (closing,) = library.closings.values()
    asked_after = [question.condition for question in closing.questions]
    # Only what is offered after the outcome may depend; the loader gives trees none.
    options = [o.condition for q in library.questions.values() for o in q.options]
    apart = facts_in(guarantee.condition, *asked_after, *options)

    assert facts_in(*library.conditions()) == filled.made - apart
    assert len(apart) == 6


def test_parts_of_a_route_are_all_that_has_a_condition_of_its_own() -> None:
    route = Filled().value(Route)
    assert isinstance(route, Route)

    own = {*route.condition.items, *route.meant_for, *route.fits}
    own |= set(route.priority.items if route.priority else ())
    bare = replace(route, condition=ALWAYS, priority=None, meant_for=(), fits=())

    assert facts_in(*bare.conditions()) == {
        clause.fact
        for part in route.parts()
        for clause in clauses_in(part.condition.items)
    }
    assert facts_in(*route.conditions()) - facts_in(*bare.conditions()) == {
        clause.fact for clause in clauses_in(own)
    }


def test_shared_question_is_given_as_the_first_tree_asks_it() -> None:
    library = Filled().value(Library)
    assert isinstance(library, Library)
    (tree,) = library.trees.values()
    (asked,) = tree.questions
    later = replace(tree, id="later", questions=(replace(asked, condition=ALWAYS),))

    both = replace(library, trees={tree.id: tree, later.id: later})

    assert both.questions == {asked.id: asked}
