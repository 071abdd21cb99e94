"""Every kind of finding about content as a whole, and about its language."""

from vpwijzer.model.finding import Rule, Severity, Where

CONCEPT_WITHOUT_CONDITION = Rule(
    "begrip-zonder-voorwaarde",
    "het begrip '{}' heeft geen voorwaarde",
    "schrijf bij 'wanneer' uit welke antwoorden het volgt",
)
CONCEPT_RING = Rule(
    "begrip-kring",
    "het begrip '{}' rust op zichzelf{}",
    "laat het uiteindelijk op vragen rusten",
)

TREE_UNREACHED = Rule(
    "boom-onbereikbaar",
    "geen gesprek komt bij de boom '{}'",
    "schrijf 'start: ja' of laat hem volgen op een andere boom",
    where=Where.FOLDER,
)
FOLLOWS_BACK = Rule(
    "vervolg-terug",
    "de boom '{}' komt in de volgorde niet na '{}'",
    "een gesprek gaat alleen vooruit; zet de boom later in volgorde.yaml",
)
ASKED_LATER = Rule(
    "latere-vraag",
    "'{}' is hier nog niet gevraagd",
    "zet de vraag eerder, of haal deze voorwaarde weg",
    names_cause=True,
)
TOO_FEW_OPTIONS = Rule(
    "te-weinig-keuzes",
    "de vraag '{}' heeft te weinig keuzes",
    "een vraag heeft twee keuzes of meer",
)
ALONE_ANYWAY = Rule(
    "alleen-overbodig",
    "'alleen' heeft hier geen zin bij '{}'",
    "bij deze vraag kan er maar één keuze; haal 'alleen' weg",
)
CANNOT_FILL = Rule(
    "betekent-botst",
    "'{}' kan niet zo worden ingevuld",
    "'betekent' vult één keuze in van een latere vraag met één antwoord",
)
FILLS_TOO_LATE = CANNOT_FILL.saying("'{}' is dan al gevraagd", CANNOT_FILL.remedy)

NOT_ASKED = Rule(
    "feit-niet-gevraagd",
    "'{}' wordt niet gevraagd bij de boom '{}'",
    "maak er twee routes van, of stel de vraag ook in die boom",
    names_cause=True,
)
OPEN_NORM = Rule(
    "open-norm",
    "het begrip '{}' is een open norm",
    "daarop sluit geen weg; gebruik het in let-op, past-bij of gevolgen",
)
WISH_AS_CONDITION = Rule(
    "wens-in-voorwaarde",
    "'{}' is een wens, en een wens sluit geen weg",
    "zet het bij past-bij of let-op",
)
WISH_AS_FACT = WISH_AS_CONDITION.saying(
    "'{}' is een wens, en bij-uitstek gaat over feiten", "zet het bij past-bij"
)
NO_WHILE_OPEN = Rule(
    "zolang-open-ontbreekt",
    "bij '{}' ontbreekt 'zolang-open'",
    "zeg wat iemand doet zolang niet alles bekend is",
)
EVERY_OPTION = Rule(
    "alle-keuzes",
    "hier staan alle keuzes van '{}'",
    "dan maakt het antwoord niet uit; haal de voorwaarde weg",
)
NO_SOURCE = Rule(
    "zonder-bron",
    "bij '{}' staat geen bron",
    "noem de bron en de plaats daarin",
)

CANNOT_WAIT = Rule(
    "verfijnt",
    "de vraag '{}' kan niet wachten tot na het overzicht: {}",
    "haal 'verfijnt' weg, of laat dit er niet op rusten",
)
NO_PHRASE = Rule(
    "kort-ontbreekt",
    "bij '{}' ontbreekt 'kort'",
    "zeg het in een paar woorden, of haal 'onderscheidt' weg",
)
LONG_FIRST_STEP = Rule(
    "eerste-stap",
    "deze eerste stap heeft {} woorden",
    "zeg het in hooguit {1} woorden",
)

