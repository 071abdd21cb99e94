"""Outcomes and findings as plain data, for JSON."""

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

from vpwijzer.engine.first_screen import FirstScreen, first_screen, ranked
from vpwijzer.engine.logic import Truth
from vpwijzer.engine.outcome import Outcome
from vpwijzer.engine.ruling import Ruling
from vpwijzer.engine.scenario import Played, brief, refined
from vpwijzer.model import Answer, Library, Seat, Severity
from vpwijzer.model import finding as found
from vpwijzer.model.finding import Finding, is_broken
from vpwijzer.words.contacts import clock_words, reached, said

if TYPE_CHECKING:
    from vpwijzer.proof import Conversation, Proof

Data: TypeAlias = (
    "str | int | float | bool | Sequence[Data] | Mapping[str, Data] | None"
)

NULLABLE: Mapping[Truth | None, bool | None] = {
    Truth.TRUE: True,
    Truth.FALSE: False,
    Truth.UNKNOWN: None,
    None: None,
}
"""JSON has no third truth value but null."""

# Other programs read these words, whatever a screen says.
CAUTIONS = {Severity.NOTE: "let-op", Severity.AGAINST: "afgeraden"}
FINDINGS = {found.Severity.ERROR: "fout", found.Severity.WARNING: "waarschuwing"}
SEATS = {
    Seat.ADVISER: "vp",
    Seat.EMPLOYEE: "medewerker",
    Seat.TRAINER: "trainer",
}

