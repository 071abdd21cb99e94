"""Golden files: what a test made, beside what a person once read and approved."""

import os
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings
from signals import hear

from vpwijzer.checks.pipeline import compile_content
from vpwijzer.compiled import bundled_folder, read

# A machine that is busy is no failure; and what lands must not depend on luck: new
# examples are looked for on the machines of people, not when everything is checked.
settings.register_profile("people", deadline=None)
settings.register_profile("checked", deadline=None, derandomize=True)
settings.load_profile("checked" if os.environ.get("CI") else "people")

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="rewrite golden/")
    parser.addoption("--lang", action="store_true", help="compare far more at random")


def pytest_sessionstart(session: pytest.Session) -> None:
    """Compile the content when it changed since, as an install does.

    Else every program that a test starts reads all YAML again.
    """
    is_worker = hasattr(session.config, "workerinput")
    if not is_worker and read(bundled_folder()) is None:
        compile_content(date.today())  # noqa: DTZ011 - the day it is made, as a build


@pytest.fixture(scope="session", autouse=True)
def nowhere(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Work at no organisation, whatever this user has among their settings."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("instellingen")))
        for name in ("VPWIJZER_ORGANISATIE", "VPWIJZER_INHOUD"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session", autouse=True)
def heard_signals() -> None:
    hear()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    def check(name: str, made: str) -> None:
        if request.config.getoption("--update-golden"):
            (GOLDEN / name).write_text(made, encoding="utf-8")
        assert made == (GOLDEN / name).read_text(encoding="utf-8")

    return check


@pytest.fixture(scope="session")
def times(request: pytest.FixtureRequest) -> int:
    """How often the usual number of libraries is compared with holding each talk."""
    return 30 if request.config.getoption("--lang") else 1
