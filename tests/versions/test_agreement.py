import os

import pytest
from edited import two_versions
from paired import Found, Witness
from planted import seeded

from vpwijzer.model import Library
from vpwijzer.versions import BUDGET, Compared, Group
from vpwijzer.versions.compare import compare_talks

MOST = 300
"""Pairs of conversations that may be held one by one here."""

LIBRARIES = int(os.environ.get("PROOF_LIBRARIES", "60"))
"""More by hand: 1000 take about three minutes."""


def agree(old: Library, new: Library) -> bool:
    """Compare everything, unless there is too much to hold one by one."""
    talks = compare_talks(old, new, BUDGET)
    assert talks.pairs is not None
    assert not talks.missing
    if sum(talks.pairs.values()) > MOST:
        return False
    witness = Witness(old, new)
    assert {start: n for start, n in talks.pairs.items() if n} == witness.counts()
    groups = witness.groups()
    assert by_change(talks) == {each.changes: each.shares for each in groups}
    changed = {id(two): two for each in groups for two in each.pairs}
    counted = witness.counts(list(changed.values()))
    assert {s: n for s, n in (talks.changed or {}).items() if n} == counted
    for group in talks.groups:
        (same,) = [each for each in groups if each.changes == steps(group)]
        is_smallest(group, same)
    return bool(groups)


def steps(group: Group) -> frozenset[object]:
    return frozenset((c.kind, c.owner, c.part, c.was, c.now) for c in group.changes)


def by_change(talks: Compared) -> dict[frozenset[object], object]:
    return {steps(group): group.shares for group in talks.groups}


def is_smallest(group: Group, found: Found) -> None:
    example = group.example
    assert example is not None
    given = {(g.question, g.answer, g.old, g.new) for g in example.answers}
    same = [
        two
        for two in found.pairs
        if (two.start, two.new.setting.seat) == (example.start, example.seat)
        and two.given == given
    ]
    assert [two.cost for two in same] == [min(two.cost for two in found.pairs)]


@pytest.mark.parametrize("part", range(4))
def test_every_change_share_and_example_is_what_holding_each_pair_finds(
    part: int,
) -> None:
    share = range(part * LIBRARIES // 4, (part + 1) * LIBRARIES // 4)

    compared = [agree(*two_versions(seeded(seed))) for seed in share]

    assert sum(compared) > len(compared) / 4
