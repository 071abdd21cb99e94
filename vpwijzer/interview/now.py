"""Where a conversation stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vpwijzer.model import Answer
from vpwijzer.walk import Walk


@dataclass(frozen=True, slots=True)
class Now:
    """A walk, which answers were changed on the way, and how it is shown."""

    walk: Walk
    with_notes: bool = True
    original: Mapping[str, Answer] = field(default_factory=dict)
    """Question id to the answer before the first change."""
