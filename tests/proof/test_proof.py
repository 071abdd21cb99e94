from dataclasses import replace

import pytest
from builders import (
    AT,
    Part,
    answer,
    both,
    caution,
    clock,
    concept,
    consequence,
    either,
    follow,
    library,
    option,
    question,
    route,
    tree,
)
from random_faults import placed

from vpwijzer.model import (
    Asked,
    Condition,
    Consequence,
    Guarantee,
    Library,
    Line,
    Promise,
    Seat,
    Selector,
    Track,
)
from vpwijzer.model.finding import Severity
from vpwijzer.model.position import Position
from vpwijzer.proof import Proof, prove
from vpwijzer.proof.claims.guarantees import routes_of

HELP = Track("spoor", "spoor", "", "", True, (), AT)  # noqa: FBT003 - a record
ALWAYS_HELP = route("altijd", trees="t")


def content(*parts: Part, guarantee: Guarantee | None = None) -> Library:
    """A way that always helps is there unless a test is about its absence."""
    made = library(*parts, ALWAYS_HELP)
    promises = {guarantee.id: guarantee} if guarantee else {}
    return placed(replace(made, tracks={"spoor": HELP}, guarantees=promises))


def codes(proof: Proof) -> list[str]:
    return [finding.code for finding in proof.findings]


def place(proof: Proof, code: str) -> Position:
    (found,) = [finding for finding in proof.findings if finding.code == code]
    return found.at


def smallest(proof: Proof, code: str) -> dict[str, str]:
    (found,) = [finding for finding in proof.findings if finding.code == code]
    given = proof.conversations[found].answers
    return {
        name: ", ".join([*sorted(each.options), *(["onbekend"] if each.more else [])])
        for name, each in given
    }


def promise(kind: Promise, *routes: str, when: str | tuple[str, ...] = ()) -> Guarantee:
    made = route("x", when=when).condition
    return Guarantee("w", "", (), made, (kind, Selector(routes)), AT)


X, Y = question("x"), question("y")
ON_X = route("r", when="x: a")
ON_Y = route("s", when="y: a")


def test_sensible_content_gives_no_finding() -> None:
    proof = prove(content(tree("t", X, Y), ON_X, ON_Y))

    assert codes(proof) == []


def test_routes_that_apply_together_are_no_finding() -> None:
    proof = prove(content(tree("t", X), ON_X, route("s", when="x: a")))

    assert codes(proof) == []


SURE = question("x", unknown=False)


def test_question_that_no_conversation_reaches_is_found_at_the_question() -> None:
    never = question("y", when=("x: a", "x: b"))
    made = content(tree("t", SURE, never), ON_X)

    proof = prove(made)

    assert codes(proof) == ["vraag-onbereikbaar"]
    assert place(proof, "vraag-onbereikbaar") == made.trees["t"].questions[1].at


def test_question_asked_only_after_not_knowing_is_found_with_a_conversation() -> None:
    odd = question("y", when=("x: a", "x: b"))
    made = content(tree("t", X, odd), ON_X, ON_Y)

    proof = prove(made)

    assert codes(proof) == ["voorwaarde-nooit"]
    assert smallest(proof, "voorwaarde-nooit") == {"x": "onbekend", "y": "a"}


def test_question_asked_although_an_earlier_answer_rules_it_out_is_found() -> None:
    low = question("y", when="x: a")
    deep = question("z", when="y: a", unless="x: a")
    made = content(tree("t", SURE, low, deep), ON_X, ON_Y)

    assert place(prove(made), "vraag-onbereikbaar") == made.trees["t"].questions[2].at


def test_question_that_is_always_known_shows_a_conversation() -> None:
    filling = question("x", option("a", "y: a"), option("b", "y: b"), unknown=False)
    made = content(tree("t", filling, Y), ON_X, ON_Y)

    proof = prove(made)

    assert place(proof, "vraag-al-bekend") == made.trees["t"].questions[1].at
    assert smallest(proof, "vraag-al-bekend") == {"x": "a"}


