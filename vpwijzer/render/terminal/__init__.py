"""Screens for people, made with rich; the only place that imports it."""

from rich.console import Console

from vpwijzer.render.terminal.catalogue import routes_page, tree_page, trees_page
from vpwijzer.render.terminal.closed import closed_page, is_help
from vpwijzer.render.terminal.closing import closing_page
from vpwijzer.render.terminal.compare import compare_page
from vpwijzer.render.terminal.findings import findings_page
from vpwijzer.render.terminal.outcome import numbered, outcome_page
from vpwijzer.render.terminal.painted import Run, painted
from vpwijzer.render.terminal.paper import Page, make_console
from vpwijzer.render.terminal.plain import plain_page
from vpwijzer.render.terminal.route import contact_line, route_page
from vpwijzer.render.terminal.talk import (
    explanation_page,
    help_page,
    priority_page,
    talk_page,
    what_if_page,
)

__all__ = [
    "Console",
    "Page",
    "Run",
    "closed_page",
    "closing_page",
    "compare_page",
    "contact_line",
    "explanation_page",
    "findings_page",
    "help_page",
    "is_help",
    "make_console",
    "numbered",
    "outcome_page",
    "painted",
    "plain_page",
    "priority_page",
    "route_page",
    "routes_page",
    "talk_page",
    "tree_page",
    "trees_page",
    "what_if_page",
]
