"""What comes out of a case by id, to be read and approved; no sentence of the content.

A part of a route has no id of its own. It is named by its condition, so that another
sentence changes nothing here and another rule does.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from vpwijzer.engine.logic import Truth, View, holds
from vpwijzer.engine.outcome import Outcome, Running, decide
from vpwijzer.engine.ruling import Effect, Ruling, Verdict
from vpwijzer.engine.scenario import play
from vpwijzer.engine.walk import Walk
from vpwijzer.model import (
    ALWAYS,
    AnyOf,
    Caution,
    Clause,
    Condition,
    Consequence,
    ContactLink,
    Item,
    Library,
    Line,
    Scenario,
)
from vpwijzer.words.names import NAMES

CLOSED, MAYBE, NOT = "valt af", "misschien ", "niet "
WORDS = {Verdict.APPLIES: "past", Verdict.OPEN: "open", Verdict.CLOSED: CLOSED}
TRUTHS = {Truth.TRUE: "", Truth.UNKNOWN: MAYBE, Truth.FALSE: NOT}

Part: TypeAlias = Caution | Line | ContactLink | Consequence
Naming: TypeAlias = Callable[[Part], str]


def held(library: Library, case: Scenario) -> Walk:
    return play(library, case, rest_unknown=case.rest_unknown).walk


def by_condition(part: Part) -> str:
    """Name a part by its condition, and a contact by its own id."""
    if isinstance(part, ContactLink):
        return part.contact
    return condition_id(part.condition)


def recorded(walk: Walk, name: Naming = by_condition) -> str:
    outcome = decide(walk)
    lines = [_line("gevraagd", walk.progress.asked), *_beside(outcome)]
    for ruling in outcome.rulings:
        if ruling.verdict is not Verdict.CLOSED:
            lines += said(ruling, walk.view, name)
    closed = [r.route.id for r in outcome.rulings if r.verdict is Verdict.CLOSED]
    return "\n".join((*lines, _line(CLOSED, closed), ""))


def _beside(outcome: Outcome) -> Iterator[str]:
    yield _line("bomen", outcome.walked)
    yield _line("ook aangeboden", outcome.offered_trees)
    known = {c: truth for c, truth in outcome.concepts.items() if truth is not None}
    yield _line("begrippen", (TRUTHS[truth] + c for c, truth in known.items()))
    yield _line("klokken", map(runs, outcome.clocks))


def runs(running: Running) -> str:
    return TRUTHS[running.truth] + running.clock.id


def said(ruling: Ruling, view: View, name: Naming = by_condition) -> Iterator[str]:
    marks = {
        "afgeraden": ruling.advised_against,
        "vooraan": ruling.first,
        "naar wens": ruling.fits_wish,
    }
    holding = (mark for mark, is_so in marks.items() if is_so)
    yield _line(WORDS[ruling.verdict], (ruling.route.id, *holding))
    if ruling.verdict is not Verdict.CLOSED:
        lines: dict[str, list[str]] = {}
        for kind, part in _parts(ruling, view, name):
            lines.setdefault(kind, []).append(part)
        yield from ("  " + _line(kind, _numbered(lines[kind])) for kind in lines)


def _parts(ruling: Ruling, view: View, name: Naming) -> Iterator[tuple[str, str]]:
    """Give what stands on a route, and of its texts those with a condition."""
    route = ruling.route
    for warned in ruling.cautions:
        kind = NAMES[warned.caution.severity]
        yield TRUTHS[warned.truth] + kind, name(warned.caution)
    for aspect, effect in ruling.effects.items():
        if len(route.consequences[aspect]) > 1:
            yield "gevolg", f"{aspect} {_level(effect, name)}"
    told: dict[str, tuple[Line | ContactLink, ...]] = {
        "stap": route.steps,
        "vp-doet": route.adviser_does,
        "vp-doet-niet": route.adviser_does_not,
        "contact": route.contacts,
    }
    for kind, lines in told.items():
        for line in lines:
            truth = holds(line.condition, view)
            if line.condition != ALWAYS and truth is not Truth.FALSE:
                yield TRUTHS[truth] + kind, name(line)


def _level(effect: Effect, name: Naming) -> str:
    chosen = effect.consequence
    level = chosen.level or "niet-geregeld"
    under = f" [{name(chosen)}]" * (chosen.condition != ALWAYS)
    return level + under + " of anders" * bool(effect.possible)


def condition_id(condition: Condition) -> str:
    when = _joined(" en ", condition.when)
    unless = _joined(" of ", condition.unless)
    both = f"{when} tenzij {unless}" if unless else when
    return both.strip() or "altijd"


def _joined(word: str, parts: tuple[Item, ...]) -> str:
    if len(parts) == 1:
        return _item(parts[0])
    return word.join(
        _item(part) if isinstance(part, Clause) else f"({_item(part)})"
        for part in parts
    )


def _item(item: Item) -> str:
    if isinstance(item, Clause):
        return f"{item.fact}={'/'.join(sorted(item.values))}"
    return _joined(" of " if isinstance(item, AnyOf) else " en ", item.parts)


def _numbered(names: Iterable[str]) -> Iterator[str]:
    """Tell apart what has the same name."""
    seen = Counter[str]()
    for name in names:
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} #{seen[name]}"


def _line(kind: str, names: Iterable[str]) -> str:
    return f"{kind}: {', '.join(names)}".rstrip()
