"""The window of a conversation: what was shown in it does not stay behind."""

import os
import signal
import sys
from contextlib import suppress
from types import FrameType, TracebackType
from typing import Self

if sys.platform != "win32":
    import termios
else:
    import ctypes

OPEN = "\x1b[?1049h\x1b[H"
PLAIN = "\x1b[?2004l\x1b[?1l\x1b[0m"
"""No marks around a paste, ordinary arrow keys, no colours."""
CLOSE = "\x1b[?1049l\x1b[?25h\x1b[?7h"
DEADLY = ("SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK")


class Screen:
    """The alternate screen of a terminal, which has no lines to scroll back to.

    However the conversation ends, the screen is wiped and left, the keys that wait are
    forgotten and one sentence remains. A program that is stopped by a bug says its
    own sentence.
    """

    def __init__(self, last_words: str, keys: int = 0, window: int = 1) -> None:
        """Use the terminal at these file descriptors."""
        self._last_words = last_words
        self._keys, self._window = keys, window
        self._is_open = False

    def __enter__(self) -> Self:
        """Open the screen; from here on typing does not show."""
        self._save_keys()
        self._catch_signals()
        self._is_open = True
        self.write(OPEN)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the screen."""
        self.close("" if kind else self._last_words)
        for each, handler in self._before.items():
            signal.signal(each, handler)

    def close(self, words: str) -> None:
        """Wipe and leave the screen, and write a sentence; only the first time."""
        if not self._is_open:
            return
        self._is_open = False
        self.write(PLAIN + wiping(self._rows()) + CLOSE)
        self._restore_keys()
        if words:
            self.write(f"{words}\n")

    def _catch_signals(self) -> None:
        found = (getattr(signal, name, None) for name in DEADLY)
        deadly = [each for each in found if isinstance(each, signal.Signals)]
        self._before = {each: signal.getsignal(each) for each in deadly}
        for each, handler in self._before.items():
            if handler is not signal.SIG_IGN:
                signal.signal(each, self._die)
        if sys.platform != "win32":  # a stopped program would leave its window standing
            stop = signal.SIGTSTP
            self._before[stop] = signal.signal(stop, signal.SIG_IGN)

    def _die(self, number: int, _: FrameType | None) -> None:
        self.close(self._last_words)
        signal.signal(number, signal.SIG_DFL)
        os.kill(os.getpid(), number)

    def _rows(self) -> int:
        try:
            return os.get_terminal_size(self._window).lines
        except OSError:
            return 0

    def write(self, words: str) -> None:
        """Write past all buffers; a terminal that is gone shows nothing anyway."""
        left = words.encode(errors="replace")
        with suppress(OSError):
            while left:
                left = left[os.write(self._window, left) :]

    if sys.platform != "win32":

        def _save_keys(self) -> None:
            self._modes = termios.tcgetattr(self._keys)
            quiet = termios.tcgetattr(self._keys)
            # Each key by itself and as it is: also one that comes before the menu
            # can take it is read some time.
            quiet[0] &= ~termios.ICRNL
            quiet[3] &= ~(termios.ECHO | termios.ICANON)
            termios.tcsetattr(self._keys, termios.TCSANOW, quiet)

        def _restore_keys(self) -> None:
            with suppress(termios.error):
                termios.tcflush(self._keys, termios.TCIFLUSH)
                termios.tcsetattr(self._keys, termios.TCSANOW, self._modes)

    else:

        def _save_keys(self) -> None:
            kernel = ctypes.windll.kernel32
            kernel.SetConsoleMode(kernel.GetStdHandle(-11), 7)  # reads escapes

        def _restore_keys(self) -> None:
            """Leave the keys; a window of this system has no modes to put back."""


def wiping(rows: int) -> str:
    """Erase line by line: what is cleared at once goes to what can be scrolled back."""
    return "\x1b[H" + "\x1b[2K\x1b[B" * rows + "\x1b[2K\x1b[H"
