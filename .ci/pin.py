"""Write constraints.txt: of all that start.py installs the newest version that fits."""

import itertools
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
OLDEST = "3.11"
PYTHONS = (OLDEST, "3.12", "3.13", "3.14", "3.15")
SYSTEMS = (
    {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
)
HEADING = """\
# What start.py installs: versions that passed every test. Made by .ci/pin.py.
"""


def main() -> None:
    """Ask pip what it would install, also for the systems that this one is not."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    ranges = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["test"],
        *project["build-system"]["requires"],
    ]
    wanted = {each.partition(";")[0] for each in ranges}
    found = resolved(wanted)
    while missing := set(needed_elsewhere(found.values())) - found.keys():
        wanted |= missing
        found = resolved(wanted)
    pins = (f"{name}=={about['version']}\n" for name, about in sorted(found.items()))
    (ROOT / "constraints.txt").write_text(HEADING + "".join(pins), encoding="utf-8")


def resolved(wanted: Iterable[str]) -> dict[str, Mapping[str, str | list[str]]]:
    """Let pip choose versions for the oldest Python; give their metadata by name."""
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--dry-run"]
    command += ["--ignore-installed", "--report", "-", "--target", "unused"]
    command += ["--python-version", OLDEST, "--only-binary=:all:", *sorted(wanted)]
    # Names and ranges from our own project; nothing else is in it.
    output = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout  # noqa: S603
    about = [each["metadata"] for each in json.loads(output)["install"]]
    return {canonicalize_name(each["name"]): each for each in about}


def needed_elsewhere(
    found: Iterable[Mapping[str, str | list[str]]],
) -> Iterator[str]:
    """Name what packages need on any system and Python."""
    for about in found:
        for requirement in map(Requirement, about.get("requires_dist", ())):
            if requirement.marker is None or holds_somewhere(requirement.marker):
                yield canonicalize_name(requirement.name)


def holds_somewhere(marker: Marker) -> bool:
    """Tell whether a marker holds on a system and Python that we run on."""
    return any(
        marker.evaluate(
            {**system, "python_version": python, "python_full_version": f"{python}.0"}
        )
        for python, system in itertools.product(PYTHONS, SYSTEMS)
    )


if __name__ == "__main__":
    main()
