"""Whether every question matters: some two known answers lead to something else.

A question matters to a condition when two conversations exist that differ there,
know the same about everything else that decides it, and answered this question
differently, both knowing. It matters at all when it matters to something shown at
the end, to a tree that follows, or to a question that matters itself.
"""

from collections.abc import Iterator

from vpwijzer.model import Question
from vpwijzer.proof.bdd.exists import project
from vpwijzer.proof.claims.site import Use
from vpwijzer.proof.claims.sites import Uses
from vpwijzer.proof.claims.violation import Flaw, Words
from vpwijzer.proof.space.conversations import World

NO_MATTER = Words(
    "vraag-zonder-gevolg",
    "het antwoord op '{}' maakt in geen enkel gesprek iets uit",
    "haal de vraag weg, of laat een route of let-op ervan afhangen",
)


def check_questions(world: World, uses: Uses) -> Iterator[Flaw]:
    """Report the questions whose answer decides nothing."""
    mattering = _mattering(world, uses)
    seen: set[str] = set()
    for tree in world.library.trees.values():
        for question in tree.questions:
            asked = world.base.asked[question.id]
            fresh = question.id not in seen and question.id not in mattering
            seen.add(question.id)
            if fresh and world.possible(asked):
                yield NO_MATTER.at(question.at, question.id)


def _mattering(world: World, uses: Uses) -> set[str]:
    last = _readers(world, uses.of_outcome())
    asking = _readers(world, uses.of_asking())
    mattering = {
        fact
        for fact in world.alphabet.facts
        if any(decides(world, fact, use) for use in last.get(fact, []))
    }
    questions = world.library.questions
    growing = True
    while growing:
        more = {
            fact
            for fact in world.alphabet.facts
            if fact not in mattering
            and _leads_on(world, questions[fact], asking.get(fact, []), mattering)
        }
        mattering |= more
        growing = bool(more)
    return mattering


def _readers(world: World, uses: Iterator[Use]) -> dict[str, list[Use]]:
    readers: dict[str, list[Use]] = {}
    for use in uses:
        for fact in use.reads(world.library.concepts):
            readers.setdefault(fact, []).append(use)
    return readers


def _leads_on(
    world: World, question: Question, uses: list[Use], mattering: set[str]
) -> bool:
    filled = {c.fact for option in question.options for c in option.implies}
    if filled & mattering:
        return True
    return any(
        (use.kind == "vervolg" or use.owner in mattering)
        and decides(world, question.id, use)
        for use in uses
    )


def decides(world: World, fact: str, use: Use) -> bool:
    """Tell whether two known answers to a question make a difference to a use."""
    letters = world.alphabet.facts.get(fact)
    if letters is None:
        return False
    diagrams = world.diagrams
    known = diagrams.without(letters.asked, letters.more)
    others = _kept(world, use) & ~(1 << letters.cell)
    for part in use.weigh(use.condition):
        seen = diagrams.both(use.where, part)
        yes, no = diagrams.both(known, seen), diagrams.without(known, seen)
        cells = diagrams.cells[yes] | diagrams.cells[no] | others
        held = world.about(cells)
        with_yes = project(
            diagrams, [diagrams.both(each, yes) for each in held], others
        )
        if any(diagrams.meet(with_yes, diagrams.both(each, no)) for each in held):
            return True
    return False


def _kept(world: World, use: Use) -> int:
    reads = use.reads(world.library.concepts) & set(world.alphabet.facts)
    cells = (world.alphabet.tree_cells[t] for t in use.trees if not world.always(t))
    return world.cells_of(reads) | sum(1 << cell for cell in set(cells))
