import re

import pytest
from bundled import bundled

from vpwijzer.model import Seat
from vpwijzer.webpage.html import damage, page_html


@pytest.fixture(scope="module")
def page() -> str:
    return page_html(bundled(), Seat.EMPLOYEE)


def test_page_reaches_for_nothing_outside_itself(page: str) -> None:
    head = page.partition("</head>")[0]

    assert "default-src 'none'" in head
    assert not re.search(r'\b(src|href)="', page)
    assert "localStorage" not in page
    assert "fetch(" not in page


def test_whole_page_has_no_damage(page: str) -> None:
    assert damage(page) == ""


def test_page_that_was_cut_off_or_changed_is_seen(page: str) -> None:
    assert damage(page[: len(page) // 2]) == "het einde ontbreekt"
    assert damage(page.replace("112", "113")) == "de inhoud is veranderd"
    changed = page.replace("function leave", "function stay", 1)
    changed = changed.replace("const leave = ", "const leave  = ", 1)
    assert damage(changed) == "het programma of de opmaak is veranderd"
