"""The program inside a test: what it printed, and content to spoil for it."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from vpwijzer.cli import run


@dataclass
class Said:
    """What a command printed and how it left."""

    code: int
    out: str
    err: str


class Program:
    """The program inside this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *words: str | Path) -> Said:
        code = run([str(word) for word in words])
        return Said(code, *self.capsys.readouterr())


def spoil(file: Path, old: str, new: str) -> Path:
    """Change one text in a file."""
    words = file.read_text(encoding="utf-8")
    assert old in words
    file.write_text(words.replace(old, new), encoding="utf-8")
    return file
