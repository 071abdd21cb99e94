"""A conversation as a value: answers given, and what replaying them derives."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vpwijzer.logic import Truth, View, holds
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


class AnswerError(Exception):
    """An answer the question does not offer; a bug or a wrong answers file."""

    def __init__(self, question: Question, answer: Answer) -> None:
        """Keep the question and the answer that does not fit it."""
        super().__init__(question.id)
        self.question = question
        self.answer = answer


@dataclass(frozen=True, slots=True)
class Setting:
    """What is fixed before the first question."""

    library: Library = field(repr=False, compare=False)
    start: str
    seat: Seat
    known: Mapping[str, Answer]


@dataclass(frozen=True, slots=True)
class Progress:
    """What replaying the answers derives; current is None when it is over."""

    facts: Facts
    asked: tuple[str, ...]
    walked: tuple[str, ...]
    current: Question | None


@dataclass(frozen=True, slots=True)
class Walk:
    """A conversation so far. Every step gives a new one.

    Parked answers belong to questions that are not asked any more. They are
    never used; they are offered again when their question returns.
    """

    setting: Setting
    answers: Mapping[str, Answer]
    progress: Progress
    parked: Mapping[str, Answer] = field(default_factory=dict, compare=False)

    @property
    def current(self) -> Question | None:
        """The question to ask now, or None when the conversation is over."""
        return self.progress.current

    @property
    def is_over(self) -> bool:
        """Whether every question has been asked."""
        return self.progress.current is None

    @property
    def offered_answer(self) -> Answer | None:
        """The answer given before to the current question, if any."""
        return self.parked.get(self.current.id) if self.current else None

    @property
    def view(self) -> View:
        """What is known now, for weighing conditions."""
        concepts = self.setting.library.concepts
        return View(self.progress.facts, concepts, over=self.is_over)

    def answer(self, answer: Answer) -> "Walk":
        """Answer the current question; raises AnswerError when it does not fit."""
        if self.current is None:
            message = "the conversation is over"
            raise ValueError(message)
        check_answer(self.current, answer)
        return self._with({**self.answers, self.current.id: answer})

    def back(self) -> "Walk":
        """Take the last answer back; at the first question this changes nothing.

        That is the one given last. After a change it may stand before others,
        which were kept.
        """
        given = [name for name in self.answers if name in self.progress.asked]
        if not given:
            return self
        rest = {key: self.answers[key] for key in self.answers if key != given[-1]}
        return self._with(rest)

    def change(self, question_id: str, answer: Answer) -> "Walk":
        """Change an answer given before and keep every other that is still asked.

        Raises KeyError when that question was not answered, AnswerError when
        the answer does not fit it.
        """
        if question_id not in self.answers:
            raise KeyError(question_id)
        check_answer(question_of(self.setting.library, question_id), answer)
        return self._with({**self.answers, question_id: answer})

    def _with(self, answers: Mapping[str, Answer]) -> "Walk":
        # Asking everything still open with "weet ik niet" asks at least what
        # any real ending asks: what is not asked even then, is parked.
        asked = set(replay(self.setting, answers, rest=UNKNOWN).asked)
        kept = {key: value for key, value in answers.items() if key in asked}
        seen = {**self.parked, **self.answers, **answers}
        parked = {key: value for key, value in seen.items() if key not in kept}
        return Walk(self.setting, kept, replay(self.setting, kept), parked)


def begin(
    library: Library,
    start: str,
    seat: Seat,
    known: Mapping[str, Answer] | None = None,
) -> Walk:
    """Start a conversation at a tree; raises KeyError when there is no such tree.

    Known answers, such as those of an organisation, are never asked.
    """
    setting = Setting(
        library,
        library.trees[start].id,
        seat,
        {**seated(library, seat), **(known or {})},
    )
    return Walk(setting, {}, replay(setting, {}))


def seated(library: Library, seat: Seat) -> Facts:
    """Give the answers that follow from who is sitting here."""
    return {
        question.id: Answer(frozenset({option.id}))
        for tree in library.trees.values()
        for question in tree.questions
        for option in question.options
        if option.seat is seat
    }


def replay(
    setting: Setting, answers: Mapping[str, Answer], rest: Answer | None = None
) -> Progress:
    """Ask every question again with the answers given.

    Stops at the first question without an answer, unless `rest` answers it.
    """
    library = setting.library
    facts = dict(setting.known)
    asked: list[str] = []
    walked: list[str] = []
    queue = {setting.start}
    for tree in library.trees.values():
        if tree.id not in queue:
            continue
        walked.append(tree.id)
        for question in tree.questions:
            if _is_asked(question, facts, library):
                answer = answers.get(question.id, rest)
                if answer is None:
                    return Progress(facts, tuple(asked), tuple(walked), question)
                asked.append(question.id)
                facts[question.id] = answer
            if question.id in facts:
                _imply(question, facts)
        queue |= _following(tree, facts, setting)
    return Progress(facts, tuple(asked), tuple(walked), None)


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


def _following(tree: Tree, facts: Facts, setting: Setting) -> set[str]:
    trees = setting.library.trees
    view = View(facts, setting.library.concepts, over=True)
    return {
        follow_up.tree
        for follow_up in tree.follow_ups
        if is_seated(trees[follow_up.tree], setting.seat)
        and holds(follow_up.condition, view) is not Truth.FALSE
    }


def is_seated(tree: Tree, seat: Seat) -> bool:
    """Tell whether a tree may be walked from this seat."""
    return not tree.adviser_only or seat is Seat.ADVISER


def chosen(question: Question, answer: Answer) -> tuple[Option, ...]:
    """Give the options of an answer, in the order of the question."""
    return tuple(option for option in question.options if option.id in answer.options)


def check_answer(question: Question, answer: Answer) -> None:
    """Raise AnswerError when a question does not offer this answer."""
    if not _is_offered(question, answer):
        raise AnswerError(question, answer)


def _is_offered(question: Question, answer: Answer) -> bool:
    options = chosen(question, answer)
    if len(options) < len(answer.options):
        return False
    if not options:
        return answer.more and question.unknown_allowed
    if any(option.alone for option in options):
        return len(options) == 1 and not answer.more
    return question.several or (len(options) == 1 and not answer.more)


def question_of(library: Library, question_id: str) -> Question:
    """Find a question by id; raises KeyError when there is none."""
    for tree in library.trees.values():
        for question in tree.questions:
            if question.id == question_id:
                return question
    raise KeyError(question_id)


def offered_trees(walk: Walk) -> tuple[str, ...]:
    """Give the trees that "weet ik niet" left out and a known answer would queue."""
    more: set[str] = set()
    for question_id in walk.progress.asked:
        if not walk.answers[question_id].more:
            continue
        for option in question_of(walk.setting.library, question_id).options:
            known = Answer(frozenset({option.id}))
            answers = {**walk.answers, question_id: known}
            more |= set(replay(walk.setting, answers, rest=UNKNOWN).walked)
    more -= set(walk.progress.walked)
    return tuple(tree for tree in walk.setting.library.trees if tree in more)
