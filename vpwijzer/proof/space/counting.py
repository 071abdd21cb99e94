"""How many different conversations there are, and in what part of them something lies.

Two conversations are the same when they walk the same trees and know the same: who
holds the keyboard makes no difference by itself.
"""

from collections.abc import Mapping
from fractions import Fraction

from vpwijzer.proof.bdd.diagram import EVERYTHING, NOTHING, Diagrams, TooLargeError
from vpwijzer.proof.bdd.path_sum import Mass
from vpwijzer.proof.space.conversations import World
from vpwijzer.proof.space.encoding import SEAT_CELL, Alphabet
from vpwijzer.proof.space.symbolic_outcome import Rulings


class Tally:
    """Counts conversations per start; remembers what it worked out for each diagram.

    Those that differ on silent levels only are one, and so many levels after the
    seat are in use nowhere.
    """

    def __init__(
        self,
        diagrams: Diagrams,
        starts: Mapping[str, int],
        silent: frozenset[int],
        unused: int = 0,
    ) -> None:
        """Start with nothing counted."""
        self.diagrams = diagrams
        self.starts = starts
        self.silent = silent
        self.deepest = max(silent, default=-1)
        depth = len(diagrams.cell_of)
        cells = enumerate(diagrams.cell_of)
        self.first = next((n for n, cell in cells if cell > SEAT_CELL), depth)
        self.beside = sum(level >= self.first for level in silent) + unused
        self._heard: dict[int, int] = {}
        self._ways = {NOTHING: 0, EVERYTHING: 1}

    def counts(self, found: int) -> dict[str, int]:
        """Count, per start, the conversations of a diagram in which only such lie."""
        roots = zip(self.starts, self.heard(found), strict=True)
        return {
            start: self._below(root, self.first) >> self.beside for start, root in roots
        }

    def heard(self, found: int) -> list[int]:
        """Give, per start, a diagram without who holds the keyboard."""
        both = self.diagrams.both
        try:
            return [self._forget(both(found, here)) for here in self.starts.values()]
        except TooLargeError:  # what was made is gone, and its numbers come again
            self._heard.clear()
            self._ways = {NOTHING: 0, EVERYTHING: 1}
            raise

    def _below(self, root: int, first: int) -> int:
        """Count the ways through, over every level from the first on."""
        ways, diagrams = self._ways, self.diagrams
        for node in diagrams.reached(root, but=ways.keys()):
            here = diagrams.level[node] + 1
            ways[node] = sum(
                ways[branch] << (self._depth(branch) - here)
                for branch in (diagrams.low[node], diagrams.high[node])
            )
        return ways[root] << (self._depth(root) - first)

    def _depth(self, node: int) -> int:
        return min(self.diagrams.level[node], len(self.diagrams.cell_of))

    def _forget(self, node: int) -> int:
        """Give a diagram without its silent levels."""
        diagrams = self.diagrams
        level = diagrams.level[node]
        if level > self.deepest:
            return node
        heard = self._heard.get(node)
        if heard is None:
            low = self._forget(diagrams.low[node])
            high = self._forget(diagrams.high[node])
            if level in self.silent:
                heard = diagrams.either(low, high)
            else:
                heard = diagrams.node(level, low, high)
            self._heard[node] = heard
        return heard


class Parts:
    """Measures in what part of the conversations from each start something lies."""

    def __init__(self, tally: Tally, everything: int) -> None:
        """Count all conversations; raises TooLargeError."""
        self.everything = everything
        self.totals: Mapping[str, int] = tally.counts(everything)
        self._tally = tally
        self._mass = Mass(tally.diagrams, tally.heard(everything))
        self._whole = self._mass.of(EVERYTHING)

    def of(self, where: int) -> Mapping[str, Fraction]:
        """Give the part per start; a start with none is absent.

        Nothing is made for it, unless it depends on who holds the keyboard.
        """
        if self._reads_silent(where):
            here = self._tally.diagrams.both(self.everything, where)
            sizes = list(self._tally.counts(here).values())
            whole = list(self.totals.values())
        else:
            sizes, whole = self._mass.of(where), self._whole
        each = zip(self._tally.starts, sizes, whole, strict=True)
        return {start: Fraction(size, all_) for start, size, all_ in each if size}

    def _reads_silent(self, where: int) -> bool:
        diagrams = self._tally.diagrams
        levels = {diagrams.level[node] for node in diagrams.reached(where)}
        return not levels.isdisjoint(self._tally.silent)


def conversations(world: World) -> dict[str, int]:
    """Count the conversations from every start; raises TooLargeError."""
    return _tally(world).counts(world.everything)


def parts_of(world: World) -> Parts:
    """Measure parts of all conversations; raises TooLargeError."""
    return Parts(_tally(world), world.everything)


def shares(world: World, rulings: Rulings) -> Mapping[str, Fraction]:
    """Give the share of all conversations in which each route applies."""
    parts = parts_of(world)
    total = sum(parts.totals.values()) or 1
    found = {
        name: parts.of(rulings.route(route).applies)
        for name, route in world.library.routes.items()
    }
    return {
        name: sum((part * parts.totals[s] for s, part in each.items()), Fraction())
        / total
        for name, each in found.items()
    }


def _tally(world: World) -> Tally:
    alphabet = world.alphabet
    return Tally(world.diagrams, alphabet.starts, silent_levels(alphabet))


def silent_levels(alphabet: Alphabet) -> frozenset[int]:
    """Give the levels that tell who holds the keyboard and nothing else."""
    level = alphabet.diagrams.level
    above = (*alphabet.starts.values(), *alphabet.seats.values())
    filled = alphabet.fillable if alphabet.seats else ()
    asked = (alphabet.facts[fact].asked for fact in filled if fact in alphabet.facts)
    return frozenset(level[each] for each in (*above, *asked) if each > EVERYTHING)
