"""The Dutch keys of every kind of file, as one table; the loader reads by it."""

from dataclasses import dataclass
from typing import TypeAlias

from vpwijzer.model import UNKNOWN_VALUE


@dataclass(frozen=True, slots=True)
class Words:
    """A text; when choices are given, one of those."""

    choices: tuple[str, ...] = ()
    is_date: bool = False


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; when `bare` is set, one item may stand without a dash."""

    item: "Shape"
    bare: bool = False


@dataclass(frozen=True, slots=True)
class MapOf:
    """Ids of the author's choosing, each with a value of one shape."""

    item: "Shape"
    special: "tuple[Key, ...]" = ()
    """Names that are no id and have a shape of their own."""
    reserved: tuple[str, ...] = ()
    """Ids that would be taken for something else."""


@dataclass(frozen=True, slots=True)
class Record:
    """Fixed keys."""

    keys: tuple["Key", ...]


@dataclass(frozen=True, slots=True)
class EitherOf:
    """A text, a list or keys: the shape goes by what the author wrote.

    Of more tables the first counts of which the first key is there, else the last.
    """

    shapes: tuple["Shape", ...]


Shape: TypeAlias = Words | ListOf | MapOf | Record | EitherOf


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its name, the shape of its value and what it is for."""

    name: str
    shape: Shape
    about: str
    required: bool = False


def need(name: str, shape: Shape, about: str) -> Key:
    """Make a key that must be there."""
    return Key(name, shape, about, required=True)


TEXT = Words()
FLAG = Words(("ja", "nee"))
DATE = Words(is_date=True)
NOT_ARRANGED = "niet geregeld"
SHARED = "gedeeld"
ANY = "een-van"
MAYBE_MORE = "misschien-meer"

VALUES = ListOf(TEXT, bare=True)
ITEM = MapOf(
    VALUES,
    special=(Key(ANY, ListOf(MapOf(VALUES)), "Eén ding hieruit is genoeg."),),
)
ITEMS = ListOf(ITEM, bare=True)

WHEN = Key("wanneer", ITEMS, "Alles in deze lijst moet kloppen.")
UNLESS = Key("tenzij", ITEMS, "Eén ding in deze lijst is genoeg om het uit te sluiten.")
IF = Key("als", ITEMS, "Alleen als dit klopt.")
CHECKED = need("nagekeken", DATE, "De dag waarop iemand dit heeft nagekeken.")
CITATIONS = ListOf(
    Record(
        (
            need("bron", TEXT, "Een bron uit bronnen.yaml."),
            need("plaats", TEXT, "Waar het in die bron staat."),
        )
    )
)
SOURCES = Key("bronnen", CITATIONS, "Waar het vandaan komt.")

OPTION = Record(
    (
        need("tekst", TEXT, "Wat de persoon leest."),
        Key("uitleg", TEXT, "Een korte toelichting."),
        Key("alleen", FLAG, "Gaat niet samen met een andere keuze."),
        Key("betekent", MapOf(TEXT), "Feiten die hiermee ook bekend zijn."),
        Key("stoel", Words(("vp", "medewerker", "trainer")), "Volgt uit wie er zit."),
    )
)
QUESTION_TEXT = (
    need("vraag", TEXT, "De vraag, aan de persoon om wie het gaat."),
    need("soort", Words(("feit", "wens", "gevoelig")), "Wat voor vraag het is."),
    Key("meer-antwoorden", FLAG, "Er mogen meer keuzes tegelijk."),
    Key("onbekend", FLAG, "Zet op 'nee' als 'weet ik niet' niet kan."),
    Key("uitleg", TEXT, "Een korte toelichting voor de persoon."),
    Key("vp", TEXT, "Wat de VP zegt en niet vraagt."),
    need("opties", MapOf(OPTION, reserved=(UNKNOWN_VALUE, MAYBE_MORE)), "De keuzes."),
)
SHARED_HERE = Record(
    (
        need(SHARED, Words(("ja",)), "Deze vraag staat in gedeelde-vragen.yaml."),
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

LINES = ListOf(
    EitherOf((TEXT, Record((IF, need("tekst", TEXT, "De tekst."))))), bare=True
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
        need("ernst", Words(("let-op", "afgeraden")), "Hoe zwaar het weegt."),
        need("want", TEXT, "De reden."),
    )
)
ROUTE = Record(
    (
        need("route", TEXT, "De naam van de route, gelijk aan de bestandsnaam."),
        need("titel", TEXT, "De titel op het scherm."),
        need("traject", TEXT, "Een traject uit trajecten.yaml."),
        need("bij", ListOf(TEXT), "De bomen waar deze route bij hoort."),
        need("wie", Words(("jij", "vp", "werkgever")), "Wie er iets doet."),
        CHECKED,
        need("samenvatting", TEXT, "In twee of drie zinnen wat deze weg is."),
        Key("voorrang", ITEMS, "Wanneer deze route vooraan staat: alleen veiligheid."),
        WHEN,
        UNLESS,
        Key("past-bij", ITEMS, "Wensen waar deze route bij past."),
        Key("let-op", ListOf(CAUTION), "Waarschuwingen."),
        Key("zolang-open", TEXT, "Wat je doet zolang niet alles bekend is."),
        need("stappen", LINES, "De stappen."),
        need("gevolgen", MapOf(EFFECT), "De gevolgen, per aspect."),
        Key("contacten", CONTACT_LINKS, "Contacten uit contacten.yaml."),
        need("vp-doet", LINES, "Wat de VP doet."),
        need("vp-doet-niet", LINES, "Wat de VP niet doet."),
        Key("daarna", ListOf(TEXT), "Routes die kunnen volgen."),
        SOURCES,
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
    )
)
TRACK = Record(
    (
        need("titel", TEXT, "De titel op het scherm."),
        need("uitleg", TEXT, "Wat voor routes dit zijn."),
        need("teken", TEXT, "Eén teken dat bij het traject hoort."),
        need("hulp", FLAG, "Telt deze route als een weg vooruit?"),
        need("routes", ListOf(TEXT), "De routes, van licht naar zwaar."),
    )
)
TRACKS = Record((need("trajecten", MapOf(TRACK), "De trajecten, in volgorde."),))
ASPECT = Record(
    (
        need("titel", TEXT, "De titel op het scherm."),
        need("vraag", TEXT, "De vraag waar dit aspect antwoord op geeft."),
        need("niveaus", MapOf(TEXT), "De niveaus, van licht naar zwaar."),
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
        WHEN,
        UNLESS,
        need("routes", ListOf(TEXT), "De routes waar de termijn bij hoort."),
        CHECKED,
        SOURCES,
    )
)
CLOCKS = Record((need("klokken", MapOf(CLOCK), "De termijnen."),))
CONTACT = Record(
    (
        need("naam", TEXT, "De naam."),
        need("waarvoor", TEXT, "Waarvoor je hier terechtkunt."),
        Key("nummer", TEXT, "Het telefoonnummer."),
        Key("web", TEXT, "De website."),
        Key("uren", TEXT, "Wanneer het open is."),
        Key("kosten", TEXT, "Wat het kost."),
        Key("anoniem", TEXT, "Of je naam nodig is."),
        CHECKED,
        need("zekerheid", Words(("hoog", "controleer")), "Is dit bevestigd?"),
        SOURCES,
    )
)
CONTACTS = Record((need("contacten", MapOf(CONTACT), "De contacten."),))
SOURCE = Record(
    (
        need("titel", TEXT, "De naam van de bron."),
        Key("url", TEXT, "Het adres."),
        need("stand", TEXT, "De dag waarvoor de tekst spreekt."),
        CHECKED,
        Key("opnieuw", DATE, "Vóór welke dag iemand dit opnieuw nakijkt."),
        Key("opmerking", TEXT, "Wat er onzeker is."),
    )
)
SOURCES_FILE = Record((need("bronnen", MapOf(SOURCE), "De bronnen."),))

SELECTOR = EitherOf(
    (
        ListOf(TEXT),
        Record(
            (
                Key("bij", ListOf(TEXT), "Alle routes van deze bomen."),
                Key("traject", ListOf(TEXT), "Alle routes van deze trajecten."),
                Key("gevolg", MapOf(VALUES), "Alle routes met zo'n gevolg."),
            )
        ),
    )
)
PROMISES = (
    "vooraan",
    "past",
    "passend",
    "zichtbaar",
    "dicht",
    "gewaarschuwd",
    "afgeraden",
    "een-van-past",
    "een-van-passend",
    "een-van-zichtbaar",
    "nooit-samen",
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
                    *(Key(name, SELECTOR, "De routes.") for name in PROMISES),
                    Key("gevraagd", ASKED, "Een vraag die eerst komt."),
                )
            ),
            "Eén belofte.",
        ),
    )
)
JARGON = Record((need("woorden", MapOf(TEXT), "Vaktaal met gewone woorden ervoor."),))
OPENING = Record(
    (
        need("titel", TEXT, "De titel op het scherm."),
        need("tekst", ListOf(TEXT, bare=True), "Wat er staat, per alinea."),
        CHECKED,
        SOURCES,
    )
)
SEATS = ("medewerker", "vp", "trainer")
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
GUARANTEES = Record((need("waarborgen", MapOf(GUARANTEE), "De beloften."),))

EXPECTATIONS = (
    "past",
    "open",
    "dicht",
    "niet-genoemd",
    "vooraan",
    "afgeraden",
    "bomen",
    "klokken",
    "begrippen",
)
SCENARIO = Record(
    (
        need("scenario", TEXT, "De naam, gelijk aan de bestandsnaam."),
        need("titel", TEXT, "De titel."),
        need("verhaal", TEXT, "Het verzonnen verhaal."),
        need("start", TEXT, "De boom waarmee het gesprek begint."),
        Key("stoel", Words(("vp", "medewerker", "trainer")), "Wie er zit."),
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

FOLDERS = {
    "bomen": TREE,
    "routes": ROUTE,
    "begrippen": CONCEPT,
    "scenarios": SCENARIO,
}
"""One file per thing; the file name is its id."""

FILES = {
    "gedeelde-vragen": SHARED_QUESTIONS,
    "volgorde": ORDER,
    "trajecten": TRACKS,
    "aspecten": ASPECTS,
    "klokken": CLOCKS,
    "contacten": CONTACTS,
    "bronnen": SOURCES_FILE,
    "waarborgen": GUARANTEES,
    "woorden": JARGON,
    "openingen": OPENINGS,
}
"""One file for all of a kind."""

OPTIONAL = frozenset({"waarborgen", "woorden", "openingen"})
"""Files that content can do without."""
