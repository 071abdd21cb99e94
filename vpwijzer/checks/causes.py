"""Findings as an author reads them: one for each cause, the most useful first."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace

from vpwijzer.checks.repair import mends
from vpwijzer.model import Library
from vpwijzer.model.finding import Finding, Severity, Where, in_order
from vpwijzer.model.position import Position

MOST_CAUSES = 8
"""With more wrong than this, what is left is told apart on the next check."""

MOST_WORK = 400
"""So many findings, times the causes that are tried, are looked at again."""

SHOWING = {Where.CASE, Where.PROMISE}
"""What only shows that something is wrong: of this, only what cases notice follows."""

Left = Callable[[Library], Collection[Finding] | None]
"""What is still found in other content; None when that cannot be told."""


def by_cause(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Join what has one cause; errors first, what may follow from another last."""
    causes: dict[object, list[Finding]] = {}
    for finding in in_order(findings):
        named = finding.rule.names_cause
        cause = (finding.code, finding.message) if named else finding
        causes.setdefault(cause, []).append(finding)
    joined = [replace(first, also=tuple(rest)) for first, *rest in causes.values()]
    return tuple(sorted(joined, key=_rank))


def traced(
    findings: tuple[Finding, ...], library: Library, left: Left
) -> tuple[Finding, ...]:
    """Join what is gone once another is mended; that which ends most comes first."""
    effects: dict[Finding, frozenset[Finding]] = {}
    most = min(MOST_CAUSES, MOST_WORK // max(len(findings), 1)) or 1
    for finding in findings[:most]:
        if not any(finding in ended for ended in effects.values()):
            effects[finding] = _ended(finding, findings, library, left)
    causes: dict[Finding, frozenset[Finding]] = {}
    covered: set[Finding] = set()
    for finding in sorted(effects, key=lambda each: -len(effects[each])):
        if finding not in covered:
            causes[finding] = effects[finding] - covered - causes.keys()
            covered |= causes[finding]
    joined = (
        _with_effects(each, [f for f in findings if f in causes[each]])
        if causes.get(each)
        else each
        for each in findings
        if each not in covered
    )
    return tuple(sorted(joined, key=_rank))


def _ended(
    finding: Finding, findings: tuple[Finding, ...], library: Library, left: Left
) -> frozenset[Finding]:
    """Give the others that are gone as well in the first content that mends one."""
    for made in mends(library, finding) if findings[1:] else ():
        still = left(made)
        places = {(each.code, each.at) for each in still or ()}
        if still is not None and not places & _places(finding):
            gone = {each for each in findings if not places & _places(each)}
            return frozenset(
                each for each in gone - {finding} if _may_end(finding, each)
            )
    return frozenset()


def _may_end(cause: Finding, effect: Finding) -> bool:
    """Leave nothing out for what weighs less, or only shows that something is wrong."""
    if cause.rule.where in SHOWING and effect.rule.where is not Where.CASE:
        return False
    return cause.severity is Severity.ERROR or effect.severity is Severity.WARNING


def _places(finding: Finding) -> set[tuple[str, Position]]:
    return {(each.code, each.at) for each in (finding, *finding.also)}


def _with_effects(finding: Finding, effects: list[Finding]) -> Finding:
    more = (each for effect in effects for each in (effect, *effect.also))
    return replace(finding, also=(*finding.also, *more))


def _rank(finding: Finding) -> tuple[bool, bool, int]:
    """Put errors first, and what explains most; cases notice what others cause."""
    warns = finding.severity is Severity.WARNING
    explained = {each.code for each in finding.also} - {finding.code}
    return warns, finding.rule.where is Where.CASE, -len(explained)
