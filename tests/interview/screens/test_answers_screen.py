"""The overview of answers: one is changed, the rest is kept."""

from asked_keys import Script, readable, script
from builders import either, follow, library, question, route, start, tree, walk

from vpwijzer.engine.walk import Walk
from vpwijzer.interview.conversation import Conversation
from vpwijzer.interview.screens.answers_screen import changed, overview_menu
from vpwijzer.interview.screens.questions import question_menu
from vpwijzer.interview.session import Now
from vpwijzer.model import Answer, Library

ANSWERS = "Je antwoorden. Typ een nummer om dat antwoord te veranderen."
OUTCOME = "Typ het nummer van een weg om hem helemaal te lezen."
A, B = Answer(frozenset("a")), Answer(frozenset("b"))


def held(content: Library, *replies: str) -> tuple[Script, Walk]:
    asker = script(*replies)
    return asker, Conversation(asker, content).run(start(content))


def branching() -> Library:
    """Ask y only after a."""
    return readable(
        tree("t", question("x"), question("y", when="x: a"), question("z")), route("r")
    )


def test_questions_stand_in_order_with_their_answers() -> None:
    menu = overview_menu(walk(branching(), x="a", y="onbekend"))

    assert [choice.text for choice in menu.choices] == ["x? a", "y? Weet ik niet"]
    assert menu.numbers() == {"x": "1", "y": "2"}


def test_one_answer_is_changed_and_later_ones_are_kept() -> None:
    asker, ended = held(branching(), "b", "a", "/o", "z", "b", "/s")

    assert asker.titles() == ["x?", "z?", OUTCOME, ANSWERS, "z?", OUTCOME]
    assert ended.answers == {"x": B, "z": B}


def test_changing_goes_on_where_the_conversation_was() -> None:
    asker, _ = held(branching(), "a", "b", "/o", "y", "a")

    assert asker.titles() == ["x?", "y?", "z?", ANSWERS, "y?", "z?"]


def test_question_that_a_change_brings_is_asked() -> None:
    asker, _ = held(branching(), "b", "b", "/o", "x", "a")

    assert asker.titles()[-1] == "y?"


def test_answer_that_is_not_asked_any_more_is_named() -> None:
    menu = overview_menu(walk(branching(), x="a", y="a").change("x", B))

    assert menu.notes == (("Niet meer gevraagd", "y? a"),)


def test_change_says_how_many_answers_do_not_count_any_more() -> None:
    asker, _ = held(branching(), "a", "a", "/o", "x", "b")

    assert "1 antwoord telt nu niet mee. Met o zie je welk." in asker.screens


def test_more_answers_that_do_not_count_are_counted_together() -> None:
    asked = question("x"), question("y", when="x: a"), question("z", when="x: a")

    asker, _ = held(
        readable(tree("t", *asked), route("r")), "a", "a", "a", "/o", "x", "b"
    )

    assert "2 antwoorden tellen nu niet mee. Met o zie je welke." in asker.screens


def test_change_after_which_all_answers_count_says_nothing() -> None:
    asker, _ = held(branching(), "a", "a", "/o", "y", "b")

    assert not any("mee" in screen for screen in asker.screens)


def test_answer_that_stands_until_its_question_comes_is_named() -> None:
    menu = overview_menu(walk(branching(), x="b", z="b").change("x", A))

    assert menu.notes == (("Blijft staan", "z? b"),)


def either_is_enough() -> Walk:
    """Settle everything with one answer a; the other question is not needed then."""
    content = library(
        tree("t", question("x"), question("y"), question("z")),
        route("r", when=either("x: a", "y: a")),
        route("s", when="z: a"),
    )
    return start(content, asks_all=False)


def test_question_that_is_not_needed_any_more_is_named() -> None:
    menu = overview_menu(walk(either_is_enough(), x="a"))

    assert menu.notes == (("Niet meer nodig", "y?"),)


def test_answer_taken_back_to_a_question_not_needed_any_more_is_named_once() -> None:
    made = walk(either_is_enough(), x="b", y="b").back().change("x", A)

    assert overview_menu(made).notes == (("Niet meer nodig", "y?"),)


def test_skipped_question_alone_can_be_looked_over() -> None:
    content = library(tree("t", question("x"), question("y")), route("r", when="y: a"))
    made = start(content, asks_all=False)
    assert made.current is not None

    assert "o" in question_menu(made, made.current).commands
    assert overview_menu(made).notes == (("Niet meer nodig", "x?"),)


def test_answer_taken_back_is_asked_again() -> None:
    menu = overview_menu(walk(branching(), x="a", y="a").back())

    assert menu.notes == (("Straks opnieuw", "y? a"),)


def test_overview_without_answers_still_names_what_was_taken_back() -> None:
    asker, _ = held(branching(), "a", "/t", "/o", "/t")

    assert asker.menus[3].notes == (("Straks opnieuw", "x? a"),)
    assert not asker.menus[3].listed
    assert asker.titles()[-1] == "x?"


def test_leaving_the_overview_changes_nothing() -> None:
    asker, ended = held(branching(), "b", "a", "/o", "/t", "/o", "x", "/t")

    assert asker.titles()[2:] == [OUTCOME, ANSWERS, OUTCOME, ANSWERS, "x?", OUTCOME]
    assert ended.answers == {"x": B, "z": A}


def test_stopping_works_from_the_overview() -> None:
    asker, _ = held(branching(), "a", "/o", "/s")

    assert asker.titles() == ["x?", "y?", ANSWERS]


def test_stopping_works_while_changing() -> None:
    asker, _ = held(branching(), "a", "/o", "x", "/s")

    assert asker.titles() == ["x?", "y?", ANSWERS, "x?"]


def test_priority_that_a_change_brings_is_shown() -> None:
    content = readable(
        tree("t", question("x"), question("y")), route("r", when="x: a", first="x: a")
    )

    asker, _ = held(content, "b", "b", "/o", "x", "a")

    assert asker.titles()[-1] == "Wil je hier stoppen of verdergaan?"


def test_answer_before_the_first_change_is_remembered() -> None:
    now = Now(walk(branching(), x="a", y="a"))

    twice = changed(changed(now, "y", B), "y", Answer(frozenset(), more=True))

    assert twice.original == {"y": A}


def test_change_that_is_undone_is_no_change() -> None:
    now = Now(walk(branching(), x="a", y="a"))

    assert changed(changed(now, "y", B), "y", A).original == {}


def test_overview_in_a_second_tree_has_the_first_as_well() -> None:
    content = readable(
        tree("t", question("x"), then=[follow("u")]), tree("u", question("y"))
    )

    asker, _ = held(content, "a", "/o")

    assert [choice.value for choice in asker.menus[-1].choices] == ["x"]
