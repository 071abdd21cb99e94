"""What a check found, and the conversations that show it."""

from dataclasses import dataclass

from vpwijzer.model.finding import Finding, Severity
from vpwijzer.model.position import Position


@dataclass(frozen=True, slots=True)
class Flaw:
    """A finding; `shown` holds the conversations in which it can be seen, if any."""

    finding: Finding
    shown: int | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """The code, the message and the remedy of one kind of finding."""

    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR

    def at(self, place: Position, *names: str, shown: int | None = None) -> Flaw:
        """Make the finding at a place."""
        message = self.message.format(*names)
        hint = self.hint.format(*names)
        return Flaw(Finding(place, self.code, message, hint, self.severity), shown)
