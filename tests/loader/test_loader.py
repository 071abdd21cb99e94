import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from cases import DATA, MINIMAL, TODAY, lay
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vpwijzer.checks.pipeline import check_content, verified
from vpwijzer.checks.static import verify
from vpwijzer.engine.logic import clauses_in
from vpwijzer.engine.outcome import decide
from vpwijzer.engine.scenario import check_all
from vpwijzer.engine.walk import begin
from vpwijzer.loader import (
    Loaded,
    kind_of,
    load,
    load_answers,
    load_folder,
    overlay,
)
from vpwijzer.loader.build import days_of
from vpwijzer.loader.files import Sources, read_folder
from vpwijzer.loader.keys import FILES, OPTIONAL
from vpwijzer.loader.rules import STRANGE_FILE
from vpwijzer.model import (
    ALWAYS,
    UNKNOWN,
    AllOf,
    Answer,
    AnyOf,
    Clause,
    Condition,
    Consequence,
    Item,
    Kind,
    Library,
    Option,
    Seat,
    TrackKind,
)
from vpwijzer.model import Severity as Weight
from vpwijzer.model.finding import Finding, Severity, in_order, is_broken
from vpwijzer.model.position import Position

AT = Position("", 1, 1)
SOURCES = read_folder(MINIMAL, "m")
MEMORY = Path("/proc/self/mem")
"""A file that anyone can see and nobody can read from the start."""

needs_memory = pytest.mark.skipif(not MEMORY.is_file(), reason="no such file here")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    copied: Path = shutil.copytree(MINIMAL, tmp_path / "trees")
    return copied


def laid(case: str, tmp_path: Path) -> Loaded:
    lay(case, tmp_path / "trees")
    return load_folder(tmp_path / "trees", "t")


def library(case: str, tmp_path: Path) -> Library:
    loaded = laid(case, tmp_path)
    assert loaded.findings == ()
    return loaded.library


def said(case: str, tmp_path: Path) -> tuple[str, str]:
    [finding] = laid(case, tmp_path).findings
    return finding.message, finding.hint


def codes(root: Path) -> list[tuple[str, str]]:
    found = load_folder(root, "t").findings
    return [(finding.at.file, finding.code) for finding in found]


def is_(fact: str, *values: str) -> Clause:
    return Clause(fact, frozenset(values), AT)


# What the files become


def test_good_content_becomes_a_library_in_the_order_of_its_lists() -> None:
    loaded = load_folder(MINIMAL, "m")

    assert loaded.findings == ()
    assert list(loaded.library.trees) == ["klacht", "werkgever"]
    assert list(loaded.library.routes) == ["praten", "klagen"]
    assert list(loaded.library.tracks) == ["informeel", "formeel"]


def test_trees_stand_in_walking_order(tmp_path: Path) -> None:
    loaded = laid("# volgorde.yaml\nvolgorde: [werkgever, klacht]\n", tmp_path)

    assert list(loaded.library.trees) == ["werkgever", "klacht"]


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        ("- commissie: ja", (is_("commissie", "ja"),)),
        ("commissie: ja", (is_("commissie", "ja"),)),
        ("- gedrag: [pesten, agressie]", (is_("gedrag", "pesten", "agressie"),)),
        (
            "- gedrag: pesten\n  gevaar: ja",
            (AllOf((is_("gedrag", "pesten"), is_("gevaar", "ja"))),),
        ),
        (
            "- een-van:\n    - gedrag: pesten\n    - gevaar: ja\n      ernstig: nee",
            (
                AnyOf(
                    (
                        is_("gedrag", "pesten"),
                        AllOf((is_("gevaar", "ja"), is_("ernstig", "nee"))),
                    )
                ),
            ),
        ),
        (
            "- gevaar: ja\n- commissie: nee",
            (is_("gevaar", "ja"), is_("commissie", "nee")),
        ),
    ],
)
def test_condition_says_what_the_author_wrote(
    lines: str, items: tuple[Item, ...], tmp_path: Path
) -> None:
    lines = lines.replace("\n", "\n  ")
    case = f"# routes/klagen.yaml\nwanneer:\n  {lines}\ntenzij:\n  {lines}\n"

    assert library(case, tmp_path).routes["klagen"].condition == Condition(items, items)


