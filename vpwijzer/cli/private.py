"""Keeps the memory of a conversation away from other programs."""

import sys
from contextlib import suppress

PR_SET_DUMPABLE = 4


def keep_memory_private() -> None:
    """Have no other program of this user read along, nor write it to a file."""
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - start-up

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
