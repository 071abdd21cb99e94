"""Times proofs: the real content beside PyYAML, made-up content beside walking all.

    python benchmarks/proof.py

Everything is measured in one run, so that the ratios do not depend on the machine.
"""

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import families
import yaml

from vpwijzer.checks.static import verify
from vpwijzer.engine.replay import Setting, replay
from vpwijzer.loader import load_folder
from vpwijzer.model import UNKNOWN, Answer, Library, Question, Seat
from vpwijzer.proof import prove

TREES = Path(__file__).parent.parent / "trees"
WALK_UP_TO = 200_000


def best(work: Callable[[], object], times: int = 5) -> float:
    """Give the shortest of some runs, in seconds of this process."""
    taken = []
    for _ in range(times):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


def real() -> None:
    """Compare parsing, checking and proving our own content with parsing alone."""
    files = [path.read_bytes() for path in sorted(TREES.rglob("*.yaml"))]
    parsed = best(lambda: [list(yaml.parse(f, yaml.CBaseLoader)) for f in files])
    loaded = best(lambda: [yaml.load(f, yaml.CBaseLoader) for f in files])  # noqa: S506 - makes text only
    library = load_folder(TREES, "trees").library
    steps = {
        "PyYAML in C, events only": parsed,
        "PyYAML in C, into lists": loaded,
        "load": best(lambda: load_folder(TREES, "trees")),
        "check": best(lambda: verify(library, date(2026, 11, 21))),
        "prove": best(lambda: prove(library)),
    }
    steps["all three"] = steps["load"] + steps["check"] + steps["prove"]
    total = f"{prove(library).total:.1e}"
    print(f"| real content, {total} conversations | s | x events | x lists |")
    print("| --- | --- | --- | --- |")
    for name, taken in steps.items():
        print(f"| {name} | {taken:.3f} | {taken / parsed:.1f} | {taken / loaded:.1f} |")


def answers(question: Question) -> list[Answer]:
    """Give every answer to a question with one answer."""
    return [UNKNOWN, *(Answer(frozenset({o.id})) for o in question.options)]


def walk_all(library: Library) -> int:
    """Hold every conversation one by one, and only count."""
    setting = Setting(library, next(iter(library.trees)), Seat.EMPLOYEE, {})
    todo: list[dict[str, Answer]] = [{}]
    ended = 0
    while todo:
        given = todo.pop()
        question = replay(setting, given).current
        if question is None:
            ended += 1
        else:
            todo += [{**given, question.id: each} for each in answers(question)]
    return ended


def curve(name: str, make: Callable[[int], Library], sizes: tuple[int, ...]) -> None:
    """Show how the time grows with the size of a family."""
    print(f"\n| {name} | conversations | prove, s | walk all, s | unproved |")
    print("| --- | --- | --- | --- | --- |")
    for size in sizes:
        library = make(size)
        proof = prove(library)
        taken = best(lambda lib=library: prove(lib), 3)  # type: ignore[misc] # binds now
        unproved = sum(f.code == "niet-bewezen" for f in proof.findings)
        counted = f"10^{len(str(proof.total)) - 1}" if proof.total else "too many"
        walked = "-"
        if 0 < proof.total <= WALK_UP_TO:
            walked = f"{best(lambda lib=library: walk_all(lib), 1):.2f}"  # type: ignore[misc] # binds now
        print(f"| {size} | {counted} | {taken:.3f} | {walked} | {unproved} |")


def main() -> int:
    """Print every table."""
    real()
    curve("chain, questions", families.chain, (4, 6, 8, 50, 200, 1000))
    curve("unbroken chain, questions", families.unbroken, (4, 8, 50, 200, 1000))
    curve("unread chain, questions", families.unread, (4, 8, 50, 200, 1000, 3000))
    curve("tangle, pairs of facts", families.tangle, (3, 6, 10, 13, 20, 40, 200))
    curve("thicket, questions", families.thicket, (10, 15, 20, 30, 60, 120, 240))
    return 0


if __name__ == "__main__":
    sys.exit(main())
