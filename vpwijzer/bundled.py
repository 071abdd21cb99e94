"""Where the content that comes with the program stands; standard library only."""

from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path


def bundled_content() -> Traversable:
    """Find the content in a wheel, a zip or a checkout."""
    return content_of(files("vpwijzer"))


def content_of(package: Traversable) -> Traversable:
    """Find the content inside a package, else beside it as in a checkout."""
    inside = package / "trees"
    if inside.is_dir():
        return inside
    return Path(str(package)).parent / "trees"
