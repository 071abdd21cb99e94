"""The commands; each turns words on the command line into one call."""

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from vpwijzer import __version__
from vpwijzer.cli.content import check_content, on_disk, open_content, read_bytes
from vpwijzer.cli.dutch import SETTINGS, DutchCommand, DutchGroup, did_you_mean
from vpwijzer.cli.talk import first_tree, is_terminal, meet, talk
from vpwijzer.cli.trouble import (
    CONTENT_HAS_ERRORS,
    FINE,
    BrokenContentError,
    UserError,
)
from vpwijzer.finding import is_broken
from vpwijzer.loader import load_answers
from vpwijzer.model import Seat

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
    if not is_terminal():
        typer.echo(ctx.get_help())
        return FINE
    return meet(lambda: open_content(None).library)


@command("intake", "Voer een gesprek als vertrouwenspersoon (VP).")
def intake(
    folder: Folder = None, accessible: Lines = False, asks_all: AllQuestions = False
) -> int:
    """Hold an intake from the adviser's seat."""
    library = open_content(folder).library
    tree = first_tree(library)
    return talk(library, Seat.ADVISER, tree, accessible=accessible, asks_all=asks_all)


@command("zelfcheck", "Kijk zelf welke weg bij je past.")
def self_check(
    folder: Folder = None, accessible: Lines = False, asks_all: AllQuestions = False
) -> int:
    """Hold a conversation from the employee's seat."""
    library = open_content(folder).library
    tree = first_tree(library)
    return talk(library, Seat.EMPLOYEE, tree, accessible=accessible, asks_all=asks_all)


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
    accessible: Lines = False,
    asks_all: AllQuestions = False,
) -> int:
    """Walk any tree by itself."""
    library = open_content(folder).library
    if tree is None:
        return talk(library, Seat(seat.value), accessible=accessible, asks_all=asks_all)
    found = library.trees.get(tree)
    if found is None:
        near = did_you_mean(tree, list(library.trees))
        message = f"de boom '{tree}' bestaat niet{near or _see('bomen')}"
        raise UserError(message)
    as_seat = Seat.ADVISER if found.adviser_only else Seat(seat.value)
    return talk(library, as_seat, found, accessible=accessible, asks_all=asks_all)


def _see(listing: str) -> str:
    return f"; kijk in de lijst met 'vpwijzer {listing}'"


@command("routes", "Toon alle routes, of één route helemaal.")
def routes(route: Id = None, folder: Folder = None) -> int:
    """Show the catalogue of routes, or one of them."""
    from vpwijzer.cli.show import show_page  # noqa: PLC0415 - start-up
    from vpwijzer.render.terminal import route_page, routes_page  # noqa: PLC0415

    library = open_content(folder).library
    if route is None:
        show_page(routes_page(library))
    elif route in library.routes:
        show_page(route_page(library.routes[route], library))
    else:
        near = did_you_mean(route, list(library.routes)) or _see("routes")
        message = f"de route '{route}' bestaat niet{near}"
        raise UserError(message)
    return FINE


@command("vergelijk", "Zet twee tot vier routes naast elkaar.")
def compare(
    names: Annotated[
        list[str],
        typer.Argument(metavar="ROUTE ROUTE...", help="De namen, uit de lijst."),
    ],
    folder: Folder = None,
) -> int:
    """Lay routes side by side."""
    from vpwijzer.cli.compare import show_compared  # noqa: PLC0415 - start-up

    show_compared(open_content(folder).library, names)
    return FINE


@command("bomen", "Toon alle bomen, of één boom met zijn vragen.")
def trees(tree: Id = None, folder: Folder = None) -> int:
    """Show the trees, or one of them."""
    from vpwijzer.cli.show import show_page  # noqa: PLC0415 - start-up
    from vpwijzer.render.terminal import tree_page, trees_page  # noqa: PLC0415

    library = open_content(folder).library
    if tree is None:
        show_page(trees_page(library))
    elif tree in library.trees:
        show_page(tree_page(library.trees[tree], library))
    else:
        near = did_you_mean(tree, list(library.trees)) or _see("bomen")
        message = f"de boom '{tree}' bestaat niet{near}"
        raise UserError(message)
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
    svg: Annotated[
        Path | None,
        typer.Option("--svg", metavar="BESTAND", help="Bewaar het scherm als plaatje."),
    ] = None,
    folder: Folder = None,
) -> int:
    """Replay answers from a file and print the outcome."""
    from vpwijzer.cli.play import play_case  # noqa: PLC0415 - start-up

    loaded = open_content(folder)
    data = sys.stdin.buffer.read() if str(file) == "-" else read_bytes(file)
    name = "standaardinvoer" if str(file) == "-" else str(file)
    case, findings = load_answers(data, name, loaded)
    if is_broken(findings):
        raise BrokenContentError(findings)
    return play_case(
        loaded.library,
        case,
        rest_unknown=rest is not None or case.rest_unknown,
        as_json=as_json,
        talk_only=talk_only,
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
) -> int:
    """Check content and report every finding."""
    from vpwijzer.cli.check import report_check  # noqa: PLC0415 - start-up
    from vpwijzer.cli.plain import plain_findings, report_plain  # noqa: PLC0415

    def once() -> int:
        today = _day(day) if day else date.today()  # noqa: DTZ011 - the person's own day
        checked = check_content(path, today)
        if plain and not is_broken(checked.findings):
            more = plain_findings(checked.loaded.library)
            checked = replace(checked, findings=checked.findings + more)
            if not as_json:
                report_plain(checked.loaded.library)
        report_check(checked, as_json=as_json)
        if report is not None:
            write_report(report, checked, path, today, quiet=as_json)
        failed = bool(checked.findings) if strict else is_broken(checked.findings)
        return CONTENT_HAS_ERRORS if failed else FINE

    if report is not None:
        from vpwijzer.cli.report import check_place, write_report  # noqa: PLC0415

        check_place(report, path)
    if following:
        if as_json:
            message = "kies '--json' of '--volg', niet allebei"
            raise UserError(message)
        from vpwijzer.cli.follow import follow  # noqa: PLC0415 - start-up

        follow(on_disk(path), once)
    return once()


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


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        message = f"'{words}' is geen datum; schrijf bijvoorbeeld 2026-11-21"
        raise UserError(message) from error
