"""Questions of a walk into menus, and replies back into answers."""

from vpwijzer.engine.remaining import questions_ahead
from vpwijzer.engine.walk import Walk
from vpwijzer.interview.keys import BACK, EXPLAIN, NOTES, OVERVIEW, PROVISIONAL, STOP
from vpwijzer.interview.menu import Choice, Menu
from vpwijzer.model import UNKNOWN, Answer, Question, Seat
from vpwijzer.words.numbers import counted
from vpwijzer.words.wording import DONT_KNOW

DONT_KNOW_VALUE = "?onbekend"
MORE_VALUE = "?meer"
MORE_TEXT = "En misschien nog meer, dat weet ik niet zeker"
FAR = 20
"""More questions than this are not counted out to a person."""
DONT_KNOW_MEANS = "Weet je het niet? Dan houden we alle wegen open."


def question_menu(walk: Walk, question: Question, *, with_notes: bool = True) -> Menu:
    """Make the menu of the current question, with an earlier answer preselected."""
    notes = _notes(walk.setting.seat, question, with_notes=with_notes)
    return Menu(
        title=question.text,
        notes=(*notes, *how_many(questions_ahead(walk))),
        explained=explanation_of(question),
        choices=_choices(question),
        several=question.several,
        selected=_values(walk.offered_answer),
        zero=DONT_KNOW_VALUE if question.unknown_allowed else "",
        commands=_commands(walk, question),
        back=BACK if walk.progress.asked else "",
        clears=True,
    )


def change_menu(walk: Walk, question: Question, *, with_notes: bool = True) -> Menu:
    """Make the menu of a question out of its turn, with the earlier answer if any."""
    return Menu(
        title=question.text,
        notes=_notes(walk.setting.seat, question, with_notes=with_notes),
        explained=explanation_of(question),
        choices=_choices(question),
        several=question.several,
        selected=_values(walk.answer_to(question.id)),
        zero=DONT_KNOW_VALUE if question.unknown_allowed else "",
        commands={BACK: "terug", EXPLAIN: "uitleg", STOP: "stop"},
        back=BACK,
        clears=True,
    )


def beforehand_menu(question: Question, seat: Seat) -> Menu:
    """Make the menu of a question to who sits here, before a conversation begins."""
    return Menu(
        title=question.text,
        notes=_notes(seat, question, with_notes=True),
        explained=explanation_of(question),
        choices=_choices(question),
        several=question.several,
        zero=DONT_KNOW_VALUE if question.unknown_allowed else "",
        commands={EXPLAIN: "uitleg", STOP: "stop"},
        clears=True,
    )


def how_many(most: int) -> tuple[tuple[str, str], ...]:
    """Say how many questions are to come at most, as a label and words.

    Far off nothing is said: that frightens, and most of those never come.
    """
    if most > FAR:
        return ()
    return (("Nog te gaan", f"hoogstens {counted(most, 'vraag', 'vragen')}"),)


def _notes(
    seat: Seat, question: Question, *, with_notes: bool
) -> tuple[tuple[str, str], ...]:
    notes = [("", question.explanation)]
    if with_notes and seat is not Seat.EMPLOYEE:
        notes.append(("VP", question.adviser_note))
    if with_notes and seat is Seat.TRAINER:
        notes.append(("feit", question.id))
    return tuple((label, text) for label, text in notes if text)


def _choices(question: Question) -> tuple[Choice, ...]:
    choices = [
        Choice(option.id, option.text, option.explanation, option.alone)
        for option in question.options
    ]
    if question.unknown_allowed:
        if question.several:
            choices.append(Choice(MORE_VALUE, MORE_TEXT))
        choices.append(Choice(DONT_KNOW_VALUE, DONT_KNOW, alone=True))
    return tuple(choices)


def _commands(walk: Walk, question: Question) -> dict[str, str]:
    back = {BACK: "terug"} if walk.progress.asked else {}
    now = walk.progress
    passed = now.asked or now.skipped or now.prefilled or walk.parked
    overview = {OVERVIEW: "antwoorden"} if passed else {}
    has_notes = question.adviser_note and walk.setting.seat is not Seat.EMPLOYEE
    notes = {NOTES: "notities"} if has_notes else {}
    return {
        **back,
        EXPLAIN: "uitleg",
        **overview,
        PROVISIONAL: "voorlopig",
        **notes,
        STOP: "stop",
    }


def _values(answer: Answer | None) -> frozenset[str]:
    if answer is None:
        return frozenset()
    if answer == UNKNOWN:
        return frozenset({DONT_KNOW_VALUE})
    return answer.options | ({MORE_VALUE} if answer.more else set())


def answer_of(values: frozenset[str]) -> Answer:
    """Turn chosen values into an answer."""
    options = values - {MORE_VALUE, DONT_KNOW_VALUE}
    return Answer(options, more=MORE_VALUE in values) if options else UNKNOWN


def explanation_of(question: Question) -> tuple[tuple[str, str], ...]:
    """Explain a question: its options and what the keys do."""
    options = [
        (option.text, option.explanation)
        for option in question.options
        if option.explanation
    ]
    several = "Je mag meer dan één keuze aanvinken. Enter gaat verder."
    keys = [("", several)] if question.several else []
    unknown = [("", DONT_KNOW_MEANS)] if question.unknown_allowed else []
    return (("", question.explanation), *options, *unknown, *keys)
