"""The smallest conversation, also where all of them are too many to hold."""

import pytest
from builders import follow, library, question, route, tree

from vpwijzer.model import Library
from vpwijzer.proof import TooLargeError
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.counting import count_conversations
from vpwijzer.proof.space.witness import smallest

BUDGET = 20_000


def crossed() -> Library:
    """Give content in which every first half decides about a second half."""
    names = range(14)
    asked = [question(f"x{n}") for n in names]
    asked += [question(f"y{n}", when=f"x{n}: a") for n in names]
    first = tree("t", question("g"), *asked, then=[follow("u", "g: a")])
    return library(first, tree("u", question("z")), route("r"))


def spend(space: Conversations) -> None:
    """Make every conversation, and then too much."""
    with space.diagrams.budget(BUDGET):
        assert space.everything
        raise TooLargeError


def test_conversation_that_is_cut_out_shows_what_it_must() -> None:
    space = Conversations(crossed(), BUDGET)
    apart = space.diagrams.negate(space.encoding.trees["u"])
    with pytest.raises(TooLargeError), space.diagrams.budget(BUDGET):
        count_conversations(space)
    space.forget()

    with space.diagrams.budget(BUDGET):
        found = smallest(space, apart)

    assert dict(found.answers)["g"].options == {"b"}
    assert "z" not in dict(found.answers)


def test_conversations_lost_to_a_budget_are_made_again() -> None:
    content = library(tree("t", question("x"), question("y")), route("r"))
    space, fresh = Conversations(content, BUDGET), Conversations(content, BUDGET)

    with pytest.raises(TooLargeError):
        spend(space)
    space.forget()

    assert count_conversations(space) == count_conversations(fresh)
