"""Where a conversation stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from vpwijzer.engine.closing import Agreed
from vpwijzer.engine.walk import Walk
from vpwijzer.model import Answer


@dataclass(frozen=True, slots=True)
class Now:
    """A walk, which answers were changed on the way, and how it is shown."""

    walk: Walk
    with_notes: bool = True
    agreed: Agreed | None = None
    """What was chosen after the outcome, the last time that this was gone through."""
    original: Mapping[str, Answer] = field(default_factory=dict)
    """Question id to the answer before the first change."""
    ticked: frozenset[str] = frozenset()
    """What was ticked of the current question before something else was looked at."""

    def on(self, walk: Walk) -> Self:
        """Go on with another walk, where nothing is ticked yet."""
        return replace(self, walk=walk, ticked=frozenset())
