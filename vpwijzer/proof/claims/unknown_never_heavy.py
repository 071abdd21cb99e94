"""Whether somebody who answers nothing is kept from the heaviest ways."""

from collections.abc import Iterator

from vpwijzer.model import Question, Route
from vpwijzer.proof.bdd.diagram import EVERYTHING
from vpwijzer.proof.claims.violation import Flaw, Words
from vpwijzer.proof.space.conversations import World
from vpwijzer.proof.space.symbolic_outcome import Rulings

TOO_HEAVY = Words(
    "past-zonder-antwoord",
    "ook na alleen 'weet ik niet' past '{}', met '{}' op het niveau '{}'",
    "zet bij 'wanneer' wat er bekend moet zijn, of kies een lichter niveau",
)


def check_heavy(world: World, rulings: Rulings, route: Route) -> Iterator[Flaw]:
    """Report a level that needs an answer, on a route that applies without one."""
    diagrams, standing = world.diagrams, rulings.route(route)
    for aspect in world.library.aspects.values():
        for effect, _, chosen in rulings.effects(route.consequences.get(aspect.id, ())):
            if effect.level in aspect.needs_answer:
                applies = diagrams.both(standing.applies, chosen)
                shown = diagrams.both(applies, _nothing_known(world))
                if world.possible(shown):
                    names = route.id, aspect.id, effect.level
                    yield TOO_HEAVY.at(effect.at, *names, shown=shown)


def _nothing_known(world: World) -> int:
    """Give the conversations in which nobody answered what could be left open."""
    questions = world.library.questions
    return world.diagrams.all_of(_left_open(world, q) for q in questions.values())


def _left_open(world: World, question: Question) -> int:
    letters = world.alphabet.facts[question.id]
    if not question.unknown_allowed:
        return EVERYTHING
    chosen = world.diagrams.any_of(letters.options.values())
    return world.diagrams.negate(world.diagrams.both(letters.asked, chosen))
