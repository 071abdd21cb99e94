"""Keeps the memory of a conversation out of files and away from other programs."""

import sys
from contextlib import suppress

PR_SET_DUMPABLE = 4


def keep_memory_private() -> None:
    """Have no memory written to disk when the program crashes."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not on every system

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - start-up

        # Also keeps other programs of this user from reading along.
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
