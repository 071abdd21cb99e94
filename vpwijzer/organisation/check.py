"""What an organisation may not say, whatever place it has for it."""

import re
from collections.abc import Collection, Iterator
from unicodedata import normalize

from vpwijzer.checks.rules import NO_SUCH_NUMBER, NUMBER_IN_TEXT
from vpwijzer.checks.static.numbers import POSSIBLE, PREMIUM, WRITTEN
from vpwijzer.engine.logic import Truth, View, holds
from vpwijzer.model import Contact, ContactLink, Library, Organisation
from vpwijzer.model.finding import Finding, Rule
from vpwijzer.model.position import Position

NO_OWN_NUMBER = Rule(
    "nummer-eigen",
    "'{}' is geen nummer van een organisatie zelf",
    "schrijf een gewoon nummer; een betaald of openbaar nummer kan hier niet",
)
UNREACHABLE = Rule(
    "niet-te-bereiken",
    "niemand kan '{}' hier bereiken",
    "schrijf een nummer, een mailadres of een bladzijde op internet",
)
PUBLIC_NAME = Rule(
    "openbare-naam",
    "'{}' heet een openbaar loket; wie dit leest, denkt dat te bellen",
    "geef het eigen loket een eigen naam, of verwijs met 'contact' naar het openbare",
)
UNSAID = Rule(
    "niet-zeggen",
    "een tekst van een organisatie kan hier niet '{}' zeggen",
    "zeg alleen wat er bij jullie kan; wat mag en moet, zegt de inhoud al",
)
OWN_NUMBER_IN_TEXT = NUMBER_IN_TEXT.saying(
    "'{}' staat los in een tekst",
    "zet nummers en adressen bij een loket of een vertrouwenspersoon",
)
TOO_SHORT = Rule(
    "termijn-te-kort",
    "'{}' is korter dan de wet: {}",
    "noem ten minste die termijn; geldt die wet hier niet, vul dan de sector in",
)
TOO_LATE = Rule(
    "belofte-te-laat",
    "'{}' is later dan de wet: {}",
    "een werkgever mag sneller antwoorden dan de wet, niet later",
)
TOO_MANY = Rule(
    "te-veel", "hier staan er {}; er passen er {}", "houd over wat iemand nodig heeft"
)
MOST = 12
"""What an organisation adds may not bury what was there."""
ADDRESS = re.compile(
    r"https?:|www\.|\b[\w-]+\.(?:nl|com|org|net|eu|info)\b", re.IGNORECASE
)
NO_LETTERS = re.compile("[^a-z0-9]+")
BRACKETS = re.compile(r"(.*) \((.*)\)")
SHORTEST = 10
"""Figures of a number that is of one organisation; fewer are public ones."""


def check_organisation(
    library: Library, organisation: Organisation
) -> Iterator[Finding]:
    """Report what would mislead, frighten, or be worth less than law."""
    public = set(_public_names(library))
    for contact in organisation.contacts:
        yield from _check_contact(contact, public)
    yield from _check_terms(library, organisation)
    yield from _check_texts(organisation, library.places.unsaid)
    for many in (
        organisation.advisers,
        organisation.rules,
        organisation.texts,
        organisation.routes,
    ):
        if len(many) > MOST:
            yield TOO_MANY.at(organisation.at, len(many), MOST)


def _check_contact(contact: Contact, public: Collection[str]) -> Iterator[Finding]:
    if contact.phone:
        figures = re.sub(r"[ ()-]", "", contact.phone).replace("+31", "0", 1)
        at = contact.phone_at or contact.at
        if not POSSIBLE.fullmatch(figures):
            yield NO_SUCH_NUMBER.at(at, contact.phone)
        elif figures.startswith(PREMIUM) or len(figures) < SHORTEST:
            yield NO_OWN_NUMBER.at(at, contact.phone)
    elif not contact.web:
        yield UNREACHABLE.at(contact.at, contact.name)
    if _plain(contact.name) in public:
        yield PUBLIC_NAME.at(contact.at, contact.name)


def _public_names(library: Library) -> Iterator[str]:
    """Give what public contacts are called, in full and in short."""
    for contact in library.contacts.values():
        yield _plain(contact.name)
        if apart := BRACKETS.fullmatch(contact.name):
            yield from map(_plain, apart.groups())


def _check_terms(library: Library, organisation: Organisation) -> Iterator[Finding]:
    """Report a term shorter than a law that may count here, and a late promise."""
    view = View(organisation.facts, library.concepts, over=False)
    for term in organisation.terms:
        for law in (library.clocks[name] for name in library.places.terms[term.clock]):
            may_count = holds(law.condition, view) is not Truth.FALSE
            if may_count and (term.days or 0) < (law.days or 0):
                yield TOO_SHORT.at(term.at, term.period, law.period)
    for term in organisation.promises:
        law = library.clocks[term.clock]
        if (term.days or 0) > (law.days or 0):
            yield TOO_LATE.at(term.at, term.period, law.period)


def _check_texts(
    organisation: Organisation, unsaid: Collection[str]
) -> Iterator[Finding]:
    apart = {each: f" {_plain(each)} " for each in unsaid}
    for at, text in (*_said(organisation), *_said_of_routes(organisation)):
        words = f" {_plain(text)} "
        held = next((each for each, said in apart.items() if said in words), None)
        number = WRITTEN.search(text) or ADDRESS.search(text)
        if held is not None:
            yield UNSAID.at(at, held)
        elif number is not None:
            yield OWN_NUMBER_IN_TEXT.at(at, number[0])


def _said(organisation: Organisation) -> Iterator[tuple[Position, str]]:
    """Give what an organisation says in its own words, but of its routes."""
    for contact in organisation.contacts:
        yield contact.at, f"{contact.name}. {contact.purpose} {contact.hours}"
    for rules in organisation.rules:
        yield rules.at, rules.title
    for term in (*organisation.terms, *organisation.promises):
        yield term.at, term.since
    for text in organisation.texts:
        yield text.at, text.text


def _said_of_routes(organisation: Organisation) -> Iterator[tuple[Position, str]]:
    for route in organisation.routes:
        yield route.at, f"{route.title}. {route.summary} {route.while_open}"
        for part in route.parts():
            if not isinstance(part, ContactLink):  # its words stand at the contact
                yield part.at, part.text


def _plain(text: str) -> str:
    """Give the words of a text as anyone reads them, without accents or signs."""
    bare = normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    return " ".join(NO_LETTERS.split(bare)).strip()
