"""Two versions of random content: one with a few edits, or two of different authors."""

from collections.abc import Callable
from dataclasses import replace

from builders import AT, consequence, option
from random_faults import SmallDraft, small
from strategies import Dice, Shape

from vpwijzer.model import (
    UNKNOWN_VALUE,
    Caution,
    Clause,
    Condition,
    Library,
    Question,
    Route,
    Severity,
    Tree,
)


def edited(dice: Dice, old: Library) -> Library:
    new = old
    for _ in range(dice.number(1, 3)):
        new = tidy(dice.pick(EDITS)(dice, new))
    return new


def tidy(content: Library) -> Library:
    """Let no option fill what is not there any more."""
    offered = {
        q.id: {o.id for o in q.options} for t in trees(content) for q in t.questions
    }

    def kept(question: Question) -> Question:
        options = (
            replace(
                o,
                implies=tuple(
                    c for c in o.implies if c.values <= offered.get(c.fact, set())
                ),
            )
            for o in question.options
        )
        return replace(question, options=tuple(options))

    return with_trees(
        content,
        [replace(t, questions=tuple(map(kept, t.questions))) for t in trees(content)],
    )


def two_versions(dice: Dice) -> tuple[Library, Library]:
    old = small(dice)
    return old, small(dice) if dice.chance(4) else edited(dice, old)


def draft(dice: Dice, content: Library) -> SmallDraft:
    """Draw conditions that read what is in the content."""
    made = SmallDraft(dice, Shape())
    made.questions += {q.id: q for t in trees(content) for q in t.questions}.values()
    made.concepts += content.concepts.values()
    return made


def trees(content: Library) -> list[Tree]:
    return list(content.trees.values())


def with_trees(content: Library, made: list[Tree]) -> Library:
    return replace(content, trees={tree.id: tree for tree in made})


def on_question(
    dice: Dice, content: Library, edit: Callable[[Question], Question]
) -> Library:
    """Edit one question wherever it is asked, but for the condition it has there."""
    name = dice.pick([q.id for t in trees(content) for q in t.questions])
    made = {q.id: edit(q) for t in trees(content) for q in t.questions}
    return with_trees(
        content,
        [
            replace(
                tree,
                questions=tuple(
                    replace(made[q.id], condition=q.condition) if q.id == name else q
                    for q in tree.questions
                ),
            )
            for tree in trees(content)
        ],
    )


def on_tree(dice: Dice, content: Library, edit: Callable[[Tree], Tree]) -> Library:
    made = trees(content)
    at = dice.number(0, len(made) - 1)
    return with_trees(content, [*made[:at], edit(made[at]), *made[at + 1 :]])


def on_route(dice: Dice, content: Library, edit: Callable[[Route], Route]) -> Library:
    route = edit(dice.pick(list(content.routes.values())))
    return replace(content, routes={**content.routes, route.id: route})


def ask_on_condition(dice: Dice, content: Library) -> Library:
    made = draft(dice, content)

    def edit(tree: Tree) -> Tree:
        at = dice.number(0, len(tree.questions) - 1)
        one = replace(tree.questions[at], condition=made.condition())
        questions = (*tree.questions[:at], one, *tree.questions[at + 1 :])
        return replace(tree, questions=questions)

    return on_tree(dice, content, edit)


def more_options(dice: Dice, content: Library) -> Library:
    def edit(question: Question) -> Question:
        made = option(f"nieuw{len(question.options)}")
        return replace(question, options=(*question.options, made))

    return on_question(dice, content, edit)


def other_options(dice: Dice, content: Library) -> Library:
    last = dice.chance(2)

    def edit(question: Question) -> Question:
        kept = question.options[:1] if last else ()
        return replace(question, options=(*kept, option("ander"), option("derde")))

    return on_question(dice, content, edit)


def several(dice: Dice, content: Library) -> Library:
    return on_question(dice, content, lambda q: replace(q, several=not q.several))


def unknown(dice: Dice, content: Library) -> Library:
    return on_question(
        dice, content, lambda q: replace(q, unknown_allowed=not q.unknown_allowed)
    )


