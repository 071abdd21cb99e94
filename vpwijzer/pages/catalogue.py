"""Lists of what there is: routes by track, trees with their questions."""

from collections.abc import Iterator

from vpwijzer.document.blocks import (
    BREAK,
    Block,
    Inset,
    Page,
    Point,
    Role,
    Span,
    faint,
    heading,
    listing,
    paragraph,
    point,
    section,
    strong,
)
from vpwijzer.model import ALWAYS, Library, Question, Track, Tree
from vpwijzer.words.numbers import counted
from vpwijzer.words.wording import Wording


def routes_page(library: Library) -> Page:
    """List all routes by track."""
    return tuple(b for t in library.tracks.values() for b in _track(t, library))


def _track(track: Track, library: Library) -> Page:
    width = max(map(len, library.routes))
    points = [point(library.routes[name].title, label=name) for name in track.routes]
    return section(
        2,
        f"{track.mark} {track.title}",
        paragraph(faint(track.text)),
        listing(points, align=width),
    )


def trees_page(library: Library) -> Page:
    """List all trees."""
    width = max(map(len, library.trees), default=0)
    return (listing(map(_tree_line, library.trees.values()), align=width),)


def _tree_line(tree: Tree) -> Point:
    details = [counted(len(tree.questions), "vraag", "vragen")]
    details += ["start"] if tree.can_start else []
    details += ["alleen voor de VP"] if tree.adviser_only else []
    below = faint(f"{tree.title} · {', '.join(details)}")
    return point(strong(tree.subject), BREAK, below, label=tree.id)


def tree_page(tree: Tree, library: Library) -> Page:
    """Show one tree with its questions, conditions and what follows."""
    return tuple(_tree(tree, library))


def _tree(tree: Tree, library: Library) -> Iterator[Block]:
    wording = Wording(library)
    yield heading(1, tree.title)
    yield paragraph(faint(f"{tree.subject}. Nagekeken op {tree.checked}."))
    for number, question in enumerate(tree.questions, 1):
        yield heading(2, f"{number}. {question.text}")
        yield Inset(tuple(_question(question, wording)))
    follow_ups = []
    for follow_up in tree.follow_ups:
        condition = wording.condition(follow_up.condition)
        words = library.trees[follow_up.tree].title
        follow_ups.append(point(f"{words}, als {condition}" if condition else words))
    yield from section(2, "Daarna", listing(follow_ups))


def _question(question: Question, wording: Wording) -> Iterator[Block]:
    if question.condition != ALWAYS:
        condition = wording.condition(question.condition)
        yield paragraph(faint(f"Alleen als {condition}"))
    if question.explanation:
        yield paragraph(question.explanation)
    points = [point(option.text) for option in question.options]
    if question.adviser_note:
        points.append(point(Span(question.adviser_note, Role.ASIDE), label="VP:"))
    yield listing(points)
