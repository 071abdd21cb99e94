"""How each finding is mended to see what goes with it."""

from dataclasses import replace

from builders import (
    AT,
    Part,
    both,
    caution,
    clause,
    consequence,
    either,
    follow,
    library,
    question,
    route,
    scenario,
    tree,
)
from random_faults import placed

from vpwijzer.checks.repair import mends
from vpwijzer.engine.logic import clauses_in
from vpwijzer.model import ALWAYS, Clause, Condition, Library, Track
from vpwijzer.model.finding import Rule
from vpwijzer.model.position import Position

X, Y = question("x"), question("y")
ON_X = route("r", when="x: a")


def content(*parts: Part) -> Library:
    track = Track("spoor", "", "", "", is_help=False, routes=(), at=AT)
    return placed(replace(library(*parts), tracks={"spoor": track}))


def mended(made: Library, at: Position, code: str = "") -> list[Library]:
    return list(mends(made, Rule(code, "").at(at)))


def facts(condition: Condition) -> list[str]:
    """Give what is read at the top of a condition."""
    return [each.fact for each in condition.when if isinstance(each, Clause)]


def test_clause_is_taken_out_and_then_the_conditions_around_it() -> None:
    warned = caution(("x: a", "y: a"))
    made = content(tree("t", X, Y), route("r", when="y: b", cautions=(warned,)))
    first = made.routes["r"].cautions[0].condition.when[0]
    assert isinstance(first, Clause)

    less, freed, open_ = (each.routes["r"] for each in mended(made, first.at))

    assert facts(less.cautions[0].condition) == ["y"]
    assert (freed.cautions[0].condition, facts(freed.condition)) == (ALWAYS, ["y"])
    assert (facts(open_.cautions[0].condition), open_.condition) == (["x", "y"], ALWAYS)


def test_group_goes_with_the_last_clause_in_it() -> None:
    group = either(both("x: a"), "y: a")
    made = content(tree("t", X, Y), route("r", when=(group,)))
    inner, _ = clauses_in(made.routes["r"].condition.when)

    first, *_ = mended(made, inner.at)

    [left] = first.routes["r"].condition.when
    assert left == either("y: a")


def test_question_and_follow_up_that_are_pointed_at_lose_their_condition() -> None:
    made = content(
        tree("t", X, question("y", when="x: a"), then=[follow("u", when="x: a")]),
        tree("u", question("z")),
    )

    [asked] = mended(made, made.trees["t"].questions[1].at)
    [followed] = mended(made, made.trees["t"].follow_ups[0].at)

    assert asked.trees["t"].questions[1].condition == ALWAYS
    assert followed.trees["t"].follow_ups[0].condition == ALWAYS


def test_what_has_no_condition_cannot_be_freed() -> None:
    made = content(tree("t", X), ON_X)

    assert mended(made, made.trees["t"].at) == []


def test_words_that_are_repeated_become_other_words() -> None:
    options = (consequence("zelfde", "x: a"), consequence("zelfde"))
    made = content(tree("t", X), route("r", effects=options))
    read = made.routes["r"].consequences["regie"][0].condition.when[0]
    assert isinstance(read, Clause)

    [other] = mended(made, read.at, "dubbel-gezegd")

    first, last = other.routes["r"].consequences["regie"]
    assert first.text != last.text == "zelfde"


def test_question_gets_more_options_in_every_tree_that_asks_it() -> None:
    made = content(tree("t", X, Y), tree("u", X))
    one = replace(made.trees["u"].questions[0])

    [more] = mended(made, one.at, "te-weinig-keuzes")

    numbers = [[len(q.options) for q in each.questions] for each in more.trees.values()]
    assert numbers == [[4, 2], [4]]


def test_tree_that_nothing_leads_to_follows_on_all_before_it() -> None:
    made = content(tree("t", X), tree("u", Y), tree("v", question("z")), tree("w"))

    [led] = mended(made, made.trees["v"].at, "boom-onbereikbaar")

    follow_ups = {n: [f.tree for f in t.follow_ups] for n, t in led.trees.items()}
    assert follow_ups == {"t": ["v"], "u": ["v"], "v": [], "w": []}


def test_tree_of_a_route_and_the_question_it_reads_come_together_in_order() -> None:
    made = content(
        tree("t", X), tree("u", Y), tree("v"), route("r", when="y: a", trees="t, v")
    )
    read = made.routes["r"].condition.when[0]
    assert isinstance(read, Clause)

    [together] = mended(made, read.at, "feit-niet-gevraagd")

    follow_ups = {n: [f.tree for f in t.follow_ups] for n, t in together.trees.items()}
    assert follow_ups == {"t": ["u"], "u": ["v"], "v": []}


def test_answer_that_is_not_used_belongs_to_a_question_that_is_then_asked() -> None:
    made = content(tree("t", X), tree("u", Y, question("z", when="y: a")))
    case = scenario(x="a", z="a")
    made = replace(made, scenarios={"s": case})

    [asked] = mended(made, case.answer_places["z"], "antwoord-niet-gebruikt")

    assert [each.tree for each in asked.trees["t"].follow_ups] == ["u"]
    assert [q.condition for q in asked.trees["u"].questions] == [ALWAYS, ALWAYS]


def test_question_that_is_always_known_is_new_where_its_tree_starts() -> None:
    made = content(tree("t", X), replace(tree("u", X), can_start=False))
    again = made.trees["u"].questions[0]

    [started] = mended(made, again.at, "vraag-al-bekend")

    assert started.trees["u"].can_start


def test_conversation_gets_help_from_every_track_or_from_a_new_way() -> None:
    made = content(tree("t", X), tree("u", Y), ON_X)

    every, *ways = mended(made, made.trees["t"].at, "gesprek-zonder-weg")

    assert every.tracks["spoor"].is_help
    assert [each.routes["+"].trees for each in ways] == [("t",), ("u",)]
    assert all(each.routes["+"].condition == ALWAYS for each in ways)


def test_question_that_decides_nothing_decides_on_a_new_way() -> None:
    made = content(tree("t", X, Y), tree("u", Y), ON_X)
    idle = made.trees["t"].questions[1]

    [used] = mended(made, idle.at, "vraag-zonder-gevolg")

    assert used.routes["+"].trees == ("t", "u")
    assert used.routes["+"].condition.when == (clause("y: a"),)
