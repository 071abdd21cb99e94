"""Attacks on a content folder, each with the finding that must come of it.

Every attack changes a copy of the minimal content. Whatever reads content may use the
table: it must end soon, write little, show nothing that it did not read, and name the
place.
"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

TITLE = "titel: Zelf praten\n"


class Attack(NamedTuple):
    code: str
    lay: Callable[[Path], object]


def text(words: str) -> Callable[[Path], object]:
    """Put words in place of a line of a route."""

    def lay(root: Path) -> None:
        file = root / "routes" / "praten.yaml"
        before = file.read_text()
        assert TITLE in before
        file.write_text(before.replace(TITLE, words))

    return lay


def link(path: str, target: str) -> Callable[[Path], object]:
    """Put a link in place of a file."""

    def lay(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        (root / path).symlink_to(target)

    return lay


def pipe(path: str) -> Callable[[Path], object]:
    """Put a pipe that nobody writes to in place of a file."""

    def lay(root: Path) -> None:
        (root / path).unlink(missing_ok=True)
        os.mkfifo(root / path)

    return lay


def flood(root: Path) -> None:
    """Add many files that cannot be read."""
    for number in range(300):
        (root / "routes" / f"vloed-{number}.yaml").write_text("titel: 'open\n")


def add_unread(root: Path, count: int) -> None:
    """Add questions that each rest on the one before, and that nothing reads."""
    file = root / "bomen" / "klacht.yaml"
    options = "soort: feit, opties: {ja: {tekst: Ja}, nee: {tekst: Nee}}"
    chain = [f"  n0: {{vraag: Nul?, {options}}}\n"]
    for number in range(1, count):
        after = f"wanneer: [{{n{number - 1}: ja}}]"
        chain.append(f"  n{number}: {{vraag: Nog {number}?, {after}, {options}}}\n")
    tree = file.read_text()
    file.write_text(tree.replace("vervolg:\n", "".join([*chain, "vervolg:\n"])))


def forged_name(root: Path) -> None:
    """Add a file whose name looks like a finding of its own."""
    name = "a\x1b[2J\ntrees:1:1: fout[vals]: alles is stuk.yaml"
    (root / "routes" / name).write_text("route: a\n")


ATTACKS: Mapping[str, Attack] = {
    "endless-device": Attack("onbekend-bestand", link("routes/nul.yaml", "/dev/zero")),
    "device-in-place": Attack("onbekend-bestand", link("klokken.yaml", "/dev/zero")),
    "stranger": Attack("onbekend-bestand", link("wachtwoorden", "/etc/passwd")),
    "pipe": Attack("onbekend-bestand", pipe("routes/pijp.yaml")),
    "pipe-in-place": Attack("onbekend-bestand", pipe("klokken.yaml")),
    "loop-of-links": Attack("onbekend-bestand", link("routes/a.yaml", "a.yaml")),
    "too-large": Attack("te-groot", text("titel: " + "a" * 3_000_000)),
    "long-line": Attack("onbekende-sleutel", text("titul: " + "a " * 500_000 + "\n")),
    "long-name": Attack("dubbele-sleutel", text(f"{'a' * 1000}: b\n" * 2)),
    "many-bad-files": Attack("aanhalingsteken", flood),
    "forged-name": Attack("bestandsnaam", forged_name),
    "too-deep": Attack("te-diep", text("titel: " + "[" * 100_000)),
    "cut-off": Attack("hekje", text("titel: Zie punt #3 van het protocol\n")),
    "half-merged": Attack("samenvoeging", text(f"<<<<<<< h\n{TITLE}=======\n")),
    "text-after-dots": Attack("meer-documenten", text(f"...\n{TITLE}")),
    "line-ends": Attack("verboden-teken", text("titel: a\x85b\u2028c\n")),
    "turned-text": Attack("verboden-teken", text("titel: a\u202eb\n")),
    "painted": Attack("backslash", text('titel: "\\e[2J"\n')),
    "reference": Attack("anker", text("titel: &a Zelf\n")),
}
