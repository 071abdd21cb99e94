"""The page: in short, what changes in conversations, what is written otherwise."""

from collections.abc import Iterator

from vpwijzer.diff import Comparison
from vpwijzer.pages.change.names import Names, code
from vpwijzer.pages.change.summary import summary_lines
from vpwijzer.pages.change.talks import talk_lines
from vpwijzer.pages.change.texts import text_lines

SAME = "Geen verschil.\n"


def change_page(old: str, new: str, comparison: Comparison | None) -> str:
    """Write down every difference between two folders."""
    if comparison is None:
        return SAME
    title = f"# Verschil tussen {code(old)} en {code(new)}"
    return "\n".join([title, *_lines(comparison)])


def _lines(comparison: Comparison) -> Iterator[str]:
    names = Names(comparison)
    yield from summary_lines(comparison, names)
    if comparison.talks is not None:
        yield from talk_lines(comparison.talks, names)
    yield from text_lines(comparison.texts, names)
    yield ""
