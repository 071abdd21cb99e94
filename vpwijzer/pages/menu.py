"""What stands above the choices of a menu; apart, because it is shown first of all."""

from collections.abc import Iterable

from vpwijzer.document.blocks import (
    AIR,
    Block,
    Page,
    Role,
    Span,
    heading,
    listing,
    paragraph,
    point,
)
from vpwijzer.engine.logic import Truth, View, holds
from vpwijzer.model import Facts, Library, Opening
from vpwijzer.words.contacts import said

NOTHING: Facts = {}


def menu_page(title: str, notes: Iterable[tuple[str, str]]) -> Page:
    """Show a question with its notes, each with its label when it has one."""
    above = (heading(1, title),) if title else ()
    return *above, *(_note(label, words) for label, words in notes), AIR


def _note(label: str, words: str) -> Block:
    if not label:
        return paragraph(words)
    aside = Span(words, Role.ASIDE)
    return listing((point(aside, label=Span(f"{label}:", Role.ASIDE)),))


def opening_page(opening: Opening, library: Library, facts: Facts = NOTHING) -> Page:
    """Show a title and the paragraphs that hold, with air between them."""
    view = View(facts, library.concepts, over=True)
    said_here = (
        said(line, library)
        for line in opening.lines
        if holds(line.condition, view) is Truth.TRUE
    )
    lines = (block for words in said_here for block in (AIR, paragraph(words)))
    return heading(1, opening.title), *lines
