"""Keys that come so soon after a menu appears that they cannot be meant for it."""

from collections.abc import Callable

MOMENT = 0.15
"""Seconds in which nobody reads a question and answers it."""


class Guard:
    """Lets keys through once a menu has been on screen for a moment.

    A key that is dropped makes the moment start again, so that a key that is held
    down, or a burst of keys, never answers anything.
    """

    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        """Wait this many seconds by this clock."""
        self.seconds = seconds
        self._clock = clock
        self._since: float | None = None
        self.has_opened = False

    def start(self) -> None:
        """Begin to wait: the menu is on screen."""
        if self._since is None:
            self._since = self._clock()

    def is_open(self) -> bool:
        """Tell whether a key that comes now is let through."""
        now = self._clock()
        if self._since is not None and now - self._since >= self.seconds:
            self.has_opened = True
        if not self.has_opened:
            self._since = now
        return self.has_opened
