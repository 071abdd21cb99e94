"""The page that says what differs between two versions."""

from dataclasses import replace

from builders import (
    caution,
    clock,
    consequence,
    follow,
    library,
    option,
    question,
    route,
    tree,
)

from vpwijzer.diff import Comparison, Kind, compare
from vpwijzer.document.markdown import to_markdown
from vpwijzer.model import (
    ALWAYS,
    Aspect,
    Closing,
    Consequence,
    Contact,
    ContactLink,
    Guarantee,
    Library,
    Line,
    Opening,
    Promise,
    Seat,
    Selector,
)
from vpwijzer.pages.change import change_page
from vpwijzer.words.wording import Wording

X, Y = question("x"), question("y")
FREE = route("vrij")
HALF = route("r", when="x: a")

WIDER = """\
# Verschil tussen `oud` en `nieuw`

## In het kort

- Er verandert iets in 3 van de 9 vergeleken gesprekken: in 33,3% van de gesprekken \
vanaf “t”.
- Routes met een andere uitkomst of inhoud (1): “r” (`r`).

## Wat er is vergeleken

De oude versie heeft 9 mogelijke gesprekken.

De nieuwe versie heeft 9 mogelijke gesprekken.

Vergeleken zijn alle 9 paren van een gesprek in de oude en een in de nieuwe versie: \
wat beide vragen, is in beide hetzelfde beantwoord. Elk paar telt even zwaar. Een \
percentage zegt dus niet hoe vaak iets in het echt voorkomt.

## Wat er in gesprekken verandert

Komt een onderwerp erbij of valt het weg, dan horen zijn vragen en wegen daarbij. \
Die staan er niet apart. In een voorbeeld is vet waar de wijziging van afhangt.

### Wijziging 1

In 33,3% van de gesprekken vanaf “t”:

- “r” (`r`): past nu; eerst viel deze af.

Kleinste voorbeeld, vanaf “t”, stoel medewerker:

1. **x? b**
2. y? a

## Wat er anders staat

### Route “r” (`r`)

- Voorwaarde
  - was: “x?” → “a”
  - nu: “x?” → “a” of “b”
"""


def shown(comparison: Comparison | None) -> str:
    return to_markdown(change_page("oud", "nieuw", comparison))


def page(old: Library, new: Library, budget: int = 100_000) -> str:
    return shown(compare(old, new, Wording, budget))


def one(*parts: object) -> Library:
    return library(tree("t", X, Y), FREE, *parts)  # type: ignore[arg-type] # parts of content


def test_no_difference_is_one_line() -> None:
    assert page(one(), one()) == "Geen verschil.\n"


def test_page_says_what_changes_where_with_an_example_and_the_words() -> None:
    assert page(one(HALF), one(route("r", when="x: a, b"))) == WIDER


def test_another_order_of_files_says_that_nothing_differs() -> None:
    made = page(library(tree("t"), FREE, HALF), library(tree("t"), HALF, FREE))

    assert made.endswith("## Wat er anders staat\n\nNiets.\n")


def test_words_of_content_are_never_markup() -> None:
    made = page(one(HALF), one(replace(HALF, summary="*Nu* <b>\n# kop")))

    assert "  - nu: \\*Nu\\* \\<b\\> \\# kop\n" in made


def test_nothing_changes_in_talks_when_only_words_do() -> None:
    made = page(one(HALF), one(replace(HALF, summary="Zus.")))

    assert "- In gesprekken die beide versies kennen, verandert niets.\n" in made
    assert "- Alleen anders opgeschreven (1): Route “r” (`r`).\n" in made
    assert "In geen enkel vergeleken gesprek verandert" in made


def test_what_is_added_and_gone_is_told_from_what_changed() -> None:
    old = one(HALF, clock("k", "r"))
    new = one(HALF, replace(clock("l", "r"), text=""))

    made = page(old, new)

    assert "- De termijn “k” (`k`): loopt niet meer; eerst zeker.\n" in made
    assert "- De termijn “l” (`l`): loopt nu; eerst niet.\n" in made
    assert "- Titel\n  - vervalt: k\n" in made
    assert "- Titel\n  - nieuw: l\n" in made