def test_tree_that_never_follows_is_found_at_the_follow_up() -> None:
    first = tree("t", SURE, then=[follow("u", when=("x: a", "x: b"))])
    made = content(first, replace(tree("u", Y), can_start=False), ON_X)

    proof = prove(made)

    assert place(proof, "vervolg-onbereikbaar") == made.trees["t"].follow_ups[0].at
    assert "vraag-onbereikbaar" not in codes(proof)


def test_two_options_that_fill_one_fact_differently_clash() -> None:
    filling = question("x", option("a", "y: a"), option("b", "y: b"), several=True)
    made = content(tree("t", filling, Y), ON_X, ON_Y)

    proof = prove(made)

    second = made.trees["t"].questions[0].options[1].implies[0]
    assert place(proof, "betekent-botst") == second.at
    assert smallest(proof, "betekent-botst") == {"x": "a, b"}


def test_clash_is_not_reported_as_a_way_that_is_lost_as_well() -> None:
    first = question("x", option("a", "z: a"), option("b"))
    second = question("y", option("a", "z: b"), option("b"))
    made = content(tree("t", first, second, question("z")), route("r", when="z: a"))

    assert codes(prove(made)) == ["betekent-botst"]


def test_conversation_that_ends_with_nothing_is_found_at_its_start() -> None:
    made = placed(replace(library(tree("t", X), ON_X), tracks={"spoor": HELP}))

    proof = prove(made)

    assert place(proof, "gesprek-zonder-weg") == made.trees["t"].at
    assert smallest(proof, "gesprek-zonder-weg") == {"x": "b"}


def test_way_that_is_advised_against_does_not_help() -> None:
    warned = route("r", cautions=(caution("x: a", against=True),))
    made = placed(replace(library(tree("t", X), warned), tracks={"spoor": HELP}))

    proof = prove(made)

    assert smallest(proof, "gesprek-zonder-weg") == {"x": "a"}


def test_way_of_a_track_that_is_no_help_does_not_count() -> None:
    track = replace(HELP, is_help=False)
    made = placed(replace(library(tree("t", X), route("r")), tracks={"spoor": track}))

    assert "gesprek-zonder-weg" in codes(prove(made))


def test_route_that_never_applies_is_found_at_the_route() -> None:
    made = content(tree("t", X, Y), ON_X, route("s", when="x: a", unless="x: a"), ON_Y)
    made = replace(made, routes={**made.routes, "n": made.routes["r"]})

    assert "route-past-nooit" not in codes(prove(made))
    never = content(tree("t", X), ON_X, route("s", when="x: a", unless="x: a"))
    assert place(prove(never), "route-past-nooit") == never.routes["s"].at


def test_conditions_that_never_hold_together_are_found_at_the_second() -> None:
    made = content(tree("t", X), ON_X, route("s", when=("x: a", "x: b")))

    proof = prove(made)

    assert place(proof, "wanneer-sluit-uit") == made.routes["s"].condition.when[1].at  # type: ignore[union-attr] # a clause
    assert "route-past-nooit" not in codes(proof)


def test_route_that_never_falls_away_is_found() -> None:
    covers = route("s", when=[either("x: a", "x: b")])
    made = content(tree("t", X), ON_X, covers)

    assert place(prove(made), "route-valt-nooit-af") == made.routes["s"].at


def test_route_that_is_only_ever_not_listed_falls_away() -> None:
    gated = question("y", when="x: a")
    covers = route("s", when=[either("x: a", "y: a", "y: b")])

    proof = prove(content(tree("t", X, gated), ON_X, covers))

    assert "route-valt-nooit-af" not in codes(proof)


def test_exception_that_is_not_asked_where_the_route_applies_is_a_warning() -> None:
    later = question("y", when="x: b")
    made = content(tree("t", X, later), ON_X, ON_Y, route("s2", unless="y: a"))

    proof = prove(made)

    (found,) = [f for f in proof.findings if f.code == "uitzondering-niet-gevraagd"]
    assert found.severity is Severity.WARNING
    assert smallest(proof, found.code) == {"x": "a"}


