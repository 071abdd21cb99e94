"""Every site in the content: a place where a condition decides something.

One list for two checks: whether each clause makes a difference, and whether each
question does. A site says where the condition counts and what of it is seen there.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice

from vpwijzer.engine.logic import clauses_in
from vpwijzer.model import (
    ALWAYS,
    Caution,
    Clock,
    Concept,
    Condition,
    Consequence,
    FollowUp,
    Guarantee,
    Item,
    Question,
    Route,
    Seat,
    Tree,
)
from vpwijzer.model.position import Position
from vpwijzer.proof.bdd import FALSE, TRUE, Node
from vpwijzer.proof.claims.site import (
    Seen,
    Site,
    SiteKind,
    every_step,
    in_turn,
    only_fit,
    only_possible,
    only_true,
    true_or_possible,
)
from vpwijzer.proof.space.conversations import Conversations
from vpwijzer.proof.space.symbolic_logic import Evaluator, Value
from vpwijzer.proof.space.symbolic_outcome import Rulings


@dataclass(frozen=True, slots=True)
class Sites:
    """Lists the sites of conditions."""

    space: Conversations
    rulings: Rulings

    def route(self, route: Route) -> Iterator[Site]:
        """Give every condition of a route; its own first."""
        standing = self.rulings.route(route)
        yield Site(
            SiteKind.ROUTE,
            route.id,
            route.at,
            route.condition,
            standing.walked,
            standing.applies,
            every_step,
            self.rulings.evaluator,
            trees=route.trees,
        )
        yield from self._weighing(route)
        for options in route.consequences.values():
            yield from self._effects(route, options)
        for part in chain(*route.separate_parts.values()):
            if isinstance(part, Caution):
                yield self._on(
                    route, SiteKind.CAUTION, part.condition, true_or_possible
                )
            elif part.condition != ALWAYS:
                yield self._on(route, SiteKind.LINE, part.condition, true_or_possible)

    def _weighing(self, route: Route) -> Iterator[Site]:
        if route.priority is not None:
            yield self._on(route, SiteKind.PRIORITY, route.priority, only_true)
        for kind, items in (
            (SiteKind.MEANT, route.meant_for),
            (SiteKind.FITS, route.fits),
        ):
            if items:
                yield self._on(route, kind, Condition(unless=items), only_fit)

    def _on(
        self, route: Route, kind: SiteKind, condition: Condition, seen: Seen
    ) -> Site:
        truths = self.rulings.evaluator.condition(condition)
        fits = seen is only_fit
        happens = self.space.diagrams.negate(truths.unasked) if fits else truths.true
        where = self.rulings.route(route).visible
        tells = route.condition.items
        evaluator = self.rulings.evaluator
        return Site(
            kind,
            route.id,
            place_of(condition.items, route.at),
            condition,
            where,
            happens,
            seen,
            evaluator,
            tells,
            route.trees,
        )

    def _effects(
        self, route: Route, options: tuple[Consequence, ...]
    ) -> Iterator[Site]:
        visible = self.rulings.route(route).visible
        tells = route.condition.items
        for number, (option, turn, chosen) in enumerate(self.rulings.effects(options)):
            after = options[number + 1 :]
            others = self._same(option, options, number), self._same(option, after)
            instead = after if others[1] else ()
            yield Site(
                SiteKind.CONSEQUENCE,
                route.id,
                place_of(option.condition.items, option.at),
                option.condition,
                visible,
                chosen,
                in_turn(self.space.diagrams, turn, others),
                self.rulings.evaluator,
                (*tells, *(i for each in instead for i in each.condition.items)),
                route.trees,
            )
            tells = (*tells, *option.condition.items)

    def _same(
        self,
        option: Consequence,
        options: tuple[Consequence, ...],
        most: int | None = None,
    ) -> Node:
        """Give where one of the first so many that reads the same is chosen."""
        effects = islice(self.rulings.effects(options), most)
        chosen = [c for other, _, c in effects if other.reads_like(option)]
        return self.space.diagrams.any_of(chosen)

    def clock(self, clock: Clock) -> Site:
        """Give the condition of a clock."""
        routes = self.space.library.routes
        return Site(
            SiteKind.CLOCK,
            clock.id,
            clock.at,
            clock.condition,
            self.rulings.concerned(clock),
            self.rulings.true(clock.condition),
            true_or_possible,
            self.rulings.evaluator,
            trees=tuple(t for name in clock.routes for t in routes[name].trees),
        )

    def concept(self, concept: Concept) -> Site:
        """Give the condition of a concept."""
        return Site(
            SiteKind.CONCEPT,
            concept.id,
            concept.at,
            concept.condition,
            TRUE,
            self.rulings.true(concept.condition),
            every_step,
            self.rulings.evaluator,
        )

    def guarantee(self, guarantee: Guarantee) -> Site:
        """Give the condition of a guarantee, in the conversations of its trees."""
        walked = self.rulings.walked
        return Site(
            SiteKind.GUARANTEE,
            guarantee.id,
            guarantee.at,
            guarantee.condition,
            self.space.diagrams.all_of(walked.get(t, FALSE) for t in guarantee.trees),
            self.rulings.true(guarantee.condition),
            only_true,
            self.rulings.evaluator,
            trees=guarantee.trees,
        )

    def question(self, tree: Tree, question: Question) -> Site:
        """Give the condition of a question in a tree, by what was known then."""
        moment = self.space.base.moments[tree.id, question.id]
        walked = self.space.base.walked[tree.id]
        return Site(
            SiteKind.QUESTION,
            question.id,
            question.at,
            question.condition,
            self.space.diagrams.without(walked, moment.known),
            moment.surely,
            only_possible,
            self._then(moment.read),
            trees=(tree.id,),
        )

    def follow_up(self, tree: Tree, number: int) -> Site:
        """Give the condition of a tree that follows, where no other leads there."""
        diagrams, base = self.space.diagrams, self.space.base
        follow_up = tree.follow_ups[number]
        where = base.walked[tree.id]
        if self.space.library.trees[follow_up.tree].adviser_only:
            where = diagrams.conj(where, self.space.encoding.seat(Seat.ADVISER))
        return Site(
            SiteKind.FOLLOW_UP,
            follow_up.tree,
            place_of(follow_up.condition.items, follow_up.at),
            follow_up.condition,
            diagrams.without(where, self._other_ways(follow_up)),
            base.follow_ups[tree.id, number],
            only_true,
            self._then(base.ends[tree.id]),
            trees=(tree.id,),
        )

    def _other_ways(self, follow_up: FollowUp) -> Node:
        ways = self.space.encoding.starts.get(follow_up.tree, FALSE)
        for other in self.space.library.trees.values():
            for number, each in enumerate(other.follow_ups):
                if each.tree == follow_up.tree and each is not follow_up:
                    here = self.space.base.follow_ups[other.id, number]
                    ways = self.space.diagrams.disj(ways, here)
        return ways

    def _then(self, values: Mapping[str, Value]) -> Evaluator:
        return Evaluator(self.space.diagrams, values, self.space.library.concepts)

    def of_asking(self) -> Iterator[Site]:
        """Give the conditions on questions and trees."""
        for tree in self.space.library.trees.values():
            yield from (self.question(tree, each) for each in tree.questions)
            yield from (self.follow_up(tree, n) for n in range(len(tree.follow_ups)))

    def of_outcome(self) -> Iterator[Site]:
        """Give the conditions that decide what is shown at the end."""
        for route in self.space.library.routes.values():
            yield from self.route(route)
        yield from (self.clock(each) for each in self.space.library.clocks.values())


def place_of(items: Iterable[Item], otherwise: Position) -> Position:
    """Give where items stand: at their first clause."""
    return next((clause.at for clause in clauses_in(items)), otherwise)
