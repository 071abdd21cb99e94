"""Conditions and answers in the person's own words; no layout."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from enum import Enum
from typing import TYPE_CHECKING

from vpwijzer.engine.logic import Truth, View, clauses_in, deciding, holds, weigh
from vpwijzer.engine.outcome_diff import Shift
from vpwijzer.engine.replay import chosen
from vpwijzer.engine.ruling import Reason, Ruling, Verdict, reasons
from vpwijzer.model import (
    NO,
    UNKNOWN_VALUE,
    AllOf,
    Answer,
    AnyOf,
    Clause,
    Condition,
    Item,
    Library,
    Question,
    Route,
)
from vpwijzer.model.finding import Finding
from vpwijzer.words.names import NAMES
from vpwijzer.words.sanitize import UNSEEN, inert

if TYPE_CHECKING:
    from vpwijzer.proof import Conversation

DONT_KNOW = "Weet ik niet"
MOST_PLACES = 3
"""Enough to see where to look; JSON has them all."""
ALWAYS = "Dit past bij elk antwoord."

SHIFT_WORDS = {
    Shift.FIRST: "Komt nu eerst",
    Shift.APPLIES: "Past nu ook",
    Shift.OPEN: "Is nu misschien mogelijk",
    Shift.CLOSED: "Valt nu af",
    Shift.AGAINST: "Wordt nu afgeraden",
    Shift.NOT_AGAINST: "Wordt niet meer afgeraden",
    Shift.FITS: "Past nu beter bij je antwoorden",
    Shift.NOT_FITS: "Past nu minder bij je antwoorden",
}

VERDICT_WORDS = {
    Verdict.APPLIES: "past",
    Verdict.OPEN: "misschien",
    Verdict.CLOSED: "valt af",
}

LEVELS_ARE_ESTIMATES = "De niveaus zijn een inschatting uit de praktijk, geen recht."


class Wording:
    """Puts facts into words with the texts of one library."""

    def __init__(self, library: Library) -> None:
        """Look up every question once."""
        self._library = library
        self.questions = library.questions

    def name(self, choice: Enum) -> str:
        """Give what a fixed choice is called."""
        return NAMES[choice]

    def question(self, question_id: str) -> str:
        """Give the text of a question."""
        return self.questions[question_id].text

    def answer(self, question: Question, answer: Answer) -> str:
        """Give an answer in the words of its options."""
        words = [option.text for option in chosen(question, answer)]
        if not words:
            return DONT_KNOW
        return "; ".join(words) + (" (en misschien meer)" if answer.more else "")

    def fact(self, question_id: str, answer: Answer) -> str:
        """Give a question with its answer."""
        question = self.questions[question_id]
        return f"{question.text} {self.answer(question, answer)}"

    def conversation(self, talk: "Conversation") -> tuple[str, ...]:
        """Give a conversation as questions and answers, after where it starts."""
        title = self._library.trees[talk.start].title
        start = f"Kleinste gesprek, vanaf “{title}”, stoel {NAMES[talk.seat]}:"
        return (start, *(self.fact(name, answer) for name, answer in talk.answers))

    def clause(self, clause: Clause) -> str:
        """Give a clause as the question with the answers that count."""
        concept = self._library.concepts.get(clause.fact)
        if concept is not None:
            negated = "niet: " if clause.values == {NO} else ""
            return f"{negated}{concept.title.lower()}"
        question = self.questions[clause.fact]
        return f"“{question.text}” → {self._options(clause)}"

    def _options(self, clause: Clause) -> str:
        options = self.questions[clause.fact].options
        texts = [option.text for option in options if option.id in clause.values]
        texts += [DONT_KNOW] if UNKNOWN_VALUE in clause.values else []
        return _or(f"“{text}”" for text in texts)

    def item(self, item: Item) -> str:
        """Give an item of a condition."""
        match item:
            case Clause():
                return self.clause(item)
            case AllOf():
                return self._joined(" én ", item.parts)
            case AnyOf():
                return self._joined(" óf ", item.parts)

    def _joined(self, word: str, parts: tuple[Item, ...]) -> str:
        """Join items; those made of more stand in brackets beside another."""
        if len(parts) == 1:
            return self.item(parts[0])
        return word.join(
            self.item(part) if isinstance(part, Clause) else f"({self.item(part)})"
            for part in parts
        )

    def condition(self, condition: Condition) -> str:
        """Give a condition as one phrase after "als"."""
        when = self._joined(" én ", condition.when)
        unless = self._joined(" óf ", condition.unless)
        if not unless:
            return when
        return f"{when}, tenzij {unless}" if when else f"niet: {unless}"

    def reasons(self, ruling: Ruling, view: View) -> list[str]:
        """Say which answers decided about a route, and what it needs instead."""
        together = [
            item
            for item in ruling.route.condition.when
            if not isinstance(item, Clause) and weigh(item, view) is Truth.FALSE
        ]
        said = set(clauses_in(together))
        lines = [self._choice(item, view) for item in together]
        lines += [self._reason(r, view) for r in ruling.because if r.clause not in said]
        if ruling.verdict is Verdict.APPLIES:
            lines = lines or self._led_to(ruling.route, view) or [ALWAYS]
            wished = self._wished(ruling.route, view) if ruling.fits_wish else ()
            lines += [f"Past bij {words}" for words in wished if words not in lines]
        return list(dict.fromkeys(lines))

    def _led_to(self, route: Route, view: View) -> list[str]:
        """Give the answers that led to the trees of a route."""
        over = replace(view, over=True)  # what was not asked led nowhere
        return [
            words
            for tree in self._library.trees.values()
            for follow_up in tree.follow_ups
            if follow_up.tree in route.trees
            if holds(follow_up.condition, over) is not Truth.FALSE
            for reason in reasons(follow_up.condition, over)
            for words in self._given(reason.clause, over)
        ]

    def _wished(self, route: Route, view: View) -> Iterator[str]:
        for item in route.fits:
            if weigh(item, view) is Truth.TRUE:
                for clause in deciding(item, view):
                    yield from self._given(clause, view)

    def _choice(self, item: Item, view: View) -> str:
        """Say what was answered where one of several answers was needed."""
        clauses = deciding(item, view)
        given = [words for clause in clauses for words in self._given(clause, view)]
        return f"{'; '.join(dict.fromkeys(given))}. Nodig is: {self.item(item)}"

    def _reason(self, reason: Reason, view: View) -> str:
        clause, needed = reason.clause, reason.truth is Truth.FALSE
        if clause.fact in self._library.concepts:
            words = (
                f"Nodig is: {self.clause(clause)}" if needed else self.clause(clause)
            )
            given = " en ".join(self._given(clause, view))
            words = words[:1].upper() + words[1:]
            return f"{words} ({given})" if given else words
        [words] = self._given(clause, view)
        options = self._options(clause)
        return f"{words}. Nodig is: {options}" if needed else words

    def _given(self, clause: Clause, view: View) -> list[str]:
        """Give the answers a clause rests on, each with its question."""
        concept = self._library.concepts.get(clause.fact)
        if concept is None:
            return [self._own(clause, view)]
        because = reasons(concept.condition, view)
        given = [words for r in because for words in self._given(r.clause, view)]
        return list(dict.fromkeys(given))

    def _own(self, clause: Clause, view: View) -> str:
        """Give an answer, or the part of it that counts when some of it does."""
        question, answer = self.questions[clause.fact], view.facts.get(clause.fact)
        if answer is None:
            return f"“{question.text}” → niet gevraagd"
        counts = Answer(answer.options & clause.values)
        words = self.answer(question, counts if counts.options else answer)
        return f"“{question.text}” → “{words}”"

    def answers(self, answers: Mapping[str, Answer]) -> str:
        """Give questions with other answers than were given, as one condition."""
        parts = (
            f"“{self.question(name)}” → “{self.answer(self.questions[name], answer)}”"
            for name, answer in answers.items()
        )
        return " én ".join(parts)

    def settled_by(self, ruling: Ruling) -> list[str]:
        """Give the questions that would settle an open route."""
        return [self.question(name) for name in ruling.settled_by]


def _or(parts: Iterable[str]) -> str:
    return " of ".join(parts)


def elsewhere(finding: Finding) -> Iterator[tuple[str, str]]:
    """Say where else the same is found, and what follows from it."""
    same = [_place(each) for each in finding.also if each.code == finding.code]
    if same:
        yield "ook op", _some(same)
    effects = [each for each in finding.also if each.code != finding.code]
    if effects:
        yield "daardoor ook", _some([f"{e.code} op {_place(e)}" for e in effects])


def _place(finding: Finding) -> str:
    return f"{inert(finding.at.file, UNSEEN)}:{finding.at.line}"


def _some(places: list[str]) -> str:
    left = len(places) - MOST_PLACES
    more = f" en nog op {left} andere" if left > 0 else ""
    return ", ".join(places[:MOST_PLACES]) + more