def test_clause_said_twice_is_idle_at_the_second() -> None:
    made = content(tree("t", X, Y), ON_Y, route("s2", when=("x: a", "x: a")))

    proof = prove(made)

    second = made.routes["s2"].condition.when[1]
    assert place(proof, "voorwaarde-zonder-gevolg") == second.at  # type: ignore[union-attr] # a clause
    assert codes(proof) == ["voorwaarde-zonder-gevolg"]


def test_group_that_could_go_as_a_whole_is_one_finding() -> None:
    needless = either("x: a", both("y: a", "y: b"))
    made = content(tree("t", X, Y), ON_Y, route("s2", when=["x: a", needless]))

    proof = prove(made)

    assert codes(proof) == ["voorwaarde-zonder-gevolg"]
    group = made.routes["s2"].condition.when[1]
    assert proof.findings[0].at == group.parts[0].at  # type: ignore[union-attr] # a clause in a group


def test_value_that_another_clause_rules_out_is_idle() -> None:
    several = question("x", "a", "b", "c")
    made = content(tree("t", several), ON_X, route("s", when=("x: a, b", "x: b, c")))

    found = [(f.at, f.message) for f in prove(made).findings]

    first, second = made.routes["s"].condition.when
    assert [at for at, _ in found] == [first.at, second.at]  # type: ignore[union-attr] # clauses
    assert ["'a'" in found[0][1], "'c'" in found[1][1]] == [True, True]


def test_value_that_decides_somewhere_is_not_idle() -> None:
    several = question("x", "a", "b", "c")

    proof = prove(content(tree("t", several), ON_X, route("s", when="x: a, b")))

    assert codes(proof) == []


def test_clause_that_a_concept_says_already_is_idle() -> None:
    norm = concept("c", when="x: a")
    made = content(
        tree("t", X, Y), norm, ON_Y, route("s2", when=[both("x: a", "c: ja")])
    )

    assert codes(prove(made)) == ["voorwaarde-zonder-gevolg"]


@pytest.mark.parametrize(
    ("code", "rest"),
    [
        ("let-op-nooit", {"cautions": (caution("x: b"),)}),
        ("voorrang-nooit", {"first": "x: b"}),
        ("bij-uitstek-nooit", {"meant": "x: b"}),
        ("past-bij-nooit", {"fits": "x: b"}),
        (
            "gevolg-nooit",
            {"effects": (consequence("hoog", "x: b"), consequence("laag"))},
        ),
    ],
)
def test_what_holds_only_where_its_route_is_closed_is_found(
    code: str, rest: dict[str, object]
) -> None:
    made = content(tree("t", X, Y), ON_Y, route("s2", when="x: a", **rest))  # type: ignore[arg-type] # one of each

    assert codes(prove(made)) == [code]


def test_step_that_never_holds_is_found_at_its_condition() -> None:
    step = Line("stap", AT, route("x", when="x: b").condition)
    made = content(tree("t", X, Y), ON_Y, replace(ON_X, steps=(step,)))

    clause = made.routes["r"].steps[0].condition.when[0]
    assert place(prove(made), "regel-nooit") == clause.at  # type: ignore[union-attr] # a clause


def test_clock_and_concept_that_never_hold_are_found() -> None:
    never = ("x: a", "x: b")
    made = content(
        tree("t", X, Y), ON_X, ON_Y, clock("k", "r", when=never), concept("c", never)
    )

    assert sorted(codes(prove(made))) == ["begrip-nooit", "klok-nooit"]


def test_last_consequence_that_is_never_reached_is_found() -> None:
    effects = (Consequence("hoog", "", AT), Consequence("laag", "", AT))
    made = content(tree("t", X), ON_X, route("s", effects=effects))

    found = place(prove(made), "gevolg-nooit")

    assert found == made.routes["s"].consequences["regie"][1].at


def test_question_that_decides_nothing_is_found_at_the_question() -> None:
    made = content(tree("t", X, Y), ON_X)

    assert place(prove(made), "vraag-zonder-gevolg") == made.trees["t"].questions[1].at


def test_question_that_leads_only_to_an_idle_question_is_idle_too() -> None:
    after = question("z", when="y: a")

    proof = prove(content(tree("t", X, Y, after), ON_X))

    assert codes(proof) == ["vraag-zonder-gevolg"] * 2