def test_unknown_counts_as_a_value_where_it_may_stand(tmp_path: Path) -> None:
    case = """\
# routes/klagen.yaml
voorrang:
  - gevaar: [ja, onbekend]
let-op:
  - {als: {gevaar: onbekend}, ernst: afgeraden, want: Kijk eerst.}
"""

    route = library(case, tmp_path).routes["klagen"]

    assert route.priority == Condition((is_("gevaar", "ja", "onbekend"),))
    assert route.cautions[0].condition == Condition((is_("gevaar", "onbekend"),))
    assert route.cautions[0].severity is Weight.AGAINST


def test_route_without_priority_has_none() -> None:
    assert load(SOURCES).library.routes["praten"].priority is None


def test_consequences_keep_their_order_and_conditions(tmp_path: Path) -> None:
    case = """\
# routes/praten.yaml
gevolgen:
  regie:
    - als: {gevaar: ja}
      niveau: laag
      tekst: Samen.
    - niet geregeld
"""

    first, last = library(case, tmp_path).routes["praten"].consequences["regie"]

    assert replace(first, at=AT) == Consequence(
        "laag", "Samen.", AT, Condition((is_("gevaar", "ja"),))
    )
    assert replace(last, at=AT) == Consequence("", "", AT)


def test_lines_and_contacts_hold_always_or_under_facts(tmp_path: Path) -> None:
    case = """\
# routes/praten.yaml
stappen: [Eerst, {als: {gevaar: ja}, tekst: Bel}]
contacten: [hulplijn, {als: {gevaar: ja}, contact: hulplijn}]
"""

    route = library(case, tmp_path).routes["praten"]

    danger = Condition((is_("gevaar", "ja"),))
    steps = [(step.text, step.condition) for step in route.steps]
    assert steps == [("Eerst", ALWAYS), ("Bel", danger)]
    contacts = [(link.contact, link.condition) for link in route.contacts]
    assert contacts == [("hulplijn", ALWAYS), ("hulplijn", danger)]


def test_shared_question_has_its_text_there_and_its_condition_here(
    tmp_path: Path,
) -> None:
    case = """\
# bomen/werkgever.yaml
vragen:
  commissie:
    vraag: Is er een klachtencommissie?
    soort: gevoelig
    opties: {ja: {tekst: Ja}, nee: {tekst: Nee}}
  gevaar:
    gedeeld: ja
    wanneer:
      - commissie: ja
"""

    question = library(case, tmp_path).trees["werkgever"].questions[1]

    assert question.text == "Is er nu gevaar?"
    assert question.condition == Condition((is_("commissie", "ja"),))
    assert question.at == Position("t/bomen/werkgever.yaml", 11, 3, 6)


def test_question_and_options_keep_what_is_written(tmp_path: Path) -> None:
    case = """\
# bomen/werkgever.yaml
vragen:
  commissie:
    vraag: Is er een klachtencommissie?
    soort: gevoelig
    onbekend: nee
    uitleg: Kijk in de regeling.
    vp: Zoek het op.
    opties:
      ja: {tekst: Ja, uitleg: Zeker, stoel: vp}
      nee: {tekst: Nee}
"""

    [question] = library(case, tmp_path).trees["werkgever"].questions

    assert question.kind is Kind.SENSITIVE
    assert not question.unknown_allowed
    assert (question.explanation, question.adviser_note) == (
        "Kijk in de regeling.",
        "Zoek het op.",
    )
    options = tuple(replace(option, at=AT) for option in question.options)
    assert options == (
        Option("ja", "Ja", AT, "Zeker", seat=Seat.ADVISER),
        Option("nee", "Nee", AT),
    )


