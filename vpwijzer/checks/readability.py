"""How plain the texts of content are: sentence length, reading ease, jargon."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from vpwijzer.checks.rules import JARGON, LONG_SENTENCE, UNEXPLAINED
from vpwijzer.checks.texts import said
from vpwijzer.model import Library, Question
from vpwijzer.model.finding import Finding

LONGEST = 25
"""A sentence with more words than this is a finding."""
MEAN = 15
"""The mean sentence of a file has at most this many words."""
EASE = 60
"""The Flesch-Douma score of a file is at least this."""

SENTENCE_END = re.compile(r"(?<=[.?!:;])\s+")
WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

Syllables = Callable[[str], int]
"""How many syllables a word has."""


@dataclass(frozen=True, slots=True)
class Ease:
    """The figures of the texts of one file, or of all; ease needs syllables."""

    name: str
    words: int
    mean: float
    longest: int
    ease: float | None


def sentences(text: str) -> list[list[str]]:
    """Split a text into sentences of words; a sentence without words is none."""
    parts = (WORD.findall(part) for part in SENTENCE_END.split(text))
    return [words for words in parts if words]


def ease_of(name: str, texts: Iterable[str], syllables: Syllables | None) -> Ease:
    """Measure texts together; Flesch-Douma is the Dutch form of Flesch (Douma 1960)."""
    split = [words for text in texts for words in sentences(text)]
    count = sum(map(len, split))
    mean = count / len(split) if split else 0.0
    ease = None
    if syllables is not None and count:
        per_word = sum(syllables(word) for words in split for word in words) / count
        ease = 206.84 - 0.93 * mean - 77 * per_word
    return Ease(name, count, mean, max(map(len, split), default=0), ease)


def figures(library: Library, syllables: Syllables | None) -> tuple[Ease, ...]:
    """Measure every file, and all of them together as the last."""
    by_file: dict[str, list[str]] = {}
    for each in said(library):
        if each.text:
            by_file.setdefault(each.at.file, []).append(each.text)
    measured = [ease_of(file, texts, syllables) for file, texts in by_file.items()]
    everything = [text for texts in by_file.values() for text in texts]
    return (*measured, ease_of("alles samen", everything, syllables))


def check_plain(library: Library) -> Iterator[Finding]:
    """Report long sentences, unexplained jargon and questions without explanation."""
    for question in _asked(library):
        if not question.explanation:
            yield UNEXPLAINED.at(question.at, question.id)
    for each in said(library):
        for words in sentences(each.text):
            if len(words) > LONGEST:
                start = " ".join(words[:6])
                yield LONG_SENTENCE.at(each.at, len(words), start)
        for word, plain in library.jargon.items():
            if _unexplained(word, plain, each.text):
                yield JARGON.at(each.at, word, plain)


def _asked(library: Library) -> Iterator[Question]:
    """Give every question once, also what is asked after the outcome."""
    yield from library.questions.values()
    for closing in library.closings.values():
        yield from closing.questions


def _unexplained(word: str, plain: str, text: str) -> bool:
    """Tell whether a text uses a word without brackets behind it or its plain form."""
    form = rf"\b{re.escape(word)}(?:e|en|s|de|den)?\b(?! \()"
    found = re.search(form, text, re.IGNORECASE)
    return found is not None and plain.lower() not in text.lower()
