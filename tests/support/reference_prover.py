"""Holds every conversation one by one; the slow witness beside the prover."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from itertools import chain, combinations
from typing import TypeAlias

from vpwijzer.checks.guarantee import concerns, is_kept, selected
from vpwijzer.engine.logic import (
    Truth,
    View,
    any_of,
    clauses_in,
    holds,
    is_in_play,
    questions_read,
    weigh,
)
from vpwijzer.engine.outcome import Outcome, decide
from vpwijzer.engine.replay import Progress, Setting, replay
from vpwijzer.engine.ruling import Ruling, Verdict, effect, rule
from vpwijzer.engine.walk import Walk, offered_trees, seated
from vpwijzer.model import (
    ALWAYS,
    UNKNOWN,
    Answer,
    Asked,
    Caution,
    Clause,
    Condition,
    Consequence,
    ContactLink,
    Facts,
    Guarantee,
    Item,
    Library,
    Line,
    Promise,
    Question,
    Route,
    Seat,
    Selector,
    Tree,
)
from vpwijzer.model.position import Position

Place: TypeAlias = tuple[str, Position]
"""The code of a finding and where it stands."""

Cost: TypeAlias = tuple[int, int, int]
"""How many questions, how far from plain answers, how far down the lists."""


@dataclass(frozen=True)
class Then:
    """What was known when a question came up in a tree that was walked."""

    facts: Facts
    reached: bool
    surely: bool
    asked: bool


@dataclass(frozen=True)
class Held:
    """One conversation that was held to its end."""

    setting: Setting
    progress: Progress
    then: Mapping[tuple[str, str], Then]
    ends: Mapping[str, Facts]
    queued: Mapping[tuple[str, int], bool]
    clashes: frozenset[Position]

    @property
    def view(self) -> View:
        return View(self.progress.facts, self.setting.library.concepts, over=True)

    @property
    def answers(self) -> dict[str, Answer]:
        return {name: self.progress.facts[name] for name in self.progress.asked}

    @property
    def knows_nothing(self) -> bool:
        questions = {
            question.id: question
            for tree in self.setting.library.trees.values()
            for question in tree.questions
        }
        return all(
            given == UNKNOWN or not questions[name].unknown_allowed
            for name, given in self.answers.items()
        )

    @property
    def cost(self) -> Cost:
        return cost_of(self.setting.library, self.answers.items())

    @property
    def walk(self) -> Walk:
        return Walk(self.setting, self.answers, self.progress)

    def rulings(self) -> dict[str, Ruling]:
        library, walked = self.setting.library, self.progress.walked
        return {
            name: rule(route, self.view, walked)
            for name, route in library.routes.items()
            if set(route.trees) & set(walked) and is_in_play(route.condition, self.view)
        }

    def outcome(self) -> Outcome:
        return decide(self.walk)


def cost_of(library: Library, given: Iterable[tuple[str, Answer]]) -> Cost:
    """Say how small some answers are: how many, how plain, how far down their lists.

    Where an answer may come without a question, only "weet ik niet" tells.
    """
    answers, filled = list(given), filled_facts(library)
    questions = {q.id: q for t in library.trees.values() for q in t.questions}
    plain = sum(
        each.more if name in filled else len(each.options) + 2 * each.more
        for name, each in answers
    )
    places = (
        [o.id for o in questions[name].options].index(option)
        for name, each in answers
        if name not in filled
        for option in each.options
    )
    return len(answers), plain, sum(places)


def filled_facts(library: Library) -> set[str]:
    """Give what an option or a seat may fill."""
    questions = [q for t in library.trees.values() for q in t.questions]
    options = [(q.id, o) for q in questions for o in q.options]
    seated = {name for name, option in options if option.seat is not None}
    return seated | {c.fact for _, option in options for c in option.implies}


def answers_to(question: Question) -> Iterator[Answer]:
    """Give every answer that a question offers."""
    if question.unknown_allowed:
        yield UNKNOWN
    if not question.several:
        yield from (Answer(frozenset({o.id})) for o in question.options)
        return
    yield from (Answer(frozenset({o.id})) for o in question.options if o.alone)
    rest = [o.id for o in question.options if not o.alone]
    for size in range(1, len(rest) + 1):
        for chosen in combinations(rest, size):
            yield Answer(frozenset(chosen))
            if question.unknown_allowed:
                yield Answer(frozenset(chosen), more=True)


def settings(library: Library) -> Iterator[Setting]:
    for tree in library.trees.values():
        if tree.can_start:
            for seat in Seat:
                yield Setting(library, tree.id, seat, seated(library, seat))


def every_conversation(library: Library) -> Iterator[Held]:
    for setting in settings(library):
        todo: list[dict[str, Answer]] = [{}]
        while todo:
            answers = todo.pop()
            progress = replay(setting, answers)
            if progress.current is None:
                yield relive(setting, progress)
            else:
                name = progress.current.id
                todo += [{**answers, name: a} for a in answers_to(progress.current)]


def relive(setting: Setting, progress: Progress) -> Held:
    """Go through a conversation once more, noting what was known when."""
    library, concepts = setting.library, setting.library.concepts
    facts = dict(setting.known)
    then: dict[tuple[str, str], Then] = {}
    ends: dict[str, Facts] = {}
    queued: dict[tuple[str, int], bool] = {}
    clashes: set[Position] = set()
    for name in progress.walked:
        tree = library.trees[name]
        for question in tree.questions:
            view = View(dict(facts), concepts, over=True)
            truth = holds(question.condition, view)
            reached, surely = truth is not Truth.FALSE, truth is Truth.TRUE
            asked = reached and question.id not in facts
            then[name, question.id] = Then(view.facts, reached, surely, asked)
            if asked:
                facts[question.id] = progress.facts[question.id]
            given = facts.get(question.id, UNKNOWN)
            for option in question.options:
                for clause in option.implies if option.id in given.options else ():
                    meant = Answer(clause.values)
                    if facts.setdefault(clause.fact, meant) != meant:
                        clashes.add(clause.at)
        ends[name] = dict(facts)
        view = View(ends[name], concepts, over=True)
        for number, each in enumerate(tree.follow_ups):
            vp_only = library.trees[each.tree].adviser_only
            queued[name, number] = (
                not vp_only or setting.seat is Seat.ADVISER
            ) and holds(each.condition, view) is Truth.TRUE
    assert facts == progress.facts
    return Held(setting, progress, then, ends, queued, frozenset(clashes))


Test: TypeAlias = Callable[[Held], bool]


@dataclass(frozen=True)
class Use:
    kind: str
    owner: str
    at: Position
    condition: Condition
    where: Test
    happens: Test
    seen: Callable[[Held, Condition], tuple[bool, ...]]
    tells: tuple[Item, ...] = ()
    trees: tuple[str, ...] = ()


def both(condition: Condition) -> tuple[Item, ...]:
    return condition.when + condition.unless


def exact(held: Held, condition: Condition) -> tuple[bool, ...]:
    truth = holds(condition, held.view)
    if not is_in_play(condition, held.view):
        truth = Truth.NEVER_ASKED
    return tuple(truth >= step for step in list(Truth)[:0:-1])


def true_or_possible(held: Held, condition: Condition) -> tuple[bool, ...]:
    truth = holds(condition, held.view)
    return truth is Truth.TRUE, truth >= Truth.UNKNOWN


def only_true(held: Held, condition: Condition) -> tuple[bool, ...]:
    return (holds(condition, held.view) is Truth.TRUE,)


def fits(held: Held, condition: Condition) -> tuple[bool, ...]:
    return (any_of(condition.unless, held.view) is not Truth.TRUE,)


def has_one(items: tuple[Item, ...], held: Held) -> bool:
    return any_of(items, held.view) is Truth.TRUE


def is_true(condition: Condition) -> Test:
    return lambda held: holds(condition, held.view) is Truth.TRUE


def walks(trees: tuple[str, ...]) -> Test:
    return lambda held: bool(set(trees) & set(held.progress.walked))


def is_visible(route: Route) -> Test:
    def check(held: Held) -> bool:
        truth = holds(route.condition, held.view)
        return walks(route.trees)(held) and truth >= Truth.UNKNOWN

    return check


def place(items: tuple[Item, ...], otherwise: Position) -> Position:
    return next((clause.at for clause in clauses_in(items)), otherwise)


def ranking(route: Route) -> Iterator[tuple[str, tuple[Item, ...]]]:
    if route.meant_for:
        yield "bij-uitstek", route.meant_for
    if route.fits:
        yield "past-bij", route.fits


def route_uses(route: Route) -> Iterator[Use]:
    own, name, trees = route.condition, route.id, route.trees
    yield Use(
        "route", name, route.at, own, walks(trees), is_true(own), exact, (), trees
    )
    visible, tells = is_visible(route), both(own)

    def on(kind: str, condition: Condition, seen: object) -> Use:
        assert callable(seen)
        happens = is_true(condition)
        at = place(both(condition), route.at)
        return Use(kind, name, at, condition, visible, happens, seen, tells, trees)

    if route.priority is not None:
        yield on("voorrang", route.priority, only_true)
    for kind, items in ranking(route):
        made = on(kind, Condition(unless=items), fits)
        yield replace(made, happens=partial(has_one, items))
    for options in route.consequences.values():
        yield from effect_uses(route, options)
    for each in route.cautions:
        yield on("let-op", each.condition, true_or_possible)
    lines: list[Line | ContactLink] = [*route.contacts, *route.steps]
    for line in (*lines, *route.adviser_does, *route.adviser_does_not):
        if line.condition != ALWAYS:
            yield on("regel", line.condition, true_or_possible)


def read(option: Consequence) -> tuple[str, str]:
    return option.level, option.text


def effect_uses(route: Route, options: tuple[Consequence, ...]) -> Iterator[Use]:
    visible, tells = is_visible(route), both(route.condition)
    for number, option in enumerate(options):
        after = options[number + 1 :]

        def seen(
            held: Held,
            condition: Condition,
            number: int = number,
            option: Consequence = option,
        ) -> tuple[bool, ...]:
            now = replace(option, condition=condition)
            said = effect((*options[:number], now, *options[number + 1 :]), held.view)
            return (read(said.consequence) == read(option),)

        def chosen(held: Held, option: object = option) -> bool:
            return effect(options, held.view).consequence is option

        instead: tuple[Item, ...] = ()
        if any(read(each) == read(option) for each in after):
            instead = tuple(i for each in after for i in both(each.condition))
        yield Use(
            "gevolg",
            route.id,
            place(both(option.condition), option.at),
            option.condition,
            visible,
            chosen,
            seen,
            (*tells, *instead),
            route.trees,
        )
        tells = (*tells, *both(option.condition))


def asking_uses(library: Library) -> Iterator[Use]:
    for tree in library.trees.values():
        for question in tree.questions:
            yield question_use(tree, question)
        for number in range(len(tree.follow_ups)):
            yield follow_use(library, tree, number)


def question_use(tree: Tree, question: Question) -> Use:
    key = (tree.id, question.id)

    def where(held: Held) -> bool:
        return key in held.then and question.id not in held.then[key].facts

    def seen(held: Held, condition: Condition) -> tuple[bool, ...]:
        if key not in held.then:
            return (False,)
        view = View(held.then[key].facts, held.setting.library.concepts, over=True)
        return (holds(condition, view) is not Truth.FALSE,)

    return Use(
        "vraag",
        question.id,
        question.at,
        question.condition,
        where,
        lambda held: key in held.then and held.then[key].surely,
        seen,
        trees=(tree.id,),
    )


def follow_use(library: Library, tree: Tree, number: int) -> Use:
    follow_up = tree.follow_ups[number]
    target = library.trees[follow_up.tree]

    def walked(held: Held) -> bool:
        seat = not target.adviser_only or held.setting.seat is Seat.ADVISER
        return tree.id in held.progress.walked and seat

    def where(held: Held) -> bool:
        others = (
            library.trees[name].follow_ups[at].tree == target.id
            for (name, at), queued in held.queued.items()
            if queued and (name, at) != (tree.id, number)
        )
        return walked(held) and held.setting.start != target.id and not any(others)

    def surely(held: Held) -> bool:
        view = View(held.ends.get(tree.id, {}), library.concepts, over=True)
        truth = holds(follow_up.condition, view)
        return tree.id in held.ends and truth is Truth.TRUE

    def seen(held: Held, condition: Condition) -> tuple[bool, ...]:
        facts = held.ends.get(tree.id, {})
        view = View(facts, library.concepts, over=True)
        return (holds(condition, view) is Truth.TRUE,)

    return Use(
        "vervolg",
        target.id,
        place(both(follow_up.condition), follow_up.at),
        follow_up.condition,
        where,
        surely,
        seen,
        trees=(tree.id,),
    )


def outcome_uses(library: Library) -> Iterator[Use]:
    for route in library.routes.values():
        yield from route_uses(route)
    for clock in library.clocks.values():
        trees = tuple(t for name in clock.routes for t in library.routes[name].trees)
        yield Use(
            "klok",
            clock.id,
            clock.at,
            clock.condition,
            walks(trees),
            is_true(clock.condition),
            true_or_possible,
            trees=trees,
        )


def concept_uses(library: Library) -> Iterator[Use]:
    for each in library.concepts.values():
        own = each.condition
        always = lambda held: True  # noqa: E731, ARG005 - a test that always holds
        yield Use("begrip", each.id, each.at, own, always, is_true(own), exact)


Shown: TypeAlias = dict[Place, list[Held] | None]
NEVER = (
    *("let-op", "voorrang", "bij-uitstek", "past-bij", "gevolg", "regel", "klok"),
    "begrip",
)


def guarantee_use(each: Guarantee) -> Use:
    return Use(
        "waarborg",
        each.id,
        each.at,
        each.condition,
        lambda held: set(each.trees) <= set(held.progress.walked),
        is_true(each.condition),
        only_true,
        trees=each.trees,
    )


CHOICES = (Promise.ONE_APPLIES, Promise.ONE_APPLIES_FREELY, Promise.ONE_VISIBLE)


def is_followed(promise: Asked, held: Held) -> bool:
    """Tell whether that comes for which a question must be asked."""
    if promise.before_route:
        ruling = held.rulings().get(promise.before_route)
        if ruling is None or ruling.verdict is Verdict.CLOSED:
            return False
    return promise.before_question in {"", *held.progress.facts}


def spoken_of(promise: Promise, selector: Selector, held: Held) -> set[str]:
    """Give the routes about which something is promised in a conversation."""
    rulings = held.rulings()

    def is_about(name: str) -> bool:
        ruling = rulings.get(name)
        if promise in (Promise.WARNED, Promise.AGAINST, Promise.ONE_VISIBLE):
            return ruling is not None and ruling.verdict is not Verdict.CLOSED
        if promise is Promise.NEVER_TOGETHER or promise in CHOICES:
            free = promise is not Promise.ONE_APPLIES_FREELY
            applies = ruling is not None and ruling.verdict is Verdict.APPLIES
            return applies and (free or not rulings[name].advised_against)
        return True

    return {name for name in selected(selector, rulings) if is_about(name)}


def different(held: Held) -> tuple[str, object, object]:
    """Give what makes a conversation another one: who holds the keyboard does not."""
    facts = frozenset(held.progress.facts.items())
    return held.setting.start, held.progress.walked, facts


class ReferenceProver:
    """Everything that is wrong, by looking at every conversation."""

    def __init__(self, library: Library, most: int) -> None:
        self.library = library
        self.all: list[Held] = []
        for held in every_conversation(library):
            self.all.append(held)
            if len(self.all) > most:
                raise OverflowError
        self.found: Shown = {}

    def counts(self) -> dict[str, int]:
        return Counter(start for start, *_ in {different(held) for held in self.all})

    def longest(self) -> dict[str, int]:
        """Give the most questions per start before those that only refine."""
        questions, found = self.library.questions, Counter[str]()
        for held in self.all:
            asked = [name for name in held.answers if not questions[name].refines]
            rest = held.answers.keys() - set(asked)
            if all(held.answers[name] == UNKNOWN for name in rest):
                start = held.setting.start
                found[start] = max(found[start], len(asked))
        return found

    def shares(self) -> dict[str, Fraction]:
        """Give in what part of all different conversations each route applies."""
        total = len({different(held) for held in self.all})
        applying: dict[str, set[object]] = {name: set() for name in self.library.routes}
        for held in self.all:
            for name, ruling in held.rulings().items():
                if ruling.verdict is Verdict.APPLIES:
                    applying[name].add(different(held))
        return {name: Fraction(len(each), total) for name, each in applying.items()}

    def add(self, code: str, at: Position, shown: list[Held] | None = None) -> None:
        self.found[code, at] = shown

    def some(self, test: Test) -> list[Held]:
        return [held for held in self.all if test(held)]

    def check(self) -> Shown:
        for tree in self.library.trees.values():
            self.asking(tree)
            if tree.can_start:
                self.end(tree)
        for route in self.library.routes.values():
            self.route(route)
        routes = {name: self.lean(r) for name, r in self.library.routes.items()}
        for use in (
            *asking_uses(self.library),
            *outcome_uses(replace(self.library, routes=routes)),
            *concept_uses(self.library),
        ):
            self.use(use)
        self.questions()
        self.guarantees()
        self.unsure()
        for seat in (Seat.EMPLOYEE, Seat.ADVISER):
            self.seat(seat)
        return self.found

    def asking(self, tree: Tree) -> None:
        if not self.some(walks((tree.id,))):
            return
        for question in tree.questions:
            self.asked(tree, question)
            for clause in (c for o in question.options for c in o.implies):
                clashing = [h for h in self.all if clause.at in h.clashes]
                if clashing:
                    self.add("betekent-botst", clause.at, clashing)
        for number, each in enumerate(tree.follow_ups):
            key = (tree.id, number)
            queued = [held for held in self.all if held.queued.get(key, False)]
            if not queued:
                self.add("vervolg-onbereikbaar", each.at)

    def asked(self, tree: Tree, question: Question) -> None:
        then = [(h, h.then.get((tree.id, question.id))) for h in self.all]
        reached = [held for held, now in then if now and now.reached]
        if not reached:
            self.add("vraag-onbereikbaar", question.at)
        elif not any(now and now.surely for _, now in then):
            self.add("voorwaarde-nooit", question.at, reached)
        elif not any(now and now.asked for _, now in then):
            self.add("vraag-al-bekend", question.at, reached)

    def end(self, tree: Tree) -> None:
        def ends_badly(held: Held) -> bool:
            return held.setting.start == tree.id and not any(
                self.library.tracks[ruling.route.track].is_help
                and ruling.verdict is Verdict.APPLIES
                and not ruling.advised_against
                for ruling in held.rulings().values()
            )

        shown = self.some(ends_badly)
        if shown:
            self.add("gesprek-zonder-weg", tree.at, shown)

    def route(self, route: Route) -> None:
        walked = self.some(walks(route.trees))
        if not walked:
            return
        own = route.condition
        applying = [held for held in walked if is_true(own)(held)]
        if not applying:
            self.never(route, walked)
            return
        gone = any(not is_visible(route)(held) for held in walked)
        if own != ALWAYS and not gone:
            self.add("route-valt-nooit-af", route.at)
        for item in own.unless:
            self.exception(item, applying)
        self.heavy(route, [held for held in applying if held.knows_nothing])

    def never(self, route: Route, walked: list[Held]) -> None:
        left = walked
        for item in route.condition.when:
            true = any(weigh(item, h.view) is Truth.TRUE for h in walked)
            left = [held for held in left if weigh(item, held.view) is Truth.TRUE]
            if true and not left:
                self.add("wanneer-sluit-uit", place((item,), route.at))
                return
        self.add("route-past-nooit", route.at)

    def exception(self, item: Item, applying: list[Held]) -> None:
        silent = [h for h in applying if weigh(item, h.view) is Truth.NEVER_ASKED]
        for clause in clauses_in([item]):
            shown = [h for h in silent if weigh(clause, h.view) is Truth.NEVER_ASKED]
            if shown:
                self.add("uitzondering-niet-gevraagd", clause.at, shown)
                return

    def heavy(self, route: Route, applying: list[Held]) -> None:
        for aspect in self.library.aspects.values():
            for option in route.consequences.get(aspect.id, ()):
                shown = [
                    held
                    for held in applying
                    if effect(route.consequences[aspect.id], held.view).consequence
                    is option
                ]
                if shown and option.level in aspect.needs_answer:
                    self.add("past-zonder-antwoord", option.at, shown)

    def lean(self, route: Route) -> Route:
        """Report what is said twice, and take it out."""
        here = self.some(is_visible(route))
        cautions = list(route.cautions)
        for each in reversed(route.cautions):
            fewer = [c for c in cautions if c is not each]
            if self.sure(here, each.condition) and all(
                warnings(cautions, h) == warnings(fewer, h) for h in here
            ):
                self.add("dubbel-gezegd", place(both(each.condition), each.at))
                cautions = fewer
        effects = {}
        for aspect, options in route.consequences.items():
            left = list(options)
            kept = list(options)
            for option in options[-2::-1]:
                rest = [each for each in kept if each is not option]
                chosen = [h for h in here if outcome_of(kept, h) is option]
                if all(read(outcome_of(rest, h)) == read(option) for h in chosen):
                    kept = rest
                    if chosen:
                        at = place(both(option.condition), option.at)
                        self.add("dubbel-gezegd", at)
                        left = [each for each in left if each is not option]
            effects[aspect] = tuple(left)
        return replace(route, cautions=tuple(cautions), consequences=effects)

    def sure(self, here: list[Held], condition: Condition) -> bool:
        return any(is_true(condition)(held) for held in here)

    def use(self, use: Use) -> None:
        here = self.some(use.where)
        if not here:
            return
        if not any(use.happens(held) for held in here):
            if use.kind in NEVER:
                self.add(f"{use.kind}-nooit", use.at)
            return
        condition = use.condition
        out: list[Path] = []
        for path, clause in reversed(list(paths(condition, groups=True))):
            if any(path[: len(whole)] == whole for whole in out):
                continue
            smaller = cut(condition, path)
            if all(use.seen(h, condition) == use.seen(h, smaller) for h in here):
                self.add("voorwaarde-zonder-gevolg", clause.at)
                condition = smaller
                out.append(path)
        self.values(use, condition, here)

    def values(self, use: Use, condition: Condition, here: list[Held]) -> None:
        for path, clause in reversed(list(paths(condition))):
            left = clause
            for value in sorted(clause.values):
                fewer = replace(left, values=left.values - {value})
                smaller = cut(condition, path, fewer)
                same = (use.seen(h, condition) == use.seen(h, smaller) for h in here)
                if fewer.values and all(same):
                    self.add("waarde-zonder-gevolg", clause.at)
                    condition, left = smaller, fewer

    def questions(self) -> None:
        names = list(dict.fromkeys(q.id for q in self.each_question()))
        ending, asking = (
            list(outcome_uses(self.library)),
            list(asking_uses(self.library)),
        )
        good = {n for n in names if any(self.decides(n, use) for use in ending)}
        growing = True
        while growing:
            more = {n for n in names if n not in good and self.leads(n, asking, good)}
            good |= more
            growing = bool(more)
        for question in self.each_question():
            name = question.id
            if name in names:
                names.remove(name)
                if name not in good and self.some(lambda h, n=name: n in h.answers):  # type: ignore[misc] # binds now
                    self.add("vraag-zonder-gevolg", question.at)

    def each_question(self) -> Iterator[Question]:
        return chain.from_iterable(t.questions for t in self.library.trees.values())

    def leads(self, name: str, asking: list[Use], good: set[str]) -> bool:
        question = [q for q in self.each_question() if q.id == name][-1]
        if any(c.fact in good for o in question.options for c in o.implies):
            return True
        return any(
            self.decides(name, use)
            for use in asking
            if use.kind == "vervolg" or use.owner in good
        )

    def decides(self, name: str, use: Use) -> bool:
        items = (*both(use.condition), *use.tells)
        reads = sorted(set(questions_read(items, self.library.concepts)))
        if name not in reads:
            return False
        known = [h for h in self.all if name in h.answers and not h.answers[name].more]
        reads.remove(name)
        seen: dict[tuple[object, int], set[bool]] = {}
        for held in known:
            facts = tuple(
                (held.progress.facts.get(f), f in held.answers) for f in reads
            )
            trees = tuple(t in held.progress.walked for t in use.trees)
            where = use.where(held)
            for number, part in enumerate(use.seen(held, use.condition)):
                seen.setdefault(((facts, trees), number), set()).add(where and part)
        return any(len(each) > 1 for each in seen.values())

    def guarantees(self) -> None:
        for each in self.library.guarantees.values():
            about = self.some(lambda h, g=each: concerns(g, h.walk))  # type: ignore[misc] # binds now
            if not self.promises(each, about):
                self.add("waarborg-nooit-aan-de-orde", each.at)
                continue
            broken = [h for h in about if not is_kept(each, h.walk, h.outcome())]
            if broken:
                self.add("waarborg-geschonden", each.at, broken)
            elif not isinstance(each.promise, Asked):
                promise, selector = each.promise
                spoken = self.spoken(promise, selector, about)
                first = {r.route.id for h in about for r in h.outcome().first}
                silent = {*selector.routes} - spoken | {*selector.after} - first
                for name in silent:
                    self.add("waarborg-zonder-route", selector.places[name])
            self.use(guarantee_use(each))

    def promises(self, guarantee: Guarantee, about: list[Held]) -> bool:
        made = guarantee.promise
        if isinstance(made, Asked):
            return any(is_followed(made, held) for held in about)
        promise, selector = made
        spoken = self.spoken(promise, selector, about)
        if promise in CHOICES:
            return bool(about)
        return len(spoken) > (promise is Promise.NEVER_TOGETHER)

    def spoken(
        self, promise: Promise, selector: Selector, about: list[Held]
    ) -> set[str]:
        """Give the routes of which something is said; none here may be the promise."""
        if promise is not Promise.CLOSED:
            return {n for held in about for n in spoken_of(promise, selector, held)}
        chosen = {n for held in self.all for n in selected(selector, held.rulings())}
        walked = {tree for held in about for tree in held.progress.walked}
        return {n for n in chosen if walked & set(self.library.routes[n].trees)}

    def unsure(self) -> None:
        if any(held.clashes for held in self.all):
            return
        first: dict[str, Question] = {}
        for question in self.each_question():
            first.setdefault(question.id, question)
        lost: dict[str, dict[str, list[Held]]] = {}
        trees: dict[str, dict[str, list[Held]]] = {}
        for held in self.all:
            for name, given in held.answers.items():
                if given.options and first[name].unknown_allowed:
                    self.forget(held, name, lost, trees)
        for name, routes in lost.items():
            route = next(r for r in self.library.routes if r in routes)
            self.add("weet-niet-telt-als-nee", first[name].at, routes[route])
        for name, gone in trees.items():
            tree = next(t for t in self.library.trees if t in gone)
            self.add("boom-niet-aangeboden", first[name].at, gone[tree])

    def forget(
        self,
        held: Held,
        name: str,
        lost: dict[str, dict[str, list[Held]]],
        trees: dict[str, dict[str, list[Held]]],
    ) -> None:
        answers = {**held.answers, name: UNKNOWN}
        progress = replay(held.setting, answers, rest=UNKNOWN)
        view = View(progress.facts, self.library.concepts, over=True)
        missing = set(held.progress.walked) - set(progress.walked)
        for route in self.library.routes.values():
            gone = holds(route.condition, view) is Truth.FALSE
            stays = not missing & set(route.trees)
            if stays and is_visible(route)(held) and gone:
                lost.setdefault(name, {}).setdefault(route.id, []).append(held)
        if missing:
            kept = {asked: progress.facts[asked] for asked in progress.asked}
            offered = set(offered_trees(Walk(held.setting, kept, progress)))
            offered |= {
                follow_up.tree
                for before in missing
                for follow_up in self.library.trees[before].follow_ups
            }
            for tree in missing - offered:
                trees.setdefault(name, {}).setdefault(tree, []).append(held)

    def seat(self, seat: Seat) -> None:
        own = {t.id for t in self.library.trees.values() if t.adviser_only}
        trees: dict[str, list[Held]] = {}
        routes: dict[str, dict[int, list[Held]]] = {}
        for held in self.all:
            if held.setting.seat is seat:
                other = as_trainer(held)
                walked = set(held.progress.walked) ^ set(other.progress.walked)
                for name in walked - own:
                    trees.setdefault(name, []).append(held)
                for name, number in self.differences(held, other, own):
                    routes.setdefault(name, {}).setdefault(number, []).append(held)
        if trees:
            tree = next(t for t in self.library.trees.values() if t.id in trees)
            self.add("stoel-verschilt", tree.at, trees[tree.id])
        elif routes:
            route = next(r for r in self.library.routes.values() if r.id in routes)
            shown = routes[route.id][min(routes[route.id])]
            self.add("stoel-verschilt", route.at, shown)

    def differences(
        self, held: Held, other: Held, own: set[str]
    ) -> Iterator[tuple[str, int]]:
        for route in self.library.routes.values():
            if walks(tuple(set(route.trees) - own))(held):
                yield from ((route.id, n) for n in changes(route, held, other))


def warnings(cautions: list[Caution], held: Held) -> dict[object, Truth]:
    """Give what the warnings say, and how surely."""
    said: dict[object, Truth] = {}
    for each in cautions:
        truth = holds(each.condition, held.view)
        if truth is not Truth.FALSE:
            words = each.text, each.severity
            said[words] = max(truth, said.get(words, truth))
    return said


def outcome_of(options: list[Consequence], held: Held) -> Consequence:
    return effect(tuple(options), held.view).consequence


def as_trainer(held: Held) -> Held:
    """Hold a conversation once more from the seat that is asked everything."""
    library = held.setting.library
    known = seated(library, Seat.TRAINER)
    setting = Setting(library, held.setting.start, Seat.TRAINER, known)
    progress = replay(setting, held.progress.facts, rest=UNKNOWN)
    return Held(setting, progress, {}, {}, {}, frozenset())


def changes(route: Route, one: Held, two: Held) -> Iterator[int]:
    number = 0
    for use in route_uses(route):
        first, second = use.seen(one, use.condition), use.seen(two, use.condition)
        for before, after in zip(first, second, strict=True):
            if (use.where(one) and before) != (use.where(two) and after):
                yield number
            number += 1


Path: TypeAlias = tuple[int, ...]


def paths(
    condition: Condition, *, groups: bool = False
) -> Iterator[tuple[Path, Clause]]:
    def below(items: tuple[Item, ...], lead: Path) -> Iterator[tuple[Path, Clause]]:
        for number, item in enumerate(items):
            if isinstance(item, Clause):
                yield (*lead, number), item
            else:
                yield from below(item.parts, (*lead, number))
                if groups:
                    yield (*lead, number), next(clauses_in([item]))

    yield from below(condition.when, (0,))
    yield from below(condition.unless, (1,))


def cut(condition: Condition, path: Path, put: Clause | None = None) -> Condition:
    def out(items: tuple[Item, ...], rest: Path) -> tuple[Item, ...]:
        kept: list[Item] = []
        for number, item in enumerate(items):
            if number != rest[0]:
                kept.append(item)
            elif not rest[1:]:
                kept += [put] if put else []
            else:
                assert not isinstance(item, Clause)
                parts = out(item.parts, rest[1:])
                kept += [replace(item, parts=parts)] if parts else []
        return tuple(kept)

    if path[0] == 0:
        return replace(condition, when=out(condition.when, path[1:]))
    return replace(condition, unless=out(condition.unless, path[1:]))
