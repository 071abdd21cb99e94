"""Binary decision diagrams; know nothing of content."""

from vpwijzer.proof.bdd.diagram import Diagrams
from vpwijzer.proof.bdd.types import (
    FALSE,
    TRUE,
    Group,
    Level,
    Mask,
    Node,
    TooLargeError,
    groups_in,
    mask_of,
)

__all__ = [
    "FALSE",
    "TRUE",
    "Diagrams",
    "Group",
    "Level",
    "Mask",
    "Node",
    "TooLargeError",
    "groups_in",
    "mask_of",
]
