"""Content in which one finding is mended, in each way that its remedy names.

What is gone then as well, had the same cause. This mends as roughly as can be, to see
what follows from what; how it is mended well, is for an author to decide.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from vpwijzer.checks.repair_guarantee import kept
from vpwijzer.engine.logic import questions_read
from vpwijzer.model import (
    ALWAYS,
    Actor,
    Clause,
    Condition,
    FollowUp,
    Item,
    Library,
    Option,
    Question,
    Route,
    Tree,
)
from vpwijzer.model.finding import Finding
from vpwijzer.model.position import Position

ITEMS = ("when", "unless", "meant_for", "fits", "implies")
"""Where clauses may stand."""

Edit = Callable[[Any], Iterator[Any]]
Mend = Callable[[Library, Position], Iterator[Library]]


def mends(library: Library, finding: Finding) -> Iterator[Library]:
    """Give content in which a finding may be mended; a check shows whether it is."""
    yield from MENDS.get(finding.code, _freed)(library, finding.at)


def _freed(library: Library, at: Position) -> Iterator[Library]:
    """Take away the clause at a place, or one of the conditions around it."""

    def loosened(value: Any) -> Iterator[Any]:  # noqa: ANN401 - any value of the model
        items = {name: getattr(value, name) for name in ITEMS if hasattr(value, name)}
        left = {name: _without(each, at) for name, each in items.items()}
        if left != items:
            yield replace(value, **left)
        if getattr(value, "condition", ALWAYS) != ALWAYS:
            yield replace(value, condition=ALWAYS)

    yield from _edited(library, at, loosened)


def _without(items: tuple[Item, ...], at: Position) -> tuple[Item, ...]:
    """Leave out the clause at a place, and a group in which nothing else stood."""
    left: list[Item] = []
    for item in items:
        if isinstance(item, Clause):
            left += [item] if item.at != at else []
        elif parts := _without(item.parts, at):
            left.append(replace(item, parts=parts))
    return tuple(left)


def _reworded(library: Library, at: Position) -> Iterator[Library]:
    """Let what stands at a place say something else."""

    def other(value: Any) -> Iterator[Any]:  # noqa: ANN401 - any value of the model
        if hasattr(value, "text"):
            yield replace(value, text=f"{value.text} {at}")

    yield from _edited(library, at, other)


def _edited(library: Library, at: Position, edit: Edit) -> Iterator[Library]:
    for part in ("trees", "routes", "concepts", "clocks"):
        every: Mapping[str, Any] = getattr(library, part)
        for name, each in every.items():
            if each.at.file == at.file:
                for made in _variants(each, at, edit):
                    changed: dict[str, Any] = {part: {**every, name: made}}
                    yield replace(library, **changed)


def _variants(value: Any, at: Position, edit: Edit) -> Iterator[Any]:  # noqa: ANN401 - any value of the model
    """Give a value with one edit to something that holds a place, inside out."""
    for key, inner in _parts(value):
        for made in _variants(inner, at, edit):
            yield _with_part(value, key, made)
    if any(each == at for each in _places(value)):
        yield from edit(value)


def _parts(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - any value of the model
    if isinstance(value, Mapping):
        yield from value.items()
    elif isinstance(value, tuple) and not isinstance(value, Position):
        yield from enumerate(value)
    elif is_dataclass(value):
        yield from ((each.name, getattr(value, each.name)) for each in fields(value))


def _with_part(value: Any, key: Any, made: Any) -> Any:  # noqa: ANN401 - any value of the model
    if isinstance(value, Mapping):
        return {**value, key: made}
    if isinstance(value, tuple):
        return (*value[:key], made, *value[key + 1 :])
    return replace(value, **{key: made})


def _places(value: Any) -> Iterator[Position]:  # noqa: ANN401 - any value of the model
    if isinstance(value, Position):
        yield value
    for _, inner in _parts(value):
        yield from _places(inner)


def _clauses_at(value: Any, at: Position) -> Iterator[Clause]:  # noqa: ANN401 - any value of the model
    if isinstance(value, Clause) and value.at == at:
        yield value
    for _, inner in _parts(value):
        yield from _clauses_at(inner, at)


def _with_more_options(library: Library, at: Position) -> Iterator[Library]:
    """Let a question offer more."""
    more = (Option("+1", "", at), Option("+2", "", at))

    def offer(question: Question) -> Question:
        if question.id not in asked:
            return question
        return replace(question, options=(*question.options, *more))

    asked = {each.id for _, each in _questions(library) if each.at == at}
    trees = [
        replace(tree, questions=tuple(map(offer, tree.questions)))
        for tree in library.trees.values()
    ]
    yield _with_trees(library, *trees)


def _leading_here(library: Library, at: Position) -> Iterator[Library]:
    """Let a tree follow on every tree before it."""
    before: list[Tree] = []
    for tree in library.trees.values():
        if tree.at == at:
            yield _with_trees(library, *(_then(each, tree.id, at) for each in before))
        before.append(tree)


def _asked_along(library: Library, at: Position) -> Iterator[Library]:
    """Let the trees of a route and the questions that it reads come together."""
    order = list(library.trees)
    for route in library.routes.values():
        read = set(questions_read(_clauses_at(route, at), library.concepts))
        asking = [tree.id for tree, each in _questions(library) if each.id in read]
        for name in asking:
            made = library
            for tree in route.trees:
                one, other = sorted((name, tree), key=order.index)
                made = _with_trees(made, _then(made.trees[one], other, at))
            yield made


def _asked_at_all(library: Library, at: Position) -> Iterator[Library]:
    """Let a question that a case answers be asked, and its trees always follow."""
    for case in library.scenarios.values():
        for name, place in case.answer_places.items():
            if place == at:
                for tree, question in _questions(library):
                    if question.id == name:
                        freed = _with_trees(library, _asking(tree, name))
                        yield from _leading_here(freed, tree.at)


def _asking(tree: Tree, name: str) -> Tree:
    asked = (
        replace(q, condition=ALWAYS) if q.id == name else q for q in tree.questions
    )
    return replace(tree, questions=tuple(asked))


def _starting(library: Library, at: Position) -> Iterator[Library]:
    """Let a tree be a start, so that nothing is known before it."""
    for tree, question in _questions(library):
        if question.at == at:
            yield _with_trees(library, replace(tree, can_start=True))


def _helped(library: Library, at: Position) -> Iterator[Library]:
    """Let every track be a help, or let one tree always have a way that helps."""
    tracks = {n: replace(each, is_help=True) for n, each in library.tracks.items()}
    yield replace(library, tracks=tracks)
    for tree in library.trees:
        yield from _with_route(replace(library, tracks=tracks), (tree,), ALWAYS, at)


def _read(library: Library, at: Position) -> Iterator[Library]:
    """Let a way depend on a question."""
    for _, question in _questions(library):
        if question.at == at:
            trees = tuple(
                tree.id for tree, each in _questions(library) if each.id == question.id
            )
            first = frozenset({question.options[0].id})
            condition = Condition((Clause(question.id, first, at),))
            yield from _with_route(library, trees, condition, at)


def _with_route(
    library: Library, trees: tuple[str, ...], condition: Condition, at: Position
) -> Iterator[Library]:
    track, day = next(iter(library.tracks), ""), library.trees[trees[0]].checked
    made = Route("+", "", track, trees, Actor.PERSON, "", day, at, condition)
    yield replace(library, routes={**library.routes, made.id: made})


def _then(tree: Tree, name: str, at: Position) -> Tree:
    return replace(tree, follow_ups=(*tree.follow_ups, FollowUp(name, ALWAYS, at)))


def _with_trees(library: Library, *trees: Tree) -> Library:
    return replace(library, trees={**library.trees, **{t.id: t for t in trees}})


def _questions(library: Library) -> Iterator[tuple[Tree, Question]]:
    for tree in library.trees.values():
        yield from ((tree, question) for question in tree.questions)


MENDS: Mapping[str, Mend] = {
    "antwoord-niet-gebruikt": _asked_at_all,
    "boom-onbereikbaar": _leading_here,
    "dubbel-gezegd": _reworded,
    "feit-niet-gevraagd": _asked_along,
    "gesprek-zonder-weg": _helped,
    "te-weinig-keuzes": _with_more_options,
    "vraag-al-bekend": _starting,
    "vraag-zonder-gevolg": _read,
    "waarborg-geschonden": kept,
}
"""What to do about a finding; where nothing stands here, its condition goes."""
