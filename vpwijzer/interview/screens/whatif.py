"""Another wish for a moment: what it changes, and back to how it was."""

from vpwijzer.engine.outcome import decide
from vpwijzer.engine.outcome_diff import differences
from vpwijzer.engine.walk import Walk
from vpwijzer.interview.keys import BACK, GO_ON, STOP, Stopped, one
from vpwijzer.interview.menu import Asker, Choice, Menu, Picked, Pressed
from vpwijzer.interview.screens.answers_screen import changed
from vpwijzer.interview.screens.questions import answer_of, change_menu
from vpwijzer.interview.session import Now
from vpwijzer.model import Answer, Kind, Question
from vpwijzer.pages.question import what_if_page
from vpwijzer.words.wording import Wording

KEEP = "houd"
WHICH = "Wat als je iets anders wilt? Kies welk antwoord je voor even verandert."


def wishes(walk: Walk) -> tuple[Question, ...]:
    """Give the wishes that were asked; facts are not there to try out."""
    questions = Wording(walk.setting.library).questions
    asked = (questions[name] for name in walk.progress.asked)
    return tuple(question for question in asked if question.kind is Kind.WISH)


def try_out(asker: Asker, now: Now) -> Now:
    """Show what another wish changes; the same Now unless they keep it."""
    reply = asker.choose(wish_menu(now.walk))
    if isinstance(reply, Picked):
        question = next(q for q in wishes(now.walk) if q.id == one(reply))
        reply = asker.choose(change_menu(now.walk, question, with_notes=False))
        if isinstance(reply, Picked):
            return _show(asker, now, question, answer_of(reply.values))
    if reply == Pressed(STOP):
        raise Stopped
    return now


def wish_menu(walk: Walk) -> Menu:
    """List the wishes with their answers."""
    wording = Wording(walk.setting.library)
    return Menu(
        WHICH,
        choices=tuple(
            Choice(each.id, wording.fact(each.id, walk.answers[each.id]))
            for each in wishes(walk)
        ),
        commands={BACK: "terug", STOP: "stop"},
        back=BACK,
        clears=True,
    )


def _show(asker: Asker, now: Now, question: Question, answer: Answer) -> Now:
    walk = now.walk.change(question.id, answer)
    words = Wording(walk.setting.library).answers({question.id: answer})
    asker.show(what_if_page(words, differences(decide(now.walk), decide(walk))))
    menu = Menu(
        "",
        choices=(
            Choice(GO_ON, "Terug naar zoals het was"),
            Choice(KEEP, "Houd dit antwoord"),
        ),
        commands={BACK: "terug", STOP: "stop"},
        back=BACK,
    )
    reply = asker.choose(menu)
    if reply == Pressed(STOP):
        raise Stopped
    if reply == Picked(frozenset({KEEP})):
        return changed(now, question.id, answer)
    return now
