from dataclasses import replace
from itertools import combinations

import pytest
from builders import AT, library, option, question, route, start, tree, walk
from bundled import bundled
from hypothesis import given, settings
from strategies import walks

from vpwijzer.engine.answer_code import decode, encode
from vpwijzer.engine.base32 import ALPHABET, CodeError, bits_of, spell
from vpwijzer.engine.scenario import play
from vpwijzer.engine.walk import Walk, begin
from vpwijzer.model import UNKNOWN, Answer, Library, Opening, Seat

CONTENT = library(
    tree(
        "t",
        *(question(f"v{number}", "ja", "nee") for number in range(7)),
        question("meer", "een", "twee", "drie", several=True),
    )
)


def whole(made: Library = CONTENT) -> Walk:
    found = start(made)
    for number in range(7):
        found = found.answer(UNKNOWN if number == 3 else Answer(frozenset({"nee"})))
    return found.answer(Answer(frozenset({"een", "drie"}), more=True))


def changed(**names: str) -> Library:
    """The content with another option in place of "nee" at some questions."""
    (only,) = CONTENT.trees.values()
    questions = tuple(
        replace(each, options=(each.options[0], option(names[each.id])))
        if each.id in names
        else each
        for each in only.questions
    )
    return library(replace(only, questions=questions))


@settings(deadline=None, max_examples=60)
@given(walks())
def test_code_gives_the_conversation_back(held: Walk) -> None:
    setting = held.setting

    decoded = decode(setting.library, encode(held))

    assert decoded.same_content
    assert decoded.missing == 0
    assert decoded.walk.setting.seat == setting.seat
    shown = {name: held.answers[name] for name in held.progress.asked}
    assert dict(decoded.walk.answers) == {
        name: answer for name, answer in held.answers.items() if name in shown
    }


def test_conversation_that_is_not_over_goes_on_where_it_was() -> None:
    half = walk(start(CONTENT), v0="ja", v1="nee")

    found = decode(CONTENT, encode(half)).walk

    assert found.current is not None
    assert found.current.id == "v2"
    assert found == half


def test_every_letter_that_is_another_is_found() -> None:
    code = encode(whole())

    for place, letter in enumerate(code):
        for other in ALPHABET if letter != " " else "":
            if other != letter:
                with pytest.raises(CodeError):
                    decode(CONTENT, code[:place] + other + code[place + 1 :])


def test_every_two_letters_that_changed_places_are_found() -> None:
    code = encode(whole()).replace(" ", "")

    for one, two in combinations(range(len(code)), 2):
        if code[one] != code[two]:
            letters = list(code)
            letters[one], letters[two] = letters[two], letters[one]
            with pytest.raises(CodeError):
                decode(CONTENT, "".join(letters))


@pytest.mark.parametrize(
    "code", ["", " ", "ÿ", "A", "0", "00", "000", "é" * 40, "0" * 5000]
)
def test_what_is_no_code_is_refused(code: str) -> None:
    with pytest.raises((CodeError, KeyError)):
        decode(CONTENT, code)


@pytest.mark.parametrize("end", ["0", "00", "A"])
def test_letter_too_many_or_too_few_is_found(end: str) -> None:
    code = encode(whole())

    for wrong in (code + end, code[:-1], code[1:]):
        with pytest.raises(CodeError):
            decode(CONTENT, wrong)


def test_case_spaces_and_letters_that_look_alike_do_not_matter() -> None:
    code = encode(whole())
    alike = code.lower().replace("0", "o").replace("1", "l").replace(" ", "-")

    assert decode(CONTENT, alike).walk == decode(CONTENT, code).walk


def test_answers_that_still_fit_are_kept_when_the_content_changed() -> None:
    code = encode(whole())
    newer = library(*CONTENT.trees.values(), tree("u", question("nieuw")))

    decoded = decode(newer, code)

    assert not decoded.same_content
    assert decoded.missing == 0
    assert decoded.walk.answers == whole().answers


def test_answers_from_the_part_that_does_not_fit_are_left_out_and_counted() -> None:
    code = encode(whole())

    decoded = decode(changed(v5="anders"), code)

    assert (decoded.same_content, decoded.missing) == (False, 3)
    assert list(decoded.walk.answers) == ["v0", "v1", "v2", "v3", "v4"]


def opened(made: Library, *options: str) -> Library:
    """The content with a question that the adviser answers in the opening."""
    asked = question("hoed", *options)
    opening = Opening(Seat.ADVISER, "Welkom", (), "", AT, questions=("hoed",))
    trees = (*made.trees.values(), tree("u", asked))
    return replace(library(*trees), openings={Seat.ADVISER: opening})


