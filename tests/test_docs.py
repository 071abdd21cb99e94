from collections.abc import Callable
from pathlib import Path

import pytest
from cases import TODAY, check, lay, tie
from examples import EXAMPLE, example_of, example_of_organisation, sections
from rules import RULES, SPELLINGS
from workplaces import NAME, content

from vpwijzer.checks.pipeline import check_content
from vpwijzer.checks.readability import check_plain
from vpwijzer.model.finding import Where
from vpwijzer.organisation import examine
from vpwijzer.organisation.proof import prove_organisation

OF_ORGANISATION = [
    code for code in sections() if example_of_organisation(code) is not None
]
PLAIN = [code for code, rule in RULES.items() if rule.where is Where.LANGUAGE]


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


def test_every_code_has_its_own_heading() -> None:
    assert sorted(sections()) == sorted(RULES)


def test_code_weighs_the_same_however_it_is_said() -> None:
    codes = [code for code, *_ in SPELLINGS]

    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize(
    "code",
    sorted(
        sections().keys()
        - MAKE.keys()
        - {"onbekend-soort", "altijd-ervoor", *PLAIN, *OF_ORGANISATION}
    ),
)
def test_example_gives_exactly_the_finding_it_explains(
    code: str, tmp_path: Path
) -> None:
    lay(example_of(code), tmp_path / "trees")

    assert {finding.code for finding in check(tmp_path / "trees")} == {code}


@pytest.mark.parametrize("code", OF_ORGANISATION)
def test_example_of_an_organisation_gives_exactly_the_finding_it_explains(
    code: str, tmp_path: Path
) -> None:
    text = example_of_organisation(code) or ""

    library = content(tmp_path / "trees")
    made, findings = examine(text.encode(), NAME, library)
    findings = findings or prove_organisation(library, made, TODAY).findings

    assert {finding.code for finding in findings} == {code}


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


def test_example_of_a_way_never_named_needs_the_share_of_each(tmp_path: Path) -> None:
    lay(example_of("altijd-ervoor"), tmp_path / "trees")

    checked = check_content(tmp_path / "trees", TODAY, sharing=True)

    assert [each.code for each in checked.findings] == ["altijd-ervoor"]
    assert check(tmp_path / "trees") == ()


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
