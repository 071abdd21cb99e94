"""What an organisation adds comes after what is there, and takes nothing away."""

from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from bundled import bundled
from workplaces import content, organisation

from vpwijzer.engine.first_screen import FirstScreen, first_screen
from vpwijzer.engine.outcome import Outcome, decide
from vpwijzer.engine.replay import replay
from vpwijzer.engine.walk import Walk, begin
from vpwijzer.model import (
    NAMESPACE,
    UNKNOWN,
    Answer,
    Clock,
    Library,
    Organisation,
    Question,
    Route,
    Seat,
)
from vpwijzer.organisation import enrich, examine
from vpwijzer.organisation.proof import prove_organisation
from vpwijzer.pages.first_screen import first_screen_page

EXAMPLES = Path(__file__).parents[2] / "voorbeelden" / "organisaties"
FILES = sorted(EXAMPLES.glob("*.yaml"))
TALKS = 40
LONGER = ("cautions", "contacts", "citations")
"""Of a route only these become longer, at the end."""
FILLED = ("period", "since", "text", "days", "checked", "citations", "is_own")
"""Of a clock to which law gives no period."""


@pytest.fixture(scope="module", params=FILES, ids=lambda file: file.stem)
def example(request: pytest.FixtureRequest) -> Organisation:
    made, findings = examine(request.param.read_bytes(), "voorbeeld", bundled())
    assert findings == ()
    return made


def test_everything_of_content_is_still_there_in_its_order(
    example: Organisation,
) -> None:
    bare = bundled()
    made = enrich(bare, example)

    for field in fields(Library):
        before, after = getattr(bare, field.name), getattr(made, field.name)
        if field.name not in {"places", "openings", "routes", "clocks"}:
            assert {**before} == {each: after[each] for each in before}
        if field.name != "places":
            assert list(after)[: len(before)] == list(before)
            assert all(n.startswith(NAMESPACE) for n in list(after)[len(before) :])
    for name, route in bare.routes.items():
        assert_only_longer(route, made.routes[name])
    for name, clock in bare.clocks.items():
        assert_only_filled(clock, made.clocks[name], bare)
    for seat, opening in bare.openings.items():
        assert made.openings[seat].lines[: len(opening.lines)] == opening.lines


def assert_only_longer(before: Route, after: Route) -> None:
    for name in LONGER:
        own = getattr(before, name)
        assert getattr(after, name)[: len(own)] == own
    as_before = {name: getattr(before, name) for name in LONGER}
    assert replace(after, **as_before) == before
    assert after.cautions == before.cautions or not any(
        caution.severity.value == "against"
        for caution in after.cautions[len(before.cautions) :]
    )


def assert_only_filled(before: Clock, after: Clock, library: Library) -> None:
    if before.id in library.places.terms:
        assert after.text.startswith(before.text)
        as_before = {name: getattr(before, name) for name in FILLED}
        after = replace(after, **as_before)
    assert (after, after.days, after.is_own) == (before, before.days, False)


def random_answer(question: Question, chance: Random) -> Answer:
    if question.unknown_allowed and chance.random() < 0.2:
        return UNKNOWN
    return Answer(frozenset({chance.choice(question.options).id}))


def talk(walk: Walk, chance: Random) -> Walk:
    while walk.current is not None:
        walk = walk.answer(random_answer(walk.current, chance))
    return walk


def shown(walk: Walk) -> tuple[Outcome, FirstScreen]:
    outcome = decide(walk)
    return outcome, first_screen(walk, outcome)