PAINTS = re.compile(
    "[\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
"""Signs that JSON may hold as they are, but a terminal obeys."""


def to_json(data: Data) -> str:
    """Write data as one JSON object."""
    return PAINTS.sub(_escaped, json.dumps(data, ensure_ascii=False, indent=2))


def _escaped(sign: re.Match[str]) -> str:
    return f"\\u{ord(sign[0]):04x}"


def played_data(played: Played) -> dict[str, Data]:
    """Describe a case that was played to its end."""
    outcome, library = played.outcome, played.walk.setting.library
    short = refined(brief(library, played.case, played.walk.setting), played.case)
    return {
        "facts": {name: _answer(answer) for name, answer in outcome.facts.items()},
        "prefilled": list(played.walk.progress.prefilled),
        "walked": list(outcome.walked),
        "unused_answers": list(played.unused),
        "unanswered": list(played.unanswered),
        **outcome_data(outcome, library),
        "screen": screen_data(first_screen(short, outcome), library),
    }


def _answer(answer: Answer) -> Data:
    """Give a set of options, as a lower bound when there may be more.

    "Weet ik niet" is no option, with more possible.
    """
    return {"options": sorted(answer.options), "more": answer.more}


def screen_data(screen: FirstScreen, library: Library) -> dict[str, Data]:
    """Describe a first screen."""
    return {
        "now": [
            {
                "route": each.ruling.route.id,
                "contacts": [
                    {"id": contact.id, "title": contact.name, "number": contact.phone}
                    for contact in each.contacts
                ],
            }
            for each in screen.now
        ],
        "clocks": [
            {"id": clock.id, "text": clock_words(clock, library)}
            for clock in screen.clocks
        ],
        "ways": [
            {
                "track": way.ruling.route.track,
                "route": way.ruling.route.id,
                "phrase": ", ".join(way.phrases),
                "others": way.others,
                "hangs_on": way.hangs_on.id if way.hangs_on else None,
            }
            for way in screen.ways
        ],
        "support": [ruling.route.id for ruling in screen.support],
        "tomorrow": [said(step, library) for step in screen.tomorrow],
        "own_contacts": [
            {"route": ruling.route.id, "contact": reached(contact)}
            for ruling, contact in screen.own_contacts
        ],
        "own_ways": [ruling.route.id for ruling in screen.own_ways],
        "prefilled": screen.prefilled,
        "own_clock": screen.own_clock.id if screen.own_clock else None,
        "questions": screen.questions,
        "offered_trees": [tree.id for tree in screen.offered],
    }


def outcome_data(outcome: Outcome, library: Library) -> dict[str, Data]:
    """Describe an outcome; routes stand in the order to show them."""
    ranks = {
        ruling.route.id: place
        for rulings in ranked(outcome, library).values()
        for place, ruling in enumerate(rulings, 1)
    }
    return {
        "concepts": {name: NULLABLE[t] for name, t in outcome.concepts.items()},
        "offered_trees": list(outcome.offered_trees),
        "clocks": [
            {
                "id": running.clock.id,
                "title": running.clock.title,
                "period": running.clock.period,
                "since": running.clock.since,
                "text": said(running.clock, library),
                "routes": list(running.clock.routes),
                "holds": NULLABLE[running.truth],
            }
            for running in outcome.clocks
        ],
        "routes": [_ruling(ruling, ranks, library) for ruling in outcome.rulings],
    }


def _ruling(
    ruling: Ruling, ranks: Mapping[str, int], library: Library
) -> dict[str, Data]:
    return {
        "id": ruling.route.id,
        "title": ruling.route.title,
        "track": ruling.route.track,
        "tree": ruling.tree,
        "verdict": ruling.verdict.value,
        "first": ruling.first,
        "rank": ranks[ruling.route.id],
        "meant_for": ruling.meant_for,
        "fits_wish": ruling.fits_wish,
        "advised_against": ruling.advised_against,
        "because": [
            {
                "fact": reason.clause.fact,
                "values": sorted(reason.clause.values),
                "holds": NULLABLE[reason.truth],
            }
            for reason in ruling.because
        ],
        "cautions": [
            {
                "severity": CAUTIONS[warned.caution.severity],
                "text": said(warned.caution, library),
                "holds": NULLABLE[warned.truth],
            }
            for warned in ruling.cautions
        ],
        "settled_by": list(ruling.settled_by),
        "consequences": {
            aspect: {
                "level": effect.consequence.level or None,
                "text": effect.consequence.text or None,
            }
            for aspect, effect in ruling.effects.items()
        },
    }


def check_data(
    library: Library, findings: Iterable[Finding], proof: "Proof | None" = None
) -> dict[str, Data]:
    """Describe the result of checking content; counts of conversations are text.

    JSON readers lose digits of numbers this large.
    """
    findings = tuple(findings)
    return {
        "ok": not is_broken(findings),
        "conversations": str(proof.total) if proof and proof.counts else None,
        "starts": [_start(name, proof) for name in proof.counts] if proof else [],
        "shares": [
            {"id": name, "share": float(share)}
            for name, share in (proof.shares if proof else {}).items()
        ],
        "guarantees": [
            {"id": name, "holds": proof.guarantees[name] if proof else None}
            for name in library.guarantees
        ],
        "counts": {
            "trees": len(library.trees),
            "questions": len(library.questions),
            "routes": len(library.routes),
            "concepts": len(library.concepts),
            "scenarios": len(library.scenarios),
            "sources": len(library.sources),
        },
        "findings": [
            {**_finding(finding), "conversation": _shown(finding, proof)}
            for finding in findings
        ],
    }


def _finding(finding: Finding) -> dict[str, Data]:
    return {
        **_place(finding),
        "severity": FINDINGS[finding.severity],
        "message": finding.message,
        "hint": finding.hint,
        "also": [_place(each) for each in finding.also],
    }


def _place(finding: Finding) -> dict[str, Data]:
    return {
        "code": finding.code,
        "file": finding.at.file,
        "line": finding.at.line,
        "column": finding.at.column,
    }


def _start(name: str, proof: "Proof") -> dict[str, Data]:
    """Describe what was counted from one start, up to the overview."""
    return {
        "id": name,
        "conversations": str(proof.counts[name]),
        "most_questions": proof.longest.get(name),
        "longest": _talk(proof.longest_talks.get(name)),
    }


def _shown(finding: Finding, proof: "Proof | None") -> Data:
    return _talk(proof.conversations.get(finding) if proof else None)


def _talk(talk: "Conversation | None") -> Data:
    if talk is None:
        return None
    return {
        "start": talk.start,
        "seat": SEATS[talk.seat],
        "answers": [
            {"question": name, "options": sorted(given.options), "more": given.more}
            for name, given in talk.answers
        ],
    }
