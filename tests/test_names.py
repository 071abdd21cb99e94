import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "vpwijzer"

# The name of the product and of its user, VP and vertrouwenspersoon, may appear.
SUBJECT = re.compile(
    r"aangifte|agressie|beklaagde|beschuldig|dader|discrimina|getuige|huis.voor"
    r"|intimida|klacht|klager|klokkenluid|mediat|melder|melding|meldpunt|misdrijf"
    r"|misstand|ombuds|ongewenst|pesten|politie|seksu|slachtoffer|treiter|zelfdoding"
    r"|\b11[23]\b",
    re.IGNORECASE,
)
KEYS = {
    *(
        "betekent",
        "daarna",
        "een-van",
        "gedeelde-vragen",
        "gevolgen",
        "meer-antwoorden",
    ),
    *("nagekeken", "niveaus", "opties", "past-bij", "samenvatting", "stappen"),
    *("tenzij", "verhaal", "voorrang", "vp-doet", "vp-doet-niet", "wanneer"),
    *("wie-weet-meer", "zolang-open"),
}


def modules() -> dict[str, str]:
    found = sorted(PACKAGE.rglob("*.py"))
    return {file.relative_to(PACKAGE).as_posix(): file.read_text() for file in found}


def texts(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_program_knows_nothing_about_its_subject() -> None:
    found = [
        f"vpwijzer/{name}:{number}: {word[0]}"
        for name, source in modules().items()
        for number, line in enumerate(source.splitlines(), 1)
        for word in SUBJECT.finditer(line)
    ]

    assert found == []


def test_keys_of_content_stand_in_the_loader_only() -> None:
    found = {
        name.split("/")[0]
        for name, source in modules().items()
        if KEYS & set(texts(source))
    }

    assert found == {"loader"}


def test_keys_looked_for_are_real_keys() -> None:
    table = (s for name, s in modules().items() if name.startswith("loader/keys/"))
    known = {text for source in table for text in texts(source)}

    assert known >= KEYS
