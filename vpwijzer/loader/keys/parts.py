"""What files of several kinds hold: conditions, sources and marked lines."""

from vpwijzer.loader.keys.shapes import (
    EitherOf,
    Key,
    ListOf,
    MapOf,
    Record,
    Words,
    need,
)

TEXT = Words()
FLAG = Words(("ja", "nee"))
DATE = Words(is_date=True)
# Nothing before the host: what stands before an @ looks like the host and is not.
_HOST = r"[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+"
_PAGE = rf"://{_HOST}(:[0-9]+)?([/?#][^\s\\]*)?"
ADDRESS = Words(
    address=rf"^(https{_PAGE}|tel:\+?[0-9][0-9-]*|mailto:[A-Za-z0-9._+-]+@{_HOST})$"
)
PAGE_ADDRESS = Words(address=rf"^https{_PAGE}$")
SOURCE_ADDRESS = Words(address=rf"^https?{_PAGE}$")
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
EDITORS = Key("redactie", TEXT, "Voor wie de inhoud nakijkt; niemand anders ziet dit.")
CITATIONS = ListOf(
    Record(
        (
            need("bron", TEXT, "Een bron uit bronnen.yaml."),
            Key("plaats", TEXT, "Waar het in die bron staat."),
            EDITORS,
        )
    )
)
SOURCES = Key("bronnen", CITATIONS, "Waar het vandaan komt.")

CALLS = Key("contact", TEXT, "Een contact; het nummer komt dan in de tekst.")
LINES = ListOf(
    EitherOf((TEXT, Record((IF, need("tekst", TEXT, "De tekst."), CALLS)))), bare=True
)
