"""Every guarantee in words, with what proved it or the conversation that breaks it."""

from collections.abc import Iterator

from vpwijzer.document.blocks import (
    Block,
    Line,
    Point,
    heading,
    joined,
    labelled,
    listing,
    paragraph,
)
from vpwijzer.model import Asked, Guarantee, Promise, Selector
from vpwijzer.pages.report.words import Subject, one_of
from vpwijzer.words.numbers import about

WORDS = {
    Promise.FIRST: "staat elk van deze routes vooraan, vóór alle andere",
    Promise.APPLIES: "past elk van deze routes",
    Promise.APPLIES_FREELY: "past elk van deze routes, en geen ervan is afgeraden",
    Promise.VISIBLE: "past elk van deze routes, of ze blijft mogelijk",
    Promise.FIRST_SCREEN: "staat elk van deze routes op het eerste scherm",
    Promise.CLOSED: "valt elk van deze routes af",
    Promise.WARNED: "heeft elk van deze routes een waarschuwing, of ze valt af",
    Promise.AGAINST: "is elk van deze routes afgeraden, of ze valt af",
    Promise.ONE_APPLIES: "past minstens één van deze routes",
    Promise.ONE_APPLIES_FREELY: (
        "past minstens één van deze routes zonder dat ze is afgeraden"
    ),
    Promise.ONE_VISIBLE: "past minstens één van deze routes, of ze blijft mogelijk",
    Promise.NEVER_TOGETHER: "passen er nooit twee van deze routes samen",
}


def promises(subject: Subject) -> Iterator[Block]:
    """Show all guarantees, each with how sure it is."""
    if subject.library.guarantees:
        yield heading(2, "Waarborgen", anchor="waarborgen")
        yield paragraph("Een waarborg is een belofte over elk mogelijk gesprek.")
    for guarantee in subject.library.guarantees.values():
        yield heading(3, guarantee.why, anchor=f"waarborg-{guarantee.id}")
        yield listing(_guarantee(subject, guarantee))


def _guarantee(subject: Subject, guarantee: Guarantee) -> Iterator[Point]:
    if guarantee.trees:
        trees = joined(map(subject.tree, guarantee.trees))
        yield labelled("In gesprekken met", *trees)
    yield subject.when("Wanneer", guarantee.condition)
    yield labelled("Dan", *_promise(subject, guarantee))
    yield _proved(subject, guarantee)
    yield labelled("Naam", guarantee.id)


def _promise(subject: Subject, guarantee: Guarantee) -> Line:
    if isinstance(guarantee.promise, Asked):
        return _asked(subject, guarantee.promise)
    promise, selector = guarantee.promise
    after = joined(map(subject.route, selector.after))
    last = (", hooguit na ", *after) if selector.after else ()
    return f"{WORDS[promise]}: ", *_selected(subject, selector), *last


def _asked(subject: Subject, asked: Asked) -> Line:
    question = subject.wording.question(asked.question)
    if asked.before_question:
        other = subject.wording.question(asked.before_question)
        return (f"is “{question}” al bekend voordat “{other}” komt",)
    before = subject.route(asked.before_route)
    return f"is “{question}” al bekend bij deze route: ", before


def _selected(subject: Subject, selector: Selector) -> Line:
    library = subject.library
    if selector.routes:
        return joined(map(subject.route, selector.routes))
    words: list[Line] = []
    if selector.trees:
        words.append(("bij ", *joined(map(subject.tree, selector.trees))))
    if selector.tracks:
        titles = (library.tracks[each].title for each in selector.tracks)
        words.append((f"van het traject {one_of(titles)}",))
    for name, levels in selector.levels.items():
        aspect = library.aspects[name]
        shown = (aspect.levels.get(level, "niet geregeld") for level in sorted(levels))
        words.append((f"met bij “{aspect.title}” het niveau {one_of(shown)}",))
    spread = [part for line in words for part in (", ", *line)]
    return "alle routes ", *spread[1:]


def _proved(subject: Subject, guarantee: Guarantee) -> Point:
    proof = subject.proof
    if proof is None:
        return labelled("Bewezen", "nee, want er zijn eerst fouten op te lossen")
    holds = proof.guarantees.get(guarantee.id)
    if holds:
        total = about(proof.total) if proof.counts else "alle"
        return labelled("Bewezen", f"over {total} gesprekken")
    if holds is None:
        return labelled("Bewezen", "nee, daarvoor hangt te veel met elkaar samen")
    talks = [t for f, t in proof.conversations.items() if f.at == guarantee.at]
    broken = "nee, deze waarborg geldt niet in elk gesprek"
    return labelled("Bewezen", broken, below=map(subject.held, talks))
