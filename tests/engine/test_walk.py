from dataclasses import replace

import pytest
from builders import (
    again,
    answer,
    concept,
    either,
    facts,
    follow,
    library,
    option,
    question,
    start,
    tree,
    walk,
)
from hypothesis import given, settings
from strategies import answered, changed, walks, wandering

from vpwijzer.engine.walk import (
    AnswerError,
    Walk,
    begin,
    check_answer,
    deciding_questions,
    offered_trees,
    question_of,
)
from vpwijzer.model import UNKNOWN, Question, Seat

thorough = settings(deadline=None, max_examples=60)


def asks(made: Walk) -> str | None:
    return made.current.id if made.current else None


def one_tree(*questions: Question) -> Walk:
    return start(library(tree("t", *questions)))


# Asking


def test_questions_are_asked_in_the_order_of_the_file() -> None:
    first = one_tree(question("x"), question("y"))

    second = walk(first, x="a")

    assert (asks(first), asks(second)) == ("x", "y")


def test_conversation_is_over_when_every_question_is_asked() -> None:
    over = walk(one_tree(question("x")), x="a")

    assert over.is_over
    assert over.view.over


def test_conversation_with_questions_left_runs() -> None:
    running = one_tree(question("x"))

    assert not running.is_over
    assert not running.view.over


def test_answer_establishes_the_fact_of_its_question() -> None:
    made = walk(one_tree(question("x")), x="a")

    assert made.progress.facts == facts(x="a")


@pytest.mark.parametrize(("x", "next_one"), [("a", "y"), ("onbekend", "y"), ("b", "z")])
def test_question_is_asked_unless_its_condition_is_false(x: str, next_one: str) -> None:
    made = one_tree(question("x"), question("y", when="x: a"), question("z"))

    assert asks(walk(made, x=x)) == next_one


@pytest.mark.parametrize(("x", "next_one"), [("a", "z"), ("onbekend", "y"), ("b", "y")])
def test_question_with_an_exception_is_asked_unless_it_holds(
    x: str, next_one: str
) -> None:
    made = one_tree(question("x"), question("y", unless="x: a"), question("z"))

    assert asks(walk(made, x=x)) == next_one


def test_question_that_rests_on_a_skipped_question_is_skipped() -> None:
    made = one_tree(
        question("x"), question("y", when="x: a"), question("z", when="y: a")
    )

    assert walk(made, x="b").is_over


def test_question_that_rests_on_a_concept_over_a_skipped_question_is_skipped() -> None:
    made = start(
        library(
            tree(
                "t",
                question("x"),
                question("y", when="x: a"),
                question("z", when="c: nee"),
            ),
            concept("c", "y: a"),
        )
    )

    assert walk(made, x="b").is_over


def test_question_with_one_way_that_was_not_skipped_is_asked() -> None:
    made = one_tree(
        question("x"),
        question("y", when="x: a"),
        question("z", when=either("y: a", "x: b")),
    )

    assert asks(walk(made, x="b")) == "z"


def test_question_whose_exception_was_skipped_is_asked() -> None:
    made = one_tree(
        question("x"), question("y", when="x: a"), question("z", unless="y: a")
    )

    assert asks(walk(made, x="b")) == "z"


@pytest.mark.parametrize(
    ("x", "over"), [("a", False), ("onbekend", False), ("b", True)]
)
def test_question_may_rest_on_a_concept(
    x: str,
    over: bool,  # noqa: FBT001 - a parameter of the table
) -> None:
    content = library(
        tree("t", question("x"), question("y", when="c: ja")), concept("c", "x: a")
    )

    assert walk(content, x=x).is_over is over


def test_question_answered_with_unknown_is_not_asked_again() -> None:
    shared = question("x")
    made = start(library(tree("t", shared, then=["u"]), tree("u", shared)))

    assert walk(made, x="onbekend").is_over


def test_shared_question_is_asked_once() -> None:
    shared = question("x")
    content = library(tree("t", shared, then=["u"]), tree("u", shared, question("y")))

    assert asks(walk(content, x="a")) == "y"


# Known answers


def test_known_answer_is_not_asked() -> None:
    content = library(tree("t", question("x"), question("y")))

    made = start(content, known=facts(x="a"))

    assert asks(made) == "y"
    assert made.progress.facts == facts(x="a")
    assert made.answers == {}


