"""The small pages of a conversation: a question, its explanation, what comes first."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType

from vpwijzer.document.terminal import (
    HEADING,
    URGENT,
    heading,
    indented,
    joined,
    marked,
    text,
)
from vpwijzer.engine.logic import View
from vpwijzer.engine.outcome import Ruling, holding
from vpwijzer.engine.outcome_diff import Differences
from vpwijzer.engine.walk import Walk
from vpwijzer.model import Contact, Library
from vpwijzer.pages.outcome import difference_lines
from vpwijzer.pages.route import contact_line
from vpwijzer.words.wording import Wording


def explanation_page(notes: Iterable[tuple[str, str]]) -> RenderableType:
    """Show what a question and its options mean."""
    lines = [
        marked("-", f"{n}: {words}" if n else words) for n, words in notes if words
    ]
    return Group(text("Uitleg", HEADING), *lines)


def help_page(contacts: Iterable[Contact]) -> RenderableType:
    """Show whom to call in danger, short enough for one small window."""
    return Group(text("Hulp bij gevaar", URGENT), *map(_number, contacts))


def _number(contact: Contact) -> RenderableType:
    doubt = "" if contact.certain else " (controleer dit)"
    how = contact.phone or contact.web
    words = f"{doubt}: {contact.name}. {contact.purpose}"
    return marked("☎", joined((how, HEADING), (words, "")))


def what_if_page(answer: str, changed: Differences) -> RenderableType:
    """Show what one other answer would make of an outcome."""
    return Group(text("Voor even", HEADING), text(answer), difference_lines(changed))


def priority_page(ruling: Ruling, library: Library, view: View) -> RenderableType:
    """Show a route the moment it has priority: what to do and whom to call."""
    return Group(*_priority(ruling, library, view))


def _priority(ruling: Ruling, library: Library, view: View) -> Iterator[RenderableType]:
    yield text("Eerst dit", URGENT)
    yield heading(ruling.route.title)
    yield text(ruling.route.summary)
    for link, _ in holding(ruling.route.contacts, view):
        yield indented(marked("☎", contact_line(library.contacts[link.contact])))


def talk_page(walk: Walk) -> RenderableType:
    """Show the questions that were asked, with their answers."""
    wording = Wording(walk.setting.library)
    lines: list[RenderableType] = []
    for number, name in enumerate(walk.progress.asked, 1):
        lines.append(marked(f"{number:>2}", wording.question(name)))
        answer = wording.answer(wording.questions[name], walk.answers[name])
        lines.append(indented(marked("›", text(answer, HEADING))))
    return Group(*lines, text(""))
