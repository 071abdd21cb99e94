"""Whether conversations end somewhere, and every route can apply and fall away.

That every route is decided once nobody said "weet ik niet" needs no check: only an
answer that may hold more makes a clause unknown, and "and", "or" and `tenzij` make
nothing unknown by themselves.
"""

from collections.abc import Iterator

from vpwijzer.engine.logic import clauses_in, questions_read
from vpwijzer.model import ALWAYS, Clause, Item, Route, Tree
from vpwijzer.model.finding import Severity
from vpwijzer.proof.claims.violation import Flaw, Words
from vpwijzer.proof.space.conversations import World
from vpwijzer.proof.space.symbolic_outcome import Rulings

NO_WAY = Words(
    "gesprek-zonder-weg",
    "een gesprek vanaf '{}' eindigt zonder weg die helpt",
    "zorg dat er dan een route past, niet afgeraden, uit een traject met 'hulp: ja'",
)
NEVER_APPLIES = Words(
    "route-past-nooit",
    "de route '{}' past in geen enkel gesprek",
    "verander 'wanneer' of 'tenzij', of haal de route weg",
)
EXCLUDES = Words(
    "wanneer-sluit-uit",
    "dit gaat nooit samen met een eerdere voorwaarde van '{}'",
    "zet ze samen onder 'een-van', of maak er twee routes van",
)
NEVER_FALLS = Words(
    "route-valt-nooit-af",
    "de route '{}' valt in geen enkel gesprek af",
    "haal de voorwaarden weg, of maak ze strenger",
)
NOT_ASKED = Words(
    "uitzondering-niet-gevraagd",
    "de route '{}' past ook als '{}' nooit is gevraagd",
    "stel de vraag ook op die weg, of zet de uitzondering bij 'wanneer'",
    Severity.WARNING,
)


def check_end(world: World, rulings: Rulings, tree: Tree) -> Iterator[Flaw]:
    """Report a start from which a conversation may end with nothing that helps."""
    diagrams, library = world.diagrams, world.library
    left = world.alphabet.starts[tree.id]
    helping = [
        route
        for route in library.routes.values()
        if (track := library.tracks.get(route.track)) and track.is_help
    ]
    always = [route for route in helping if route.condition == ALWAYS]
    rest = [route for route in helping if route.condition != ALWAYS]
    for group in (always, rest):  # what is always open often settles it
        for way in sorted(rulings.freely(route) for route in group):
            left = diagrams.without(left, way)
            if not world.possible(left):
                return
    if world.possible(left):
        yield NO_WAY.at(tree.at, tree.id, shown=left)


def check_route(world: World, rulings: Rulings, route: Route) -> Iterator[Flaw]:
    """Report a route that always or never stands open.

    A route falls away when it is closed, and also when it is not listed.
    """
    standing = rulings.route(route)
    if not world.possible(standing.walked):
        return
    if not world.possible(standing.applies):
        yield _never(world, rulings, route)
        return
    gone = world.diagrams.without(standing.walked, standing.visible)
    if route.condition != ALWAYS and not world.possible(gone):
        yield NEVER_FALLS.at(route.at, route.id)
    for item in route.condition.unless:
        yield from _check_exception(world, rulings, route, item)


def _never(world: World, rulings: Rulings, route: Route) -> Flaw:
    """Say why a route never applies, as precisely as can be."""
    diagrams = world.diagrams
    so_far = rulings.route(route).walked
    for item in route.condition.when:
        holds = rulings.scale.item(item).true
        together = diagrams.both(so_far, holds)
        alone = diagrams.both(rulings.route(route).walked, holds)
        if not world.possible(together) and world.possible(alone):
            return EXCLUDES.at(next(clauses_in([item])).at, route.id)
        so_far = together
    return NEVER_APPLIES.at(route.at, route.id)


def _check_exception(
    world: World, rulings: Rulings, route: Route, item: Item
) -> Iterator[Flaw]:
    """Report an exception that nobody asked after where the route applies."""
    diagrams, concepts = world.diagrams, world.library.concepts
    weight = rulings.scale.item(item)
    silent = diagrams.without(weight.unasked, weight.unknown)
    silent = diagrams.both(silent, rulings.route(route).applies)
    for clause in clauses_in([item]):
        shown = diagrams.both(silent, _unasked(rulings, clause))
        if world.possible(shown):
            fact = next(questions_read([clause], concepts), clause.fact)
            yield NOT_ASKED.at(clause.at, route.id, fact, shown=shown)
            return


def _unasked(rulings: Rulings, clause: Clause) -> int:
    weight = rulings.scale.item(clause)
    return rulings.diagrams.without(weight.unasked, weight.unknown)
