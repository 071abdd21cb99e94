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
    found = diagrams.both(diagrams.both(world.everything, alphabet.starts[start]), wanted)
    first = _first_level(world)
    memory: dict[int, int] = {}

    def strip(node: int) -> int:
        """Forget the start and the seat, which stand above everything else."""
        if diagrams.level[node] >= first:
            return node
        if node not in memory:
            low, high = strip(diagrams.low[node]), strip(diagrams.high[node])
            memory[node] = diagrams.either(low, high)
        return memory[node]

    return count(diagrams, strip(found), first)


def _first_level(world: World) -> int:
    cells = world.diagrams.cell_of
    above = (level for level, cell in enumerate(cells) if cell > SEAT_CELL)
    return next(above, len(cells))
