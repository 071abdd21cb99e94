from dataclasses import replace

import pytest
from builders import (
    AT,
    again,
    answer,
    caution,
    clock,
    concept,
    condition,
    consequence,
    either,
    facts,
    follow,
    library,
    option,
    question,
    route,
    start,
    tree,
    view,
    walk,
)
from hypothesis import given, settings
from strategies import Shape, two_walks, unsure, walks

from vpwijzer.engine.logic import Truth
from vpwijzer.engine.outcome import Outcome, decide
from vpwijzer.engine.ruling import Ruling, Verdict, holding
from vpwijzer.engine.walk import Walk, begin
from vpwijzer.model import ContactLink, Library, Route, Seat, Track, TrackKind
from vpwijzer.model.position import Position

APPLIES, OPEN, CLOSED = Verdict.APPLIES, Verdict.OPEN, Verdict.CLOSED

thorough = settings(deadline=None, max_examples=60)

ASKING = tree(
    "t", question("x"), question("y", when="x: a"), question("z"), question("wens")
)


def asking(*routes: Route) -> Library:
    """Four questions, of which y is skipped unless x is a."""
    return library(ASKING, concept("c", "y: a"), *routes)


def in_tracks(content: Library, **kinds: TrackKind) -> Library:
    tracks = {
        name: Track(name, name, "", "", is_help=True, routes=(), at=AT, kind=kind)
        for name, kind in kinds.items()
    }
    return replace(content, tracks=tracks)


def only(content: Library | Walk, **answers: str) -> Ruling:
    (ruling,) = decide(walk(content, **answers)).rulings
    return ruling


def order(outcome: Outcome) -> list[str]:
    return [ruling.route.id for ruling in outcome.rulings]


def verdicts(made: Walk) -> dict[str, Verdict]:
    return {ruling.route.id: ruling.verdict for ruling in decide(made).rulings}


# Verdicts


@pytest.mark.parametrize(
    ("z", "verdict"), [("a", APPLIES), ("onbekend", OPEN), ("b", CLOSED)]
)
def test_facts_decide_a_route(z: str, verdict: Verdict) -> None:
    assert only(asking(route("r", when="z: a")), x="b", z=z).verdict is verdict


def test_route_without_a_condition_applies() -> None:
    assert only(asking(route("r"))).verdict is APPLIES


def test_fact_not_asked_yet_keeps_a_route_open() -> None:
    assert only(asking(route("r", when="z: a"))).verdict is OPEN


def test_unknown_fact_leaves_route_open_at_the_end() -> None:
    ruling = only(asking(route("r", when="z: a")), x="b", z="onbekend", wens="a")

    assert ruling.verdict is OPEN


@pytest.mark.parametrize("when", ["y: a", "c: ja", "c: nee"])
def test_route_that_rests_on_a_fact_never_asked_is_not_listed(when: str) -> None:
    outcome = decide(walk(asking(route("r", when=when)), x="b", z="a", wens="a"))

    assert outcome.rulings == ()


def test_route_that_failed_is_listed_whatever_else_was_never_asked() -> None:
    ruling = only(asking(route("r", when=["y: a", "z: a"])), x="b", z="b", wens="a")

    assert ruling.verdict is CLOSED


@pytest.mark.parametrize("unless", ["y: a", "c: ja"])
def test_exception_that_was_never_asked_does_not_block_a_route(unless: str) -> None:
    ruling = only(asking(route("r", unless=unless)), x="b", z="a", wens="a")

    assert ruling.verdict is APPLIES


def test_exception_that_is_unknown_leaves_a_route_open() -> None:
    ruling = only(asking(route("r", unless="z: a")), x="b", z="onbekend", wens="a")

    assert ruling.verdict is OPEN


def test_exception_on_a_concept_closes_a_route_in_sight() -> None:
    content = library(
        ASKING, concept("d", "z: a", unless="y: a"), route("r", unless="d: ja")
    )

    assert only(content, x="b", z="a", wens="a").verdict is CLOSED


def test_routes_of_trees_that_were_not_walked_are_not_ruled_on() -> None:
    content = library(tree("t"), tree("u"), route("r", trees="u"))

    assert decide(start(content)).rulings == ()


def test_route_of_two_trees_is_listed_once_under_the_first() -> None:
    content = library(tree("t", then=["u"]), tree("u"), route("r", trees="u, t"))

    assert only(content).tree == "t"


# Why


