from dataclasses import replace

import pytest
from builders import AT, TODAY, caution, library, option, question, route, tree

from vpwijzer.checks.readability import check_plain, ease_of, figures, sentences
from vpwijzer.checks.texts import said
from vpwijzer.cli.readability import count_syllables
from vpwijzer.model import Closing, Contact, Library, Line, Opening, Seat, Track

EXPLAINED = replace(question("x"), explanation="Zo kiezen we.")
LONG = " ".join(["woord"] * 26) + "."


def with_summary(text: str, **jargon: str) -> Library:
    content = library(tree("t", EXPLAINED), replace(route("r"), summary=text))
    return replace(content, jargon=jargon)


def codes(content: Library) -> list[str]:
    return [finding.code for finding in check_plain(content)]


def test_sentence_ends_at_a_full_stop_question_mark_or_colon() -> None:
    split = sentences("Bel nu. Wil je dat? Let op: het helpt, echt")

    assert [len(words) for words in split] == [2, 3, 2, 3]


def test_number_with_a_dot_is_no_end_of_a_sentence() -> None:
    assert len(sentences("Dat kost 1.000 euro.")) == 1


def test_sentence_of_25_words_is_not_too_long() -> None:
    assert codes(with_summary(" ".join(["woord"] * 25))) == []


def test_sentence_of_26_words_is_too_long() -> None:
    assert codes(with_summary(LONG)) == ["lange-zin"]


def test_jargon_without_explanation_is_reported() -> None:
    content = with_summary("De bejegening was slecht.", bejegening="omgang")

    assert codes(content) == ["jargon"]


@pytest.mark.parametrize(
    "text",
    [
        "De bejegening (omgang) was slecht.",
        "De bejegening, dus de omgang, was slecht.",
        "Er was niets aan de hand.",
    ],
)
def test_explained_jargon_is_fine(text: str) -> None:
    assert codes(with_summary(text, bejegening="omgang")) == []


def test_jargon_is_found_in_its_other_forms() -> None:
    content = with_summary("De represailles kwamen.", represaille="nadeel als straf")

    assert codes(content) == ["jargon"]


def test_what_only_the_adviser_reads_may_be_hard() -> None:
    own = tree("t", EXPLAINED, adviser_only=True)
    content = library(own, replace(route("r"), summary=LONG))

    assert codes(content) == []
    assert [each.text for each in said(content)] == []


def test_question_without_explanation_is_reported_also_to_an_adviser() -> None:
    own = tree("t", question("x"), adviser_only=True)

    assert codes(library(own)) == ["zonder-uitleg"]


def test_every_text_a_person_sees_is_measured() -> None:
    asked = replace(question("x", option("a")), explanation="uitleg")
    way = replace(route("r", cautions=(caution(),)), while_open="zolang")
    contact = Contact("c", "naam", "waarvoor", "2026-11-21", certain=True, at=AT)
    track = Track("s", "spoor", "soort", "+", is_help=True, routes=("r",), at=AT)
    content = replace(
        library(tree("t", asked), way), contacts={"c": contact}, tracks={"s": track}
    )

    opening = Opening(Seat.ADVISER, "titel", (Line("vooraf", AT),), TODAY, AT)
    closing = Closing(
        Seat.ADVISER,
        "titel",
        (Line("achteraf", AT),),
        (replace(question("y", option("b")), adviser_note="notitie"),),
        TODAY,
        AT,
    )
    content = replace(
        content,
        openings={Seat.ADVISER: opening},
        closings={Seat.ADVISER: closing},
    )

    texts = [each.text for each in said(content) if each.text]

    assert texts == [
        "x?",
        "uitleg",
        "a",
        "r",
        "r",
        "zolang",
        "let op",
        "vooraf",
        "y?",
        "b",
        "achteraf",
        "waarvoor",
        "soort",
    ]


def test_ease_follows_the_formula_of_douma() -> None:
    measured = ease_of("t", ["een twee drie vier", "vijf zes"], lambda _: 2)

    assert (measured.words, measured.longest, measured.mean) == (6, 4, 3.0)
    assert measured.ease == pytest.approx(206.84 - 0.93 * 3 - 77 * 2)


def test_without_syllables_there_is_no_ease() -> None:
    assert ease_of("t", ["een twee"], None).ease is None


def test_no_text_has_no_figures() -> None:
    measured = ease_of("t", [], lambda _: 1)

    assert (measured.mean, measured.longest, measured.ease) == (0.0, 0, None)


def test_figures_end_with_everything_together() -> None:
    measured = figures(with_summary("Bel nu."), None)

    assert [each.name for each in measured] == ["test.yaml", "alles samen"]


@pytest.mark.parametrize(
    ("word", "count"), [("bel", 1), ("praten", 2), ("vertrouwenspersoon", 5)]
)
def test_syllables_are_counted_the_dutch_way(word: str, count: int) -> None:
    syllables = count_syllables()

    assert syllables is not None
    assert syllables(word) == count
