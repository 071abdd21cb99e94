"""Sums over the ways through a diagram, without making anything."""

import pytest

from vpwijzer.proof import TooLargeError
from vpwijzer.proof.bdd.diagram import EVERYTHING, NOTHING, Diagrams
from vpwijzer.proof.bdd.path_sum import Cheapest, Mass


def made() -> tuple[Diagrams, list[int]]:
    diagrams = Diagrams()
    return diagrams, [diagrams.variable(cell) for cell in (0, 0, 1, 2)]


def test_mass_is_the_part_that_lies_in_both() -> None:
    diagrams, (a, b, c, d) = made()
    root = diagrams.either(diagrams.both(a, c), diagrams.both(b, d))
    nodes = len(diagrams.level)

    mass = Mass(diagrams, [root, EVERYTHING])

    assert mass.of(EVERYTHING) == [7, 16]
    assert mass.of(NOTHING) == [0, 0]
    assert mass.of(c) == [5, 8]
    assert mass.of(d) == [5, 8]
    assert len(diagrams.level) == nodes


def test_cheapest_way_pays_least_and_is_high_first_of_what_costs_the_same() -> None:
    diagrams, (a, b, c, d) = made()
    one = diagrams.one_of([a, b])
    root = diagrams.both(one, diagrams.one_of([c, d]))

    cheapest = Cheapest(diagrams, root, [1, 1, 5, 2])

    assert cheapest.taken(EVERYTHING) == {0, 3}
    assert cheapest.taken(c) == {0, 2}
    assert cheapest.taken(b) == {1, 3}


def test_sum_over_too_much_is_given_up() -> None:
    diagrams, (a, b, c, d) = made()
    root = diagrams.either(diagrams.both(a, c), diagrams.both(b, d))
    wanted = diagrams.choose(a, d, c)
    mass = Mass(diagrams, [root])

    with pytest.raises(TooLargeError), diagrams.budget(-len(diagrams.level)):
        mass.of(wanted)
