"""Lists of what there is: routes by track, trees with their questions."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult

from vpwijzer.document.terminal import (
    FAINT,
    HEADING,
    counted,
    heading,
    indented,
    joined,
    marked,
    text,
)
from vpwijzer.model import ALWAYS, Library, Question, Tree
from vpwijzer.words.wording import Wording

NARROW_TITLE = 30
"""In columns; a title narrower than this reads badly beside its name."""


def routes_page(library: Library) -> RenderableType:
    """List all routes by track."""
    return Group(*_tracks(library))


def _tracks(library: Library) -> Iterator[RenderableType]:
    width = max((len(route) for route in library.routes), default=0)
    for track in library.tracks.values():
        yield heading(f"{track.mark} {track.title}")
        yield indented(text(track.text, FAINT))
        titles = {name: library.routes[name].title for name in track.routes}
        yield _Names(titles, width)


@dataclass(frozen=True, slots=True)
class _Names:
    """Names with their titles: side by side, or below each other when it is narrow."""

    titles: Mapping[str, str]
    width: int

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        for name, title in self.titles.items():
            if options.max_width < self.width + NARROW_TITLE:
                yield text(name, FAINT)
                yield indented(text(title))
            else:
                yield indented(marked(name.ljust(self.width), title))


def trees_page(library: Library) -> RenderableType:
    """List all trees."""
    width = max((len(tree) for tree in library.trees), default=0)
    return Group(*(_tree_line(tree, width) for tree in library.trees.values()))


def _tree_line(tree: Tree, width: int) -> RenderableType:
    details = [counted(len(tree.questions), "vraag", "vragen")]
    details += ["start"] if tree.can_start else []
    details += ["alleen voor de VP"] if tree.adviser_only else []
    below = f"\n{tree.title} · {', '.join(details)}"
    return marked(tree.id.ljust(width), joined((tree.subject, HEADING), (below, FAINT)))


def tree_page(tree: Tree, library: Library) -> RenderableType:
    """Show one tree with its questions, conditions and what follows."""
    return Group(*_tree(tree, library))


def _tree(tree: Tree, library: Library) -> Iterator[RenderableType]:
    wording = Wording(library)
    yield text(tree.title, HEADING)
    yield text(f"{tree.subject}. Nagekeken op {tree.checked}.", FAINT)
    for number, question in enumerate(tree.questions, 1):
        yield heading(f"{number}. {question.text}")
        yield from _question(question, wording)
    if tree.follow_ups:
        yield heading("Daarna")
    for follow_up in tree.follow_ups:
        condition = wording.condition(follow_up.condition)
        words = library.trees[follow_up.tree].title
        yield indented(marked("-", f"{words}, als {condition}" if condition else words))


def _question(question: Question, wording: Wording) -> Iterator[RenderableType]:
    if question.condition != ALWAYS:
        condition = wording.condition(question.condition)
        yield indented(text(f"Alleen als {condition}", FAINT))
    if question.explanation:
        yield indented(text(question.explanation))
    for option in question.options:
        yield indented(marked("-", option.text))
    if question.adviser_note:
        yield indented(marked("VP:", text(question.adviser_note, FAINT)))
