"""Every tree with its questions: what is asked, when, and with which options."""

from collections.abc import Iterator

from vpwijzer.document.blocks import (
    Block,
    Link,
    Point,
    heading,
    labelled,
    listing,
    paragraph,
    point,
    strong,
    titled,
)
from vpwijzer.model import Kind, Option, Question, Seat, Tree
from vpwijzer.pages.report.words import Subject
from vpwijzer.words.numbers import counted

KINDS = {
    Kind.FACT: "een feit",
    Kind.WISH: "een wens",
    Kind.SENSITIVE: "gevoelig, dus nooit aandringen",
}
SEATS = {
    Seat.ADVISER: "de VP",
    Seat.EMPLOYEE: "de medewerker",
    Seat.TRAINER: "de trainer",
}


def trees(subject: Subject) -> Iterator[Block]:
    """Show all trees; a question that several ask is shown in full once."""
    yield heading(2, "Bomen", anchor="bomen")
    first: dict[str, str] = {}
    for tree in subject.library.trees.values():
        yield from _head(subject, tree)
        for number, question in enumerate(tree.questions, 1):
            where = first.setdefault(question.id, tree.id)
            yield from _question(subject, question, number, again=where != tree.id)
        yield from titled("Daarna", _follow_ups(subject, tree))


def _head(subject: Subject, tree: Tree) -> Iterator[Block]:
    counts = subject.proof.counts if subject.proof else {}
    yield heading(3, tree.title, anchor=f"boom-{tree.id}")
    yield paragraph(tree.subject)
    begins = "hier kan een gesprek beginnen" if tree.can_start else "na een andere boom"
    entries = [
        labelled("Voor", "alleen de VP" if tree.adviser_only else "iedereen"),
        labelled("Begin", begins),
        labelled("Vragen", str(len(tree.questions))),
        labelled("Nagekeken", subject.age(tree.checked)),
        labelled("Bestand", tree.at.file),
    ]
    if tree.id in counts:
        number = counted(counts[tree.id], "gesprek", "gesprekken")
        entries.append(labelled("Mogelijke gesprekken vanaf hier", number))
    if subject.proof and tree.id in subject.proof.longest:
        most = counted(subject.proof.longest[tree.id], "vraag", "vragen")
        talk = subject.proof.longest_talks.get(tree.id)
        below = [subject.held(talk)] if talk else []
        entries.append(labelled("Hoogstens tot het overzicht", most, below=below))
    yield listing(entries)


def _question(
    subject: Subject, question: Question, number: int, *, again: bool
) -> Iterator[Block]:
    anchor = f"vraag-{question.id}"
    yield heading(4, f"{number}. {question.text}", anchor="" if again else anchor)
    entries = [subject.when("Wordt gesteld", question.condition)]
    if again:
        same = Link("dezelfde vraag als eerder", f"#{anchor}")
        yield listing((*entries, labelled("Keuzes en uitleg", same)))
        return
    entries.append(labelled("Soort", KINDS[question.kind]))
    entries.append(labelled("Antwoord", _answering(question)))
    if question.refines:
        words = "na het overzicht, wie het preciezer wil"
        entries.append(labelled("Komt", words))
    entries.append(labelled("Naam", question.id))
    entries += subject.note(question.editor_note)
    yield listing(entries)
    if question.explanation:
        yield paragraph(strong("Uitleg:"), " ", question.explanation)
    if question.adviser_note:
        yield paragraph(strong("Voor de VP:"), " ", question.adviser_note)
    yield from titled("Keuzes", (_option(subject, each) for each in question.options))


def _answering(question: Question) -> str:
    several = "meer keuzes samen" if question.several else "één keuze"
    unknown = "kan ook" if question.unknown_allowed else "kan hier niet"
    return f"{several}; “weet ik niet” {unknown}"


def _option(subject: Subject, option: Option) -> Point:
    explanation = f": {option.explanation}" if option.explanation else ""
    below = [point("Vult ook in: ", *subject.clause(each)) for each in option.implies]
    if option.alone:
        below.append(point("Gaat niet samen met een andere keuze."))
    if option.seat is not None:
        words = f"Vanzelf ingevuld als {SEATS[option.seat]} aan het toetsenbord zit."
        below.append(point(words))
    return point(strong(option.text), explanation, below=below)


def _follow_ups(subject: Subject, tree: Tree) -> Iterator[Point]:
    for each in tree.follow_ups:
        yield point(subject.tree(each.tree), below=subject.depends(each.condition))
