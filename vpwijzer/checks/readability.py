"""How plain the texts of content are: sentence length, reading ease, jargon."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from vpwijzer.checks.rules import JARGON, LONG_SENTENCE
from vpwijzer.model import ContactLink, Library, Line, Question, Route, Tree
from vpwijzer.model.finding import Finding
from vpwijzer.model.position import Position

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
class Said:
    """One text that the person across the table reads."""

    at: Position
    text: str


@dataclass(frozen=True, slots=True)
class Ease:
    """The figures of the texts of one file, or of all; ease needs syllables."""

    name: str
    words: int
    mean: float
    longest: int
    ease: float | None


def said(library: Library) -> Iterator[Said]:
    """Give every text that a person sees, not what only an adviser reads."""
    for tree in library.trees.values():
        yield from _said_in_tree(tree)
    for route in library.routes.values():
        if not all(library.trees[tree].adviser_only for tree in route.trees):
            yield from _said_in_route(route)
    for opening in library.openings.values():
        yield from (Said(opening.at, line) for line in opening.lines)
    for closing in library.closings.values():
        yield from _said_in_questions(closing.questions)
        yield from _lines(closing.lines)
    yield from _said_beside_routes(library)


def _said_beside_routes(library: Library) -> Iterator[Said]:
    for concept in library.concepts.values():
        yield Said(concept.at, concept.text)
        yield Said(concept.at, concept.who_knows_more)
    for clock in library.clocks.values():
        yield Said(clock.at, clock.text)
        yield Said(clock.at, clock.short)
    for contact in library.contacts.values():
        yield Said(contact.at, contact.purpose)
    for track in library.tracks.values():
        yield Said(track.at, track.text)


def _said_in_tree(tree: Tree) -> Iterator[Said]:
    if not tree.adviser_only:
        yield from _said_in_questions(tree.questions)


def _said_in_questions(questions: Iterable[Question]) -> Iterator[Said]:
    for question in questions:
        yield Said(question.at, question.text)
        yield Said(question.at, question.explanation)
        for option in question.options:
            yield Said(option.at, option.text)
            yield Said(option.at, option.explanation)


def _said_in_route(route: Route) -> Iterator[Said]:
    yield Said(route.at, route.title)
    yield Said(route.at, route.summary)
    yield Said(route.at, route.while_open)
    if route.first_step is not None:
        yield Said(route.first_step.at, route.first_step.text)
    for part in route.parts():
        if not isinstance(part, ContactLink):  # its words stand at the contact
            yield Said(part.at, part.text)


def _lines(lines: tuple[Line, ...]) -> Iterator[Said]:
    yield from (Said(line.at, line.text) for line in lines)


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
    """Report long sentences, and jargon that its own text does not explain."""
    for each in said(library):
        for words in sentences(each.text):
            if len(words) > LONGEST:
                start = " ".join(words[:6])
                yield LONG_SENTENCE.at(each.at, len(words), start)
        for word, plain in library.jargon.items():
            if _unexplained(word, plain, each.text):
                yield JARGON.at(each.at, word, plain)


def _unexplained(word: str, plain: str, text: str) -> bool:
    """Tell whether a text uses a word without brackets behind it or its plain form."""
    form = rf"\b{re.escape(word)}(?:e|en|s|de|den)?\b(?! \()"
    found = re.search(form, text, re.IGNORECASE)
    return found is not None and plain.lower() not in text.lower()
