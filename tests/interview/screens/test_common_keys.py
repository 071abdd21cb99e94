"""Help in danger: one key on every screen, and back to the same screen."""

from dataclasses import replace

import pytest
from asked_keys import Script, readable, script
from builders import AT, condition, question, route, start, tree

from vpwijzer.interview.conversation import Conversation
from vpwijzer.interview.screens.common_keys import STANDS
from vpwijzer.interview.screens.start import choose_seat, choose_tree
from vpwijzer.model import Contact, ContactLink, Library, Route, Seat
from vpwijzer.words.contacts import urgent_contacts

HELP = "Hulp bij gevaar"


def contact(name: str) -> Contact:
    return Contact(name, name, name, "2026-01-15", certain=True, at=AT, phone="1")


def calling(made: Route, *links: ContactLink | str) -> Route:
    contacts = [
        each if isinstance(each, ContactLink) else ContactLink(each, AT)
        for each in links
    ]
    return replace(made, contacts=tuple(contacts))


def content() -> Library:
    """One route with priority and one without, each with someone to call."""
    made = readable(
        tree("t", question("x"), question("y")),
        calling(route("r", when="x: a", first="x: a"), "nood"),
        calling(route("s"), "balie"),
    )
    return replace(made, contacts={n: contact(n) for n in ("nood", "balie")})


def held(*replies: str) -> Script:
    asker = script(*replies)
    Conversation(asker, content()).run(start(content()))
    return asker


def test_help_gives_contacts_of_routes_that_may_have_priority() -> None:
    assert [each.id for each in urgent_contacts(content())] == ["nood"]


def test_contact_that_most_routes_name_comes_first() -> None:
    made = readable(
        tree("t"),
        calling(route("r", first=()), "weinig", "veel"),
        calling(route("s", first=()), "veel"),
    )
    made = replace(made, contacts={n: contact(n) for n in ("veel", "weinig")})

    assert [each.id for each in urgent_contacts(made)] == ["veel", "weinig"]


def test_rest_of_the_keys_is_chosen_by_what_it_does() -> None:
    asker = held("a", "verder", "/m", "o", "/t", "/s", "/s")

    assert asker.titles()[3:5] == [
        "Wat wil je doen?",
        "Je antwoorden. Typ een nummer om dat antwoord te veranderen.",
    ]
    shown = next(m for m in asker.menus if m.title == "Wat wil je doen?")
    assert {c.value: (c.text, c.detail) for c in shown.choices} == {
        "t": ("Terug", "toets t"),
        "?": ("Uitleg", "toets ?"),
        "o": ("Antwoorden", "toets o"),
        "v": ("Voorlopig", "toets v"),
    }
    assert list(shown.commands) == ["t", "h", "s"]


@pytest.mark.parametrize("keys", [("/t",), ("/h", "verder")])
def test_who_goes_back_from_the_rest_of_the_keys_is_where_they_were(
    keys: tuple[str, ...],
) -> None:
    asker = held("a", "verder", "/m", *keys, "/s", "/s")

    titles = asker.titles()
    assert titles[2] == titles[-2] == "y?"


def test_few_keys_have_no_screen_of_their_own() -> None:
    asker = held("/s")

    assert "m" not in asker.menus[0].commands


def test_contact_for_some_people_only_is_not_among_them() -> None:
    link = ContactLink("nood", AT, condition("x: a"))
    made = readable(tree("t", question("x")), calling(route("r", first=()), link))

    assert urgent_contacts(replace(made, contacts={"nood": contact("nood")})) == ()


@pytest.mark.parametrize(
    "replies",
    [
        (),
        ("/?",),
        ("/v",),
        ("b", "/o"),
        ("b", "/o", "x"),
        ("a",),
        ("b", "b"),
        ("b", "b", "s"),
    ],
)
def test_help_is_one_key_away_and_leads_back(replies: tuple[str, ...]) -> None:
    before = held(*replies)
    asker = held(*replies, "/h", "/t")

    assert asker.menus[-3].commands["h"] == "hulp"
    assert list(asker.menus[-3].commands)[-2:] == ["h", "s"]
    assert [HELP in page for page in asker.screens[-4:]].count(True) == 1
    assert asker.screens[-1] == before.screens[-1]
    assert asker.menus[-1] == asker.menus[-3]


def test_page_under_which_help_was_asked_is_shown_again() -> None:
    asker = held("b", "b", "/h", "/t")

    assert asker.screens[-2].startswith("Wat er nu kan, in het kort")


def test_question_clears_the_screen_itself_after_help() -> None:
    asker = held("/v", "/t", "/h", "/t")

    assert asker.screens[-3].startswith(HELP)
    assert asker.screens[-1] == "x?"


def test_stopping_works_from_help() -> None:
    assert held("/h", "/s").titles() == ["x?", ""]


def test_content_without_urgent_contacts_has_no_key_for_help() -> None:
    made = readable(tree("t", question("x")), route("r"))
    asker, helped = script(), held()

    Conversation(asker, made).run(start(made))

    assert "h" not in asker.menus[0].commands
    assert helped.menus[0].commands["h"] == "hulp"


def test_help_is_there_before_the_first_question() -> None:
    asker = script("/h", "/t", "/s", "/h", "/t", "/s")

    choose_tree(asker, content(), Seat.EMPLOYEE)
    choose_seat(asker, content)

    shown = [page for page in asker.screens if page.startswith(HELP)]
    assert len(shown) == 2


def test_content_is_not_opened_before_help_is_asked() -> None:
    def never() -> Library:
        raise AssertionError

    assert choose_seat(script(Seat.ADVISER.value), never) is Seat.ADVISER


def test_whom_to_call_stands_also_when_someone_stops_at_help() -> None:
    asker = held("/h", "/s", "b")

    assert asker.titles() == ["x?", "", STANDS]
    assert asker.screens[-2].startswith(HELP)
