"""Whether every condition, and every clause in it, makes a difference somewhere."""

from collections.abc import Iterator, Mapping

from vpwijzer.proof.claims.site import Use
from vpwijzer.proof.claims.violation import Flaw, Words
from vpwijzer.proof.claims.weakened import idle
from vpwijzer.proof.space.conversations import World

NEVER: Mapping[str, Words] = {
    "caution": Words(
        "let-op-nooit",
        "deze waarschuwing staat nooit bij '{}': als zij geldt, valt de route af",
        "verander 'als', of haal de waarschuwing weg",
    ),
    "priority": Words(
        "voorrang-nooit",
        "'{}' staat nooit vooraan: als de voorrang geldt, valt de route af",
        "verander 'voorrang', of haal het weg",
    ),
    "meant": Words(
        "bij-uitstek-nooit",
        "'{}' is nooit juist voor dit geval: als dit geldt, valt de route af",
        "verander 'bij-uitstek', of haal het weg",
    ),
    "fits": Words(
        "past-bij-nooit",
        "'{}' past nooit bij deze wens: als de wens geldt, valt de route af",
        "verander 'past-bij', of haal het weg",
    ),
    "gevolg": Words(
        "gevolg-nooit",
        "dit gevolg van '{}' wordt in geen enkel gesprek getoond",
        "verander 'als', zet het hoger, of haal het weg",
    ),
    "regel": Words(
        "regel-nooit",
        "dit geldt bij '{}' in geen enkel gesprek",
        "verander 'als', of haal de regel weg",
    ),
    "klok": Words(
        "klok-nooit",
        "de klok '{}' loopt in geen enkel gesprek",
        "verander 'wanneer', of haal de klok weg",
    ),
    "begrip": Words(
        "begrip-nooit",
        "het begrip '{}' geldt in geen enkel gesprek",
        "verander 'wanneer', of haal het begrip weg",
    ),
}

IDLE = Words(
    "voorwaarde-zonder-gevolg",
    "deze voorwaarde op '{}' maakt in geen enkel gesprek iets uit",
    "haal haar weg, of kijk of er iets anders bedoeld is",
)

IDLE_VALUE = Words(
    "waarde-zonder-gevolg",
    "de waarde '{1}' bij '{0}' maakt hier in geen enkel gesprek iets uit",
    "haal de waarde weg, of kijk of er iets anders bedoeld is",
)


def check_use(world: World, use: Use) -> Iterator[Flaw]:
    """Report a condition that never does anything, or else what is idle in it."""
    both, possible = world.diagrams.both, world.possible
    if not possible(use.where):
        return
    if not possible(both(use.where, use.happens)):
        if use.kind in NEVER:
            yield NEVER[use.kind].at(use.at, use.owner)
        return

    def differ(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
        changes = map(world.diagrams.differ, one, other)
        return any(possible(both(use.where, change)) for change in changes)

    for clause, value in idle(use.condition, use.weigh, differ):
        words = IDLE_VALUE if value else IDLE
        yield words.at(clause.at, clause.fact, value)
