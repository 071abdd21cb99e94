import pytest
from hypothesis import HealthCheck, given, settings
from random_faults import crowded, planted, seeded, small
from reference_prover import ReferenceProver

from vpwijzer.checks.guarantee import broken
from vpwijzer.engine.ruling import Verdict
from vpwijzer.model import Library
from vpwijzer.proof import Proof, prove

pytestmark = pytest.mark.no_cover  # whole cases; small examples reach every branch

BROKEN = "waarborg-geschonden"
MOST = 120
"""Conversations a library may have to be held one by one here."""

LIBRARIES = 100
"""In every run, and always the same; `--lang` compares thirty times as many."""
CROWDED = 60
"""The same for libraries that promise what a first screen has no room for."""


def agree(library: Library) -> bool:
    """Compare everything, unless there is too much to hold one by one."""
    proof = prove(library, sharing=True)
    if proof.total > MOST:
        return False
    reference = ReferenceProver(library, 3 * MOST)
    shown = reference.check()
    assert_sure_conversations_are_decided(reference)
    assert {(f.code, f.at) for f in proof.findings} == set(shown)
    assert {k: v for k, v in proof.counts.items() if v} == reference.counts()
    assert proof.shares == reference.shares()
    assert proof.longest == reference.longest()
    lengths = {name: len(each.answers) for name, each in proof.longest_talks.items()}
    assert lengths == proof.longest
    for finding in proof.findings:
        held = shown[finding.code, finding.at]
        if held is not None:
            is_smallest(proof, reference, finding.code, finding.at)
    return True


def assert_sure_conversations_are_decided(reference: ReferenceProver) -> None:
    for held in reference.all:
        if not any(given.more for given in held.answers.values()):
            verdicts = {ruling.verdict for ruling in held.rulings().values()}
            assert Verdict.OPEN not in verdicts


def is_smallest(
    proof: Proof, reference: ReferenceProver, code: str, at: object
) -> None:
    (finding,) = [f for f in proof.findings if (f.code, f.at) == (code, at)]
    found = proof.conversations[finding]
    shown = reference.found[code, finding.at] or []
    same = [
        held
        for held in shown
        if (held.setting.start, held.setting.seat) == (found.start, found.seat)
        and tuple(held.answers.items()) == found.answers
    ]
    assert [held.cost for held in same] == [min(held.cost for held in shown)]


@settings(
    max_examples=33,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(planted())
def test_prover_and_reference_agree_on_drawn_content(library: Library) -> None:
    agree(library)


@pytest.mark.parametrize("part", range(4))
def test_prover_and_reference_agree_on_every_finding_and_count(
    part: int, times: int
) -> None:
    each = LIBRARIES * times // 4
    share = range(part * each, (part + 1) * each)

    compared = [agree(small(seeded(seed))) for seed in share]

    assert sum(compared) > len(compared) / 3


def agree_on_promises(library: Library) -> bool:
    """Compare what is promised, and the smallest conversation that breaks it."""
    proof = prove(library)
    if proof.total > MOST:
        return False
    reference = ReferenceProver(library, 3 * MOST)
    for held in reference.all:
        for each in broken(library, held.walk):
            shown = reference.found.setdefault((BROKEN, each.at), [])
            assert shown is not None
            shown.append(held)
    found = {each.at for each in proof.findings if each.code == BROKEN}
    assert found == {at for _, at in reference.found}
    for at in found:
        is_smallest(proof, reference, BROKEN, at)
    return True


@pytest.mark.parametrize("part", range(4))
def test_prover_and_reference_agree_on_first_screens_that_have_no_room(
    part: int, times: int
) -> None:
    each = CROWDED * times // 4
    share = range(part * each, (part + 1) * each)

    compared = [agree_on_promises(crowded(seeded(seed))) for seed in share]

    assert sum(compared) > len(compared) / 3
