"""The keys of files that hold everything of one kind: tracks, clocks, sources, ..."""

from vpwijzer.loader.keys.choices import TRACK_KINDS
from vpwijzer.loader.keys.parts import (
    ADDRESS,
    CALLS,
    CHECKED,
    DATE,
    EDITORS,
    FLAG,
    SOURCE_ADDRESS,
    SOURCES,
    TEXT,
    UNLESS,
    VALUES,
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

TRACK = Record(
    (
        need("titel", TEXT, "De titel op het scherm."),
        need("uitleg", TEXT, "Wat voor routes dit zijn."),
        need("teken", TEXT, "Eén teken dat bij het traject hoort."),
        need("hulp", FLAG, "Telt deze route als een weg vooruit?"),
        Key(
            "soort",
            Words(tuple(TRACK_KINDS)),
            "Wat het eerste scherm ermee doet; zonder dit: een weg.",
        ),
        need("routes", ListOf(TEXT), "De routes, van licht naar zwaar."),
    )
)
TRACKS = Record((need("trajecten", MapOf(TRACK), "De trajecten, in volgorde."),))
LEVEL = EitherOf(
    (
        TEXT,
        Record(
            (
                need("tekst", TEXT, "Wat het niveau is."),
                need("kort", TEXT, "Een paar woorden om hardop te zeggen."),
            )
        ),
    )
)
ASPECT = Record(
    (
        need("titel", TEXT, "De titel op het scherm."),
        need("vraag", TEXT, "De vraag waar dit aspect antwoord op geeft."),
        need("niveaus", MapOf(LEVEL), "De niveaus, van licht naar zwaar."),
        Key("onderscheidt", FLAG, "Zegt dit kort waarin wegen verschillen?"),
        Key("nooit-zonder-antwoord", VALUES, "Niveaus die een antwoord vragen."),
    )
)
ASPECTS = Record((need("aspecten", MapOf(ASPECT), "De aspecten, in volgorde."),))
CLOCK = Record(
    (
        need("titel", TEXT, "Waar de termijn voor is."),
        need("termijn", TEXT, "Hoe lang."),
        need("vanaf", TEXT, "Vanaf welk moment."),
        need("tekst", TEXT, "Wat er dan eindigt."),
        Key("kort", TEXT, "In één zin: wat je doet, vóór wanneer."),
        CALLS,
        WHEN,
        UNLESS,
        need("routes", ListOf(TEXT), "De routes waar de termijn bij hoort."),
        CHECKED,
        SOURCES,
        EDITORS,
    )
)
CLOCKS = Record((need("klokken", MapOf(CLOCK), "De termijnen."),))
CONTACT = Record(
    (
        need("naam", TEXT, "De naam."),
        need("waarvoor", TEXT, "Waarvoor je hier terechtkunt."),
        Key("nummer", TEXT, "Het telefoonnummer."),
        Key("web", ADDRESS, "De website."),
        Key("uren", TEXT, "Wanneer het open is."),
        Key("kosten", TEXT, "Wat het kost."),
        Key("anoniem", TEXT, "Of je naam nodig is."),
        CHECKED,
        need("zekerheid", Words(("hoog", "controleer")), "Is dit bevestigd?"),
        SOURCES,
        EDITORS,
    )
)
CONTACTS = Record((need("contacten", MapOf(CONTACT), "De contacten."),))
SOURCE = Record(
    (
        need("titel", TEXT, "De naam van de bron."),
        Key("url", SOURCE_ADDRESS, "Het adres."),
        need("stand", TEXT, "De dag waarvoor de tekst spreekt."),
        CHECKED,
        Key("opnieuw", DATE, "Vóór welke dag iemand dit opnieuw nakijkt."),
        Key("opmerking", TEXT, "Wat er onzeker is."),
        EDITORS,
    )
)
SOURCES_FILE = Record((need("bronnen", MapOf(SOURCE), "De bronnen."),))

JARGON = Record((need("woorden", MapOf(TEXT), "Vaktaal met gewone woorden ervoor."),))
