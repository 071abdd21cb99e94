import pytest
from builders import AT

from vpwijzer.model import Contact, Library, Line
from vpwijzer.words.contacts import said

BALIE = Contact("balie", "de Balie", "", "", certain=True, at=AT, phone="020-1234567")
LOKET = Contact("loket", "Loket", "", "", certain=True, at=AT, web="https://loket.nl/")
LIBRARY = Library(contacts={"balie": BALIE, "loket": LOKET})


@pytest.mark.parametrize(
    ("text", "contact", "shown"),
    [
        ("Rust uit.", "", "Rust uit."),
        ("Kom je? Bel de Balie. Dat mag.", "balie", "(020-1234567). Dat mag."),
        ("Bel eerst. Dat mag.", "balie", "Bel eerst: 020-1234567. Dat mag."),
        ("Belt met je mee", "balie", "Belt met je mee: 020-1234567."),
        ("Vraag het Loket.", "loket", "Vraag het Loket (loket.nl)."),
    ],
)
def test_number_stands_where_the_text_says_to_call(
    text: str, contact: str, shown: str
) -> None:
    words = said(Line(text, AT, contact=contact), LIBRARY)

    assert words.endswith(shown)
    assert len(words) <= len(text) + len(" (020-1234567).")
