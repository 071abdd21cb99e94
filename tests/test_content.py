import random
import re
import sys
from dataclasses import replace
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from builders import answer, scenario
from bundled import bundled, checked_on
from hypothesis import given, settings
from hypothesis import strategies as st
from record_changes import approve, approved, changes
from recorded import held, recorded
from seen import shown

from vpwijzer.checks.guarantee import broken
from vpwijzer.checks.pipeline import check_content
from vpwijzer.checks.static import verify
from vpwijzer.checks.texts import said
from vpwijzer.cli.report import report
from vpwijzer.compiled import bundled_content
from vpwijzer.engine.closing import belongs
from vpwijzer.engine.first_screen import first_screen
from vpwijzer.engine.outcome import decide
from vpwijzer.engine.ruling import Verdict
from vpwijzer.engine.scenario import brief, check_scenario, play
from vpwijzer.engine.walk import Walk, begin
from vpwijzer.interview.labels import MOST_KEY_ROWS
from vpwijzer.interview.pager import Pager
from vpwijzer.interview.screens.common_keys import with_own_keys
from vpwijzer.interview.screens.outcome_screen import outcome_menu
from vpwijzer.interview.terminal.layout import planned
from vpwijzer.loader import load_folder
from vpwijzer.model import UNKNOWN, Answer, Facts, Library, Question, Scenario, Seat
from vpwijzer.pages.first_screen import first_screen_page
from vpwijzer.pages.report import Subject
from vpwijzer.proof import prove
from vpwijzer.words.contacts import with_number

pytestmark = pytest.mark.no_cover  # whole cases; small examples reach every branch

LIBRARY = bundled()
CASES = Path(__file__).parent / "golden" / "gevallen"
CHECKED_ON = checked_on()
STARTS = [tree.id for tree in LIBRARY.trees.values() if tree.can_start]
HEAVIEST = list(LIBRARY.aspects["escalatie"].levels)[-1]


# Seeds, not hypothesis' own choices: a conversation makes a hundred of them.
CHANCES = st.integers(min_value=0).map(random.Random)


def case_name(case: Scenario) -> str:
    return case.id


def any_answer(question: Question, chance: random.Random) -> Answer:
    """Choose among every answer a question allows, "weet ik niet" included."""
    if question.unknown_allowed and chance.random() < 0.2:
        return UNKNOWN
    alone = [option for option in question.options if option.alone]
    others = [option for option in question.options if not option.alone]
    if not question.several or (alone and chance.random() < 0.3):
        return Answer(frozenset({chance.choice(alone or others).id}))
    count = chance.randint(1, len(others))
    chosen = frozenset(option.id for option in chance.sample(others, count))
    more = question.unknown_allowed and chance.random() < 0.1
    return Answer(chosen, more)


def talk(library: Library, start: str, seat: Seat, chance: random.Random) -> Walk:
    walk = begin(library, start, seat)
    while walk.current is not None:
        walk = walk.answer(any_answer(walk.current, chance))
    return walk


def test_content_has_no_findings_on_the_day_it_was_checked() -> None:
    loaded = load_folder(bundled_content(), "trees")

    assert loaded.findings == ()
    assert verify(loaded.library, date.fromisoformat(CHECKED_ON)) == ()


def test_content_is_proved_over_every_conversation() -> None:
    proof = prove(LIBRARY)

    assert proof.findings == ()
    assert proof.total > 10**15
    assert set(proof.guarantees.values()) == {True}


@pytest.mark.parametrize("case", LIBRARY.scenarios.values(), ids=case_name)
def test_first_screen_is_one_screen_and_two_where_that_is_narrow(
    case: Scenario,
) -> None:
    made = brief(LIBRARY, case)
    outcome = decide(made)
    screen = first_screen(made, outcome)
    menu = outcome_menu(outcome, made, screen)
    menu = replace(menu, commands=with_own_keys(menu, has_help=True))

    for columns, rows, most in ((80, 24, 1), (40, 20, 2)):
        pager = Pager(first_screen_page(screen, LIBRARY))
        keys = planned(menu, pager, rows, columns).keys.splitlines()

        assert len(keys) <= MOST_KEY_ROWS
        assert max(map(len, keys)) < columns
        assert sum(pager.leaf(1) for _ in range(most)) < most


