"""Pages of plain paragraphs: laid out without rich, which takes long to load."""

from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from vpwijzer.model import Opening
from vpwijzer.words.sanitize import inert

if TYPE_CHECKING:
    from vpwijzer.pages import Page as Painting
    from vpwijzer.pages import Run

HEADING, FAINT = "bold", "dim"
NARROWEST, STEP = 1, 3


class Paragraph(NamedTuple):
    """Words in one style; a label stands before what it belongs to."""

    words: str
    style: str = ""
    label: str = ""


Prose: TypeAlias = tuple[Paragraph, ...]
Page: TypeAlias = "Prose | Painting"
Lines: TypeAlias = "tuple[tuple[Run, ...], ...]"


def menu_page(title: str, notes: Iterable[tuple[str, str]]) -> Prose:
    """Show a question with its notes."""
    heading = (Paragraph(title, HEADING),) if title else ()
    return (*heading, *(_note(label, words) for label, words in notes), Paragraph(""))


def _note(label: str, words: str) -> Paragraph:
    return Paragraph(words, FAINT, f"{label}:") if label else Paragraph(words)


def opening_page(opening: Opening) -> Prose:
    """Show a title and its paragraphs, with air between them."""
    lines = (line for words in opening.lines for line in ("", words))
    return Paragraph(opening.title, HEADING), *map(Paragraph, lines)


def laid_out(pages: Iterable[Page], width: int) -> Lines:
    """Lay pages out under each other, in lines of at most this many columns."""
    return tuple(line for page in pages for line in _page(page, width))


def _page(page: Page, width: int) -> Lines:
    if isinstance(page, tuple):
        return tuple(line for part in page for line in _paragraph(part, width))
    from vpwijzer.pages import painted  # noqa: PLC0415 - start-up

    return painted(page, width)


def _paragraph(part: Paragraph, width: int) -> "Iterator[tuple[Run, ...]]":
    lead = f"{part.label} " if part.label else ""
    longest = max(map(len, part.words.split()), default=0)
    hangs = len(lead) + longest <= width
    indent = " " * (len(lead) if hangs else min(len(lead), STEP))
    for number, line in enumerate(part.words.split("\n")):
        lines = wrap(
            inert(line) if number else lead + inert(line),
            max(NARROWEST, width),
            initial_indent=indent if number else "",
            subsequent_indent=indent,
            break_on_hyphens=False,
        )
        for words in lines or [""]:
            yield ((part.style, words),)