def test_known_unknown_is_not_asked() -> None:
    content = library(tree("t", question("x"), question("y")))

    assert asks(start(content, known=facts(x="onbekend"))) == "y"


def test_seat_answers_who_is_sitting_here() -> None:
    who = question("wie", option("vp", seat=Seat.ADVISER), "ander")
    content = library(tree("t", who, question("x")))

    made = start(content, Seat.ADVISER)

    assert asks(made) == "x"
    assert made.progress.facts == facts(wie="vp")


def test_seat_without_an_option_is_asked() -> None:
    who = question("wie", option("vp", seat=Seat.ADVISER), "ander")

    assert asks(start(library(tree("t", who)), Seat.TRAINER)) == "wie"


def test_known_answer_fills_what_its_option_means() -> None:
    content = library(tree("t", question("x", option("a", "y: b")), question("y")))

    made = start(content, known=facts(x="a"))

    assert made.progress.facts == facts(x="a", y="b")


def test_what_is_known_goes_before_what_the_seat_answers() -> None:
    who = question("wie", option("vp", seat=Seat.ADVISER), "ander")

    made = start(library(tree("t", who)), Seat.ADVISER, facts(wie="ander"))

    assert made.progress.facts == facts(wie="ander")


# What an option means


def test_option_fills_the_fact_it_means() -> None:
    made = one_tree(question("x", option("a", "y: b"), "b"), question("y"))

    over = walk(made, x="a")

    assert over.is_over
    assert over.progress.facts == facts(x="a", y="b")
    assert over.answers == facts(x="a")


def test_option_that_was_not_chosen_fills_nothing() -> None:
    made = one_tree(question("x", option("a", "y: b"), "b"), question("y"))

    assert asks(walk(made, x="b")) == "y"


def test_unknown_fills_nothing() -> None:
    made = one_tree(question("x", option("a", "y: b"), "b"), question("y"))

    assert asks(walk(made, x="onbekend")) == "y"


def test_option_never_overwrites_an_answer() -> None:
    made = one_tree(question("y"), question("x", option("a", "y: b"), "b"))

    assert walk(made, y="a", x="a").progress.facts == facts(y="a", x="a")


def test_option_never_overwrites_unknown() -> None:
    made = one_tree(question("y"), question("x", option("a", "y: b"), "b"))

    assert walk(made, y="onbekend", x="a").progress.facts["y"] == UNKNOWN


def test_the_first_option_to_fill_a_fact_wins() -> None:
    made = one_tree(
        question("x", option("a", "z: a")),
        question("y", option("a", "z: b")),
        question("z"),
    )

    assert walk(made, x="a", y="a").progress.facts["z"] == answer("a")


def test_what_an_option_means_may_mean_more() -> None:
    made = one_tree(
        question("x", option("a", "y: a")),
        question("y", option("a", "z: b")),
        question("z"),
    )

    assert walk(made, x="a").progress.facts == facts(x="a", y="a", z="b")


def test_every_chosen_option_fills_what_it_means() -> None:
    made = one_tree(
        question("x", option("a", "y: a"), option("b", "z: a"), several=True),
        question("y"),
        question("z"),
    )

    assert walk(made, x="a, b, onbekend").is_over


# Trees


@pytest.mark.parametrize(
    ("x", "walked"), [("a", ("t", "u")), ("onbekend", ("t",)), ("b", ("t",))]
)
def test_tree_follows_only_where_its_condition_surely_holds(
    x: str, walked: tuple[str, ...]
) -> None:
    content = library(
        tree("t", question("x"), then=[follow("u", "x: a")]), tree("u", question("y"))
    )

    assert walk(content, x=x).progress.walked == walked


def test_tree_that_rests_on_a_skipped_question_does_not_follow() -> None:
    content = library(
        tree(
            "t",
            question("x"),
            question("y", when="x: a"),
            then=[follow("u", "y: a")],
        ),
        tree("u", question("z")),
    )

    assert walk(content, x="b").is_over


def test_trees_are_walked_in_their_order_whoever_queued_first() -> None:
    content = library(
        tree("t", then=["w", "u"]),
        tree("u", question("x"), then=["v"]),
        tree("v", question("y")),
        tree("w", question("z")),
    )

    made = walk(content, x="a", y="a", z="a")

    assert made.progress.walked == ("t", "u", "v", "w")


