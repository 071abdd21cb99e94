"""A conversation as a value: answers given, and what replaying them derives."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from vpwijzer.engine.logic import Truth, View, settling
from vpwijzer.engine.replay import (
    Progress,
    Setting,
    chosen,
    following,
    is_seated,
    replay,
)
from vpwijzer.model import (
    UNKNOWN,
    Answer,
    Facts,
    Library,
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

    def answer_to(self, question_id: str) -> Answer | None:
        """Give the answer to a question, by the person or else beforehand."""
        is_prefilled = question_id in self.progress.prefilled
        beforehand = self.setting.prefilled[question_id] if is_prefilled else None
        return self.answers.get(question_id, beforehand)

    def answer(self, answer: Answer) -> "Walk":
        """Answer the current question; raises AnswerError when it does not fit."""
        if self.current is None:
            message = "the conversation is over"
            raise ValueError(message)
        check_answer(self.current, answer)
        answers = {**self.answers, self.current.id: answer}
        if not self.answers.keys() <= set(self.progress.asked):
            return self._with(answers)
        # Every answer so far comes before this question, so none can be parked.
        parked = {k: value for k, value in self.parked.items() if k not in answers}
        return Walk(self.setting, answers, replay(self.setting, answers), parked)

    def refine(self, question_id: str, answer: Answer) -> "Walk":
        """Answer a question that was put off, whenever someone wants to.

        Raises KeyError when it was not put off, AnswerError when the answer does
        not fit it.
        """
        if question_id not in self.progress.put_off:
            raise KeyError(question_id)
        check_answer(question_of(self.setting.library, question_id), answer)
        return self._with({**self.answers, question_id: answer})

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

        Raises KeyError when that question was not answered, also not beforehand, and
        AnswerError when the answer does not fit it.
        """
        if question_id not in {*self.answers, *self.progress.prefilled}:
            raise KeyError(question_id)
        check_answer(question_of(self.setting.library, question_id), answer)
        return self._with({**self.answers, question_id: answer})

    def _with(self, answers: Mapping[str, Answer]) -> "Walk":
        # Asking everything still open with "weet ik niet" asks at least what
        # any real ending asks: what is not asked even then, is parked.
        asked = set(replay(self.setting, answers, rest=UNKNOWN, widest=True).asked)
        kept = {key: value for key, value in answers.items() if key in asked}
        seen = {**self.parked, **self.answers, **answers}
        parked = {key: value for key, value in seen.items() if key not in kept}
        return Walk(self.setting, kept, replay(self.setting, kept), parked)


def begin(  # noqa: PLR0913 - each settles one thing of a conversation
    library: Library,
    start: str,
    seat: Seat,
    known: Facts | None = None,
    *,
    asks_all: bool = True,
    prefilled: Facts | None = None,
) -> Walk:
    """Start a conversation at a tree; raises KeyError when there is no such tree.

    Known answers are never asked; prefilled ones, such as those of an organisation,
    answer their question when it comes, and can be changed. Unless all is asked, a
    question that cannot change the outcome any more is skipped, and one that only
    refines it is put off until after it.
    """
    setting = Setting(
        library,
        library.trees[start].id,
        seat,
        {**seated(library, seat), **(known or {})},
        asks_all,
        prefilled or {},
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


def check_answer(question: Question, answer: Answer) -> None:
    """Raise AnswerError when a question does not offer this answer."""
    if not is_offered(question, answer):
        raise AnswerError(question, answer)


def is_offered(question: Question, answer: Answer) -> bool:
    """Tell whether a question offers an answer."""
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
    """Give the trees that "weet ik niet" left out and knowing more may queue."""
    trees = walk.setting.library.trees
    # Each try replays the conversation, so none is made once nothing can be found.
    left = {each.id for each in trees.values() if is_seated(each, walk.setting.seat)}
    left -= set(walk.progress.walked)
    more = left & {
        name
        for tree in walk.progress.walked
        for name in following(
            trees[tree], walk.progress.facts, walk.setting, Truth.UNKNOWN
        )
    }
    for answers in _known_later(walk):
        if left <= more:
            break
        then = replay(walk.setting, answers, rest=UNKNOWN)
        if _agree(answers, then.facts):
            more |= left & set(then.walked)
    return tuple(tree for tree in trees if tree in more)


def deciding_questions(walk: Walk) -> Iterator[tuple[Question, Tree]]:
    """Give each question of which is not known whether its answer opens a tree."""
    setting, facts = walk.setting, walk.progress.facts
    trees, questions = setting.library.trees, setting.library.questions
    for name in walk.progress.walked:
        possible = following(trees[name], facts, setting, Truth.UNKNOWN)
        for follow_up in trees[name].follow_ups:
            if follow_up.tree in possible - set(walk.progress.walked):
                for each in settling(follow_up.condition, walk.view):
                    if each in walk.answers:
                        yield questions[each], trees[follow_up.tree]


def _known_later(walk: Walk) -> Iterator[Facts]:
    """Give what the answers may become once one more is known; what was said stays."""
    questions = walk.setting.library.questions
    for name in walk.progress.asked:
        said = walk.answers[name]
        for option in questions[name].options if said.more else ():
            if not (option.alone and said.options):
                yield {**walk.answers, name: Answer(said.options | {option.id})}


def _agree(one: Facts, other: Facts) -> bool:
    """Tell whether nothing is answered differently in both."""
    return all(one[name] == other[name] for name in one.keys() & other.keys())
