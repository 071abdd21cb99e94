"""How many different conversations there are, and how often each route applies.

Two conversations are the same when they walk the same trees and know the same: who
holds the keyboard makes no difference by itself.
"""

from collections.abc import Mapping
from fractions import Fraction

from vpwijzer.proof.alphabet import SEAT_CELL
from vpwijzer.proof.diagram import EVERYTHING
from vpwijzer.proof.rulings import Rulings
from vpwijzer.proof.search import count
from vpwijzer.proof.world import World


def conversations(world: World) -> dict[str, int]:
    """Count the conversations from every start; raises TooLargeError."""
    return {start: _count(world, start, EVERYTHING) for start in world.alphabet.starts}


def shares(world: World, rulings: Rulings) -> Mapping[str, Fraction]:
    """Give the share of all conversations in which each route applies."""
    total = sum(conversations(world).values())
    return {
        route.id: Fraction(
            sum(
                _count(world, start, rulings.route(route).applies)
                for start in world.alphabet.starts
            ),
            total or 1,
        )
        for route in world.library.routes.values()
    }


def _count(world: World, start: str, wanted: int) -> int:
    diagrams, alphabet = world.diagrams, world.alphabet
    found = diagrams.both(
        diagrams.both(world.everything, alphabet.starts[start]), wanted
    )
    silent = _silent(world)
    first = next(
        (level for level, cell in enumerate(diagrams.cell_of) if cell > SEAT_CELL),
        len(diagrams.cell_of),
    )
    beside = sum(level >= first for level in silent)
    return count(diagrams, _forget(world, found, silent), first) >> beside


def _silent(world: World) -> frozenset[int]:
    """Give the levels that tell who holds the keyboard and nothing else."""
    level, alphabet = world.diagrams.level, world.alphabet
    above = (*alphabet.starts.values(), *alphabet.seats.values())
    filled = alphabet.fillable if alphabet.seats else ()
    asked = (alphabet.facts[fact].asked for fact in filled if fact in alphabet.facts)
    return frozenset(level[each] for each in (*above, *asked) if each > EVERYTHING)


def _forget(world: World, root: int, silent: frozenset[int]) -> int:
    diagrams, deepest = world.diagrams, max(silent, default=-1)
    memory: dict[int, int] = {}

    def forget(node: int) -> int:
        if diagrams.level[node] > deepest:
            return node
        if node not in memory:
            low, high = forget(diagrams.low[node]), forget(diagrams.high[node])
            level = diagrams.level[node]
            if level in silent:
                memory[node] = diagrams.either(low, high)
            else:
                memory[node] = diagrams.node(level, low, high)
        return memory[node]

    return forget(root)
