"""The program inside a test: what it printed, and content to spoil for it."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from vpwijzer.cli import run

ENGLISH = re.compile(
    r"\b(usage|options?|show|required|default|commands?|arguments?|error|try|path|file"
    r"|text|this|message|and|exit|missing|invalid|value|got|unexpected|such|no)\b",
    re.IGNORECASE,
)
"""Words that no message may hold."""


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


def process(
    *words: str | Path, stdin: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    """Run the program by itself, without a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "vpwijzer", *words],
        input=stdin,
        stdin=subprocess.DEVNULL if stdin is None else None,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
    )
