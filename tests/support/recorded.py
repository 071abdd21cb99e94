"""What comes out of a case, in few words, to be read and approved.

A route that fell away is only named, and a line that stands on a route in every
conversation is left out.
"""

from collections.abc import Iterator

from vpwijzer.engine.logic import Truth, View, holds
from vpwijzer.engine.outcome import Outcome, Ruling, Running, Verdict, decide
from vpwijzer.engine.scenario import play
from vpwijzer.engine.walk import Walk
from vpwijzer.model import ALWAYS, Library, Scenario

WORDS = {Verdict.APPLIES: "past", Verdict.OPEN: "open", Verdict.CLOSED: "valt af"}
WIDTH = 60


def held(library: Library, case: Scenario) -> Walk:
    return play(library, case, rest_unknown=case.rest_unknown).walk


def recorded(walk: Walk) -> str:
    outcome = decide(walk)
    lines = [f"gevraagd: {', '.join(walk.progress.asked)}", *_beside(outcome)]
    for ruling in outcome.rulings:
        lines += said(ruling, walk.view)
    return "\n".join((*lines, ""))


def _beside(outcome: Outcome) -> Iterator[str]:
    yield f"bomen: {', '.join(outcome.walked)}"
    yield f"ook aangeboden: {', '.join(outcome.offered_trees)}"
    for concept, truth in outcome.concepts.items():
        if truth is not None:
            yield f"begrip {concept}: {truth.name.lower()}"
    yield from map(runs, outcome.clocks)


def runs(running: Running) -> str:
    return f"{_maybe(running.truth)}klok {running.clock.id}"


def said(ruling: Ruling, view: View) -> Iterator[str]:
    first, wish = " vooraan" * ruling.first, " naar wens" * ruling.fits_wish
    against = ", afgeraden" * ruling.advised_against
    yield f"{WORDS[ruling.verdict]}{against}: {ruling.route.id}{first}{wish}"
    if ruling.verdict is Verdict.CLOSED:
        return
    for warned in ruling.cautions:
        severity = warned.caution.severity.value
        yield _cut(f"  {_maybe(warned.truth)}{severity}: {warned.caution.text}")
    for aspect, effect in ruling.effects.items():
        if len(ruling.route.consequences[aspect]) > 1:
            chosen, maybe = effect.consequence, "? " * effect.possible
            yield _cut(f"  {maybe}{aspect} {chosen.level}: {chosen.text}")
    yield from _lines(ruling, view)


def _lines(ruling: Ruling, view: View) -> Iterator[str]:
    route = ruling.route
    lines = (*route.steps, *route.adviser_does, *route.adviser_does_not)
    told = [(line.text, line.condition) for line in lines]
    told += [(link.contact, link.condition) for link in route.contacts]
    for text, condition in told:
        truth = holds(condition, view)
        if condition != ALWAYS and truth is not Truth.FALSE:
            yield _cut(f"  {_maybe(truth)}{text}")


def _maybe(truth: Truth) -> str:
    return "? " * (truth is Truth.UNKNOWN)


def _cut(text: str) -> str:
    return text if len(text) <= WIDTH else text[:WIDTH].rstrip() + "…"
