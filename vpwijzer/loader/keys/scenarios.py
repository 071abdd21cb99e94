"""The keys of scenarios and of answers files."""

from vpwijzer.loader.keys.choices import EXPECTATIONS, SEATS
from vpwijzer.loader.keys.parts import TEXT, VALUES
from vpwijzer.loader.keys.shapes import Key, ListOf, MapOf, Record, Words, need

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
