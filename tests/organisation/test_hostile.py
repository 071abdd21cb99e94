"""An employer that tries to take something away: refused, or it takes nothing."""

from collections.abc import Mapping

import pytest
from bundled import bundled
from workplaces import findings

REACH = "nummer: 0999-120101"
WAY = "titel: {}, bij: [{}], samenvatting: {}, stappen: [{}], contact: {{naam: X, {}}}"


def term(period: str) -> str:
    return f"termijnen: {{eigen-klachtenregeling: {{termijn: {period}}}}}"


def desk(place: str, name: str, how: str = REACH) -> str:
    return f"loketten: {{{place}: {{naam: '{name}', {how}}}}}"


def adviser(how: str) -> str:
    return f"vertrouwenspersonen: [{{naam: Ans, {how}}}]"


def text(words: str, where: str = "bij: klachtencommissie") -> str:
    return f"teksten: [{{{where}, tekst: '{words}'}}]"


def way(title: str = "Een weg", more: str = "", words: str = "Loop binnen") -> str:
    made = WAY.format(title, "klacht", words, words, REACH)
    return f"wegen: {{eigen: {{{made}{more}}}}}"


REFUSED: Mapping[str, str] = {
    # What only the person knows.
    "no danger here": "bekend: {gevaar: nee}",
    "never about the adviser": "bekend: {over-vp: nee}",
    "nobody wants to report": "bekend: {klacht-wens: verhaal}",
    "nobody did it": "bekend: {klacht-wie: collega}",
    "no evidence is lost": "bekend: {melding-bewijs: nee}",
    "nobody is afraid": "bekend: {melding-angst: nee}",
    "no traces": "bekend: {sporen: nee}",
    "nobody is young": "bekend: {minderjarig: nee}",
    "every adviser is from outside": "bekend: {geheim-positie: extern}",
    "a concept as a fact": "bekend: {mogelijke-misstand: nee}",
    "an answer that is not there": "bekend: {sector: geheim}",
    "two answers where there is one": "bekend: {sector: [zorg, sport]}",
    # Ways, terms and promises of content.
    "a way of content": "wegen: {}",
    "remove a way": "verwijder: [aangifte]",
    "a route file": "route: aangifte",
    "other content": "bomen: {klacht: {titel: Niets}}",
    "change a public contact": "contacten: {alarmnummer: {nummer: '0'}}",
    "a clock of law": "termijnen: {bezwaar-6-weken: {termijn: 2 weken}}",
    "a term shorter than law": term("30 dagen"),
    "a term of no time": term("0 dagen"),
    "a term in words": term("direct"),
    "a later promise": "beloften: {meldpunt-7-dagen: {termijn: 2 weken}}",
    "a promise of a supervisor": "beloften: {toezichthouder-7-dagen: {termijn: 1 dag}}",
    # Texts where none may be, or that close a way.
    "a text at the police": text("Denk goed na", "bij: aangifte"),
    "a text at the House": text("Eerst intern graag", "bij: huis-advies"),
    "a text at 112": text("Vraag de portier", "bij: spoed-112"),
    "a text at the media": text("Overleg met ons", "bij: media"),
    "forbidden": text("Praten hierover is verboden"),
    "forbidden, in capitals": text("PRATEN IS VERBODEN!"),
    "forbidden, with accents": text("Praten is vérbóden"),
    "forbidden, with air": text("Praten mag   niet, niet hier"),
    "first inside": text("Je moet eerst intern klagen"),
    "fear": text("Een klacht kan gevolgen voor je hebben"),
    "dismissal": text("Wie klaagt riskeert ontslag"),
    "not to the police": text("Ga niet naar buiten"),
    "not to call": text("Bel niet zomaar"),
    "no use": text("Klagen heeft geen zin"),
    "a text for who begins": text(
        "De politie weet hier niets van", "stoel: medewerker"
    ),
    "a loose number": text("Meld je op 0999-120101"),
    "a loose address": text("Kijk op www.fabriek.example"),
    "a loose mail": text("Mail baas@fabriek.example"),
    "unseen signs": text("Praten\u202e is goed"),
    "a text without end": text("Praten kan. " * 40),
    # Numbers and names that mislead.
    "a premium number": adviser("nummer: 0900-1234"),
    "another premium number": adviser("nummer: 0906-1234567"),
    "112 as its own": adviser("nummer: '112'"),
    "too few figures": adviser("nummer: 030-12345"),
    "letters": adviser("nummer: 06-VERTROUW"),
    "nobody to reach": adviser("rol: vertrouwenspersoon"),
    "a script as address": adviser("web: 'javascript:alert(1)'"),
    "a file as address": adviser("web: file:///etc/passwd"),
    "an address without lock": adviser("web: http://fabriek.example"),
    "a name before the site": adviser("web: https://lvv.nl@fabriek.example"),
    "called as the House": desk("meldpunt", "Huis voor Klokkenluiders"),
    "called as the LKOG": desk("externe-klachtencommissie", "LKOG"),
    "called as the inspectorate": desk("meldpunt", "Nederlandse Arbeidsinspectie"),
    "a desk that is not there": desk("politie", "Bureau"),
    # Ways of its own that would stand in front.
    "its own danger": way(more=", voorrang: [{gevaar: nu}]"),
    "its own best way": way(more=", bij-uitstek: [{klacht-wie: collega}]"),
    "its own wish": way(more=", past-bij: [{klacht-wens: straf}]"),
    "its own track": way(more=", traject: formeel"),
    "its own advice": way(more=", let-op: [{ernst: afgeraden, want: Nee}]"),
    "a way that frightens": way(words="Anders volgt ontslag"),
    "a way that points away": way(words="Dan hoeft de politie er niet bij"),
    "too many texts": f"teksten: [{', '.join(['{stoel: vp, tekst: Ja}'] * 13)}]",
}


@pytest.mark.parametrize("attempt", REFUSED)
def test_attempt_to_take_something_away_is_refused(attempt: str) -> None:
    found = findings(REFUSED[attempt], bundled())

    assert found
    assert {each.severity.value for each in found} == {"error"}


HARMLESS: Mapping[str, str] = {
    "markup": text("[red]Praten[/red] [/] kan"),
    "html": text("<script>alert(1)</script> kan"),
    "a template": text("{{ jij }} $(rm -rf) %s kan"),
    "a title like a warning": way(title="LET OP"),
    "what it does not know": "bekend: {sector: onbekend}",
    "a longer term": term("900 jaar"),
    "a faster promise": "beloften: {meldpunt-7-dagen: {termijn: 1 dag}}",
}


@pytest.mark.parametrize("attempt", HARMLESS)
def test_what_takes_nothing_away_may_be_said(attempt: str) -> None:
    assert findings(HARMLESS[attempt], bundled()) == ()


def test_so_many_attempts_are_made() -> None:
    assert len(REFUSED) + len(HARMLESS) >= 40
