"""Screens as text, from a small library about bicycles."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from asked_keys import readable
from bicycle_pages import GONE, PAGES, both_ways, outcome, said, unhandy, windy
from builders import AT, caution, clock, question, route, start, tree, walk
from screens import as_text, bicycles

from vpwijzer.cli.show import show_findings
from vpwijzer.engine.outcome import decide
from vpwijzer.engine.outcome_diff import Shift
from vpwijzer.engine.walk import begin
from vpwijzer.model import Contact, Kind, Library, Option, Seat
from vpwijzer.model.finding import Rule
from vpwijzer.model.position import Position
from vpwijzer.pages.catalogue import routes_page, tree_page, trees_page
from vpwijzer.pages.closed import closed_page
from vpwijzer.pages.compare import compare_page
from vpwijzer.pages.findings import findings_page
from vpwijzer.pages.menu import menu_page
from vpwijzer.pages.outcome import numbered, outcome_page
from vpwijzer.pages.question import (
    explanation_page,
    priority_page,
    talk_page,
)
from vpwijzer.pages.route import route_page
from vpwijzer.words.contacts import contact_line

Golden = Callable[[str, str], None]
WIDTHS = [80, 40]
MARKUP = "[red]x[/] [/] :smile: [link=http://a]b[/link] \\[c]"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_page_looks_as_approved(name: str, width: int, golden: Golden) -> None:
    golden(f"{name}-{width}.txt", as_text(PAGES[name](), width))


@pytest.mark.parametrize("width", [40, 60, 80, 100])
@pytest.mark.parametrize("name", PAGES)
def test_no_line_is_wider_than_the_window(name: str, width: int) -> None:
    lines = as_text(PAGES[name](), width).splitlines()

    assert max(map(len, lines)) <= width


def test_finding_names_the_other_places_and_counts_the_rest() -> None:
    at = [GONE.at(Position("a.yaml", n, 1)) for n in range(1, 6)]
    few = replace(at[0], also=(at[1],))
    many = replace(at[0], hint="maak iets", also=tuple(at[1:]))

    lines = as_text(findings_page([few, many], {}), 200).splitlines()

    told = [line.strip() for line in lines if "=" in line]
    assert told == [
        "= ook op a.yaml:2",
        "= maak iets",
        "= ook op a.yaml:2, a.yaml:3, a.yaml:4 en nog op 1 andere",
    ]


def test_finding_names_what_follows_from_it() -> None:
    effects = [
        Rule(code, "gevolg").at(Position("b.yaml", line, 1))
        for line, code in enumerate(["stuk", "stuk", "leeg", "op"], 1)
    ]
    found = replace(GONE.at(Position("a.yaml", 1, 1)), also=tuple(effects))

    lines = as_text(findings_page([found], {}), 200).splitlines()

    assert lines[1].strip() == (
        "= daardoor ook stuk op b.yaml:1, stuk op b.yaml:2, leeg op b.yaml:3"
        " en nog op 1 andere"
    )


def test_where_a_conversation_starts_is_never_cut_off(tmp_path: Path) -> None:
    start = "Kleinste gesprek, vanaf" + " heel" * 30

    with (tmp_path / "uit").open("w+", encoding="utf-8") as out:
        found = GONE.at(AT)
        show_findings([found], out, {}, {found: [start, "Waar? Daar"]})
        out.seek(0)
        shown = " ".join(out.read().split())

    assert shown.endswith(f"{start} - Waar? Daar")


def test_content_is_never_read_as_markup() -> None:
    option = Option("a", MARKUP, AT, explanation=MARKUP)
    asked = replace(question("x"), text=MARKUP, explanation=MARKUP, options=(option,))
    trees = replace(tree("t", asked), title=MARKUP, subject=MARKUP)
    way = replace(route("r"), title=MARKUP, summary=MARKUP)
    content = readable(trees, way)
    talk = walk(content, x="a")
    decided = decide(talk)
    pages = [
        tree_page(trees, content),
        trees_page(content),
        routes_page(content),
        route_page(way, content, decided.rulings[0], talk.view),
        outcome_page(decided, content, show_all=True),
        priority_page(decided.rulings[0], content, talk.view),
        talk_page(talk),
        menu_page(MARKUP, [(MARKUP, MARKUP)]),
        explanation_page([(MARKUP, MARKUP)]),
        findings_page([Rule(MARKUP, MARKUP, MARKUP).at(AT)], {AT.file: [MARKUP]}),
    ]

    for page in pages:
        assert MARKUP in as_text(page, 200)


def test_way_keeps_its_number_from_the_list_on_every_page() -> None:
    decided = decide(both_ways())

    titles = {r.route.id: r.route.title for r in decided.rulings}
    lines = as_text(outcome_page(decided, bicycles(), show_all=False)).splitlines()

    for name, number in numbered(decided).items():
        assert (
            sum(line.startswith(f"{number:>2} {titles[name]}") for line in lines) == 1
        )


def test_closed_way_has_no_number() -> None:
    decided = decide(windy())

    assert "van-de-weg" in {r.route.id for r in decided.rulings}
    assert "van-de-weg" not in numbered(decided)


def test_sixth_way_is_named_with_its_number_only() -> None:
    content = readable(tree("t"), *(route(f"r{n}") for n in range(1, 9)))
    decided = decide(start(content))

    some = as_text(outcome_page(decided, content, show_all=False))
    every = as_text(outcome_page(decided, content, show_all=True))

    assert some.splitlines()[-3] == "   Nog 3 wegen: 6 r6; 7 r7; 8 r8"
    assert "Nog" not in every
    assert " 8 r8" in every


def test_fourth_clock_that_may_run_is_counted_only() -> None:
    clocks = [clock(f"k{n}", "r", when="x: a") for n in range(1, 6)]
    content = readable(tree("t", question("x")), route("r"), *clocks)

    decided = decide(walk(content, x="onbekend"))
    lines = as_text(outcome_page(decided, content, show_all=False)).splitlines()

    assert lines[3:8] == [
        "Termijnen die misschien lopen",
        "   ? k1: 7 dagen vanaf nu.",
        "   ? k2: 7 dagen vanaf nu.",
        "   ? k3: 7 dagen vanaf nu.",
        "   En nog 2 termijnen; zie de wegen zelf.",
    ]


def test_third_reason_against_is_counted_only() -> None:
    cautions = tuple(
        replace(caution("x: a", against=True), text=f"want {n}") for n in range(1, 5)
    )
    content = readable(tree("t", question("x")), route("r", cautions=cautions))

    decided = decide(walk(content, x="a"))
    lines = as_text(outcome_page(decided, content, show_all=False)).splitlines()

    assert lines[-5:-2] == [
        "      - want 1",
        "      - want 2",
        "      - En nog 2 redenen.",
    ]


def test_way_shows_its_first_caution_and_counts_the_rest() -> None:
    sure = [replace(caution("x: a"), text=f"pas op {n}") for n in (1, 2, 3)]
    cautions = (*sure, caution("y: a"))
    content = readable(
        tree("t", question("x"), question("y")), route("r", cautions=cautions)
    )

    decided = decide(walk(content, x="a", y="onbekend"))
    lines = as_text(outcome_page(decided, content, show_all=False)).splitlines()

    assert lines[-4:-2] == [
        "      nog 2 keer 'let op'",
        "      let op: pas op 1",
    ]


def test_closed_way_that_is_no_help_is_not_counted() -> None:
    closed = "Valt af: 1 weg"

    assert closed not in as_text(outcome(windy(), show_all=True))
    assert closed in as_text(outcome(unhandy(), show_all=True))


def test_trees_that_are_offered_stand_at_the_end() -> None:
    decided = replace(decide(windy()), offered_trees=("diefstal",))

    lines = as_text(outcome_page(decided, bicycles(), show_all=False)).splitlines()

    assert lines[-4:-2] == [
        "Weet je later meer? Dan is er ook",
        "   - Mijn fiets is weg",
    ]


def test_oldest_date_of_the_ways_that_stand_here_is_given() -> None:
    content = readable(
        tree("t", question("x")),
        replace(route("r"), checked="2026-03-01"),
        replace(route("s"), checked="2026-02-01"),
        replace(route("gesloten", when="x: b"), checked="2026-01-01"),
    )

    lines = as_text(outcome_page(decide(walk(content, x="a")), content, show_all=True))

    assert lines.splitlines()[-1] == "Laatst gecontroleerd: 2026-02-01."


def test_outcome_without_ways_has_no_date() -> None:
    empty, other = (readable(tree("t"), *ways) for ways in ((), (route("r"),)))

    assert "gecontroleerd" not in said(start(empty))
    assert "gecontroleerd" in said(start(other))


def test_fourth_fact_to_find_out_is_left_out() -> None:
    names = ["p", "q", "r", "s"]
    content = readable(
        tree("t", *map(question, names)),
        *(route(f"na-{name}", when=f"{name}: a") for name in names),
    )
    talk = walk(content, **dict.fromkeys(names, "onbekend"))

    page = as_text(outcome_page(decide(talk), content, show_all=False))

    assert page.count("maakt 1 weg duidelijk") == 3


def test_unfinished_talk_has_nothing_to_find_out() -> None:
    content = readable(tree("t", question("x")), route("r", when="x: a"))

    assert "Zoek eerst uit" not in said(start(content))
    assert "Zoek eerst uit" in said(walk(content, x="onbekend"))


def test_unfinished_talk_says_what_a_way_depends_on_and_no_more() -> None:
    way = replace(route("r", when="x: a"), while_open="Wacht nog even.")
    content = readable(tree("t", question("x")), way)

    page = as_text(outcome_page(decide(start(content)), content, show_all=False))

    assert "Hangt af van: x?" in page
    assert "Wacht nog even." not in page


@pytest.mark.parametrize("kind", [Kind.SENSITIVE, Kind.WISH])
def test_nobody_is_told_to_find_out_what_is_no_fact(kind: Kind) -> None:
    asked = replace(question("x"), kind=kind)
    content = readable(tree("t", asked), route("r", when="x: a"))

    decided = decide(walk(content, x="onbekend"))
    page = as_text(outcome_page(decided, content, show_all=False))

    assert "Hangt af van: x?" in page
    assert "Zoek" not in page


def test_third_reason_that_closed_a_way_is_counted_only() -> None:
    names = ["p", "q", "s", "u"]
    content = readable(
        tree("t", *map(question, names)), route("r", when=[f"{n}: a" for n in names])
    )
    talk = walk(content, **dict.fromkeys(names, "b"))

    page = as_text(closed_page(decide(talk).rulings, content, talk.view))

    assert page.splitlines()[-1] == "   En nog 2 redenen."


def test_outcome_names_what_a_change_did() -> None:
    ways = bicycles().routes
    changed = {Shift.CLOSED: (ways["aangifte"],), Shift.APPLIES: (ways["plakken"],)}

    page = outcome_page(decide(windy()), bicycles(), show_all=False, changed=changed)

    assert as_text(page).splitlines()[3:6] == [
        "Door je wijziging",
        f"   - Past nu ook: {ways['plakken'].title}.",
        f"   - Valt nu af: {ways['aangifte'].title}.",
    ]


def test_change_that_does_nothing_is_said_to_do_nothing() -> None:
    page = outcome_page(decide(windy()), bicycles(), show_all=False, changed={})

    assert as_text(page).splitlines()[4] == "   Er verandert geen weg."


def test_outcome_of_an_unfinished_talk_says_so() -> None:
    unfinished = decide(begin(bicycles(), "herstel", Seat.ADVISER))

    page = as_text(outcome_page(unfinished, bicycles(), show_all=False))

    assert page.startswith("Voorlopig overzicht")


def test_group_with_closed_ways_only_is_left_out() -> None:
    content = readable(
        tree("t", question("x"), then=["u"]), tree("u"), route("r", when="x: b")
    )

    assert "Valt af" not in said(walk(content, x="a"))
    assert "1 r" in said(walk(content, x="b"))


def test_empty_library_gives_empty_pages() -> None:
    assert as_text(routes_page(Library())) == ""
    assert as_text(trees_page(Library())) == ""


def test_contact_says_its_number_and_never_a_remark_for_editors() -> None:
    contact = Contact(
        "b", "Balie", "Lenen", "2026-01-15", certain=False, at=AT, phone="0900-1"
    )

    assert contact_line(contact) == "Balie: 0900-1. Lenen"


def test_contact_line_has_every_detail() -> None:
    contact = Contact(
        "b",
        "Balie",
        "Lenen",
        "2026-01-15",
        certain=True,
        at=AT,
        phone="1",
        web="b.example",
        hours="overdag",
        cost="gratis",
        anonymous="zonder naam",
    )

    line = contact_line(contact)

    assert line == "Balie: 1, b.example. Lenen (overdag; gratis; zonder naam)"


def test_note_without_words_is_left_out_of_an_explanation() -> None:
    assert as_text(explanation_page([("Aap", "")])) == "Uitleg\n"


def test_word_too_long_for_its_column_is_not_cut() -> None:
    word = "personeelsvertegenwoordigingsregeling"
    ways = [replace(route(name), title=f"{word} {name}") for name in "ab"]

    page = compare_page(ways, readable(tree("t", question("x")), *ways))

    for width in (70, 80, 100, 200):
        assert word in as_text(page, width)


def test_what_may_follow_leaves_out_what_is_closed_and_marks_what_is_unwise() -> None:
    follows = ("r", "s", "w")
    made = readable(
        tree("t", question("x")),
        replace(route("q"), next=follows),
        route("r"),
        route("s", when="x: b"),
        route("w", cautions=(caution("x: a", against=True),)),
    )
    talk = walk(made, x="a")
    here = decide(talk).rulings[0]

    shown = as_text(route_page(made.routes["q"], made, here, talk.view))
    without = as_text(route_page(made.routes["q"], made))

    assert "- r\n" in shown
    assert "- s\n" not in shown
    assert "- w (wordt nu afgeraden)\n" in shown
    assert "- s\n" in without
