"""All conversations that the content of one library allows."""

from collections.abc import Iterable

from vpwijzer.model import Library
from vpwijzer.proof.bdd.diagram import EVERYTHING, Diagrams
from vpwijzer.proof.space.encoding import SEAT_CELL, START_CELL, Alphabet, Writer, write
from vpwijzer.proof.space.reachable import Space
from vpwijzer.proof.space.symbolic_walk import Pass, Replay


class World(Space):
    """Every conversation that the content allows, from every start and seat."""

    def __init__(self, library: Library, budget: int) -> None:
        """Work out the rules in so many nodes; raises TooLargeError."""
        self.library = library
        diagrams = Diagrams()
        self.alphabet: Alphabet = write(library, Writer(diagrams))
        with diagrams.budget(budget):
            self.base: Pass = Replay(library, self.alphabet).run()
            rules = rules_of(self.alphabet, self.base)
        super().__init__(diagrams, rules, self.alphabet.tree_cells.values())

    def always(self, tree: str) -> bool:
        """Tell whether every conversation walks a tree, or none does."""
        return self.base.walked[tree] <= EVERYTHING

    def cells_of(self, facts: Iterable[str]) -> int:
        """Give the cells of some facts, one bit each."""
        mask = 0
        for fact in facts:
            mask |= 1 << self.alphabet.facts[fact].cell
        return mask


def rules_of(alphabet: Alphabet, base: Pass) -> list[int]:
    """Give what each cell may hold, as one pass over all conversations found it."""
    diagrams = alphabet.diagrams
    rules = [EVERYTHING] * len(alphabet.names)
    starts = tuple(alphabet.starts.values())
    if starts != (EVERYTHING,):
        rules[START_CELL] = diagrams.one_of(starts)
    if alphabet.seats:
        rules[SEAT_CELL] = diagrams.one_of(tuple(alphabet.seats.values()))
    for tree, cell in alphabet.tree_cells.items():
        rules[cell] = diagrams.same(alphabet.trees[tree], base.queued[tree])
    for fact, letters in alphabet.facts.items():
        rules[letters.cell] = _rule(fact, alphabet, base)
    return rules


def _rule(fact: str, alphabet: Alphabet, base: Pass) -> int:
    diagrams = alphabet.diagrams
    filled = alphabet.none(fact)
    for here, options in reversed(base.given.get(fact, [])):
        filled = diagrams.choose(here, alphabet.exact(fact, options), filled)
    asked = alphabet.facts[fact].asked
    answered = diagrams.both(asked, alphabet.offered(fact))
    silent = diagrams.without(filled, asked)
    return diagrams.choose(base.asked[fact], answered, silent)
