"""What changes between two versions, and what it is called."""

from dataclasses import fields, is_dataclass, replace
from fractions import Fraction

from builders import (
    AT,
    Part,
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
    scenario,
    tree,
)
from edited import edited
from random_faults import placed, seeded, small

from vpwijzer import model
from vpwijzer.diff import (
    BUDGET,
    Change,
    Compared,
    Comparison,
    Example,
    Group,
    Kind,
    State,
    Written,
    compare,
)
from vpwijzer.diff.align import plain
from vpwijzer.diff.texts import KINDS, compare_texts
from vpwijzer.model import (
    ALWAYS,
    Citation,
    Closing,
    Contact,
    ContactLink,
    Library,
    Line,
    Opening,
    Route,
    Seat,
    Source,
)
from vpwijzer.pages.change import words
from vpwijzer.words.numbers import percent
from vpwijzer.words.wording import Wording

X, Y = question("x"), question("y")
FREE = route("vrij")
HALF = route("r", when="x: a")


def difference(old: Library, new: Library, budget: int = BUDGET) -> Comparison:
    found = compare(old, new, Wording, budget)
    assert found is not None
    return found


def talks(old: Library, new: Library, budget: int = BUDGET) -> Compared:
    found = difference(old, new, budget).talks
    assert found is not None
    return found


def example(group: Group) -> Example:
    assert group.example is not None
    return group.example


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
    assert compare(one(HALF), one(HALF), Wording) is None


def test_place_of_a_line_is_no_difference() -> None:
    assert compare(one(HALF), placed(one(HALF)), Wording) is None


def test_case_is_a_test_and_no_difference() -> None:
    cases = {"s": scenario()}

    assert compare(one(HALF), replace(one(HALF), scenarios=cases), Wording) is None


# Conversations.


def test_route_that_fits_more_often_says_how_often_and_shows_the_smallest_talk() -> (
    None
):
    found = talks(one(HALF), one(route("r", when="x: a, b")))

    assert changes(found) == [("route", "r", "closed", "yes")]
    (group,) = found.groups
    assert group.shares == {"t": Fraction(1, 3)}
    assert (found.changed, found.pairs) == ({"t": 3}, {"t": 9})
    shown = example(group)
    assert [each.question for each in shown.answers] == ["x", "y"]
    assert [set(each.answer.options) for each in shown.answers] == [{"b"}, {"a"}]
    assert [each.read for each in shown.answers] == [True, False]
    assert shown.seat is Seat.EMPLOYEE


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
    given = example(found.groups[0]).answers
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

    given = example(found.groups[0]).answers
    assert [(each.question, each.old, each.new) for each in given] == [
        ("x", True, False),
        ("x", False, True),
    ]


def test_start_of_one_version_is_not_compared() -> None:
    old = library(tree("t", X), FREE)
    new = library(tree("t", X), tree("u", Y), FREE)

    found = talks(old, new)

    assert found.pairs == {"t": 3}
    assert found.counts[1] == {"t": 3, "u": 3}
    assert found.own_starts == ((), ("u",))


def test_versions_without_a_common_start_share_no_talk() -> None:
    found = talks(library(tree("t", X), FREE), library(tree("u", X), FREE))

    assert found.pairs == {}
    assert found.groups == ()


def test_tree_that_follows_in_more_talks_is_a_change() -> None:
    def content(when: str) -> Library:
        first = tree("t", X, then=[follow("u", when)])
        return library(first, replace(tree("u", Y), can_start=False), FREE)

    found = talks(content("x: a"), content("x: a, b"))

    assert changes(found) == [("tree", "u", "no", "yes")]
    assert [(g.question, g.read) for g in example(found.groups[0]).answers] == [
        ("x", True),
        ("y", False),
    ]