NUMBER_IN_TEXT = Rule(
    "nummer-in-tekst",
    "'{}' staat hier in een tekst",
    "zet het bij een contact in contacten.yaml, en noem hier dat contact",
)
NO_SUCH_NUMBER = Rule(
    "nummer-kan-niet",
    "'{}' kan geen telefoonnummer zijn",
    "tel de cijfers na, en zet 'of' tussen twee nummers",
)
NO_COST = Rule(
    "nummer-zonder-kosten",
    "wie '{}' belt, kan daarvoor betalen",
    "schrijf bij 'kosten' wat iemand betaalt",
)
UNSURE_NUMBER = Rule(
    "nummer-onzeker",
    "het nummer van '{}' is nog niet zeker",
    "bel het na en schrijf 'zekerheid: hoog', of zet het zolang bij 'redactie'",
)
CALL_WITHOUT_NUMBER = Rule(
    "bellen-zonder-nummer",
    "hier staat '{}', en geen nummer",
    "schrijf 'contact' achter de tekst, of zeg het zonder dat woord",
    Severity.WARNING,
)
NOWHERE_TO_REACH = CALL_WITHOUT_NUMBER.saying(
    "hier staat '{}', en het contact '{}' heeft geen nummer",
    "vul het nummer daar in, of zeg het zonder dat woord",
)
CONTACT_UNREACHABLE = Rule(
    "contact-zonder-adres",
    "het contact '{}' heeft geen nummer en geen website",
    "vul dat daar in, of noem een ander contact",
)

OVERDUE = Rule(
    "bron-verlopen",
    "de bron '{}' moest vóór {} zijn nagekeken",
    "kijk hem na en schrijf de nieuwe datum op",
    Severity.WARNING,
)
IN_FUTURE = Rule(
    "datum-in-toekomst",
    "'{}' is nagekeken op een dag die nog moet komen: {}",
    "schrijf de dag waarop je het echt nakeek",
)

UNUSED_CONCEPT = Rule(
    "niet-gebruikt",
    "niets rust op het begrip '{}'",
    "noem het in een voorwaarde, of haal dit weg",
    Severity.WARNING,
)
UNUSED_CONTACT = UNUSED_CONCEPT.saying(
    "geen route noemt het contact '{}'", "zet het bij een route, of haal dit weg"
)
UNUSED_SOURCE = UNUSED_CONCEPT.saying(
    "nergens wordt de bron '{}' genoemd",
    "noem de bron waar zij bij hoort, of haal dit weg",
)
UNUSED_ASPECT = UNUSED_CONCEPT.saying(
    "geen route zegt iets over het aspect '{}'",
    "vul het bij een route in, of haal dit weg",
)
UNUSED_LEVEL = UNUSED_CONCEPT.saying(
    "geen route heeft bij '{}' het niveau '{}'",
    "kijk of het ergens past, of haal dit weg",
)

ALWAYS_IN_FRONT = Rule(
    "altijd-ervoor",
    "'{}' past zelden, en '{}' past bijna altijd en staat in dit traject ervoor",
    "zet '{0}' eerder in trajecten.yaml, of geef een van de twee 'bij-uitstek'",
    Severity.WARNING,
)

BROKEN_IN_CASE = Rule(
    "waarborg-geschonden",
    "de waarborg '{}' geldt niet in '{}'",
    "verbeter de route, of zeg preciezer wanneer de waarborg geldt",
    where=Where.PROMISE,
)

LONG_SENTENCE = Rule(
    "lange-zin",
    "deze zin heeft {} woorden: {} ...",
    "knip hem in tweeën",
    Severity.WARNING,
    Where.LANGUAGE,
)
JARGON = Rule(
    "jargon",
    "'{}' staat hier zonder uitleg",
    "zeg liever: {1}",
    Severity.WARNING,
    Where.LANGUAGE,
)
UNEXPLAINED = Rule(
    "zonder-uitleg",
    "de vraag '{}' heeft geen uitleg",
    "zeg waarom je het vraagt, met een voorbeeld van een keuze die iemand fout leest",
    Severity.WARNING,
    Where.LANGUAGE,
)
