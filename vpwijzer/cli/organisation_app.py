"""The commands about one organisation; each turns words into one call."""

from pathlib import Path
from typing import Annotated

import typer

from vpwijzer.cli.dutch import SETTINGS, DutchCommand, DutchGroup

app = typer.Typer(
    cls=DutchGroup,
    help="Maak het programma van één organisatie: eigen namen, nummers en termijnen.",
    add_completion=False,
    context_settings=SETTINGS,
    rich_markup_mode=None,
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT",
    no_args_is_help=True,
)

File = Annotated[
    Path | None,
    typer.Argument(
        metavar="[BESTAND]", help="Een organisatie; zonder dit die van deze start."
    ),
]
Folder = Annotated[
    Path | None,
    typer.Option("--inhoud", metavar="MAP", help="Gebruik de inhoud uit deze map."),
]


@app.command(
    "maak",
    cls=DutchCommand,
    help="Maak het bestand van een organisatie, stap voor stap.",
    options_metavar="[OPTIES]",
)
def make(
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[BESTAND]", help="Waar het komt; zonder dit bij je instellingen."
        ),
    ] = None,
    folder: Folder = None,
    *,
    accessible: Annotated[
        bool,
        typer.Option(
            "--toegankelijk", help="Praat in gewone regels; kan met een schermlezer."
        ),
    ] = False,
) -> int:
    """Ask for an organisation and write its file."""
    from vpwijzer.cli.organisation import make_organisation  # noqa: PLC0415 - start-up

    return make_organisation(file, folder, accessible=accessible)


@app.command(
    "toon",
    cls=DutchCommand,
    help="Toon wat iemand van de organisatie te zien krijgt.",
    options_metavar="[OPTIES]",
)
def show(file: File = None, folder: Folder = None) -> int:
    """Show an organisation as a person will see it."""
    from vpwijzer.cli.organisation import show_organisation  # noqa: PLC0415 - start-up

    return show_organisation(file, folder)


@app.command(
    "controleer",
    cls=DutchCommand,
    help="Bewijs de organisatie, en toon wat er geregeld hoort te zijn.",
    options_metavar="[OPTIES]",
)
def check(
    file: File = None,
    to: Annotated[
        Path | None,
        typer.Option(
            "--overzicht",
            metavar="BESTAND",
            help="Schrijf alles leesbaar op, in een .md- of .html-bestand.",
        ),
    ] = None,
    folder: Folder = None,
    *,
    strict: Annotated[
        bool, typer.Option("--streng", help="Laat ook een waarschuwing code 1 geven.")
    ] = False,
) -> int:
    """Check and prove an organisation."""
    from vpwijzer.cli.organisation import check_organisation  # noqa: PLC0415 - start-up

    return check_organisation(file, folder, to, strict=strict)


@app.command(
    "verschil",
    cls=DutchCommand,
    help="Toon wat er door de organisatie verandert in gesprekken.",
    options_metavar="[OPTIES]",
)
def change(file: File = None, folder: Folder = None) -> int:
    """Compare content with and without an organisation."""
    from vpwijzer.cli.organisation import compare_organisation  # noqa: PLC0415 - start-up

    return compare_organisation(file, folder)
