"""What changes between two versions, and what it is called."""

from dataclasses import fields, is_dataclass, replace
from fractions import Fraction

from builders import (
    AT,
    Part,
    caution,
    clock,
    concept,
    consequence,
    follow,
    library,
    option,
    question,
    route,
    scenario,
    tree,
)
from edited import edited
from planted import placed, seeded, small

from vpwijzer import model
from vpwijzer.model import ALWAYS, ContactLink, Library, Line, Seat
from vpwijzer.render.change import words
from vpwijzer.versions import (
    Change,
    Compared,
    Comparison,
    Kind,
    State,
    Written,
    compare,
)
from vpwijzer.versions.match import plain
from vpwijzer.versions.texts import compare_texts

X, Y = question("x"), question("y")
FREE = route("vrij")
HALF = route("r", when="x: a")


def difference(old: Library, new: Library) -> Comparison:
    found = compare(old, new)
    assert found is not None
    return found


def talks(old: Library, new: Library) -> Compared:
    found = difference(old, new).talks
    assert found is not None
    return found


def changes(found: Compared) -> list[tuple[str, str, str, str]]:
    return [told(change) for group in found.groups for change in group.changes]


def told(change: Change) -> tuple[str, str, str, str]:
    return change.kind.value, change.owner, change.was.value, change.now.value


def written(old: Library, new: Library) -> list[Written]:
    return list(difference(old, new).texts)


def one(*parts: Part) -> Library:
    return library(tree("t", X, Y), FREE, *parts)


# The same.


def test_same_content_has_no_difference() -> None:
    assert compare(one(HALF), one(HALF)) is None


def test_place_of_a_line_is_no_difference() -> None:
    assert compare(one(HALF), placed(one(HALF))) is None


def test_case_is_a_test_and_no_difference() -> None:
    assert compare(one(HALF), replace(one(HALF), scenarios={"s": scenario()})) is None


# Conversations.


def test_route_that_fits_more_often_says_how_often_and_shows_the_smallest_talk() -> (
    None
):
    found = talks(one(HALF), one(route("r", when="x: a, b")))

    assert changes(found) == [("route", "r", "closed", "yes")]
    (group,) = found.groups
    assert group.shares == {"t": Fraction(1, 3)}
    assert found.shares == {"t": Fraction(1, 3)}
    assert [each.question for each in group.example.answers] == ["x", "y"]
    assert group.example.answers[0].answer.options == {"b"}
    assert group.example.seat is Seat.EMPLOYEE


def test_new_route_was_not_at_stake_before() -> None:
    found = talks(one(), one(HALF))

    assert sorted(changes(found)) == [
        ("route", "r", "no", "closed"),
        ("route", "r", "no", "maybe"),
        ("route", "r", "no", "yes"),
    ]


def test_everything_that_changes_in_the_same_talks_is_one_group() -> None:
    old = one(route("r", when="x: a"), route("s", when="x: b"))
    new = one(route("r", when="x: b"), route("s", when="x: a"))

    found = talks(old, new)

    assert [sorted(map(told, group.changes)) for group in found.groups] == [
        [("route", "r", "yes", "closed"), ("route", "s", "closed", "yes")],
        [("route", "r", "closed", "yes"), ("route", "s", "yes", "closed")],
    ]


def test_question_that_only_one_version_asks_shows_as_such() -> None:
    old, new = library(tree("t", X), FREE), library(tree("t", X, Y), FREE)

    found = talks(old, new)

    assert changes(found) == [("question", "y", "no", "yes")]
    assert found.counts == ({"t": 3}, {"t": 9})
    assert found.pairs == {"t": 9}
    given = found.groups[0].example.answers
    assert [(each.question, each.old, each.new) for each in given] == [
        ("x", True, True),
        ("y", False, True),
    ]


def test_answer_that_one_version_lacks_is_not_compared() -> None:
    more = question("x", "a", "b", "c")

    found = talks(one(HALF), library(tree("t", more, Y), FREE, HALF))

    assert found.groups == ()
    assert found.counts == ({"t": 9}, {"t": 12})
    assert found.pairs == {"t": 9}
    (each,) = found.one_sided
    assert (each.question, each.in_new) == ("x", True)
    assert each.shares == {"t": Fraction(1, 4)}


def test_answer_that_is_gone_is_not_compared_either() -> None:
    more = question("x", "a", "b", "c")

    found = talks(library(tree("t", more, Y), FREE, HALF), one(HALF))

    assert [(each.question, each.in_new) for each in found.one_sided] == [("x", False)]


