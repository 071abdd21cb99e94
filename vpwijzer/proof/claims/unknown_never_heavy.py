"""Whether somebody who answers nothing is kept from the heaviest ways."""

from collections.abc import Iterator

from vpwijzer.model import Question, Route
from vpwijzer.proof.bdd.diagram import TRUE
from vpwijzer.proof.claims.rules import TOO_HEAVY, Violation, violation
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.symbolic_outcome import Rulings


def check_heavy(
    space: Conversations, rulings: Rulings, route: Route
) -> Iterator[Violation]:
    """Report a level that needs an answer, on a route that applies without one."""
    diagrams, standing = space.diagrams, rulings.route(route)
    for aspect in space.library.aspects.values():
        for effect, _, chosen in rulings.effects(route.consequences.get(aspect.id, ())):
            if effect.level in aspect.needs_answer:
                applies = diagrams.conj(standing.applies, chosen)
                shown = diagrams.conj(applies, _nothing_known(space))
                if space.possible(shown):
                    names = route.id, aspect.id, effect.level
                    yield violation(TOO_HEAVY, effect.at, *names, shown=shown)


def _nothing_known(space: Conversations) -> int:
    """Give the conversations in which nobody answered what could be left open."""
    questions = space.library.questions
    return space.diagrams.all_of(_left_open(space, q) for q in questions.values())


def _left_open(space: Conversations, question: Question) -> int:
    fact_vars = space.encoding.facts[question.id]
    if not question.unknown_allowed:
        return TRUE
    chosen = space.diagrams.any_of(fact_vars.options.values())
    return space.diagrams.negate(space.diagrams.conj(fact_vars.asked, chosen))
