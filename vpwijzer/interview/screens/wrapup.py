"""After the outcome: what is settled, question by question, and then all of it."""

from dataclasses import replace

from vpwijzer.document.blocks import Page
from vpwijzer.engine.closing import Agreed, belongs, ready
from vpwijzer.engine.outcome import Outcome
from vpwijzer.engine.walk import Walk
from vpwijzer.interview.keys import (
    BACK,
    EXPLAIN,
    GO_ON,
    NOTES,
    PASS,
    STOP,
    STOP_CHOICE,
    Stopped,
)
from vpwijzer.interview.menu import Asker, Choice, Menu, Picked, Pressed
from vpwijzer.interview.screens.questions import explanation_of
from vpwijzer.interview.session import Now
from vpwijzer.model import Question, Seat
from vpwijzer.pages.closing import closing_page

AGAINST = "dit wordt nu afgeraden"


def can_wrap_up(walk: Walk) -> bool:
    """Tell whether there is something to settle or read after the outcome."""
    setting = walk.setting
    closing = setting.library.closings.get(setting.seat)
    return walk.is_over and closing is not None and belongs(closing, walk)


def wrap_up(asker: Asker, now: Now, outcome: Outcome) -> Now:
    """Go through the closing, and back to the outcome; raises Stopped."""
    setting = now.walk.setting
    chosen = now.agreed.chosen if now.agreed else {}
    closing = setting.library.closings[setting.seat]
    agreed = Agreed(ready(closing, now.walk, outcome, AGAINST), chosen)
    step = 0
    while 0 <= step <= len(agreed.asked):
        now = replace(now, agreed=agreed)
        if step == len(agreed.asked):
            step += _sum_up(asker, closing_page(agreed, now.walk, outcome))
            continue
        question = agreed.asked[step]
        match asker.choose(step_menu(now, agreed, question)):
            case Picked(values):
                agreed, step = agreed.choose(question, values), step + 1
            case Pressed(key) if key == PASS:
                step += 1  # what was agreed before stays
            case Pressed(key) if key == BACK:
                step -= 1
            case Pressed(key, ticked) if key == NOTES:
                agreed = agreed.choose(question, ticked)
                now = replace(now, with_notes=not now.with_notes)
            case _:
                raise Stopped
    return now


def _sum_up(asker: Asker, page: Page) -> int:
    """Show everything together; gives the steps to go."""
    asker.show(page)
    menu = Menu(
        "",
        choices=(
            Choice(GO_ON, "Terug naar het overzicht"),
            Choice(STOP_CHOICE, "Klaar, stoppen"),
        ),
        commands={BACK: "terug", STOP: "stop"},
        back=BACK,
    )
    reply = asker.choose(menu)
    if reply == Pressed(BACK):
        return -1
    if reply == Picked(frozenset({GO_ON})):
        return 1
    raise Stopped


def step_menu(now: Now, agreed: Agreed, question: Question) -> Menu:
    """Make the menu of one question, with what was chosen before preselected."""
    is_noted = now.walk.setting.seat is not Seat.EMPLOYEE and question.adviser_note
    notes = [("", question.explanation)]
    if is_noted and now.with_notes:
        notes.append(("VP", question.adviser_note))
    commands = {
        BACK: "terug",
        PASS: "sla over",
        EXPLAIN: "uitleg",
        NOTES: "notities" if is_noted else "",
        STOP: "stop",
    }
    return Menu(
        question.text,
        notes=tuple((label, words) for label, words in notes if words),
        explained=explanation_of(question),
        choices=tuple(
            Choice(each.id, each.text, each.explanation, each.alone)
            for each in question.options
        ),
        several=question.several,
        selected=frozenset(each.id for each in agreed.choices(question)),
        commands={key: words for key, words in commands.items() if words},
        back=BACK,
        clears=True,
    )
