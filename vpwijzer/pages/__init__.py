"""Screens for people, made with rich; the only place that imports it."""

from rich.console import Console

from vpwijzer.document.painted import Run, painted
from vpwijzer.document.terminal import Page, make_console
from vpwijzer.pages.catalogue import routes_page, tree_page, trees_page
from vpwijzer.pages.closed import closed_page, is_help
from vpwijzer.pages.closing import closing_page
from vpwijzer.pages.compare import compare_page
from vpwijzer.pages.findings import findings_page
from vpwijzer.pages.outcome import numbered, outcome_page
from vpwijzer.pages.question import (
    explanation_page,
    help_page,
    priority_page,
    talk_page,
    what_if_page,
)
from vpwijzer.pages.readability import plain_page
from vpwijzer.pages.route import contact_line, route_page

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
