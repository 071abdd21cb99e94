"""An organisation into the text of its file, which reads back as it was."""

import re
from collections.abc import Iterator

from vpwijzer.model import Answer, Contact, Organisation, OwnTerm

HEAD = "# organisatie van vpwijzer"
PLAIN = re.compile(r"[^\W_]([\w ./@+;-]*[\w.])?")
"""What means only itself in YAML."""
MAIL = "mailto:"


def organisation_text(organisation: Organisation) -> str:
    """Write what a first file holds: facts, advisers, desks and terms."""
    return "".join(f"{line}\n" for line in _lines(organisation))


def _lines(said: Organisation) -> Iterator[str]:
    yield HEAD
    yield f"organisatie: {_text(said.name)}"
    yield f"nagekeken: {said.checked}"
    yield from _under(
        "bekend", (f"{name}: {_answer(a)}" for name, a in said.facts.items())
    )
    if said.advisers:
        yield "vertrouwenspersonen:"
    for each in said.advisers:
        first, *rest = _contact(each.contact, "rol")
        yield f"  - {first}"
        yield from (f"    {line}" for line in rest)
        if each.ties:
            yield f"    band: [{', '.join(each.ties)}]"
    if said.desks:
        yield "loketten:"
    for desk in said.desks:
        yield f"  {desk.desk}:"
        public = [f"contact: {desk.public}"]
        about = _contact(desk.contact, "waarvoor") if desk.contact else public
        yield from (f"    {line}" for line in about)
    yield from _under("termijnen", map(_term, said.terms))
    yield from _under("beloften", map(_term, said.promises))
    if said.neutral_page:
        yield f"neutrale-pagina: {_text(said.neutral_page)}"


def _under(key: str, lines: Iterator[str]) -> Iterator[str]:
    made = list(lines)
    if made:
        yield f"{key}:"
    yield from (f"  {line}" for line in made)


def _contact(contact: Contact, about: str) -> list[str]:
    """Write a contact; what it is there for stands under a key of its own."""
    is_mail = contact.web.startswith(MAIL)
    parts = {
        "naam": contact.name,
        about: contact.purpose,
        "nummer": contact.phone,
        "mail": contact.web.removeprefix(MAIL) if is_mail else "",
        "web": "" if is_mail else contact.web,
        "uren": contact.hours,
    }
    return [f"{key}: {_text(text)}" for key, text in parts.items() if text]


def _answer(answer: Answer) -> str:
    options = sorted(answer.options)
    return options[0] if len(options) == 1 else f"[{', '.join(options)}]"


def _term(term: OwnTerm) -> str:
    since = f", vanaf: {_text(term.since)}" if term.since else ""
    return f"{term.clock}: {{termijn: {_text(term.period)}{since}}}"


def _text(text: str) -> str:
    """Write a text so that it is read as it stands."""
    if PLAIN.fullmatch(text):
        return text
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