def test_route_applies_because_of_what_holds() -> None:
    ruling = only(
        asking(route("r", when=either("x: a", "z: a"), unless="wens: b")),
        x="b",
        z="a",
        wens="a",
    )

    assert [(r.clause.fact, r.truth) for r in ruling.because] == [("z", Truth.TRUE)]


def test_route_is_closed_because_of_what_failed_and_what_blocks() -> None:
    ruling = only(
        asking(route("r", when=["x: a", "z: a"], unless="wens: b")),
        x="b",
        z="a",
        wens="b",
    )

    assert [(r.clause.fact, r.truth) for r in ruling.because] == [
        ("x", Truth.FALSE),
        ("wens", Truth.TRUE),
    ]


def test_fact_that_was_never_asked_is_no_reason() -> None:
    ruling = only(asking(route("r", when=["y: a", "z: a"])), x="b", z="b", wens="a")

    assert [reason.clause.fact for reason in ruling.because] == ["z"]


def test_route_is_open_because_of_what_is_unknown() -> None:
    ruling = only(
        asking(route("r", when=["x: b", "z: a"], unless="wens: b")),
        x="b",
        z="onbekend",
        wens="onbekend",
    )

    assert [reason.clause.fact for reason in ruling.because] == ["z", "wens"]


def test_open_route_names_the_questions_that_settle_it_once() -> None:
    ruling = only(asking(route("r", when=["z: a", "x: b", "c: ja"], unless="z: b")))

    assert ruling.settled_by == ("z", "x", "y")


@pytest.mark.parametrize("z", ["a", "b"])
def test_settled_route_names_no_questions(z: str) -> None:
    ruling = only(asking(route("r", when=["z: a"])), x="b", z=z)

    assert ruling.settled_by == ()


# Cautions


WARNED = route("r", when="x: b", cautions=(caution("z: a", against=True),))


@pytest.mark.parametrize(
    ("z", "truths"),
    [("a", [Truth.TRUE]), ("onbekend", [Truth.UNKNOWN]), ("b", [])],
)
def test_caution_is_shown_unless_it_is_false(z: str, truths: list[Truth]) -> None:
    ruling = only(asking(WARNED), x="b", z=z)

    assert [warned.truth for warned in ruling.cautions] == truths


@pytest.mark.parametrize("z", ["a", "b", "onbekend"])
def test_caution_never_hides_a_route(z: str) -> None:
    assert only(asking(WARNED), x="b", z=z, wens="a").verdict is APPLIES


@pytest.mark.parametrize(("z", "against"), [("a", True), ("onbekend", False)])
def test_only_a_caution_that_surely_holds_advises_against(
    z: str,
    against: bool,  # noqa: FBT001 - a parameter of the table
) -> None:
    assert only(asking(WARNED), x="b", z=z).advised_against is against


def test_caution_that_is_a_note_does_not_advise_against() -> None:
    noted = route("r", cautions=(caution("x: b"),))

    assert not only(asking(noted), x="b").advised_against


def test_caution_may_list_unknown() -> None:
    warned = route("r", cautions=(caution("z: onbekend"),))

    ruling = only(asking(warned), x="b", z="onbekend")

    assert [warned.truth for warned in ruling.cautions] == [Truth.TRUE]


def test_caution_on_a_fact_never_asked_is_not_shown() -> None:
    warned = route("r", cautions=(caution("y: a"), caution("y: onbekend")))

    assert only(asking(warned), x="b", z="a", wens="a").cautions == ()


def test_cautions_that_hold_come_before_possible_ones() -> None:
    possible, certain = caution("z: a"), caution("x: b")

    ruling = only(asking(route("r", cautions=(possible, certain))), x="b", z="onbekend")

    assert [warned.caution for warned in ruling.cautions] == [certain, possible]


# Consequences


STATED = route(
    "r",
    effects=(
        consequence("eerst", "x: a"),
        consequence("dan", "z: a"),
        consequence("anders"),
    ),
)


@pytest.mark.parametrize(
    ("x", "z", "text", "possible"),
    [
        ("b", "a", "dan", 0),
        ("b", "b", "anders", 0),
        ("onbekend", "a", "dan", 1),
        ("b", "onbekend", "anders", 1),
        ("onbekend", "onbekend", "anders", 2),
    ],
)
def test_first_consequence_that_holds_counts(
    x: str, z: str, text: str, possible: int
) -> None:
    content = library(tree("t", question("x"), question("z")), STATED)

    effect = only(content, x=x, z=z).effects["regie"]

    assert (effect.consequence.text, effect.possible) == (text, possible)


