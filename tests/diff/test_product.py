import pytest
from edited import edited, two_versions
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_faults import seeded, small
from reference_diff import Found, Two, Witness
from strategies import Dice

from vpwijzer.diff import BUDGET, Compared, Example, Group
from vpwijzer.diff.comparison import compare_conversations
from vpwijzer.diff.subject import Kind
from vpwijzer.model import Library
from vpwijzer.proof import TooLargeError, deep_recursion

pytestmark = pytest.mark.no_cover  # whole cases; small examples reach every branch

MOST = 300
"""Pairs of conversations that may be held one by one here."""

LIBRARIES = 36
"""In every run, and always the same; `--lang` compares thirty times as many."""


def agree(old: Library, new: Library) -> bool:
    """Compare everything, unless there is too much to hold one by one."""
    talks = compare_conversations(old, new, BUDGET)
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


def agree_partly(old: Library, new: Library, budget: int) -> bool:
    """Compare what the budget allows: all that is shown is so, all else is named."""
    try:
        with deep_recursion():
            talks = compare_conversations(old, new, budget)
    except TooLargeError:
        return False
    every = compare_conversations(old, new, BUDGET).pairs or {}
    if sum(every.values()) > MOST or (talks.pairs and not talks.missing):
        return False
    witness = Witness(old, new)
    groups = witness.groups()
    shown = {step for group in talks.groups for step in steps(group)}
    left = {(kind.value, name) for kind, name in talks.missing}
    for each in groups:
        unseen = each.changes - shown
        assert {subject(kind, owner) for kind, owner, *_ in unseen} <= left
    for group in talks.groups:
        (same,) = [each for each in groups if steps(group) <= each.changes]
        assert group.shares is None or group.shares == same.shares
        assert group.example is None or shown_in(group.example, same)
    return bool(talks.groups)


def subject(kind: Kind, owner: str) -> tuple[str, str]:
    alone = kind in {Kind.TREE, Kind.QUESTION, Kind.CLOCK}
    return (kind if alone else Kind.ROUTE).value, owner


def steps(group: Group) -> frozenset[tuple[Kind, str, object, object, object]]:
    return frozenset((c.kind, c.owner, c.part, c.was, c.now) for c in group.changes)


def by_change(talks: Compared) -> dict[frozenset[object], object]:
    return {frozenset(steps(group)): group.shares for group in talks.groups}


def shown_in(example: Example, found: Found) -> list[Two]:
    given = {(g.question, g.answer, g.old, g.new) for g in example.answers}
    return [
        two
        for two in found.pairs
        if (two.start, two.new.setting.seat) == (example.start, example.seat)
        and two.given == given
    ]


def is_smallest(group: Group, found: Found) -> None:
    assert group.example is not None
    same = shown_in(group.example, found)
    assert [two.cost for two in same] == [min(two.cost for two in found.pairs)]


@st.composite
def versions(draw: st.DrawFn) -> tuple[Library, Library]:
    return two_versions(Dice(draw))


@settings(
    max_examples=8,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(versions())
def test_drawn_versions_differ_as_holding_each_pair_finds(
    pair: tuple[Library, Library],
) -> None:
    agree(*pair)


@pytest.mark.parametrize("part", range(4))
def test_every_change_share_and_example_is_what_holding_each_pair_finds(
    part: int, times: int
) -> None:
    each = LIBRARIES * times // 4
    share = range(part * each, (part + 1) * each)

    compared = [agree(*two_versions(seeded(seed))) for seed in share]

    # Often nothing differs: a drawn tree is walked on a sure answer only.
    assert sum(compared) > len(compared) / 5


def test_large_edits_are_what_holding_each_pair_finds(times: int) -> None:
    compared = []
    for seed in range(10_000, 10_000 + times * LIBRARIES // 6):
        dice = seeded(seed)
        old = new = small(dice)
        for _ in range(4):
            new = edited(dice, new)
        compared.append(agree(old, new))

    assert sum(compared) > len(compared) / 4


def test_whatever_is_shown_within_a_budget_is_so_and_the_rest_is_named(
    times: int,
) -> None:
    compared = []
    for seed in range(20_000, 20_000 + times * LIBRARIES):
        dice = seeded(seed)
        pair = two_versions(dice)
        compared.append(agree_partly(*pair, dice.number(60, 4000)))

    assert sum(compared) > len(compared) / 10
