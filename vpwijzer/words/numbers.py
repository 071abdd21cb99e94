"""Numbers as a person reads them."""

from fractions import Fraction

LEAST_SHARE = Fraction(1, 1000)
EXACT = 1_000_000
"""From here on a number is rounded; nobody reads forty digits twice."""

POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def exact(number: int) -> str:
    """Give a number with a point after every thousand."""
    return f"{number:,}".replace(",", ".")


def counted(number: int, one: str, more: str) -> str:
    """Give a number with the word that goes with it."""
    return f"{exact(number)} {one if number == 1 else more}"


def about(number: int) -> str:
    """Give a number, rounded when it is long."""
    if number < EXACT:
        return exact(number)
    digits = str(number)
    power = str(len(digits) - 1).translate(POWERS)
    return f"ruim {digits[0]},{digits[1]} · 10{power}"


def percent(share: Fraction) -> str:
    """Give a share; only what is exact is called all of it."""
    if 0 < share < LEAST_SHARE:
        return "minder dan 0,1%"
    if 1 - LEAST_SHARE < share < 1:
        return "meer dan 99,9%"
    return f"{float(share):.1%}".replace(".0%", "%").replace(".", ",")


def percentage(share: Fraction) -> str:
    """Give a share of the conversations in words."""
    if share in {0, 1}:
        return "alle gesprekken" if share else "geen enkel gesprek"
    return f"{percent(share)} van de gesprekken"
