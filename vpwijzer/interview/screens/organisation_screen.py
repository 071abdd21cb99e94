"""Asks for an organisation step by step, with a way back and "later"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeAlias

from vpwijzer.engine.logic import Truth, View, holds
from vpwijzer.interview.keys import BACK, STOP
from vpwijzer.interview.menu import Choice, Field, Menu, Picked, Pressed, Writer
from vpwijzer.loader.organisation_text import organisation_text
from vpwijzer.model import (
    NAMESPACE,
    Adviser,
    Answer,
    Contact,
    Facts,
    Library,
    Organisation,
    OwnDesk,
    OwnTerm,
    Question,
)
from vpwijzer.model.finding import Severity
from vpwijzer.model.position import Position
from vpwijzer.organisation import examine
from vpwijzer.organisation.check import UNREACHABLE

LATER, YES, NO = "?later", "ja", "nee"
NAME, MORE, DESKS, PAGE = "naam", "spiegel", "loketten", "pagina"
HERE = Position("organisatie.yaml", 1, 1)
Step: TypeAlias = tuple[str, Menu | Field]
Values: TypeAlias = Mapping[str, str | frozenset[str]]
"""What was answered at each step, in order."""


@dataclass(frozen=True, slots=True)
class Wizard:
    """What was answered so far; it tells which step comes next."""

    library: Library
    today: date
    values: Values = field(default_factory=dict)

    def run(self, asker: Writer) -> "Wizard | None":
        """Ask until there is no step left; None when they stop."""
        now = self
        while (step := now.next) is not None:
            name, asked = step
            match (
                asker.choose(asked) if isinstance(asked, Menu) else asker.write(asked)
            ):
                case Picked(values):
                    now = now.with_value(name, values - {LATER})
                case str(words):
                    now = now.with_value(name, words)
                case Pressed(key) if key == BACK:
                    now = now.back()
                case _:
                    return None
        return now

    @property
    def next(self) -> Step | None:
        """The first step without an answer."""
        return next((s for s in self._steps() if s[0] not in self.values), None)

    def with_value(self, name: str, value: str | frozenset[str]) -> "Wizard":
        """Answer a step."""
        return replace(self, values={**self.values, name: value})

    def back(self) -> "Wizard":
        """Take the last answer back."""
        return replace(self, values=dict(list(self.values.items())[:-1]))

    @property
    def organisation(self) -> Organisation:
        """The organisation as it was answered."""
        places = self.library.places
        terms = ((name, self._words(f"termijn:{name}")) for name in places.terms)
        return Organisation(
            name=self._words(NAME),
            checked=self.today.isoformat(),
            at=HERE,
            facts=self._facts(),
            advisers=tuple(
                Adviser(
                    self._contact(name), tuple(sorted(self._chosen(f"{name}:band")))
                )
                for name in self._advisers()
            ),
            desks=tuple(
                OwnDesk(desk, HERE, self._contact(desk))
                for desk in places.desks
                if self._words(f"{desk}:naam")
            ),
            terms=tuple(
                OwnTerm(name, period, None, HERE) for name, period in terms if period
            ),
            neutral_page=self._words(PAGE),
        )

    @property
    def text(self) -> str:
        """The organisation as a file."""
        return organisation_text(self.organisation)

    def _steps(self) -> Iterator[Step]:
        places = self.library.places
        note = "Er staat pas iets in een bestand als je aan het eind ja zegt."
        yield self._field(NAME, "Hoe heet de organisatie?", note, needed=True)
        yield from self._questions(of_mirror=False)
        if places.mirror:
            yield MORE, _yes_or_no("Wil je ook invullen wat er al geregeld is?")
        if YES in self._chosen(MORE):
            yield from self._questions(of_mirror=True)
        for name in self._advisers(one_more=True) if places.advisers else ():
            yield from self._adviser_steps(name)
        if places.desks:
            yield DESKS, self._desk_menu()
        for desk in places.desks.values():
            if desk.id in self._chosen(DESKS):
                yield from self._contact_steps(desk.id, desk.title)
        for name in places.terms:
            title = self.library.clocks[name].title
            note = "Bijvoorbeeld: 2 jaar. Dit staat in jullie regeling."
            yield self._field(f"termijn:{name}", f"{title}: hoe lang kan dat?", note)
        note = "Een bladzijde om snel heen te gaan, zoals https://www.buienradar.nl."
        yield self._field(PAGE, "Waar gaat iemand heen die snel weg wil?", note)

    def _questions(self, *, of_mirror: bool) -> Iterator[Step]:
        view = View(self._facts(), self.library.concepts, over=False)
        places, questions = self.library.places, self.library.questions
        for name in places.facts:
            asked_in = {
                tree.id
                for tree in self.library.trees.values()
                if any(question.id == name for question in tree.questions)
            }
            condition = questions[name].condition
            is_needed = holds(condition, view) is not Truth.FALSE
            if (asked_in == {places.mirror}) is of_mirror and is_needed:
                yield f"feit:{name}", _fact_menu(questions[name])

    def _adviser_steps(self, name: str) -> Iterator[Step]:
        number = name.partition(":")[2]
        note = "Laat leeg als er geen meer is." if number != "1" else ""
        title = f"Hoe heet vertrouwenspersoon {number}?"
        yield self._field(f"{name}:naam", title, note)
        if not self._words(f"{name}:naam"):
            return
        note = "Bijvoorbeeld: externe vertrouwenspersoon, vrouw, spreekt Turks."
        yield self._field(f"{name}:rol", "Wat moet iemand nog weten?", note)
        yield from self._reached_steps(name)
        yield self._field(f"{name}:uren", "Wanneer is die er?")
        if self.library.places.ties:
            yield f"{name}:band", self._tie_menu(name)

    def _contact_steps(self, name: str, title: str) -> Iterator[Step]:
        yield self._field(f"{name}:naam", f"{title}: hoe heet dat bij jullie?")
        if self._words(f"{name}:naam"):
            yield from self._reached_steps(name)

    def _reached_steps(self, name: str) -> Iterator[Step]:
        who = self._words(f"{name}:naam")
        yield self._field(f"{name}:nummer", f"Welk telefoonnummer heeft {who}?")
        yield self._field(f"{name}:mail", f"Welk mailadres heeft {who}?", is_last=True)

    def _field(
        self,
        name: str,
        title: str,
        note: str = "",
        *,
        needed: bool = False,
        is_last: bool = False,
    ) -> Step:
        """Make a field that accepts what the file may hold, found by trying it."""

        def trouble(words: str) -> str:
            if needed and not words:
                return "Dit is nodig. Typ een naam."
            return self.with_value(name, words).trouble(reached=is_last)

        notes = (("", note),) if note else ()
        return name, Field(title, notes, trouble)

    def trouble(self, *, reached: bool) -> str:
        """Say what is wrong with the file so far, or nothing."""
        _, findings = examine(self.text.encode(), HERE.file, self.library)
        for each in findings:
            is_early = each.code == UNREACHABLE.code and not reached
            if each.severity is Severity.ERROR and not is_early:
                words = f"{each.message}; {each.hint}" if each.hint else each.message
                return f"{words[:1].upper()}{words[1:]}."
        return ""

    def _advisers(self, *, one_more: bool = False) -> Iterator[str]:
        """Name the advisers that were given, and perhaps the next one."""
        number = 1
        while self._words(f"vp:{number}:naam"):
            yield f"vp:{number}"
            number += 1
        if one_more:
            yield f"vp:{number}"

    def _facts(self) -> Facts:
        chosen = ((n, self._chosen(f"feit:{n}")) for n in self.library.places.facts)
        return {name: Answer(values) for name, values in chosen if values}

    def _contact(self, name: str) -> Contact:
        keys = ("naam", "rol", "nummer", "mail", "uren")
        said, role, phone, mail, hours = (self._words(f"{name}:{k}") for k in keys)
        return Contact(
            NAMESPACE + name,
            said,
            role,
            self.today.isoformat(),
            certain=True,
            at=HERE,
            phone=phone,
            web=f"mailto:{mail}" if mail else "",
            hours=hours,
            is_own=True,
        )

    def _desk_menu(self) -> Menu:
        desks = self.library.places.desks.values()
        choices = tuple(Choice(desk.id, desk.title) for desk in desks)
        title = "Welke van deze zijn er, en wil je invullen?"
        return _menu(title, choices, several=True)

    def _tie_menu(self, name: str) -> Menu:
        ties = self.library.places.ties.values()
        choices = tuple(Choice(tie.id, tie.title) for tie in ties)
        who = self._words(f"{name}:naam")
        return _menu(f"Geldt een van deze dingen voor {who}?", choices, several=True)

    def _words(self, name: str) -> str:
        value = self.values.get(name, "")
        return value if isinstance(value, str) else ""

    def _chosen(self, name: str) -> frozenset[str]:
        value = self.values.get(name, frozenset())
        return value if isinstance(value, frozenset) else frozenset()


def _fact_menu(question: Question) -> Menu:
    choices = tuple(
        Choice(each.id, each.text, each.explanation, each.alone)
        for each in question.options
    )
    notes = (("", question.explanation),) if question.explanation else ()
    return replace(_menu(question.text, choices, several=question.several), notes=notes)


def _yes_or_no(title: str) -> Menu:
    menu = _menu(title, (Choice(YES, "Ja"), Choice(NO, "Nee, nu niet")))
    return replace(menu, choices=menu.choices[:2], zero="")


def _menu(title: str, choices: tuple[Choice, ...], *, several: bool = False) -> Menu:
    later = "Geen van deze, of later" if several else "Later, of dat weet ik niet"
    return Menu(
        title,
        choices=(*choices, Choice(LATER, later, alone=True)),
        several=several,
        zero=LATER,
        commands={BACK: "terug", STOP: "stop"},
        back=BACK,
        clears=True,
    )
