"""Plays a fictional case and tells which of its expectations do not come out."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from vpwijzer.engine.first_screen import first_screen
from vpwijzer.engine.logic import Truth
from vpwijzer.engine.outcome import Outcome, decide
from vpwijzer.engine.replay import Setting, replay
from vpwijzer.engine.ruling import Ruling, Verdict
from vpwijzer.engine.walk import AnswerError, Walk, begin, check_answer
from vpwijzer.model import (
    UNKNOWN,
    Answer,
    Expectation,
    Expected,
    Library,
    Question,
    Scenario,
)
from vpwijzer.model.finding import Finding, Rule, Where

NO_ANSWER = Rule(
    "geen-antwoord",
    "de vraag '{}' wordt gesteld maar niet beantwoord",
    "vul het antwoord in{1}",
    where=Where.CASE,
    names_cause=True,
)
WRONG_ANSWER = Rule(
    "verkeerd-antwoord",
    "dit antwoord kan niet bij de vraag '{}'",
    "{1}",
    where=Where.CASE,
    names_cause=True,
)
UNUSED_ANSWER = Rule(
    "antwoord-niet-gebruikt",
    "de vraag '{}' wordt in dit gesprek niet gesteld",
    "haal het antwoord weg, of kijk waarom de vraag niet komt",
    where=Where.CASE,
    names_cause=True,
)
UNEXPECTED = Rule("verwachting", "{}", "{1}", where=Where.CASE, names_cause=True)


class NotAnsweredError(Exception):
    """A question was asked that the file does not answer."""

    def __init__(self, question: Question, earlier: tuple[str, ...]) -> None:
        """Keep the question without an answer, and those asked before it."""
        super().__init__(question.id)
        self.question = question
        self.earlier = earlier


@dataclass(frozen=True, slots=True)
class Played:
    """A case played to its end."""

    case: Scenario
    walk: Walk
    outcome: Outcome
    unused: tuple[str, ...]
    """Answers in the file to questions that were not asked."""
    unanswered: tuple[str, ...]
    """Questions that were asked and answered with "weet ik niet" by default."""


def play(
    library: Library,
    case: Scenario,
    *,
    rest_unknown: bool,
    known: Mapping[str, Answer] | None = None,
    prefilled: Mapping[str, Answer] | None = None,
) -> Played:
    """Give every answer of a case, in one replay however many there are.

    Raises NotAnsweredError when a question has no answer and the rest is not
    unknown, and AnswerError when an answer does not fit its question.
    """
    setting = begin(library, case.start, case.seat, known, prefilled=prefilled).setting
    progress = replay(setting, case.answers, rest=UNKNOWN)
    answers = {name: case.answers.get(name, UNKNOWN) for name in progress.asked}
    questions = library.questions
    for number, (name, answer) in enumerate(answers.items()):
        question = questions[name]
        if name in case.answers:
            check_answer(question, answer)
        elif not (rest_unknown and question.unknown_allowed):
            raise NotAnsweredError(question, progress.asked[:number])
    walk = Walk(setting, answers, progress)
    unused = tuple(name for name in case.answers if name not in answers)
    unanswered = tuple(name for name in answers if name not in case.answers)
    return Played(case, walk, decide(walk), unused, unanswered)


def brief(library: Library, case: Scenario, setting: Setting | None = None) -> Walk:
    """Hold a case as a person does: up to the overview, and nothing for nothing.

    For a case that was played; what it does not answer is not known.
    """
    known = setting.known if setting else None
    prefilled = setting.prefilled if setting else None
    walk = begin(
        library, case.start, case.seat, known, asks_all=False, prefilled=prefilled
    )
    while walk.current is not None:
        walk = walk.answer(case.answers.get(walk.current.id, UNKNOWN))
    return walk


def refined(walk: Walk, case: Scenario) -> Walk:
    """Answer what was put off and the case answers."""
    waiting = [name for name in walk.progress.put_off if name in case.answers]
    while waiting:
        walk = walk.refine(waiting[0], case.answers[waiting[0]])
        while walk.current is not None:
            walk = walk.answer(case.answers.get(walk.current.id, UNKNOWN))
        waiting = [name for name in walk.progress.put_off if name in case.answers]
    return walk


def check_scenario(library: Library, case: Scenario) -> tuple[Finding, ...]:
    """Play a scenario and report what does not come out, on its own line."""
    try:
        played = play(library, case, rest_unknown=case.rest_unknown)
    except NotAnsweredError as error:
        return (_not_answered(case, error),)
    except AnswerError as error:
        return (wrong_answer(case, error),)
    unused = [_unused(case, name) for name in played.unused]
    return (*unused, *failures(played))


def _not_answered(case: Scenario, error: NotAnsweredError) -> Finding:
    """Point at the answer after which one is missing."""
    question = error.question
    given = [case.answer_places[n] for n in error.earlier if n in case.answer_places]
    at = given[-1] if given else case.answers_at
    unknown = ", of schrijf 'rest: onbekend'" if question.unknown_allowed else ""
    return NO_ANSWER.at(at, question.id, unknown)


def wrong_answer(case: Scenario, error: AnswerError) -> Finding:
    """Point at an answer that its question does not offer."""
    at = case.answer_places.get(error.question.id, case.at)
    return WRONG_ANSWER.at(at, error.question.id, answer_hint(error.question))


def answer_hint(question: Question) -> str:
    """Say how a question may be answered."""
    options = ", ".join(option.id for option in question.options)
    how_many = "kies één of meer uit" if question.several else "kies er één uit"
    alone = [option.id for option in question.options if option.alone]
    apart = f"; '{alone[0]}' gaat niet samen met een andere keuze" if alone else ""
    unknown = ", of 'onbekend'" if question.unknown_allowed else ""
    return f"{how_many}: {options}{unknown}{apart}"


def _unused(case: Scenario, name: str) -> Finding:
    at = case.answer_places.get(name, case.at)
    return UNUSED_ANSWER.at(at, name)


Check = Callable[[Played, str], bool]


def _ruling(outcome: Outcome, route: str) -> Ruling | None:
    return next((r for r in outcome.rulings if r.route.id == route), None)


def _has(verdict: Verdict) -> Check:
    def check(played: Played, route: str) -> bool:
        ruling = _ruling(played.outcome, route)
        return ruling is not None and ruling.verdict is verdict

    return check


def _is_absent(played: Played, route: str) -> bool:
    return _ruling(played.outcome, route) is None


def _is_first(played: Played, route: str) -> bool:
    ruling = _ruling(played.outcome, route)
    return ruling is not None and ruling.first


def _is_advised_against(played: Played, route: str) -> bool:
    ruling = _ruling(played.outcome, route)
    return ruling is not None and ruling.advised_against


def _is_walked(played: Played, tree: str) -> bool:
    return tree in played.outcome.walked


def _runs(played: Played, clock: str) -> bool:
    return any(
        r.clock.id == clock and r.truth is Truth.TRUE for r in played.outcome.clocks
    )


def _is_so(played: Played, concept: str) -> bool:
    return played.outcome.concepts[concept] is Truth.TRUE


def _is_on_first_screen(played: Played, route: str) -> bool:
    return route in first_screen(played.walk, played.outcome).routes


EXPECTATIONS: Mapping[Expectation, tuple[Check, str]] = {
    Expectation.APPLIES: (_has(Verdict.APPLIES), "de route '{}' past niet"),
    Expectation.OPEN: (_has(Verdict.OPEN), "de route '{}' is niet open"),
    Expectation.CLOSED: (_has(Verdict.CLOSED), "de route '{}' valt niet af"),
    Expectation.ABSENT: (_is_absent, "de route '{}' wordt toch genoemd"),
    Expectation.FIRST: (_is_first, "de route '{}' staat niet vooraan"),
    Expectation.FIRST_SCREEN: (
        _is_on_first_screen,
        "de route '{}' staat niet op het eerste scherm",
    ),
    Expectation.AGAINST: (_is_advised_against, "de route '{}' wordt niet afgeraden"),
    Expectation.WALKED: (_is_walked, "de boom '{}' wordt niet gelopen"),
    Expectation.RUNS: (_runs, "de klok '{}' loopt niet"),
    Expectation.CONCEPT: (_is_so, "het begrip '{}' geldt niet"),
}


def failures(played: Played) -> Iterator[Finding]:
    """Report every expectation that does not come out."""
    for heading, expected in played.case.expected.items():
        comes_out, message = EXPECTATIONS[heading]
        for each in expected:
            if not comes_out(played, each.id):
                told = message.format(each.id), _actual(played.outcome, each)
                yield UNEXPECTED.at(each.at, *told)


def _actual(outcome: Outcome, expected: Expected) -> str:
    ruling = _ruling(outcome, expected.id)
    if ruling is None:
        return "verbeter de verwachting of de inhoud"
    words = {
        Verdict.APPLIES: "past",
        Verdict.OPEN: "is open",
        Verdict.CLOSED: "valt af",
    }
    against = ", afgeraden" if ruling.advised_against else ""
    deciding = ", ".join(dict.fromkeys(r.clause.fact for r in ruling.because))
    because = f" door {deciding}" if deciding else ""
    return f"de route {words[ruling.verdict]}{against}{because}"


def check_all(library: Library, cases: Iterable[Scenario]) -> Iterator[Finding]:
    """Report on every scenario."""
    for case in cases:
        yield from check_scenario(library, case)
