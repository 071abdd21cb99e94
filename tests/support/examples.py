"""The examples in the manual of findings."""

import re
from pathlib import Path

MANUAL = Path(__file__).parents[2] / "docs" / "bevindingen.md"
FINDINGS = MANUAL.read_text()
EXAMPLE = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def sections() -> dict[str, str]:
    _, *parts = re.split(r"^### (.+)$", FINDINGS, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))


def example_of(code: str) -> str:
    [example] = EXAMPLE.findall(sections()[code])
    return str(example)


def example_of_organisation(code: str) -> str | None:
    """Give an example that is the file of an organisation, if it is one."""
    for example in EXAMPLE.findall(sections()[code]):
        first, _, rest = str(example).partition("\n")
        if first == "# organisatie.yaml":
            return rest
    return None
