"""The commands; each turns words on the command line into one call."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from vpwijzer import __version__
from vpwijzer.cli.dutch import SETTINGS, DutchCommand, DutchGroup
from vpwijzer.cli.exits import FINE
from vpwijzer.cli.organisation_app import app as organisation_app
from vpwijzer.cli.workplace import Choice

app = typer.Typer(
    cls=DutchGroup,
    help="Wijst de weg als er op het werk iets mis is. "
    "Vragen en antwoorden blijven op dit scherm: er wordt niets bewaard.",
    add_completion=False,
    context_settings=SETTINGS,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    invoke_without_command=True,
    options_metavar="[OPTIES]",
    subcommand_metavar="OPDRACHT",
)


class Rest(StrEnum):
    """How questions without an answer are answered."""

    UNKNOWN = "onbekend"


class SeatName(StrEnum):
    """Who is sitting here."""

    ADVISER = "vp"
    EMPLOYEE = "medewerker"
    TRAINER = "trainer"


Folder = Annotated[
    Path | None,
    typer.Option("--inhoud", metavar="MAP", help="Gebruik de inhoud uit deze map."),
]
File = Annotated[
    Path | None,
    typer.Option(
        "--organisatie", metavar="BESTAND", help="Gebruik deze organisatie erbij."
    ),
]
Bare = Annotated[
    bool,
    typer.Option("--zonder-organisatie", help="Begin zonder organisatie."),
]
Id = Annotated[
    str | None, typer.Argument(metavar="[ID]", help="De naam, uit de lijst.")
]
Lines = Annotated[
    bool,
    typer.Option(
        "--toegankelijk",
        help="Praat in gewone regels; kan met een schermlezer.",
    ),
]
AllQuestions = Annotated[
    bool,
    typer.Option(
        "--alles-vragen",
        help="Stel ook vragen die niets meer kunnen veranderen.",
    ),
]
Json = Annotated[bool, typer.Option("--json", help="Schrijf alles als JSON.")]


Command = Callable[..., int]


def command(name: str, words: str) -> Callable[[Command], Command]:
    """Register a command with its Dutch name and help."""
    return app.command(name, cls=DutchCommand, help=words, options_metavar="[OPTIES]")


@app.callback()
def begin(
    ctx: typer.Context,
    version: Annotated[bool, typer.Option("--versie", help="Toon de versie.")] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Toon bij een fout de technische details.")
    ] = False,
) -> int | None:
    """Start without a command: ask who is sitting here, or show the help."""
    ctx.obj = debug
    if version:
        typer.echo(f"vpwijzer {__version__}")
        raise typer.Exit(FINE)
    if ctx.invoked_subcommand is not None:
        return None
    from vpwijzer.cli.start_talk import is_terminal, meet  # noqa: PLC0415 - start-up

    if is_terminal():
        return meet()
    typer.echo(ctx.get_help())
    return FINE


@command("intake", "Voer een gesprek als vertrouwenspersoon (VP).")
def intake(
    folder: Folder = None,
    organisation: File = None,
    bare: Bare = False,
    accessible: Lines = False,
    asks_all: AllQuestions = False,
) -> int:
    """Hold an intake from the adviser's seat."""
    from vpwijzer.cli.start_talk import hold_talk  # noqa: PLC0415 - start-up

    return hold_talk(
        "intake",
        folder,
        Choice(organisation, bare),
        accessible=accessible,
        asks_all=asks_all,
    )


@command("zelfcheck", "Kijk zelf welke weg bij je past.")
def self_check(
    folder: Folder = None,
    organisation: File = None,
    bare: Bare = False,
    accessible: Lines = False,
    asks_all: AllQuestions = False,
) -> int:
    """Hold a conversation from the employee's seat."""
    from vpwijzer.cli.start_talk import hold_talk  # noqa: PLC0415 - start-up

    return hold_talk(
        "zelfcheck",
        folder,
        Choice(organisation, bare),
        accessible=accessible,
        asks_all=asks_all,
    )