def test_scenario_answers_are_sets_that_may_be_more(tmp_path: Path) -> None:
    case = """\
# scenarios/voorbeeld.yaml
stoel: trainer
rest: onbekend
antwoorden:
  gevaar: onbekend
  gedrag: [pesten, agressie, misschien-meer]
  commissie: ja
"""

    scenario = library(case, tmp_path).scenarios["voorbeeld"]

    assert scenario.answers == {
        "gevaar": UNKNOWN,
        "gedrag": Answer(frozenset({"pesten", "agressie"}), more=True),
        "commissie": Answer(frozenset({"ja"})),
    }
    assert scenario.seat is Seat.TRAINER
    assert scenario.rest_unknown


# What the messages say


@pytest.mark.parametrize(
    ("case", "meant"),
    [
        ("# routes/klagen.yaml\nwanneer:\n  - comissie: ja\n", "commissie"),
        ("# routes/klagen.yaml\nwanneer:\n  - ernstg: ja\n", "ernstig"),
        ("# routes/klagen.yaml\nwanneer:\n  - gedrag: pessten\n", "pesten"),
        ("# routes/praten.yaml\nlet-opp: Nee\n", "let-op"),
        ("# routes/praten.yaml\nwie: jijj\n", "jij"),
        ("# routes/praten.yaml\ndaarna: [klaagen]\n", "klagen"),
        ("# routes/praten.yaml\nbij: [klagt]\n", "klacht"),
        ("# routes/praten.yaml\ntraject: infomeel\n", "informeel"),
        ("# routes/praten.yaml\ngevolgen: {regi: niet geregeld}\n", "regie"),
        (
            "# routes/praten.yaml\ngevolgen: {regie: niet gereggeld}\n",
            "niet geregeld",
        ),
        (
            "# routes/praten.yaml\ngevolgen: {regie: {niveau: hog, tekst: Ja}}\n",
            "hoog",
        ),
        (
            "# routes/praten.yaml\nbronnen: [{bron: handleidng, plaats: p}]\n",
            "handleiding",
        ),
        ("# routes/praten.yaml\ncontacten: [hulpljin]\n", "hulplijn"),
        ("# scenarios/voorbeeld.yaml\nverwacht: {klokken: [termyn]}\n", "termijn"),
        ("# scenarios/voorbeeld.yaml\nverwacht: {begrippen: [ernst]}\n", "ernstig"),
        ("# scenarios/voorbeeld.yaml\nantwoorden: {gedragg: pesten}\n", "gedrag"),
    ],
)
def test_misspelt_word_gets_the_nearest_real_one_of_its_kind(
    case: str, meant: str, tmp_path: Path
) -> None:
    assert said(case, tmp_path)[1] == f"bedoelde je '{meant}'?"


def test_misspelt_shared_question_gets_the_nearest_one(tmp_path: Path) -> None:
    case = """\
# bomen/werkgever.yaml
vragen:
  gevar: gedeeld
  commissie:
    vraag: Is er een klachtencommissie?
    soort: feit
    opties: {ja: {tekst: Ja}, nee: {tekst: Nee}}
"""

    assert said(case, tmp_path)[1] == "bedoelde je 'gevaar'?"


@pytest.mark.parametrize(
    ("case", "hint"),
    [
        (
            "# routes/klagen.yaml\nwanneer:\n  - gedrag: x\n",
            "kies uit: pesten, agressie, anders",
        ),
        ("# routes/praten.yaml\nwie: x\n", "kies uit: jij, vp, werkgever"),
        ("# routes/praten.yaml\ntraject: x\n", "kies uit: formeel, informeel"),
        ("# routes/praten.yaml\nx: y\n", ""),
    ],
)
def test_word_like_no_other_gets_all_of_them_when_they_are_few(
    case: str, hint: str, tmp_path: Path
) -> None:
    assert said(case, tmp_path)[1] == hint


