"""Whether "weet ik niet" is ever treated as "nee".

Take any conversation, replace one known answer by "weet ik niet", keep the answers
that are still asked and leave newly asked ones unknown. Then no way that applied or
was open may be lost among the trees walked in both, and a tree that only the known
answer queued must be offered at the outcome.

For most questions this follows from the logic: a clause on an unknown fact is
unknown, an unknown condition still asks, and "and", "or" and `tenzij` keep that
order. Three things break the order, and only the questions they touch are worked
out, exactly, over every conversation: `betekent` (the fact it fills may be lost), a
clause on a concept being "nee" (false may turn into never asked), and `onbekend` as
a value in a condition that decides a way. When a fact that was filled may fill
another, or `onbekend` is such a value, every question is worked out.
"""

from collections.abc import Iterator

from vpwijzer.engine.logic import clauses_in, questions_read
from vpwijzer.model import (
    NO,
    UNKNOWN_VALUE,
    Clause,
    Library,
    Question,
    Route,
)
from vpwijzer.proof.bdd.diagram import NOTHING
from vpwijzer.proof.claims.violation import Flaw, Words
from vpwijzer.proof.space.conversations import World
from vpwijzer.proof.space.counterfactual import Again, only, unknown, where_known
from vpwijzer.proof.space.encoding import ABSENT, filled_facts
from vpwijzer.proof.space.symbolic_logic import Value
from vpwijzer.proof.space.symbolic_outcome import Rulings, rulings

LOST = Words(
    "weet-niet-telt-als-nee",
    "wie '{}' niet weet, raakt de route '{}' kwijt",
    "laat de route rusten op een vraag die ook dan wordt gesteld",
)
NOT_OFFERED = Words(
    "boom-niet-aangeboden",
    "wie '{}' niet weet, komt niet bij de boom '{}' en krijgt hem niet aangeboden",
    "laat het vervolg rusten op een vraag die ook dan wordt gesteld",
)


def suspects(library: Library) -> tuple[Question, ...]:
    """Give the questions that the logic alone does not clear."""
    questions = library.questions
    clauses = list(_deciding(library))
    filled = filled_facts(library)
    implying = {q.id for q in questions.values() if any(o.implies for o in q.options)}
    unordered = any(UNKNOWN_VALUE in clause.values for clause in clauses)
    touched = set(questions)
    if not unordered and not implying & filled:
        negated = [c for c in clauses if c.fact in library.concepts and NO in c.values]
        touched = implying.union(questions_read(negated, library.concepts))
    return tuple(
        q for name, q in questions.items() if name in touched and q.unknown_allowed
    )


def _deciding(library: Library) -> Iterator[Clause]:
    """Give the clauses that decide on a route, a question or a tree."""
    conditions = [route.condition for route in library.routes.values()]
    conditions += [concept.condition for concept in library.concepts.values()]
    for tree in library.trees.values():
        conditions += tree.conditions()
    for condition in conditions:
        yield from clauses_in(condition.items)


def check_unsure(world: World, before: Rulings, question: Question) -> Iterator[Flaw]:
    """Report what "weet ik niet" to one question takes away."""
    diagrams, letters = world.diagrams, world.alphabet.facts[question.id]
    chosen = diagrams.any_of(letters.options.values())
    where = diagrams.both(letters.asked, chosen)
    if not world.possible(where):
        return
    again = _again(world, question, where)
    after = rulings(world.library, diagrams, again.run())
    for route in world.library.routes.values():
        shown = diagrams.both(where, _lost(before, after, route))
        if world.possible(shown):
            yield LOST.at(question.at, question.id, route.id, shown=shown)
            break
    yield from _check_trees(world, again, question)


def _again(world: World, question: Question, where: int) -> Again:
    def answer(asked: Question) -> Value:
        if asked.id == question.id:
            return unknown(asked)
        letters = world.alphabet.facts[asked.id]
        value = world.base.values[asked.id]
        return where_known(world, asked, value, letters.asked)

    return Again(world, answer, where, (question.id,))


def _lost(before: Rulings, after: Rulings, route: Route) -> int:
    diagrams = before.diagrams
    in_both = diagrams.any_of(
        diagrams.both(before.walked[tree], after.walked[tree]) for tree in route.trees
    )
    lost = diagrams.without(before.route(route).visible, after.route(route).visible)
    return diagrams.both(lost, in_both)


def _check_trees(world: World, again: Again, question: Question) -> Iterator[Flaw]:
    diagrams = world.diagrams
    for tree in world.library.trees:
        walked, now = world.base.walked[tree], again.found.walked[tree]
        lost = diagrams.both(again.where, diagrams.without(walked, now))
        if not world.possible(lost):
            continue
        for offered in _offers(world, again, tree):
            lost = diagrams.without(lost, offered)
        if world.possible(lost):
            yield NOT_OFFERED.at(question.at, question.id, tree, shown=lost)
            return


def _offers(world: World, again: Again, tree: str) -> Iterator[int]:
    """Give where knowing one unsure answer would lead to a tree."""
    diagrams = world.diagrams
    for name, asked in again.found.asked.items():
        unsure = diagrams.all_of((asked, again.given[name].more, again.where))
        if not world.possible(unsure):
            continue
        for option in world.alphabet.facts[name].options:
            retold = _knowing(world, again, name, option)
            walked = retold.run().walked.get(tree, NOTHING)
            yield diagrams.all_of((asked, again.given[name].more, walked))


def _knowing(world: World, again: Again, name: str, option: str) -> Again:
    def answer(question: Question) -> Value:
        if question.id == name:
            return only(question, option)
        asked = again.found.asked.get(question.id, NOTHING)
        value = again.given.get(question.id, ABSENT)
        return where_known(world, question, value, asked)

    return Again(world, answer, again.where, world.alphabet.facts)
