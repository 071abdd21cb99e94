"""The part after an outcome: what is asked then and what was chosen; values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from vpwijzer.engine.first_screen import first_screen
from vpwijzer.engine.logic import Truth, View, holds
from vpwijzer.engine.outcome import Outcome
from vpwijzer.engine.ruling import Verdict
from vpwijzer.engine.walk import Walk
from vpwijzer.model import Answer, Closing, Library, Option, Question, Route, Tree


@dataclass(frozen=True, slots=True)
class Agreed:
    """What was chosen in a closing; what was passed over has no choices.

    Choices that a later one made pointless are kept, and never used.
    """

    closing: Closing
    chosen: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions that these choices lead to, in order."""
        facts: dict[str, Answer] = {}
        asked = []
        for question in self.closing.questions:
            view = View(facts, {}, over=True)
            if holds(question.condition, view) is Truth.TRUE:
                asked.append(question)
                names = frozenset(option.id for option in self.choices(question))
                facts[question.id] = Answer(names)
        return tuple(asked)

    def choices(self, question: Question) -> tuple[Option, ...]:
        """Give what was chosen at a question, of what it offers now."""
        chosen = self.chosen.get(question.id, frozenset())
        return tuple(option for option in question.options if option.id in chosen)

    def choose(self, question: Question, values: frozenset[str]) -> "Agreed":
        """Choose at one question; no values pass it over."""
        return replace(self, chosen={**self.chosen, question.id: values})


def belongs(closing: Closing, walk: Walk) -> bool:
    """Tell whether a closing is for a conversation that went this way."""
    is_there = not closing.trees or set(closing.trees) & set(walk.progress.walked)
    return bool(is_there) and holds(closing.condition, walk.view) is not Truth.FALSE


def ready(closing: Closing, walk: Walk, outcome: Outcome, against: str) -> Closing:
    """Fill in the ways of an outcome, and leave out options that do not hold.

    Without options a question falls away; against is what is said of a way that is
    advised against.
    """
    # By the numbers of the first screen, which was just read.
    there = (r for r in outcome.rulings if r.verdict is not Verdict.CLOSED)
    first = {r.route.id: r for r in first_screen(walk, outcome).named}
    ways = tuple(
        replace(
            _way(ruling.route), explanation=against if ruling.advised_against else ""
        )
        for ruling in {**first, **{r.route.id: r for r in there}}.values()
    )
    filled = (
        replace(
            question,
            options=tuple(
                option
                for option in question.options or ways
                if holds(option.condition, walk.view) is not Truth.FALSE
            ),
        )
        for question in closing.questions
    )
    return replace(closing, questions=tuple(q for q in filled if q.options))


def as_content(library: Library, closing: Closing) -> Library:
    """Give content in which the questions of a closing go before all others."""
    ways = tuple(map(_way, library.routes.values()))
    asked = tuple(replace(q, options=q.options or ways) for q in closing.questions)
    tree = Tree("", closing.title, "", asked, (), closing.checked, closing.at)
    own = {question.id for question in asked}
    concepts = {k: each for k, each in library.concepts.items() if k not in own}
    return Library(trees={**library.trees, tree.id: tree}, concepts=concepts)


def _way(route: Route) -> Option:
    return Option(route.id, route.title, route.at)