@pytest.mark.parametrize("option", ["Nee, er is er geen", "Nee, hoor", "Ja, een b: c"])
def test_sentence_cut_off_between_brackets_is_explained(
    option: str, tmp_path: Path
) -> None:
    case = f"""\
# bomen/werkgever.yaml
vragen:
  commissie:
    vraag: Is er een klachtencommissie?
    soort: feit
    opties: {{ja: {{tekst: Ja}}, nee: {{tekst: {option}}}}}
"""

    assert said(case, tmp_path)[1].startswith("een komma of dubbele punt breekt")


def test_repeated_id_names_the_place_of_the_first(tmp_path: Path) -> None:
    case = """\
# begrippen/gedrag.yaml
begrip: gedrag
titel: Mogelijk gedrag
nagekeken: 2026-11-01
tekst: Mogelijk.
wanneer:
  - gevaar: ja
"""

    hint = "de eerste staat in t/bomen/klacht.yaml op regel 9"
    assert said(case, tmp_path) == ("'gedrag' bestaat al", hint)


def test_route_in_another_track_hears_which(tmp_path: Path) -> None:
    _, hint = said("# routes/praten.yaml\ntraject: formeel\n", tmp_path)

    assert hint == "in trajecten.yaml staat hij bij 'informeel'; maak die gelijk"


def test_route_that_no_track_lists_hears_where_to_put_it(tmp_path: Path) -> None:
    case = "# trajecten.yaml\ntrajecten:\n" + "".join(
        f"  {name}: {{titel: T, uitleg: U, teken: x, hulp: ja, routes: [klagen]}}\n"
        for name in ("formeel",)
    )

    _, hint = said(f"{case}# routes/praten.yaml\ntraject: formeel\n", tmp_path)

    assert hint == "zet de route in trajecten.yaml bij dit traject"


def test_long_text_is_cut_off_and_stays_on_one_line(tmp_path: Path) -> None:
    message, _ = said(f"# routes/praten.yaml\nwie: |-\n  a\n  {'b' * 90}\n", tmp_path)

    assert message == f"'a {'b' * 38}…' kan hier niet staan"


def test_mistake_in_a_shared_question_is_reported_once(tmp_path: Path) -> None:
    case = """\
# gedeelde-vragen.yaml
gedeelde-vragen:
  gevaar:
    vraag: Is er nu gevaar?
    soort: fiet
    opties: {ja: {tekst: Ja, betekent: {x: y}}, nee: {tekst: Nee}}
# bomen/werkgever.yaml
vragen:
  gevaar: gedeeld
  commissie:
    vraag: Is er een klachtencommissie?
    soort: feit
    opties: {ja: {tekst: Ja}, nee: {tekst: Nee}}
"""

    found = [finding.code for finding in laid(case, tmp_path).findings]

    assert found == ["onbekende-waarde", "onbekende-vraag"]


# Which files are read


@pytest.mark.parametrize("kind", sorted(FILES.keys() - OPTIONAL))
def test_missing_file_is_one_finding(kind: str, root: Path) -> None:
    (root / f"{kind}.yaml").unlink()

    assert codes(root) == [(f"t/{kind}.yaml", "bestand-ontbreekt")]


@pytest.mark.parametrize("kind", ["bomen", "routes"])
def test_missing_folder_is_one_finding(kind: str, root: Path) -> None:
    shutil.rmtree(root / kind)

    assert codes(root) == [(f"t/{kind}", "bestand-ontbreekt")]


def read_no_concept(root: Path) -> None:
    file = root / "routes" / "praten.yaml"
    file.write_text(file.read_text().replace("ernstig: ja", "gedrag: agressie"))


@pytest.mark.parametrize("kind", ["begrippen", "scenarios"])
def test_content_can_do_without_concepts_and_scenarios(kind: str, root: Path) -> None:
    read_no_concept(root)
    shutil.rmtree(root / kind)

    assert codes(root) == []