def test_question_that_only_leads_to_one_that_matters_matters() -> None:
    after = question("z", when="y: a")

    proof = prove(content(tree("t", X, Y, after), ON_X, route("q", when="z: a")))

    assert codes(proof) == []


def test_question_that_only_tells_known_from_unknown_decides_nothing() -> None:
    both_known = caution([either("y: a", "y: b")])
    made = content(tree("t", X, Y), ON_X, route("s", cautions=(both_known,)))

    assert "vraag-zonder-gevolg" in codes(prove(made))


def test_guarantee_that_holds_is_proved() -> None:
    made = content(tree("t", X), ON_X, guarantee=promise(Promise.APPLIES, "altijd"))

    proof = prove(made)

    assert proof.guarantees == {"w": True}
    assert codes(proof) == []


def test_broken_guarantee_shows_the_smallest_conversation() -> None:
    made = content(
        tree("t", X, Y), ON_X, ON_Y, guarantee=promise(Promise.VISIBLE, "r", "s")
    )

    proof = prove(made)

    assert proof.guarantees == {"w": False}
    assert place(proof, "waarborg-geschonden") == made.guarantees["w"].at
    assert smallest(proof, "waarborg-geschonden") == {"x": "a", "y": "b"}


def test_routes_declared_exclusive_that_both_apply_break_their_guarantee() -> None:
    made = content(
        tree("t", X), ON_X, guarantee=promise(Promise.NEVER_TOGETHER, "r", "altijd")
    )

    assert smallest(prove(made), "waarborg-geschonden") == {"x": "a"}


def remedy(made: Guarantee) -> str:
    """Give what to do about a promise over three ways, that breaks."""
    proof = prove(content(tree("t", X, Y), ON_X, ON_Y, guarantee=made))
    (found,) = (each for each in proof.findings if each.code == "waarborg-geschonden")
    return found.hint.split(", of zeg")[0]


@pytest.mark.parametrize(
    ("kind", "routes", "told"),
    [
        (Promise.APPLIES, "altijd r", "kijk naar de route 'r'"),
        (Promise.APPLIES, "r altijd s", "kijk naar de routes 'r', 's'"),
        (Promise.ONE_APPLIES, "r s", "kijk naar de routes 'r', 's'"),
        (
            Promise.NEVER_TOGETHER,
            "r s altijd",
            "kijk naar de routes 'r', 's', 'altijd'",
        ),
    ],
)
def test_broken_guarantee_names_the_routes_that_break_it(
    kind: Promise, routes: str, told: str
) -> None:
    assert remedy(promise(kind, *routes.split())) == told


def test_guarantee_that_many_routes_break_names_the_first() -> None:
    ways = [route(name, when="x: a") for name in "abcde"]
    made = content(tree("t", X), *ways, guarantee=promise(Promise.APPLIES, *"abcde"))

    (found,) = prove(made).findings

    assert found.hint.startswith("kijk naar de routes 'a', 'b', 'c' en nog 2, of zeg")


def test_guarantee_that_another_route_overtakes_names_both() -> None:
    ways = [route(name, first=()) for name in "ab"]
    made = content(tree("t", X), *ways, guarantee=promise(Promise.FIRST, "b"))

    [hint] = [f.hint for f in prove(made).findings if f.code == "waarborg-geschonden"]

    assert hint.startswith("kijk naar de routes 'b', 'a', of zeg")


def test_guarantee_may_let_a_route_stand_before_another() -> None:
    ways = [route("a", first="x: a"), route("b", first=())]
    allowed = replace(
        promise(Promise.FIRST), promise=(Promise.FIRST, Selector(("b",), after=("a",)))
    )

    made = content(tree("t", X), *ways, guarantee=allowed)

    assert prove(made).guarantees == {"w": True}
    assert not any("waarborg" in found.code for found in prove(made).findings)


