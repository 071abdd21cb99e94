"""What differs between two versions of the content: in short, in talks, in texts."""

from collections.abc import Iterator

from vpwijzer.diff import Comparison
from vpwijzer.document.blocks import Block, Page, code, heading, paragraph
from vpwijzer.pages.change.names import Names
from vpwijzer.pages.change.summary import summary
from vpwijzer.pages.change.talks import talks
from vpwijzer.pages.change.texts import texts


def change_page(old: str, new: str, comparison: Comparison | None) -> Page:
    """Show every difference between two folders."""
    if comparison is None:
        return (paragraph("Geen verschil."),)
    title = heading(1, "Verschil tussen ", code(old), " en ", code(new))
    return title, *_blocks(comparison, Names(comparison))


def _blocks(comparison: Comparison, names: Names) -> Iterator[Block]:
    yield from summary(comparison, names)
    if comparison.talks is not None:
        yield from talks(comparison.talks, names)
    yield from texts(comparison.texts, names)
