"""Whether every condition, and every clause in it, makes a difference somewhere."""

from collections.abc import Iterator

from vpwijzer.proof.claims.rules import (
    IDLE_CLAUSE,
    IDLE_VALUE,
    NEVER,
    Violation,
    violation,
)
from vpwijzer.proof.claims.site import Site
from vpwijzer.proof.claims.weakened import idle
from vpwijzer.proof.space.conversations import Conversations


def check_site(space: Conversations, site: Site) -> Iterator[Violation]:
    """Report a condition that never does anything, or else what is idle in it."""
    conj, possible = space.diagrams.conj, space.possible
    if not possible(site.where):
        return
    if not possible(conj(site.where, site.happens)):
        if site.kind in NEVER:
            yield violation(NEVER[site.kind], site.at, site.owner)
        return

    def differ(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
        changes = map(space.diagrams.xor, one, other)
        return any(possible(conj(site.where, change)) for change in changes)

    for clause, value in idle(site.condition, site.evaluate, differ):
        rule = IDLE_VALUE if value else IDLE_CLAUSE
        yield violation(rule, clause.at, clause.fact, value)
