"""Counterfactuals: what becomes of every conversation when some answers change."""

from collections.abc import Callable, Collection

from vpwijzer.model import Question, Seat
from vpwijzer.proof.bdd import FALSE, TRUE, Node
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.symbolic_logic import Value
from vpwijzer.proof.space.symbolic_walk import SymbolicWalk

Answers = Callable[[Question], Value]


class Counterfactual(SymbolicWalk):
    """Walks the conversations of the base run once more, with other answers.

    What stays the same keeps its variables, so that only the change grows diagrams.
    """

    def __init__(
        self,
        space: Conversations,
        answers: Answers,
        where: Node,
        changed: Collection[str],
        seat: Seat | None = None,
    ) -> None:
        """Answer otherwise, in some conversations, from another seat if one is given.

        Only the changed facts are answered otherwise when they are asked as before.
        """
        super().__init__(space.library, space.encoding)
        self.space = space
        self.where = where
        self.answers = answers
        self.given: dict[str, Value] = {}
        self.changed = changed
        self._seat_held = seat

    def answer(self, question: Question, asked: Node) -> Value:
        """Answer a question as this walk does."""
        del asked
        given = self.given[question.id] = self.answers(question)
        return given

    def seated(self, seat: Seat) -> Node:
        """Give the conversations held from a seat."""
        if self._seat_held is None:
            return super().seated(seat)
        return TRUE if seat is self._seat_held else FALSE

    def settle(self, fact: str) -> Value:
        """Keep a fact as it was where this walk leaves it the same."""
        now, before = self.found.values[fact], self.space.base.values[fact]
        if fact not in self.changed and self._comes_the_same(fact):
            return before
        return before if self._is_same(now, before) else now

    def _comes_the_same(self, fact: str) -> bool:
        found, base = self.found, self.space.base
        asked = found.asked.get(fact) == base.asked.get(fact)
        return asked and found.given.get(fact) == base.given.get(fact)

    def _is_same(self, now: Value, before: Value) -> bool:
        pairs = [(now.known, before.known), (now.more, before.more)]
        pairs += [(now.options[o], before.options[o]) for o in before.options]
        return not any(self._differ(*pair) for pair in pairs)

    def _differ(self, now: Node, before: Node) -> bool:
        changed = self.diagrams.xor(now, before)
        return self.space.possible(self.diagrams.conj(self.where, changed))

    def settle_tree(self, tree: str, walked: Node) -> Node:
        """Keep a tree as it was where this walk leaves it the same."""
        before = self.space.base.walked[tree]
        same = walked == self.space.base.queued[tree]
        return before if same or not self._differ(walked, before) else walked


def unknown(question: Question) -> Value:
    """Answer "weet ik niet"."""
    return Value(TRUE, {o.id: FALSE for o in question.options}, TRUE)


def only(question: Question, option: str) -> Value:
    """Answer one option."""
    chosen = {o.id: TRUE if o.id == option else FALSE for o in question.options}
    return Value(TRUE, chosen, FALSE)


def where_known(
    space: Conversations, question: Question, value: Value, known: Node
) -> Value:
    """Answer as a value says where it is known, and "weet ik niet" elsewhere."""
    diagrams = space.diagrams
    options = {
        o.id: diagrams.conj(known, value.options.get(o.id, FALSE))
        for o in question.options
    }
    more = diagrams.disj(diagrams.negate(known), diagrams.conj(known, value.more))
    return Value(TRUE, options, more)
