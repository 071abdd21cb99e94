"""The script of the page leads and says what the engine does, step by step."""

from random import Random
from typing import Any

import pytest
from bundled import bundled
from javascript import Script, script

from vpwijzer.document.blocks import (
    Block,
    Inset,
    Line,
    Listing,
    Paragraph,
    Point,
    Role,
    Span,
)
from vpwijzer.engine.first_screen import first_screen
from vpwijzer.engine.outcome import decide
from vpwijzer.engine.remaining import questions_ahead
from vpwijzer.engine.ruling import Verdict
from vpwijzer.engine.walk import Walk, begin
from vpwijzer.model import UNKNOWN, Answer, Question, Seat
from vpwijzer.pages.first_screen import first_screen_page

VERDICTS = {Verdict.APPLIES: 3, Verdict.OPEN: 2, Verdict.CLOSED: 0}
LONG = 20_000
SHORT = 5


@pytest.fixture(scope="module", params=list(Seat))
def seated(request: pytest.FixtureRequest) -> tuple[Seat, Script]:
    return request.param, script(bundled(), request.param)


def seen(walk: Walk) -> dict[str, Any]:
    now, outcome = walk.progress, decide(walk)
    return {
        "asked": list(now.asked),
        "walked": list(now.walked),
        "current": now.current.id if now.current else None,
        "skipped": list(now.skipped),
        "putOff": list(now.put_off),
        "parked": sorted(walk.parked),
        "ahead": questions_ahead(walk),
        "ways": [
            [
                each.route.id,
                VERDICTS[each.verdict],
                each.tree,
                each.first,
                each.advised_against,
                each.meant_for,
                each.wished,
                list(each.settled_by),
            ]
            for each in outcome.rulings
        ],
        "clocks": [[each.clock.id, int(each.truth)] for each in outcome.clocks],
    }


def some_answer(dice: Random, question: Question) -> Answer:
    if question.unknown_allowed and dice.random() < 0.2:
        return UNKNOWN
    option = dice.choice(question.options)
    if not question.several or option.alone:
        return Answer(frozenset({option.id}))
    together = [each.id for each in question.options if not each.alone]
    chosen = dice.sample(together, dice.randint(1, min(3, len(together))))
    return Answer(frozenset(chosen), question.unknown_allowed and dice.random() < 0.3)


def talk(
    dice: Random, seat: Seat
) -> tuple[list[Walk], list[tuple[str, Answer | None]]]:
    """Hold a conversation with steps back and changes on the way."""
    library = bundled()
    starts = [
        tree.id
        for tree in library.trees.values()
        if tree.can_start and (seat is Seat.ADVISER or not tree.adviser_only)
    ]
    walks = [begin(library, dice.choice(starts), seat, asks_all=False)]
    steps: list[tuple[str, Answer | None]] = []
    while (now := walks[-1]).current is not None:
        chance = dice.random()
        if now.answers and chance < 0.06:
            steps.append(("", None))
            walks.append(now.back())
            continue
        if now.answers and chance < 0.12:
            name = dice.choice(list(now.answers))
            given = some_answer(dice, library.questions[name])
            walks.append(now.change(name, given))
        else:
            name = now.current.id
            given = some_answer(dice, now.current)
            walks.append(now.answer(given))
        steps.append((name, given))
    return walks, steps


def test_script_asks_and_rules_and_shows_what_the_engine_does(
    seated: tuple[Seat, Script], times: int
) -> None:
    seat, made = seated
    dice = Random(15)  # noqa: S311 - the same conversations each time
    for _ in range(SHORT if times == 1 else LONG // len(Seat)):
        walks, steps = talk(dice, seat)

        told = made.hold(walks[0].setting.start, steps, {}, {})

        assert told["steps"] == list(map(seen, walks))
        outcome = decide(walks[-1])
        page = first_screen_page(first_screen(walks[-1], outcome), bundled())
        assert only_letters(told["first"]) == only_letters(" ".join(words(page)))


def only_letters(text: str) -> str:
    return "".join(each for each in text if each.isalnum())


def words(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        match block:
            case Inset(inner):
                found += words(inner)
            case Listing(points):
                found += [each for point in points for each in pointed(point)]
            case Paragraph(line):
                found.append(plain(line))
            case _:
                found.append(plain(getattr(block, "line", ())))
    return found


def pointed(point: Point) -> list[str]:
    return [plain(point.line), *words(point.below)]


def plain(line: Line) -> str:
    return "".join(
        each if isinstance(each, str) else each.words
        for each in line
        if not (isinstance(each, Span) and each.role is Role.NUMBER)
    )
