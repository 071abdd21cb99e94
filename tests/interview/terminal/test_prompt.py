"""The keys of the prompt, on the pipe that prompt_toolkit has for tests."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from prompt_toolkit.input import create_pipe_input
from screens import as_text
from window import CTRL_C, Window, lettered, numbered, several

from vpwijzer.interview.labels import key_line
from vpwijzer.interview.menu import Choice, Field, Left, Menu, Picked, Pressed
from vpwijzer.pages.menu import menu_page

DOWN, UP, LEFT = "\x1b[B", "\x1b[A", "\x1b[D"
BACKSPACE, CTRL_D, CTRL_BACKSLASH = "\x7f", "\x04", "\x1c"
PAGE_DOWN, PAGE_UP = "\x1b[6~", "\x1b[5~"


@pytest.fixture
def window() -> Iterator[Window]:
    with create_pipe_input() as pipe:
        yield Window(pipe)


def picked(values: str) -> Picked:
    return Picked(frozenset(values))


@pytest.mark.parametrize(("keys", "value"), [("1", "a"), ("3", "c")])
def test_digit_answers_at_once(window: Window, keys: str, value: str) -> None:
    assert window.choose(lettered(3), keys) == picked(value)


def test_digit_without_a_choice_answers_nothing(window: Window) -> None:
    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(3), "4")


@pytest.mark.parametrize("listed", [True, False])
def test_digit_without_a_choice_says_so(window: Window, listed: bool) -> None:  # noqa: FBT001 - parametrised
    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(3, listed=listed), "4")

    assert "4 staat er niet bij." in "\n".join(window.screen())


def test_next_key_takes_away_what_was_said_of_the_last(window: Window) -> None:
    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(3), "4" + DOWN)

    assert "niet bij" not in "\n".join(window.screen())


@pytest.mark.parametrize("menu", [lettered(3), several(), lettered(3, listed=False)])
def test_enter_says_that_nothing_is_chosen_yet(window: Window, menu: Menu) -> None:
    with pytest.raises(KeyboardInterrupt):
        window.choose(menu, "\r")

    assert "Er is nog niets gekozen." in "\n".join(window.screen())


def test_the_one_way_on_is_no_list_and_enter_takes_it(window: Window) -> None:
    menu = Menu(
        "", choices=(Choice("a", "Ga verder"),), commands={"t": "terug"}, back="t"
    )
    window.pages = [numbered(2)]

    assert window.choose(menu, "\r") == picked("a")
    assert window.screen()[-1] == "Enter = ga verder · q = snel weg"
    assert not any("1." in line for line in window.screen())


def test_choices_that_do_not_fit_are_announced(window: Window) -> None:
    window.rows = 8

    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(12), "")

    assert "12 keuzes: ↓ en ↑ tonen de rest" in window.screen()


@pytest.mark.parametrize(
    ("columns", "last"),
    [
        (80, "s = stop · q = snel weg"),
        (42, "m = meer · s = stop · q = snel weg"),
        (30, "m = meer ·\ns = stop · q = snel weg"),
    ],
)
def test_many_keys_take_few_lines_and_the_rest_is_under_one(
    columns: int, last: str
) -> None:
    words = ("alle wegen", "vergelijk", "antwoorden", "wat als", "meer", "stop")
    commands = dict(zip("avoxms", words, strict=True))

    lines = key_line(replace(lettered(3), commands=commands), columns)

    assert lines.endswith(last)
    assert len(lines.splitlines()) <= 2


def test_digit_after_one_without_a_choice_answers(window: Window) -> None:
    assert window.choose(lettered(3), "42") == picked("b")


def test_zero_answers_the_choice_that_has_it(window: Window) -> None:
    menu = Menu("Wat?", choices=(Choice("a", "a"), Choice("b", "b")), zero="a")

    assert window.choose(menu, "0") == picked("a")


def test_one_waits_when_a_second_digit_may_follow(window: Window) -> None:
    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(12), "1")


@pytest.mark.parametrize(
    ("keys", "value"),
    [("12", "l"), ("10", "j"), ("1\r", "a"), ("2", "b"), ("192", "b")],
)
def test_two_digits_or_enter_answer_a_long_menu(
    window: Window, keys: str, value: str
) -> None:
    assert window.choose(lettered(12), keys) == picked(value)


def test_digit_that_waits_is_shown_and_pointed_at(window: Window) -> None:
    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(12), "1")

    assert window.lines()[1] == " ›  1. aaa"
    assert window.lines()[-1].endswith("q = snel weg  1_")


@pytest.mark.parametrize("arrow", [DOWN, UP])
def test_arrow_forgets_the_digit_that_waits(window: Window, arrow: str) -> None:
    assert window.choose(lettered(12), "1" + arrow + "2") == picked("b")


def test_enter_answers_nothing_at_first(window: Window) -> None:
    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(3), "\r\r\r")


def test_arrows_and_enter_answer(window: Window) -> None:
    assert window.choose(lettered(3), DOWN + DOWN + UP + "\r") == picked("a")


def test_old_answer_is_pointed_at_and_enter_gives_it_again(window: Window) -> None:
    menu = Menu(
        "Wat?",
        choices=(Choice("a", "aaa"), Choice("b", "bbb")),
        selected=frozenset({"b"}),
    )

    assert window.choose(menu, "\r") == picked("b")
    assert window.lines()[2] == " › 2. bbb"


@pytest.mark.parametrize("keys", ["t", LEFT, BACKSPACE])
def test_back_has_three_keys(window: Window, keys: str) -> None:
    assert window.choose(lettered(3), keys) == Pressed("t")


@pytest.mark.parametrize("keys", ["t", LEFT, BACKSPACE])
def test_back_does_nothing_at_the_first_question(window: Window, keys: str) -> None:
    menu = Menu("Wat?", choices=(Choice("a", "a"), Choice("b", "b")))

    assert window.choose(menu, keys + "1") == picked("a")


@pytest.mark.parametrize("keys", ["?", "s"])
def test_command_is_its_own_key(window: Window, keys: str) -> None:
    assert window.choose(lettered(3), keys) == Pressed(keys)


@pytest.mark.parametrize(
    ("keys", "end"),
    [
        (CTRL_C, KeyboardInterrupt),
        (CTRL_D, EOFError),
        (CTRL_BACKSLASH, KeyboardInterrupt),
    ],
)
def test_keys_that_stop_a_program_leave(
    window: Window, keys: str, end: type[BaseException]
) -> None:
    with pytest.raises(end):
        window.choose(lettered(3), keys + "1")


def test_other_keys_do_nothing(window: Window) -> None:
    assert window.choose(lettered(3), "xyz \t\x1b[C1") == picked("a")


def test_several_need_enter_to_go_on(window: Window) -> None:
    assert window.choose(several(), "12\r") == picked("ab")


@pytest.mark.parametrize(
    ("keys", "values"),
    [("13\r", "ac"), ("13\r\r", "ac"), ("1\r\r", "a"), ("10\r", "j"), ("102\r", "bj")],
)
def test_digit_that_waits_is_not_lost_when_another_choice_follows(
    window: Window, keys: str, values: str
) -> None:
    menu = replace(lettered(10), several=True)

    assert window.choose(menu, keys) == picked(values)


def test_keys_say_that_a_number_may_need_enter() -> None:
    assert key_line(lettered(9), 80).startswith("cijfer = kies · ")
    assert key_line(lettered(10), 80).startswith("cijfer (en Enter) = kies · ")


def test_several_can_be_taken_back(window: Window) -> None:
    assert window.choose(several(), "121\r") == picked("b")


def test_space_chooses_what_is_pointed_at(window: Window) -> None:
    assert window.choose(several(), DOWN + DOWN + " \r") == picked("b")


def test_space_on_the_first_line_chooses_nothing(window: Window) -> None:
    with pytest.raises(KeyboardInterrupt):
        window.choose(several(), " \r")


def test_enter_with_nothing_chosen_answers_nothing(window: Window) -> None:
    with pytest.raises(KeyboardInterrupt):
        window.choose(several(), DOWN + "\r\r")


def test_choice_that_goes_alone_replaces_the_others(window: Window) -> None:
    assert window.choose(several(), "123\r") == picked("c")


def test_another_choice_replaces_the_one_that_goes_alone(window: Window) -> None:
    assert window.choose(several(), "312\r") == picked("ab")


def test_old_choices_are_still_chosen(window: Window) -> None:
    assert window.choose(several("ab"), "1\r") == picked("b")


def test_chosen_lines_are_marked(window: Window) -> None:
    with pytest.raises(KeyboardInterrupt):
        window.choose(several("b"), "1")

    assert window.lines()[:4] == [
        "   ○ maak een keuze",
        " › ● 1. aaa",
        "   ● 2. bbb",
        "   ○ 3. ccc",
    ]


def test_two_digits_choose_one_of_many(window: Window) -> None:
    assert window.choose(lettered(12, several=True), "121\r\r") == picked("al")


def test_menu_without_a_list_shows_its_keys_only(window: Window) -> None:
    assert window.choose(lettered(3, listed=False), "2") == picked("b")
    assert window.screen() == [
        "",
        "cijfer = lees · t = terug · ? = uitleg · s = stop · q = snel weg",
    ]


def test_number_of_a_menu_without_a_list_waits_for_enter(window: Window) -> None:
    assert window.choose(lettered(12, listed=False), "1\r") == picked("a")


def test_enter_alone_reads_nothing_from_a_menu_without_a_list(window: Window) -> None:
    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(3, listed=False), DOWN + "\r")


def test_keys_that_were_left_over_do_not_answer_the_next_menu(window: Window) -> None:
    first = window.choose(lettered(3), "2111\r\r")
    second = window.choose(lettered(3), "3")

    assert (first, second) == (picked("b"), picked("c"))


@pytest.mark.parametrize("several", [False, True])
def test_long_choice_wraps_under_its_own_words(
    window: Window,
    several: bool,  # noqa: FBT001 - parametrised
) -> None:
    window.columns = 40
    words = "Een lange keuze die op een smal scherm niet op één regel past"
    choices = (Choice("a", words, "met toelichting"), Choice("b", "Kort"))

    with pytest.raises(KeyboardInterrupt):
        window.choose(Menu("Wat?", choices=choices, several=several), "9")

    lines = window.lines()
    begins = lines[1].index("Een")
    assert all(line[:begins].isspace() for line in lines[2:4])
    shown = " ".join(line[begins:] for line in lines[1:4])
    assert shown == f"{words} (met toelichting)"


def test_word_with_a_hyphen_stays_on_one_line(window: Window) -> None:
    window.columns = 40
    words = "Een lange keuze over de risico-inventarisatie"

    with pytest.raises(KeyboardInterrupt):
        window.choose(Menu("Wat?", choices=(Choice("a", words),)), "")

    assert "risico-inventarisatie" in window.lines()[2]


def test_low_window_leaves_out_details_before_choices(window: Window) -> None:
    window.rows = 8
    detail = "met een toelichting die twee regels vraagt in een venster van tachtig"
    choices = tuple(Choice(letter, letter * 3, detail) for letter in "abcd")

    with pytest.raises(KeyboardInterrupt):
        window.choose(Menu("Wat?", choices=choices), "")

    assert [line.strip() for line in window.lines()[1:5]] == [
        "1. aaa",
        "2. bbb",
        "3. ccc",
        "4. ddd",
    ]


def test_window_that_is_too_low_says_that_there_is_more(window: Window) -> None:
    window.rows = 8

    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(9), "")

    *choices, _, keys = window.lines()
    assert [line.endswith("v") for line in choices] == [False] * 4 + [True]
    assert keys.startswith("cijfer = kies")


def test_window_that_is_high_enough_has_no_arrows(window: Window) -> None:
    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(9), DOWN)

    assert "   9. i" in "\n".join(window.lines())
    assert not any(line.endswith(("v", "^")) for line in window.lines())


def test_very_narrow_window_still_shows_words(window: Window) -> None:
    window.columns = 20

    with pytest.raises(KeyboardInterrupt):
        window.choose(several(), "")

    assert window.lines()[1] == "   ○ 1. aaa"


@pytest.mark.parametrize(
    ("menu", "line"),
    [
        (
            lettered(3),
            "cijfer = kies · t = terug · ? = uitleg · s = stop · q = snel weg",
        ),
        (
            Menu("", listed=False, commands={"a": "alle"}),
            "cijfer = lees · a = alle · q = snel weg",
        ),
        (
            Menu("", several=True),
            "cijfers = aanvinken · Enter = verder · q = snel weg",
        ),
    ],
)
def test_key_line_says_what_every_key_does(menu: Menu, line: str) -> None:
    assert key_line(menu, 80) == line


def test_key_stays_with_what_it_does_on_a_narrow_screen() -> None:
    assert key_line(several(), 40).splitlines() == [
        "cijfers = aanvinken · Enter = verder ·",
        "t = terug · ? = uitleg · s = stop ·",
        "q = snel weg",
    ]


def test_title_and_notes_stand_above_the_list() -> None:
    page = menu_page("Wat?", [("", "Kies."), ("VP", "Vraag rustig.")])

    assert as_text(page) == "Wat?\nKies.\nVP: Vraag rustig.\n\n"


def in_view(window: Window) -> list[int]:
    """Read the numbers of the lines in view."""
    words = [line.split() for line in window.screen()]
    return [int(each[1]) for each in words if each and each[0] == "regel"]


def test_title_of_a_menu_stays_under_a_long_page(window: Window) -> None:
    window.pages = [numbered(100)]

    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(2), " ")

    assert window.lines()[:3] == [" › maak een keuze", "   1. aaa", "   2. bbb"]


@pytest.mark.parametrize(
    ("keys", "first"),
    [
        ("", 0),
        (DOWN, 1),
        (DOWN + UP, 0),
        (" ", 21),
        (PAGE_DOWN, 21),
        ("  b", 21),
        ("  " + PAGE_UP, 21),
        ("b", 0),
        (" " * 20, 79),
    ],
)
def test_long_page_is_read_on_with_keys(window: Window, keys: str, first: int) -> None:
    window.pages = [numbered(100)]

    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(3, listed=False), keys)

    assert in_view(window)[0] == first


def test_last_leaf_shows_what_is_left_when_that_fits(window: Window) -> None:
    window.pages = [numbered(43)]  # with one line in view again it would take a third

    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(3, listed=False), " ")

    assert in_view(window)[-1] == 42


def test_leaf_of_a_long_page_keeps_one_line_in_view(window: Window) -> None:
    window.pages = [numbered(100)]
    views = []
    for keys in ("", " "):
        with pytest.raises(KeyboardInterrupt):
            window.choose(lettered(3, listed=False), keys)
        views.append(in_view(window))

    assert views[0][-1] == views[1][0]


def test_long_page_says_how_much_there_is_above_and_below(window: Window) -> None:
    window.pages = [numbered(100)]

    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(3, listed=False), DOWN + DOWN)

    *_, more, _ = window.screen()
    assert more == "-- spatie = verder (77) · b = omhoog (2) --"


def test_window_without_room_for_the_keys_only_names_them(window: Window) -> None:
    window.columns, window.rows = 24, 9

    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(2), "")

    assert window.screen()[-1] == "toetsen: t · ? · s · q"


def test_page_that_fits_says_nothing_of_more(window: Window) -> None:
    window.pages = [numbered(5)]

    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(3, listed=False), " ")

    assert "--" not in "".join(window.screen())
    assert in_view(window)[0] == 0


def test_menu_answers_under_a_page_that_was_read_on(window: Window) -> None:
    window.pages = [numbered(100)]

    assert window.choose(lettered(3), "  2") == picked("b")


def test_arrow_reads_to_the_end_before_it_points(window: Window) -> None:
    window.rows, window.pages = 12, [numbered(7)]

    assert window.choose(lettered(2), DOWN * 5 + "\r") == picked("a")


def test_new_page_takes_the_place_of_the_old_one(window: Window) -> None:
    window.pages = [numbered(9), numbered(2)]

    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(2), "")

    assert in_view(window) == [0, 1]


def test_question_has_the_window_to_itself(window: Window) -> None:
    window.pages = [numbered(2)]

    with pytest.raises(KeyboardInterrupt):
        window.choose(replace(lettered(2), clears=True), "")

    assert window.screen()[0] == "Wat?"


def test_nothing_of_a_menu_is_left_when_it_is_answered(window: Window) -> None:
    window.pages = [numbered(100)]
    window.choose(lettered(3), " 2")

    assert window.left() == ""


def test_words_are_taken_literally_and_paint_nothing(window: Window) -> None:
    words = "[b]Klaar[/b] \x1b[2J \x1b]0;titel\x07 \N{RIGHT-TO-LEFT OVERRIDE}om"
    window.pages = [menu_page("", [("", words)])]

    with pytest.raises(KeyboardInterrupt):
        window.choose(Menu("Wat?", choices=(Choice("a", words),)), "")

    assert window.screen()[0] == "[b]Klaar[/b] [2J ]0;titel om"
    assert window.lines()[1] == "   1. [b]Klaar[/b] [2J ]0;titel om"


def test_wide_signs_keep_their_tail(window: Window) -> None:
    words = "\N{SLIGHTLY SMILING FACE}\N{CJK UNIFIED IDEOGRAPH-6F22} " * 14 + "staart"
    window.columns = 40
    window.pages = [menu_page("", [("", words), ("VP", words)])]

    with pytest.raises(KeyboardInterrupt):
        window.choose(Menu("Wat?", choices=(Choice("a", words),)), "")

    shown = "".join(window.screen()).split()
    assert "".join(shown).count("".join(words.split())) == 3


def test_window_in_which_nothing_fits_asks_to_be_made_larger(window: Window) -> None:
    window.columns, window.rows = 20, 4

    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(3), "1")

    assert window.screen() == ["Maak dit venster", "groter."]


@pytest.mark.parametrize("listed", [False, True])
def test_leave_key_works_on_every_menu(
    window: Window,
    listed: bool,  # noqa: FBT001 - parametrised
) -> None:
    window.pages = [numbered(100)]

    with pytest.raises(Left):
        window.choose(lettered(3, listed=listed), " q1")


@pytest.mark.parametrize(("ticks", "ticked"), [("", "b"), ("1", "ab"), ("2", "")])
def test_key_tells_what_was_ticked_by_then(
    window: Window, ticks: str, ticked: str
) -> None:
    reply = window.choose(several("b"), f"{ticks}?")

    assert isinstance(reply, Pressed)
    assert reply.ticked == frozenset(ticked)


def test_page_that_is_shown_again_is_where_it_was_left(window: Window) -> None:
    menu = lettered(3, listed=False)
    page, other = numbered(100), numbered(50)
    firsts = []
    for shown, typed in ((page, "  1"), (other, " 1"), (page, "1"), (other, "b1")):
        window.pages = [shown]
        with pytest.raises(KeyboardInterrupt):  # only looks
            window.choose(menu, "")
        firsts.append(in_view(window)[0])
        window.choose(menu, typed)

    assert firsts == [0, 0, 42, 21]


def test_narrow_window_says_what_reads_on_without_counting(window: Window) -> None:
    window.pages, window.columns = [numbered(300)], 36

    with pytest.raises(KeyboardInterrupt):
        window.choose(lettered(3, listed=False), DOWN * 100)

    more = next(line for line in window.screen() if line.startswith("--"))
    assert more == "-- spatie = verder · b = omhoog --"


STANDS = Menu("Dit blijft staan.", listed=False, any_key=True)


@pytest.mark.parametrize("key", ["1", "x", "\r", " ", "b", "s", DOWN, LEFT, PAGE_UP])
def test_any_key_ends_what_stands(window: Window, key: str) -> None:
    window.pages = [numbered(3)]

    assert window.choose(STANDS, key) == picked("")


@pytest.mark.parametrize("key", [" ", DOWN, PAGE_DOWN, "b", UP, PAGE_UP])
def test_what_stands_and_is_long_can_be_read_to_its_end(
    window: Window, key: str
) -> None:
    window.pages = [numbered(100)]

    with pytest.raises(KeyboardInterrupt):
        window.choose(STANDS, key * 3)
    assert window.choose(STANDS, "x") == picked("")


def trouble(words: str) -> str:
    return "" if words in {"", "goed", "goede"} else "Dat kan niet."


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("goed\r", "goed"),
        ("  goed \r", "goed"),
        ("\r", ""),
        ("fout\r\x15goed\r", "goed"),  # Ctrl-U empties the line
        ("goede\x7f\r", "goed"),
        ("\x1b[200~goed\x1b[201~\r", "goed"),  # pasted
    ],
)
def test_words_are_edited_until_they_are_right(
    window: Window, keys: str, words: str
) -> None:
    window.choose(lettered(3), "1")  # reads keys in another way

    assert window.write(Field("Wat?", (("", "Zeg het."),), trouble), keys) == words


def test_less_than_goes_back_from_words(window: Window) -> None:
    assert window.write(Field("Wat?"), "<\r") == Pressed("t")


def test_what_is_wrong_with_words_is_said_above_them(window: Window) -> None:
    window.write(Field("Wat?", trouble=trouble), "fout\r\x15\r")

    assert "Wat?" in window.written.getvalue()
    assert "Dat kan niet." in window.written.getvalue()