def test_tree_that_two_trees_queue_is_walked_once() -> None:
    content = library(
        tree("t", then=["u", "v"]), tree("u", then=["v"]), tree("v", question("x"))
    )

    made = walk(content, x="a")

    assert made.is_over
    assert made.progress.walked == ("t", "u", "v")


def test_tree_that_nothing_queues_is_not_walked() -> None:
    content = library(tree("t", question("x")), tree("u", question("y")))

    assert walk(content, x="a").progress.walked == ("t",)


def test_conversation_may_start_at_any_tree() -> None:
    content = library(tree("t", question("x"), then=["u"]), tree("u", question("y")))

    assert asks(begin(content, "u", Seat.EMPLOYEE)) == "y"


def test_no_such_tree_to_start_at() -> None:
    with pytest.raises(KeyError):
        begin(library(tree("t")), "u", Seat.EMPLOYEE)


@pytest.mark.parametrize(
    ("seat", "walked"),
    [
        (Seat.ADVISER, ("t", "u")),
        (Seat.EMPLOYEE, ("t",)),
        (Seat.TRAINER, ("t",)),
    ],
)
def test_tree_for_the_adviser_follows_in_that_seat_only(
    seat: Seat, walked: tuple[str, ...]
) -> None:
    content = library(tree("t", then=["u"]), tree("u", adviser_only=True))

    assert start(content, seat).progress.walked == walked


def test_tree_left_out_by_unknown_is_offered() -> None:
    content = library(
        tree("t", question("x", option("a", "y: a"), "b"), then=[follow("u", "y: a")]),
        tree("u", question("y")),
    )

    made = walk(content, x="onbekend")

    assert made.progress.walked == ("t",)
    assert offered_trees(made) == ("u",)


def test_tree_left_out_by_possibly_more_is_offered() -> None:
    several = question("x", option("a", "y: a"), "b", several=True)
    content = library(
        tree("t", several, then=[follow("u", "y: a")]), tree("u", question("y"))
    )

    assert offered_trees(walk(content, x="b, onbekend")) == ("u",)


def test_tree_is_offered_whatever_else_a_known_answer_would_ask() -> None:
    content = library(
        tree(
            "t",
            question("x", option("a", "y: a"), "b"),
            question("z", when="y: a"),
            then=[follow("u", "y: a")],
        ),
        tree("u", question("y")),
    )

    assert offered_trees(walk(content, x="onbekend")) == ("u",)


def test_tree_left_out_by_a_known_answer_is_not_offered() -> None:
    content = library(
        tree("t", question("x", option("a", "y: a"), "b"), then=[follow("u", "y: a")]),
        tree("u", question("y")),
    )

    assert offered_trees(walk(content, x="b")) == ()


def test_what_was_said_stays_when_more_is_known() -> None:
    several = question(
        "x", "a", option("b", "y: a"), option("c", "y: a", alone=True), several=True
    )
    then = [follow("u", "y: a", unless="x: a")]
    content = library(tree("t", several, then=then), tree("u", question("y")))

    assert offered_trees(walk(content, x="a, onbekend")) == ()


def test_tree_is_not_offered_for_what_means_something_else_than_was_said() -> None:
    filled = question("x", option("a", "y: a"), "b")
    content = library(
        tree("t", filled, question("y"), then=[follow("u", "y: a")]), tree("u")
    )

    assert offered_trees(walk(content, x="onbekend", y="b")) == ()


def test_tree_that_was_walked_is_not_offered() -> None:
    content = library(
        tree("t", question("x"), then=[follow("u", "x: a")]), tree("u", question("y"))
    )

    assert offered_trees(walk(content, x="a", y="a")) == ()


def test_tree_that_may_follow_is_offered_however_much_is_unknown() -> None:
    then = [follow("u", "x: a", "y: a")]
    content = library(tree("t", question("x"), question("y"), then=then), tree("u"))

    assert offered_trees(walk(content, x="onbekend", y="onbekend")) == ("u",)


def test_answers_are_kept_while_their_tree_may_still_follow() -> None:
    content = library(
        tree(
            "t",
            question("x"),
            question("w", when="x: b"),
            then=[follow("u", "x: a"), follow("u", "w: a")],
        ),
        tree("u", question("y")),
    )
    made = walk(content, x="a", y="a").change("x", facts(x="b")["x"])

    assert set(made.answers) == {"x", "y"}
    assert set(made.answer(facts(w="b")["w"]).progress.asked) == {"x", "w"}


