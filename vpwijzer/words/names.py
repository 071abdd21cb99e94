"""What each fixed choice is called on a screen."""

from collections.abc import Mapping
from enum import Enum

from vpwijzer.model import Actor, Kind, Promise, Seat, Severity, TrackKind
from vpwijzer.model import finding as found

NAMES: Mapping[Enum, str] = {
    Seat.ADVISER: "vp",
    Seat.EMPLOYEE: "medewerker",
    Seat.TRAINER: "trainer",
    Kind.FACT: "feit",
    Kind.WISH: "wens",
    Kind.SENSITIVE: "gevoelig",
    Severity.NOTE: "let-op",
    Severity.AGAINST: "afgeraden",
    Actor.PERSON: "jij",
    Actor.ADVISER: "de vertrouwenspersoon",
    Actor.EMPLOYER: "de werkgever",
    TrackKind.WAY: "weg",
    TrackKind.SUPPORT: "steun",
    TrackKind.WAITING: "wachten",
    TrackKind.OWN: "eigen",
    Promise.FIRST: "vooraan",
    Promise.APPLIES: "past",
    Promise.APPLIES_FREELY: "passend",
    Promise.VISIBLE: "zichtbaar",
    Promise.FIRST_SCREEN: "eerste-scherm",
    Promise.CLOSED: "dicht",
    Promise.WARNED: "gewaarschuwd",
    Promise.AGAINST: "afgeraden",
    Promise.ONE_APPLIES: "een-van-past",
    Promise.ONE_APPLIES_FREELY: "een-van-passend",
    Promise.ONE_VISIBLE: "een-van-zichtbaar",
    Promise.NEVER_TOGETHER: "nooit-samen",
    found.Severity.ERROR: "fout",
    found.Severity.WARNING: "waarschuwing",
}