def test_question_of_one_version_is_marked_in_the_example() -> None:
    old = library(tree("t", question("x"), question("z")), FREE)
    new = library(tree("t", question("x"), question("y")), FREE)

    made = page(old, new)

    assert "2. **z? a** (vraagt alleen de oude versie)\n" in made
    assert "3. y? a (vraagt alleen de nieuwe versie)\n" in made
    assert "- De vraag “y?” (`y`): wordt nu gesteld.\n" in made


def test_talks_of_one_version_are_named_and_not_compared() -> None:
    more = question("x", "a", "b", option("c"))
    old = library(tree("t", X), FREE)
    new = library(tree("t", more), tree("u", Y), FREE)

    made = page(old, new)

    assert (
        "- “x?” (`x`) krijgt in de nieuwe versie een antwoord dat de oude niet kent: "
        "in 25% van de gesprekken vanaf “t”. Zulke gesprekken zijn niet vergeleken.\n"
    ) in made
    assert "Alleen in de nieuwe versie kan een gesprek beginnen bij “u” (`u`)." in made
    assert "- Keuze `c`, tekst\n  - nieuw: c\n" in made
    assert "- In gesprekken die beide versies kennen, verandert niets.\n" in made
    assert (
        "- Vragen met een antwoord dat maar één versie kent (1): “x?” (`x`).\n" in made
    )
    assert "versie een gesprek kan beginnen (1): “u” (`u`).\n" in made


def test_parts_of_a_route_are_named_with_their_words() -> None:
    def content(when: str) -> Library:
        made = route(
            "r",
            cautions=(caution(when),),
            effects=(consequence("zo", when), Consequence("", "", FREE.at)),
        )
        link = ContactLink("c", FREE.at, made.cautions[0].condition)
        contact = Contact("c", "Balie", "Vragen", "2026-01-01", True, FREE.at)  # noqa: FBT003 - a record
        aspect = Aspect("regie", "Regie", "Wie beslist?", {}, FREE.at)
        content = one(replace(made, contacts=(link,)))
        return replace(content, contacts={"c": contact}, aspects={"regie": aspect})

    made = page(content("x: a"), content("x: b"))

    assert "- “r” (`r`), let op “let op”: staat er niet meer; eerst zeker.\n" in made
    assert "- “r” (`r`), gevolg voor “Regie” (`regie`) hoog “zo”: staat er nu; " in made
    assert "- “r” (`r`), gevolg voor “Regie” (`regie`) niet geregeld: staat er " in made
    assert "- “r” (`r`), contact “Balie” (`c`): staat er nu; eerst niet.\n" in made


def test_starts_with_the_same_share_are_named_together() -> None:
    last = replace(tree("v", X), can_start=False)

    def content(name: str) -> Library:
        starts = (tree(name, then=[follow("v")]) for name in ("s", "t", "u"))
        return library(*starts, last, route("r", when=f"x: {name}", trees="v"))

    made = page(content("a"), content("b"))

    assert "In 33,3% van de gesprekken vanaf “s”, “t” en “u”:\n" in made


def test_talk_without_a_question_says_so() -> None:
    made = page(library(tree("t")), library(tree("t"), FREE))

    assert "In 100% van de gesprekken vanaf “t”:\n" in made
    assert "Er wordt niets gevraagd.\n" in made


def test_subject_that_comes_up_is_a_change() -> None:
    def content(when: str) -> Library:
        return library(tree("t", X, then=[follow("u", when)]), tree("u"), FREE)

    made = page(content("x: a"), content("x: b"))

    assert "- Het onderwerp “u” (`u`): komt nu aan bod.\n" in made


def test_order_of_the_trees_has_no_owner() -> None:
    made = page(
        library(tree("t"), tree("u"), FREE), library(tree("u"), tree("t"), FREE)
    )

    assert "### Boom\n\n- Volgorde\n  - was: t, u\n  - nu: u, t\n" in made


def test_word_and_promise_are_named_by_their_id() -> None:
    chosen = Selector(("r",), levels={"regie": frozenset({"hoog"})})
    promise = Guarantee("w", "Omdat.", (), ALWAYS, (Promise.APPLIES, chosen), FREE.at)
    contact = Contact("c", "De balie", "Vragen", "2026-01-01", True, FREE.at)  # noqa: FBT003 - a record
    new = replace(
        one(),
        jargon={"vp": "die je helpt"},
        guarantees={"w": promise},
        contacts={"c": contact},
    )

    made = page(one(), new)

    assert "### Woord `vp`\n\n- Tekst\n  - nieuw: die je helpt\n" in made
    assert "### Waarborg `w`\n\n- Waarom\n  - nieuw: Omdat.\n" in made
    assert "- Belofte\n  - nieuw: past, r · regie: hoog\n" in made
    assert "### Contact “De balie” (`c`)\n" in made


