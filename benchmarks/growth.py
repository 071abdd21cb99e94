"""Times reading and checking at one length and at four times that length.

    python benchmarks/growth.py

Four is in step with the length and sixteen its square. Fails on a ratio above ten.
"""

import sys
import tempfile
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from proof import best

from vpwijzer.checks.pipeline import check_content
from vpwijzer.yamltext import parse

sys.path.append(str(Path(__file__).parent.parent / "tests" / "support"))
from cases import TODAY, lay
from hostile import add_unread

SHORT, TIMES = 100_000, 4
"""Characters of the shorter text, and how often that the longer one is."""
QUESTIONS = 750
MOST = 10.0

HEADS = ("", "[", '"', "a: ", "a: |\n  ")
PARTS = (
    *("- ", "-", "{", '"a": [', "? ", "?\n", "a", "a ", "a\n", "a: ", "a:", ":"),
    *("- a\n", "a: 1\n", "''", "\n", "- &a\n", "- *a\n", "!", "\x01\n", "\\n"),
    *("- a\n  - b\n", "[a],", "[]", "'a': ", "#", "? a, ", " ", "\r", "---\n"),
)


def texts() -> Iterator[tuple[str, float, float]]:
    """Read what says one thing over and over, in every surrounding."""
    for head, part in product(HEADS, PARTS):
        sizes = (SHORT, SHORT * TIMES)
        data = [(head + part * (size // len(part))).encode() for size in sizes]
        short, long = (best(lambda d=d: parse(d, "f"), 3) for d in data)  # type: ignore[misc] # binds now
        yield repr(head + part), short, long


def unread() -> tuple[str, float, float]:
    """Check questions of which none is read, so that each is a finding."""
    short, long = map(checking, (QUESTIONS, QUESTIONS * TIMES))
    return f"{QUESTIONS} unread questions", short, long


def checking(questions: int) -> float:
    """Time a check of content with so many unread questions."""
    with tempfile.TemporaryDirectory() as made:
        root = Path(made) / "trees"
        lay("", root)
        add_unread(root, questions)
        return best(lambda: check_content(root, TODAY), 1)


def main() -> int:
    """Print what grows fastest."""
    found = sorted([unread(), *texts()], key=lambda row: row[1] / row[2])
    print(f"| of {len(found)} | s | s at {TIMES} times the length | ratio |")
    print("| --- | --- | --- | --- |")
    for name, short, long in found[:10]:
        print(f"| `{name}` | {short:.3f} | {long:.3f} | {long / short:.1f} |")
    return int(found[0][2] / found[0][1] > MOST)


if __name__ == "__main__":
    sys.exit(main())
