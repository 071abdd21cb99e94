"""The keys of one organisation's file, and of the places that content opens to it."""

from vpwijzer.loader.keys.choices import SEATS
from vpwijzer.loader.keys.parts import (
    CHECKED,
    DATE,
    IF,
    ITEMS,
    PAGE_ADDRESS,
    TEXT,
    UNLESS,
    VALUES,
    WHEN,
)
from vpwijzer.loader.keys.routes import EFFECT
from vpwijzer.loader.keys.shapes import (
    EitherOf,
    Key,
    ListOf,
    MapOf,
    Record,
    Words,
    need,
)

NAME = Words(most=60)
SHORT = Words(most=100)
LONG = Words(most=300)
"""What stands beside content may not crowd it out."""
PERIOD = Words(
    pattern=r"[1-9][0-9]{0,2} (dag(en)?|we(ek|ken)|maand(en)?|jaar)", like="2 jaar"
)
MAIL = Words(
    pattern=r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+",
    like="naam@voorbeeld.nl",
)

REACHED = (
    Key("nummer", NAME, "Het telefoonnummer."),
    Key("mail", MAIL, "Het e-mailadres."),
    Key("web", PAGE_ADDRESS, "De bladzijde op internet of intranet."),
    Key("uren", SHORT, "Wanneer iemand er is."),
)
ADVISER = Record(
    (
        need("naam", NAME, "De naam."),
        Key("rol", SHORT, "Bijvoorbeeld: externe vertrouwenspersoon."),
        Key(
            "geslacht",
            Words(("vrouw", "man", "anders")),
            "Alleen als de VP dat zelf wil.",
        ),
        Key("talen", ListOf(NAME, bare=True), "De talen die iemand spreekt."),
        *REACHED,
        Key("band", VALUES, "Met wie iemand een band heeft, uit plaatsen.yaml."),
    )
)
PUBLIC = Record((need("contact", TEXT, "Een openbaar loket uit contacten.yaml."),))
OWN_CONTACT = Record(
    (
        need("naam", NAME, "De naam van het loket of van wie er zit."),
        Key("waarvoor", SHORT, "Waarvoor je hier terechtkunt."),
        *REACHED,
    )
)
TERM = Record(
    (
        need("termijn", PERIOD, "Hoe lang, zoals '2 jaar' of '6 weken'."),
        Key("vanaf", SHORT, "Vanaf welk moment."),
    )
)
RULES = Record(
    (
        need("titel", SHORT, "Hoe het document heet."),
        need("stand", DATE, "De datum van het document."),
        Key("web", PAGE_ADDRESS, "Waar het staat."),
        need("bij", ListOf(TEXT, bare=True), "De wegen waar het over gaat."),
    )
)
OWN_TEXT = Record(
    (
        Key("bij", ListOf(TEXT, bare=True), "De wegen waar de tekst bij hoort."),
        Key(
            "stoel",
            ListOf(Words(tuple(SEATS)[:2]), bare=True),
            "Wie hem vooraf leest.",
        ),
        IF,
        need("tekst", LONG, "De tekst."),
    )
)
OWN_ROUTE = Record(
    (
        need("titel", SHORT, "De titel op het scherm."),
        need("bij", ListOf(TEXT, bare=True), "De bomen waar deze weg bij hoort."),
        need("samenvatting", LONG, "In twee of drie zinnen wat deze weg is."),
        WHEN,
        UNLESS,
        Key("zolang-open", LONG, "Wat je doet zolang niet alles bekend is."),
        need("stappen", ListOf(LONG, bare=True), "De stappen."),
        Key("gevolgen", MapOf(EFFECT), "De gevolgen, per aspect."),
        need("contact", OWN_CONTACT, "Bij wie je terechtkunt."),
    )
)
ORGANISATION = Record(
    (
        need("organisatie", NAME, "De naam van de organisatie."),
        CHECKED,
        Key("bekend", MapOf(VALUES), "Antwoorden die hier altijd zo zijn."),
        Key("vertrouwenspersonen", ListOf(ADVISER), "De eigen vertrouwenspersonen."),
        Key(
            "loketten",
            MapOf(EitherOf((PUBLIC, OWN_CONTACT))),
            "Wie er zit op een plaats uit plaatsen.yaml.",
        ),
        Key("termijnen", MapOf(TERM), "Hoe lang iets hier kan."),
        Key("beloften", MapOf(TERM), "Hoe snel de werkgever antwoordt."),
        Key("regels", ListOf(RULES), "Eigen regelingen, met hun datum."),
        Key("teksten", ListOf(OWN_TEXT), "Wat de organisatie erbij wil zeggen."),
        Key("wegen", MapOf(OWN_ROUTE), "Wegen die er hier ook zijn."),
        Key("neutrale-pagina", PAGE_ADDRESS, "Waar je heen gaat als je snel weg wilt."),
    )
)

DESK = Record(
    (
        need("titel", TEXT, "Wat voor loket het is."),
        need("waarvoor", TEXT, "Waarvoor je er terechtkunt."),
        need("routes", ListOf(TEXT), "De routes waar het bij komt te staan."),
    )
)
TIE = Record(
    (
        need("titel", TEXT, "Wat voor band het is, achter de naam."),
        need("als", ITEMS, "Wanneer die band telt."),
    )
)
LEAST = Record((Key("niet-korter-dan", ListOf(TEXT), "Klokken uit de wet."),))
PLACES = Record(
    (
        need(
            "plaatsen",
            Record(
                (
                    Key("bekend", ListOf(TEXT), "Vragen die de werkgever beantwoordt."),
                    Key("vertrouwenspersonen", ListOf(TEXT), "De routes van de VP's."),
                    Key("loketten", MapOf(DESK), "Wat een organisatie kan vullen."),
                    Key("banden", MapOf(TIE), "Met wie een VP een band kan hebben."),
                    Key("termijnen", MapOf(LEAST), "Klokken met een eigen duur."),
                    Key("beloften", MapOf(TEXT), "Klokken voor de werkgever."),
                    Key("teksten", ListOf(TEXT), "Routes waar een tekst bij mag."),
                    Key("spiegel", TEXT, "De boom over wat er geregeld hoort te zijn."),
                    Key("niet-zeggen", ListOf(TEXT), "Woorden die nergens mogen."),
                )
            ),
            "Wat een organisatie zelf mag invullen.",
        ),
    )
)
