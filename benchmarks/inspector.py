"""Looks at content with one rule changed; what the change leaves alone is kept."""

import sys
from collections.abc import Iterable, Iterator
from copy import copy
from dataclasses import replace
from datetime import date
from pathlib import Path

from mutation import PARTS, Change

from vpwijzer.checks.static import verify
from vpwijzer.engine.logic import is_in_play
from vpwijzer.engine.outcome import Outcome, decide
from vpwijzer.engine.replay import replay
from vpwijzer.engine.ruling import rule
from vpwijzer.engine.scenario import Played, check_scenario, failures
from vpwijzer.engine.walk import (
    AnswerError,
    Walk,
    check_answer,
    offered_trees,
    question_of,
)
from vpwijzer.model import Library, Scenario
from vpwijzer.model.finding import Finding
from vpwijzer.proof.claims.site import Site
from vpwijzer.proof.claims.tasks import Context, tasks
from vpwijzer.proof.run import DEPTH, TOTAL_BUDGET
from vpwijzer.proof.space.conversations import Conversations

sys.path.append(str(Path(__file__).parent.parent / "tests" / "support"))
from recorded import Part, held, recorded, runs, said

TODAY = date(2026, 11, 22)
NODES = 2_000_000
"""A state space with more is made anew: every mutant leaves some behind."""

STATIC, CASES, APPROVED, PROOF = "static", "scenarios", "approved", "proof"
UNNOTICED, SAME = "unnoticed", "no difference"


def by_place(part: Part) -> str:
    """Name a part by its place: a condition that differs in no case is the same."""
    return f"{part.at.line}:{part.at.column}"


