"""The smallest pair of conversations in which something changes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from vpwijzer.diff.align import in_one_order
from vpwijzer.diff.product import Measure, Product
from vpwijzer.model import Answer, Seat
from vpwijzer.proof.bdd import Node
from vpwijzer.proof.space.witness import hold, lightest, setting_of


@dataclass(frozen=True, slots=True)
class Given:
    """An answer in an example, and which of the versions asks for it."""

    question: str
    answer: Answer
    old: bool
    new: bool
    read: bool
    """Whether what changes depends on it by itself."""


@dataclass(frozen=True, slots=True)
class Example:
    """The smallest pair: what both versions ask is counted together."""

    start: str
    seat: Seat
    answers: tuple[Given, ...]


def show(product: Product, measure: Measure | None, where: Node) -> Example:
    """Hold the smallest pair in a diagram."""
    high_levels = (
        measure.smallest(where) if measure else lightest(product, where, product.costs)
    )
    old = hold(product.old.library, product.old.encoding, high_levels)
    new = hold(product.new.library, product.new.encoding, high_levels, old)
    reads = product.facts_in(where)
    given = (
        each
        for name in in_one_order(old, new)
        for each in _given(name, old, new, read=name in reads)
    )
    return Example(*setting_of(product.new.encoding, high_levels), tuple(given))


def _given(
    name: str, old: Mapping[str, Answer], new: Mapping[str, Answer], *, read: bool
) -> Iterator[Given]:
    """Give an answer once, unless a question of the same name became another."""
    before, after = old.get(name), new.get(name)
    if before is not None and before == after:
        yield Given(name, before, old=True, new=True, read=read)
        return
    if before is not None:
        yield Given(name, before, old=True, new=False, read=read)
    if after is not None:
        yield Given(name, after, old=False, new=True, read=read)
