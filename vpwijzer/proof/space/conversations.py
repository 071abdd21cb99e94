"""The state space of one library: every conversation that its content allows."""

from collections.abc import Iterable

from vpwijzer.model import Library
from vpwijzer.proof.bdd import TRUE, Diagrams, Mask, Node, mask_of
from vpwijzer.proof.space.encoding import (
    SEAT_GROUP,
    START_GROUP,
    Allocator,
    Encoding,
    encode,
)
from vpwijzer.proof.space.reachable import Reachable
from vpwijzer.proof.space.symbolic_walk import Run, SymbolicWalk


class Conversations(Reachable):
    """Every conversation that the content allows, from every start and seat."""

    def __init__(self, library: Library, budget: int) -> None:
        """Walk all trees symbolically, in so many nodes; raises TooLargeError."""
        self.library = library
        diagrams = Diagrams()
        self.encoding: Encoding = encode(library, Allocator(diagrams))
        with diagrams.budget(budget):
            self.base: Run = SymbolicWalk(library, self.encoding).run()
            rules = rules_of(self.encoding, self.base)
        super().__init__(diagrams, rules, self.encoding.tree_groups.values())

    def always(self, tree: str) -> bool:
        """Tell whether every conversation walks a tree, or none does."""
        return self.base.walked[tree] <= TRUE

    def groups_of(self, facts: Iterable[str]) -> Mask:
        """Give the groups of some facts."""
        return mask_of(self.encoding.facts[fact].group for fact in facts)


def rules_of(encoding: Encoding, base: Run) -> list[Node]:
    """Give per group the constraint that one symbolic walk found for it."""
    diagrams = encoding.diagrams
    rules = [TRUE] * len(encoding.names)
    starts = tuple(encoding.starts.values())
    if starts != (TRUE,):
        rules[START_GROUP] = diagrams.exactly_one(starts)
    if encoding.seats:
        rules[SEAT_GROUP] = diagrams.exactly_one(tuple(encoding.seats.values()))
    for tree, group in encoding.tree_groups.items():
        rules[group] = diagrams.iff(encoding.trees[tree], base.queued[tree])
    for fact, fact_vars in encoding.facts.items():
        rules[fact_vars.group] = _rule(fact, encoding, base)
    return rules


def _rule(fact: str, encoding: Encoding, base: Run) -> Node:
    diagrams = encoding.diagrams
    filled = encoding.none(fact)
    for here, options in reversed(base.given.get(fact, [])):
        filled = diagrams.ite(here, encoding.exact(fact, options), filled)
    asked = encoding.facts[fact].asked
    answered = diagrams.conj(asked, encoding.offered(fact))
    silent = diagrams.without(filled, asked)
    return diagrams.ite(base.asked[fact], answered, silent)