@pytest.mark.parametrize("case", LIBRARY.scenarios.values(), ids=case_name)
def test_scenario_comes_out(case: Scenario) -> None:
    assert check_scenario(LIBRARY, case) == ()


def test_cases_come_out_as_was_approved(
    request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    made = {c.id: recorded(held(LIBRARY, c)) for c in LIBRARY.scenarios.values()}

    summary = changes(approved(CASES), made)
    if request.config.getoption("--update-golden"):
        approve(CASES, made)
        with capsys.disabled():
            sys.stdout.write("\n".join(["", *summary, ""]))
    elif summary:
        pytest.fail("\n".join(["anders dan goedgekeurd:", *summary]), pytrace=False)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(STARTS), st.sampled_from(Seat), CHANCES)
def test_every_conversation_keeps_every_guarantee(
    start: str, seat: Seat, chance: random.Random
) -> None:
    walk = talk(LIBRARY, start, seat, chance)

    assert [guarantee.id for guarantee in broken(LIBRARY, walk)] == []


@pytest.mark.parametrize(
    ("answers", "front"),
    [
        ({"gevaar": "nu", "melding-bewijs": "nu"}, ["spoed-112", "melding-spoed"]),
        (
            {"gevaar": "onbekend", "melding-bewijs": "nu"},
            ["spoed-112", "melding-spoed"],
        ),
        ({"gevaar": "zelfdoding, nu"}, ["spoed-112", "zelfdoding-113"]),
        (
            {"gevaar": "nee", "sporen": "tot-7-dagen", "klacht-wens": "straf"},
            ["centrum-seksueel-geweld", "informatief-gesprek-zeden"],
        ),
    ],
)
def test_danger_stands_before_violence_and_violence_before_evidence(
    answers: dict[str, str], front: list[str]
) -> None:
    chosen = {name: answer(words) for name, words in answers.items()}
    start = "melding" if "melding-bewijs" in chosen else "klacht"
    case = replace(scenario(), start=start, answers=chosen, rest_unknown=True)

    outcome = play(LIBRARY, case, rest_unknown=True).outcome

    assert [r.route.id for r in outcome.rulings[:2]] == front


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(STARTS), CHANCES)
def test_every_conversation_ends_with_a_way_that_helps(
    start: str, chance: random.Random
) -> None:
    outcome = decide(talk(LIBRARY, start, Seat.EMPLOYEE, chance))

    assert any(
        ruling.verdict is Verdict.APPLIES
        and not ruling.advised_against
        and LIBRARY.tracks[ruling.route.track].is_help
        for ruling in outcome.rulings
    )


@pytest.mark.parametrize("start", STARTS)
def test_knowing_nothing_leads_to_help_and_nothing_of_the_heaviest_kind(
    start: str,
) -> None:
    walk = begin(LIBRARY, start, Seat.EMPLOYEE)
    while walk.current is not None:
        allowed = walk.current.unknown_allowed
        first = Answer(frozenset({walk.current.options[0].id}))
        walk = walk.answer(UNKNOWN if allowed else first)

    outcome = decide(walk)
    helping = [
        ruling.route.id
        for ruling in outcome.rulings
        if ruling.verdict is Verdict.APPLIES
        and not ruling.advised_against
        and LIBRARY.tracks[ruling.route.track].is_help
    ]
    heavy = [
        ruling.route.id
        for ruling in outcome.rulings
        if ruling.verdict is Verdict.APPLIES
        and ruling.effects["escalatie"].consequence.level == HEAVIEST
    ]

    assert heavy == []
    assert helping != []


@pytest.mark.parametrize("role", ["beschuldigd", "leidinggevende"])
@pytest.mark.parametrize("seat", [Seat.ADVISER, Seat.EMPLOYEE])
def test_who_is_accused_and_who_leads_has_a_short_way(role: str, seat: Seat) -> None:
    walk = begin(LIBRARY, "triage", seat)
    given = {"gevaar": "nee", "rol": role, "over-vp": "nee"}
    if role == "beschuldigd":
        given |= {"baan-gebeurd": "nee", "baan-hoe": "in-dienst"}
    while walk.current is not None:
        walk = walk.answer(Answer(frozenset({given[walk.current.id]})))

    ways = [r for r in decide(walk).rulings if r.verdict is Verdict.APPLIES]
    assert list(walk.answers) == list(given)
    assert any(way.fits_wish for way in ways)
    assert belongs(LIBRARY.closings[seat], walk)


