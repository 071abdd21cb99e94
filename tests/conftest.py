"""Golden files: what a test made, beside what a person once read and approved."""

from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite golden/")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    def check(name: str, made: str) -> None:
        if request.config.getoption("--update-golden"):
            (GOLDEN / name).write_text(made, encoding="utf-8")
        assert made == (GOLDEN / name).read_text(encoding="utf-8")

    return check
