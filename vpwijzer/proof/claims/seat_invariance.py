"""Whether the same answers lead to the same outcome from every seat.

Every conversation of the adviser and the employee is held once more from the
trainer's seat, who is asked everything, with the same answers. Trees and routes
must be the same, but for the trees that only the adviser walks.
"""

from collections.abc import Iterator

from vpwijzer.model import Library, Question, Seat
from vpwijzer.proof.claims.sites import Uses
from vpwijzer.proof.claims.violation import Flaw, Words
from vpwijzer.proof.space.conversations import World
from vpwijzer.proof.space.counterfactual import Again, where_known
from vpwijzer.proof.space.symbolic_logic import Value
from vpwijzer.proof.space.symbolic_outcome import rulings

TREE = Words(
    "stoel-verschilt",
    "bij dezelfde antwoorden wordt de boom '{}' niet vanaf elke stoel gelopen",
    "stel de vraag met 'stoel' in elke boom die ervan afhangt",
)
ROUTE = Words(
    "stoel-verschilt",
    "bij dezelfde antwoorden is de route '{}' niet vanaf elke stoel dezelfde",
    "stel de vraag met 'stoel' in elke boom waar deze route bij hoort, "
    "en laat haar niet rusten op wat alleen de VP wordt gevraagd",
)


def check_seat(world: World, uses: Uses, seat: Seat) -> Iterator[Flaw]:
    """Report the first tree or route that differs from the trainer's seat."""
    where = world.alphabet.seat(seat)

    def answer(question: Question) -> Value:
        value = world.base.values[question.id]
        return where_known(world, question, value, value.known)

    found = Again(world, answer, where, (), Seat.TRAINER).run()
    if found.values == world.base.values and found.walked == world.base.walked:
        return
    now = Uses(world, rulings(world.library, world.diagrams, found))
    flaws = _differences(world, uses, now, where)
    yield from (flaw for flaw, _ in zip(flaws, range(1), strict=False))


def _differences(world: World, before: Uses, now: Uses, where: int) -> Iterator[Flaw]:
    diagrams, library = world.diagrams, world.library
    shared = frozenset(t.id for t in library.trees.values() if not t.adviser_only)
    for tree in sorted(shared, key=list(library.trees).index):
        pair = before.rulings.walked[tree], now.rulings.walked[tree]
        shown = diagrams.both(where, diagrams.differ(*pair))
        if world.possible(shown):
            yield TREE.at(library.trees[tree].at, tree, shown=shown)
    for name in _routes(library, shared):
        route = library.routes[name]
        walked = before.rulings.any_walked(tuple(set(route.trees) & shared))
        for shown in _changes(before, now, name):
            seen = diagrams.all_of((where, walked, shown))
            if world.possible(seen):
                yield ROUTE.at(route.at, name, shown=seen)
                break


def _routes(library: Library, shared: frozenset[str]) -> Iterator[str]:
    return (r.id for r in library.routes.values() if set(r.trees) & shared)


def _changes(before: Uses, now: Uses, name: str) -> Iterator[int]:
    diagrams, route = before.world.diagrams, before.world.library.routes[name]
    for one, two in zip(before.route(route), now.route(route), strict=True):
        pairs = zip(one.weigh(one.condition), two.weigh(two.condition), strict=True)
        for first, second in pairs:
            here = diagrams.both(one.where, first), diagrams.both(two.where, second)
            yield diagrams.differ(*here)
