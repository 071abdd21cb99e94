"""Vacuity: whether every condition, and every clause in it, makes a difference."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from vpwijzer.engine.logic import clauses_in
from vpwijzer.model import Clause, Condition, Item
from vpwijzer.proof.bdd import Node
from vpwijzer.proof.claims import rules
from vpwijzer.proof.claims.rules import Violation, violation
from vpwijzer.proof.claims.site import Site
from vpwijzer.proof.space.conversations import Conversations


def check_site(space: Conversations, site: Site) -> Iterator[Violation]:
    """Report a condition that never does anything, or else what is idle in it."""
    conj, possible = space.diagrams.conj, space.possible
    if not possible(site.where):
        return
    if not possible(conj(site.where, site.happens)):
        if site.kind in rules.NEVER:
            yield violation(rules.NEVER[site.kind], site.at, site.owner)
        return

    def differ(one: tuple[Node, ...], other: tuple[Node, ...]) -> bool:
        changes = map(space.diagrams.xor, one, other)
        return any(possible(conj(site.where, change)) for change in changes)

    for clause, value in idle(site.condition, site.evaluate, differ):
        rule = rules.IDLE_VALUE if value else rules.IDLE_CLAUSE
        yield violation(rule, clause.at, clause.fact, value)


Path = tuple[int, ...]
Items = tuple[Item, ...]
Observed = tuple[Node, ...]


def idle(
    condition: Condition,
    evaluate: Callable[[Condition], Observed],
    differ: Callable[[Observed, Observed], bool],
) -> Iterator[tuple[Clause, str]]:
    """Give the clauses, and then the values of others, that could as well go.

    From the last clause to the first, and each stays out when it could go: of two
    that say the same, only the last is given. A group that could go as a whole is
    given once, by its first clause. A whole clause comes without a value.
    """
    gone: Path = (-1,)
    truths = evaluate(condition)
    for path, clause in reversed(list(_paths_in(condition, groups=True))):
        if path[: len(gone)] == gone:
            continue
        smaller = _condition_with(condition, path, ())
        if not differ(truths, evaluate(smaller)):
            yield clause, ""
            condition, gone, truths = smaller, path, evaluate(smaller)
    for path, clause in reversed(list(_paths_in(condition))):
        left = clause
        for value in sorted(clause.values):
            fewer = replace(left, values=left.values - {value})
            smaller = _condition_with(condition, path, (fewer,))
            if fewer.values and not differ(truths, evaluate(smaller)):
                yield clause, value
                condition, left, truths = smaller, fewer, evaluate(smaller)


def _paths_in(
    condition: Condition, *, groups: bool = False
) -> Iterator[tuple[Path, Clause]]:
    """Give where each clause stands, and each group after what is in it."""
    for side, items in enumerate((condition.when, condition.unless)):
        for path, clause in _paths(items, groups=groups):
            yield (side, *path), clause


def _paths(items: Items, *, groups: bool) -> Iterator[tuple[Path, Clause]]:
    for number, item in enumerate(items):
        if isinstance(item, Clause):
            yield (number,), item
            continue
        for path, clause in _paths(item.parts, groups=groups):
            yield (number, *path), clause
        if groups:
            yield (number,), next(clauses_in((item,)))


def _condition_with(condition: Condition, path: Path, put: Items) -> Condition:
    if path[0]:
        return replace(condition, unless=_with(condition.unless, path[1:], put))
    return replace(condition, when=_with(condition.when, path[1:], put))


def _with(items: Items, path: Path, put: Items) -> Items:
    """Put something in the place of a clause; a group that is left empty goes."""
    number = path[0]
    item = items[number]
    if path[1:] and not isinstance(item, Clause):
        rest = _with(item.parts, path[1:], put)
        put = (replace(item, parts=rest),) if rest else ()
    return (*items[:number], *put, *items[number + 1 :])
