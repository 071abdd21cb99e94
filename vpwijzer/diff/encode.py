"""Encodes both versions, the new one in the variables of the old as far as it goes.

An answer is the same in both, so it has one set of variables; what tells whether it is
asked has two where that differs. Only a fact that may be filled without asking, or that
has no answer in common, may be known otherwise in each: it gets two of everything.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from vpwijzer.diff.align import merge
from vpwijzer.model import Library
from vpwijzer.proof.bdd import FALSE, TRUE, Diagrams, Group, Node
from vpwijzer.proof.space.encoding import (
    Allocator,
    Encoding,
    FactVars,
    encode,
    filled_facts,
    variable_value,
)
from vpwijzer.proof.space.symbolic_logic import Value
from vpwijzer.proof.space.symbolic_outcome import Rulings, rulings
from vpwijzer.proof.space.symbolic_walk import Run, SymbolicWalk


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two, as it is held in every pair of conversations."""

    library: Library
    encoding: Encoding
    base: Run
    rulings: Rulings


class PairedAllocator(Allocator):
    """Hands out two variables for each, the second for the new version."""

    def __init__(self, diagrams: Diagrams) -> None:
        """Start without a group."""
        super().__init__(diagrams)
        self.twin: dict[Node, Node] = {}

    def variable(self, cost: int = 0) -> Node:
        """Add two variables to the last group."""
        first = super().variable(cost)
        self.twin[first] = super().variable(cost)
        return first

    def encoding_of(
        self,
        common: Encoding,
        library: Library,
        apart: AbstractSet[Group] = frozenset(),
        double: AbstractSet[Group] = frozenset(),
    ) -> Encoding:
        """Give the words of one version: its own in the groups set apart.

        For an answer only where it may differ while both ask, in the double groups.
        """

        def word(group: Group, variable: Node) -> Node:
            return self.twin[variable] if group in apart else variable

        def answer(group: Group, variable: Node) -> Node:
            return word(group, variable) if group in double else variable

        facts = {}
        for tree in library.trees.values():
            for question in tree.questions:
                shared = common.facts[question.id]
                group = shared.group
                options = {
                    o.id: answer(group, shared.options[o.id]) for o in question.options
                }
                asked, more = word(group, shared.asked), answer(group, shared.more)
                facts[question.id] = FactVars(group, question, asked, more, options)
        groups = {name: common.tree_groups[name] for name in library.trees}
        trees = {name: word(groups[name], common.trees[name]) for name in groups}
        return replace(
            common,
            trees=trees,
            tree_groups=groups,
            facts=facts,
            fillable=filled_facts(library),
        )


class VersionWalk(SymbolicWalk):
    """Holds a version; an answer counts where that version asks for it."""

    def settle(self, fact: str) -> Value:
        """Give a fact as it stands once nothing can fill it any more."""
        return self.value(self.encoding.facts[fact])

    def value(self, fact_vars: FactVars) -> Value:
        """Give a fact in some words."""
        filled = fact_vars.question.id in self.found.given
        value = variable_value(fact_vars, self.diagrams, filled=filled)
        if filled:
            return value
        conj, asked = self.diagrams.conj, fact_vars.asked
        options = {name: conj(asked, each) for name, each in value.options.items()}
        return Value(asked, options, conj(asked, value.more))


class SharingWalk(VersionWalk):
    """Holds the new version, and sets apart what does not go as in the old one."""

    def __init__(
        self, library: Library, own: Encoding, shared: Encoding, before: Run
    ) -> None:
        """Start with everything that was not set apart shared."""
        super().__init__(library, shared)
        self.own = own
        self.before = before
        self.apart: set[Group] = set()

    def settle(self, fact: str) -> Value:
        """Give a fact in shared words where it goes as before, else in its own."""
        fact_vars = self.encoding.facts[fact]
        if not self._goes_as_before(fact):
            fact_vars = self.own.facts[fact]
            self.apart.add(fact_vars.group)
        return self.value(fact_vars)

    def _goes_as_before(self, fact: str) -> bool:
        found, before = self.found, self.before
        asked = found.asked[fact] == before.asked.get(fact)
        return asked and found.given.get(fact) == before.given.get(fact)

    def settle_tree(self, tree: str, walked: Node) -> Node:
        """Give where a tree is walked, in shared words where that is as before."""
        words = self.encoding
        if walked != self.before.queued.get(tree):
            words = self.own
            self.apart.add(words.tree_groups[tree])
        return walked if walked <= TRUE else words.trees[tree]


def walk_both(
    old: Library, new: Library, budget: int
) -> tuple[Encoding, Version, Version]:
    """Hold the old version, then the new one until nothing more is set apart.

    Gives all words as well. Takes so many nodes; raises TooLargeError.
    """
    diagrams = Diagrams()
    words = PairedAllocator(diagrams)
    common = encode(merge(old, new), words)
    with diagrams.budget(budget):
        return common, *_walk(words, common, old, new)


def _walk(
    words: PairedAllocator, common: Encoding, old: Library, new: Library
) -> tuple[Version, Version]:
    diagrams = common.diagrams
    first = words.encoding_of(common, old)
    before = VersionWalk(old, first).run()
    others = incomparable(first, words.encoding_of(common, new))
    apart = frozenset(common.facts[fact].group for fact in others)
    filled = (filled_facts(old) | filled_facts(new)) & common.facts.keys()
    double = apart | {common.facts[fact].group for fact in filled}
    every = frozenset(map(Group, range(len(common.names))))
    own = words.encoding_of(common, new, every, double)
    while True:
        shared = words.encoding_of(common, new, apart, double)
        walk = SharingWalk(new, own, shared, before)
        after = walk.run()
        if walk.apart <= apart:
            break
        apart |= walk.apart
    return (
        Version(old, first, before, rulings(old, diagrams, before)),
        Version(new, shared, after, rulings(new, diagrams, after)),
    )


def incomparable(old: Encoding, new: Encoding) -> set[str]:
    """Give the questions with the same name that have no answer in common."""
    diagrams = old.diagrams
    found = set()
    for fact in old.facts.keys() & new.facts.keys():
        offered = diagrams.conj(old.offered(fact), new.offered(fact))
        if diagrams.conj(offered, same_answer(old, new, fact)) == FALSE:
            found.add(fact)
    return found


def same_answer(old: Encoding, new: Encoding, fact: str) -> Node:
    """Give where a question has the same answer in both, or none in both."""
    one, two = old.facts[fact], new.facts[fact]
    iff = old.diagrams.iff
    names = sorted(one.options.keys() | two.options.keys(), reverse=True)
    return old.diagrams.all_of(
        [
            *(iff(one.options.get(o, FALSE), two.options.get(o, FALSE)) for o in names),
            iff(one.more, two.more),
        ]
    )
