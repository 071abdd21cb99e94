"""The report: everything in it, nothing in it that was not meant, and in both forms."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction
from functools import cache
from html import escape

import pytest
from builders import AT, TODAY, clause, condition, library, question, route, tree
from hypothesis import given
from hypothesis import strategies as st
from screens import bicycles
from web import PLANTED, READER, Read, squeezed

from vpwijzer.cli.report import MARK, report
from vpwijzer.document.blocks import (
    Block,
    Link,
    Listing,
    Paragraph,
    Table,
    heading,
    link,
    point,
    strong,
)
from vpwijzer.document.html import to_html
from vpwijzer.document.markdown import to_markdown
from vpwijzer.model import (
    Asked,
    Guarantee,
    Library,
    Promise,
    Seat,
    Selector,
    Source,
    Track,
)
from vpwijzer.model.finding import Finding, Rule
from vpwijzer.pages.report import Subject
from vpwijzer.pages.report.promises import WORDS
from vpwijzer.proof import prove
from vpwijzer.words.numbers import about, percentage

DAY = date(2026, 11, 22)
WORDS_WITHOUT_CONTROL = st.text(
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn"])
)


def subject(made: Library, *findings: Finding, day: date = DAY) -> Subject:
    proof = prove(made, sharing=True)
    found = (*findings, *proof.findings)
    return Subject(made, found, proof, day, "inhoud")


@cache
def about_bicycles() -> Subject:
    return subject(bicycles())


def shapes(words: str) -> Iterator[Block]:
    """Put words everywhere that words can stand."""
    yield heading(2, words)
    yield Paragraph((words,))
    yield Paragraph((words, Link(words, "#er"), words))
    yield Listing((point(words, below=[point(words)]),))
    yield Paragraph(("en:",))
    yield Listing((point(words), point(words)), numbered=True)
    yield Table((words,), (((words,),), ((strong("x"), words),)))


# The whole of it.


def test_report_on_bicycles_reads_like_this(golden: Callable[[str, str], None]) -> None:
    golden("report.md", report(about_bicycles(), ".md"))


def test_markdown_and_html_say_the_same() -> None:
    markdown = report(about_bicycles(), ".md").removeprefix(MARK)

    read = Read(READER.render(markdown))
    page = Read(report(about_bicycles(), ".html"))

    assert read.text == page.text
    assert read.links == page.links
    assert sorted(read.anchors) == sorted(page.anchors)


def test_everything_has_a_place_and_every_link_leads_to_one() -> None:
    page = Read(report(about_bicycles(), ".html"))
    inside = {to[1:] for to in page.links if to.startswith("#")}

    assert len(set(page.anchors)) == len(page.anchors)
    assert inside <= set(page.anchors)
    assert {f"route-{name}" for name in bicycles().routes} <= inside
    assert {f"boom-{name}" for name in bicycles().trees} <= inside


def test_page_needs_nothing_from_elsewhere() -> None:
    made = report(about_bicycles(), ".html")

    assert Read(made).tags.isdisjoint({"script", "link", "img", "iframe", "base"})
    assert "default-src 'none'" in made
    assert "url(" not in made
    assert "@media print" in made


# Words are only words.


@pytest.mark.parametrize("words", PLANTED)
def test_signs_in_content_stay_signs(words: str) -> None:
    blocks = [*shapes(words)]
    plain = Read(to_html(shapes("x"), "x", MARK))

    for page in (to_html(blocks, "x", MARK), READER.render(to_markdown(blocks))):
        seen = Read(page)
        assert seen.tags <= plain.tags
        assert seen.links == ["#er"]
        assert "".join(squeezed(words).split()) in "".join(seen.text)


@given(WORDS_WITHOUT_CONTROL)
def test_markdown_of_any_words_is_read_as_those_words(words: str) -> None:
    said = squeezed(words)

    assert Read(READER.render(to_markdown(shapes(words)))).text == (
        Read(to_html(shapes(said), "x", MARK)).text
    )


@given(WORDS_WITHOUT_CONTROL.filter(str.strip))
def test_markdown_of_one_paragraph_is_exactly_its_words(words: str) -> None:
    read = READER.render(to_markdown([Paragraph((words,))]))

    said = escape(squeezed(words), quote=False).replace('"', "&quot;")
    assert squeezed(read) == f"<p>{said}</p>"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//kwaad.example", ""]
)
def test_only_addresses_of_the_web_become_links(address: str) -> None:
    assert link("bron", address) == "bron"


def test_address_cannot_close_its_own_link() -> None:
    odd = 'https://fiets.example/a)<b>"c" d'

    for page in (
        to_html([Paragraph((link("x", odd),))], "x", MARK),
        READER.render(to_markdown([Paragraph((link("x", odd),))])),
    ):
        seen = Read(page)
        assert len(seen.links) == 1
        assert "b" not in seen.tags


# What it says.


def markdown(made: Library, *findings: Finding) -> str:
    return report(subject(made, *findings), ".md")


KEPT = Guarantee(
    "g", "Dit geldt.", (), condition(), (Promise.APPLIES, Selector(("r",))), AT
)


def promised(guarantee: Guarantee = KEPT) -> Library:
    made = library(
        tree("t", question("x"), question("y")),
        route("r", when="x: a"),
        route("s"),
    )
    track = Track("spoor", "spoor", "", "", True, ("r", "s"), AT)  # noqa: FBT003 - a record
    return replace(made, guarantees={"g": guarantee}, tracks={"spoor": track})


def test_every_promise_has_words() -> None:
    assert WORDS.keys() == set(Promise)


def test_guarantee_that_holds_says_over_how_many_conversations() -> None:
    made = markdown(promised(replace(KEPT, condition=condition("x: a"))))

    assert "- **Wanneer:** als “x?” → “a”\n" in made
    assert "- **Dan:** past elk van deze routes: [r](#route-r)\n" in made
    assert "- **Bewezen:** over 9 gesprekken\n" in made


def test_guarantee_that_is_broken_shows_the_smallest_conversation() -> None:
    made = markdown(promised(replace(KEPT, trees=("t",))))

    assert "- **In gesprekken met:** [t](#boom-t)\n- **Wanneer:** altijd\n" in made
    assert (
        "- **Bewezen:** nee, deze waarborg geldt niet in elk gesprek\n"
        "  - Kleinste gesprek, vanaf “t”, stoel medewerker:\n"
        "    - x? b\n"
    ) in made


def test_guarantee_of_order_names_both_questions() -> None:
    made = markdown(promised(replace(KEPT, promise=Asked("x", before_question="y"))))

    assert "- **Dan:** is “x?” al bekend voordat “y?” komt\n" in made


def test_guarantee_of_a_question_before_a_route_leads_to_the_route() -> None:
    made = markdown(promised(replace(KEPT, promise=Asked("x", before_route="r"))))

    assert "- **Dan:** is “x?” al bekend bij deze route: [r](#route-r)\n" in made


def test_selector_says_which_routes_it_takes() -> None:
    chosen = Selector(trees=("t",), tracks=("spoor",))

    made = markdown(promised(replace(KEPT, promise=(Promise.VISIBLE, chosen))))

    assert "alle routes bij [t](#boom-t), van het traject “spoor”\n" in made


def test_level_in_a_selector_is_named_with_its_aspect() -> None:
    chosen = Selector(levels={"kosten": frozenset({"veel", ""})})
    made = bicycles()
    kept = Guarantee(
        "g", "Geld telt.", (), condition(), (Promise.NEVER_TOGETHER, chosen), AT
    )

    words = report(
        Subject(replace(made, guarantees={"g": kept}), (), None, DAY, "x"), ".md"
    )

    assert "alle routes met bij “Kosten” het niveau “niet geregeld” of" in words


def test_what_was_not_proved_is_not_called_proved() -> None:
    made = promised()
    unproved = Subject(made, (), None, DAY, "inhoud")
    too_large = replace(
        unproved, proof=replace(prove(made), counts={}, guarantees={"g": None})
    )

    words = report(unproved, ".md")

    assert "- **Bewezen:** nee, want er zijn eerst fouten op te lossen\n" in words
    assert "De mogelijke gesprekken zijn niet alle bekeken." in words
    assert "- **Past in:** niet geteld\n" in words
    assert "nee, daarvoor hangt te veel met elkaar samen" in report(too_large, ".md")


def test_finding_has_its_place_remedy_and_conversation_on_top() -> None:
    loose = Rule("code", "dit klopt niet", "doe dat").at(AT)
    made = markdown(promised(), loose)

    first = made.index("- **Fout:** dit klopt niet\n  - **Plaats:** test.yaml, regel 1")

    assert first < made.index("## Bomen")
    assert "  - **Wat je kunt doen:** doe dat\n" in made
    assert made.index("Kleinste gesprek") < made.index("## Bomen")


def test_finding_names_its_other_places_and_what_follows() -> None:
    other = Rule("code", "dit klopt niet").at(AT)
    effect = Rule("gevolg", "en dit dus ook niet").at(AT)
    made = markdown(promised(), replace(other, also=(other, effect)))

    assert "  - **Ook op:** test.yaml:1\n" in made
    assert "  - **Daardoor ook:** gevolg op test.yaml:1\n" in made


def test_sources_stand_with_their_age_and_what_is_late_comes_first() -> None:
    made = replace(
        bicycles(),
        sources={
            "oud": source("oud", "2026-01-01"),
            "laat": source("laat", "2026-11-21", again="2026-11-20"),
            "goed": source("goed", "2026-11-22", again="2026-11-23"),
            **bicycles().sources,
        },
    )

    words = report(Subject(made, (), None, DAY, "x"), ".md")
    rows = words[words.index("## Bronnen") :].splitlines()[4:]

    assert [row.split(" | ")[0] for row in rows] == [
        "| laat",
        "| oud",
        "| [Het fietsboek](https://fiets.example). Tweede druk.",
        "| goed",
    ]
    assert "2026-11-21 (1 dag geleden) | te laat: vóór 2026-11-20, 2 dagen" in rows[0]
    assert "2026-01-01 (325 dagen geleden) | geen dag afgesproken" in rows[1]
    assert "2026-11-22 (vandaag) | vóór 2026-11-23, nog 1 dag" in rows[3]


def source(name: str, checked: str, again: str = "") -> Source:
    return Source(name, name, "onbekend", checked, AT, recheck=again)


def test_seat_option_and_filled_answer_are_told() -> None:
    asked = question("x")
    filled = replace(
        asked.options[0], implies=(clause("y: b"),), seat=Seat.TRAINER, alone=True
    )
    made = library(
        tree("t", replace(asked, options=(filled, asked.options[1])), question("y"))
    )

    words = markdown(made)

    assert (
        "- **a**\n"
        "  - Vult ook in: “y?” → “b”\n"
        "  - Gaat niet samen met een andere keuze.\n"
        "  - Vanzelf ingevuld als de trainer aan het toetsenbord zit.\n"
    ) in words


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (Fraction(0), "geen enkel gesprek"),
        (Fraction(1, 10**30), "minder dan 0,1% van de gesprekken"),
        (Fraction(1, 3), "33,3% van de gesprekken"),
        (1 - Fraction(1, 10**30), "meer dan 99,9% van de gesprekken"),
        (Fraction(1), "alle gesprekken"),
    ],
)
def test_share_is_never_rounded_to_all_or_none(share: Fraction, words: str) -> None:
    assert percentage(share) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(9, "9"), (999_999, "999.999"), (1_290_000, "ruim 1,2 · 10⁶")],
)
def test_long_number_is_rounded_down(number: int, words: str) -> None:
    assert about(number) == words


def test_number_of_any_size_has_words() -> None:
    assert re.fullmatch(r"ruim 1,0 · 10⁴⁰⁰", about(10**400))


def test_day_of_the_report_is_given_not_looked_up() -> None:
    made = report(subject(promised(), day=date.fromisoformat(TODAY)), ".md")

    assert f"op {TODAY}. " in made
    assert "(vandaag)" in made
