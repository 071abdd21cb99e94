"""The keys of what content must keep: scenarios, answers files and guarantees."""

from vpwijzer.loader.keys.choices import EXPECTATIONS, FRONT, PROMISES, SEATS
from vpwijzer.loader.keys.parts import IF, TEXT, VALUES
from vpwijzer.loader.keys.shapes import (
    EitherOf,
    Key,
    ListOf,
    MapOf,
    Record,
    Words,
    need,
)

SCENARIO = Record(
    (
        need("scenario", TEXT, "De naam, gelijk aan de bestandsnaam."),
        need("titel", TEXT, "De titel."),
        need("verhaal", TEXT, "Het verzonnen verhaal."),
        need("start", TEXT, "De boom waarmee het gesprek begint."),
        Key("stoel", Words(tuple(SEATS)), "Wie er zit."),
        Key("rest", Words(("onbekend",)), "De rest is 'weet ik niet'."),
        need("antwoorden", MapOf(VALUES), "De antwoorden."),
        Key(
            "verwacht",
            Record(
                tuple(Key(e, ListOf(TEXT), "Wat eruit komt.") for e in EXPECTATIONS)
            ),
            "Wat eruit moet komen.",
        ),
    )
)
ANSWERS_FILE = Record(
    tuple(
        Key(key.name, key.shape, key.about, required=key.name == "antwoorden")
        for key in SCENARIO.keys
    )
)

CHOSEN = (
    Key("bij", ListOf(TEXT), "Alle routes van deze bomen."),
    Key("traject", ListOf(TEXT), "Alle routes van deze trajecten."),
    Key("gevolg", MapOf(VALUES), "Alle routes met zo'n gevolg."),
)
SELECTOR = EitherOf((ListOf(TEXT), Record(CHOSEN)))
AT_FRONT = EitherOf(
    (
        ListOf(TEXT),
        Record(
            (
                Key("routes", ListOf(TEXT), "De routes die vooraan staan."),
                *CHOSEN,
                Key("na", ListOf(TEXT), "Routes die er nog vóór mogen staan."),
            )
        ),
    )
)
ASKED = Record(
    (
        need("vraag", TEXT, "De vraag die gesteld moet zijn."),
        need(
            "voor",
            Record(
                (
                    Key("vraag", TEXT, "Vóór deze vraag."),
                    Key("route", TEXT, "Voordat deze route te zien is."),
                )
            ),
            "Waarvoor de vraag gesteld moet zijn.",
        ),
    )
)
GUARANTEE = Record(
    (
        need("waarom", TEXT, "Waarom dit altijd moet gelden."),
        Key("in", ListOf(TEXT), "Alleen in gesprekken die al deze bomen lopen."),
        IF,
        need(
            "dan",
            Record(
                (
                    Key(FRONT, AT_FRONT, "Routes die vóór alle andere staan."),
                    *(
                        Key(name, SELECTOR, "De routes.")
                        for name in PROMISES
                        if name != FRONT
                    ),
                    Key("gevraagd", ASKED, "Een vraag die eerst komt."),
                )
            ),
            "Eén belofte.",
        ),
    )
)

GUARANTEES = Record((need("waarborgen", MapOf(GUARANTEE), "De beloften."),))
