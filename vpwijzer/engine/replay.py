"""What replaying the answers of a conversation derives."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from vpwijzer.engine.logic import Truth, View, holds, settling
from vpwijzer.engine.relevance import Place, stake
from vpwijzer.model import (
    UNKNOWN,
    Answer,
    Facts,
    Library,
    Option,
    Question,
    Seat,
    Tree,
)


@dataclass(frozen=True, slots=True)
class Setting:
    """What is fixed before the first question."""

    library: Library = field(repr=False, compare=False)
    start: str
    seat: Seat
    known: Mapping[str, Answer]
    asks_all: bool = True
    """Whether a question is asked that changes nothing, or that only refines."""
    prefilled: Facts = field(default_factory=dict)
    """Answers given beforehand; each is given silently when its question comes.

    So a conversation with them is one in which somebody answered so, and whatever
    holds in every conversation holds in it.
    """


@dataclass(frozen=True, slots=True)
class Progress:
    """What replaying the answers derives; current is None when it is over."""

    facts: Facts
    asked: tuple[str, ...]
    walked: tuple[str, ...]
    current: Question | None
    skipped: tuple[str, ...] = ()
    """Questions that do not count any more; their facts are unknown."""
    put_off: tuple[str, ...] = ()
    """Questions that only refine and were not answered; their facts are unknown."""
    stake: frozenset[str] | None = None
    """Which questions still count; None where all of them are asked."""
    prefilled: tuple[str, ...] = ()
    """Questions that an answer given beforehand answered, silently."""


def replay(
    setting: Setting,
    answers: Mapping[str, Answer],
    rest: Answer | None = None,
    *,
    widest: bool = False,
) -> Progress:
    """Ask every question again with the answers given.

    Stops at the first question without an answer that counts, unless `rest`
    answers all of them. At its widest every tree is walked that may still follow,
    whatever they will be answered.
    """
    library = setting.library
    run = _Run(setting, dict(setting.known), {setting.start})
    for tree in library.trees.values():
        if tree.id not in run.queue:
            continue
        run.walked.append(tree.id)
        for number, question in enumerate(tree.questions):
            if _is_asked(question, run.facts, library):
                is_put_off = question.refines and not setting.asks_all
                given = setting.prefilled.get(question.id)
                is_prefilled = given is not None and question.id not in answers
                otherwise = given or (None if is_put_off else rest)
                answer = answers.get(question.id, otherwise)
                if answer is None and not is_put_off and run.counts(tree, number):
                    return run.progress(question)
                run.passed(question, answer, silently=is_prefilled)
            if question.id in run.facts:
                _imply(question, run.facts)
        run.queue |= following(tree, run.facts, setting)
        if widest:
            run.queue |= run.still_possible(tree, answers)
    return run.progress(None)


@dataclass(slots=True)
class _Run:
    """A replay on its way."""

    setting: Setting
    facts: dict[str, Answer]
    queue: set[str]
    asked: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    put_off: list[str] = field(default_factory=list)
    walked: list[str] = field(default_factory=list)
    stake: frozenset[str] | None = None
    prefilled: list[str] = field(default_factory=list)

    def counts(self, tree: Tree, number: int) -> bool:
        """Tell whether an answer to this question may change anything."""
        if self.setting.asks_all:
            return True
        trees = list(self.setting.library.trees.values())
        rest = replace(tree, questions=tree.questions[number:])
        later = trees[trees.index(tree) + 1 :]
        seat = self.setting.seat
        ahead = (rest, *(each for each in later if is_seated(each, seat)))
        guessed = {*self.skipped, *self.put_off}
        known = {name: self.facts[name] for name in self.facts if name not in guessed}
        self.stake = stake(Place(self.setting.library, known, self.queue, ahead))
        return tree.questions[number].id in self.stake

    def still_possible(self, tree: Tree, answers: Mapping[str, Answer]) -> set[str]:
        """Give the trees that follow or not by what was not answered yet."""
        setting, view = self.setting, self.view()
        waiting = set(self.asked) - answers.keys()
        possible = following(tree, self.facts, setting, Truth.UNKNOWN)
        return {
            follow_up.tree
            for follow_up in tree.follow_ups
            if follow_up.tree in possible
            and waiting & set(settling(follow_up.condition, view))
        }

    def view(self) -> View:
        """Give what is known by now, as at the end."""
        return View(self.facts, self.setting.library.concepts, over=True)

    def passed(
        self, question: Question, answer: Answer | None, *, silently: bool
    ) -> None:
        """Note a question with its answer, or else as not known."""
        answered = self.prefilled if silently else self.asked
        unanswered = self.put_off if question.refines else self.skipped
        (unanswered if answer is None else answered).append(question.id)
        self.facts[question.id] = answer or UNKNOWN

    def progress(self, current: Question | None) -> Progress:
        """Give what was derived until here."""
        return Progress(
            self.facts,
            tuple(self.asked),
            tuple(self.walked),
            current,
            tuple(self.skipped),
            tuple(self.put_off),
            self.stake if current else None,
            tuple(self.prefilled),
        )


def _is_asked(question: Question, facts: Facts, library: Library) -> bool:
    if question.id in facts:
        return False
    view = View(facts, library.concepts, over=True)
    return holds(question.condition, view) is not Truth.FALSE


def _imply(question: Question, facts: dict[str, Answer]) -> None:
    """Fill what an answer means, also one that was known and not asked."""
    for option in chosen(question, facts[question.id]):
        for clause in option.implies:
            facts.setdefault(clause.fact, Answer(clause.values))


def following(
    tree: Tree, facts: Facts, setting: Setting, truth: Truth = Truth.TRUE
) -> set[str]:
    """Give the trees whose condition to follow on a tree comes to this."""
    trees = setting.library.trees
    view = View(facts, setting.library.concepts, over=True)
    return {
        follow_up.tree
        for follow_up in tree.follow_ups
        if is_seated(trees[follow_up.tree], setting.seat)
        and holds(follow_up.condition, view) is truth
    }


def is_seated(tree: Tree, seat: Seat) -> bool:
    """Tell whether a tree may be walked from this seat."""
    return not tree.adviser_only or seat is Seat.ADVISER


def chosen(question: Question, answer: Answer) -> tuple[Option, ...]:
    """Give the options of an answer, in the order of the question."""
    return tuple(option for option in question.options if option.id in answer.options)
