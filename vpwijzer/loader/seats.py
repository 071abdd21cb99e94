"""What each seat reads before the first question, and settles after the outcome."""

from collections.abc import Iterator
from dataclasses import replace

from vpwijzer.loader.build import Builder
from vpwijzer.loader.fields import Fields
from vpwijzer.loader.keys.choices import SEATS
from vpwijzer.loader.names import FACT_KINDS, Names
from vpwijzer.loader.trees import TreeBuilder
from vpwijzer.model import Closing, Opening, Option, Question
from vpwijzer.yamltext import Text


def build_opening(seat: Text, place: Fields, builder: Builder) -> Opening:
    """Build what someone reads before the first question."""
    return Opening(
        seat=SEATS[seat.value],
        title=place.text("titel"),
        lines=builder.lines(place, "tekst", unknown_too=True),
        checked=place.text("nagekeken"),
        at=seat.at,
        citations=builder.citations(place),
        questions=tuple(
            name.value
            for name in place.texts("vragen")
            if builder.names.check_fact(name, builder.report)
        ),
    )


def build_closing(seat: Text, place: Fields, builder: Builder) -> Closing:
    """Build what someone settles and reads after the outcome."""
    return Closing(
        seat=SEATS[seat.value],
        title=place.text("titel"),
        lines=builder.lines(place, "tekst"),
        questions=_questions(place, builder),
        checked=place.text("nagekeken"),
        at=seat.at,
        trees=builder.ids("boom", place.texts("bij")),
        condition=builder.conditions.read(place),
        citations=builder.citations(place),
    )


def _questions(place: Fields, builder: Builder) -> tuple[Question, ...]:
    """Build questions of which conditions read each other only, never a tree."""
    asked = list(place.records("vragen"))
    names = _own_names(asked, builder.names)
    trees = TreeBuilder(Builder(names, builder.report), {})
    built = ((trees.question(name, each, each), each) for name, each in asked)
    return tuple(
        # Whoever does not know passes over; nothing stays open because of it.
        replace(
            question,
            options=tuple(_options(question, each, builder)),
            unknown_allowed=False,
        )
        for question, each in built
    )


def _options(question: Question, place: Fields, builder: Builder) -> Iterator[Option]:
    """Give options with their conditions, which read the walk."""
    places = {name.value: each for name, each in place.records("opties")}
    for option in question.options:
        condition = builder.conditions.read(places[option.id])
        yield replace(option, condition=condition)


def _own_names(asked: list[tuple[Text, Fields]], names: Names) -> Names:
    values = {
        name.value: tuple(option.value for option, _ in each.entries("opties"))
        or tuple(sorted(names.ids["route"]))
        for name, each in asked
    }
    is_whole = "afsluitingen" not in names.incomplete
    return replace(
        names,
        values=values,
        incomplete=frozenset() if is_whole else FACT_KINDS,
        questions=frozenset(values),
    )
