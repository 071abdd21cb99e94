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
