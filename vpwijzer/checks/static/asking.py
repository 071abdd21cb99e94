"""Trees, their order and their questions."""

from collections.abc import Iterator

from vpwijzer.checks.static.reach import ancestors, reachable
from vpwijzer.engine.logic import clauses_in, questions_read
from vpwijzer.model import Clause, Condition, Library, Question, Tree
from vpwijzer.model.finding import Finding

FEWEST = 2
"""With one option the answer is known before it is given."""


def check_asking(library: Library) -> Iterator[Finding]:
    """Report trees and questions that cannot be asked as they are written."""
    yield from _check_starts(library)
    for tree in library.trees.values():
        yield from _check_follow_ups(tree, library)
        asked = _asked_before(tree, library)
        for question in tree.questions:
            yield from _check_question(question)
            yield from _check_reads(question.condition, asked, library)
            yield from _check_implied(question, asked, library)
            asked = asked | {question.id}
        for follow_up in tree.follow_ups:
            yield from _check_reads(follow_up.condition, asked, library)


def check_closings(library: Library) -> Iterator[Finding]:
    """Report questions after the outcome that cannot be asked as they are written."""
    for closing in library.closings.values():
        asked: frozenset[str] = frozenset()
        for question in closing.questions:
            if question.options:
                yield from _check_question(question)
            # Only questions stand here: an own one may be named like a concept.
            yield from _check_reads(question.condition, asked, Library())
            asked = asked | {question.id}


def _check_starts(library: Library) -> Iterator[Finding]:
    found = reachable(library)
    for tree in library.trees.values():
        if tree.id not in found:
            message = f"geen gesprek komt bij de boom '{tree.id}'"
            hint = "schrijf 'start: ja' of laat hem volgen op een andere boom"
            yield Finding(tree.at, "boom-onbereikbaar", message, hint)


def _check_follow_ups(tree: Tree, library: Library) -> Iterator[Finding]:
    order = list(library.trees)
    for follow_up in tree.follow_ups:
        if order.index(follow_up.tree) <= order.index(tree.id):
            message = (
                f"de boom '{follow_up.tree}' komt in de volgorde niet na '{tree.id}'"
            )
            hint = "een gesprek gaat alleen vooruit; zet de boom later in volgorde.yaml"
            yield Finding(follow_up.at, "vervolg-terug", message, hint)


def _asked_before(tree: Tree, library: Library) -> frozenset[str]:
    return frozenset(
        question.id
        for name in ancestors(tree.id, library)
        for question in library.trees[name].questions
    )


def _check_reads(
    condition: Condition, asked: frozenset[str], library: Library
) -> Iterator[Finding]:
    for clause in clauses_in(condition.items):
        for question in questions_read((clause,), library.concepts):
            if question not in asked:
                message = f"'{question}' is hier nog niet gevraagd"
                hint = "zet de vraag eerder, of haal deze voorwaarde weg"
                yield Finding(clause.at, "latere-vraag", message, hint)


def _check_question(question: Question) -> Iterator[Finding]:
    if len(question.options) < FEWEST:
        message = f"de vraag '{question.id}' heeft te weinig keuzes"
        hint = "een vraag heeft twee keuzes of meer"
        yield Finding(question.at, "te-weinig-keuzes", message, hint)
    for option in question.options:
        if option.alone and not question.several:
            message = f"'alleen' heeft hier geen zin bij '{option.id}'"
            hint = "bij deze vraag kan er maar één keuze; haal 'alleen' weg"
            yield Finding(option.at, "alleen-overbodig", message, hint)


def _check_implied(
    question: Question, asked: frozenset[str], library: Library
) -> Iterator[Finding]:
    questions = library.questions
    for option in question.options:
        for clause in option.implies:
            target = questions.get(clause.fact)
            if target is None or target.several or len(clause.values) > 1:
                yield _finding_implied(clause, "kan niet zo worden ingevuld")
            elif target.id in asked | {question.id}:
                yield _finding_implied(clause, "is dan al gevraagd")


def _finding_implied(clause: Clause, what: str) -> Finding:
    return Finding(
        clause.at,
        "betekent-botst",
        f"'{clause.fact}' {what}",
        "'betekent' vult één keuze in van een latere vraag met één antwoord",
    )
