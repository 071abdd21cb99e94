"""Whether a promise over every conversation holds in one that was held."""

from collections.abc import Callable, Collection, Iterable, Mapping

from vpwijzer.checks.rules import BROKEN_IN_CASE
from vpwijzer.engine.first_screen import first_screen
from vpwijzer.engine.logic import Truth, holds
from vpwijzer.engine.outcome import Outcome, decide
from vpwijzer.engine.ruling import Ruling, Verdict
from vpwijzer.engine.scenario import NotAnsweredError, play
from vpwijzer.engine.walk import AnswerError, Walk
from vpwijzer.model import Asked, Guarantee, Library, Promise, Scenario, Selector
from vpwijzer.model.finding import Finding

Rulings = Mapping[str, Ruling]


def concerns(guarantee: Guarantee, walk: Walk) -> bool:
    """Tell whether a conversation walked the trees and meets the premise."""
    if not set(guarantee.trees) <= set(walk.progress.walked):
        return False
    return holds(guarantee.condition, walk.view) is Truth.TRUE


def is_kept(guarantee: Guarantee, walk: Walk, outcome: Outcome) -> bool:
    """Tell whether a guarantee that concerns a conversation is kept in it."""
    rulings = {ruling.route.id: ruling for ruling in outcome.rulings}
    if isinstance(guarantee.promise, Asked):
        return _was_asked(guarantee.promise, walk, rulings)
    promise, selector = guarantee.promise
    names = selected(selector, rulings)
    if promise is Promise.FIRST:
        return _in_front(names, selector.after, rulings)
    if promise is Promise.FIRST_SCREEN:
        return set(names) <= first_screen(walk, outcome).routes
    return KEPT[promise](names, rulings)


def _was_asked(promise: Asked, walk: Walk, rulings: Rulings) -> bool:
    order = list(walk.progress.facts)
    if promise.before_route and not _visible(promise.before_route, rulings):
        return True
    if promise.before_question and promise.before_question not in order:
        return True
    if promise.question not in order:
        return False
    if not promise.before_question:
        return True
    return order.index(promise.question) < order.index(promise.before_question)


def selected(selector: Selector, rulings: Rulings) -> tuple[str, ...]:
    """Give the routes that a selector names, or chooses from an outcome."""
    if selector.routes:
        return selector.routes
    return tuple(
        name for name, ruling in rulings.items() if _is_selected(selector, ruling)
    )


def _is_selected(selector: Selector, ruling: Ruling) -> bool:
    return selector.may_choose(ruling.route) and all(
        ruling.effects[aspect].consequence.level in levels
        for aspect, levels in selector.levels.items()
    )


Check = Callable[[str, Rulings], bool]


def _applies(name: str, rulings: Rulings) -> bool:
    return name in rulings and rulings[name].verdict is Verdict.APPLIES


def _applies_freely(name: str, rulings: Rulings) -> bool:
    return _applies(name, rulings) and not rulings[name].advised_against


def _visible(name: str, rulings: Rulings) -> bool:
    return name in rulings and rulings[name].verdict is not Verdict.CLOSED


def _in_front(names: Collection[str], after: Iterable[str], rulings: Rulings) -> bool:
    """Tell whether routes have priority, and no other stands before any of them.

    The rulings stand in the order of the outcome.
    """
    first = [name for name, ruling in rulings.items() if ruling.first]
    front = [name for name in first if name in names or name not in after]
    return set(front[: len(set(names))]) == set(names)


def _closed(name: str, rulings: Rulings) -> bool:
    return not _visible(name, rulings)


def _warned(name: str, rulings: Rulings) -> bool:
    """Tell whether a way that can be seen carries a caution that surely holds."""
    return _closed(name, rulings) or any(
        warned.truth is Truth.TRUE for warned in rulings[name].cautions
    )


def _against(name: str, rulings: Rulings) -> bool:
    return _closed(name, rulings) or rulings[name].advised_against


def _all(check: Check) -> Callable[[Iterable[str], Rulings], bool]:
    return lambda names, rulings: all(check(name, rulings) for name in names)


def _any(check: Check) -> Callable[[Iterable[str], Rulings], bool]:
    return lambda names, rulings: any(check(name, rulings) for name in names)


def _at_most_one(names: Iterable[str], rulings: Rulings) -> bool:
    return sum(_applies(name, rulings) for name in names) <= 1


KEPT: Mapping[Promise, Callable[[Iterable[str], Rulings], bool]] = {
    Promise.APPLIES: _all(_applies),
    Promise.APPLIES_FREELY: _all(_applies_freely),
    Promise.VISIBLE: _all(_visible),
    Promise.CLOSED: _all(_closed),
    Promise.WARNED: _all(_warned),
    Promise.AGAINST: _all(_against),
    Promise.ONE_APPLIES: _any(_applies),
    Promise.ONE_APPLIES_FREELY: _any(_applies_freely),
    Promise.ONE_VISIBLE: _any(_visible),
    Promise.NEVER_TOGETHER: _at_most_one,
}


def broken(library: Library, walk: Walk) -> tuple[Guarantee, ...]:
    """Give the guarantees that a finished conversation breaks."""
    outcome = decide(walk)
    return tuple(
        guarantee
        for guarantee in library.guarantees.values()
        if concerns(guarantee, walk) and not is_kept(guarantee, walk, outcome)
    )


def check_guarantees(library: Library, cases: Iterable[Scenario]) -> Iterable[Finding]:
    """Report every guarantee that a scenario breaks."""
    for case in cases:
        try:
            played = play(library, case, rest_unknown=case.rest_unknown)
        except (NotAnsweredError, AnswerError):
            continue  # reported with the scenario itself
        for guarantee in broken(library, played.walk):
            yield BROKEN_IN_CASE.at(guarantee.at, guarantee.id, case.id)
