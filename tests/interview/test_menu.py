"""Menus are values; what stands here is how their choices are numbered."""

from vpwijzer.interview.menu import Choice, Menu


def menu(*values: str, zero: str = "") -> Menu:
    choices = tuple(Choice(value, value) for value in values)
    return Menu("Wat?", choices=choices, zero=zero)


def test_choices_are_numbered_from_one() -> None:
    assert menu("a", "b").numbers() == {"a": "1", "b": "2"}


def test_zero_is_kept_for_one_choice_wherever_it_stands() -> None:
    assert menu("a", "?", "b", zero="?").numbers() == {"a": "1", "b": "2", "?": "0"}


def test_menu_without_choices_has_no_numbers() -> None:
    assert menu().numbers() == {}
