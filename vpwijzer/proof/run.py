"""Makes every check over every conversation, each within its budget."""

import gc
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from fractions import Fraction

from vpwijzer.model import Library
from vpwijzer.model.finding import Finding, in_order
from vpwijzer.proof.bdd import TooLargeError
from vpwijzer.proof.claims.rules import GUARANTEE_BROKEN, UNPROVED, Violation
from vpwijzer.proof.claims.tasks import Context, Task, tasks
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.counting import count_conversations, route_shares
from vpwijzer.proof.space.longest import longest, longest_conversation
from vpwijzer.proof.space.witness import Conversation, smallest

BUDGET = 200_000
"""Nodes that one check may make; about half a second."""

TOTAL_BUDGET = 1_200_000
"""Nodes all checks may make together; once spent, each may make little more."""

LEAST = 500

DEPTH = 200_000
"""Diagrams are as deep as conversations are long."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What holds in every conversation, and what does not."""

    findings: tuple[Finding, ...]
    conversations: Mapping[Finding, Conversation]
    """The smallest conversation that shows a finding, where there is one."""
    counts: Mapping[str, int]
    """Per start, how many different conversations there are; empty when unproved."""
    guarantees: Mapping[str, bool | None]
    """Whether each guarantee holds in every conversation; None when unproved."""
    checks: Mapping[Finding, str] = field(default_factory=dict)
    """The check that gave each finding, to make it again."""
    shares: Mapping[str, Fraction] = field(default_factory=dict)
    """Per route, in what part of all conversations it applies; when asked for."""
    longest: Mapping[str, int] = field(default_factory=dict)
    """Per start, the most questions up to the overview; empty when unproved."""
    longest_talks: Mapping[str, Conversation] = field(default_factory=dict)
    """Per start, the smallest conversation with so many; when asked for."""

    @property
    def total(self) -> int:
        """How many different conversations there are."""
        return sum(self.counts.values())


def prove(
    library: Library,
    budget: int = BUDGET,
    total_budget: int = TOTAL_BUDGET,
    *,
    sharing: bool = False,
) -> Proof:
    """Prove content that was verified; reports what does not hold everywhere.

    What part of the conversations each route applies in is worked out when asked for.
    """
    with deep_recursion():
        return _proved(library, budget, total_budget, sharing=sharing)


def _proved(
    library: Library, budget: int, total_budget: int, *, sharing: bool
) -> Proof:
    try:
        prover = _Prover(library, budget, total_budget)
        proof = prover.prove()
        return prover.detailed(proof, total_budget) if sharing else proof
    except TooLargeError:  # not one check, but the conversations themselves
        return _nothing_proved(library)


def recheck(
    library: Library, checks: frozenset[str], total_budget: int = TOTAL_BUDGET
) -> tuple[Finding, ...] | None:
    """Make some checks again on other content; None when they grow too large."""
    with deep_recursion():
        try:
            context = Context(Conversations(library, total_budget))
            with context.space.diagrams.budget(total_budget):
                made = (task for task in tasks(library) if task.subject in checks)
                return tuple(f.finding for task in made for f in task.check(context))
        except TooLargeError:
            return None


def _nothing_proved(library: Library) -> Proof:
    at = next(iter(library.trees.values())).at
    finding = UNPROVED.at(at, "niets van dit alles", "alle bomen")
    return Proof((finding,), {}, {}, dict.fromkeys(library.guarantees))


@contextmanager
def deep_recursion() -> Iterator[None]:
    """Allow recursion as deep as conversations are long.

    Diagrams make no rings; looking for them would take a fifth of the time.
    """
    before, collecting = sys.getrecursionlimit(), gc.isenabled()
    sys.setrecursionlimit(max(before, DEPTH))
    gc.disable()
    try:
        yield
    finally:
        sys.setrecursionlimit(before)
        if collecting:
            gc.enable()


class _Prover:
    def __init__(self, library: Library, budget: int, total_budget: int) -> None:
        self.library = library
        self.budget = budget
        self.total_budget = total_budget
        self.context = Context(Conversations(library, total_budget))
        self.findings: list[Finding] = []
        self.shown: dict[Finding, Conversation] = {}
        self.guarantees: dict[str, bool | None] = {}
        self.checks: dict[Finding, str] = {}
        self._longest: dict[str, int] = {}

    def prove(self) -> Proof:
        counts = self._count()
        for task in tasks(self.library):
            self._try(task)
        found = in_order(self.findings)
        proof = Proof(found, self.shown, counts, self.guarantees, self.checks)
        return replace(proof, longest=self._longest)

    def detailed(self, proof: Proof, total_budget: int) -> Proof:
        """Add the share of each route and the longest conversations, if they can be."""
        space = self.context.space
        try:
            with space.diagrams.budget(total_budget):
                talks = {
                    each: longest_conversation(space, each) for each in proof.longest
                }
                shares = route_shares(space, self.context.rulings)
        except TooLargeError:
            return proof
        return replace(proof, shares=shares, longest_talks=talks)

    def _count(self) -> dict[str, int]:
        counts: dict[str, int] = {}

        def check(context: Context) -> Iterator[Violation]:
            counts.update(count_conversations(context.space))
            self._longest |= longest(context.space)
            yield from ()

        trees = list(self.library.trees.values())
        if trees:
            conditions = tuple(q.condition for t in trees for q in t.questions)
            rules = tuple(tree.id for tree in trees)
            task = Task("het aantal gesprekken", trees[0].at, check, conditions, rules)
            self._try(task)
        return counts

    def _try(self, task: Task) -> None:
        diagrams = self.context.space.diagrams
        before = len(diagrams.level)
        allowed = max(LEAST, min(self.budget, self.total_budget))
        holds: bool | None = True
        try:
            with diagrams.budget(allowed):
                for violation in task.check(self.context):
                    holds = holds and violation.finding.code != GUARANTEE_BROKEN.code
                    self._report(violation)
                    self.checks.setdefault(violation.finding, task.subject)
            self.total_budget -= len(diagrams.level) - before
        except TooLargeError:
            self.total_budget -= allowed
            self.context.space.forget()
            self.context.renew()
            if holds:  # what is known to be broken is not unproved as well
                self._unproved(task)
                holds = None
        if task.guarantee:
            self.guarantees[task.guarantee] = holds

    def _report(self, violation: Violation) -> None:
        finding = violation.finding
        self.findings.append(finding)
        if violation.shown is not None and finding not in self.shown:
            self.shown[finding] = smallest(self.context.space, violation.shown)

    def _unproved(self, task: Task) -> None:
        facts, rules = task.facts(self.library), task.rules
        ties = f"de feiten {_some(facts)} in {_some(rules)}" if facts else "alle bomen"
        self.findings.append(UNPROVED.at(task.at, task.subject, ties))


def _some(names: tuple[str, ...], most: int = 8) -> str:
    shown = ", ".join(names[:most])
    left = len(names) - most
    return f"{shown} en nog {left}" if left > 0 else shown
