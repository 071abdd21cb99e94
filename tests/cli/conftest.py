"""The program, and content to spoil for it."""

import shutil
from pathlib import Path

import pytest
from program import Program
from screens import CONTENT


@pytest.fixture
def vp(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Program:
    monkeypatch.setenv("COLUMNS", "80")
    return Program(capsys)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Copy the content about bicycles, to spoil it."""
    return shutil.copytree(CONTENT, tmp_path / "inhoud")
