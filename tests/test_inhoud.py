"""The overview in docs/ is current and names only what exists; the content is whole."""

import re
from itertools import chain

import pytest

from docs.maak_inhoud import PAGE, Bill, Subject, bills, ids, load, page, subjects
from vpwijzer.checks.readability import check_plain
from vpwijzer.loader.keys.choices import EXPECTATIONS
from vpwijzer.model import ALWAYS, Route

LIBRARY = load()
SEEDS = {"kerntaken-vp", "algemene-informatie-vp", "klachten-over-vp", "jaarbrief-vp"}
NOT_YET = r"\bnog (geen|niet)\b[^()]*\(stand {}\)"
"""How a text says that something is no law yet, or does not work yet."""


def named(subject: Subject) -> set[tuple[str, str]]:
    return {(kind, name) for kind, names in subject.places.items() for name in names}


def expected(*headings: str) -> set[str]:
    return {
        each.id
        for case in LIBRARY.scenarios.values()
        for heading in headings
        for each in case.expected.get(EXPECTATIONS[heading], ())
    }


def words(route: Route) -> str:
    cautions = (caution.text for caution in route.cautions)
    steps = (line.text for line in route.steps)
    return "\n".join((route.summary, *cautions, *steps))


def test_overview_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(LIBRARY)


def test_overview_has_all_five_documents() -> None:
    assert [len(found) > 10 for found in subjects().values()] == [True] * 5


@pytest.mark.parametrize("document", subjects())
def test_subjects_name_only_what_exists(document: str) -> None:
    exists = {(kind, name) for kind, names in ids(LIBRARY).items() for name in names}

    used = set(chain.from_iterable(map(named, subjects()[document])))

    assert used - exists == set()


@pytest.mark.parametrize("document", subjects())
def test_subject_is_somewhere_or_says_why_not(document: str) -> None:
    lost = [s.title for s in subjects()[document] if not (named(s) or s.differs)]

    assert lost == []


@pytest.mark.parametrize("bill", bills(), ids=lambda bill: bill.title)
def test_bill_is_named_with_its_source_and_as_no_law_yet(bill: Bill) -> None:
    for name in bill.routes:
        route = LIBRARY.routes[name]

        assert {c.source for c in route.citations} & set(bill.sources)
        assert re.search(NOT_YET.format(bill.known), words(route))


def test_every_route_applies_in_a_scenario() -> None:
    assert LIBRARY.routes.keys() - expected("past") == set()


def test_every_conditional_route_stays_away_in_a_scenario() -> None:
    conditional = {r.id for r in LIBRARY.routes.values() if r.condition != ALWAYS}

    assert conditional - expected("dicht", "niet-genoemd") == set()


def test_content_is_not_thinner_than_it_was() -> None:
    assert len(LIBRARY.scenarios) >= 60
    assert len(LIBRARY.routes) >= 45
    assert len(LIBRARY.guarantees) >= 20


def test_every_question_says_why_it_is_asked() -> None:
    unexplained = [f for f in check_plain(LIBRARY) if f.code == "zonder-uitleg"]

    assert unexplained == []


def test_every_source_is_cited_or_a_document_it_began_with() -> None:
    citations = chain(
        *(route.citations for route in LIBRARY.routes.values()),
        *(concept.citations for concept in LIBRARY.concepts.values()),
        *(clock.citations for clock in LIBRARY.clocks.values()),
        *(contact.citations for contact in LIBRARY.contacts.values()),
    )

    cited = {citation.source for citation in citations}

    assert LIBRARY.sources.keys() - cited - SEEDS == set()
