"""Which trees can be walked in one conversation."""

from vpwijzer.model import Library


def reachable(library: Library) -> set[str]:
    """Give the trees that some conversation comes to."""
    starts = [tree.id for tree in library.trees.values() if tree.can_start]
    return {name for start in starts for name in descendants(start, library)}


def descendants(tree: str, library: Library) -> set[str]:
    """Give a tree and every tree that may follow it."""
    found: set[str] = set()
    todo = [tree]
    while todo:
        name = todo.pop()
        if name not in found:
            found.add(name)
            todo += [follow_up.tree for follow_up in library.trees[name].follow_ups]
    return found


def ancestors(tree: str, library: Library) -> set[str]:
    """Give every other tree from which a tree may follow."""
    others = set(library.trees) - {tree}
    return {name for name in others if tree in descendants(name, library)}


def along(tree: str, library: Library) -> frozenset[str]:
    """Give the facts asked before or after a tree, whichever way it was reached."""
    return _facts(ancestors(tree, library) | descendants(tree, library), library)


def together(tree: str, library: Library) -> frozenset[str]:
    """Give the facts that can be known in a conversation that walks a tree."""
    above = ancestors(tree, library) | {tree}
    return _facts({name for a in above for name in descendants(a, library)}, library)


def _facts(trees: set[str], library: Library) -> frozenset[str]:
    questions = [q for name in trees for q in library.trees[name].questions]
    implied = {c.fact for q in questions for o in q.options for c in o.implies}
    return frozenset({question.id for question in questions} | implied)
