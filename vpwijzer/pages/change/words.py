"""The words for what differs; a field that is compared has a word here."""

from collections.abc import Mapping

from vpwijzer.diff import Kind, State

NAMES: Mapping[str, str] = {
    "trees": "Boom",
    "questions": "Vraag",
    "routes": "Route",
    "concepts": "Begrip",
    "tracks": "Traject",
    "aspects": "Aspect",
    "clocks": "Termijn",
    "contacts": "Contact",
    "sources": "Bron",
    "guarantees": "Waarborg",
    "jargon": "Woord",
    "openings": "Opening",
    "closings": "Slot",
    "places": "Voor een organisatie",
}

FIELDS: Mapping[str, str] = {
    "actor": "Wie dit doet",
    "adviser_does": "De VP doet",
    "adviser_does_not": "De VP doet niet",
    "adviser_note": "Voor de VP",
    "adviser_only": "Alleen voor de VP",
    "advisers": "VP's van een organisatie",
    "alone": "Gaat niet samen met een andere keuze",
    "anonymous": "Anoniem",
    "can_start": "Hier kan een gesprek beginnen",
    "cautions": "Let op",
    "certain": "Zeker",
    "checked": "Nagekeken op",
    "citations": "Bron",
    "condition": "Voorwaarde",
    "consequences": "Gevolg",
    "contact": "Contact",
    "contacts": "Contact",
    "cost": "Kosten",
    "desks": "Loket van een organisatie",
    "editor_note": "Redactie",
    "explanation": "Uitleg",
    "facts": "Wat een werkgever vooraf weet",
    "first_step": "Eerste stap",
    "fits": "Past bij de wens",
    "follow_ups": "Boom die volgt",
    "hours": "Bereikbaar",
    "implies": "Betekent ook",
    "is_help": "Telt als hulp",
    "kind": "Soort",
    "levels": "Niveau",
    "lines": "Zin",
    "mark": "Teken",
    "meant_for": "Bij uitstek",
    "mirror": "Spiegel voor een organisatie",
    "name": "Naam",
    "needs_answer": "Nooit zonder antwoord",
    "next": "Wat hierna kan",
    "open_norm": "Open norm",
    "options": "Keuze",
    "order": "Volgorde",
    "period": "Duur",
    "phone": "Telefoon",
    "phrases": "Om hardop te zeggen",
    "priority": "Vooraan",
    "promise": "Belofte",
    "promises": "Belofte van een werkgever",
    "purpose": "Waarvoor",
    "question": "Vraag",
    "questions": "Vraag",
    "recheck": "Opnieuw nakijken op",
    "refines": "Verfijnt alleen",
    "remark": "Opmerking",
    "routes": "Routes",
    "seat": "Stoel",
    "sets_apart": "Zegt waarin wegen verschillen",
    "several": "Meer antwoorden",
    "short": "Kort",
    "since": "Vanaf",
    "steps": "Stap",
    "subject": "Onderwerp",
    "summary": "Samenvatting",
    "terms": "Eigen termijn",
    "text": "Tekst",
    "texts": "Eigen tekst",
    "ties": "Band van een VP",
    "title": "Titel",
    "track": "Traject",
    "trees": "Bomen",
    "unknown_allowed": "“Weet ik niet” mag",
    "unsaid": "Wat geen werkgever zegt",
    "url": "Adres",
    "version": "Stand",
    "web": "Website",
    "while_open": "Zolang dit open is",
    "who_knows_more": "Wie meer weet",
    "why": "Waarom",
}

PARTS: Mapping[Kind, str] = {
    Kind.CAUTION: "let op",
    Kind.CONSEQUENCE: "gevolg",
    Kind.CONTACT: "contact",
    Kind.STEP: "stap",
    Kind.ADVISER_DOES: "de VP doet",
    Kind.ADVISER_DOES_NOT: "de VP doet niet",
}

VERDICT_NOW: Mapping[State, str] = {
    State.YES: "past nu",
    State.MAYBE: "past nu misschien",
    State.CLOSED: "valt nu af",
    State.NO: "is nu niet aan de orde",
}
VERDICT_WAS: Mapping[State, str] = {
    State.YES: "eerst paste deze",
    State.MAYBE: "eerst paste deze misschien",
    State.CLOSED: "eerst viel deze af",
    State.NO: "eerst was deze niet aan de orde",
}
SHOWN_NOW: Mapping[State, str] = {
    State.YES: "staat er nu",
    State.MAYBE: "staat er nu met “als”",
    State.NO: "staat er niet meer",
}
SHOWN_WAS: Mapping[State, str] = {
    State.YES: "eerst zeker",
    State.MAYBE: "eerst met “als”",
    State.NO: "eerst niet",
}
CLOCK_NOW: Mapping[State, str] = {
    State.YES: "loopt nu",
    State.MAYBE: "loopt nu misschien",
    State.NO: "loopt niet meer",
}
FLAGS: Mapping[Kind, tuple[str, str]] = {
    Kind.FIRST: ("staat nu vooraan", "staat niet meer vooraan"),
    Kind.AGAINST: ("wordt nu afgeraden", "wordt niet meer afgeraden"),
    Kind.MEANT: ("is nu juist voor dit geval", "is niet meer juist voor dit geval"),
    Kind.FITS: ("past nu bij de wens", "past niet meer bij de wens"),
    Kind.TREE: ("komt nu aan bod", "komt niet meer aan bod"),
    Kind.QUESTION: ("wordt nu gesteld", "wordt niet meer gesteld"),
}
"""What is seen now, and what is not seen any more."""

SEEN: Mapping[Kind, tuple[Mapping[State, str], Mapping[State, str]]] = {
    Kind.ROUTE: (VERDICT_NOW, VERDICT_WAS),
    Kind.CLOCK: (CLOCK_NOW, SHOWN_WAS),
    **dict.fromkeys(PARTS, (SHOWN_NOW, SHOWN_WAS)),
}


def change_words(kind: Kind, was: State, now: State) -> str:
    """Say how something is seen now, and how it was."""
    if kind in FLAGS:
        return FLAGS[kind][now is State.NO]
    said_now, said_was = SEEN[kind]
    return f"{said_now[now]}; {said_was[was]}"
