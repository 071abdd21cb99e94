"""The answers of a conversation as a few letters on paper, and back.

The code is a row of bits: a fingerprint of the content, where the conversation
began, and the answers in the order of the questions. After every few answers a part
of a digest over the names of questions and options tells whether they still mean
the same. It ends in a check modulo a prime.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeAlias

from vpwijzer.engine.base32 import Bits, CodeError, bits_of, spell
from vpwijzer.engine.replay import Setting, replay
from vpwijzer.engine.walk import AnswerError, Walk, begin, check_answer
from vpwijzer.model import Answer, Facts, Library, Question, Seat

CONTENT_BITS, SEAT_BITS = 15, 2
PART, PART_BITS = 5, 5
"""After so many answers, so many bits of the digest."""
SEATS = tuple(Seat)

Passed: TypeAlias = tuple[Question, Answer | None, bool]
"""A question, its answer, and whether it may stay open."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a code holds, as far as the content still asks it."""

    walk: Walk
    same_content: bool
    """Whether the questions and options are those the code was made with."""
    missing: int
    """How many of the last answers do not fit the content any more."""


def encode(walk: Walk) -> str:
    """Give the code of a conversation, in groups with a space between them.

    What was answered behind a question that is open again is left out. Raises
    ValueError when it has too many letters to check.
    """
    setting = walk.setting
    passed = _up_to_the_last_answer(_answered(walk))
    has_more = any(answer is not None for _, answer, optional in passed if optional)
    bits = Bits()
    bits.write(_content(setting.library), CONTENT_BITS)
    bits.write(SEATS.index(setting.seat), SEAT_BITS)
    bits.write_count(list(setting.library.trees).index(setting.start))
    bits.write(setting.asks_all, 1)
    bits.write(has_more, 1)
    bits.write_count(sum(answer is not None for _, answer, _ in passed))
    part = _Part(setting.start)
    for question in _beforehand(setting.library, setting.seat):
        known = setting.known.get(question.id)
        bits.write(known is not None, 1)
        if known is not None:
            part.put(question, known, bits)
    count = 0
    for question, answer, optional in passed:
        if optional and has_more:
            bits.write(answer is not None, 1)
        if answer is not None:
            part.put(question, answer, bits)
            count += 1
            if count % PART == 0:
                bits.write(part.check, PART_BITS)
    bits.write(part.check, PART_BITS)
    return spell(bits.row)


def decode(library: Library, code: str, prefilled: Facts | None = None) -> Decoded:
    """Give the conversation that a code holds; spaces and case do not matter.

    What is known of an organisation was not in the code, unless it was changed.

    Raises CodeError when it is misspelt, and KeyError when the content has no such
    beginning any more.
    """
    bits = Bits(bits_of(code))
    try:
        same_content = bits.read(CONTENT_BITS) == _content(library)
        seat, place = SEATS[bits.read(SEAT_BITS) % len(SEATS)], bits.read_count()
        asks_all, has_more = bits.read(1) == 1, bits.read(1) == 1
        count = bits.read_count()
    except EOFError:
        raise CodeError(code) from None
    start = dict(enumerate(library.trees))[place]
    part = _Part(start)
    said = _read_beforehand(_beforehand(library, seat), bits, part)
    setting = begin(
        library, start, seat, said, asks_all=asks_all, prefilled=prefilled
    ).setting
    sure: dict[str, Answer] = {}
    if said is not None:
        sure = _read(setting, bits, part, count, has_more=has_more)
    if same_content and len(sure) < count:
        raise CodeError(code)
    walk = Walk(setting, sure, replay(setting, sure))
    return Decoded(walk, same_content, count - len(sure))


def _beforehand(library: Library, seat: Seat) -> tuple[Question, ...]:
    """Give the questions that the opening of a seat asks."""
    opening = library.openings.get(seat)
    names = opening.questions if opening is not None else ()
    return tuple(library.questions[name] for name in names)


def _read_beforehand(
    questions: Iterable[Question], bits: Bits, part: "_Part"
) -> dict[str, Answer] | None:
    """Give what was answered in the opening; None where that does not fit any more."""
    try:
        return {each.id: part.take(each, bits) for each in questions if bits.read(1)}
    except (AnswerError, EOFError):
        return None


