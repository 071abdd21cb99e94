"""The page: in short, what changes in conversations, what is written otherwise."""

from collections.abc import Iterator

from vpwijzer.render.change.names import Names, code
from vpwijzer.render.change.summary import summary_lines
from vpwijzer.render.change.talks import talk_lines
from vpwijzer.render.change.texts import text_lines
from vpwijzer.versions import Comparison

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