def test_empty_folder_lacks_every_needed_file_and_no_more(tmp_path: Path) -> None:
    found = {code for _, code in codes(tmp_path)}

    assert found == {"bestand-ontbreekt"}


NOT_YAML = "hier staan alleen leesbare bestanden die op .yaml eindigen"


def test_missing_key_is_asked_for_with_what_it_is_for(root: Path) -> None:
    text = (root / "routes" / "praten.yaml").read_text(encoding="utf-8")
    less = "".join(
        x for x in text.splitlines(keepends=True) if not x.startswith("vp-doet:")
    )
    (root / "routes" / "praten.yaml").write_text(less, encoding="utf-8")

    [finding] = load_folder(root, "t").findings

    assert finding.hint == "voeg hem toe: wat de VP doet"


def test_link_to_nothing_is_not_said_to_have_another_name(root: Path) -> None:
    (root / "routes" / "weg.yaml").symlink_to("nergens.yaml")

    [finding] = load_folder(root, "t").findings

    assert (finding.code, finding.hint) == ("onbekend-bestand", NOT_YAML)


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("routse", "bedoelde je 'routes'?"),
        ("bronen.yaml", "bedoelde je 'bronnen.yaml'?"),
        ("bronnen", "bedoelde je 'bronnen.yaml'?"),
        ("README.md", "haal het weg of geef het een andere naam"),
        ("routes/brief.yml", NOT_YAML),
        ("routes/Brief.YAML", NOT_YAML),
    ],
)
def test_stranger_is_a_warning_and_is_not_read(
    path: str, hint: str, root: Path
) -> None:
    (root / path).write_text("zomaar: iets")

    [finding] = load_folder(root, "t").findings

    at = Position(f"t/{path}", 1, 1)
    assert finding == STRANGE_FILE.at(at, Path(path).name, hint=hint)
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("begrippen", "hier hoort een map met die naam te staan"),
        ("waarborgen.yaml", "hier hoort een bestand met die naam te staan"),
    ],
)
def test_file_is_no_folder_and_folder_no_file(name: str, hint: str, root: Path) -> None:
    read_no_concept(root)
    if (root / name).is_dir():
        shutil.rmtree(root / name)
        (root / name).touch()
    else:
        (root / name).unlink()
        (root / name).mkdir()

    [finding] = load_folder(root, "t").findings

    assert (finding.code, finding.hint) == ("onbekend-bestand", hint)


def test_schemas_for_an_editor_may_stand_beside_the_content(root: Path) -> None:
    (root / "schemas").mkdir()
    (root / "schemas" / "route.json").touch()

    assert codes(root) == []


def test_file_with_the_name_of_the_schemas_is_not_read(root: Path) -> None:
    (root / "schemas").touch()

    assert codes(root) == [("t/schemas", "onbekend-bestand")]


def test_folder_with_the_name_of_a_route_is_not_read(root: Path) -> None:
    (root / "routes" / "map.yaml").mkdir()

    assert codes(root) == [("t/routes/map.yaml", "onbekend-bestand")]


@pytest.mark.parametrize("name", [".git", ".DS_Store", "__init__.py", "__pycache__"])
def test_hidden_files_are_passed_over(name: str, root: Path) -> None:
    (root / name).touch()
    (root / "routes" / name).touch()

    assert codes(root) == []


def test_link_to_a_file_is_read_as_that_file(root: Path, tmp_path: Path) -> None:
    (root / "bronnen.yaml").rename(tmp_path / "elders.yaml")
    (root / "bronnen.yaml").symlink_to(tmp_path / "elders.yaml")

    assert codes(root) == []


def test_link_to_nothing_is_not_read(root: Path) -> None:
    (root / "routes" / "weg.yaml").symlink_to("nergens")

    assert codes(root) == [("t/routes/weg.yaml", "onbekend-bestand")]