def _up_to_the_last_answer(passed: Iterable[Passed]) -> tuple[Passed, ...]:
    found = tuple(passed)
    answered = [place for place, (_, answer, _) in enumerate(found) if answer]
    return found[: answered[-1] + 1] if answered else ()


def _answered(walk: Walk) -> Iterator[Passed]:
    """Give each question up to the first that is open, its answer, if it may be."""
    answers: dict[str, Answer] = {}
    for question, optional in _passed(walk.setting, answers):
        answer = walk.answers.get(question.id)
        if answer is not None:
            answers[question.id] = answer
        elif not optional:
            return
        yield question, answer, optional


def _read(
    setting: Setting, bits: Bits, part: "_Part", count: int, *, has_more: bool
) -> dict[str, Answer]:
    """Give the answers of every part that still means what it meant."""
    sure, answers = dict[str, Answer](), dict[str, Answer]()
    try:
        for question, optional in _passed(setting, answers):
            if len(answers) == count:
                break
            if not optional or (has_more and bits.read(1)):
                answers[question.id] = part.take(question, bits)
                if len(answers) % PART == 0:
                    if bits.read(PART_BITS) != part.check:
                        return sure
                    sure = dict(answers)
        is_sure = len(answers) == count and bits.read(PART_BITS) == part.check
    except (AnswerError, EOFError):
        return sure
    return answers if is_sure else sure


def _passed(
    setting: Setting, answers: Mapping[str, Answer]
) -> Iterator[tuple[Question, bool]]:
    """Give each question as the answers grow, and whether it may stay open.

    It ends at a question that may not and did.
    """
    questions, seen = setting.library.questions, set[str]()
    while True:
        progress = replay(setting, answers)
        open_ = *progress.skipped, *progress.put_off, *progress.prefilled
        may_stay = set(open_) - seen
        waiting = [name for name in progress.facts if name in may_stay]
        if not waiting and progress.current is not None:
            waiting = [progress.current.id]
        if not waiting or waiting[0] in seen:
            return
        seen.add(waiting[0])
        yield questions[waiting[0]], waiting[0] in may_stay


def _width(question: Question) -> int:
    """Give the number of bits for an answer to a question."""
    choices, unknown = len(question.options), question.unknown_allowed
    return (
        choices + unknown if question.several else (choices + unknown - 1).bit_length()
    )


def _number(question: Question, answer: Answer) -> int:
    """Give the place of an answer, or a bit for each option and one for more."""
    marks = [option.id in answer.options for option in question.options] + [answer.more]
    if question.several:
        return sum(mark << place for place, mark in enumerate(marks))
    return marks.index(True)


def _answer(question: Question, number: int) -> Answer:
    """Give the answer with a number; one that is not offered where there is none."""
    choices = len(question.options)
    marks = number if question.several else 1 << number
    options = {o.id for place, o in enumerate(question.options) if marks >> place & 1}
    return Answer(frozenset(options), more=marks >> choices == 1)


@dataclass(slots=True)
class _Part:
    """A digest of what was answered so far, by the names of questions and options."""

    text: str

    def put(self, question: Question, answer: Answer, bits: Bits) -> None:
        """Write an answer."""
        bits.write(_number(question, answer), _width(question))
        self.text += f"\n{question.id}: {sorted(answer.options)} {answer.more}"

    def take(self, question: Question, bits: Bits) -> Answer:
        """Read an answer; raises AnswerError when the question does not offer it."""
        answer = _answer(question, bits.read(_width(question)))
        check_answer(question, answer)
        self.text += f"\n{question.id}: {sorted(answer.options)} {answer.more}"
        return answer

    @property
    def check(self) -> int:
        """A few bits of it."""
        return _digest(self.text, PART_BITS)


def _content(library: Library) -> int:
    """Give a fingerprint of which questions there are, and their options."""
    names = [
        (tree.id, [(each.id, [o.id for o in each.options]) for each in tree.questions])
        for tree in library.trees.values()
    ]
    return _digest(repr(names), CONTENT_BITS)


def _digest(text: str, bits: int) -> int:
    found = blake2b(text.encode(), digest_size=8).digest()
    return int.from_bytes(found) % (1 << bits)
