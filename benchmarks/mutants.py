"""Tells how many small mistakes in our own content the checks notice.

    python benchmarks/mutants.py [--processen 2] [--steekproef 200] [--zaad 1]

Changes one rule at a time, and looks until something is found that the content itself
does not give, the cheapest first: the scenarios with what came out of them when someone
approved it (`tests/golden/gevallen`), then all that `vpwijzer controleer` proves. With
`--zonder-gevallen` what was approved does not count.
"""

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from inspector import APPROVED, CASES, PROOF, SAME, STATIC, UNNOTICED, Inspector
from mutation import Change, mutants

from vpwijzer.loader import load_folder
from vpwijzer.model import Library

TREES = Path(__file__).parent.parent / "trees"
COLUMNS = (STATIC, CASES, APPROVED, PROOF, UNNOTICED, SAME)


@dataclass(frozen=True, slots=True)
class Run:
    """Which mutants one process judges, and how."""

    library: Library
    numbers: frozenset[int]
    approved_counts: bool


def judge(run: Run) -> list[tuple[int, str]]:
    """Judge some mutants by number: tell what noticed each."""
    inspector = Inspector(run.library, approved_counts=run.approved_counts)
    return [
        (number, inspector.judge(change))
        for number, change in enumerate(mutants(run.library))
        if number in run.numbers
    ]


def judge_all(
    library: Library, numbers: list[int], given: argparse.Namespace
) -> dict[int, str]:
    """Judge mutants in some processes at once."""
    shares = [frozenset(numbers[n :: given.processen]) for n in range(given.processen)]
    runs = [Run(library, share, not given.zonder_gevallen) for share in shares]
    with get_context("fork").Pool(given.processen) as pool:
        return dict(judged for share in pool.map(judge, runs, 1) for judged in share)


def table(judged: list[tuple[Change, str]]) -> Iterator[str]:
    """Give a line per kind of rule, and one for all together."""
    yield f"| rule | mutants | {' | '.join(COLUMNS)} | noticed |"
    yield "| --- " * (len(COLUMNS) + 3) + "|"
    kinds = dict.fromkeys(change.kind for change, _ in judged)
    for kind in (*kinds, "all"):
        found = Counter(by for change, by in judged if kind in {change.kind, "all"})
        real = found.total() - found[SAME]
        share = (real - found[UNNOTICED]) / (real or 1)
        numbers = " | ".join(str(found[each]) for each in COLUMNS)
        yield f"| {kind} | {found.total()} | {numbers} | {share:.1%} |"


def options() -> argparse.Namespace:
    """Read the options."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--processen", type=int, default=1)
    parser.add_argument("--steekproef", type=int, default=0)
    parser.add_argument("--zaad", type=int, default=1)
    parser.add_argument("--zonder-gevallen", action="store_true")
    return parser.parse_args()


def main() -> int:
    """Print the table, and every mutant that nothing noticed."""
    given = options()
    library = load_folder(TREES, "trees").library
    changes = list(mutants(library))
    numbers = list(range(len(changes)))
    if given.steekproef:
        chance = random.Random(given.zaad)  # noqa: S311 - a sample, no secret
        numbers = sorted(chance.sample(numbers, given.steekproef))
    found = judge_all(library, numbers, given)
    judged = [(changes[number], found[number]) for number in numbers]
    print("\n".join(table(judged)))
    for change, by in judged:
        if by == UNNOTICED:
            print(f"{change.at.file}:{change.at.line}: {change.kind}: {change.what}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
