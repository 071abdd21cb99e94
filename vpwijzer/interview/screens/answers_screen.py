"""Every question asked so far with its answer, to change one of them."""

from dataclasses import replace

from vpwijzer.engine.replay import replay
from vpwijzer.engine.walk import Walk
from vpwijzer.interview.keys import BACK, STOP, Stopped, one
from vpwijzer.interview.menu import Asker, Choice, Menu, Picked, Pressed
from vpwijzer.interview.screens.questions import answer_of, change_menu
from vpwijzer.interview.session import Now
from vpwijzer.model import UNKNOWN, Answer
from vpwijzer.words.wording import Wording

NO_LONGER = "Niet meer gevraagd"
AGAIN = "Straks opnieuw"
NEEDLESS = "Niet meer nodig"
LATER = "Blijft staan"
BEFOREHAND = "(bekend van je organisatie)"


def look_back(asker: Asker, now: Now) -> Now:
    """Show the answers, and change the one that is chosen."""
    reply = asker.choose(overview_menu(now.walk))
    if reply == Pressed(STOP):
        raise Stopped
    if not isinstance(reply, Picked):
        return now
    return _change(asker, now, one(reply))


def overview_menu(walk: Walk) -> Menu:
    """List the questions asked with their answers, and the answers not used now."""
    wording = Wording(walk.setting.library)
    asked, prefilled = walk.progress.asked, walk.progress.prefilled
    title = "Je antwoorden. Typ een nummer om dat antwoord te veranderen."
    return Menu(
        title if asked or prefilled else "Je hebt nu geen antwoorden gegeven.",
        notes=(
            *_parked(walk, wording),
            *_later(walk, wording),
            *_skipped(walk, wording),
        ),
        choices=(
            *(Choice(name, wording.fact(name, walk.answers[name])) for name in asked),
            *(
                Choice(name, f"{wording.fact(name, given)} {BEFOREHAND}")
                for name in prefilled
                if (given := walk.answer_to(name)) is not None
            ),
        ),
        commands={BACK: "terug", STOP: "stop"},
        back=BACK,
        listed=bool(asked or prefilled),
        clears=True,
    )


def _parked(walk: Walk, wording: Wording) -> tuple[tuple[str, str], ...]:
    coming = replay(walk.setting, walk.answers, rest=UNKNOWN).asked
    return tuple(
        (AGAIN if name in coming else NO_LONGER, wording.fact(name, answer))
        for name, answer in walk.parked.items()
        if name not in walk.progress.skipped
    )


def _later(walk: Walk, wording: Wording) -> tuple[tuple[str, str], ...]:
    """Name the answers that were kept and whose questions come again."""
    return tuple(
        (LATER, wording.fact(name, answer))
        for name, answer in walk.answers.items()
        if name not in walk.progress.asked
    )


def _skipped(walk: Walk, wording: Wording) -> tuple[tuple[str, str], ...]:
    """Name the questions of which no answer would change the outcome."""
    return tuple((NEEDLESS, wording.question(name)) for name in walk.progress.skipped)


def _change(asker: Asker, now: Now, name: str) -> Now:
    question = Wording(now.walk.setting.library).questions[name]
    menu = change_menu(now.walk, question, with_notes=now.with_notes)
    match asker.choose(menu):
        case Picked(values):
            after = changed(now, name, answer_of(values))
            _say_parked(asker, now.walk, after.walk)
            return after
        case Pressed(key) if key == STOP:
            raise Stopped
    return now


def _say_parked(asker: Asker, before: Walk, after: Walk) -> None:
    """Say at once that answers do not count any more; the overview names them."""
    gone = after.parked.keys() - before.parked.keys()
    if len(gone) == 1:
        asker.say("1 antwoord telt nu niet mee. Met o zie je welk.")
    elif gone:
        asker.say(f"{len(gone)} antwoorden tellen nu niet mee. Met o zie je welke.")


def changed(now: Now, name: str, answer: Answer) -> Now:
    """Change one answer, and remember what it was before the first change."""
    before = now.walk.answer_to(name)
    original = {**({name: before} if before else {}), **now.original}
    if original.get(name) == answer:
        del original[name]
    return replace(now.on(now.walk.change(name, answer)), original=original)