@command("hervat", "Ga verder met een gesprek, met de code op je papier.")
def resume(
    folder: Folder = None,
    organisation: File = None,
    bare: Bare = False,
    accessible: Lines = False,
) -> int:
    """Go on with a conversation from its code."""
    from vpwijzer.cli.start_talk import resume_talk  # noqa: PLC0415 - start-up

    return resume_talk(folder, Choice(organisation, bare), accessible=accessible)


@command("start", "Loop één boom, gekozen uit een lijst of bij naam.")
def start(
    tree: Annotated[
        str | None, typer.Argument(metavar="[BOOM]", help="De naam van een boom.")
    ] = None,
    seat: Annotated[
        SeatName,
        typer.Option(
            "--stoel",
            metavar="STOEL",
            help="vp, medewerker of trainer.",
            show_default=False,
        ),
    ] = SeatName.EMPLOYEE,
    folder: Folder = None,
    organisation: File = None,
    bare: Bare = False,
    accessible: Lines = False,
    asks_all: AllQuestions = False,
) -> int:
    """Walk any tree by itself."""
    from vpwijzer.cli.start_talk import walk_tree  # noqa: PLC0415 - start-up

    return walk_tree(
        tree,
        seat.name,
        folder,
        Choice(organisation, bare),
        accessible=accessible,
        asks_all=asks_all,
    )


@command("routes", "Toon alle routes, of één route helemaal.")
def routes(
    route: Id = None,
    folder: Folder = None,
    organisation: File = None,
    bare: Bare = False,
) -> int:
    """Show the catalogue of routes, or one of them."""
    from vpwijzer.cli.listing import show_routes  # noqa: PLC0415 - start-up

    show_routes(folder, Choice(organisation, bare), route)
    return FINE


@command("vergelijk", "Zet twee tot vier routes naast elkaar.")
def compare(
    names: Annotated[
        list[str],
        typer.Argument(metavar="ROUTE ROUTE...", help="De namen, uit de lijst."),
    ],
    folder: Folder = None,
    organisation: File = None,
    bare: Bare = False,
) -> int:
    """Lay routes side by side."""
    from vpwijzer.cli.listing import show_compared  # noqa: PLC0415 - start-up

    show_compared(folder, Choice(organisation, bare), names)
    return FINE


@command("bomen", "Toon alle bomen, of één boom met zijn vragen.")
def trees(tree: Id = None, folder: Folder = None) -> int:
    """Show the trees, or one of them."""
    from vpwijzer.cli.listing import show_trees  # noqa: PLC0415 - start-up

    show_trees(folder, tree)
    return FINE


@command("speel", "Speel een scenario of antwoordenbestand af.")
def play(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="BESTAND", help="Een YAML-bestand, of - voor standaardinvoer."
        ),
    ],
    rest: Annotated[
        Rest | None,
        typer.Option(
            "--rest", metavar="onbekend", help="Beantwoord de rest met 'weet ik niet'."
        ),
    ] = None,
    as_json: Json = False,
    talk_only: Annotated[
        bool,
        typer.Option("--gesprek", help="Toon de vragen en antwoorden zelf."),
    ] = False,
    show_all: Annotated[
        bool, typer.Option("--alles", help="Toon alle wegen, en waarom.")
    ] = False,
    svg: Annotated[
        Path | None,
        typer.Option("--svg", metavar="BESTAND", help="Bewaar het scherm als plaatje."),
    ] = None,
    folder: Folder = None,
    organisation: File = None,
    bare: Bare = False,
) -> int:
    """Replay answers from a file and print the outcome."""
    from vpwijzer.cli.play import play_file  # noqa: PLC0415 - start-up

    return play_file(
        file,
        folder,
        Choice(organisation, bare),
        rest_unknown=rest is not None,
        as_json=as_json,
        talk_only=talk_only,
        show_all=show_all,
        svg=svg,
    )


