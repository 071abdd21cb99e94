"""What a person reads, or reads aloud, before the first question."""

from rich.console import Group, RenderableType

from vpwijzer.model import Opening
from vpwijzer.render.terminal.paper import HEADING, text


def opening_page(opening: Opening) -> RenderableType:
    """Show a title and its paragraphs, with air between them."""
    parts: list[RenderableType] = [text(opening.title, HEADING)]
    for line in opening.lines:
        parts += [text(""), text(line)]
    return Group(*parts)
