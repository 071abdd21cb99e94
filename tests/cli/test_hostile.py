"""Whatever stands in a content folder, a check ends soon and says where it is wrong."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from cases import MINIMAL
from hostile import ATTACKS, add_unread, pipe, text

from vpwijzer.cli import run
from vpwijzer.cli.exits import CONTENT_HAS_ERRORS, WRONG_USE
from vpwijzer.cli.show import MOST_FINDINGS
from vpwijzer.yamltext import MOST_BYTES

HEAD = "fout["
NOBODY = 65534


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copied: Path = shutil.copytree(MINIMAL, tmp_path / "trees")
    monkeypatch.chdir(tmp_path)
    return copied


@pytest.mark.parametrize("name", ATTACKS)
def test_attack_is_named_in_few_words(
    name: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ATTACKS[name].lay(root)

    run(["controleer", "trees"])

    told = capsys.readouterr().out
    assert f"[{ATTACKS[name].code}]" in told
    assert len(told.encode()) < (MOST_FINDINGS + 1) * 2_000
    assert all(each == "\n" or each.isprintable() for each in told)
    assert "root:" not in told


@pytest.mark.parametrize("command", ["controleer", "speel"])
def test_pipe_or_device_is_no_file_to_read(
    command: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pipe("../los.yaml")(root)

    codes = [run([command, "los.yaml"]), run([command, "/dev/zero"])]

    assert codes == [WRONG_USE] * 2
    assert capsys.readouterr().err.count("kan niet worden gelezen") == 2


def test_the_rest_of_many_findings_is_counted_unless_asked_for(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ATTACKS["many-bad-files"].lay(root)

    code = run(["controleer", "trees"])
    few = capsys.readouterr().out
    run(["controleer", "trees", "--alles"])
    everything = capsys.readouterr().out

    assert code == CONTENT_HAS_ERRORS
    assert few.count(HEAD) == MOST_FINDINGS
    assert f"En nog {everything.count(HEAD) - MOST_FINDINGS} meer;" in few
    assert everything.count(HEAD) >= 300


def test_long_line_is_shown_around_the_place(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text("titel: {a: " + "b " * 1000 + ", Hier: c, " + "d " * 1000 + "}\n")(root)

    run(["controleer", "trees"])

    lines = capsys.readouterr().out.splitlines()
    marked = [each for each in lines if "^" in each]
    assert marked
    assert max(map(len, lines)) < 300


def test_finding_stands_on_the_line_that_it_shows(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text("titel: a\u2028b\nonzin: c\n")(root)

    run(["controleer", "trees"])

    lines = capsys.readouterr().out.splitlines()
    excerpt = next(each for each in lines if "^" in each)
    assert lines[lines.index(excerpt) - 1].partition("| ")[2] == "titel: a\ufffdb"


def test_newline_in_the_name_of_a_file_forges_no_finding(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ATTACKS["forged-name"].lay(root)

    run(["controleer", "trees"])

    told = capsys.readouterr().out
    assert "a\ufffd[2J\ufffdtrees" in told
    assert not any(each.startswith("trees:") for each in told.splitlines())


def test_what_was_read_may_not_be_more_than_a_file_can_be(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / "klokken.yaml").write_bytes(b"#" * MOST_BYTES * 2)

    run(["controleer", "trees"])

    assert "[te-groot]" in capsys.readouterr().out


@pytest.fixture
def locked(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Lay content of which a folder may not be opened, for someone who is not root."""
    with tempfile.TemporaryDirectory(dir=Path(tempfile.gettempdir()).resolve()) as made:
        root = Path(made) / "trees"
        shutil.copytree(MINIMAL, root)
        for each in (Path(made), root, *root.rglob("*")):
            each.chmod(0o755)
        monkeypatch.chdir(made)
        run(["controleer", "trees"])  # loads what someone else may not read
        (root / "routes").chmod(0)
        is_root = os.geteuid() == 0
        if is_root:
            os.seteuid(NOBODY)
        yield root
        if is_root:
            os.seteuid(0)
        (root / "routes").chmod(0o755)


@pytest.mark.usefixtures("locked")
def test_folder_that_cannot_be_opened_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code = run(["controleer", "trees"])

    assert code == CONTENT_HAS_ERRORS
    assert "trees/routes:1:1: fout[onleesbaar-bestand]: deze map" in (
        capsys.readouterr().out
    )


def test_many_questions_that_nobody_reads_are_all_found(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_unread(root, 500)  # too many to look for causes among all of them

    run(["controleer", "trees"])

    assert f"En nog {501 - MOST_FINDINGS} meer;" in capsys.readouterr().out