def test_question_without_a_common_answer_is_another_question() -> None:
    old = library(tree("t", question("x", "a", unknown=False)), FREE)
    new = library(tree("t", question("x", "b", "c", unknown=False)), FREE)

    found = talks(old, new)

    assert found.groups == ()
    assert found.pairs == {"t": 2}

    found = talks(old, replace(new, routes={**new.routes, "r": route("r")}))

    given = found.groups[0].example.answers
    assert [(each.question, each.old, each.new) for each in given] == [
        ("x", True, False),
        ("x", False, True),
    ]


def test_start_of_one_version_is_not_compared() -> None:
    old = library(tree("t", X), FREE)
    new = library(tree("t", X), tree("u", Y), FREE)

    found = talks(old, new)

    assert found.pairs == {"t": 3}
    assert set(found.counts[1]) == {"t", "u"}


def test_versions_without_a_common_start_share_no_talk() -> None:
    found = talks(library(tree("t", X), FREE), library(tree("u", X), FREE))

    assert found.pairs == {}
    assert found.groups == ()


def test_tree_that_follows_in_more_talks_is_a_change() -> None:
    def content(when: str) -> Library:
        first = tree("t", X, then=[follow("u", when)])
        return library(first, replace(tree("u", Y), can_start=False), FREE)

    found = talks(content("x: a"), content("x: a, b"))

    assert changes(found) == [
        ("tree", "u", "no", "yes"),
        ("question", "y", "no", "yes"),
    ]


def test_what_a_route_shows_is_compared_where_both_versions_show_it() -> None:
    def content(when: str) -> Library:
        made = route(
            "r",
            when="x: a, b",
            first=when,
            fits=when,
            cautions=(caution(when, against=True),),
            effects=(consequence("zo", when), consequence("anders")),
        )
        line = Line("stap", AT, made.priority or ALWAYS)
        link = ContactLink("c", AT, made.priority or ALWAYS)
        made = replace(
            made,
            steps=(line,),
            contacts=(link,),
            adviser_does=(line,),
            adviser_does_not=(line,),
        )
        return library(tree("t", X, Y), FREE, made, clock("k", "r", when=when))

    found = talks(content("y: a"), content("y: b"))

    kinds = {change.kind for group in found.groups for change in group.changes}
    assert kinds == {*Kind} - {Kind.ROUTE, Kind.TREE, Kind.QUESTION}


def test_caution_that_may_hold_is_told_from_one_that_holds() -> None:
    old = one(route("r", cautions=(caution("x: a"),)))
    new = one(route("r", cautions=(caution("y: a"),)))

    found = changes(talks(old, new))

    assert ("caution", "r", "maybe", "yes") in found
    assert ("caution", "r", "yes", "maybe") in found


def test_heaviest_change_comes_first() -> None:
    old = one(route("r", when="x: a", cautions=(caution("y: a"),)))
    new = one(route("r", when="x: a, b", cautions=(caution("y: b"),)))

    found = talks(old, new)

    assert changes(found)[0][0] == "route"
    assert changes(found)[-1][0] == "caution"


def test_share_is_exact_among_more_talks_than_can_be_held() -> None:
    names = [f"q{number}" for number in range(200)]
    asked = [question(name) for name in names]
    old = library(tree("t", *asked), FREE, route("r", when="q0: a"))
    new = library(tree("t", *asked), FREE, route("r", when="q199: a"))

    found = talks(old, new)

    assert found.pairs == {"t": 3**200}
    shares = {told(g.changes[0])[2:]: g.shares["t"] for g in found.groups}
    assert shares["yes", "closed"] == Fraction(1, 9)


def test_too_much_to_compare_is_said_and_never_taken_for_the_same() -> None:
    found = compare(one(HALF), one(route("r", when="y: a")), budget=3)

    assert found is not None
    assert found.talks is None
    assert found.texts


# Texts.


def test_new_words_are_a_text_and_change_no_talk() -> None:
    old = one(replace(HALF, summary="Zo."))
    new = one(replace(HALF, summary="Zus."))

    assert talks(old, new).groups == ()
    assert written(old, new) == [Written("routes", "r", ("summary",), "Zo.", "Zus.")]


def test_rule_written_otherwise_is_told_in_words_though_no_talk_changes() -> None:
    old = one(route("r", when="x: a"))
    new = one(route("r", when=["x: a", "x: a, b"]))

    assert talks(old, new).groups == ()
    (each,) = written(old, new)
    assert each.path == ("condition",)
    assert each.was == "“x?” → “a”"


def test_caution_with_new_words_is_the_same_caution() -> None:
    old = one(route("r", cautions=(caution("x: a"),)))
    new = one(route("r", cautions=(replace(caution("x: a"), text="pas op"),)))

    assert talks(old, new).groups == ()
    (each,) = written(old, new)
    assert each.was.startswith("let op · als")
    assert each.now.startswith("pas op · als")


