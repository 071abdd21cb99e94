"""The keys of what each seat reads beforehand, and settles and reads afterwards."""

from vpwijzer.loader.keys.choices import SEATS
from vpwijzer.loader.keys.parts import (
    ANY,
    CHECKED,
    FLAG,
    LINES,
    SOURCES,
    TEXT,
    UNLESS,
    WHEN,
)
from vpwijzer.loader.keys.shapes import (
    EitherOf,
    Key,
    ListOf,
    MapOf,
    Record,
    Words,
    need,
)

WAYS = "wegen"

OPENING = Record(
    (
        need("titel", TEXT, "De titel op het scherm."),
        Key("vragen", ListOf(TEXT), "Vragen uit een boom, vooraf aan wie hier zit."),
        need("tekst", LINES, "Wat er staat, per alinea."),
        CHECKED,
        SOURCES,
    )
)
OPENINGS = Record(
    (
        need(
            "openingen",
            Record(
                tuple(Key(s, OPENING, "Wat deze stoel eerst leest.") for s in SEATS)
            ),
            "Wat iemand leest vóór de eerste vraag, per stoel.",
        ),
    )
)
OPTION = Record(
    (
        need("tekst", TEXT, "Wat de persoon leest."),
        Key("uitleg", TEXT, "Een korte toelichting."),
        Key("alleen", FLAG, "Gaat niet samen met een andere keuze."),
        UNLESS,
    )
)
QUESTION = Record(
    (
        need("vraag", TEXT, "De vraag, na het overzicht."),
        Key("meer-antwoorden", FLAG, "Er mogen meer keuzes tegelijk."),
        Key("uitleg", TEXT, "Een korte toelichting voor de persoon."),
        Key("vp", TEXT, "Wat de VP zegt en niet vraagt."),
        need(
            "opties",
            EitherOf((Words((WAYS,)), MapOf(OPTION))),
            "De keuzes, of 'wegen' voor de wegen uit het overzicht.",
        ),
        WHEN,
        UNLESS,
    )
)
CLOSING = Record(
    (
        need("titel", TEXT, "De titel van de laatste bladzijde."),
        Key("bij", ListOf(TEXT), "Alleen na een gesprek over een van deze bomen."),
        WHEN,
        UNLESS,
        Key("vragen", MapOf(QUESTION, reserved=(ANY,)), "Wat je afspreekt."),
        need("tekst", LINES, "Wat onderaan staat, per alinea."),
        CHECKED,
        SOURCES,
    )
)
CLOSINGS = Record(
    (
        need(
            "afsluitingen",
            Record(tuple(Key(s, CLOSING, "Hoe deze stoel afsluit.") for s in SEATS)),
            "Wat iemand na het overzicht afspreekt en leest, per stoel.",
        ),
    )
)