@needs_memory
@pytest.mark.parametrize(
    "path", ["bomen/klacht.yaml", "routes/klagen.yaml", "bronnen.yaml"]
)
def test_file_that_cannot_be_read_is_one_finding(path: str, root: Path) -> None:
    (root / path).unlink()
    (root / path).symlink_to(MEMORY)

    assert codes(root) == [(f"t/{path}", "onleesbaar-bestand")]


def test_what_is_no_folder_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_folder(tmp_path / "nergens", "t")


# Loose files


ROUTE = (MINIMAL / "routes" / "praten.yaml").read_bytes()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("route: x", "routes"),
        ("boom: x", "bomen"),
        ("begrip: x", "begrippen"),
        ("scenario: x", "scenarios"),
        ("bronnen: {}", "bronnen"),
        ("titel: x\nroute: y", None),
        ("- route: x", None),
        ("", None),
        ("route: [", None),
    ],
)
def test_first_key_tells_the_kind_of_a_loose_file(text: str, kind: str | None) -> None:
    assert kind_of(text.encode()) == kind


def test_loose_file_is_read_among_the_rest_under_its_own_path() -> None:
    sources = overlay(SOURCES, ROUTE, "andere-naam", "los/andere-naam.yaml")

    [finding, *_] = load(sources).findings

    assert (finding.code, finding.at.file) == ("bestandsnaam", "los/andere-naam.yaml")
    assert SOURCES.files["routes"].keys() == {"praten", "klagen"}


def test_loose_file_takes_the_place_of_the_one_of_its_kind() -> None:
    data = b"bronnen: {handleiding: {titel: T, stand: x, nagekeken: 2026-01-01}}"

    sources = overlay(SOURCES, data, "mijn-bronnen", "los.yaml")

    assert sources.files["bronnen"] == {"bronnen": ("los.yaml", data)}


def test_loose_file_of_no_kind_is_reported_and_put_nowhere() -> None:
    sources = overlay(SOURCES, b"titel: x", "x", "x.yaml")

    [finding] = load(sources).findings
    assert (finding.code, finding.at) == ("onbekend-soort", Position("x.yaml", 1, 1))
    assert "'route:'" in finding.hint


@pytest.mark.parametrize("data", [b"", b"titel: [", b"\xff", b"route: a: b"])
def test_loose_file_that_cannot_be_read_says_only_that(data: bytes) -> None:
    [finding] = load(overlay(SOURCES, data, "x", "x.yaml")).findings

    assert finding.code != "onbekend-soort"


# Answers files


def test_answers_file_needs_no_more_than_answers() -> None:
    case, findings = load_answers(b"antwoorden: {gevaar: ja}", "a", load(SOURCES))

    assert findings == ()
    assert case.answers == {"gevaar": Answer(frozenset({"ja"}))}
    assert case.answer_places == {"gevaar": Position("a", 1, 14, 6)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("titel: x", "ontbrekende-sleutel"),
        ("antwoorden: {gevar: ja}", "onbekende-vraag"),
        ("antwoorden: {gevaar: jaa}", "onbekende-keuze"),
        ("antwoorden: {ernstig: ja}", "onbekende-vraag"),
        ("- gevaar", "vorm"),
        ("", "leeg-bestand"),
    ],
)
def test_mistake_in_an_answers_file_is_found(text: str, code: str) -> None:
    _, findings = load_answers(text.encode(), "a", load(SOURCES))

    assert [finding.code for finding in findings] == [code]


# Whatever an author does


WORDS = sorted(
    {
        word
        for files in SOURCES.files.values()
        for _, data in files.values()
        for word in re.findall(r"[\w-]+", data.decode())
    }
)
SNIPPETS = [
    *("- ", ": ", "[", "]", "{", "}", "\t", "'", '"', "# ", "  ", "\n", "*", "&a "),
    *("onbekend", "een-van", "gedeeld", "misschien-meer", "ja", "als", "---\n", "<<"),
]
PLACES = [(kind, name) for kind, found in SOURCES.files.items() for name in found]


