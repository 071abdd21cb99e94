"""Goes on with a conversation from a code on paper."""

from vpwijzer.engine.answer_code import Decoded, decode
from vpwijzer.engine.base32 import CodeError
from vpwijzer.interview.conversation import Conversation
from vpwijzer.interview.keys import Stopped, go_on
from vpwijzer.interview.menu import Asker, Field, Writer
from vpwijzer.interview.screens.common_keys import with_common_keys
from vpwijzer.model import Facts, Library
from vpwijzer.pages.question import older_code_page

TITLE = "Typ de code van je papier."
MISSPELT = (
    "Deze code klopt niet: er is een letter anders, weg of verwisseld. Kijk nog eens "
    "op je papier."
)
NO_BEGINNING = (
    "De vragen zijn te veel veranderd sinds deze code. Begin een nieuw gesprek."
)


def resume(asker: Writer, library: Library, prefilled: Facts) -> None:
    """Ask for a code until one holds, and go on where it ended."""
    found: list[Decoded] = []

    def trouble(typed: str) -> str:
        try:
            found[:] = [decode(library, typed, prefilled)] if typed else []
        except CodeError:
            return MISSPELT
        except KeyError:
            return NO_BEGINNING
        return ""

    asker.write(Field(TITLE, trouble=trouble))
    if found and _goes_on(with_common_keys(asker, library), found[0]):
        Conversation(asker, library).run(found[0].walk)


def _goes_on(asker: Asker, decoded: Decoded) -> bool:
    """Say plainly when the content differs from that of the code."""
    if decoded.same_content:
        return True
    asker.show(older_code_page(decoded))
    try:
        go_on(asker, "Ga verder")
    except Stopped:
        return False
    return True
