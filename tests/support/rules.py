"""Every kind of finding, as the modules of the program hold it; found, not listed."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import vpwijzer
from vpwijzer.model.finding import Rule


def _held() -> Iterator[Rule]:
    """Give what stands at the top of each module, also in a table there."""
    for module in walk_packages([str(Path(vpwijzer.__file__).parent)], "vpwijzer."):
        if not module.name.endswith("__main__"):
            for value in vars(import_module(module.name)).values():
                for each in value.values() if isinstance(value, dict) else (value,):
                    if isinstance(each, Rule):
                        yield each


RULES = {each.code: each for each in _held()}
SPELLINGS = {
    (each.code, each.severity, each.where, each.names_cause) for each in _held()
}
"""What is said of each code, once for every way it is said."""
