"""What everything is called, in the newest version that has it."""

from collections.abc import Mapping
from operator import attrgetter

from vpwijzer.diff import Comparison, Kind, SharePerStart, Subject
from vpwijzer.document.blocks import Line, code, joined, plain
from vpwijzer.model import Contact, Guarantee, Library, Question, Seat
from vpwijzer.words.names import NAMES
from vpwijzer.words.numbers import percent
from vpwijzer.words.wording import Wording

OWNERS: Mapping[Kind, str] = {
    Kind.TREE: "trees",
    Kind.QUESTION: "questions",
    Kind.CLOCK: "clocks",
}
"""Where a subject is kept; everything else is on a route."""


def owner_of(kind: Kind, name: str) -> Subject:
    """Give what a change belongs to."""
    return (kind if kind in OWNERS else Kind.ROUTE), name


class Names:
    """Names things by their titles."""

    def __init__(self, comparison: Comparison) -> None:
        """Look first in the new version."""
        self.versions = (comparison.new, comparison.old)
        self.wordings = tuple(map(Wording, self.versions))

    def title(self, kind: str, name: str) -> Line:
        """Give a title with its id, or the id of what has none."""
        words = next(
            words
            for library, wording in zip(self.versions, self.wordings, strict=True)
            if (words := _title_in(library, wording, kind, name)) is not None
        )
        return (f"“{words}” (", code(name), ")") if words else (code(name),)

    def subject(self, subject: Subject) -> Line:
        """Give what may change by its title."""
        kind, name = subject
        return self.title(OWNERS.get(kind, "routes"), name)

    def start(self, tree: str) -> str:
        """Give where a conversation starts."""
        library = next(each for each in self.versions if tree in each.trees)
        return f"“{library.trees[tree].title}”"

    def where(self, shares: SharePerStart) -> str:
        """Say in what part of the conversations, with equal shares together."""
        starts: dict[str, list[str]] = {}
        for start, share in shares.items():
            starts.setdefault(percent(share), []).append(self.start(start))
        parts = [
            f"{share} vanaf {plain(joined(names, ' en '))}"
            for share, names in starts.items()
        ]
        first, *rest = parts
        first = first.replace(" vanaf", " van de gesprekken vanaf", 1)
        return f"in {'; '.join([first, *rest])}"


def _title_in(library: Library, wording: Wording, kind: str, name: str) -> str | None:
    """Give a title, nothing for what has none, None for what is not there."""
    if kind == "places":
        return ""
    kept = wording.questions if kind == "questions" else getattr(library, kind)
    items = {
        NAMES[each] if isinstance(each, Seat) else each: item
        for each, item in kept.items()
    }
    if name not in items:
        return None
    item = items[name]
    if isinstance(item, Question):
        return item.text
    if isinstance(item, Contact):
        return item.name
    return "" if isinstance(item, str | Guarantee) else str(attrgetter("title")(item))
