"""Whether "weet ik niet" is ever treated as "nee", and whether it leads to little.

Take any conversation, replace one known answer by "weet ik niet", keep the answers
that are still asked and leave newly asked ones unknown. Then a tree that only the known
answer queued must be offered at the outcome, unless it follows on a tree that is lost
as well and so comes with that. No way that applied or was open may be lost while each
of its trees that was walked still is: what needs a tree that is offered, may wait.

For most questions this follows from the logic: a clause on an unknown fact is
unknown, an unknown condition still asks, and "and", "or" and `tenzij` keep that
order. Four things break the order, and only the questions they touch are worked
out, exactly, over every conversation: `betekent` (the fact it fills may be lost), a
clause on a concept being "nee" (false may turn into never asked), a tree that
follows (its questions are lost), and `onbekend` as a value in a condition that
decides a way. When a fact that was filled may fill
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
from vpwijzer.proof.bdd import FALSE, TRUE, Node
from vpwijzer.proof.claims import rules
from vpwijzer.proof.claims.rules import Violation, violation
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.counterfactual import (
    Counterfactual,
    only,
    unknown,
    where_known,
)
from vpwijzer.proof.space.encoding import ABSENT, filled_facts
from vpwijzer.proof.space.symbolic_logic import Value
from vpwijzer.proof.space.symbolic_outcome import Rulings, rulings


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
        touched |= _leading_to_trees(library)
    return tuple(
        q for name, q in questions.items() if name in touched and q.unknown_allowed
    )


def _leading_to_trees(library: Library) -> set[str]:
    """Give the questions that decide whether a tree follows, or that lead to these."""
    trees, questions = library.trees.values(), library.questions
    items = [i for t in trees for f in t.follow_ups for i in f.condition.items]
    more, found = set(questions_read(items, library.concepts)), set[str]()
    while more:
        found |= more
        items = [i for name in more for i in questions[name].condition.items]
        more = set(questions_read(items, library.concepts)) - found
    return found


def _deciding(library: Library) -> Iterator[Clause]:
    """Give the clauses that decide on a route, a question or a tree."""
    conditions = [route.condition for route in library.routes.values()]
    conditions += [concept.condition for concept in library.concepts.values()]
    for tree in library.trees.values():
        conditions += tree.conditions()
    for condition in conditions:
        yield from clauses_in(condition.items)


def check_unsure(
    space: Conversations, before: Rulings, question: Question
) -> Iterator[Violation]:
    """Report what "weet ik niet" to one question takes away."""
    diagrams, fact_vars = space.diagrams, space.encoding.facts[question.id]
    chosen = diagrams.any_of(fact_vars.options.values())
    where = diagrams.conj(fact_vars.asked, chosen)
    if not space.possible(where):
        return
    other = _counterfactual(space, question, where)
    after = rulings(space.library, diagrams, other.run())
    for route in space.library.routes.values():
        shown = diagrams.conj(where, _lost(before, after, route))
        if space.possible(shown):
            yield violation(
                rules.UNKNOWN_LOSES_ROUTE,
                question.at,
                question.id,
                route.id,
                shown=shown,
            )
            break
    yield from _check_trees(space, other, question)


def _counterfactual(
    space: Conversations, question: Question, where: Node
) -> Counterfactual:
    def answer(asked: Question) -> Value:
        if asked.id == question.id:
            return unknown(asked)
        fact_vars = space.encoding.facts[asked.id]
        value = space.base.values[asked.id]
        return where_known(space, asked, value, fact_vars.asked)

    return Counterfactual(space, answer, where, (question.id,))


def _lost(before: Rulings, after: Rulings, route: Route) -> Node:
    diagrams = before.diagrams
    lost = diagrams.without(before.route(route).visible, after.route(route).visible)
    for tree in route.trees:
        gone = diagrams.without(before.walked[tree], after.walked[tree])
        lost = diagrams.without(lost, gone)
    return lost


def _check_trees(
    space: Conversations, other: Counterfactual, question: Question
) -> Iterator[Violation]:
    diagrams = space.diagrams
    for tree in space.library.trees:
        walked, now = space.base.walked[tree], other.found.walked[tree]
        lost = diagrams.conj(other.where, diagrams.without(walked, now))
        for before in space.library.trees.values():
            if any(follow_up.tree == tree for follow_up in before.follow_ups):
                was, stays = space.base.walked[before.id], other.found.walked[before.id]
                lost = diagrams.without(lost, diagrams.without(was, stays))
        if not space.possible(lost):
            continue
        for offered in _offers(space, other, tree):
            lost = diagrams.without(lost, offered)
            if not space.possible(lost):
                break
        else:
            yield violation(
                rules.UNKNOWN_LOSES_TREE, question.at, question.id, tree, shown=lost
            )
            return


def _offers(space: Conversations, other: Counterfactual, tree: str) -> Iterator[Node]:
    """Give where knowing one unsure answer would lead to a tree."""
    diagrams = space.diagrams
    yield other.found.offered.get(tree, FALSE)
    for name, asked in other.found.asked.items():
        unsure = diagrams.all_of((asked, other.given[name].more, other.where))
        if not space.possible(unsure):
            continue
        for option in space.encoding.facts[name].options:
            retold = _knowing(space, other, name, option)
            walked = retold.run().walked.get(tree, FALSE)
            yield diagrams.all_of((asked, other.given[name].more, walked))


def _knowing(
    space: Conversations, other: Counterfactual, name: str, option: str
) -> Counterfactual:
    def answer(question: Question) -> Value:
        if question.id == name:
            return only(question, option)
        asked = other.found.asked.get(question.id, FALSE)
        value = other.given.get(question.id, ABSENT)
        return where_known(space, question, value, asked)

    return Counterfactual(space, answer, other.where, space.encoding.facts)


def check_heavy(
    space: Conversations, rulings: Rulings, route: Route
) -> Iterator[Violation]:
    """Report a level that needs an answer, on a route that applies without one."""
    diagrams, standing = space.diagrams, rulings.route(route)
    for aspect in space.library.aspects.values():
        for effect, _, chosen in rulings.effects(route.consequences.get(aspect.id, ())):
            if effect.level in aspect.needs_answer:
                applies = diagrams.conj(standing.applies, chosen)
                shown = diagrams.conj(applies, _nothing_known(space))
                if space.possible(shown):
                    names = route.id, aspect.id, effect.level
                    yield violation(rules.TOO_HEAVY, effect.at, *names, shown=shown)


def _nothing_known(space: Conversations) -> Node:
    """Give the conversations in which nobody answered what could be left open."""
    questions = space.library.questions
    return space.diagrams.all_of(_left_open(space, q) for q in questions.values())


def _left_open(space: Conversations, question: Question) -> Node:
    fact_vars = space.encoding.facts[question.id]
    if not question.unknown_allowed:
        return TRUE
    chosen = space.diagrams.any_of(fact_vars.options.values())
    return space.diagrams.negate(space.diagrams.conj(fact_vars.asked, chosen))
