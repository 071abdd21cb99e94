"""Every kind of finding about the text of a file."""

from vpwijzer.model.finding import Rule, Severity

QUOTE = "zet de tekst tussen rechte aanhalingstekens"
LEVEL = "zet de regel recht onder de regels waar hij bij hoort"

TOO_LARGE = Rule(
    "te-groot",
    "dit bestand is groter dan {}",
    "verdeel de inhoud over meer bestanden",
)
NOT_UTF8 = Rule(
    "geen-utf8",
    "vanaf hier is dit bestand geen UTF-8",
    "bewaar het bestand als UTF-8",
)
EMPTY_FILE = Rule("leeg-bestand", "dit bestand is leeg", "vul het, of haal het weg")
MORE_DOCUMENTS = Rule(
    "meer-documenten",
    "hier begint een tweede document",
    "maak er twee bestanden van, of haal de regel '---' weg",
)
DOTS = MORE_DOCUMENTS.saying(
    "met drie punten vooraan eindigt het bestand, maar er staat nog tekst",
    "haal de drie punten weg",
)
HALF_MERGED = Rule(
    "samenvoeging",
    "hier zijn twee versies van dit bestand half samengevoegd",
    "houd één versie over en haal de regels met <<<<<<<, ======= en >>>>>>> weg",
)
UNREADABLE = Rule(
    "yaml-fout",
    "vanaf hier is dit bestand niet te lezen",
    "kijk naar aanhalingstekens, haakjes, dubbele punten en inspringen",
)
TOO_DEEP = Rule(
    "te-diep", "hier zitten meer dan 40 niveaus in elkaar", "maak het platter"
)

TAB = Rule(
    "tab",
    "gebruik spaties in plaats van een tab",
    "stel je editor zo in dat de tabtoets spaties geeft",
)
UNSEEN = Rule(
    "verboden-teken",
    "hier staat een teken dat niemand ziet (U+{:04X})",
    "haal het weg en typ deze plek opnieuw",
)
SIGN = Rule("teken-vooraan", "{} vooraan heeft in YAML een eigen betekenis", QUOTE)
ANCHOR = Rule(
    "anker",
    SIGN.message,
    f"{QUOTE}; is het een verwijzing, schrijf hier dan voluit wat er moet staan",
)
TAG = Rule("tag", SIGN.message, QUOTE)
ESCAPE = Rule(
    "backslash",
    "een backslash heeft tussen dubbele aanhalingstekens een eigen betekenis",
    "gebruik enkele aanhalingstekens",
)

OPEN_QUOTE = Rule(
    "aanhalingsteken",
    "hier opent een aanhalingsteken dat niet sluit",
    "sluit het; gebruik dubbele aanhalingstekens om een tekst met een apostrof",
)
CURLY_QUOTE = OPEN_QUOTE.saying(
    OPEN_QUOTE.message,
    "sluit het met hetzelfde rechte aanhalingsteken; een krom telt niet",
)
APOSTROPHE = OPEN_QUOTE.saying(
    "gebruik dubbele aanhalingstekens om een tekst met een apostrof",
    "schrijf \"...\" in plaats van '...'",
)
AFTER_QUOTE = OPEN_QUOTE.saying(
    "na het aanhalingsteken dat sluit staat nog tekst",
    "zet de hele tekst tussen aanhalingstekens, van de soort die er niet in staat",
)
LAST_COMMA = Rule(
    "komma", "na dit teken dat sluit staat een komma", "haal de komma weg"
)

COMMENT = Rule(
    "hekje",
    "vanaf dit hekje telt de rest van de regel niet mee",
    f"{QUOTE}; is het een opmerking, zet er dan twee spaties voor en één achter",
    Severity.WARNING,
)
COMMENT_IN_TEXT = UNREADABLE.saying(COMMENT.message, COMMENT.remedy)

COLON = Rule(
    "dubbele-punt", "deze dubbele punt breekt de zin af", f"{QUOTE} of onder >-"
)
COLON_WITHOUT_NAME = COLON.saying(
    "voor deze dubbele punt ontbreekt een naam", "schrijf 'naam: tekst'"
)
COLON_WITHOUT_SPACE = COLON.saying(
    "na deze dubbele punt ontbreekt een spatie", "zet er een spatie achter"
)
NO_COLON = COLON.saying(
    "op deze regel ontbreekt een dubbele punt",
    "schrijf 'naam: tekst', of laat vervolgtekst inspringen",
)

OPEN_BRACKET = Rule(
    "haakje",
    "hier opent een haakje dat niet sluit",
    "sluit het, en zet een komma tussen de onderdelen",
)
LOOSE_BRACKET = OPEN_BRACKET.saying(
    "dit haakje sluit niets", f"haal het weg, of {QUOTE}"
)
OTHER_BRACKET = OPEN_BRACKET.saying(
    "dit haakje past niet bij het haakje dat open staat",
    "[ sluit met ] en {{ sluit met }}",
)
NO_COMMA = OPEN_BRACKET.saying("hier ontbreekt een komma of een haakje", QUOTE)
AFTER_BRACKET = OPEN_BRACKET.saying("na het haakje dat sluit staat nog tekst", QUOTE)

DASH = Rule("streepje", "een streepje begint een lijst", QUOTE)
DASH_AMONG_NAMES = DASH.saying(
    "dit streepje staat tussen regels met een naam", "geef de lijst een eigen naam"
)
NO_DASH = DASH.saying(
    "voor deze regel ontbreekt een streepje", "elke regel in een lijst heeft er een"
)
DASH_IN_TEXT = DASH.saying("dit streepje hoort hier bij de tekst erboven", LEVEL)
DASH_WITHOUT_SPACE = DASH.saying(
    "na dit streepje ontbreekt een spatie", "zet er een spatie achter"
)

INDENT = Rule("inspringen", "deze regel springt verder in dan de regel erboven", LEVEL)
NO_LEVEL = INDENT.saying("deze regel hoort bij geen enkel niveau erboven", LEVEL)

KEY_OF_PARTS = Rule(
    "samengestelde-sleutel", "een naam kan geen lijst of tabel zijn", QUOTE
)
SAME_KEY = Rule(
    "dubbele-sleutel",
    "de naam '{0}' staat hier twee keer",
    "de eerste staat op regel {1}; haal er een weg",
)
MERGE_KEY = Rule(
    "samenvoegsleutel",
    "regels van elders invoegen met '<<' kan hier niet",
    "schrijf de regels hier voluit",
)
