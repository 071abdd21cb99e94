"""What changed between two records of the cases, each change with its cases."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path
from typing import TypeAlias

from recorded import CLOSED, MAYBE, NOT, WORDS

MOST = 4
"""As many cases are named at a change."""
SURE = "zeker"

Said: TypeAlias = dict[str, str]
"""What is said, in order, and how sure; of a route its verdict."""


def approved(folder: Path) -> dict[str, str]:
    return {file.stem: file.read_text(encoding="utf-8") for file in folder.iterdir()}


def approve(folder: Path, records: Mapping[str, str]) -> None:
    for file in folder.iterdir():
        if file.stem not in records:
            file.unlink()
    for case, record in records.items():
        (folder / f"{case}.txt").write_text(record, encoding="utf-8")


def changes(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Tell each change once, what changed in most cases first."""
    found: dict[str, list[str]] = {}
    for case in sorted({*before, *now}):
        for change in _changes(before.get(case), now.get(case)):
            found.setdefault(change, []).append(case)
    often = sorted(found.items(), key=lambda each: (-len(each[1]), each[0]))
    return [f"{change} in {_cases(cases)}" for change, cases in often]


def _cases(cases: list[str]) -> str:
    count = "1 geval" if len(cases) == 1 else f"{len(cases)} gevallen"
    more = [f"en {len(cases) - MOST} meer"] * (len(cases) > MOST)
    return f"{count} ({', '.join([*cases[:MOST], *more])})"


def _changes(before: str | None, now: str | None) -> Iterator[str]:
    if before == now:
        return
    if before is None or now is None:
        yield "alles: nieuw" if before is None else "alles: niet meer"
        return
    old, new = _read(before), _read(now)
    told = [
        change
        for owner in old
        if owner in new  # what stood on a route that went, went with it
        for change in (
            *_differences(old[owner], new[owner]),
            *_moved(old[owner], new[owner]),
        )
    ]
    yield from told or ["alles: anders opgeschreven"]


def _differences(old: Said, new: Said) -> Iterator[str]:
    for name in dict.fromkeys((*old, *new)):
        was, becomes = old.get(name), new.get(name)
        if becomes is None:
            yield f"{name}: niet meer{_unsure(was)}"
        elif was is None:
            yield f"{name}: nu{_unsure(becomes)}"
        elif was != becomes:
            yield f"{name}: nu {becomes} (was {was})"


def _unsure(state: str | None) -> str:
    return "" if state == SURE else f" {state}"


def _moved(old: Said, new: Said) -> Iterator[str]:
    """Give what is said as before, but elsewhere among what is."""
    left = [name for name in old if old[name] == new.get(name)]
    right = [name for name in new if new[name] == old.get(name)]
    steps = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
    for step, start, end, _, _ in steps:
        if step in {"delete", "replace"}:
            yield from (f"{name}: op een andere plek" for name in left[start:end])


def _read(record: str) -> dict[str, Said]:
    """Take a record apart; what stands on a route is kept apart under it."""
    case: Said = {}
    said = {"": case}
    route = ""
    for line in record.splitlines():
        kind, _, rest = line.strip().partition(":")
        names = rest.split(", ") if rest else []
        names = [name.strip() for name in names]
        if kind == CLOSED:
            case |= dict.fromkeys(names, kind)
        elif kind in WORDS.values():
            route, *marks = names
            case[route] = kind
            said[route] = {f"{route}: {mark}": SURE for mark in marks}
        elif line.startswith(" "):
            said[route] |= dict(_parts(route, kind, names))
        else:
            case |= {f"{kind} {name}": state for state, name in map(_sure, names)}
    return said


def _parts(route: str, kind: str, names: list[str]) -> Iterator[tuple[str, str]]:
    state, kind = _sure(kind)
    for name in names:
        if kind == "gevolg":
            aspect, _, level = name.partition(" ")
            yield f"{route}: {kind} {aspect}", level
        else:
            yield f"{route}: {kind} [{name}]", state


def _sure(name: str) -> tuple[str, str]:
    """Split off how sure something is said."""
    for word in (MAYBE, NOT):
        if name.startswith(word):
            return word.strip(), name.removeprefix(word)
    return SURE, name