def fill(dice: Dice, content: Library) -> Library:
    """Let an option fill another fact, or stop it."""
    questions = [q for t in trees(content) for q in t.questions if not q.several]
    if not questions:
        return content
    target = dice.pick(questions)
    value = frozenset({dice.pick(target.options).id})

    def edit(question: Question) -> Question:
        first = question.options[0]
        stops = first.implies or question.id == target.id
        means = () if stops else (Clause(target.id, value, AT),)
        options = (replace(first, implies=means), *question.options[1:])
        return replace(question, options=options)

    return on_question(dice, content, edit)


def drop_question(dice: Dice, content: Library) -> Library:
    return on_tree(dice, content, lambda t: replace(t, questions=t.questions[1:]))


def turn_around(dice: Dice, content: Library) -> Library:
    return on_tree(dice, content, lambda t: replace(t, questions=t.questions[::-1]))


def other_order(dice: Dice, content: Library) -> Library:
    """Turn the trees around; what would follow an earlier tree follows no more."""
    del dice
    ahead = [tree.id for tree in trees(content)]
    made = []
    for tree in trees(content)[::-1]:
        ahead.remove(tree.id)
        kept = (each for each in tree.follow_ups if each.tree in ahead)
        made.append(replace(tree, follow_ups=tuple(kept)))
    return with_trees(content, made)


def new_question(dice: Dice, content: Library) -> Library:
    drawn = draft(dice, content)
    name = f"nieuw{len(drawn.questions)}"
    made = drawn.question(name)
    return on_tree(dice, content, lambda t: replace(t, questions=(*t.questions, made)))


def follow(dice: Dice, content: Library) -> Library:
    return on_tree(dice, content, lambda t: replace(t, follow_ups=t.follow_ups[1:]))


def start(dice: Dice, content: Library) -> Library:
    return on_tree(dice, content, lambda t: replace(t, can_start=not t.can_start))


def seat(dice: Dice, content: Library) -> Library:
    return on_tree(dice, content, lambda t: replace(t, adviser_only=not t.adviser_only))


def when(dice: Dice, content: Library) -> Library:
    made = draft(dice, content)
    return on_route(dice, content, lambda r: replace(r, condition=made.condition()))


def wish(dice: Dice, content: Library) -> Library:
    made = draft(dice, content)
    return on_route(dice, content, lambda r: replace(r, fits=made.items(2)))


def first(dice: Dice, content: Library) -> Library:
    made = draft(dice, content).condition(UNKNOWN_VALUE)
    return on_route(dice, content, lambda r: replace(r, priority=made))


def warn(dice: Dice, content: Library) -> Library:
    made = draft(dice, content)
    words = dice.pick(["let op", "pas op"])
    severity = dice.pick(list(Severity))
    caution = Caution(words, made.condition(UNKNOWN_VALUE), severity, AT)
    return on_route(
        dice, content, lambda r: replace(r, cautions=(*r.cautions[1:], caution))
    )


def effect(dice: Dice, content: Library) -> Library:
    condition: Condition = draft(dice, content).condition()
    made = replace(consequence("voortaan"), condition=condition)

    def edit(route: Route) -> Route:
        rest = route.consequences["regie"]
        return replace(route, consequences={"regie": (made, *rest)})

    return on_route(dice, content, edit)


def drop_route(dice: Dice, content: Library) -> Library:
    if len(content.routes) == 1 or content.clocks:
        return content
    gone = dice.pick(list(content.routes))
    kept = {name: r for name, r in content.routes.items() if name != gone}
    return replace(content, routes=kept)


def clock(dice: Dice, content: Library) -> Library:
    made = draft(dice, content)
    clocks = {
        name: replace(each, condition=made.condition())
        for name, each in content.clocks.items()
    }
    return replace(content, clocks=clocks)


def concept(dice: Dice, content: Library) -> Library:
    made = draft(dice, content)
    made.concepts.clear()
    concepts = {
        name: replace(each, condition=made.condition())
        for name, each in content.concepts.items()
    }
    return replace(content, concepts=concepts)


def reword(dice: Dice, content: Library) -> Library:
    return on_route(dice, content, lambda r: replace(r, summary=f"{r.summary}!"))


EDITS = (
    *(ask_on_condition, more_options, other_options, several, unknown, fill),
    *(drop_question, turn_around, other_order, new_question, follow, start, seat),
    *(when, wish, first, warn, effect, drop_route, clock, concept, reword),
)
