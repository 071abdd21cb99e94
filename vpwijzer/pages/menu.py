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
from vpwijzer.model import Opening


def menu_page(title: str, notes: Iterable[tuple[str, str]]) -> Page:
    """Show a question with its notes, each with its label when it has one."""
    above = (heading(1, title),) if title else ()
    return *above, *(_note(label, words) for label, words in notes), AIR


def _note(label: str, words: str) -> Block:
    if not label:
        return paragraph(words)
    aside = Span(words, Role.ASIDE)
    return listing((point(aside, label=Span(f"{label}:", Role.ASIDE)),))


def opening_page(opening: Opening) -> Page:
    """Show a title and its paragraphs, with air between them."""
    lines = (block for words in opening.lines for block in (AIR, paragraph(words)))
    return heading(1, opening.title), *lines
