"""Every kind of finding about what stands in the files of a content folder."""

from vpwijzer.model.finding import Rule, Severity, Where

UNREADABLE_FILE = Rule(
    "onleesbaar-bestand",
    "dit bestand kan niet worden gelezen",
    "kijk of het er echt staat en of je het mag openen",
)
UNREADABLE_FOLDER = UNREADABLE_FILE.saying(
    "deze map kan niet worden gelezen", "kijk of je hem mag openen"
)
STRANGE_FILE = Rule(
    "onbekend-bestand",
    "'{}' hoort niet bij de inhoud en wordt niet gelezen",
    severity=Severity.WARNING,
)
NO_FILE = Rule(
    "bestand-ontbreekt",
    "het bestand {} ontbreekt",
    "maak het aan; in de meegeleverde inhoud staat een voorbeeld",
)
NO_FILE_IN_FOLDER = NO_FILE.saying("in de map {} staat geen bestand", NO_FILE.remedy)
NO_KIND = Rule(
    "onbekend-soort",
    "de eerste sleutel zegt niet wat voor bestand dit is",
    "begin met een van deze: {}",
)
FILE_NAME = Rule(
    "bestandsnaam",
    "de naam {} is niet de bestandsnaam",
    "schrijf '{1}: {2}' of geef het bestand een andere naam",
)

NO_TEXT_HERE = Rule("vorm", "hier hoort een tekst te staan")
NO_LIST_HERE = NO_TEXT_HERE.saying(
    "hier hoort een lijst te staan",
    "zet elk ding op een eigen regel met een streepje ervoor",
)
NO_NAMES_HERE = NO_TEXT_HERE.saying(
    "hier horen namen met inhoud te staan",
    "schrijf op elke regel een naam, een dubbele punt en de inhoud",
)
NO_KEYS_HERE = NO_TEXT_HERE.saying(
    "hier horen sleutels met een dubbele punt te staan", "mogelijk: {}"
)
NOT_A_CHOICE = Rule("onbekende-waarde", "{} kan hier niet staan")
EMPTY_TEXT = Rule("lege-tekst", "hier ontbreekt de tekst", "vul hem in")
NULL = EMPTY_TEXT.saying(
    "hier ontbreekt de tekst: {} betekent niets", EMPTY_TEXT.remedy
)
NO_ADDRESS = Rule(
    "adres",
    "{} is hier geen veilig adres",
    "begin met 'https://' en de site zelf, zonder naam of @ ervoor",
)
NO_SUCH_FORM = Rule(
    "andere-vorm", "{} wordt hier niet begrepen", "schrijf het zoals '{1}'"
)
TOO_LONG = Rule(
    "te-lang", "deze tekst heeft {0} tekens; hier passen er {1}", "maak hem korter"
)
SAME_OPTION = Rule(
    "dubbele-keuze",
    "deze keuze heeft dezelfde tekst als de keuze '{0}'",
    "geef elke keuze een eigen tekst, of haal er één weg",
)
NEXT_ITSELF = Rule(
    "daarna-zichzelf",
    "na deze route kan niet dezelfde route komen",
    "haal hem hier weg",
)
NO_DATE = Rule(
    "datum", "{} is geen datum", "schrijf jaar-maand-dag, bijvoorbeeld 2026-11-21"
)
EMPTY_LIST = Rule("lege-lijst", "deze lijst is leeg", "vul hem of haal hem weg")
NOTHING_HERE = EMPTY_LIST.saying("hier staat niets", "vul het of haal het weg")
NO_ID = Rule(
    "naam",
    "{} is geen goede naam",
    "gebruik kleine letters, cijfers en streepjes",
)
RESERVED = NO_ID.saying("'{}' heeft al een eigen betekenis", "kies een andere naam")
UNKNOWN_KEY = Rule("onbekende-sleutel", "de sleutel {} bestaat hier niet")
MISSING_KEY = Rule(
    "ontbrekende-sleutel", "de sleutel '{}' ontbreekt", "voeg hem toe: {1}"
)

