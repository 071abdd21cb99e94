"""How many different conversations there are, and in what part of them something lies.

Two conversations are the same when they walk the same trees and know the same: who
holds the keyboard makes no difference by itself.
"""

from collections.abc import Mapping
from fractions import Fraction

from vpwijzer.proof.bdd import FALSE, TRUE, Diagrams, Level, Node, TooLargeError
from vpwijzer.proof.bdd.path_sum import Density
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.encoding import SEAT_GROUP, Encoding
from vpwijzer.proof.space.symbolic_outcome import Rulings


class ModelCount:
    """Model counting: conversations per start; remembers what it found for each node.

    Those that differ on silent levels only are one, and so many levels after the
    seat are in use nowhere.
    """

    def __init__(
        self,
        diagrams: Diagrams,
        starts: Mapping[str, Node],
        silent: frozenset[Level],
        unused: int = 0,
    ) -> None:
        """Take each start as a diagram, and the levels that make no difference."""
        self.diagrams = diagrams
        self.starts = starts
        self.silent = silent
        self.deepest = max(silent, default=-1)
        depth = len(diagrams.group_of)
        groups = enumerate(diagrams.group_of)
        self.first = next((n for n, group in groups if group > SEAT_GROUP), depth)
        self.beside = sum(level >= self.first for level in silent) + unused
        self._heard: dict[Node, Node] = {}
        self._ways = {FALSE: 0, TRUE: 1}

    def counts(self, found: Node) -> dict[str, int]:
        """Count, per start, the conversations in a diagram that holds nothing else."""
        roots = zip(self.starts, self.heard(found), strict=True)
        return {
            start: self._below(root, self.first) >> self.beside for start, root in roots
        }

    def heard(self, found: Node) -> list[Node]:
        """Give, per start, a diagram with the silent levels quantified away."""
        conj = self.diagrams.conj
        try:
            return [self._forget(conj(found, here)) for here in self.starts.values()]
        except TooLargeError:  # what was made is gone, and its numbers come again
            self._heard.clear()
            self._ways = {FALSE: 0, TRUE: 1}
            raise

    def _below(self, root: Node, first: int) -> int:
        """Count the paths to TRUE, over every level from the first on."""
        ways, diagrams = self._ways, self.diagrams
        for node in diagrams.nodes_below(root, but=ways.keys()):
            here = diagrams.level[node] + 1
            ways[node] = sum(
                ways[branch] << (self._depth(branch) - here)
                for branch in (diagrams.low[node], diagrams.high[node])
            )
        return ways[root] << (self._depth(root) - first)

    def _depth(self, node: Node) -> int:
        return min(self.diagrams.level[node], len(self.diagrams.group_of))

    def _forget(self, node: Node) -> Node:
        """Quantify the silent levels away (exists)."""
        diagrams = self.diagrams
        level = diagrams.level[node]
        if level > self.deepest:
            return node
        heard = self._heard.get(node)
        if heard is None:
            low = self._forget(diagrams.low[node])
            high = self._forget(diagrams.high[node])
            if level in self.silent:
                heard = diagrams.disj(low, high)
            else:
                heard = diagrams.node(level, low, high)
            self._heard[node] = heard
        return heard


class Shares:
    """Measures in what part of the conversations from each start something lies."""

    def __init__(self, model_count: ModelCount, everything: Node) -> None:
        """Count all conversations; raises TooLargeError."""
        self.everything = everything
        self.totals: Mapping[str, int] = model_count.counts(everything)
        self._model_count = model_count
        self._density = Density(model_count.diagrams, model_count.heard(everything))
        self._whole = self._density.of(TRUE)

    def of(self, where: Node) -> Mapping[str, Fraction]:
        """Give the part per start; a start with none is absent.

        Nothing is made for it, unless it depends on who holds the keyboard.
        """
        if self._reads_silent(where):
            here = self._model_count.diagrams.conj(self.everything, where)
            sizes = list(self._model_count.counts(here).values())
            whole = list(self.totals.values())
        else:
            sizes, whole = self._density.of(where), self._whole
        each = zip(self._model_count.starts, sizes, whole, strict=True)
        return {start: Fraction(size, all_) for start, size, all_ in each if size}

    def _reads_silent(self, where: Node) -> bool:
        diagrams = self._model_count.diagrams
        levels = {diagrams.level[node] for node in diagrams.nodes_below(where)}
        return not levels.isdisjoint(self._model_count.silent)


def count_conversations(space: Conversations) -> dict[str, int]:
    """Count the conversations from every start; raises TooLargeError."""
    return _model_count(space).counts(space.everything)


def shares_of(space: Conversations) -> Shares:
    """Measure parts of all conversations; raises TooLargeError."""
    return Shares(_model_count(space), space.everything)


def route_shares(space: Conversations, rulings: Rulings) -> Mapping[str, Fraction]:
    """Give the share of all conversations in which each route applies."""
    parts = shares_of(space)
    total = sum(parts.totals.values()) or 1
    found = {
        name: parts.of(rulings.route(route).applies)
        for name, route in space.library.routes.items()
    }
    return {
        name: sum((part * parts.totals[s] for s, part in each.items()), Fraction())
        / total
        for name, each in found.items()
    }


def _model_count(space: Conversations) -> ModelCount:
    encoding = space.encoding
    return ModelCount(space.diagrams, encoding.starts, silent_levels(encoding))


def silent_levels(encoding: Encoding) -> frozenset[Level]:
    """Give the levels that tell who holds the keyboard and nothing else."""
    level = encoding.diagrams.level
    above = (*encoding.starts.values(), *encoding.seats.values())
    filled = encoding.fillable if encoding.seats else ()
    asked = (encoding.facts[fact].asked for fact in filled if fact in encoding.facts)
    return frozenset(level[each] for each in (*above, *asked) if each > TRUE)
