"""Influence: whether some two known answers to a question lead to something else.

A question matters to a condition when two conversations exist that differ there,
know the same about everything else that decides it, and answered this question
differently, both knowing. It matters at all when it matters to something shown at
the end, to a tree that follows, or to a question that matters itself.
"""

from collections.abc import Iterator

from vpwijzer.model import Question
from vpwijzer.proof.bdd import Mask, mask_of
from vpwijzer.proof.claims.rules import IDLE_QUESTION, Violation, violation
from vpwijzer.proof.claims.site import Site, SiteKind
from vpwijzer.proof.claims.sites import Sites
from vpwijzer.proof.space.conversations import Conversations


def check_questions(space: Conversations, sites: Sites) -> Iterator[Violation]:
    """Report the questions whose answer decides nothing."""
    mattering = _mattering(space, sites)
    seen: set[str] = set()
    for tree in space.library.trees.values():
        for question in tree.questions:
            asked = space.base.asked[question.id]
            fresh = question.id not in seen and question.id not in mattering
            seen.add(question.id)
            if fresh and space.possible(asked):
                yield violation(IDLE_QUESTION, question.at, question.id)


def _mattering(space: Conversations, sites: Sites) -> set[str]:
    last = _readers(space, sites.of_outcome())
    asking = _readers(space, sites.of_asking())
    mattering = {
        fact
        for fact in space.encoding.facts
        if any(decides(space, fact, site) for site in last.get(fact, []))
    }
    questions = space.library.questions
    growing = True
    while growing:
        more = {
            fact
            for fact in space.encoding.facts
            if fact not in mattering
            and _leads_on(space, questions[fact], asking.get(fact, []), mattering)
        }
        mattering |= more
        growing = bool(more)
    return mattering


def _readers(space: Conversations, sites: Iterator[Site]) -> dict[str, list[Site]]:
    readers: dict[str, list[Site]] = {}
    for site in sites:
        for fact in site.reads(space.library.concepts):
            readers.setdefault(fact, []).append(site)
    return readers


def _leads_on(
    space: Conversations, question: Question, sites: list[Site], mattering: set[str]
) -> bool:
    filled = {c.fact for option in question.options for c in option.implies}
    if filled & mattering:
        return True
    return any(
        (site.kind is SiteKind.FOLLOW_UP or site.owner in mattering)
        and decides(space, question.id, site)
        for site in sites
    )


def decides(space: Conversations, fact: str, site: Site) -> bool:
    """Tell whether two known answers to a question make a difference at a site."""
    fact_vars = space.encoding.facts.get(fact)
    if fact_vars is None:
        return False
    diagrams = space.diagrams
    known = diagrams.without(fact_vars.asked, fact_vars.more)
    others = Mask(_kept(space, site) & ~mask_of([fact_vars.group]))
    for part in site.evaluate(site.condition):
        seen = diagrams.conj(site.where, part)
        yes, no = diagrams.conj(known, seen), diagrams.without(known, seen)
        read = diagrams.support[yes] | diagrams.support[no]
        held = space.about(Mask(read | others))
        with_yes = diagrams.project([diagrams.conj(each, yes) for each in held], others)
        if any(diagrams.intersects(with_yes, diagrams.conj(each, no)) for each in held):
            return True
    return False


def _kept(space: Conversations, site: Site) -> Mask:
    reads = site.reads(space.library.concepts) & set(space.encoding.facts)
    groups = (space.encoding.tree_groups[t] for t in site.trees if not space.always(t))
    return Mask(space.groups_of(reads) | mask_of(groups))
