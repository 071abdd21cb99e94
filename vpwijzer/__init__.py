"""VPwijzer: trees ask, routes decide, facts connect them."""

import sys

__version__ = "0.1.0"


def main() -> None:
    """Run the program and leave with its exit code; a talk leaves no compiled files."""
    # Here and not when this is imported: for who uses it as a library, that decides.
    sys.dont_write_bytecode = True
    from vpwijzer.cli import main as program  # noqa: PLC0415 - not before the line above

    program()
