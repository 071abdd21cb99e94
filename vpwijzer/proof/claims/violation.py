"""What a check found, and the conversations that show it."""

from dataclasses import dataclass

from vpwijzer.model.finding import Finding, Rule, Severity, Where
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
    where: Where = Where.CONTENT

    def at(self, place: Position, *names: str, shown: int | None = None) -> Flaw:
        """Make the finding at a place."""
        rule = Rule(self.code, self.message, self.hint, self.severity, self.where)
        return Flaw(rule.at(place, *names), shown)
