"""What comes before the first question; stands apart because it is loaded first."""

from collections.abc import Callable

from vpwijzer.interview.keys import STOP, Stopped, go_on, one
from vpwijzer.interview.menu import Asker, Choice, Menu, Picked
from vpwijzer.interview.screens.common_keys import CommonKeys, with_common_keys
from vpwijzer.model import UNKNOWN, Answer, Facts, Library, Seat, Tree
from vpwijzer.pages.menu import NOTHING, opening_page


def hold(  # noqa: PLR0913 - each settles one thing of a conversation
    asker: Asker,
    library: Library,
    seat: Seat,
    tree: Tree | None = None,
    *,
    prefilled: Facts = NOTHING,
    asks_all: bool = False,
) -> None:
    """Open, and hold a conversation from a tree or from one that the person chooses."""
    known = read_opening(asker, library, seat, prefilled)
    if known is None:
        return
    tree = tree or choose_tree(asker, library, seat)
    if tree is None:
        return
    from vpwijzer.engine.walk import begin  # noqa: PLC0415 - start-up
    from vpwijzer.interview.conversation import Conversation  # noqa: PLC0415 - start-up

    walk = begin(library, tree.id, seat, known, asks_all=asks_all, prefilled=prefilled)
    Conversation(asker, library).run(walk)


def read_opening(
    asker: Asker, library: Library, seat: Seat, prefilled: Facts = NOTHING
) -> Facts | None:
    """Ask and show what comes beforehand; gives what is known, None when they stop."""
    opening = library.openings.get(seat)
    if opening is None:
        return {}
    asker = with_common_keys(asker, library)
    facts: dict[str, Answer] = {}
    for name in (each for each in opening.questions if each not in prefilled):
        from vpwijzer.interview.screens.questions import (  # noqa: PLC0415 - start-up
            answer_of,
            beforehand_menu,
        )

        reply = asker.choose(beforehand_menu(library.questions[name], seat))
        if not isinstance(reply, Picked):
            return None
        facts[name] = answer_of(reply.values)
    asker.show(opening_page(opening, library, {**prefilled, **facts}))
    try:
        go_on(asker, "Ga verder met de vragen")
    except Stopped:
        return None
    # Who sits here may not know what the other person does: it is asked once more.
    return {name: answer for name, answer in facts.items() if answer != UNKNOWN}


def choose_tree(asker: Asker, library: Library, seat: Seat) -> Tree | None:
    """Let a person choose where to begin, by subject; None when they stop."""
    trees = [
        tree
        for tree in library.trees.values()
        if tree.can_start and (not tree.adviser_only or seat is Seat.ADVISER)
    ]
    menu = Menu(
        "Waar gaat het over?",
        choices=tuple(Choice(tree.id, tree.subject) for tree in trees),
        commands={STOP: "stop"},
        clears=True,
    )
    reply = with_common_keys(asker, library).choose(menu)
    return library.trees[one(reply)] if isinstance(reply, Picked) else None


def choose_seat(asker: Asker, open_library: Callable[[], Library]) -> Seat | None:
    """Ask who is sitting here; None when they stop.

    Content is opened for help in danger only.
    """
    menu = Menu(
        "Wie zit hier?",
        choices=(
            Choice(Seat.EMPLOYEE.value, "Ik kijk voor mezelf welke weg bij me past"),
            Choice(Seat.ADVISER.value, "Ik ben vertrouwenspersoon (VP) in een gesprek"),
            Choice(Seat.TRAINER.value, "Ik ben trainer en laat zien hoe het werkt"),
        ),
        commands={STOP: "stop"},
        clears=True,
    )
    reply = CommonKeys(asker, open_library).choose(menu)
    return Seat(one(reply)) if isinstance(reply, Picked) else None
