"""Whether every question and every tree is reached, and nothing is filled twice."""

from collections.abc import Iterator

from vpwijzer.model import Question, Tree
from vpwijzer.proof.claims.violation import Flaw, Words
from vpwijzer.proof.space.conversations import World
from vpwijzer.proof.space.symbolic_walk import Filled

UNREACHED = Words(
    "vraag-onbereikbaar",
    "geen gesprek komt bij de vraag '{}' in de boom '{}'",
    "verander de voorwaarde, of haal de vraag hier weg",
)
KNOWN = Words(
    "vraag-al-bekend",
    "het antwoord op '{}' is in de boom '{}' altijd al bekend",
    "haal de vraag hier weg, of zet hem waar het antwoord nog niet bekend is",
)
NEVER_FOLLOWS = Words(
    "vervolg-onbereikbaar",
    "geen gesprek gaat van '{}' door naar de boom '{}'",
    "verander de voorwaarde, of haal dit vervolg weg",
)
ONLY_UNSURE = Words(
    "voorwaarde-nooit",
    "de voorwaarde van '{}' geldt nooit: alleen na 'weet ik niet' kom je hier",
    "kijk of de voorwaarden samen kunnen gelden",
)
CLASH = Words(
    "betekent-botst",
    "'{}' vult '{}' in, maar daar kan al iets anders staan",
    "haal 'betekent' weg, of gebruik een begrip",
)


def check_question(world: World, tree: Tree, question: Question) -> Iterator[Flaw]:
    """Report a question that no conversation asks in this tree."""
    if not world.possible(world.base.walked[tree.id]):
        return
    moment = world.base.moments[tree.id, question.id]
    if not world.possible(moment.reached):
        yield UNREACHED.at(question.at, question.id, tree.id)
    elif not world.possible(moment.surely):
        yield ONLY_UNSURE.at(question.at, question.id, shown=moment.reached)
    elif not world.possible(moment.asked):
        yield KNOWN.at(question.at, question.id, tree.id, shown=moment.reached)


def check_follow_up(world: World, tree: Tree, number: int) -> Iterator[Flaw]:
    """Report a tree that never follows on this one."""
    follow_up = tree.follow_ups[number]
    here = world.base.follow_ups[tree.id, number]
    if not world.possible(world.base.walked[tree.id]):
        return
    if not world.possible(here):
        yield NEVER_FOLLOWS.at(follow_up.at, tree.id, follow_up.tree)
    elif not world.possible(world.base.surely[tree.id, number]):
        yield ONLY_UNSURE.at(follow_up.at, follow_up.tree, shown=here)


def check_filled(world: World, filled: Filled) -> Iterator[Flaw]:
    """Report an option that fills a fact which already has another answer."""
    if world.possible(filled.clashing):
        at, clause = filled.clause.at, filled.clause
        yield CLASH.at(at, filled.option.id, clause.fact, shown=filled.clashing)
