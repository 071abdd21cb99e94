"""Lists, shows or writes the JSON Schemas of content files."""

import sys
from pathlib import Path

from vpwijzer.atomic_file import Kind
from vpwijzer.cli.exits import UserError
from vpwijzer.cli.show import check_place, make_place, save
from vpwijzer.cli.suggest import as_started, did_you_mean
from vpwijzer.json_form.schema import OURS, places, schema_text
from vpwijzer.words.sanitize import inert

SCHEMA = Kind("schema", OURS.encode())
HOW = """
Toon een schema met 'vpwijzer schema route'.
Schrijf ze alle met 'vpwijzer schema --naar MAP'.
"""


def give_schemas(kind: str | None, to: Path | None) -> None:
    """List the kinds of files, show the schema of one, or write schemas to a folder."""
    known = places()
    if kind is not None and kind not in known:
        near = did_you_mean(kind, list(known)) or "; kijk bij 'vpwijzer schema'"
        message = f"het soort '{kind}' bestaat niet{near}"
        raise UserError(message)
    if to is not None:
        _write([kind] if kind else list(known), to)
    elif kind is not None:
        sys.stdout.write(schema_text(kind))
    else:
        width = max(map(len, known))
        lines = [f"{name:<{width}}  {place}\n" for name, place in known.items()]
        sys.stdout.write("".join([*lines, as_started(HOW)]))


def _write(kinds: list[str], folder: Path) -> None:
    """Write schemas; raises UserError before the first when one is not ours."""
    files = {folder / f"{kind}.json": schema_text(kind) for kind in kinds}
    if folder.exists() and not folder.is_dir():
        message = f"'{folder}' is geen map"
        raise UserError(message)
    for file in files:
        check_place(file, SCHEMA)
    make_place(folder)
    for file, text in files.items():
        save(file, text, SCHEMA)
    sys.stdout.write(f"Geschreven in {inert(str(folder))}: {', '.join(kinds)}.\n")
