"""A case is a few lines of YAML that are laid over the minimal content.

A line such as `# routes/praten.yaml` says for which file the lines below it are. They
take the place of what stands there under the same keys, or come after it. Lines that
begin with the first key of a file are the whole file. Where a finding must appear, the
line ends in `# fout: code (word)`, and the word is what the marker stands under.
A first line `# kleinste gesprek: ...` holds the answers that must be shown with it.
"""

import re
import shutil
from datetime import date
from pathlib import Path
from typing import NamedTuple

from vpwijzer.checks.pipeline import Checked, check_content
from vpwijzer.model import Answer
from vpwijzer.model.finding import Finding
from vpwijzer.words.names import NAMES

DATA = Path(__file__).parents[1] / "data"
MINIMAL = DATA / "minimal"
TODAY = date(2026, 11, 22)

FILE = re.compile(r"^# (\S.*\.ya?ml)\n", re.MULTILINE)
BLOCK = re.compile(r"^(?=[\w-]+:)", re.MULTILINE)
MARK = re.compile(r"# (fout|waarschuwing): ([\w-]+) \((\S*)\)")
TALK = re.compile(r"^# kleinste gesprek: (.+)$", re.MULTILINE)
WORD = re.compile(r"[\w-]+|\S|$")


class Mark(NamedTuple):
    file: str
    line: int
    severity: str
    code: str
    word: str


def lay(case: str, root: Path) -> None:
    shutil.copytree(MINIMAL, root)
    _, *parts = FILE.split(case)
    for path, lines in zip(parts[::2], parts[1::2], strict=True):
        file = root / path
        file.parent.mkdir(exist_ok=True)
        before = file.read_text() if file.exists() else ""
        file.write_text(_merged(before, lines))


def _merged(before: str, lines: str) -> str:
    old, new = _blocks(before), _blocks(lines)
    if next(iter(old), "") in new:
        return lines
    return "".join({**old, **new}.values())


def _blocks(text: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for block in filter(None, BLOCK.split(text)):
        key = block.partition(":")[0]
        found[key] = found.get(key, "") + block
    return found


def tie(root: Path) -> None:
    """Let one route rest on pairs of questions that stand far apart."""
    pairs = [(f"q{number}", f"q{number + 10}") for number in range(10)]
    names = [*(one for one, _ in pairs), *(two for _, two in pairs)]
    options = "opties: {ja: {tekst: Ja}, nee: {tekst: Nee}}"
    with (root / "bomen" / "werkgever.yaml").open("a") as file:
        file.writelines(
            f"  {n}: {{vraag: Zo?, soort: feit, {options}}}\n" for n in names
        )
    with (root / "routes" / "praten.yaml").open("a") as file:
        file.write("zolang-open: Wacht.\nwanneer:\n  - een-van:\n")
        file.writelines(f"      - {{{a}: ja, {b}: ja}}\n" for a, b in pairs)


def check(root: Path) -> tuple[Finding, ...]:
    return check_content(root, TODAY).findings


def talks_found(checked: Checked) -> list[str]:
    """Give the conversations that show a finding: each question with its answer."""
    if checked.proof is None:
        return []
    return [
        ", ".join(f"{name} {_said(answer)}" for name, answer in talk.answers)
        for talk in checked.proof.conversations.values()
    ]


def _said(answer: Answer) -> str:
    return " + ".join([*sorted(answer.options), *["onbekend"] * answer.more])


def marks_found(root: Path) -> set[Mark]:
    return {_mark(finding, root) for finding in check(root)}


def _mark(finding: Finding, root: Path) -> Mark:
    path = Path(finding.at.file).absolute()
    line = path.read_text().split("\n")[finding.at.line - 1]
    found = WORD.match(line, finding.at.column - 1)
    return Mark(
        path.relative_to(root).as_posix(),
        finding.at.line,
        NAMES[finding.severity],
        finding.code,
        found[0] if found else "",
    )


def marks_written(root: Path) -> set[Mark]:
    return {
        Mark(file.relative_to(root).as_posix(), number, *found.groups())
        for file in root.rglob("*.y*ml")
        for number, line in enumerate(file.read_text().split("\n"), 1)
        for found in MARK.finditer(line)
    }