UNKNOWN_FACT = Rule(
    "onbekende-vraag", "de vraag of het begrip {} bestaat niet", names_cause=True
)
UNKNOWN_SHARED = UNKNOWN_FACT.saying(
    "de gedeelde vraag {} bestaat niet", "schrijf hem in gedeelde-vragen.yaml"
)
CONCEPT_AS_QUESTION = UNKNOWN_FACT.saying(
    "'{}' is een begrip en geen vraag",
    "een begrip volgt uit de antwoorden; haal het hier weg",
)
UNKNOWN_OPTION = Rule("onbekende-keuze", "'{}' heeft geen keuze {}", names_cause=True)
UNKNOWN_LEVEL = Rule("onbekend-niveau", "'{}' heeft geen niveau {}", names_cause=True)
UNKNOWN_AS_VALUE = Rule(
    "onbekend-als-waarde",
    "'onbekend' mag alleen in voorrang en let-op staan",
    "wie het niet weet, houdt elke weg open; haal het hier weg",
)


def _unknown(code: str, what: str) -> Rule:
    return Rule(code, f"{what} {{}} bestaat niet", names_cause=True)


UNKNOWN_IDS = {
    "boom": _unknown("onbekende-boom", "de boom"),
    "route": _unknown("onbekende-route", "de route"),
    "begrip": _unknown("onbekend-begrip", "het begrip"),
    "traject": _unknown("onbekend-traject", "het traject"),
    "aspect": _unknown("onbekend-aspect", "het aspect"),
    "bron": _unknown("onbekende-bron", "de bron"),
    "contact": _unknown("onbekend-contact", "het contact"),
    "klok": _unknown("onbekende-klok", "de klok"),
}
"""Per kind of id, that nothing defines it."""

ADD_SOURCE = "zet hem in bronnen.yaml, met 'titel', 'stand' en 'nagekeken'"

SAME_ID = Rule("dubbel-id", "{} bestaat al", "de eerste staat in {1} op regel {2}")
LISTED_TWICE = SAME_ID.saying("de boom '{}' staat er al", "haal er één weg")
TRACK_TWICE = SAME_ID.saying("de route '{}' staat al bij '{}'", "haal er één weg")
NOT_IN_ORDER = Rule(
    "niet-in-volgorde",
    "de boom '{}' staat niet in de volgorde",
    "zet hem in volgorde.yaml",
    where=Where.FOLDER,
)
NOT_IN_TRACK = Rule(
    "niet-in-traject",
    "de route '{}' staat niet bij het traject '{}'",
    "zet de route in trajecten.yaml bij dit traject",
    where=Where.FOLDER,
)
NEVER_ASKED = Rule(
    "vraag-niet-gesteld",
    "geen boom stelt de gedeelde vraag '{0}'",
    "schrijf '{0}: gedeeld' in een boom, of haal de vraag weg",
)

NOT_BEFOREHAND = Rule(
    "niet-vooraf",
    "de vraag {} kan een organisatie niet vooraf beantwoorden",
    "dat weet alleen wie het meemaakt; haal het weg",
)
NOT_OFFERED = UNKNOWN_OPTION.saying("dit antwoord kan niet bij de vraag '{}'", "{1}")
NO_PLACE = Rule("onbekende-plaats", "hier kan een organisatie {} niet invullen")
NO_TEXT_THERE = Rule(
    "geen-plaats-voor-tekst",
    "bij de route '{}' kan een organisatie niets zetten",
    "zo blijft elke weg zoals hij is; kies uit de lijst in plaatsen.yaml",
)
NOWHERE = Rule(
    "tekst-nergens",
    "deze tekst staat nergens",
    "zeg met 'bij' bij welke weg, of met 'stoel' wie hem vooraf leest",
)

NO_EFFECT = Rule(
    "gevolg-ontbreekt",
    "het gevolg voor '{0}' ontbreekt",
    "vul het in of schrijf '{0}: {1}'",
)
NEVER_ITS_TURN = Rule(
    "gevolg-volgorde",
    "na dit gevolg komt niets meer aan de beurt",
    "zet het gevolg zonder 'als' als laatste",
)
LAST_HAS_IF = NEVER_ITS_TURN.saying(
    "het laatste gevolg heeft een 'als'",
    "zet er een gevolg zonder 'als' onder, voor alle andere gevallen",
)
NOT_ONE_PROMISE = Rule(
    "waarborg-belofte",
    "onder 'dan' hoort precies één belofte",
    "maak er voor elke belofte een eigen waarborg van",
)
