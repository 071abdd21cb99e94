"""What stands on a first screen, in a few words."""

from vpwijzer.engine.first_screen import Way
from vpwijzer.model import Clock, Library
from vpwijzer.words.contacts import with_number


def clock_words(clock: Clock, library: Library) -> str:
    """Say in one sentence what to do before when."""
    if clock.short:
        return with_number(clock.short, clock.contact, library)
    return f"{clock.title}: {clock.period} vanaf {clock.since}."


def way_words(way: Way) -> str:
    """Say what matters of the consequences of a way, as a person says it aloud."""
    return ", ".join(way.phrases)