@pytest.mark.parametrize("known", [{}, {"hoed": Answer(frozenset({"twee"}))}])
def test_what_was_said_in_the_opening_comes_back(known: dict[str, Answer]) -> None:
    made = opened(CONTENT, "een", "twee", "drie", "vier")
    begun = begin(made, "t", Seat.ADVISER, known).answer(Answer(frozenset({"ja"})))

    assert decode(made, encode(begun)).walk == begun


def test_opening_that_does_not_fit_any_more_leaves_nothing() -> None:
    made = opened(CONTENT, *"abcdef")
    begun = begin(made, "t", Seat.ADVISER, {"hoed": Answer(frozenset({"f"}))})

    decoded = decode(
        opened(CONTENT, *"abcd"), encode(begun.answer(Answer(frozenset({"ja"}))))
    )

    assert (decoded.same_content, decoded.missing) == (False, 1)


def test_what_an_organisation_knows_is_not_in_the_code_unless_it_was_changed() -> None:
    prefilled = {"v1": Answer(frozenset({"nee"}))}
    begun = begin(CONTENT, "t", Seat.EMPLOYEE, prefilled=prefilled)
    first = begun.answer(Answer(frozenset({"ja"})))
    other = first.change("v1", Answer(frozenset({"ja"})))

    for held in (first, other):
        found = decode(CONTENT, encode(held), prefilled).walk
        assert (found.answers, found.progress) == (held.answers, held.progress)


def test_refinement_answered_after_the_overview_comes_back() -> None:
    (only,) = CONTENT.trees.values()
    fine = replace(question("fijn", "a", "b"), refines=True)
    reading = (route(f"r{number}", when=f"v{number}: ja") for number in range(7))
    made = library(replace(only, questions=(fine, *only.questions)), *reading)
    held = begin(made, "t", Seat.EMPLOYEE, asks_all=False)
    assert held.progress.put_off == ("fijn",)
    while held.current is not None:
        held = held.answer(Answer(frozenset({"ja"})))
    assert len(held.answers) == 7
    refined = held.refine("fijn", Answer(frozenset({"b"})))

    for each in (held, refined):
        assert decode(made, encode(each)).walk.answers == each.answers


def test_conversation_of_too_many_answers_has_no_code() -> None:
    questions = (
        question(f"v{number}", *"abcdefgh", several=True) for number in range(600)
    )
    made = library(tree("t", *questions))
    held = start(made)
    answers = dict.fromkeys(made.questions, UNKNOWN)

    with pytest.raises(ValueError, match="letters"):
        encode(replace(held, answers=answers))


def test_code_with_bits_for_nothing_is_refused() -> None:
    for bits in ("", "1" * 15, "1" * 24):
        with pytest.raises(CodeError):
            decode(CONTENT, spell(bits))


@pytest.mark.parametrize("name", ["v0", "v4"])
def test_first_part_that_does_not_fit_leaves_no_answer(name: str) -> None:
    decoded = decode(changed(**{name: "anders"}), encode(whole()))

    assert (decoded.missing, dict(decoded.walk.answers)) == (8, {})


def test_answer_that_is_not_offered_any_more_ends_what_fits() -> None:
    (only,) = CONTENT.trees.values()
    fewer = replace(only.questions[7], options=only.questions[7].options[:1])
    newer = library(replace(only, questions=(*only.questions[:7], fewer)))

    decoded = decode(newer, encode(whole()))

    assert list(decoded.walk.answers) == ["v0", "v1", "v2", "v3", "v4"]


def test_right_letters_around_wrong_answers_are_no_code() -> None:
    row = bits_of(encode(whole()))
    middle = len(row) // 2
    other = "1" if row[middle] == "0" else "0"

    with pytest.raises(CodeError):
        decode(CONTENT, spell(row[:middle] + other + row[middle + 1 :]))


def test_code_of_other_content_that_ends_too_soon_keeps_the_whole_parts() -> None:
    row = bits_of(encode(whole()))
    older = spell(("1" if row[0] == "0" else "0") + row[1:45])

    decoded = decode(CONTENT, older)

    assert not decoded.same_content
    assert len(decoded.walk.answers) + decoded.missing == 8


def test_beginning_that_is_gone_is_said() -> None:
    made = library(*CONTENT.trees.values(), tree("u", question("nieuw")))
    code = encode(walk(begin(made, "u", start(made).setting.seat), nieuw="a"))

    with pytest.raises(KeyError):
        decode(CONTENT, code)


def test_code_of_every_bundled_case_fits_on_a_line_of_paper() -> None:
    made = bundled()
    most = sorted(made.scenarios.values(), key=lambda each: -len(each.answers))[:8]
    for case in most:
        played = play(made, case, rest_unknown=case.rest_unknown).walk
        code = encode(played)

        assert len(code) <= 45, case.id
        assert dict(decode(made, code).walk.answers) == dict(played.answers)
