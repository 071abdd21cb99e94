"""Conditions and answers in the person's own words; no layout."""

from collections.abc import Iterable, Mapping

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
)
from vpwijzer.outcome import Reason, Ruling, Verdict
from vpwijzer.walk import chosen

DONT_KNOW = "Weet ik niet"

VERDICT_WORDS = {
    Verdict.APPLIES: "past",
    Verdict.OPEN: "misschien",
    Verdict.CLOSED: "valt af",
}


class Wording:
    """Puts facts into words with the texts of one library."""

    def __init__(self, library: Library) -> None:
        """Look up every question once."""
        self._library = library
        self.questions: Mapping[str, Question] = {
            question.id: question
            for tree in library.trees.values()
            for question in tree.questions
        }

    def question(self, question_id: str) -> str:
        """Give the text of a question."""
        return self.questions[question_id].text

    def answer(self, question: Question, answer: Answer) -> str:
        """Give an answer in the words of its options."""
        words = [option.text for option in chosen(question, answer)]
        if not words:
            return DONT_KNOW
        return ", ".join(words) + (" (en misschien meer)" if answer.more else "")

    def fact(self, question_id: str, answer: Answer) -> str:
        """Give a question with its answer."""
        question = self.questions[question_id]
        return f"{question.text} {self.answer(question, answer)}"

    def clause(self, clause: Clause) -> str:
        """Give a clause as the question with the answers that count."""
        concept = self._library.concepts.get(clause.fact)
        if concept is not None:
            negated = "niet: " if clause.values == {NO} else ""
            return f"{negated}{concept.title.lower()}"
        question = self.questions[clause.fact]
        texts = [o.text for o in question.options if o.id in clause.values]
        texts += [DONT_KNOW] if UNKNOWN_VALUE in clause.values else []
        return f"“{question.text}” → {_or(f'“{text}”' for text in texts)}"

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

    def reasons(self, ruling: Ruling) -> list[str]:
        """Say which answers decided about a route."""
        return list(dict.fromkeys(self._reason(r) for r in ruling.because))

    def _reason(self, reason: Reason) -> str:
        return self.clause(reason.clause)

    def settled_by(self, ruling: Ruling) -> list[str]:
        """Give the questions that would settle an open route."""
        return [self.question(name) for name in ruling.settled_by]


def _or(parts: Iterable[str]) -> str:
    return " of ".join(parts)
