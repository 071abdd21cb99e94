"""An outcome as a person sees it."""

from vpwijzer.engine.logic import Truth, holds
from vpwijzer.engine.outcome import decide
from vpwijzer.engine.ruling import Verdict
from vpwijzer.engine.walk import Walk
from vpwijzer.model import Route


def shown(made: Walk) -> list[object]:
    """Everything a person sees of an outcome but the reasons for it."""
    outcome = decide(made)
    return [
        outcome.walked,
        outcome.clocks,
        outcome.offered_trees,
        *((r.route.id, r.verdict, r.tree, r.first) for r in outcome.rulings),
        *(
            (r.cautions, r.settled_by, r.fits_wish, r.effects, lines(r.route, made))
            for r in outcome.rulings
            if r.verdict is not Verdict.CLOSED
        ),
    ]


def lines(each: Route, made: Walk) -> list[Truth]:
    parts = (each.steps, each.contacts, each.adviser_does, each.adviser_does_not)
    return [holds(line.condition, made.view) for part in parts for line in part]