def test_consequence_after_one_that_holds_is_not_even_possible() -> None:
    content = library(tree("t", question("x"), question("z")), STATED)

    effect = only(content, x="a", z="onbekend").effects["regie"]

    assert (effect.consequence.text, effect.possible) == ("eerst", 0)


def test_last_consequence_counts_when_none_holds() -> None:
    stated = route(
        "r", effects=(consequence("een", "x: a"), consequence("twee", "x: a"))
    )

    effect = only(asking(stated), x="b").effects["regie"]

    assert (effect.consequence.text, effect.possible) == ("twee", 0)


def test_contacts_hold_or_may_hold() -> None:
    at = Position("test.yaml", 1, 1)
    sure, perhaps, never = (
        ContactLink(name, at, condition(when))
        for name, when in (("a", "x: a"), ("b", "y: a"), ("c", "x: b"))
    )

    links = holding((perhaps, never, sure), view(x="a"))

    assert links == [(perhaps, Truth.UNKNOWN), (sure, Truth.TRUE)]


# Order


def test_applies_comes_before_advised_against_open_and_closed() -> None:
    content = asking(
        route("dicht", when="x: a"),
        route("open", when="z: a"),
        route("afgeraden", cautions=(caution("x: b", against=True),)),
        route("past"),
    )

    outcome = decide(walk(content, x="b", z="onbekend"))

    assert order(outcome) == ["past", "afgeraden", "open", "dicht"]


def test_route_that_matches_the_wish_comes_first_among_its_equals() -> None:
    content = asking(
        route("een"), route("twee", fits="wens: a"), route("open", when="z: a")
    )

    outcome = decide(walk(content, x="b", z="onbekend", wens="a"))

    assert order(outcome) == ["twee", "een", "open"]


def test_wish_never_lifts_a_route_over_a_better_verdict() -> None:
    content = asking(route("open", when="z: a", fits="wens: a"), route("past"))

    outcome = decide(walk(content, x="b", z="onbekend", wens="a"))

    assert order(outcome) == ["past", "open"]


def test_what_a_route_is_meant_for_ranks_above_the_wish() -> None:
    content = asking(route("wens", fits="wens: a"), route("juist", meant="x: b"))

    outcome = decide(walk(content, x="b", z="a", wens="a"))

    assert order(outcome) == ["juist", "wens"]
    assert [ruling.meant_for for ruling in outcome.rulings] == [True, False]


def test_fact_that_is_not_known_makes_a_route_meant_for_nothing() -> None:
    content = asking(route("een"), route("juist", meant="x: b"))

    outcome = decide(walk(content, x="onbekend", y="b", z="a", wens="a"))

    assert order(outcome) == ["een", "juist"]


def test_route_is_ranked_inside_its_own_track() -> None:
    content = in_tracks(
        asking(
            replace(route("licht"), track="informeel"),
            replace(route("zwaar", meant="x: b", fits="wens: a"), track="formeel"),
            replace(route("zwaarder"), track="formeel"),
        ),
        informeel=TrackKind.WAY,
        formeel=TrackKind.WAY,
    )

    outcome = decide(walk(content, x="b", z="a", wens="a"))

    assert order(outcome) == ["licht", "zwaar", "zwaarder"]


def test_waiting_comes_after_every_way_that_is_there() -> None:
    content = in_tracks(
        asking(
            replace(route("niets", meant="x: b", fits="wens: a"), track="wachten"),
            route("past"),
            route("open", when="z: a"),
            route("dicht", when="x: a"),
        ),
        wachten=TrackKind.WAITING,
        spoor=TrackKind.WAY,
    )

    outcome = decide(walk(content, x="b", z="onbekend", wens="a"))

    assert order(outcome) == ["past", "open", "niets", "dicht"]


def test_waiting_is_not_said_to_fit_while_something_has_priority() -> None:
    content = in_tracks(
        asking(
            replace(route("niets", fits="wens: a"), track="wachten"),
            replace(route("spoed", when="x: b", first="z: a"), track="spoor"),
        ),
        spoor=TrackKind.WAY,
        wachten=TrackKind.WAITING,
    )

    calm = decide(walk(content, x="b", z="b", wens="a"))
    pressing = decide(walk(content, x="b", z="a", wens="a"))

    assert [r.route.id for r in calm.rulings if r.fits_wish] == ["niets"]
    assert not any(ruling.fits_wish for ruling in pressing.rulings)


def test_route_that_is_advised_against_or_open_is_never_said_to_fit_the_wish() -> None:
    content = asking(
        route("tegen", fits="wens: a", cautions=(caution("x: b", against=True),)),
        route("open", fits="wens: a", when="z: a"),
    )

    outcome = decide(walk(content, x="b", z="onbekend", wens="a"))

    assert [ruling.fits_wish for ruling in outcome.rulings] == [False, False]


