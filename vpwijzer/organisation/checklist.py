"""An organisation held against what must and should be arranged in one like it."""

from dataclasses import dataclass

from vpwijzer.engine.logic import Truth
from vpwijzer.engine.outcome import decide
from vpwijzer.engine.replay import replay
from vpwijzer.engine.ruling import Ruling, Verdict
from vpwijzer.engine.walk import Walk, begin
from vpwijzer.model import UNKNOWN, Facts, Library, Seat


@dataclass(frozen=True, slots=True)
class Checklist:
    """What is still to arrange, to find out, and there already, in order."""

    missing: tuple[Ruling, ...]
    unsure: tuple[Ruling, ...]
    there: tuple[Ruling, ...]


def checklist(library: Library, facts: Facts) -> Checklist | None:
    """Give what content asks of such an organisation; None when it asks nothing."""
    if not library.places.mirror:
        return None
    setting = begin(
        library, library.places.mirror, Seat.EMPLOYEE, prefilled=facts
    ).setting
    progress = replay(setting, {}, rest=UNKNOWN)
    walk = Walk(setting, dict.fromkeys(progress.asked, UNKNOWN), progress)
    found: dict[Verdict, list[Ruling]] = {each: [] for each in Verdict}
    for ruling in decide(walk).rulings:
        found[ruling.verdict].append(ruling)
    return Checklist(
        tuple(found[Verdict.APPLIES]),
        tuple(found[Verdict.OPEN]),
        tuple(filter(_is_done, found[Verdict.CLOSED])),
    )


def _is_done(ruling: Ruling) -> bool:
    """Tell whether it falls away because it is there, and not as it is needless."""
    return any(each.truth is Truth.TRUE for each in ruling.because)