@st.composite
def mutated(draw: st.DrawFn) -> Sources:
    files = {kind: dict(found) for kind, found in SOURCES.files.items()}
    for kind, name in draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=3)):
        path, data = files[kind][name]
        files[kind][name] = (path, draw(changed(data)))
    return replace(SOURCES, files=files)


@st.composite
def changed(draw: st.DrawFn, data: bytes) -> bytes:
    lines = data.decode(errors="replace").splitlines(keepends=True) or [""]
    number = draw(st.integers(0, len(lines) - 1))
    how = draw(st.sampled_from(["delete", "repeat", "move", "word", "snip", "bytes"]))
    line = lines[number]
    if how == "bytes":
        at = draw(st.integers(0, len(data)))
        return data[:at] + draw(st.binary(min_size=1, max_size=4)) + data[at:]
    if how == "delete":
        lines[number] = ""
    elif how == "repeat":
        lines[number] = line * 2
    elif how == "move":
        lines.insert(draw(st.integers(0, len(lines) - 1)), lines.pop(number))
    elif how == "word":
        spans = [word.span() for word in re.finditer(r"[\w-]+", line)]
        start, end = draw(st.sampled_from(spans or [(0, 0)]))
        lines[number] = line[:start] + draw(st.sampled_from(WORDS)) + line[end:]
    else:
        at = draw(st.integers(0, len(line)))
        lines[number] = line[:at] + draw(st.sampled_from(SNIPPETS)) + line[at:]
    return "".join(lines).encode()


def use(library: Library) -> tuple[Finding, ...]:
    """Do with good content what the program does with it."""
    findings = verify(library, TODAY)
    if is_broken(findings):
        return findings
    for tree in library.trees.values():
        for seat in Seat:
            walk = begin(library, tree.id, seat)
            while walk.current is not None:
                option = Answer(frozenset({walk.current.options[0].id}))
                walk = walk.answer(option)
            decide(walk)
    return (*findings, *check_all(library, library.scenarios.values()))


@settings(max_examples=200, deadline=None)
@given(mutated())
@example(SOURCES)
def test_whatever_an_author_does_gives_findings_or_usable_content(
    sources: Sources,
) -> None:
    loaded = load(sources)

    found = loaded.findings
    if not is_broken(found):
        found += use(loaded.library)
    assert loaded.findings == in_order(list(loaded.findings))
    texts = dict(file for kind in sources.files.values() for file in kind.values())
    for finding in found:
        lines = re.split("\r\n|\r|\n", texts[finding.at.file].decode(errors="replace"))
        assert 1 <= finding.at.line <= len(lines)
        assert 1 <= finding.at.column <= len(lines[finding.at.line - 1]) + 1
        assert "\n" not in finding.message + finding.hint


def test_what_the_first_screen_takes_is_read(tmp_path: Path) -> None:
    content = library((DATA / "ok" / "eerste-scherm.yaml").read_text(), tmp_path)

    talk, complaint = content.routes["praten"], content.routes["klagen"]
    assert [clause.fact for clause in clauses_in(talk.meant_for)] == ["gedrag"]
    assert complaint.first_step is not None
    assert (complaint.first_step.text, complaint.first_step.contact) == (
        "Vraag de regeling",
        "hulplijn",
    )
    aspect = content.aspects["regie"]
    assert aspect.sets_apart
    assert aspect.levels == {"hoog": "Jij", "laag": "Een ander"}
    assert aspect.phrases == {"hoog": "jij beslist", "laag": "een ander beslist"}
    assert content.tracks["informeel"].kind is TrackKind.SUPPORT


