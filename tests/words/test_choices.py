"""Every fixed choice has one Dutch word in content and one on a screen."""

from enum import Enum
from inspect import isclass

import pytest

from vpwijzer import model
from vpwijzer.loader.keys import choices
from vpwijzer.model import Expectation, TrackKind, finding
from vpwijzer.words.names import NAMES

KINDS = [k for k in vars(model).values() if isclass(k) and issubclass(k, Enum)]
WRITTEN = [table for table in vars(choices).values() if isinstance(table, dict)]


@pytest.mark.parametrize("kind", [*KINDS, finding.Severity])
def test_every_choice_has_a_name_unless_only_cases_hold_it(kind: type[Enum]) -> None:
    shown = set(kind) & NAMES.keys()

    assert shown == (set() if kind is Expectation else set(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_choice_can_be_written_in_one_way(kind: type[Enum]) -> None:
    (table,) = [each for each in WRITTEN if kind in map(type, each.values())]
    written = set(kind) - {TrackKind.OWN}  # what an organisation adds is in no content

    assert len(table) == len(set(table.values())) == len(written)


def test_values_of_choices_are_no_dutch_words() -> None:
    values = {each.value for kind in KINDS for each in kind}

    assert not values & ({*NAMES.values()} - {"trainer"})