def test_route_that_may_stand_before_another_and_never_does_is_found() -> None:
    chosen = Selector(("b",), after=("a",), places={"a": AT})
    allowed = replace(promise(Promise.FIRST), promise=(Promise.FIRST, chosen))
    made = content(tree("t", X), route("a"), route("b", first=()), guarantee=allowed)

    assert [f.message for f in prove(made).findings if "zonder-route" in f.code] == [
        "de waarborg 'w' belooft niets over de route 'a'"
    ]


def test_guarantee_about_a_kind_of_route_that_is_not_there_asks_for_one() -> None:
    chosen = (Promise.ONE_APPLIES, Selector(tracks=("leeg",)))
    given = replace(promise(Promise.ONE_APPLIES), promise=chosen)

    assert remedy(given) == "voeg een route toe"


def test_guarantee_about_a_question_names_the_question() -> None:
    late = Asked("y", before_question="x")

    assert remedy(replace(promise(Promise.APPLIES), promise=late)) == (
        "stel de vraag 'y' eerder"
    )


def test_guarantee_whose_premise_never_holds_is_found() -> None:
    given = promise(Promise.APPLIES, "altijd", when=("x: a", "x: b"))
    made = content(tree("t", X), ON_X, guarantee=given)

    assert place(prove(made), "waarborg-nooit-aan-de-orde") == made.guarantees["w"].at


def test_guarantee_that_selects_no_route_promises_nothing() -> None:
    chosen = Selector(tracks=("elders",))
    told_twice = promise(Promise.WARNED, when=("x: a", "x: a"))
    given = replace(told_twice, promise=(Promise.WARNED, chosen))
    made = content(tree("t", X), ON_X, guarantee=given)

    assert codes(prove(made)) == ["waarborg-nooit-aan-de-orde"]
    assert place(prove(made), "waarborg-nooit-aan-de-orde") == made.guarantees["w"].at


def none_at_level(*levels: Consequence) -> Library:
    given = promise(Promise.CLOSED, when="x: b")
    chosen = Selector(levels={"regie": frozenset({"hoog"})})
    given = replace(given, promise=(Promise.CLOSED, chosen))
    made = route("s", effects=(*levels, Consequence("laag", "anders", AT)))
    return content(tree("t", X), ON_X, made, guarantee=given)


def test_promise_of_no_such_way_holds_where_none_is_and_elsewhere_some_are() -> None:
    proof = prove(none_at_level(consequence("hoog", "x: a")))

    assert proof.guarantees == {"w": True}
    assert codes(proof) == []


def test_promise_of_no_such_way_breaks_where_one_is() -> None:
    proof = prove(none_at_level(consequence("hoog", "x: b")))

    assert smallest(proof, "waarborg-geschonden") == {"x": "b"}


def test_promise_of_no_such_way_is_idle_where_no_way_ever_is_like_that() -> None:
    assert codes(prove(none_at_level())) == ["waarborg-nooit-aan-de-orde"]


def test_premise_that_rules_nothing_out_is_idle() -> None:
    given = promise(Promise.APPLIES, "altijd", when=("x: a", "x: a, b"))
    made = content(tree("t", question("x", "a", "b", "c")), ON_X, guarantee=given)

    proof = prove(made)

    second = made.guarantees["w"].condition.when[1]
    assert place(proof, "voorwaarde-zonder-gevolg") == second.at  # type: ignore[union-attr] # a clause
    assert proof.guarantees == {"w": True}


def test_promise_that_a_question_comes_first_is_proved_by_order() -> None:
    asked = Guarantee("w", "", (), Condition(), Asked("x", before_question="y"), AT)
    late = replace(asked, promise=Asked("y", before_question="x"))

    parts = (tree("t", X, Y), ON_X, ON_Y)

    assert prove(content(*parts, guarantee=asked)).guarantees == {"w": True}
    assert prove(content(*parts, guarantee=late)).guarantees == {"w": False}


def test_route_lost_by_not_knowing_is_found_at_the_question() -> None:
    filling = question("x", option("a", "y: a"), "b", unknown=True)
    hidden = question("y", when="x: b", unless="x: a")
    asked = replace(hidden, condition=route("n", when=("x: b", "z: a")).condition)
    made = content(
        tree("t", question("z"), filling, asked), ON_X, ON_Y, route("q", when="z: a")
    )

    proof = prove(made)

    assert place(proof, "weet-niet-telt-als-nee") == made.trees["t"].questions[1].at
    assert smallest(proof, "weet-niet-telt-als-nee")["x"] == "a"