def test_remark_for_editors_is_kept_apart_from_what_is_read(tmp_path: Path) -> None:
    content = library((DATA / "ok" / "eerste-scherm.yaml").read_text(), tmp_path)

    talk, complaint = content.routes["praten"], content.routes["klagen"]
    assert talk.editor_note == "Nog laten lezen."
    assert [(c.place, c.editor_note) for c in talk.citations] == [("", "K12")]
    assert complaint.cautions[0].editor_note == "K13"
    assert content.contacts["hulplijn"].editor_note == "Nummer gebeld."


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("7 dagen", 7),
        ("1 dag", 1),
        ("6 weken, of 10 weken met een commissie", 42),
        ("3 maanden, soms 6", 90),
        ("5 jaar", 1825),
        ("meteen", 0),
        ("zonder uitstel", 0),
        ("staat in de klachtenregeling", None),
        ("in elk geval 10 jaar", None),
    ],
)
def test_period_that_begins_with_a_length_can_be_ordered(
    period: str, days: int | None
) -> None:
    assert days_of(period) == days


@pytest.mark.parametrize(
    "address",
    [
        *("http://kwaad.nl/", "www.politie.nl", "//politie.nl", "javascript:alert(1)"),
        *(
            "data:text/html,x",
            "file:///etc/passwd",
            "https://a@b.nl/",
            "https://b.nl@c.nl",
        ),
        *(
            "https://b.nl\\@c.nl",
            "https://p\u043elitie.nl",
            "https://",
            "HTTPS://b.nl",
            "tel:x",
        ),
        *("mailto:a@b@c.nl", "https://b.nl /", "mailto:a@b.nl?bcc=c@d.nl"),
    ],
)
def test_address_that_may_lead_elsewhere_is_refused(
    address: str, tmp_path: Path
) -> None:
    assert said(contact_at(address), tmp_path)[0].endswith("is hier geen veilig adres")


@pytest.mark.parametrize(
    "address",
    [
        "https://b.nl",
        "https://a.b-c.nl:443/d@e?f#g",
        "tel:0800-1234",
        "mailto:a.b@c.nl",
    ],
)
def test_address_that_leads_where_it_says_is_kept(address: str, tmp_path: Path) -> None:
    assert laid(contact_at(address), tmp_path).findings == ()


def contact_at(address: str) -> str:
    return (
        "# contacten.yaml\ncontacten:\n  hulplijn:\n    naam: Hulplijn\n"
        f"    waarvoor: Praten\n    web: '{address}'\n    nagekeken: 2026-11-01\n"
        "    zekerheid: hoog\n    bronnen: [{bron: handleiding, plaats: p}]\n"
    )


@pytest.mark.parametrize("word", ["~", "null", "Null", "NULL"])
def test_word_for_nothing_is_no_text_unless_it_is_quoted(
    word: str, tmp_path: Path
) -> None:
    message, _ = said(f"# routes/praten.yaml\ntitel: {word}\n", tmp_path / "kaal")
    quoted = laid(f'# routes/praten.yaml\ntitel: "{word}"\n', tmp_path / "tekst")

    assert message == f"hier ontbreekt de tekst: '{word}' betekent niets"
    assert quoted.findings == ()


@pytest.mark.parametrize("text", ["ja", "JA", "'Ja '", "Ja.", '"J\\xada"'])
def test_options_that_read_the_same_are_refused(text: str, tmp_path: Path) -> None:
    options = f"{{ja: {{tekst: Ja}}, nee: {{tekst: {text}}}}}"
    question = f"{{vraag: Zo?, soort: feit, opties: {options}}}"

    message, _ = said(
        f"# gedeelde-vragen.yaml\ngedeelde-vragen:\n  gevaar: {question}\n", tmp_path
    )

    assert message == "deze keuze heeft dezelfde tekst als de keuze 'ja'"


def test_unknown_source_says_how_to_add_it(tmp_path: Path) -> None:
    _, hint = said(
        "# routes/praten.yaml\nbronnen: [{bron: wetboek-x, plaats: p}]\n", tmp_path
    )

    assert hint == "zet hem in bronnen.yaml, met 'titel', 'stand' en 'nagekeken'"


def test_clock_that_is_behind_stops_no_conversation(root: Path) -> None:
    yesterday = date(2026, 10, 31)

    assert not is_broken(verified(root, yesterday).findings)
    assert is_broken(check_content(root, yesterday).findings)
