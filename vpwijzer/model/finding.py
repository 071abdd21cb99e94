"""Something wrong in content, as a value; printing it is the renderers' work."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import Enum

from vpwijzer.model.position import Position

MOST_WORDS = 600
"""So many signs of a message and of a hint are kept."""


class Severity(Enum):
    """How much a finding weighs: an error stops, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Where(Enum):
    """Where a rule can be broken, which tells what a finding may be the result of."""

    CONTENT = "content"
    FOLDER = "folder"
    """Only in a whole folder: a loose file has none that could list it."""
    PROMISE = "promise"
    """In a guarantee, which does not say which rule breaks it."""
    CASE = "case"
    """In a fictional case, most often as the result of something else."""
    LANGUAGE = "language"
    """In a text; only when the language is checked."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of finding: its code, its words, and how it is read beside others."""

    code: str
    message: str
    remedy: str = ""
    """What to do about it; as in the message, `{}` takes a name, and {0} the first."""
    severity: Severity = Severity.ERROR
    where: Where = Where.CONTENT
    names_cause: bool = False
    """Whether equal messages have the same cause."""

    def at(self, place: Position, *names: object, hint: str | None = None) -> "Finding":
        """Make a finding at a place; a hint of its own replaces the remedy."""
        remedy = self.remedy.format(*names) if hint is None else hint
        message = self.message.format(*names)
        return Finding(place, self, _cut_off(message), _cut_off(remedy))

    def saying(self, message: str, remedy: str) -> "Rule":
        """Give the same kind of finding in other words."""
        return replace(self, message=message, remedy=remedy)


def _cut_off(words: str) -> str:
    """Keep what a person reads: an author's own names can be of any length."""
    return words if len(words) <= MOST_WORDS else f"{words[:MOST_WORDS]}…"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing an author can mend, at one place, with what to do about it."""

    at: Position
    rule: Rule
    message: str
    hint: str = ""
    also: tuple["Finding", ...] = field(default=(), compare=False)
    """What has the same cause: gone as well once this is mended."""

    @property
    def code(self) -> str:
        """The code of its kind."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.rule.severity


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings by place and drop exact repeats."""
    return tuple(sorted(set(findings), key=lambda f: (f.at, f.code, f.message)))


def is_broken(findings: Iterable[Finding]) -> bool:
    """Tell whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