def test_question_that_must_be_answered_is_never_unsure() -> None:
    filling = question("x", option("a", "y: a"), "b", unknown=False)
    hidden = question("y", when="z: a")
    made = content(
        tree("t", question("z"), filling, hidden), ON_X, ON_Y, route("q", when="z: a")
    )

    assert codes(prove(made)) == []


def test_tree_lost_by_not_knowing_must_be_offered() -> None:
    filling = question("x", option("a", "y: a"), option("b", "z: a"), several=True)
    gated = [question("y", when="q: a"), question("z", when="q: a")]
    then = [follow("u", when=("y: a", "z: a"))]
    made = content(
        tree("t", question("q"), filling, *gated, then=then),
        replace(tree("u", question("v")), can_start=False),
        *(ON_X, ON_Y, route("z1", when="z: a"), route("v1", when="v: a", trees="u")),
        route("q1", when="q: a"),
    )

    proof = prove(made)

    assert place(proof, "boom-niet-aangeboden") == made.trees["t"].questions[1].at
    found = smallest(proof, "boom-niet-aangeboden")
    assert (found["q"], found["x"]) == ("b", "a, b")


def test_tree_lost_by_not_knowing_is_no_finding_when_it_is_offered() -> None:
    filling = question("x", option("a", "y: a"), "b")
    gated = question("y", when="q: a")
    made = content(
        tree("t", question("q"), filling, gated, then=[follow("u", when="y: a")]),
        replace(tree("u", question("v")), can_start=False),
        *(ON_X, route("v1", when="v: a", trees="u"), route("q1", when="q: a")),
    )

    assert "boom-niet-aangeboden" not in codes(prove(made))


def test_not_knowing_keeps_every_way_when_nothing_is_filled() -> None:
    gated = question("y", when="x: a")

    proof = prove(content(tree("t", X, gated), ON_X, ON_Y))

    assert codes(proof) == []


def test_route_that_differs_between_seats_is_found() -> None:
    who = question(
        "wie", option("a", seat=Seat.ADVISER), option("b", seat=Seat.EMPLOYEE)
    )
    first = tree("t", who, X)
    other = tree("u", Y)
    parts = (ON_X, route("q", when="wie: a", trees="t, u"), replace(ON_Y, trees=("u",)))
    also = route("ook", trees="u")

    proof = prove(content(first, other, *parts, also))

    assert "stoel-verschilt" in codes(proof)
    asked = replace(other, questions=(who, Y))
    assert "stoel-verschilt" not in codes(prove(content(first, asked, *parts, also)))


def test_conversations_are_counted_exactly() -> None:
    several = question("x", "a", "b", option("geen", alone=True), several=True)
    gated = question("y", when="x: a")

    proof = prove(content(tree("t", several, gated), ON_X, ON_Y))

    # Known: a, b, ab, geen; unsure: onbekend, a+, b+, ab+. With b, geen: no y.
    assert proof.counts == {"t": 6 * 3 + 2}
    assert proof.total == 20


def test_starts_are_counted_apart_and_seats_together() -> None:
    who = question("wie", option("a", seat=Seat.ADVISER), "b")

    proof = prove(content(tree("t", who), tree("u", who), route("r", when="wie: a")))

    assert proof.counts == {"t": 3, "u": 3}


def test_share_in_which_a_route_applies_is_exact() -> None:
    proof = prove(content(tree("t", X), ON_X), sharing=True)

    assert {name: str(share) for name, share in proof.shares.items()} == {
        "r": "1/3",
        "altijd": "1",
    }


WIDE = tree("t", *(question(f"q{number}") for number in range(16)))
PAIRS = [(f"q{number}: a", f"q{number + 8}: a") for number in range(8)]
"""Of questions that stand far apart, so that all must be kept in mind at once."""


