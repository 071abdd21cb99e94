"""Compiles the content while the program is built, so that it starts quickly."""

import sys
from datetime import date
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileContent(BuildHookInterface[Any]):
    """Runs before a wheel is made, also for an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - as hatchling calls it
        """Write the compiled content beside the package."""
        sys.path.insert(0, self.root)
        from vpwijzer.checks.pipeline import compile_content  # noqa: PLC0415 - from here on

        compile_content(date.today())  # noqa: DTZ011 - the day it is built
