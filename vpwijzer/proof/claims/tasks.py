"""Which checks are made on which content; each by itself, so that one can fail."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from vpwijzer.engine.logic import questions_read
from vpwijzer.model import (
    Clock,
    Concept,
    Condition,
    Guarantee,
    Library,
    Question,
    Route,
    Seat,
    Tree,
)
from vpwijzer.model.position import Position
from vpwijzer.proof.claims.guarantees import check_guarantee, routes_of
from vpwijzer.proof.claims.influence import check_questions
from vpwijzer.proof.claims.reachability import (
    check_end,
    check_filled,
    check_follow_up,
    check_question,
    check_route,
)
from vpwijzer.proof.claims.redundancy import repeated, said_twice, without
from vpwijzer.proof.claims.rules import GUARANTEE_IDLE, Violation
from vpwijzer.proof.claims.seat_invariance import check_seat
from vpwijzer.proof.claims.sites import Sites
from vpwijzer.proof.claims.unknown_answers import check_heavy, check_unsure, suspects
from vpwijzer.proof.claims.vacuity import check_site
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.symbolic_outcome import Rulings, rulings


@dataclass
class Context:
    """What the checks work on; made anew when a check grew too large."""

    space: Conversations
    rulings: Rulings = field(init=False)
    sites: Sites = field(init=False)

    def __post_init__(self) -> None:
        """Rule on the base run."""
        self.renew()

    def renew(self) -> None:
        """Rule anew: a budget may have taken nodes back."""
        space = self.space
        self.rulings = rulings(space.library, space.diagrams, space.base)
        self.sites = Sites(space, self.rulings)


@dataclass(frozen=True, slots=True)
class Task:
    """One check on one thing; when it grows too large, that thing stays unproved."""

    subject: str
    at: Position
    check: Callable[[Context], Iterable[Violation]]
    conditions: tuple[Condition, ...] = ()
    rules: tuple[str, ...] = ()
    guarantee: str = ""

    def facts(self, library: Library) -> tuple[str, ...]:
        """Give the questions that this check must take together."""
        items = [item for c in self.conditions for item in c.items]
        return tuple(dict.fromkeys(questions_read(items, library.concepts)))


def tasks(library: Library) -> Iterator[Task]:
    """Give every check."""
    for tree in library.trees.values():
        yield from _tree_tasks(library, tree)
    for route in library.routes.values():
        yield _single("de route", route, partial(_check_route, route=route))
    yield from _catalogue_tasks(library)
    yield from _wide_tasks(library)


def _single(
    kind: str,
    each: Question | Route | Clock | Concept,
    check: Callable[[Context], Iterable[Violation]],
    rules: tuple[str, ...] = (),
) -> Task:
    """Make the task that checks one thing under its own condition."""
    subject, conditions = f"{kind} '{each.id}'", (each.condition,)
    return Task(subject, each.at, check, conditions, rules or (each.id,))


def _tree_tasks(library: Library, tree: Tree) -> Iterator[Task]:
    for question in tree.questions:
        check = partial(_check_question, tree=tree, question=question)
        yield _single("de vraag", question, check, (tree.id,))
    for number, follow_up in enumerate(tree.follow_ups):
        yield Task(
            f"het vervolg '{follow_up.tree}'",
            follow_up.at,
            partial(_check_follow_up, tree=tree, number=number),
            (follow_up.condition,),
            (tree.id,),
        )
    if tree.can_start:
        helping = [
            route
            for route in library.routes.values()
            if (track := library.tracks.get(route.track)) and track.is_help
        ]
        yield Task(
            f"dat elk gesprek vanaf '{tree.id}' met een weg eindigt",
            tree.at,
            lambda context: check_end(context.space, context.rulings, tree),
            tuple(c for route in helping for c in _conditions(route)),
            tuple(route.id for route in helping),
        )


def _conditions(route: Route) -> Iterator[Condition]:
    yield route.condition
    yield from (caution.condition for caution in route.cautions)


def _catalogue_tasks(library: Library) -> Iterator[Task]:
    for clock in library.clocks.values():
        yield _single(
            "de klok", clock, partial(_check_clock, clock=clock), clock.routes
        )
    for concept in library.concepts.values():
        yield _single("het begrip", concept, partial(_check_concept, concept=concept))
    for guarantee in library.guarantees.values():
        promised = tuple(routes_of(library, guarantee))
        yield Task(
            f"de waarborg '{guarantee.id}'",
            guarantee.at,
            partial(_check_guarantee, guarantee=guarantee),
            (guarantee.condition, *(r.condition for r in promised)),
            (guarantee.id, *(r.id for r in promised)),
            guarantee.id,
        )


def _wide_tasks(library: Library) -> Iterator[Task]:
    if not library.trees:
        return
    at = next(iter(library.trees.values())).at
    routes = library.routes.values()
    read = (
        tuple(c for route in routes for c in _conditions(route)),
        tuple(library.routes),
    )
    yield Task("dat niets dubbel wordt ingevuld", at, _check_filled, *read)
    yield Task(
        "dat elke vraag iets uitmaakt",
        at,
        lambda context: check_questions(context.space, context.sites),
        *read,
    )
    for question in suspects(library):
        yield Task(
            f"dat 'weet ik niet' op '{question.id}' geen nee is",
            question.at,
            partial(_check_unsure, question=question),
            *read,
        )
    for seat, name in ((Seat.EMPLOYEE, "medewerker"), (Seat.ADVISER, "vp")):
        yield Task(
            f"dat de stoel '{name}' niets uitmaakt",
            at,
            partial(_check_seat, seat=seat),
            *read,
        )


def _check_question(
    context: Context, tree: Tree, question: Question
) -> Iterator[Violation]:
    yield from check_question(context.space, tree, question)
    yield from check_site(context.space, context.sites.question(tree, question))


def _check_follow_up(context: Context, tree: Tree, number: int) -> Iterator[Violation]:
    yield from check_follow_up(context.space, tree, number)
    yield from check_site(context.space, context.sites.follow_up(tree, number))


def _check_route(context: Context, route: Route) -> Iterator[Violation]:
    yield from check_route(context.space, context.rulings, route)
    yield from check_heavy(context.space, context.rulings, route)
    twice = list(repeated(context.space, context.rulings, route))
    yield from (said_twice(route, *pair) for pair in twice)
    for site in context.sites.route(without(route, [part for part, _ in twice])):
        yield from check_site(context.space, site)


def _check_clock(context: Context, clock: Clock) -> Iterator[Violation]:
    yield from check_site(context.space, context.sites.clock(clock))


def _check_concept(context: Context, concept: Concept) -> Iterator[Violation]:
    yield from check_site(context.space, context.sites.concept(concept))


def _check_guarantee(context: Context, guarantee: Guarantee) -> Iterator[Violation]:
    for violation in check_guarantee(context.space, context.rulings, guarantee):
        yield violation
        if violation.finding.code == GUARANTEE_IDLE.code:
            return  # of what promises nothing, no part does anything either
    yield from check_site(context.space, context.sites.guarantee(guarantee))


def _check_filled(context: Context) -> Iterator[Violation]:
    for filled in context.space.base.filled:
        yield from check_filled(context.space, filled)


def _check_unsure(context: Context, question: Question) -> Iterator[Violation]:
    space = context.space
    if not any(space.possible(filled.clashing) for filled in space.base.filled):
        # What contradicts itself loses ways by that, and is reported as such.
        yield from check_unsure(space, context.rulings, question)


def _check_seat(context: Context, seat: Seat) -> Iterator[Violation]:
    if context.space.encoding.seats:
        yield from check_seat(context.space, context.sites, seat)
