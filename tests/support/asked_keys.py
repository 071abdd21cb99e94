"""A person who has decided beforehand what to press, and remembers every screen."""

from dataclasses import dataclass, field, replace

from builders import AT, Part, library
from screens import as_text

from vpwijzer.document.blocks import Page
from vpwijzer.interview.menu import Menu, Picked, Pressed, Reply
from vpwijzer.model import Aspect, Library, Track


@dataclass
class Script:
    """An asker that replays replies; when there are no more it presses s."""

    replies: list[Reply]
    menus: list[Menu] = field(default_factory=list)
    screens: list[str] = field(default_factory=list)
    """Titles of menus and texts of pages, in the order they were shown."""

    def choose(self, menu: Menu) -> Reply:
        if not self.replies and (menu.any_key or menu.title.startswith("Stoppen?")):
            return Pressed("s")  # the last s of all goes without saying
        self.menus.append(menu)
        self.screens.append(menu.title)
        reply = self.replies.pop(0) if self.replies else Pressed("s")
        if isinstance(reply, Pressed) and not reply.ticked:
            return replace(reply, ticked=menu.selected)
        return reply

    def show(self, page: Page) -> None:
        self.screens.append(as_text(page))

    def say(self, words: str) -> None:
        self.screens.append(words)

    def titles(self) -> list[str]:
        return [menu.title for menu in self.menus]


def script(*replies: str) -> Script:
    """Read replies: a key after a slash, else values with commas: "a, b", "/t"."""
    return Script([_reply(each) for each in replies])


def _reply(words: str) -> Reply:
    if words.startswith("/"):
        return Pressed(words[1:])
    return Picked(frozenset(words.split(", ")))


def readable(*parts: Part) -> Library:
    """Make a library of which every page can be shown."""
    content = library(*parts)
    track = Track("spoor", "Spoor", "", "+", True, tuple(content.routes), AT)  # noqa: FBT003 - one field of a value
    aspect = Aspect("regie", "Regie", "Wie beslist er?", {"hoog": "Jij"}, AT)
    return replace(content, tracks={"spoor": track}, aspects={"regie": aspect})
