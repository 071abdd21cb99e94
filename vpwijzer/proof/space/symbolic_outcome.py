"""What `engine.outcome.decide` says of one conversation, said of all at once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vpwijzer.model import Clock, Condition, Consequence, Library, Route, Severity
from vpwijzer.proof.bdd import FALSE, TRUE, Diagrams, Node
from vpwijzer.proof.space.symbolic_logic import Evaluator, Truths
from vpwijzer.proof.space.symbolic_walk import Run


@dataclass(frozen=True, slots=True)
class Standing:
    """In which conversations a route is listed, and with which verdict."""

    walked: Node
    truths: Truths
    applies: Node
    visible: Node
    """Applies or open."""
    closed: Node
    listed: Node


@dataclass(frozen=True, slots=True)
class Rulings:
    """The verdicts of one run over all conversations."""

    library: Library
    diagrams: Diagrams
    walked: Mapping[str, Node]
    evaluator: Evaluator
    history: Mapping[str, list[tuple[int, Node, Node]]]
    memory: dict[str, Standing] = field(default_factory=dict)

    def route(self, route: Route) -> Standing:
        """Give the verdicts of a route."""
        found = self.memory.get(route.id)
        if found is None:
            found = self.memory[route.id] = self._route(route)
        return found

    def _route(self, route: Route) -> Standing:
        diagrams = self.diagrams
        walked = self.any_walked(route.trees)
        truths = self.evaluator.condition(route.condition)
        visible = diagrams.conj(walked, truths.unknown)
        closed = diagrams.without(walked, truths.unasked)
        return Standing(
            walked,
            truths,
            diagrams.conj(walked, truths.true),
            visible,
            closed,
            diagrams.disj(visible, closed),
        )

    def any_walked(self, trees: tuple[str, ...]) -> Node:
        """Give where at least one of some trees is walked."""
        return self.diagrams.any_of(self.walked.get(t, FALSE) for t in trees)

    def concerned(self, clock: Clock) -> Node:
        """Give where a clock may run: where a tree of its routes is walked."""
        routes = self.library.routes
        trees = tuple(t for name in clock.routes for t in routes[name].trees)
        return self.any_walked(trees)

    def true(self, condition: Condition) -> Node:
        """Give where a condition holds."""
        return self.evaluator.condition(condition).true

    def first(self, route: Route) -> Node:
        """Give where a route has priority."""
        if route.priority is None:
            return FALSE
        return self.diagrams.conj(self.route(route).visible, self.true(route.priority))

    def against(self, route: Route) -> Node:
        """Give where a caution surely advises against a route."""
        heavy = [c for c in route.cautions if c.severity is Severity.AGAINST]
        return self.diagrams.any_of(self.true(c.condition) for c in heavy)

    def warned(self, route: Route) -> Node:
        """Give where some caution surely holds."""
        return self.diagrams.any_of(self.true(c.condition) for c in route.cautions)

    def freely(self, route: Route) -> Node:
        """Give where a route applies and is not advised against."""
        return self.diagrams.without(self.route(route).applies, self.against(route))

    def effects(
        self, options: tuple[Consequence, ...]
    ) -> Iterator[tuple[Consequence, Node, Node]]:
        """Give each consequence, where its turn comes, and where it is chosen."""
        left, last = TRUE, len(options) - 1
        for number, option in enumerate(options):
            holds = self.true(option.condition)
            chosen = left if number == last else self.diagrams.conj(left, holds)
            yield option, left, chosen
            left = self.diagrams.without(left, holds)


def rulings(library: Library, diagrams: Diagrams, found: Run) -> Rulings:
    """Rule on every conversation of a run."""
    evaluator = Evaluator(diagrams, found.values, library.concepts)
    return Rulings(library, diagrams, found.walked, evaluator, found.history)
