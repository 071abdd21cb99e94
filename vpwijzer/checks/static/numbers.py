"""Telephone numbers and addresses: each once, possible, sure and where needed."""

import re
from collections.abc import Iterator

from vpwijzer.checks import rules
from vpwijzer.checks.texts import Said, said
from vpwijzer.model import Contact, Library
from vpwijzer.model.finding import Finding

POSSIBLE = re.compile(
    r"11[23]|144|116\d{3}|140\d{2,3}"  # three figures, European, municipal
    r"|0(800|90[069])(\d{4}|\d{7})"  # free and premium
    r"|0(?!800|90[069]|0)\d{9}"  # areas, mobile and companies
    r"|\+(?!31)[1-9]\d{6,13}"
)
PREMIUM = ("0900", "0906", "0909")
WRITTEN = re.compile(r"(?<![\w-])(?:\+|0)[\d -]{6,}\d|[\w.+-]+@[\w-]+\.[\w.-]*\w")
"""What looks like a number or an e-mail address; what is short is known by heart."""
DATE = re.compile(r"\d{1,2}-\d{1,2}-\d{4}")
CALL = re.compile(r"\b(?:[Bb]el|Mail)\b")
MOST_BY_HEART = 3
OR = " of "


def check_numbers(library: Library) -> Iterator[Finding]:
    """Report numbers that are not right, or not where somebody needs them."""
    for contact in library.contacts.values():
        yield from _check_contact(contact)
    by_heart = {
        number
        for contact in library.contacts.values()
        for number in numbers_of(contact)
        if len(number) <= MOST_BY_HEART
    }
    for each in said(library, to_adviser=True):
        yield from _check_written(each)
        yield from _check_call(each, by_heart, library)


def numbers_of(contact: Contact) -> list[str]:
    """Give the telephone numbers of a contact."""
    return contact.phone.split(OR) if contact.phone else []


def _check_contact(contact: Contact) -> Iterator[Finding]:
    at = contact.phone_at or contact.at
    for number in numbers_of(contact):
        figures = re.sub(r"[ -]", "", number).replace("+31", "0", 1)
        if not POSSIBLE.fullmatch(figures):
            yield rules.NO_SUCH_NUMBER.at(at, number)
        if figures.startswith(PREMIUM) and not contact.cost:
            yield rules.NO_COST.at(at, number)
    if contact.phone and not contact.certain:
        yield rules.UNSURE_NUMBER.at(at, contact.id)


def _check_written(each: Said) -> Iterator[Finding]:
    for found in WRITTEN.findall(each.text):
        if not DATE.fullmatch(found):
            yield rules.NUMBER_IN_TEXT.at(each.at, found)


def _check_call(each: Said, by_heart: set[str], library: Library) -> Iterator[Finding]:
    contact = library.contacts.get(each.contact)
    if contact is not None and not (contact.phone or contact.web):
        yield rules.CONTACT_UNREACHABLE.at(each.at, contact.id)
        return
    called = CALL.search(each.text)
    shown = by_heart & set(re.findall(r"\d+", each.text))
    if called is None or shown or (contact and contact.phone):
        return
    if contact is None:
        yield rules.CALL_WITHOUT_NUMBER.at(each.at, called[0])
    else:
        yield rules.NOWHERE_TO_REACH.at(each.at, called[0], contact.id)