class Inspector:
    """Runs the checks on mutants, the cheapest first."""

    def __init__(self, library: Library, *, approved_counts: bool) -> None:
        """Learn what the checks find in the content itself."""
        sys.setrecursionlimit(DEPTH)
        self.library = library
        self.approved_counts = approved_counts
        cases = library.scenarios.values()
        self.walks = {case.id: held(library, case) for case in cases}
        self.outcomes = {name: decide(walk) for name, walk in self.walks.items()}
        self.approved = {
            name: recorded(walk, by_place) for name, walk in self.walks.items()
        }
        self.context = Context(Conversations(library, TOTAL_BUDGET))
        self.known = {*verify(library, TODAY), *self._prove(library, frozenset())}

    def judge(self, change: Change) -> str:
        """Tell what notices a mutant first."""
        made: Library = change.made
        changed = self._changed(made)
        if self._is_new(verify(made, TODAY)):
            return STATIC
        by = self._cases(made, changed)
        if by == CASES or (by == APPROVED and self.approved_counts):
            return by
        if self._is_new(self._prove(made, changed)):
            return PROOF
        return SAME if self._is_same(change, changed) else UNNOTICED

    def _is_new(self, findings: Iterable[Finding]) -> bool:
        return any(finding not in self.known for finding in findings)

    def _changed(self, made: Library) -> frozenset[str]:
        """Give the names of what a mutant changed."""
        return frozenset(
            name
            for part in PARTS
            for name, each in getattr(made, part).items()
            if each is not getattr(self.library, part)[name]
        )

    def _asks_the_same(self, made: Library) -> bool:
        base = self.library
        return made.trees is base.trees and made.concepts is base.concepts

    def _cases(self, made: Library, changed: frozenset[str]) -> str:
        """Play the cases; an expectation that fails says more than another text."""
        found = UNNOTICED
        play = self._ruled_again if self._asks_the_same(made) else self._held_again
        for case in self.library.scenarios.values():
            by = play(made, case, changed)
            if by == CASES:
                return by
            found = found if by == UNNOTICED else by
        return found

    def _held_again(
        self, made: Library, case: Scenario, changed: frozenset[str]
    ) -> str:
        """Hold a conversation again, if another may come of it."""
        before = self.walks[case.id]
        now = replace(before, setting=replace(before.setting, library=made))
        if made.concepts is self.library.concepts:
            if not changed & set(before.progress.walked):
                return UNNOTICED
            if _is_asked_the_same(now):
                offered = self.outcomes[case.id].offered_trees
                return UNNOTICED if offered_trees(now) == offered else APPROVED
        if check_scenario(made, case):
            return CASES
        is_same = recorded(held(made, case), by_place) == self.approved[case.id]
        return UNNOTICED if is_same else APPROVED

    def _ruled_again(
        self, made: Library, case: Scenario, changed: frozenset[str]
    ) -> str:
        """Rule again on a conversation in which the same is asked."""
        walk, before = self.walks[case.id], self.outcomes[case.id]
        routes = [made.routes[name] for name in changed & made.routes.keys()]
        trees = {tree for route in routes for tree in route.trees}
        if not (changed & made.clocks.keys() or trees & set(walk.progress.walked)):
            return UNNOTICED
        now = _ruled(made, walk, before, changed)
        if any(failures(Played(case, walk, now, (), ()))):
            return CASES
        is_same = _text(now, walk, changed) == _text(before, walk, changed)
        return UNNOTICED if is_same else APPROVED

    def _prove(self, made: Library, changed: frozenset[str]) -> Iterator[Finding]:
        """Prove as `controleer` does, first what was changed."""
        context = self._bench(made)
        for task in sorted(tasks(made), key=lambda t: not changed & set(t.rules)):
            yield from (violation.finding for violation in task.check(context))

    def _bench(self, made: Library) -> Context:
        if not self._asks_the_same(made):
            return Context(Conversations(made, TOTAL_BUDGET))
        if len(self.context.space.diagrams.level) > NODES:
            self.context = Context(Conversations(self.library, TOTAL_BUDGET))
        space = copy(self.context.space)
        space.library = made
        return Context(space)

    def _is_same(self, change: Change, changed: frozenset[str]) -> bool:
        """Tell whether a changed condition weighs the same wherever it counts."""
        if change.conditions is None or change.kind == "guarantee":
            return False
        before, after = change.conditions
        space = self.context.space
        for site in self._uses(changed):
            if site.condition == before:
                pairs = zip(site.evaluate(before), site.evaluate(after), strict=True)
                differ = (space.diagrams.xor(*pair) for pair in pairs)
                if any(
                    space.possible(space.diagrams.conj(site.where, d)) for d in differ
                ):
                    return False
        return True

    def _uses(self, changed: frozenset[str]) -> Iterator[Site]:
        library, sites = self.library, self.context.sites
        for name in changed:
            if name in library.routes:
                yield from sites.route(library.routes[name])
            if name in library.clocks:
                yield sites.clock(library.clocks[name])
            if name in library.concepts:
                yield sites.concept(library.concepts[name])
            if name in library.trees:
                tree = library.trees[name]
                yield from (sites.question(tree, each) for each in tree.questions)
                numbers = range(len(tree.follow_ups))
                yield from (sites.follow_up(tree, number) for number in numbers)


def _is_asked_the_same(walk: Walk) -> bool:
    """Tell whether the same answers to other trees ask and settle the same."""
    library, asked = walk.setting.library, walk.progress.asked
    given = {name: walk.answers[name] for name in asked}
    try:
        for name in asked:
            check_answer(question_of(library, name), given[name])
    except AnswerError:
        return False
    return replay(walk.setting, given) == walk.progress


def _ruled(
    made: Library, walk: Walk, before: Outcome, changed: frozenset[str]
) -> Outcome:
    if changed & made.clocks.keys():
        return decide(replace(walk, setting=replace(walk.setting, library=made)))
    view, walked = walk.view, walk.progress.walked
    rulings = [each for each in before.rulings if each.route.id not in changed]
    for name in changed & made.routes.keys():
        route = made.routes[name]
        if set(route.trees) & set(walked) and is_in_play(route.condition, view):
            rulings.append(rule(route, view, walked))
    return replace(before, rulings=tuple(rulings))


def _text(outcome: Outcome, walk: Walk, changed: frozenset[str]) -> list[str]:
    rulings = [each for each in outcome.rulings if each.route.id in changed]
    lines = [line for ruling in rulings for line in said(ruling, walk.view, by_place)]
    return [*lines, *map(runs, outcome.clocks)]
