"""Proves content over every possible conversation, without holding them one by one.

This is the door: `bdd`, `space` and `claims` stand behind it, each on the one before.
"""

from vpwijzer.proof.bdd import TooLargeError
from vpwijzer.proof.run import Proof, deep_recursion, prove, recheck
from vpwijzer.proof.space.witness import Conversation

__all__ = [
    "Conversation",
    "Proof",
    "TooLargeError",
    "deep_recursion",
    "prove",
    "recheck",
]