def test_shares_of_too_much_are_not_counted() -> None:
    somewhere = route("r", when=either(*(both(*pair) for pair in PAIRS)))

    proof = prove(library(WIDE, somewhere), total_budget=400, sharing=True)

    assert proof.counts
    assert not proof.shares


def test_what_grows_too_large_is_unproved_and_never_silent() -> None:
    routes = [route(f"r{number}", when=pair) for number, pair in enumerate(PAIRS)]
    made = placed(replace(library(WIDE, *routes), tracks={"spoor": HELP}))

    proof = prove(made, budget=2_000)

    unproved = [f for f in proof.findings if f.code == "niet-bewezen"]
    assert unproved
    assert all(f.severity is Severity.ERROR for f in unproved)
    assert "q0" in "".join(f.hint for f in unproved)


def test_guarantee_that_is_too_large_names_what_its_routes_rest_on() -> None:
    asked = tree("t", *(question(f"q{number}") for number in range(28)))
    pairs = [(f"q{number}: a", f"q{number + 14}: a") for number in range(14)]
    routes = [route(f"r{number}", when=pair) for number, pair in enumerate(pairs)]
    given = promise(Promise.ONE_APPLIES, *(each.id for each in routes))
    made = content(asked, *routes, guarantee=given)

    found = prove(made, budget=2_000).findings

    (hint,) = [f.hint for f in found if f.message.startswith("de waarborg")]
    assert hint.startswith("het gaat om de feiten q0, q14, q1, ")
    assert " in w, r0, r1, " in hint


def test_order_that_is_promised_for_a_route_is_about_that_route() -> None:
    given = replace(promise(Promise.APPLIES), promise=Asked("x", before_route="r"))
    made = content(tree("t", X), ON_X, guarantee=given)

    assert [each.id for each in routes_of(made, given)] == ["r"]
    assert prove(made).guarantees == {"w": True}


def test_guarantee_known_to_be_broken_is_not_unproved_as_well() -> None:
    routes = [route(f"r{number}", when=pair) for number, pair in enumerate(PAIRS)]
    given = promise(Promise.ONE_APPLIES, *(each.id for each in routes))
    made = content(WIDE, *routes, guarantee=given)

    proof = prove(made, budget=2_000)

    about = [f.code for f in proof.findings if f.message.startswith("de waarborg")]
    assert about == ["waarborg-geschonden"]
    assert proof.guarantees == {"w": False}


def test_way_that_is_always_open_settles_the_end_of_content_that_is_too_large() -> None:
    tied = either(*(both(*pair) for pair in PAIRS))
    made = content(WIDE, route("tied", when=[tied]))

    proof = prove(made, budget=2_000)

    assert [f.message for f in proof.findings if "eindigt" in f.message] == []
    assert "niet-bewezen" in codes(proof)


def test_way_that_another_of_its_track_pushes_off_the_first_screen_is_named() -> None:
    meant = route("r", when="x: a", meant="x: a")
    late = promise(Promise.FIRST_SCREEN, "s", when="y: a")
    made = content(tree("t", X, Y), meant, ON_Y, guarantee=late)

    proof = prove(made)

    assert codes(proof) == ["waarborg-geschonden"]
    assert smallest(proof, "waarborg-geschonden") == {"x": "a", "y": "a"}
    (finding,) = proof.findings
    assert finding.hint.startswith(
        "kijk met 'bij-uitstek' wat hier voorgaat: nu de route 'r'"
    )


def test_content_that_is_too_large_altogether_proves_nothing() -> None:
    made = content(tree("t", X, Y), ON_X, ON_Y)

    proof = prove(made, total_budget=5)

    assert codes(proof) == ["niet-bewezen"]
    assert proof.total == 0


def test_answer_with_perhaps_more_is_part_of_a_conversation() -> None:
    several = question("x", option("a", alone=True), "b", several=True)
    held = promise(Promise.CLOSED, "r", when="x: b")
    made = content(tree("t", several), ON_X, guarantee=held)

    proof = prove(made)

    (found,) = proof.findings
    given = dict(proof.conversations[found].answers)
    assert given["x"] == answer("b, onbekend")
