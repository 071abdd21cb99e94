"""What a person sees of a conversation in each version, said of all pairs at once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from vpwijzer.diff.align import in_one_order, matched
from vpwijzer.diff.encode import Version
from vpwijzer.diff.product import Product
from vpwijzer.diff.subject import Kind, Subject, homes
from vpwijzer.model import Condition, Consequence, Item, Part, Route, TrackKind
from vpwijzer.proof.bdd import TRUE, Diagrams, Node
from vpwijzer.proof.space.symbolic_outcome import Standing


class State(Enum):
    """How something is seen; for a route these are its verdicts."""

    YES = "yes"
    MAYBE = "maybe"
    CLOSED = "closed"
    NO = "no"


States: TypeAlias = Mapping[State, Node]
"""In which pairs something is seen how; they do not overlap, the rest is NO."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing that may be seen, in both versions, in the pairs where that counts."""

    kind: Kind
    owner: str
    part: Part | None
    states: tuple[States, States]
    where: Node = TRUE


def seen_of(product: Product, subject: Subject) -> Iterator[Seen]:
    """Give everything that is seen of one subject.

    What belongs to a tree is compared where both walk it or neither does: it comes and
    goes with the tree, and that is seen of the tree.
    """
    kind, name = subject
    if kind is Kind.TREE:
        states = _yes(_walked(product.old, [name])), _yes(_walked(product.new, [name]))
        yield Seen(kind, name, None, states)
        return
    trees = {t for v in (product.old, product.new) for t in homes(v.library, subject)}
    here = product.diagrams.iff(
        _walked(product.old, trees), _walked(product.new, trees)
    )
    if kind is Kind.ROUTE:
        yield from _route(product, name, here)
        return
    look = _asked if kind is Kind.QUESTION else _clock
    yield Seen(
        kind, name, None, (look(product.old, name), look(product.new, name)), here
    )


def _walked(version: Version, trees: Iterable[str]) -> Node:
    return version.rulings.any_walked(tuple(sorted(trees)))


def changed(seen: Seen, diagrams: Diagrams) -> Iterator[tuple[State, State, Node]]:
    """Give how it was seen, how it is seen, and in which pairs, where that differs."""
    if seen.states[0] == seen.states[1]:
        return
    old, new = (_complete(states, diagrams) for states in seen.states)
    for was, before in old.items():
        here = diagrams.conj(before, seen.where)
        for now, after in new.items():
            if was is not now:
                yield was, now, diagrams.conj(here, after)


def _complete(states: States, diagrams: Diagrams) -> dict[State, Node]:
    rest = diagrams.negate(diagrams.any_of(states.values()))
    return {**states, State.NO: rest}


def _yes(where: Node) -> States:
    return {State.YES: where}


def _asked(version: Version, name: str) -> States:
    fact_vars = version.encoding.facts.get(name)
    return _yes(fact_vars.asked) if fact_vars else {}


def _clock(version: Version, name: str) -> States:
    clock = version.library.clocks.get(name)
    if clock is None:
        return {}
    return _shown(version, version.rulings.concerned(clock), clock.condition)


def _shown(version: Version, where: Node, condition: Condition) -> States:
    """Give where a part is shown, and where it is shown with "als"."""
    diagrams = version.rulings.diagrams
    truths = version.rulings.evaluator.condition(condition)
    maybe = diagrams.without(truths.unknown, truths.true)
    return {
        State.YES: diagrams.conj(where, truths.true),
        State.MAYBE: diagrams.conj(where, maybe),
    }


def _route(product: Product, name: str, here: Node) -> Iterator[Seen]:
    old, new = (
        product.old.library.routes.get(name),
        product.new.library.routes.get(name),
    )
    states = _verdicts(product.old, old), _verdicts(product.new, new)
    yield Seen(Kind.ROUTE, name, None, states, here)
    if old is None or new is None:
        return
    before, after = product.old.rulings, product.new.rulings
    where = product.diagrams.conj(before.route(old).visible, after.route(new).visible)
    flags: list[tuple[Kind, Callable[[Version, Route], Node]]] = [
        (Kind.FIRST, lambda version, route: version.rulings.first(route)),
        (Kind.AGAINST, lambda version, route: version.rulings.against(route)),
        (Kind.MEANT, lambda version, route: _any(version, route.meant_for)),
        (Kind.FITS, _fits),
    ]
    for kind, flag in flags:
        states = _yes(flag(product.old, old)), _yes(flag(product.new, new))
        yield Seen(kind, name, None, states, where)
    for field, parts in old.separate_parts.items():
        sides = parts, new.separate_parts[field]
        yield from _parts(product, name, where, KINDS[field], sides)
    for aspect in in_one_order(old.consequences, new.consequences):
        options = old.consequences.get(aspect, ()), new.consequences.get(aspect, ())
        yield from _consequences(product, name, where, options)


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


def _fits(version: Version, route: Route) -> Node:
    """Give where it is said to fit; waiting never is while something has priority."""
    rulings = version.rulings
    diagrams = rulings.diagrams
    said = diagrams.conj(_any(version, route.fits), rulings.freely(route))
    track = version.library.tracks.get(route.track)
    if not said or track is None or track.kind is not TrackKind.WAITING:
        return said
    first = (rulings.first(each) for each in version.library.routes.values())
    return diagrams.without(said, diagrams.any_of(first))


def _any(version: Version, items: tuple[Item, ...]) -> Node:
    return version.rulings.evaluator.any_of(items).true


def _parts(
    product: Product,
    name: str,
    where: Node,
    kind: Kind,
    parts: tuple[tuple[Part, ...], tuple[Part, ...]],
) -> Iterator[Seen]:
    for old, new in matched(*parts):
        states = _part(product.old, old), _part(product.new, new)
        yield Seen(kind, name, new or old, states, where)


def _part(version: Version, part: Part | None) -> States:
    return _shown(version, TRUE, part.condition) if part else {}


def _consequences(
    product: Product,
    name: str,
    where: Node,
    options: tuple[tuple[Consequence, ...], tuple[Consequence, ...]],
) -> Iterator[Seen]:
    before, after = (
        _chosen(version, each)
        for version, each in zip((product.old, product.new), options, strict=True)
    )
    for old, new in matched(*options):
        states = before[id(old)] if old else {}, after[id(new)] if new else {}
        yield Seen(Kind.CONSEQUENCE, name, new or old, states, where)


def _chosen(version: Version, options: tuple[Consequence, ...]) -> dict[int, States]:
    """Give, by identity, where each option is chosen, and where it is possible."""
    diagrams = version.rulings.diagrams
    found: dict[int, States] = {}
    for option, turn, chosen in version.rulings.effects(options):
        truths = version.rulings.evaluator.condition(option.condition)
        maybe = diagrams.conj(turn, diagrams.without(truths.unknown, chosen))
        found[id(option)] = {State.YES: chosen, State.MAYBE: maybe}
    return found
