import ast
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from cases import TODAY, check, lay, tie
from examples import EXAMPLE, example_of, sections

from vpwijzer.checks.pipeline import check_content
from vpwijzer.checks.readability import check_plain
from vpwijzer.loader.names import KINDS

HERE = Path(__file__).parents[1]
REPORTING = {"Finding", "_add", "_warn", "at", "error", "note"}
SIGNS = {"anker", "tag", "teken-vooraan"}
"""Codes that yamltext looks up by the sign that an author wrote."""

PLAIN = ["jargon", "lange-zin"]
"""Codes that only a check of the language reports."""


def too_large(root: Path) -> None:
    tie(root)
    (root / "waarborgen.yaml").unlink()
    (root / "scenarios" / "voorbeeld.yaml").unlink()


MAKE: dict[str, Callable[[Path], object]] = {
    "bestand-ontbreekt": lambda root: (root / "klokken.yaml").unlink(),
    "geen-utf8": lambda root: (root / "klokken.yaml").write_bytes(b"titel: caf\xe9"),
    "onleesbaar-bestand": lambda root: (root / "routes" / "geheugen.yaml").symlink_to(
        "/proc/self/mem"
    ),
    "niet-bewezen": too_large,
    "te-groot": lambda root: (root / "klokken.yaml").write_bytes(b"#" * 2_000_001),
}
"""What no example can show: it is not in the text of a file."""


def codes_in_source() -> Iterator[str]:
    for file in (HERE / "vpwijzer").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text())):
            match node:
                case ast.Call(
                    func=ast.Name(id=name) | ast.Attribute(attr=name),
                    args=[_, ast.Constant(value=str(code)), *_],
                ) if name in REPORTING and "proof" not in file.parts:
                    yield code
                case ast.Call(
                    func=ast.Name(id="Words"), args=[ast.Constant(value=str(code)), *_]
                ):
                    yield code
                case _:
                    pass
    yield from (code for _, code, _ in KINDS.values())
    yield from SIGNS


def test_every_code_has_its_own_heading() -> None:
    assert sorted(sections()) == sorted(set(codes_in_source()))


@pytest.mark.parametrize(
    "code", sorted(sections().keys() - MAKE.keys() - {"onbekend-soort", *PLAIN})
)
def test_example_gives_exactly_the_finding_it_explains(
    code: str, tmp_path: Path
) -> None:
    lay(example_of(code), tmp_path / "trees")

    assert {finding.code for finding in check(tmp_path / "trees")} == {code}


@pytest.mark.parametrize("code", MAKE)
def test_file_that_no_example_can_show_gives_its_finding(
    code: str, tmp_path: Path
) -> None:
    lay("", tmp_path / "trees")
    MAKE[code](tmp_path / "trees")

    assert {finding.code for finding in check(tmp_path / "trees")} == {code}


def test_example_of_a_loose_file_gives_the_finding_it_explains(tmp_path: Path) -> None:
    (tmp_path / "los.yaml").write_text(example_of("onbekend-soort"))

    findings = check_content(tmp_path / "los.yaml", TODAY).findings

    assert [finding.code for finding in findings] == ["onbekend-soort"]


@pytest.mark.parametrize("code", PLAIN)
def test_example_of_hard_language_gives_the_finding_it_explains(
    code: str, tmp_path: Path
) -> None:
    lay(example_of(code), tmp_path / "trees")

    checked = check_content(tmp_path / "trees", TODAY)

    assert checked.findings == ()
    assert {f.code for f in check_plain(checked.loaded.library)} == {code}


@pytest.mark.parametrize("code", sections())
def test_section_says_what_is_wrong_and_what_to_do(code: str) -> None:
    problem, _, remedy = sections()[code].partition("\nDoe dit: ")

    assert EXAMPLE.sub("", problem).strip()
    assert remedy.strip()
