"""Something wrong in content, as a value; printing it is the renderers' work."""

from dataclasses import dataclass, field
from enum import Enum

from vpwijzer.model.position import Position


class Severity(Enum):
    """How much a finding weighs: an error stops, a warning does not."""

    ERROR = "fout"
    WARNING = "waarschuwing"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing an author can mend, at one place, with what to do about it."""

    at: Position
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    also: tuple["Finding", ...] = field(default=(), compare=False)
    """What has the same cause: gone as well once this is mended."""


def in_order(findings: list[Finding]) -> tuple[Finding, ...]:
    """Sort findings by place and drop exact repeats."""
    return tuple(sorted(set(findings), key=lambda f: (f.at, f.code, f.message)))


def is_broken(findings: tuple[Finding, ...]) -> bool:
    """Tell whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
