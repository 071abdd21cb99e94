"""What can go wrong between a person and the program, and its exit codes."""

TYPE_CHECKING = False  # typing itself takes long to load
if TYPE_CHECKING:
    from collections.abc import Mapping

    from vpwijzer.model.finding import Finding

FINE = 0
CONTENT_HAS_ERRORS = 1
WRONG_USE = 2
BUG = 3
INTERRUPTED = 130


class UserError(Exception):
    """Something the person can mend; the message is Dutch and complete."""


class BrokenContentError(Exception):
    """Content that cannot be used, with everything that is wrong with it."""

    def __init__(
        self, findings: "tuple[Finding, ...]", read: "Mapping[str, bytes]"
    ) -> None:
        """Keep the findings, and what was read from the files they are in."""
        super().__init__(f"{len(findings)} findings")
        self.findings = findings
        self.read = read


class BrokenOrganisationError(BrokenContentError):
    """The file of an organisation that cannot be used; content itself can."""