def test_talk_shows_all_that_it_shows_without_an_organisation(
    example: Organisation,
) -> None:
    bare, made = bundled(), enrich(bundled(), example)
    chance = Random(7)  # noqa: S311 - for variety
    starts = [tree for tree in bare.trees.values() if tree.can_start]
    for number in range(TALKS):
        tree = starts[number % len(starts)]
        seat = Seat.ADVISER if tree.adviser_only else Seat.EMPLOYEE
        begun = begin(made, tree.id, seat, prefilled=example.facts)
        walk = talk(begun, chance)
        known = {each: example.facts[each] for each in walk.progress.prefilled}
        setting = begin(bare, tree.id, seat).setting
        given = {**known, **walk.answers}
        same = Walk(setting, given, replay(setting, given))
        assert same.is_over
        assert same.progress.facts == walk.progress.facts

        (outcome, screen), (before, first) = shown(walk), shown(same)

        mine = [r for r in outcome.rulings if not r.route.id.startswith(NAMESPACE)]
        assert [(r.route.id, r.verdict, r.advised_against) for r in mine] == [
            (r.route.id, r.verdict, r.advised_against) for r in before.rulings
        ]
        page = first_screen_page(replace(screen, questions=0), made)
        below = len(page) - sum(map(bool, own_of(screen)))
        assert page[:below] == first_screen_page(replace(first, questions=0), bare)


def own_of(screen: FirstScreen) -> tuple[object, ...]:
    """Give what an organisation adds to a first screen: a line each."""
    own = screen.own_contacts, screen.own_ways, screen.own_clock
    return *own, screen.prefilled


def test_adviser_with_a_tie_comes_after_others_in_a_case_about_them(
    tmp_path: Path,
) -> None:
    library = content(tmp_path / "trees")
    lines = """
vertrouwenspersonen:
  - {naam: Ans, nummer: 030-1234567, band: baas}
  - {naam: Bo, nummer: 030-1234568}
bekend: {commissie: ja}
"""
    made = organisation(lines, library)

    def named(behaviour: str) -> list[str]:
        begun = begin(
            enrich(library, made), "klacht", Seat.EMPLOYEE, prefilled=made.facts
        )
        for value in ("nee", behaviour, "oordeel"):
            begun = begun.answer(Answer(frozenset({value})) if value else UNKNOWN)
        assert begun.is_over
        return [contact.name for _, contact in shown(begun)[1].own_contacts]

    assert named("pesten") == ["Ans"]
    assert named("agressie") == ["Bo"]
    assert named("") == ["Bo"]


def test_own_way_never_takes_the_place_of_a_way_that_may_fit(tmp_path: Path) -> None:
    library = content(tmp_path / "trees")
    way = """
wegen:
  eigen:
    titel: Naar de baas
    bij: [klacht]
    samenvatting: Loop binnen.
    stappen: Loop binnen.
    contact: {naam: De baas, nummer: 030-1234567}
"""
    made = organisation(way, library)
    walk = begin(enrich(library, made), "klacht", Seat.EMPLOYEE)
    for value in ("nee", "pesten", "oordeel"):
        walk = walk.answer(Answer(frozenset({value})))
    walk = walk.answer(UNKNOWN)

    _, screen = shown(walk)

    assert [w.ruling.route.id for w in screen.ways] == ["praten", "klagen"]
    assert [r.route.id for r in screen.own_ways] == ["organisatie:eigen"]


def test_period_that_law_leaves_open_is_filled(tmp_path: Path) -> None:
    library = content(tmp_path / "trees")
    made = organisation("termijnen: {eigen: {termijn: 2 jaar}}", library)

    clock = enrich(library, made).clocks["eigen"]

    assert (clock.period, clock.days, clock.is_own) == ("2 jaar", 730, True)
    assert clock.text.startswith("Zoek het op.")


def test_promise_stands_beside_the_clock_of_law(tmp_path: Path) -> None:
    library = content(tmp_path / "trees")
    made = organisation("beloften: {termijn: {termijn: 3 dagen}}", library)

    clocks = enrich(library, made).clocks

    assert clocks["termijn"] == library.clocks["termijn"]
    assert clocks["organisatie:termijn"].period == "3 dagen"


def test_organisation_that_only_knows_things_is_no_source(tmp_path: Path) -> None:
    library = content(tmp_path / "trees")
    made = organisation("bekend: {commissie: ja}", library)

    examined = prove_organisation(library, made, date(2026, 11, 22))

    assert examined.findings == ()
    assert list(examined.library.sources) == list(library.sources)
