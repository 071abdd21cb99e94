"""All bundled words fit a window of forty columns, and stand there whole."""

from collections.abc import Iterable, Iterator

import pytest
from bundled import bundled

from vpwijzer.document.blocks import Page
from vpwijzer.document.lines import laid_out
from vpwijzer.interview.labels import titles
from vpwijzer.interview.menu import Choice, Menu
from vpwijzer.interview.screens.answers_screen import NO_LONGER
from vpwijzer.model import Answer, Question
from vpwijzer.pages.compare import compare_page
from vpwijzer.pages.menu import menu_page, opening_page
from vpwijzer.pages.route import route_page
from vpwijzer.words.wording import Wording

pytestmark = pytest.mark.no_cover  # whole cases; small examples reach every branch

LIBRARY = bundled()
WORDING = Wording(LIBRARY)
ROUTES = list(LIBRARY.routes.values())
NARROW, WIDE = 40, 1000


def lines(page: Page, width: int) -> list[str]:
    laid = laid_out(page, width)
    return ["".join(words for _, words in line).rstrip() for line in laid]


def cut(shown: Iterable[str], whole: Iterable[str]) -> set[str]:
    """Give the words that are not there whole; an address may fit no line."""
    known = words_in(whole)
    addresses = [word for word in known if "/" in word or "@" in word]
    missing = words_in(shown) - known
    return {word for word in missing if not any(word in each for each in addresses)}


def words_in(shown: Iterable[str]) -> set[str]:
    return {word.rstrip(".:") for word in " ".join(shown).split()}


def facts(question: Question) -> Iterator[tuple[str, str]]:
    """Give a question with each of its answers, as one that is not asked any more."""
    for option in question.options:
        answer = Answer(frozenset({option.id}))
        yield NO_LONGER, WORDING.fact(question.id, answer)


def pages() -> Iterator[tuple[str, Page]]:
    for opening in LIBRARY.openings.values():
        yield opening.title, opening_page(opening, LIBRARY)
    for each in WORDING.questions.values():
        notes = [("", each.explanation), ("VP", each.adviser_note), *facts(each)]
        yield each.id, menu_page(each.text, notes)
    for route in ROUTES:
        yield route.id, route_page(route, LIBRARY)


@pytest.mark.parametrize("width", [NARROW - 1, NARROW])
def test_page_fits_and_no_word_is_broken(width: int) -> None:
    for name, page in pages():
        narrow = lines(page, width)

        assert max(map(len, narrow)) <= width, name
        assert not cut(narrow, lines(page, WIDE)), name


@pytest.mark.parametrize("several", [False, True])
def test_choice_fits_and_no_word_is_broken(several: bool) -> None:  # noqa: FBT001 - parametrised
    for each in WORDING.questions.values():
        choices = tuple(Choice(o.id, o.text, o.explanation) for o in each.options)
        menu = Menu(each.text, choices=choices, several=several)
        shown = titles(menu, NARROW, details=True)
        whole = titles(menu, WIDE, details=True)
        for name, words in shown.items():
            assert max(map(len, words.splitlines())) < NARROW, (each.id, name)
            assert not cut([words], [whole[name]]), (each.id, name)


@pytest.mark.parametrize("width", [NARROW, 80, 120])
def test_comparison_fits_and_no_word_is_cut(width: int) -> None:
    for number in range(len(ROUTES) - 1):
        beside = ROUTES[number : number + 2 + number % 3]
        page = lines(compare_page(beside, LIBRARY), width)

        assert max(map(len, page)) <= width
        assert not any("\N{HORIZONTAL ELLIPSIS}" in line for line in page)
