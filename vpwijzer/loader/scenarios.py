"""Scenario and answers files into values."""

from collections.abc import Iterator

from vpwijzer.loader.build import Builder
from vpwijzer.loader.fields import Fields, fields, texts
from vpwijzer.loader.keys.choices import EXPECTATIONS, SEATS
from vpwijzer.loader.keys.parts import MAYBE_MORE
from vpwijzer.loader.rules import CONCEPT_AS_QUESTION
from vpwijzer.model import (
    UNKNOWN,
    UNKNOWN_VALUE,
    Answer,
    Expected,
    Scenario,
    Seat,
)
from vpwijzer.yamltext import Node, Text

EXPECTED_KINDS = {"bomen": "boom", "klokken": "klok", "begrippen": "begrip"}


def build_scenario(file: Fields, builder: Builder) -> Scenario:
    """Build a scenario; an answers file is one without expectations."""
    answers = list(read_answers(file, "antwoorden", builder))
    expected = fields(file.node("verwacht"))
    return Scenario(
        id=file.text("scenario"),
        title=file.text("titel"),
        story=file.text("verhaal"),
        start=builder.id("boom", file, "start"),
        seat=SEATS.get(file.text("stoel"), Seat.EMPLOYEE),
        answers={name.value: answer for name, answer in answers},
        answer_places={name.value: name.at for name, _ in answers},
        rest_unknown=file.text("rest") == UNKNOWN_VALUE,
        expected={
            expectation: tuple(_expected(heading, expected, builder))
            for heading, expectation in EXPECTATIONS.items()
            if expected.node(heading) is not None
        },
        at=file.at,
        answers_at=file.place_of_key("antwoorden"),
    )


def read_answers(
    file: Fields, key: str, builder: Builder
) -> Iterator[tuple[Text, Answer]]:
    """Give the answers under a key; reports those that no question offers."""
    for name, node in file.entries(key):
        if name.value in builder.names.ids["begrip"] - builder.names.questions:
            builder.report.add(CONCEPT_AS_QUESTION.at(name.at, name.value))
        elif builder.names.check_fact(name, builder.report):
            yield name, _answer(name, node, builder)


def _answer(name: Text, node: Node, builder: Builder) -> Answer:
    options = set()
    more = False
    for value in texts(node):
        if value.value in (MAYBE_MORE, UNKNOWN_VALUE):
            more = True
        elif builder.names.check_value(name, value, builder.report, unknown_too=False):
            options.add(value.value)
    return Answer(frozenset(options), more) if options else UNKNOWN


def _expected(heading: str, expected: Fields, builder: Builder) -> Iterator[Expected]:
    kind = EXPECTED_KINDS.get(heading, "route")
    for text in expected.texts(heading):
        if builder.names.check(kind, text, builder.report):
            yield Expected(text.value, text.at)
