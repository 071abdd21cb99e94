"""Where a question that a guarantee promises comes too late, or not at all."""

from vpwijzer.model import Asked
from vpwijzer.proof.bdd.diagram import FALSE, TRUE
from vpwijzer.proof.space.symbolic_outcome import Rulings


def followed(rulings: Rulings, promise: Asked) -> int:
    """Give where there comes something for which a question must be asked."""
    shown = known = TRUE
    if promise.before_route:
        shown = rulings.route(rulings.library.routes[promise.before_route]).visible
    if promise.before_question:
        stamps = rulings.history.get(promise.before_question, [])
        known = stamps[-1][2] if stamps else FALSE
    return rulings.diagrams.conj(shown, known)


def not_asked(rulings: Rulings, promise: Asked) -> int:
    """Give where a question does not come before the other, or before the route."""
    diagrams, history = rulings.diagrams, rulings.history
    concerned = TRUE
    if promise.before_route:
        concerned = rulings.route(rulings.library.routes[promise.before_route]).visible
    stamps = history.get(promise.question, [])
    if not promise.before_question:
        known = stamps[-1][2] if stamps else FALSE
        return diagrams.without(concerned, known)
    late = [
        diagrams.without(here, _known_before(stamps, moment))
        for moment, here, _ in history.get(promise.before_question, [])
    ]
    return diagrams.conj(concerned, diagrams.any_of(late))


def _known_before(stamps: list[tuple[int, int, int]], moment: int) -> int:
    earlier = [known for stamp, _, known in stamps if stamp < moment]
    return earlier[-1] if earlier else FALSE
