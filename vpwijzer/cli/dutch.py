"""Help and usage errors in Dutch; typer knows only English."""

import re
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from vpwijzer.cli.suggest import did_you_mean

NO_BRACES = str.maketrans("", "", "{}")
"""Typer puts braces around what must be there."""

UsageError: Any = typer.BadParameter.__base__
"""Typer exports its subclass only; older versions take it from click."""

HELP_NAMES = ["--hulp", "--help", "-h"]
HELP_COMMAND = "help"
SETTINGS = {"help_option_names": HELP_NAMES, "max_content_width": 80}


class DutchCommand(TyperCommand):
    """A command whose help is Dutch."""

    def get_help_option_names(self, _: Any) -> list[str]:
        """Give the names in one order; typer gives them in any."""
        return list(HELP_NAMES)

    def get_help_option(self, ctx: Any) -> Any:
        """Give the help option its Dutch text."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Toon deze uitleg."
        return option

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, what it does, arguments and options."""
        write_head(self, ctx, formatter)
        write_parameters(self, ctx, formatter)


class DutchGroup(TyperGroup):
    """The program itself, with Dutch help and its commands in the order written."""

    def get_help_option_names(self, _: Any) -> list[str]:
        """Give the names in one order; typer gives them in any."""
        return list(HELP_NAMES)

    def get_help_option(self, ctx: Any) -> Any:
        """Give the help option its Dutch text."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Toon deze uitleg."
        return option

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write usage, what it does, commands and options."""
        write_head(self, ctx, formatter)
        commands = [(n, self.get_command(ctx, n)) for n in self.list_commands(ctx)]
        rows = [(n, c.get_short_help_str(70)) for n, c in commands if c is not None]
        if ctx.parent is None:
            rows.append((HELP_COMMAND, "Toon deze uitleg, of die van één opdracht."))
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)
        write_parameters(self, ctx, formatter)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Find a command, or say in Dutch that there is none."""
        if args and self.get_command(ctx, args[0]) is None and args[0][:1] != "-":
            known = [*self.list_commands(ctx), HELP_COMMAND]
            message = f"de opdracht '{args[0]}' bestaat niet"
            raise UsageError(message + did_you_mean(args[0], known))
        return super().resolve_command(ctx, args)


def write_head(command: Any, ctx: Any, formatter: Any) -> None:
    """Write the usage line and what the command does."""
    pieces = " ".join(command.collect_usage_pieces(ctx)).translate(NO_BRACES)
    formatter.write_usage(ctx.command_path, pieces, prefix="Gebruik: ")
    formatter.write_paragraph()
    with formatter.indentation():
        formatter.write_text(command.help or "")


def write_parameters(command: Any, ctx: Any, formatter: Any) -> None:
    """Write what may be given on the command line."""
    titles = {"argument": "Argumenten", "option": "Opties"}
    for kind, title in titles.items():
        params = [p for p in command.get_params(ctx) if p.param_type_name == kind]
        records = [p.get_help_record(ctx) for p in params if not p.hidden]
        rows = [(name, text.replace("  [required]", "")) for name, text in records]
        if rows:
            with formatter.section(title):
                formatter.write_dl(rows)


def usage_message(error: Any) -> str:
    """Say in Dutch what is wrong with a command line."""
    name = type(error).__name__
    if name == "NoSuchOption":
        near = did_you_mean(error.option_name, list(error.possibilities or []))
        return f"de optie '{error.option_name}' bestaat niet{near}"
    if name == "MissingParameter":
        return f"hier hoort nog {_param(error)} bij"
    if name == "BadOptionUsage":
        if "requires" in error.message:
            return f"bij de optie '{error.option_name}' hoort nog een waarde"
        return f"bij de optie '{error.option_name}' hoort geen waarde"
    if name == "BadParameter":
        return f"de waarde bij {_param(error)} kan niet{_choices(error)}"
    extra = re.search(r"unexpected extra argument.* \((.*)\)", error.message)
    return f"dit hoort er niet bij: {extra[1]}" if extra else error.message


def _param(error: Any) -> str:
    param = error.param
    if param is None:
        return "een waarde"
    if param.param_type_name == "argument":
        return str(param.metavar or param.name).upper()
    return f"de optie '{max(param.opts, key=len)}'"


def _choices(error: Any) -> str:
    choices = getattr(getattr(error.param, "type", None), "choices", None)
    return f"; kies uit: {', '.join(map(str, choices))}" if choices else ""
