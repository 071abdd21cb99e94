"""What consequences are about, and the levels they can have."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from vpwijzer.loader.fields import Fields, fields, fields_text
from vpwijzer.loader.report import Report, quoted, suggest_or_list
from vpwijzer.loader.rules import UNKNOWN_LEVEL
from vpwijzer.model import Aspect
from vpwijzer.yamltext import Node, Table, Text


def aspect(name: Text, place: Fields, report: Report) -> Aspect:
    """Build an aspect with its levels in order."""
    levels = {key.value: node for key, node in place.entries("niveaus")}
    made = Aspect(
        id=name.value,
        title=place.text("titel"),
        question=place.text("vraag"),
        levels={name: _level(node) for name, node in levels.items()},
        at=name.at,
        level_places={key.value: key.at for key, _ in place.entries("niveaus")},
        sets_apart=place.flag("onderscheidt"),
        phrases={
            name: fields(node).text("kort")
            for name, node in levels.items()
            if isinstance(node, Table)
        },
    )
    needs_answer = known_levels(place.texts("nooit-zonder-antwoord"), made, report)
    return replace(made, needs_answer=frozenset(needs_answer))


def _level(node: Node) -> str:
    return fields_text(node) or fields(node).text("tekst")


def known_levels(
    levels: Iterable[Text], aspect: Aspect, report: Report
) -> Iterator[str]:
    """Keep the levels that an aspect has and report the others."""
    for level in levels:
        if level.value in aspect.levels:
            yield level.value
        elif aspect.levels and level.value:
            hint = suggest_or_list(level.value, list(aspect.levels))
            names = aspect.id, quoted(level.value)
            report.add(UNKNOWN_LEVEL.at(level.at, *names, hint=hint))
