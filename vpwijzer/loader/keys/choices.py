"""The Dutch words an author chooses from, and what each stands for."""

from vpwijzer.model import (
    Actor,
    Expectation,
    Kind,
    Promise,
    Seat,
    Severity,
    TrackKind,
)

SEATS = {
    "medewerker": Seat.EMPLOYEE,
    "vp": Seat.ADVISER,
    "trainer": Seat.TRAINER,
}
KINDS = {"feit": Kind.FACT, "wens": Kind.WISH, "gevoelig": Kind.SENSITIVE}
SEVERITIES = {"let-op": Severity.NOTE, "afgeraden": Severity.AGAINST}
ACTORS = {
    "jij": Actor.PERSON,
    "vp": Actor.ADVISER,
    "werkgever": Actor.EMPLOYER,
}
TRACK_KINDS = {
    "weg": TrackKind.WAY,
    "steun": TrackKind.SUPPORT,
    "wachten": TrackKind.WAITING,
}
FRONT = "vooraan"
PROMISES = {
    FRONT: Promise.FIRST,
    "past": Promise.APPLIES,
    "passend": Promise.APPLIES_FREELY,
    "zichtbaar": Promise.VISIBLE,
    "eerste-scherm": Promise.FIRST_SCREEN,
    "dicht": Promise.CLOSED,
    "gewaarschuwd": Promise.WARNED,
    "afgeraden": Promise.AGAINST,
    "een-van-past": Promise.ONE_APPLIES,
    "een-van-passend": Promise.ONE_APPLIES_FREELY,
    "een-van-zichtbaar": Promise.ONE_VISIBLE,
    "nooit-samen": Promise.NEVER_TOGETHER,
}
EXPECTATIONS = {
    "past": Expectation.APPLIES,
    "open": Expectation.OPEN,
    "dicht": Expectation.CLOSED,
    "niet-genoemd": Expectation.ABSENT,
    "vooraan": Expectation.FIRST,
    "eerste-scherm": Expectation.FIRST_SCREEN,
    "afgeraden": Expectation.AGAINST,
    "bomen": Expectation.WALKED,
    "klokken": Expectation.RUNS,
    "begrippen": Expectation.CONCEPT,
}
