"""The content that comes with the program as plain data, made when it is built.

What is read equals what the loader makes of the YAML files, because it is used only
as long as nothing that it was made from has changed since.
"""

import hashlib
import marshal
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeAlias

from vpwijzer import model
from vpwijzer.model import Library
from vpwijzer.model.position import Position

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Plain: TypeAlias = Any
"""What marshal knows: texts, truths, tuples, lists and dictionaries."""

PACKAGE = os.path.dirname(__file__)
PLACE = os.path.join(PACKAGE, "content.bin")
MAKERS = ("compiled.py", "loader", "model", "yamltext")
ASIDE = "organisatie.yaml"
"""Of one workplace, and read by itself at every start."""
FORMAT = 4
"""The version of marshal, the same whichever Python writes."""
PYTHON = sys.implementation.cache_tag
"""The Python that reads: a wheel is for any, and marshal promises nothing of others."""
SEAL = 32
"""How many bytes at the start say what the rest was made from."""

BUILDERS: dict[str, Callable[..., Any]] = {
    "Position": Position,
    "frozenset": lambda *values: frozenset(values),
    **{name: kind for name, kind in vars(model).items() if isinstance(kind, type)},
}


class Later(Mapping[Any, Any]):
    """Values by name, each built when it is asked for: few are needed at the start."""

    def __init__(self, data: dict[Any, bytes]) -> None:
        """Keep the data of each value."""
        self._data = data
        self._built: dict[Any, Any] = {}

    def __getitem__(self, key: Any) -> Any:  # noqa: ANN401 - as a mapping has it
        """Give one value; raises KeyError when there is none."""
        if key not in self._built:
            plain = marshal.loads(self._data[key])  # noqa: S302 - sealed
            self._built[key] = _value(plain)
        return self._built[key]

    def __iter__(self) -> Iterator[Any]:
        """Give the names in order."""
        return iter(self._data)

    def __len__(self) -> int:
        """Count the values."""
        return len(self._data)


def bundled_content() -> "Traversable":
    """Find the content that comes with the program, in a wheel, a zip or a checkout."""
    from importlib.resources import files  # noqa: PLC0415 - start-up

    return content_of(files("vpwijzer"))


def content_of(package: "Traversable") -> "Traversable":
    """Find the content inside a package, else beside it as in a checkout."""
    from pathlib import Path  # noqa: PLC0415 - start-up

    inside = package / "trees"
    return inside if inside.is_dir() else Path(str(package)).parent / "trees"


def bundled_folder() -> str:
    """Find the folder with the content that comes with the program."""
    inside = os.path.join(PACKAGE, "trees")
    beside = os.path.join(os.path.dirname(PACKAGE), "trees")
    return inside if os.path.isdir(inside) else beside


def read(content: str, place: str = PLACE) -> Library | None:
    """Read what was made of a content folder; None when that is not up to date."""
    try:
        with open(place, "rb") as file:
            seal, data = file.read(SEAL), file.read()
        return unpacked(data) if seal == sealed(content, data) else None
    except OSError:
        return None


def write(library: Library, content: str, place: str = PLACE) -> None:
    """Write what was made of a content folder, whole or not at all."""
    from vpwijzer.atomic_file import replace_file  # noqa: PLC0415 - start-up

    data = packed(library)
    replace_file(place, sealed(content, data) + data)


def sealed(content: str, data: bytes) -> bytes:
    """Sum up what was made, what it was made from, and what made it."""
    digest = hashlib.sha256(f"{PYTHON}\0".encode() + data)
    for root in (content, *(os.path.join(PACKAGE, name) for name in MAKERS)):
        for name, path in sorted(_files(root)):
            with open(path, "rb", buffering=0) as file:
                found = file.read()
            digest.update(f"\0{name}\0{len(found)}\0".encode())
            digest.update(found)
    return digest.digest()


def _files(root: str, name: str = "") -> Iterator[tuple[str, str]]:
    """Find the files that may count, by a name that is the same on every system."""
    if root.endswith(".py"):
        yield name, root
        return
    with os.scandir(root) as entries:
        for entry in entries:
            if entry.name.startswith((".", "__pycache__", ASIDE)):
                continue
            if entry.is_dir():
                yield from _files(entry.path, f"{name}/{entry.name}")
            else:
                yield f"{name}/{entry.name}", entry.path


def packed(library: Library) -> bytes:
    """Turn a library into plain data, each value by itself."""
    catalogue = {
        field.name: _packed(getattr(library, field.name)) for field in fields(Library)
    }
    return marshal.dumps(catalogue, FORMAT)


def _packed(part: object) -> Plain:
    if not isinstance(part, Mapping):
        return marshal.dumps(_plain(part), FORMAT)
    return {
        _plain(key): marshal.dumps(_plain(value), FORMAT) for key, value in part.items()
    }


def unpacked(data: bytes) -> Library:
    """Turn plain data back into a library."""
    catalogue = marshal.loads(data)  # noqa: S302 - sealed
    return Library(**{name: _unpacked(part) for name, part in catalogue.items()})


def _unpacked(part: Plain) -> Plain:
    if isinstance(part, bytes):
        return _value(marshal.loads(part))  # noqa: S302 - sealed
    return Later({_value(key): each for key, each in part.items()})


def _plain(value: object) -> Plain:
    """Turn a value into what marshal knows: a tuple names what it stands for."""
    if isinstance(value, Mapping):
        return {_plain(key): _plain(each) for key, each in value.items()}
    if type(value) is tuple:
        return [_plain(each) for each in value]
    parts = _parts(value)
    return value if parts is None else (type(value).__name__, *map(_plain, parts))


def _parts(value: object) -> Iterable[object] | None:
    """Give what a value is made of; None when marshal knows it by itself."""
    if isinstance(value, Enum):
        return [value.value]
    if isinstance(value, Position):
        return value
    if isinstance(value, frozenset):
        return sorted(value)
    if is_dataclass(value):
        return [getattr(value, field.name) for field in fields(value)]
    return None


def _value(plain: Plain) -> Plain:
    """Turn plain data back into the value it stands for."""
    if isinstance(plain, tuple):
        name, *parts = plain
        return BUILDERS[name](*[_value(each) for each in parts])
    if isinstance(plain, list):
        return tuple([_value(each) for each in plain])
    if isinstance(plain, dict):
        return {_value(key): _value(each) for key, each in plain.items()}
    return plain
