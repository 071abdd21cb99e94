"""The keys of trees, shared questions and the order of the trees."""

from vpwijzer.loader.keys.choices import KINDS, SEATS
from vpwijzer.loader.keys.parts import (
    ANY,
    CHECKED,
    EDITORS,
    FLAG,
    MAYBE_MORE,
    SHARED,
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
from vpwijzer.model import UNKNOWN_VALUE

OPTION = Record(
    (
        need("tekst", TEXT, "Wat de persoon leest."),
        Key("uitleg", TEXT, "Een korte toelichting."),
        Key("alleen", FLAG, "Gaat niet samen met een andere keuze."),
        Key("betekent", MapOf(TEXT), "Feiten die hiermee ook bekend zijn."),
        Key("stoel", Words(tuple(SEATS)), "Volgt uit wie er zit."),
    )
)
REFINES = Key(
    "verfijnt", FLAG, "Maakt het overzicht preciezer; komt daarna, als je wilt."
)
QUESTION_TEXT = (
    need("vraag", TEXT, "De vraag, aan de persoon om wie het gaat."),
    need("soort", Words(tuple(KINDS)), "Wat voor vraag het is."),
    Key("meer-antwoorden", FLAG, "Er mogen meer keuzes tegelijk."),
    Key("onbekend", FLAG, "Zet op 'nee' als 'weet ik niet' niet kan."),
    Key("uitleg", TEXT, "Een korte toelichting voor de persoon."),
    Key("vp", TEXT, "Wat de VP zegt en niet vraagt."),
    REFINES,
    EDITORS,
    need("opties", MapOf(OPTION, reserved=(UNKNOWN_VALUE, MAYBE_MORE)), "De keuzes."),
)
SHARED_HERE = Record(
    (
        need(SHARED, Words(("ja",)), "Deze vraag staat in gedeelde-vragen.yaml."),
        REFINES,
        WHEN,
        UNLESS,
    )
)
QUESTIONS = MapOf(
    EitherOf((Words((SHARED,)), SHARED_HERE, Record((*QUESTION_TEXT, WHEN, UNLESS)))),
    reserved=(ANY,),
)
TREE = Record(
    (
        need("boom", TEXT, "De naam van de boom, gelijk aan de bestandsnaam."),
        need("titel", TEXT, "De titel op het scherm."),
        need("onderwerp", TEXT, "Waar de boom over gaat, voor de keuzelijst."),
        Key("start", FLAG, "Met deze boom kan een gesprek beginnen."),
        need("aan", Words(("betrokkene", "vp")), "Aan wie de vragen gericht zijn."),
        CHECKED,
        need("vragen", QUESTIONS, "De vragen, in volgorde."),
        Key(
            "vervolg",
            ListOf(Record((need("boom", TEXT, "De boom die volgt."), WHEN, UNLESS))),
            "De bomen die volgen.",
        ),
    )
)
SHARED_QUESTIONS = Record(
    (
        need(
            "gedeelde-vragen",
            MapOf(Record(QUESTION_TEXT), reserved=(ANY,)),
            "Vragen voor meer bomen.",
        ),
    )
)
ORDER = Record((need("volgorde", ListOf(TEXT), "Alle bomen, in volgorde."),))