def test_tree_for_the_adviser_is_not_offered_in_another_seat() -> None:
    content = library(
        tree("t", question("x", option("a", "y: a"), "b"), then=[follow("u", "y: a")]),
        tree("u", question("y"), adviser_only=True),
    )

    assert offered_trees(walk(content, x="onbekend")) == ()


# Going back and changing


def test_back_asks_the_previous_question_again() -> None:
    made = walk(one_tree(question("x"), question("y")), x="a")

    assert asks(made.back()) == "x"


def test_back_from_the_end_reopens_the_conversation() -> None:
    made = walk(one_tree(question("x")), x="a")

    assert not made.back().is_over


def test_back_at_the_first_question_changes_nothing() -> None:
    first = one_tree(question("x"))

    assert first.back() == first


def test_back_offers_the_answer_that_was_taken_back() -> None:
    made = walk(one_tree(question("x")), x="a")

    assert made.back().offered_answer == answer("a")


def test_back_takes_the_last_answer_back_even_when_a_later_one_was_kept() -> None:
    made = walk(
        one_tree(question("x"), question("y", when="x: a"), question("z")), x="b", z="a"
    )
    returned = made.change("x", answer("a"))

    assert walk(returned, y="a").back() == returned


def test_back_before_an_answer_that_was_kept_asks_the_previous_question() -> None:
    made = walk(
        one_tree(question("x"), question("y", when="x: a"), question("z")), x="b", z="a"
    )

    back = made.change("x", answer("a")).back()

    assert asks(back) == "x"
    assert back.answers == facts(z="a")


def test_back_passes_over_questions_that_were_never_asked() -> None:
    made = one_tree(question("x", option("a", "y: a")), question("y"), question("z"))

    assert asks(walk(made, x="a").back()) == "x"


def test_changing_an_answer_keeps_later_answers_that_are_still_asked() -> None:
    made = walk(one_tree(question("x"), question("y")), x="a", y="b")

    assert made.change("x", answer("b")).answers == facts(x="b", y="b")


def test_changing_an_answer_asks_what_was_not_asked_before() -> None:
    made = walk(
        one_tree(question("x"), question("y", when="x: a"), question("z")), x="b", z="a"
    )

    changed_walk = made.change("x", answer("a"))

    assert asks(changed_walk) == "y"
    assert walk(changed_walk, y="a").is_over


def test_answer_that_is_not_asked_any_more_is_parked() -> None:
    made = walk(one_tree(question("x"), question("y", when="x: a")), x="a", y="b")

    changed_walk = made.change("x", answer("b"))

    assert changed_walk.parked == facts(y="b")


def test_parked_answer_is_never_used() -> None:
    made = walk(one_tree(question("x"), question("y", when="x: a")), x="a", y="b")

    changed_walk = made.change("x", answer("b"))

    assert changed_walk.is_over
    assert changed_walk.answers == facts(x="b")
    assert changed_walk.progress.facts == facts(x="b")


def test_parked_answer_is_offered_again_when_its_question_returns() -> None:
    made = walk(one_tree(question("x"), question("y", when="x: a")), x="a", y="b")

    returned = made.change("x", answer("b")).change("x", answer("a"))

    assert asks(returned) == "y"
    assert returned.offered_answer == answer("b")


def test_answer_given_again_is_no_longer_parked() -> None:
    made = walk(one_tree(question("x"), question("y", when="x: a")), x="a", y="b")
    returned = made.change("x", answer("b")).change("x", answer("a"))

    assert walk(returned, y="a").parked == {}


def test_answer_to_what_an_option_now_means_is_parked() -> None:
    made = one_tree(question("x", option("a", "y: a"), "b"), question("y"))

    changed_walk = walk(made, x="b", y="b").change("x", answer("a"))

    assert changed_walk.parked == facts(y="b")
    assert changed_walk.progress.facts == facts(x="a", y="a")


def test_answers_of_a_tree_that_is_not_walked_any_more_are_parked() -> None:
    content = library(
        tree("t", question("x"), then=[follow("u", "x: a")]), tree("u", question("y"))
    )

    changed_walk = walk(content, x="a", y="a").change("x", answer("b"))

    assert changed_walk.parked == facts(y="a")


def test_question_asked_for_the_first_time_offers_nothing() -> None:
    assert one_tree(question("x")).offered_answer is None


def test_conversation_that_is_over_offers_no_answer() -> None:
    assert walk(one_tree(question("x")), x="a").offered_answer is None


