"""Sums over the ways through a diagram, without making anything."""

import pytest

from vpwijzer.proof import TooLargeError
from vpwijzer.proof.bdd import FALSE, TRUE, Diagrams, Group, Node
from vpwijzer.proof.bdd.path_sum import Density, ShortestPath


def made() -> tuple[Diagrams, list[Node]]:
    diagrams = Diagrams()
    return diagrams, [diagrams.variable(Group(group)) for group in (0, 0, 1, 2)]


def test_mass_is_the_part_that_lies_in_both() -> None:
    diagrams, (a, b, c, d) = made()
    root = diagrams.disj(diagrams.conj(a, c), diagrams.conj(b, d))
    nodes = len(diagrams.level)

    mass = Density(diagrams, [root, TRUE])

    assert mass.of(TRUE) == [7, 16]
    assert mass.of(FALSE) == [0, 0]
    assert mass.of(c) == [5, 8]
    assert mass.of(d) == [5, 8]
    assert len(diagrams.level) == nodes


def test_cheapest_way_pays_least_and_is_high_first_of_what_costs_the_same() -> None:
    diagrams, (a, b, c, d) = made()
    one = diagrams.exactly_one([a, b])
    root = diagrams.conj(one, diagrams.exactly_one([c, d]))

    cheapest = ShortestPath(diagrams, root, [1, 1, 5, 2])

    assert cheapest.high_levels(TRUE) == {0, 3}
    assert cheapest.high_levels(c) == {0, 2}
    assert cheapest.high_levels(b) == {1, 3}


def test_sum_over_too_much_is_given_up() -> None:
    diagrams, (a, b, c, d) = made()
    root = diagrams.disj(diagrams.conj(a, c), diagrams.conj(b, d))
    wanted = diagrams.ite(a, d, c)
    mass = Density(diagrams, [root])

    with pytest.raises(TooLargeError), diagrams.budget(-len(diagrams.level)):
        mass.of(wanted)
