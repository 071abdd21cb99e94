"""How a contact is reached, and texts that say to call, with the number in place."""

from collections import Counter
from collections.abc import Iterator

from vpwijzer.model import ALWAYS, Caution, Clock, Contact, FirstStep, Library, Line

LONG = 40
"""So many signs of an address fit beside a name."""


def said(part: Caution | Clock | FirstStep | Line, library: Library) -> str:
    """Give a text with how to reach the contact that it names."""
    return with_number(part.text, part.contact, library)


def with_number(text: str, name: str, library: Library) -> str:
    """Say how to reach a contact: behind its name, or else its first sentence."""
    contact = library.contacts.get(name)
    where = reached(contact) if contact else ""
    if contact is None or not where or where in text:
        return text
    if contact.name in text:
        return text.replace(contact.name, f"{contact.name} ({where})", 1)
    first, stop, rest = text.partition(". ")
    words = f"{first.removesuffix('.')}: {where}{stop}{rest}"
    return words if words.endswith((".", "?", "!")) else f"{words}."


def reached(contact: Contact) -> str:
    """Say how a contact is reached: by telephone, or else where it is found."""
    where = contact.phone or address(contact)
    if contact.is_own and len(where) > LONG:
        where = where.partition("/")[0]  # the page of its way has all of it
    return f"{contact.name}, {where}" if contact.is_own and where else where


def address(contact: Contact) -> str:
    """Give an address as it fits on a narrow window, and is easier to copy."""
    web = contact.web.removeprefix("https://").removeprefix("mailto:")
    return web.removesuffix("/")


def contact_line(contact: Contact) -> str:
    """Give a contact in one line, with what matters before one calls."""
    how = ", ".join(part for part in (contact.phone, address(contact)) if part)
    details = [contact.hours, contact.cost, contact.anonymous]
    about = "; ".join(part for part in details if part)
    line = f"{contact.name}: {how}. {contact.purpose}"
    return f"{line} ({about})" if about else line


def urgent_contacts(library: Library) -> tuple[Contact, ...]:
    """Give the contacts of routes that may have priority, the most shared first."""
    shared = Counter(urgent(library))
    return tuple(library.contacts[name] for name, _ in shared.most_common())


def urgent(library: Library) -> Iterator[str]:
    """Give whom a route that may have priority always names."""
    for route in library.routes.values():
        if route.priority is not None:
            for link in route.contacts:
                if link.condition == ALWAYS:
                    yield link.contact


def clock_words(clock: Clock, library: Library) -> str:
    """Say in one sentence what to do before when."""
    if clock.short:
        return with_number(clock.short, clock.contact, library)
    return f"{clock.title}: {clock.period} vanaf {clock.since}."