def test_wish_never_reorders_what_has_priority() -> None:
    content = asking(
        route("gevaar", when="z: a", first="x: b"),
        route("geweld", first="x: b", fits="wens: a", meant="x: b"),
    )

    outcome = decide(walk(content, x="b", z="onbekend", wens="a"))

    assert order(outcome) == ["gevaar", "geweld"]


@pytest.mark.parametrize("wish", ["b", "onbekend"])
def test_wish_that_is_unknown_or_other_ranks_nothing(wish: str) -> None:
    content = asking(route("een"), route("twee", fits="wens: a"))

    assert order(decide(walk(content, x="b", z="a", wens=wish))) == ["een", "twee"]


def test_wish_never_closes_a_route() -> None:
    ruling = only(asking(route("r", fits="wens: a")), x="b", z="a", wens="b")

    assert (ruling.verdict, ruling.fits_wish) == (APPLIES, False)


def test_equal_routes_keep_the_order_of_the_library() -> None:
    outcome = decide(start(asking(route("b"), route("a"), route("c"))))

    assert order(outcome) == ["b", "a", "c"]


def test_priority_comes_before_everything() -> None:
    content = asking(
        route("past", fits="wens: a"),
        route("spoed", when="z: a", first="x: b"),
    )

    outcome = decide(walk(content, x="b", z="onbekend", wens="a"))

    assert order(outcome) == ["spoed", "past"]
    assert [ruling.route.id for ruling in outcome.first] == ["spoed"]


def test_priority_is_ignored_when_the_route_is_closed() -> None:
    content = asking(route("past"), route("spoed", when="z: a", first="x: b"))

    outcome = decide(walk(content, x="b", z="b"))

    assert order(outcome) == ["past", "spoed"]
    assert outcome.first == ()


@pytest.mark.parametrize(
    ("x", "first"), [("a", True), ("onbekend", False), ("b", False)]
)
def test_priority_has_effect_only_when_it_holds(
    x: str,
    first: bool,  # noqa: FBT001 - a parameter of the table
) -> None:
    content = library(tree("t", question("x")), route("r", first="x: a"))

    assert only(content, x=x).first is first


def test_weet_ik_niet_about_danger_still_puts_help_first() -> None:
    content = library(tree("t", question("x")), route("r", first="x: a, onbekend"))

    assert only(content, x="onbekend").first


def test_priority_waits_until_its_question_is_asked() -> None:
    content = library(tree("t", question("x")), route("r", first="x: a, onbekend"))

    assert not only(content).first


def test_priority_fires_while_the_conversation_runs() -> None:
    urgent = route("r", when="z: a", first="x: b")

    outcome = decide(walk(asking(urgent), x="b"))

    assert not outcome.over
    assert len(outcome.first) == 1


def test_route_always_first_may_have_no_condition() -> None:
    assert only(asking(route("r", first=()))).first


def test_routes_are_grouped_per_tree_in_walking_order() -> None:
    content = library(
        tree("t", question("x"), then=["u"]),
        tree("u"),
        route("van-u", trees="u"),
        route("dicht-van-t", when="x: a"),
        route("van-t"),
    )

    outcome = decide(walk(content, x="b"))

    assert order(outcome) == ["van-t", "dicht-van-t", "van-u"]
    assert outcome.groups == ("t", "u")
    assert [ruling.route.id for ruling in outcome.group("t")] == [
        "van-t",
        "dicht-van-t",
    ]


def test_priority_stands_before_the_groups() -> None:
    content = library(
        tree("t", then=["u"]),
        tree("u"),
        route("van-t"),
        route("spoed", trees="u", first=()),
    )

    outcome = decide(start(content))

    assert order(outcome) == ["spoed", "van-t"]
    assert outcome.groups == ("t",)


def test_nothing_reorders_what_has_priority() -> None:
    content = library(
        tree("t", question("x"), then=["u"]),
        tree("u", question("y"), question("wens")),
        route("gevaar", when="y: a", first=()),
        route("geweld", first=(), cautions=(caution("x: a", against=True),)),
        route("bewijs", first=(), fits="wens: a"),
        route("elders", trees="u", first=()),
    )

    outcome = decide(walk(content, x="a", y="onbekend", wens="a"))

    assert order(outcome) == ["gevaar", "geweld", "bewijs", "elders"]
    assert [ruling.verdict for ruling in outcome.rulings[:2]] == [OPEN, APPLIES]
    assert outcome.rulings[1].advised_against
    assert outcome.rulings[2].fits_wish