def test_what_a_route_shows_is_compared_where_both_versions_show_it() -> None:
    def content(when: str) -> Library:
        made = route(
            "r",
            when="x: a, b",
            first=when,
            meant=when,
            fits="y: b" if when == "y: a" else "y: a",
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
    shares = {told(g.changes[0])[2:]: g.shares for g in found.groups}
    assert shares["yes", "closed"] == {"t": Fraction(1, 9)}


def test_what_comes_and_goes_with_a_tree_is_seen_of_the_tree() -> None:
    def content(when: str, *parts: Part) -> Library:
        first = tree("t", X, then=[follow("u", when)])
        last = replace(tree("u", Y), can_start=False)
        own = route("r", when="y: a", trees="u")
        return library(first, last, FREE, own, clock("k", "r"), *parts)

    found = talks(content("x: a"), content("x: b"))
    assert {change[0] for change in changes(found)} == {"tree"}

    more = route("s", trees="u")
    found = talks(content("x: a"), content("x: a", more))
    assert changes(found) == [("route", "s", "no", "yes")]


def test_answer_that_both_versions_ask_for_elsewhere_is_the_same_answer() -> None:
    old = library(
        tree("t", X, question("y", when="x: a")), FREE, route("r", when="y: a")
    )
    new = library(
        tree("t", X, question("y", when="x: b")), FREE, route("r", when="y: a")
    )

    found = talks(old, new)

    assert found.pairs == {"t": 7 + 3 - 1}


def test_example_has_plain_answers_that_stand_first() -> None:
    x = question("x", "a", "b", "c")
    old = library(tree("t", x, Y), FREE, route("r", when="y: a"))
    new = library(tree("t", x, Y), FREE, route("r", when=["y: a", "x: a"]))

    groups = talks(old, new).groups
    (group,) = [g for g in groups if told(g.changes[0])[2:] == ("yes", "closed")]

    given = [set(each.answer.options) for each in example(group).answers]
    assert given == [{"b"}, {"a"}]


# Too much to compare.


def crossed(count: int = 14, *parts: Part, last: str = "a") -> Library:
    """Give content in which every first half decides about a second half."""
    first = [question(f"x{n}") for n in range(count)]
    second = [question(f"y{n}", when=f"x{n}: {last}") for n in range(count)]
    return library(tree("t", *first, *second), FREE, *parts)


def tangled(value: str) -> Route:
    """Give a route that reads all of it at once."""
    pairs = (both(f"x{n}: a", f"y{n}: {value}") for n in range(14))
    return route("s", when=either(*pairs))


def test_too_much_to_hold_is_compared_part_by_part_and_not_counted() -> None:
    old = crossed(14, route("r", when=["x0: a", "y0: a"]))
    new = crossed(14, route("r", when=["x0: a", "y0: b"]))

    found = talks(old, new, 20_000)

    assert found.counts == (None, None)
    assert (found.pairs, found.changed, found.missing) == (None, None, ())
    (group,) = [g for g in found.groups if told(g.changes[0])[2:] == ("yes", "closed")]
    assert group.shares is None
    given = {g.question: set(g.answer.options) for g in example(group).answers}
    assert (given["x0"], given["y0"]) == ({"a"}, {"a"})
    assert given.keys() > {f"x{n}" for n in range(14)}


def test_any_answer_of_an_example_is_the_same_in_both_versions() -> None:
    def content(when: str, *, unknown: bool) -> Library:
        made = crossed(14, route("r", when=["x0: a", when]))
        more = question("z", unknown=unknown)
        asked = (more, *made.trees["t"].questions)
        return replace(made, trees={"t": tree("t", *asked)})

    found = talks(
        content("y0: a", unknown=False), content("y0: b", unknown=True), 20_000
    )

    for group in found.groups:
        (first, *_) = example(group).answers
        assert (first.question, first.old, first.new) == ("z", True, True)


def test_what_is_too_much_to_compare_is_named_and_the_rest_is_compared() -> None:
    old = crossed(14, tangled("a"), route("r", when="x0: a"))
    new = crossed(14, tangled("b"), route("r", when="x0: b"))

    found = talks(old, new, 20_000)

    assert found.missing == ((Kind.ROUTE, "s"),)
    assert {owner for _, owner, _, _ in changes(found)} == {"r"}
    assert not difference(old, new, 20_000).whole


def test_answer_of_one_version_is_named_where_it_is_too_much_to_count() -> None:
    new = crossed()
    asked = [question("x0", "a", "b", "c"), *new.trees["t"].questions[1:]]

    found = talks(new, library(tree("t", *asked), FREE), 20_000)

    (each,) = found.one_sided
    assert (each.question, each.in_new, each.shares) == ("x0", True, None)


def test_too_much_to_compare_at_all_is_never_taken_for_the_same() -> None:
    found = difference(one(HALF), one(route("r", when="y: a")), 3)

    assert found.talks is None
    assert not found.whole
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
            assert (plain(old) == plain(new)) != bool(
                list(compare_texts(old, new, Wording))
            )


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

    found = list(compare_texts(content("hoog"), content("hoog", "laag"), Wording))

    assert [each.path for each in found] == [("levels", "laag"), ("promise",)]
    assert not any(AT.file in each.now for each in found)


def test_whatever_is_in_the_content_is_compared() -> None:
    assert {each.name for each in fields(Library)} - {"scenarios"} | {
        "questions"
    } == set(KINDS)


def test_sentence_before_a_talk_is_compared_by_itself() -> None:
    def content(*lines: str) -> Library:
        opening = Opening(
            Seat.EMPLOYEE, "Welkom", tuple(Line(each, AT) for each in lines), "", AT
        )
        return replace(one(), openings={Seat.EMPLOYEE: opening})

    assert written(content("Een.", "Twee."), content("Een.", "Drie.")) == [
        Written("openings", "medewerker", ("lines",), "Twee.", "Drie.")
    ]
    (each,) = written(content("Een.", "Twee."), content("Twee.", "Een."))
    assert each.path == ("lines", "order")


def test_question_after_a_talk_is_told_in_its_own_words() -> None:
    def content(when: str) -> Library:
        asked = (question("weg", unknown=False), question("wie", when=when))
        closing = Closing(Seat.ADVISER, "Slot", (), asked, "", AT)
        return replace(one(), closings={Seat.ADVISER: closing})

    assert written(content("weg: a"), content("weg: b")) == [
        Written(
            "closings",
            "vp",
            ("questions", "wie", "condition"),
            "“weg?” → “a”",
            "“weg?” → “b”",
        )
    ]


def test_part_that_moved_beside_one_that_changed_is_an_order_too() -> None:
    first, second, third = (Line(words, AT) for words in ("een", "twee", "drie"))
    old = one(replace(HALF, steps=(first, second)))
    new = one(replace(HALF, steps=(third, second, first)))

    assert [(each.path, each.now) for each in written(old, new)] == [
        (("steps",), "drie"),
        (("steps", "order"), "drie, twee, een"),
    ]


def test_contact_and_source_are_told_by_their_names() -> None:
    link, citation = ContactLink("c", AT), Citation("s", "artikel 1", AT)
    contact = Contact("c", "Balie", "Vragen", "2026-01-01", True, AT)  # noqa: FBT003 - a record
    source = Source("s", "De wet", "", "", AT)
    base = replace(one(HALF), contacts={"c": contact}, sources={"s": source})
    made = replace(HALF, contacts=(link,), citations=(citation,))
    new = replace(base, routes={**base.routes, "r": made})

    assert [each.now for each in written(base, new)] == ["Balie", "De wet · artikel 1"]


# Words.


def test_every_field_that_is_compared_has_a_word() -> None:
    kinds = (
        *(model.Tree, model.Question, model.Option, model.Route, model.Concept),
        *(model.Track, model.Aspect, model.Clock, model.Contact, model.Source),
        *(model.Guarantee, model.Opening, model.Closing, model.Places),
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
        Fraction(1): "100%",
        Fraction(9999, 10000): "meer dan 99,9%",
        Fraction(32, 1000): "3,2%",
        Fraction(1, 2): "50%",
        Fraction(1, 10**9): "minder dan 0,1%",
    }

    assert {share: percent(share) for share in shares} == shares