@command(
    "controleer",
    "Controleer de inhoud: een map, één bestand, of wat erbij hoort. "
    "Wat klopt, is bewezen over elk mogelijk gesprek.",
)
def check(
    path: Annotated[
        Path | None,
        typer.Argument(metavar="[MAP|BESTAND]", help="Wat je wilt controleren."),
    ] = None,
    as_json: Json = False,
    plain: Annotated[
        bool, typer.Option("--taal", help="Meet ook hoe gewoon de taal is.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--streng", help="Laat ook een waarschuwing code 1 geven.")
    ] = False,
    day: Annotated[
        str | None,
        typer.Option(
            "--datum", metavar="JJJJ-MM-DD", help="Controleer alsof het deze dag is."
        ),
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(
            "--verslag",
            metavar="BESTAND",
            help="Schrijf alles leesbaar op, in een .md- of .html-bestand.",
        ),
    ] = None,
    following: Annotated[
        bool,
        typer.Option("--volg", help="Controleer opnieuw zodra een bestand verandert."),
    ] = False,
    everything: Annotated[
        bool,
        typer.Option(
            "--alles", help="Toon alle bevindingen, ook als het er veel zijn."
        ),
    ] = False,
) -> int:
    """Check content and report every finding."""
    from vpwijzer.cli.check import check_and_report  # noqa: PLC0415 - start-up

    return check_and_report(
        path,
        day,
        as_json=as_json,
        plain=plain,
        strict=strict,
        report=report,
        following=following,
        everything=everything,
    )


@command("schema", "Toon of bewaar schema's, waarmee een editor helpt bij schrijven.")
def schema(
    kind: Annotated[
        str | None,
        typer.Argument(metavar="[SOORT]", help="Een soort bestand, uit de lijst."),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option("--naar", metavar="MAP", help="Schrijf ze als bestanden."),
    ] = None,
) -> int:
    """List the kinds of files, show the schema of one, or write them."""
    from vpwijzer.cli.schema import give_schemas  # noqa: PLC0415 - start-up

    give_schemas(kind, to)
    return FINE


@command("verschil", "Toon wat er verandert tussen twee versies van de inhoud.")
def change(
    old: Annotated[Path, typer.Argument(metavar="OUD", help="De map zoals die was.")],
    new: Annotated[Path, typer.Argument(metavar="NIEUW", help="De map zoals die is.")],
    strict: Annotated[
        bool, typer.Option("--streng", help="Stop met code 1 bij elk verschil.")
    ] = False,
) -> int:
    """Compare two folders over every possible conversation."""
    from vpwijzer.cli.change import report_change  # noqa: PLC0415 - start-up

    return report_change(old, new, strict=strict)


@command("pagina", "Maak het gesprek als één bestand, dat op elke telefoon werkt.")
def webpage(
    to: Annotated[
        Path | None,
        typer.Option("--naar", metavar="BESTAND", help="Schrijf de pagina hier."),
    ] = None,
    whole: Annotated[
        Path | None,
        typer.Option(
            "--controleer", metavar="BESTAND", help="Kijk of een pagina heel is."
        ),
    ] = None,
    seat: Annotated[
        SeatName,
        typer.Option(
            "--stoel",
            metavar="STOEL",
            help="vp, medewerker of trainer.",
            show_default=False,
        ),
    ] = SeatName.EMPLOYEE,
    tree: Annotated[
        str | None,
        typer.Option("--start", metavar="BOOM", help="Begin meteen met deze boom."),
    ] = None,
    folder: Folder = None,
    organisation: File = None,
    bare: Bare = False,
) -> int:
    """Write the page of one seat, or check one."""
    from vpwijzer.cli.webpage import check_page, write_page  # noqa: PLC0415 - start-up
    from vpwijzer.model import Seat  # noqa: PLC0415 - start-up

    if whole is not None:
        return check_page(whole)
    if to is None:
        from vpwijzer.cli.exits import UserError  # noqa: PLC0415 - start-up

        message = "noem met --naar het bestand dat je wilt maken"
        raise UserError(message)
    choice = Choice(organisation, bare)
    return write_page(to, Seat[seat.name], tree, folder, choice)


app.add_typer(organisation_app, name="organisatie")
