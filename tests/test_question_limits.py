"""How many questions a person gets before the overview, proved over every conversation.

A trainer is asked one more: who sits at the table.
"""

import pytest
from bundled import bundled

from vpwijzer.model import Seat
from vpwijzer.proof.bdd import Node
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.longest import longest

SUBJECTS = ("klacht", "getuige", "melding", "baan", "klacht-over-vp")
START = "triage"
ONE_SUBJECT, TWO_SUBJECTS = 14, 18
NODES = 3_000_000


@pytest.fixture(scope="module")
def space() -> Conversations:
    return Conversations(bundled(), NODES)


def with_one_subject(space: Conversations) -> Node:
    diagrams, walked = space.diagrams, space.base.walked
    return diagrams.any_of(
        diagrams.without(
            walked[one], diagrams.any_of(walked[n] for n in SUBJECTS if n != one)
        )
        for one in SUBJECTS
    )


@pytest.mark.parametrize("seat", Seat)
def test_overview_comes_after_few_questions(space: Conversations, seat: Seat) -> None:
    diagrams, sits = space.diagrams, space.encoding.seats[seat]
    one = with_one_subject(space)
    more = seat is Seat.TRAINER

    alone = longest(space, diagrams.conj(sits, one))[START]
    together = longest(space, diagrams.without(sits, one))[START]

    assert 0 < alone <= ONE_SUBJECT
    assert alone < together <= TWO_SUBJECTS + more
