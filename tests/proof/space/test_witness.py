"""The smallest conversation, also where all of them are too many to hold."""

import pytest
from builders import follow, library, question, route, tree

from vpwijzer.model import Library
from vpwijzer.proof import TooLargeError
from vpwijzer.proof.space.conversations import World
from vpwijzer.proof.space.counting import conversations
from vpwijzer.proof.space.witness import smallest

BUDGET = 20_000


def crossed() -> Library:
    """Give content in which every first half decides about a second half."""
    names = range(14)
    asked = [question(f"x{n}") for n in names]
    asked += [question(f"y{n}", when=f"x{n}: a") for n in names]
    first = tree("t", question("g"), *asked, then=[follow("u", "g: a")])
    return library(first, tree("u", question("z")), route("r"))


def spend(world: World) -> None:
    """Make every conversation, and then too much."""
    with world.diagrams.budget(BUDGET):
        assert world.everything
        raise TooLargeError


def test_conversation_that_is_cut_out_shows_what_it_must() -> None:
    world = World(crossed(), BUDGET)
    apart = world.diagrams.negate(world.alphabet.trees["u"])
    with pytest.raises(TooLargeError), world.diagrams.budget(BUDGET):
        conversations(world)
    world.forget()

    with world.diagrams.budget(BUDGET):
        found = smallest(world, apart)

    assert dict(found.answers)["g"].options == {"b"}
    assert "z" not in dict(found.answers)


def test_conversations_lost_to_a_budget_are_made_again() -> None:
    content = library(tree("t", question("x"), question("y")), route("r"))
    world, fresh = World(content, BUDGET), World(content, BUDGET)

    with pytest.raises(TooLargeError):
        spend(world)
    world.forget()

    assert conversations(world) == conversations(fresh)
