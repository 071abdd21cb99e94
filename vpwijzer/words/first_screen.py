"""What stands on a first screen, in a few words; with the number in its place."""

from vpwijzer.engine.first_screen import Way
from vpwijzer.model import Clock, Contact, FirstStep, Library


def step_words(step: FirstStep, library: Library) -> str:
    """Give a first step, with how to reach its contact behind its first sentence."""
    first, stop, rest = step.text.partition(". ")
    where = reached(library.contacts[step.contact]) if step.contact else ""
    if where:
        first = f"{first.rstrip('.')}: {where}"
    words = f"{first}{stop}{rest}"
    return words if words.endswith((".", "?", "!")) else f"{words}."


def reached(contact: Contact) -> str:
    """Say how a contact is reached: by telephone, or else where it is found."""
    # Without the scheme an address fits on a narrow window, and is easier to copy.
    return contact.phone or contact.web.removeprefix("https://").removesuffix("/")


def clock_words(clock: Clock) -> str:
    """Say in one sentence what to do before when."""
    return clock.short or f"{clock.title}: {clock.period} vanaf {clock.since}."


def way_words(way: Way) -> str:
    """Say what matters of the consequences of a way, as a person says it aloud."""
    return ", ".join(way.phrases)