@pytest.mark.parametrize("seat", [Seat.ADVISER, Seat.EMPLOYEE])
def test_who_talks_reads_something_before_and_after(seat: Seat) -> None:
    assert LIBRARY.openings[seat].citations
    assert LIBRARY.closings[seat].citations


def test_adviser_alone_settles_nothing_with_nobody() -> None:
    closing = LIBRARY.closings[Seat.ADVISER]

    own = [name for name in STARTS if LIBRARY.trees[name].adviser_only]

    assert own
    assert not any(belongs(closing, begin(LIBRARY, s, Seat.ADVISER)) for s in own)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(STARTS), CHANCES)
def test_the_seat_changes_nothing_for_the_same_answers(
    start: str, chance: random.Random
) -> None:
    trainer = talk(LIBRARY, start, Seat.TRAINER, chance)
    for seat in (Seat.ADVISER, Seat.EMPLOYEE):
        walk = begin(LIBRARY, start, seat, trainer.answers)

        assert walk.is_over
        assert decide(walk).rulings == decide(trainer).rulings


def test_report_says_everything_that_is_said_and_leads_nowhere_else() -> None:
    subject = Subject(LIBRARY, (), None, date.fromisoformat(CHECKED_ON), "trees")
    page = report(subject, ".html")
    words = " ".join(unescape(re.sub("<[^>]*>", "", page)).split())

    texts = (with_number(s.text, s.contact, LIBRARY) for s in said(LIBRARY))
    lost = [text for text in texts if " ".join(text.split()) not in words]
    anchors = re.findall(r' id="([^"]*)"', page)
    inside = set(re.findall(r' href="#([^"]*)"', page))

    assert lost == []
    assert len(set(anchors)) == len(anchors)
    assert inside <= set(anchors)


def skipping(start: str, seat: Seat, answers: Facts) -> Walk:
    """Hold a conversation again, without what cannot change the outcome.

    What was put off is answered after it, as long as someone wants to.
    """
    walk = begin(LIBRARY, start, seat, asks_all=False)
    while (waiting := [name for name in walk.progress.put_off if name in answers]) or (
        walk.current is not None
    ):
        if walk.current is not None:
            walk = walk.answer(answers[walk.current.id])
        else:
            walk = walk.refine(waiting[0], answers[waiting[0]])
    return walk


@pytest.mark.parametrize("case", LIBRARY.scenarios.values(), ids=case_name)
def test_scenario_comes_out_the_same_without_what_does_not_count(
    case: Scenario,
) -> None:
    full = play(LIBRARY, case, rest_unknown=case.rest_unknown).walk
    short = skipping(case.start, case.seat, full.progress.facts)

    assert shown(short) == shown(full)
    assert broken(LIBRARY, short) == ()


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(STARTS), st.sampled_from(Seat), CHANCES)
def test_every_conversation_comes_out_the_same_without_what_does_not_count(
    start: str, seat: Seat, chance: random.Random
) -> None:
    full = talk(LIBRARY, start, seat, chance)
    short = skipping(start, seat, full.progress.facts)

    assert shown(short) == shown(full)
    assert broken(LIBRARY, short) == ()


def test_a_question_that_cannot_count_any_more_is_skipped_in_some_case() -> None:
    def skips(case: Scenario) -> bool:
        full = play(LIBRARY, case, rest_unknown=case.rest_unknown).walk
        brief = skipping(case.start, case.seat, full.progress.facts)
        return bool(brief.progress.skipped)

    # Else the tests above try nothing.
    assert any(map(skips, LIBRARY.scenarios.values()))


@pytest.mark.parametrize(
    ("manual", "first", "name"),
    [
        ("README.md", "boom: koffie", "koffie.yaml"),
        ("docs/inhoud-schrijven.md", "scenario: ", "pesten-door-collega.yaml"),
    ],
)
def test_file_that_a_manual_shows_can_be_checked_as_it_says(
    manual: str, first: str, name: str, tmp_path: Path
) -> None:
    text = (Path(__file__).parent.parent / manual).read_text(encoding="utf-8")
    shows = re.search(rf"```yaml\n({first}.*?)```", text, re.DOTALL)
    assert shows is not None
    (tmp_path / name).write_text(shows[1], encoding="utf-8")

    assert check_content(tmp_path / name, date(2026, 11, 22)).findings == ()