# Clocks, concepts, trees


@pytest.mark.parametrize(
    ("z", "truths"),
    [("a", [Truth.TRUE]), ("onbekend", [Truth.UNKNOWN]), ("b", [])],
)
def test_clock_is_shown_unless_it_is_false(z: str, truths: list[Truth]) -> None:
    content = library(ASKING, route("r"), clock("k", "r", when="z: a"))

    outcome = decide(walk(content, x="b", z=z))

    assert [running.truth for running in outcome.clocks] == truths


def test_clock_runs_even_when_its_route_is_closed() -> None:
    content = library(ASKING, route("r", when="x: a"), clock("k", "r"))

    assert len(decide(walk(content, x="b")).clocks) == 1


def test_clock_of_a_tree_that_was_not_walked_is_not_shown() -> None:
    content = library(ASKING, tree("u"), route("r", trees="u"), clock("k", "r"))

    assert decide(start(content)).clocks == ()


def test_clocks_that_run_come_before_possible_ones() -> None:
    content = library(
        ASKING, route("r"), clock("misschien", "r", when="z: a"), clock("zeker", "r")
    )

    clocks = decide(start(content)).clocks

    assert [running.clock.id for running in clocks] == ["zeker", "misschien"]


@pytest.mark.parametrize(
    ("x", "truth"),
    [("a", Truth.TRUE), ("onbekend", Truth.UNKNOWN), ("b", Truth.FALSE)],
)
def test_outcome_holds_every_concept(x: str, truth: Truth) -> None:
    content = library(tree("t", question("x")), concept("c", "x: a"))

    assert decide(walk(content, x=x)).concepts == {"c": truth}


def test_concept_that_was_never_in_play_has_no_value() -> None:
    outcome = decide(walk(asking(), x="b", z="a", wens="a"))

    assert outcome.concepts == {"c": None}


OFFERING = library(
    tree(
        "t",
        question("x", option("a", "y: a"), "b"),
        question("z"),
        then=[follow("u", "y: a")],
    ),
    tree("u", question("y")),
)


def test_outcome_offers_the_trees_that_unknown_left_out() -> None:
    outcome = decide(walk(OFFERING, x="onbekend", z="a"))

    assert outcome.offered_trees == ("u",)


def test_trees_are_offered_only_at_the_end() -> None:
    assert decide(walk(OFFERING, x="onbekend")).offered_trees == ()


def test_outcome_holds_what_is_known_and_what_was_walked() -> None:
    outcome = decide(walk(OFFERING, x="b", z="a"))

    assert outcome.facts == facts(x="b", z="a")
    assert outcome.walked == ("t",)
    assert outcome.over


# In every conversation


@thorough
@given(walks())
def test_learning_more_never_reverses_a_verdict(made: Walk) -> None:
    settled: dict[str, Verdict] = {}
    for step in again(made):
        now = verdicts(step)

        assert now.items() >= settled.items()
        settled = {name: each for name, each in now.items() if each is not OPEN}


@thorough
@given(two_walks())
def test_same_answers_give_the_same_outcome_in_any_order(
    two: tuple[Walk, Walk],
) -> None:
    made, other = two
    for name in made.progress.asked:
        if name in other.answers:
            other = other.change(name, made.answers[name])
        else:
            other = other.answer(made.answers[name])

    assert decide(other) == decide(made)


# Two kinds of content are left out, for there a way is lost: an option that fills
# a fact whose own question is then not asked, and "nee" on a concept of which one
# part is unknown and another was never asked.
@thorough
@given(unsure(Shape(implies=False, negated_concepts=False)))
def test_unknown_never_counts_as_no(two: tuple[Walk, Walk]) -> None:
    made, less = two
    shared = set(made.progress.walked) & set(less.progress.walked)

    assert ways(made, shared) <= ways(less, shared)


def ways(made: Walk, trees: set[str]) -> set[str]:
    return {
        ruling.route.id
        for ruling in decide(made).rulings
        if ruling.verdict is not CLOSED and set(ruling.route.trees) & trees
    }


@thorough
@given(walks(Shape(seat=True), Seat.ADVISER))
def test_same_answers_give_the_same_outcome_from_every_seat(made: Walk) -> None:
    other = begin(made.setting.library, made.setting.start, Seat.TRAINER)

    other = other.answer(answer("vp"))
    for given_answer in made.answers.values():
        other = other.answer(given_answer)

    assert decide(other) == decide(made)
