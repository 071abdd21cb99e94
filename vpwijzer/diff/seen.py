"""What a person sees of a conversation in each version, said of all pairs at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from vpwijzer.diff.encode import Version
from vpwijzer.diff.match import matched
from vpwijzer.diff.merge import in_one_order
from vpwijzer.diff.product import Pair
from vpwijzer.diff.subject import Kind, Subject, homes
from vpwijzer.model import Condition, Consequence, Item, Part, Route, TrackKind
from vpwijzer.proof.bdd.diagram import EVERYTHING, Diagrams
from vpwijzer.proof.space.symbolic_outcome import Standing


class State(Enum):
    """How something is seen; for a route these are its verdicts."""

    YES = "yes"
    MAYBE = "maybe"
    CLOSED = "closed"
    NO = "no"


States: TypeAlias = Mapping[State, int]
"""In which pairs something is seen how; they do not overlap, the rest is NO."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that may be seen, in both versions, in the pairs where that counts."""

    kind: Kind
    owner: str
    part: Part | None
    states: tuple[States, States]
    where: int = EVERYTHING


def seen_of(pair: Pair, subject: Subject) -> Iterator[Seen]:
    """Give everything that is seen of one subject.

    What belongs to a tree is compared where both walk it or neither does: it comes and
    goes with the tree, and that is seen of the tree.
    """
    kind, name = subject
    if kind is Kind.TREE:
        states = _yes(_walked(pair.old, [name])), _yes(_walked(pair.new, [name]))
        yield Seen(kind, name, None, states)
        return
    trees = {t for v in (pair.old, pair.new) for t in homes(v.library, subject)}
    here = pair.diagrams.same(_walked(pair.old, trees), _walked(pair.new, trees))
    if kind is Kind.ROUTE:
        yield from _route(pair, name, here)
        return
    look = _asked if kind is Kind.QUESTION else _clock
    yield Seen(kind, name, None, (look(pair.old, name), look(pair.new, name)), here)


def _walked(version: Version, trees: Iterable[str]) -> int:
    return version.rulings.any_walked(tuple(sorted(trees)))


def changed(seen: Seen, diagrams: Diagrams) -> Iterator[tuple[State, State, int]]:
    """Give how it was seen, how it is seen, and in which pairs, where that differs."""
    if seen.states[0] == seen.states[1]:
        return
    old, new = (_complete(states, diagrams) for states in seen.states)
    for was, before in old.items():
        here = diagrams.both(before, seen.where)
        for now, after in new.items():
            if was is not now:
                yield was, now, diagrams.both(here, after)


def _complete(states: States, diagrams: Diagrams) -> dict[State, int]:
    rest = diagrams.negate(diagrams.any_of(states.values()))
    return {**states, State.NO: rest}


def _yes(where: int) -> States:
    return {State.YES: where}


def _asked(version: Version, name: str) -> States:
    letters = version.alphabet.facts.get(name)
    return _yes(letters.asked) if letters else {}


def _clock(version: Version, name: str) -> States:
    clock = version.library.clocks.get(name)
    if clock is None:
        return {}
    return _shown(version, version.rulings.concerned(clock), clock.condition)


def _shown(version: Version, where: int, condition: Condition) -> States:
    """Give where a part is shown, and where it is shown with "als"."""
    diagrams = version.rulings.diagrams
    weight = version.rulings.scale.condition(condition)
    maybe = diagrams.without(weight.unknown, weight.true)
    return {
        State.YES: diagrams.both(where, weight.true),
        State.MAYBE: diagrams.both(where, maybe),
    }


def _route(pair: Pair, name: str, here: int) -> Iterator[Seen]:
    old, new = pair.old.library.routes.get(name), pair.new.library.routes.get(name)
    states = _verdicts(pair.old, old), _verdicts(pair.new, new)
    yield Seen(Kind.ROUTE, name, None, states, here)
    if old is None or new is None:
        return
    before, after = pair.old.rulings, pair.new.rulings
    where = pair.diagrams.both(before.route(old).visible, after.route(new).visible)
    flags: list[tuple[Kind, Callable[[Version, Route], int]]] = [
        (Kind.FIRST, lambda version, route: version.rulings.first(route)),
        (Kind.AGAINST, lambda version, route: version.rulings.against(route)),
        (Kind.MEANT, lambda version, route: _any(version, route.meant_for)),
        (Kind.FITS, _fits),
    ]
    for kind, flag in flags:
        states = _yes(flag(pair.old, old)), _yes(flag(pair.new, new))
        yield Seen(kind, name, None, states, where)
    for field, parts in old.separate_parts.items():
        both = parts, new.separate_parts[field]
        yield from _parts(pair, name, where, KINDS[field], both)
    for aspect in in_one_order(old.consequences, new.consequences):
        options = old.consequences.get(aspect, ()), new.consequences.get(aspect, ())
        yield from _consequences(pair, name, where, options)


KINDS = {
    "cautions": Kind.CAUTION,
    "contacts": Kind.CONTACT,
    "steps": Kind.STEP,
    "adviser_does": Kind.ADVISER_DOES,
    "adviser_does_not": Kind.ADVISER_DOES_NOT,
}
"""What each field with parts of a route is called here."""


def _verdicts(version: Version, route: Route | None) -> States:
    if route is None:
        return {}
    standing: Standing = version.rulings.route(route)
    diagrams = version.rulings.diagrams
    return {
        State.YES: standing.applies,
        State.MAYBE: diagrams.without(standing.visible, standing.applies),
        State.CLOSED: standing.closed,
    }


def _fits(version: Version, route: Route) -> int:
    """Give where it is said to fit; waiting never is while something has priority."""
    rulings = version.rulings
    diagrams = rulings.diagrams
    said = diagrams.both(_any(version, route.fits), rulings.freely(route))
    track = version.library.tracks.get(route.track)
    if not said or track is None or track.kind is not TrackKind.WAITING:
        return said
    first = (rulings.first(each) for each in version.library.routes.values())
    return diagrams.without(said, diagrams.any_of(first))


def _any(version: Version, items: tuple[Item, ...]) -> int:
    return version.rulings.scale.any_of(items).true


def _parts(
    pair: Pair,
    name: str,
    where: int,
    kind: Kind,
    parts: tuple[tuple[Part, ...], tuple[Part, ...]],
) -> Iterator[Seen]:
    for old, new in matched(*parts):
        states = _part(pair.old, old), _part(pair.new, new)
        yield Seen(kind, name, new or old, states, where)


def _part(version: Version, part: Part | None) -> States:
    return _shown(version, EVERYTHING, part.condition) if part else {}


def _consequences(
    pair: Pair,
    name: str,
    where: int,
    options: tuple[tuple[Consequence, ...], tuple[Consequence, ...]],
) -> Iterator[Seen]:
    before, after = (
        _chosen(version, each)
        for version, each in zip((pair.old, pair.new), options, strict=True)
    )
    for old, new in matched(*options):
        states = before[id(old)] if old else {}, after[id(new)] if new else {}
        yield Seen(Kind.CONSEQUENCE, name, new or old, states, where)


def _chosen(version: Version, options: tuple[Consequence, ...]) -> dict[int, States]:
    """Give, by identity, where each option is chosen, and where it is possible."""
    diagrams = version.rulings.diagrams
    found: dict[int, States] = {}
    for option, turn, chosen in version.rulings.effects(options):
        weight = version.rulings.scale.condition(option.condition)
        maybe = diagrams.both(turn, diagrams.without(weight.unknown, chosen))
        found[id(option)] = {State.YES: chosen, State.MAYBE: maybe}
    return found
