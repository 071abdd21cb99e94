"""Holds the old version, and the new one in the same words as far as it goes alike.

An answer is the same in both, so it has one set of variables; what tells whether it is
asked has two where that differs. Only a fact that may be filled without asking, or that
has no answer in common, may be known otherwise in each: it gets two of everything.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from vpwijzer.diff.merge import merge
from vpwijzer.model import Library
from vpwijzer.proof.bdd.diagram import EVERYTHING, NOTHING, Diagrams
from vpwijzer.proof.space.encoding import (
    Alphabet,
    Letters,
    Writer,
    filled_facts,
    variable_value,
    write,
)
from vpwijzer.proof.space.symbolic_logic import Value
from vpwijzer.proof.space.symbolic_outcome import Rulings, rulings
from vpwijzer.proof.space.symbolic_walk import Pass, Replay


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two, as it is held in every pair of conversations."""

    library: Library
    alphabet: Alphabet
    base: Pass
    rulings: Rulings


class Twins(Writer):
    """Hands out two variables for each, the second for the new version."""

    def __init__(self, diagrams: Diagrams) -> None:
        """Start without a cell."""
        super().__init__(diagrams)
        self.twin: dict[int, int] = {}

    def variable(self, cost: int = 0) -> int:
        """Add two variables to the last cell."""
        first = super().variable(cost)
        self.twin[first] = super().variable(cost)
        return first

    def speak(
        self,
        common: Alphabet,
        library: Library,
        apart: AbstractSet[int] = frozenset(),
        double: AbstractSet[int] = frozenset(),
    ) -> Alphabet:
        """Give the words of one version: its own in the cells set apart.

        For an answer only where it may differ while both ask, in the double cells.
        """

        def word(cell: int, variable: int) -> int:
            return self.twin[variable] if cell in apart else variable

        def answer(cell: int, variable: int) -> int:
            return word(cell, variable) if cell in double else variable

        facts = {}
        for tree in library.trees.values():
            for question in tree.questions:
                shared = common.facts[question.id]
                cell = shared.cell
                options = {
                    o.id: answer(cell, shared.options[o.id]) for o in question.options
                }
                asked, more = word(cell, shared.asked), answer(cell, shared.more)
                facts[question.id] = Letters(cell, question, asked, more, options)
        cells = {name: common.tree_cells[name] for name in library.trees}
        trees = {name: word(cells[name], common.trees[name]) for name in cells}
        return replace(
            common,
            trees=trees,
            tree_cells=cells,
            facts=facts,
            fillable=filled_facts(library),
        )


class Holding(Replay):
    """Holds a version; an answer counts where that version asks for it."""

    def settle(self, fact: str) -> Value:
        """Give a fact as it stands once nothing can fill it any more."""
        return self.value(self.alphabet.facts[fact])

    def value(self, letters: Letters) -> Value:
        """Give a fact in some words."""
        filled = letters.question.id in self.found.given
        value = variable_value(letters, self.diagrams, filled=filled)
        if filled:
            return value
        both, asked = self.diagrams.both, letters.asked
        options = {name: both(asked, each) for name, each in value.options.items()}
        return Value(asked, options, both(asked, value.more))


class Following(Holding):
    """Holds the new version, and sets apart what does not go as in the old one."""

    def __init__(
        self, library: Library, own: Alphabet, shared: Alphabet, before: Pass
    ) -> None:
        """Start with everything that was not set apart shared."""
        super().__init__(library, shared)
        self.own = own
        self.before = before
        self.apart: set[int] = set()

    def settle(self, fact: str) -> Value:
        """Give a fact in shared words where it goes as before, else in its own."""
        letters = self.alphabet.facts[fact]
        if not self._goes_as_before(fact):
            letters = self.own.facts[fact]
            self.apart.add(letters.cell)
        return self.value(letters)

    def _goes_as_before(self, fact: str) -> bool:
        found, before = self.found, self.before
        asked = found.asked[fact] == before.asked.get(fact)
        return asked and found.given.get(fact) == before.given.get(fact)

    def settle_tree(self, tree: str, walked: int) -> int:
        """Give where a tree is walked, in shared words where that is as before."""
        words = self.alphabet
        if walked != self.before.queued.get(tree):
            words = self.own
            self.apart.add(words.tree_cells[tree])
        return walked if walked <= EVERYTHING else words.trees[tree]


def hold_both(
    old: Library, new: Library, budget: int
) -> tuple[Alphabet, Version, Version]:
    """Hold the old version, then the new one until nothing more is set apart.

    Gives all words as well. Takes so many nodes; raises TooLargeError.
    """
    diagrams = Diagrams()
    words = Twins(diagrams)
    common = write(merge(old, new), words)
    with diagrams.budget(budget):
        return common, *_hold(words, common, old, new)


def _hold(
    words: Twins, common: Alphabet, old: Library, new: Library
) -> tuple[Version, Version]:
    diagrams = common.diagrams
    first = words.speak(common, old)
    before = Holding(old, first).run()
    others = strangers(first, words.speak(common, new))
    apart = frozenset(common.facts[fact].cell for fact in others)
    filled = (filled_facts(old) | filled_facts(new)) & common.facts.keys()
    double = apart | {common.facts[fact].cell for fact in filled}
    own = words.speak(common, new, frozenset(range(len(common.names))), double)
    while True:
        shared = words.speak(common, new, apart, double)
        following = Following(new, own, shared, before)
        after = following.run()
        if following.apart <= apart:
            break
        apart |= following.apart
    return (
        Version(old, first, before, rulings(old, diagrams, before)),
        Version(new, shared, after, rulings(new, diagrams, after)),
    )


def strangers(old: Alphabet, new: Alphabet) -> set[str]:
    """Give the questions with the same name that have no answer in common."""
    diagrams = old.diagrams
    found = set()
    for fact in old.facts.keys() & new.facts.keys():
        offered = diagrams.both(old.offered(fact), new.offered(fact))
        if diagrams.both(offered, same_answer(old, new, fact)) == NOTHING:
            found.add(fact)
    return found


def same_answer(old: Alphabet, new: Alphabet, fact: str) -> int:
    """Give where a question has the same answer in both, or none in both."""
    one, two = old.facts[fact], new.facts[fact]
    same = old.diagrams.same
    names = sorted(one.options.keys() | two.options.keys(), reverse=True)
    return old.diagrams.all_of(
        [
            *(
                same(one.options.get(o, NOTHING), two.options.get(o, NOTHING))
                for o in names
            ),
            same(one.more, two.more),
        ]
    )
