"""Redundancy: whether a route says something twice, so that one of the two can go.

Each clause decides whether its own part is shown, so none is idle; yet nobody would
notice if one of the two parts were gone. Consequences say the same when their level and
words are the same. Steps are left alone: they come one after another, and the same may
have to be done again.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from vpwijzer.model import Consequence, Part, Route
from vpwijzer.proof.bdd import Node
from vpwijzer.proof.claims.rules import SAID_TWICE, Violation, violation
from vpwijzer.proof.claims.site import true_or_possible
from vpwijzer.proof.claims.sites import place_of
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.symbolic_outcome import Rulings

SAID: Mapping[str, Callable[[Any], object]] = {
    "cautions": lambda caution: (caution.text, caution.severity),
    "adviser_does": lambda line: line.text,
    "adviser_does_not": lambda line: line.text,
    "contacts": lambda link: link.contact,
}
"""Which parts of a route can say the same, and what of them is read."""


def said_twice(route: Route, part: Part, other: Part) -> Violation:
    """Report a part that can be missed, and where the same is said."""
    at = place_of(part.condition.items, part.at)
    return violation(SAID_TWICE, at, route.id, str(other.at.line))


def repeated(
    space: Conversations, rulings: Rulings, route: Route
) -> Iterator[tuple[Part, Part]]:
    """Give each part that can be missed, and the part that says the same.

    From the last to the first, and each stays out when it could go.
    """
    visible = rulings.route(route).visible
    for name, words in SAID.items():
        kept = list(getattr(route, name))
        for part in reversed(getattr(route, name)):
            same = [p for p in kept if p is not part and words(p) == words(part)]
            if same and _is_said_by(space, rulings, visible, part, same):
                kept.remove(part)
                yield part, same[0]
    for options in route.consequences.values():
        yield from _repeated_effects(space, rulings, visible, options)


def _is_said_by(
    space: Conversations, rulings: Rulings, visible: Node, part: Part, same: list[Part]
) -> bool:
    """Tell whether what a part says is always said by others; not if it never is."""
    diagrams, condition = space.diagrams, rulings.evaluator.condition
    if not space.possible(diagrams.conj(visible, condition(part.condition).true)):
        return False
    said = [true_or_possible(condition(each.condition)) for each in same]
    for own, *others in zip(
        true_or_possible(condition(part.condition)), *said, strict=True
    ):
        alone = diagrams.without(own, diagrams.any_of(others))
        if space.possible(diagrams.conj(visible, alone)):
            return False
    return True


def _repeated_effects(
    space: Conversations,
    rulings: Rulings,
    visible: Node,
    options: tuple[Consequence, ...],
) -> Iterator[tuple[Part, Part]]:
    conj = space.diagrams.conj
    kept = list(options)
    for option in reversed(options[:-1]):
        chosen = next(c for o, _, c in rulings.effects(tuple(kept)) if o is option)
        here = conj(visible, chosen)
        kept.remove(option)
        if not space.possible(here):
            continue  # reported as such, and no other can say it instead
        same = {
            each: conj(here, instead)
            for each, _, instead in rulings.effects(tuple(kept))
            if each.reads_like(option)
        }
        said = space.diagrams.any_of(same.values())
        if space.possible(space.diagrams.without(here, said)):
            kept.insert(options.index(option), option)
        else:
            yield option, next(each for each in same if space.possible(same[each]))


def without(route: Route, parts: list[Part]) -> Route:
    """Take some parts out of a route."""

    def left(lists: Mapping[str, tuple[Part, ...]]) -> dict[str, Any]:
        return {
            name: tuple(each for each in every if each not in parts)
            for name, every in lists.items()
        }

    kept = left(route.separate_parts)
    return replace(route, consequences=left(route.consequences), **kept)