def test_only_an_answer_that_was_given_can_be_changed() -> None:
    with pytest.raises(KeyError):
        one_tree(question("x")).change("x", answer("a"))


def test_change_to_an_answer_that_is_not_offered_is_refused() -> None:
    made = walk(one_tree(question("x")), x="a")

    with pytest.raises(AnswerError):
        made.change("x", answer("c"))


def test_every_step_gives_a_new_walk() -> None:
    first = one_tree(question("x"))

    walk(first, x="a")

    assert asks(first) == "x"
    assert first.answers == {}


# Answers that fit


def test_answer_that_is_not_offered_names_its_question() -> None:
    made = one_tree(question("x"))

    with pytest.raises(AnswerError, match="x") as caught:
        made.answer(answer("c"))

    assert caught.value.question == made.current
    assert caught.value.answer == answer("c")


def test_no_answer_after_the_end() -> None:
    over = walk(one_tree(question("x")), x="a")

    with pytest.raises(ValueError, match="over"):
        over.answer(answer("a"))


ALONE = option("c", alone=True)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (question("x"), "a"),
        (question("x"), "onbekend"),
        (question("x", several=True), "a"),
        (question("x", several=True), "a, b"),
        (question("x", several=True), "a, onbekend"),
        (question("x", several=True), "onbekend"),
        (question("x", "a", "b", ALONE, several=True), "c"),
        (question("x", "a", "b", ALONE, several=True), "a, b"),
    ],
)
def test_answer_that_the_question_offers(asked: Question, text: str) -> None:
    check_answer(asked, answer(text))


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (question("x"), ""),
        (question("x"), "c"),
        (question("x"), "a, c"),
        (question("x"), "a, b"),
        (question("x"), "a, onbekend"),
        (question("x", unknown=False), "onbekend"),
        (question("x", several=True), ""),
        (question("x", several=True), "a, c"),
        (question("x", several=True, unknown=False), "onbekend"),
        (question("x", "a", "b", ALONE, several=True), "a, c"),
        (question("x", "a", "b", ALONE, several=True), "c, onbekend"),
    ],
)
def test_answer_that_the_question_does_not_offer(asked: Question, text: str) -> None:
    with pytest.raises(AnswerError):
        check_answer(asked, answer(text))


def test_question_is_found_in_any_tree() -> None:
    y = question("y")
    content = library(tree("t", question("x")), tree("u", question("z"), y))

    assert question_of(content, "y") == y


def test_no_such_question() -> None:
    with pytest.raises(KeyError):
        question_of(library(tree("t", question("x"))), "y")


# In every conversation


@thorough
@given(wandering())
def test_holding_a_conversation_again_gives_the_same_walk(made: Walk) -> None:
    *_, same = again(made)

    assert same.progress == made.progress


@thorough
@given(walks())
def test_conversation_that_is_over_used_every_answer(made: Walk) -> None:
    assert set(made.answers) == set(made.progress.asked)


@thorough
@given(wandering())
def test_parked_answers_are_never_used(made: Walk) -> None:
    assert not set(made.parked) & set(made.progress.asked)


@thorough
@given(answered())
def test_going_back_undoes_a_step(step: tuple[Walk, Walk]) -> None:
    before, after = step
    still_asked = {k: v for k, v in before.answers.items() if k in after.answers}

    back = after.back()

    assert back.current == before.current
    assert back.answers == still_asked
    assert {**back.parked, **back.answers}.items() >= before.answers.items()


@thorough
@given(changed())
def test_changing_an_answer_equals_a_fresh_walk(step: tuple[Walk, Walk]) -> None:
    before, after = step
    wanted = {**before.answers, **after.answers}

    fresh = start(before.setting.library)
    while fresh.current is not None and fresh.current.id in wanted:
        fresh = fresh.answer(wanted[fresh.current.id])

    assert fresh.progress == after.progress


def test_what_was_not_asked_yet_decides_about_no_tree_that_is_offered() -> None:
    waits = replace(question("y"), refines=True)
    first = tree(
        "t", question("x"), waits, then=[follow("u", [either("x: a", "y: a")])]
    )
    made = start(library(first, tree("u", question("z"))), asks_all=False)

    over = made.answer(UNKNOWN)

    assert list(deciding_questions(made)) == []
    assert [(q.id, t.id) for q, t in deciding_questions(over)] == [("x", "u")]
