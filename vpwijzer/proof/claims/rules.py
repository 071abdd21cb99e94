"""Every rule that is proved, and a violation with the conversations that show it."""

from collections.abc import Mapping
from dataclasses import dataclass

from vpwijzer.model.finding import Finding, Rule, Severity, Where
from vpwijzer.model.position import Position
from vpwijzer.proof.bdd import Node
from vpwijzer.proof.claims.site import SiteKind


@dataclass(frozen=True, slots=True)
class Violation:
    """A finding, and the diagram of the conversations in which it shows, if any."""

    finding: Finding
    shown: Node | None = None


def violation(
    rule: Rule, at: Position, *names: str, shown: Node | None = None
) -> Violation:
    """Say at a place that a rule is broken."""
    return Violation(rule.at(at, *names), shown)


NO_HELPING_END = Rule(
    "gesprek-zonder-weg",
    "een gesprek vanaf '{}' eindigt zonder weg die helpt",
    "zorg dat er dan een route past, niet afgeraden, uit een traject met 'hulp: ja'",
)
NEVER_APPLIES = Rule(
    "route-past-nooit",
    "de route '{}' past in geen enkel gesprek",
    "verander 'wanneer' of 'tenzij', of haal de route weg",
)
CONDITIONS_EXCLUDE = Rule(
    "wanneer-sluit-uit",
    "dit gaat nooit samen met een eerdere voorwaarde van '{}'",
    "zet ze samen onder 'een-van', of maak er twee routes van",
)
NEVER_FALLS = Rule(
    "route-valt-nooit-af",
    "de route '{}' valt in geen enkel gesprek af",
    "haal de voorwaarden weg, of maak ze strenger",
)
EXCEPTION_NOT_ASKED = Rule(
    "uitzondering-niet-gevraagd",
    "de route '{}' past ook als '{}' nooit is gevraagd",
    "stel de vraag ook op die weg, of zet de uitzondering bij 'wanneer'",
    Severity.WARNING,
)
QUESTION_UNREACHED = Rule(
    "vraag-onbereikbaar",
    "geen gesprek komt bij de vraag '{}' in de boom '{}'",
    "verander de voorwaarde, of haal de vraag hier weg",
)
ALREADY_KNOWN = Rule(
    "vraag-al-bekend",
    "het antwoord op '{}' is in de boom '{}' altijd al bekend",
    "haal de vraag hier weg, of zet hem waar het antwoord nog niet bekend is",
)
NEVER_FOLLOWS = Rule(
    "vervolg-onbereikbaar",
    "geen gesprek gaat van '{}' door naar de boom '{}'",
    "verander de voorwaarde, of haal dit vervolg weg",
)
ONLY_UNSURE = Rule(
    "voorwaarde-nooit",
    "de voorwaarde van '{}' geldt nooit: alleen na 'weet ik niet' kom je hier",
    "kijk of de voorwaarden samen kunnen gelden",
)
FILLED_TWICE = Rule(
    "betekent-botst",
    "'{}' vult '{}' in, maar daar kan al iets anders staan",
    "haal 'betekent' weg, of gebruik een begrip",
)
NEVER: Mapping[SiteKind, Rule] = {
    SiteKind.CAUTION: Rule(
        "let-op-nooit",
        "deze waarschuwing staat nooit bij '{}': als zij geldt, valt de route af",
        "verander 'als', of haal de waarschuwing weg",
    ),
    SiteKind.PRIORITY: Rule(
        "voorrang-nooit",
        "'{}' staat nooit vooraan: als de voorrang geldt, valt de route af",
        "verander 'voorrang', of haal het weg",
    ),
    SiteKind.MEANT: Rule(
        "bij-uitstek-nooit",
        "'{}' is nooit juist voor dit geval: als dit geldt, valt de route af",
        "verander 'bij-uitstek', of haal het weg",
    ),
    SiteKind.FITS: Rule(
        "past-bij-nooit",
        "'{}' past nooit bij deze wens: als de wens geldt, valt de route af",
        "verander 'past-bij', of haal het weg",
    ),
    SiteKind.CONSEQUENCE: Rule(
        "gevolg-nooit",
        "dit gevolg van '{}' wordt in geen enkel gesprek getoond",
        "verander 'als', zet het hoger, of haal het weg",
    ),
    SiteKind.LINE: Rule(
        "regel-nooit",
        "dit geldt bij '{}' in geen enkel gesprek",
        "verander 'als', of haal de regel weg",
    ),
    SiteKind.CLOCK: Rule(
        "klok-nooit",
        "de klok '{}' loopt in geen enkel gesprek",
        "verander 'wanneer', of haal de klok weg",
    ),
    SiteKind.CONCEPT: Rule(
        "begrip-nooit",
        "het begrip '{}' geldt in geen enkel gesprek",
        "verander 'wanneer', of haal het begrip weg",
    ),
}
IDLE_CLAUSE = Rule(
    "voorwaarde-zonder-gevolg",
    "deze voorwaarde op '{}' maakt in geen enkel gesprek iets uit",
    "haal haar weg, of kijk of er iets anders bedoeld is",
)
IDLE_VALUE = Rule(
    "waarde-zonder-gevolg",
    "de waarde '{1}' bij '{0}' maakt hier in geen enkel gesprek iets uit",
    "haal de waarde weg, of kijk of er iets anders bedoeld is",
)
IDLE_QUESTION = Rule(
    "vraag-zonder-gevolg",
    "het antwoord op '{}' maakt in geen enkel gesprek iets uit",
    "haal de vraag weg, of laat een route of let-op ervan afhangen",
)
SAID_TWICE = Rule(
    "dubbel-gezegd",
    "bij '{}' staat op regel {} al hetzelfde: dit maakt in geen enkel gesprek iets uit",
    "haal het hier weg, of kijk of er iets anders bedoeld is",
)
GUARANTEE_BROKEN = Rule(
    "waarborg-geschonden",
    "de waarborg '{}' geldt niet in elk gesprek",
    "{1}, of zeg preciezer wanneer de waarborg geldt",
    where=Where.PROMISE,
)
GUARANTEE_IDLE = Rule(
    "waarborg-nooit-aan-de-orde",
    "in geen enkel gesprek komt de waarborg '{}' aan de orde",
    "verander 'in', 'als' of welke routes 'dan' kiest, of haal de waarborg weg",
)
GUARANTEE_WITHOUT_ROUTE = Rule(
    "waarborg-zonder-route",
    "de waarborg '{}' belooft niets over de route '{}'",
    "haal de route hier weg, of kijk waarom zij hier nooit aan de orde komt",
)
UNKNOWN_LOSES_ROUTE = Rule(
    "weet-niet-telt-als-nee",
    "wie '{}' niet weet, raakt de route '{}' kwijt",
    "laat de route rusten op een vraag die ook dan wordt gesteld",
)
UNKNOWN_LOSES_TREE = Rule(
    "boom-niet-aangeboden",
    "wie '{}' niet weet, komt niet bij de boom '{}' en krijgt hem niet aangeboden",
    "laat het vervolg rusten op een vraag die ook dan wordt gesteld",
)
TOO_HEAVY = Rule(
    "past-zonder-antwoord",
    "ook na alleen 'weet ik niet' past '{}', met '{}' op het niveau '{}'",
    "zet bij 'wanneer' wat er bekend moet zijn, of kies een lichter niveau",
)
SEAT_CHANGES_TREE = Rule(
    "stoel-verschilt",
    "bij dezelfde antwoorden wordt de boom '{}' niet vanaf elke stoel gelopen",
    "stel de vraag met 'stoel' in elke boom die ervan afhangt",
)
SEAT_CHANGES_ROUTE = Rule(
    "stoel-verschilt",
    "bij dezelfde antwoorden is de route '{}' niet vanaf elke stoel dezelfde",
    "stel de vraag met 'stoel' in elke boom waar deze route bij hoort, "
    "en laat haar niet rusten op wat alleen de VP wordt gevraagd",
)
UNPROVED = Rule(
    "niet-bewezen",
    "{0} is niet bewezen: daarvoor hangt te veel met elkaar samen",
    "het gaat om {1}; maak voorwaarden korter, of geef een route zonder voorwaarden",
)
