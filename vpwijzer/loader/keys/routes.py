"""The keys of routes and concepts."""

from vpwijzer.loader.keys.choices import ACTORS, SEVERITIES
from vpwijzer.loader.keys.parts import (
    CALLS,
    CHECKED,
    EDITORS,
    FLAG,
    IF,
    ITEMS,
    LINES,
    NOT_ARRANGED,
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

CONTACT_LINKS = ListOf(
    EitherOf((TEXT, Record((IF, need("contact", TEXT, "Een contact.")))))
)
EFFECT_KEYS = (
    need("niveau", TEXT, "Een niveau uit aspecten.yaml."),
    need("tekst", TEXT, "Wat dat hier betekent."),
)
EFFECT = EitherOf(
    (
        Words((NOT_ARRANGED,)),
        Record(EFFECT_KEYS),
        ListOf(EitherOf((Words((NOT_ARRANGED,)), Record((IF, *EFFECT_KEYS))))),
    )
)
CAUTION = Record(
    (
        IF,
        need("ernst", Words(tuple(SEVERITIES)), "Hoe zwaar het weegt."),
        need("want", TEXT, "De reden."),
        CALLS,
        EDITORS,
    )
)
FIRST_STEP = EitherOf(
    (
        TEXT,
        Record(
            (
                need("tekst", TEXT, "Wat iemand doet, zonder nummer."),
                need("contact", TEXT, "Een contact; het nummer komt achter de tekst."),
            )
        ),
    )
)
ROUTE = Record(
    (
        need("route", TEXT, "De naam van de route, gelijk aan de bestandsnaam."),
        need("titel", TEXT, "De titel op het scherm."),
        need("traject", TEXT, "Een traject uit trajecten.yaml."),
        need("bij", ListOf(TEXT), "De bomen waar deze route bij hoort."),
        need("wie", Words(tuple(ACTORS)), "Wie er iets doet."),
        CHECKED,
        need("samenvatting", TEXT, "In twee of drie zinnen wat deze weg is."),
        Key("voorrang", ITEMS, "Wanneer deze route vooraan staat: alleen veiligheid."),
        WHEN,
        UNLESS,
        Key("bij-uitstek", ITEMS, "Feiten waar deze route juist voor is."),
        Key("past-bij", ITEMS, "Wensen waar deze route bij past."),
        Key("let-op", ListOf(CAUTION), "Waarschuwingen."),
        Key("zolang-open", TEXT, "Wat je doet zolang niet alles bekend is."),
        Key("eerste-stap", FIRST_STEP, "Wat je morgen doet, in één zin."),
        need("stappen", LINES, "De stappen."),
        need("gevolgen", MapOf(EFFECT), "De gevolgen, per aspect."),
        Key("contacten", CONTACT_LINKS, "Contacten uit contacten.yaml."),
        need("vp-doet", LINES, "Wat de VP doet."),
        need("vp-doet-niet", LINES, "Wat de VP niet doet."),
        Key("daarna", ListOf(TEXT), "Routes die kunnen volgen."),
        SOURCES,
        EDITORS,
    )
)
CONCEPT = Record(
    (
        need("begrip", TEXT, "De naam van het begrip, gelijk aan de bestandsnaam."),
        need("titel", TEXT, "De titel op het scherm."),
        Key("open-norm", FLAG, "Een rechter of commissie beslist hierover."),
        CHECKED,
        need("tekst", TEXT, "Wat het mogelijk betekent."),
        Key("wie-weet-meer", TEXT, "Wie hierbij kan helpen."),
        WHEN,
        UNLESS,
        SOURCES,
        EDITORS,
    )
)