def test_what_was_touched_is_summed_up_by_kind() -> None:
    def content(when: str, *parts: object) -> Library:
        first = tree("t", X, question("z", when=when), then=[follow("u", when)])
        last = replace(tree("u", Y), can_start=False)
        return library(first, last, FREE, clock("k", "vrij", when=when), *parts)  # type: ignore[arg-type] # parts of content

    made = page(content("x: a", HALF), content("x: b", route("s")))

    assert (
        "- Onderwerpen die vaker of minder vaak aan bod komen (1): “u” (`u`).\n" in made
    )
    assert "- Vragen die vaker of minder vaak worden gesteld (1): “z?” (`z`).\n" in made
    assert "uitkomst of inhoud (2): “s” (`s`) en “r” (`r`).\n" in made
    assert "- Termijnen die anders lopen (1): “k” (`k`).\n" in made
    assert "- Alleen anders opgeschreven (1): Boom “t” (`t`).\n" in made


def test_words_before_and_after_a_talk_are_named_by_their_seat() -> None:
    opening = Opening(Seat.ADVISER, "Welkom", (Line("Hallo.", FREE.at),), "", FREE.at)
    asked = (question("wie", unknown=False),)
    closing = Closing(Seat.ADVISER, "Tot slot", (), asked, "", FREE.at)
    new = replace(
        one(), openings={Seat.ADVISER: opening}, closings={Seat.ADVISER: closing}
    )

    made = page(one(), new)

    assert "### Opening “Welkom” (`vp`)\n" in made
    assert "- Zin\n  - nieuw: Hallo.\n" in made
    assert "### Slot “Tot slot” (`vp`)\n" in made
    assert "- Vraag `wie`, keuze `a`, tekst\n  - nieuw: a\n" in made


def test_too_much_to_compare_at_all_is_said_first() -> None:
    made = page(one(HALF), one(route("r", when="y: a")), budget=3)

    assert "- De gesprekken zijn niet vergeleken" in made
    assert "## Wat er in gesprekken verandert" not in made
    assert "- Voorwaarde\n" in made


def test_part_that_is_too_much_to_compare_is_named_and_the_rest_is_shown() -> None:
    comparison = compare(one(HALF), one(route("r", when="x: b"), route("s")), Wording)
    assert comparison is not None
    assert comparison.talks is not None
    left = replace(
        comparison.talks,
        changed=None,
        groups=comparison.talks.groups[:1],
        missing=((Kind.ROUTE, "s"),),
    )

    made = shown(replace(comparison, talks=left))
    assert "- Er verandert iets in gesprekken. In hoeveel is niet geteld" in made
    assert "lees zelf na wat hier in gesprekken verandert (1): “s” (`s`).\n" in made
    assert "### Wijziging 1\n" in made

    nothing = replace(left, groups=())
    made = shown(replace(comparison, talks=nothing))
    assert "- In wat wel is vergeleken, verandert er niets.\n" in made


def test_talks_that_are_too_many_to_count_are_shown_all_the_same() -> None:
    more = question("x", "a", "b", option("c"))
    comparison = compare(
        one(HALF), library(tree("t", more, Y), FREE, route("r", when="x: b")), Wording
    )
    assert comparison is not None
    assert comparison.talks is not None
    talks = comparison.talks
    uncounted = replace(
        talks,
        counts=(None, None),
        pairs=None,
        changed=None,
        groups=tuple(replace(g, shares=None, example=None) for g in talks.groups),
        one_sided=tuple(replace(each, shares=None) for each in talks.one_sided),
    )

    made = shown(replace(comparison, talks=uncounted))

    assert "mogelijke gesprekken" not in made
    assert "Vergeleken zijn alle paren" in made
    assert "antwoord dat de oude niet kent. Zulke gesprekken" in made
    assert "In een deel van de gesprekken; het zijn er te veel om te tellen:\n" in made
    assert "Een kleinste voorbeeld is niet gevonden" in made
