"""How many different conversations there are, and how often each route applies.

Two conversations are the same when they walk the same trees and know the same: who
holds the keyboard makes no difference by itself.
"""

from collections.abc import Mapping
from fractions import Fraction

from vpwijzer.proof.alphabet import SEAT_CELL, Alphabet
from vpwijzer.proof.diagram import EVERYTHING, NOTHING, Diagrams
from vpwijzer.proof.rulings import Rulings
from vpwijzer.proof.world import World


class Tally:
    """Counts conversations; remembers what it worked out for each diagram.

    Those that differ on silent levels only are one, and so many levels after the
    seat are in use nowhere.
    """

    def __init__(
        self, diagrams: Diagrams, silent: frozenset[int], unused: int = 0
    ) -> None:
        """Start with nothing counted."""
        self.diagrams = diagrams
        self.silent = silent
        self.deepest = max(silent, default=-1)
        depth = len(diagrams.cell_of)
        cells = enumerate(diagrams.cell_of)
        self.first = next((n for n, cell in cells if cell > SEAT_CELL), depth)
        self.beside = sum(level >= self.first for level in silent) + unused
        self.heard: dict[int, int] = {}
        self.ways = {NOTHING: 0, EVERYTHING: 1}

    def count(self, found: int) -> int:
        """Count the conversations of a diagram in which only such lie."""
        root = self.forget(found)
        return self._below(root, self.first) >> self.beside

    def _below(self, root: int, first: int) -> int:
        """Count the ways through, over every level from the first on."""
        ways, diagrams = self.ways, self.diagrams
        for node in diagrams.reached(root, but=ways.keys()):
            here = diagrams.level[node] + 1
            ways[node] = sum(
                ways[branch] << (self._depth(branch) - here)
                for branch in (diagrams.low[node], diagrams.high[node])
            )
        return ways[root] << (self._depth(root) - first)

    def _depth(self, node: int) -> int:
        return min(self.diagrams.level[node], len(self.diagrams.cell_of))

    def forget(self, node: int) -> int:
        """Give a diagram without its silent levels."""
        diagrams = self.diagrams
        level = diagrams.level[node]
        if level > self.deepest:
            return node
        heard = self.heard.get(node)
        if heard is None:
            low = self.forget(diagrams.low[node])
            high = self.forget(diagrams.high[node])
            if level in self.silent:
                heard = diagrams.either(low, high)
            else:
                heard = diagrams.node(level, low, high)
            self.heard[node] = heard
        return heard


def conversations(world: World) -> dict[str, int]:
    """Count the conversations from every start; raises TooLargeError."""
    return _counts(world, world.everything, _tally(world))


def counts(world: World, wanted: int) -> dict[str, int]:
    """Count the conversations from every start that lie in a diagram."""
    found = world.diagrams.both(world.everything, wanted)
    return _counts(world, found, _tally(world))


def shares(world: World, rulings: Rulings) -> Mapping[str, Fraction]:
    """Give the share of all conversations in which each route applies."""
    tally, both = _tally(world), world.diagrams.both
    total = sum(_counts(world, world.everything, tally).values()) or 1
    found = {
        name: both(world.everything, rulings.route(route).applies)
        for name, route in world.library.routes.items()
    }
    return {
        name: Fraction(sum(_counts(world, each, tally).values()), total)
        for name, each in found.items()
    }


def _tally(world: World) -> Tally:
    return Tally(world.diagrams, silent_levels(world.alphabet))


def _counts(world: World, found: int, tally: Tally) -> dict[str, int]:
    """Count the conversations from every start in a diagram of only such."""
    return {
        start: tally.count(world.diagrams.both(found, here))
        for start, here in world.alphabet.starts.items()
    }


def silent_levels(alphabet: Alphabet) -> frozenset[int]:
    """Give the levels that tell who holds the keyboard and nothing else."""
    level = alphabet.diagrams.level
    above = (*alphabet.starts.values(), *alphabet.seats.values())
    filled = alphabet.fillable if alphabet.seats else ()
    asked = (alphabet.facts[fact].asked for fact in filled if fact in alphabet.facts)
    return frozenset(level[each] for each in (*above, *asked) if each > EVERYTHING)