def test_parts_that_changed_places_are_an_order() -> None:
    first, second = Line("een", AT), Line("twee", AT)
    old = one(replace(HALF, steps=(first, second)))
    new = one(replace(HALF, steps=(second, first)))

    assert written(old, new) == [
        Written("routes", "r", ("steps", "order"), "een, twee", "twee, een")
    ]


def test_trees_that_changed_places_are_an_order() -> None:
    old = library(tree("t", X), tree("u", Y), FREE)
    new = library(tree("u", Y), tree("t", X), FREE)

    assert Written("trees", "", ("order",), "t, u", "u, t") in written(old, new)


def test_question_says_its_condition_in_the_tree_that_asks_it() -> None:
    old = library(tree("t", X, Y), FREE)
    new = library(tree("t", X, question("y", when="x: a")), FREE)

    (each,) = written(old, new)

    assert (each.kind, each.owner) == ("trees", "t")
    assert each.path == ("questions", "y", "condition")
    assert (each.was, each.now) == ("altijd", "“x?” → “a”")


def test_option_is_told_by_its_question() -> None:
    old = library(tree("t", X), FREE)
    renamed = replace(option("a"), text="Anders", alone=True)
    new = library(tree("t", question("x", renamed, "b")), FREE)

    assert written(old, new) == [
        Written("questions", "x", ("options", "a", "text"), "a", "Anders"),
        Written("questions", "x", ("options", "a", "alone"), "", "ja"),
    ]


def test_word_and_promise_are_compared_too() -> None:
    old = replace(one(), jargon={"vp": "iemand"})
    new = replace(one(), jargon={"vp": "die je helpt"})

    assert written(old, new) == [
        Written("jargon", "vp", ("text",), "iemand", "die je helpt")
    ]


def test_concept_says_what_it_rests_on() -> None:
    old, new = one(concept("c", when="x: a")), one(concept("c", unless="x: a"))

    assert [each.path for each in written(old, new)] == [("condition",)]


def test_whatever_an_author_changes_is_written_down() -> None:
    for seed in range(120):
        old = small(seeded(seed))
        new = edited(seeded(seed), old)
        if _reads_what_is_there(new):
            assert (plain(old) == plain(new)) != bool(list(compare_texts(old, new)))


def _reads_what_is_there(content: Library) -> bool:
    known = {q.id for t in content.trees.values() for q in t.questions}
    known |= set(content.concepts)
    return all(clause.fact in known for clause in _clauses(content))


def _clauses(value: object) -> list[model.Clause]:
    if isinstance(value, model.Clause):
        return [value]
    if isinstance(value, dict):
        return [each for part in value.values() for each in _clauses(part)]
    if isinstance(value, tuple):
        return [each for part in value for each in _clauses(part)]
    if is_dataclass(value) and not isinstance(value, type):
        parts = [getattr(value, each.name) for each in fields(value)]
        return [each for part in parts for each in _clauses(part)]
    return []


def test_where_a_level_and_a_promised_route_stand_is_not_what_is_written() -> None:
    def content(*levels: str) -> Library:
        named = dict.fromkeys(levels, "Zo")
        aspect = model.Aspect("regie", "", "", named, AT)
        aspect = replace(aspect, level_places=dict.fromkeys(levels, AT))
        chosen = model.Selector(levels, places=dict.fromkeys(levels, AT))
        promise = (model.Promise.VISIBLE, chosen)
        guarantee = model.Guarantee("w", "", (), ALWAYS, promise, AT)
        made = replace(library(), aspects={"regie": aspect})
        return replace(made, guarantees={"w": guarantee})

    found = list(compare_texts(content("hoog"), content("hoog", "laag")))

    assert [each.path for each in found] == [("levels", "laag"), ("promise",)]
    assert not any(AT.file in each.now for each in found)


# Words.


def test_every_field_that_is_compared_has_a_word() -> None:
    kinds = (
        *(model.Tree, model.Question, model.Option, model.Route, model.Concept),
        *(model.Track, model.Aspect, model.Clock, model.Contact, model.Source),
        model.Guarantee,
    )
    compared = (each for kind in kinds for each in fields(kind) if each.compare)
    named = {each.name for each in compared} - {"id", "at"}

    assert named | {"order"} == set(words.FIELDS)


def test_every_change_has_words() -> None:
    verdicts, shown = set(State), set(State) - {State.CLOSED}
    for kind in Kind:
        states = verdicts if kind is Kind.ROUTE else shown
        for was in states:
            for now in states - {was}:
                assert words.change_words(kind, was, now)


def test_share_is_never_rounded_to_all_or_nothing() -> None:
    shares = {
        Fraction(1): "100 %",
        Fraction(9999, 10000): "meer dan 99,9 %",
        Fraction(32, 1000): "3,2 %",
        Fraction(1, 2): "50 %",
        Fraction(1, 10**9): "minder dan 0,1 %",
    }

    assert {share: words.percent(share) for share in shares} == shares
