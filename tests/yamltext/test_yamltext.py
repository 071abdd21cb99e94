import re
import subprocess
import sys

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from vpwijzer.model.finding import Finding, is_broken
from vpwijzer.model.position import Position
from vpwijzer.yamltext import Items, Node, Table, Text, parse

PARSERS = [yaml.BaseLoader, getattr(yaml, "CBaseLoader", yaml.BaseLoader)]
ENGLISH = re.compile(r"mapping|scalar|token|\bkey|sequence|expected|found|block")

VALID = """\
boom: klacht
vragen:
  gedrag:
    vraag: Wat voor gedrag is het?
    uitleg: >-
      Kies alles
      wat past.
    opties:
      pesten: {tekst: 'Pesten', uitleg: "Steeds weer?"}
      anders: {tekst: Iets anders}
vervolg:
  - omgeving
  - [ja, nee]
"""


@pytest.fixture(params=PARSERS, ids=["pure", "c"])
def loader(request: pytest.FixtureRequest) -> type[yaml.BaseLoader]:
    chosen: type[yaml.BaseLoader] = request.param
    return chosen


def plain(node: Node | None) -> object:
    """Drop the places."""
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    if isinstance(node, Table):
        return {key.value: plain(value) for key, value in node.entries}
    return node and node.value


def places(findings: tuple[Finding, ...]) -> list[tuple[str, int, int]]:
    return [(found.code, found.at.line, found.at.column) for found in findings]


def refused(text: str, loader: type[yaml.BaseLoader]) -> list[tuple[str, int, int]]:
    return places(parse(text.encode(), "f", loader)[1])


def test_every_scalar_stays_what_was_typed(loader: type[yaml.BaseLoader]) -> None:
    text = "[nee, 2026-11-21, 10:30, 0o17, ~, 1_000, .inf, =, 'x', \"\\u00e9\"]"

    node, findings = parse(text.encode(), "f", loader)

    assert findings == ()
    assert plain(node) == [
        *("nee", "2026-11-21", "10:30", "0o17", "~", "1_000", ".inf", "=", "x", "é")
    ]


def test_names_and_values_know_their_place(loader: type[yaml.BaseLoader]) -> None:
    node, _ = parse(b"a:\n  bcd: 'ef'\n  g: [h]\n", "map/f.yaml", loader)

    inner = Table(
        (
            (
                Text("bcd", Position("map/f.yaml", 2, 3, 3)),
                Text("ef", Position("map/f.yaml", 2, 8, 4)),
            ),
            (
                Text("g", Position("map/f.yaml", 3, 3)),
                Items(
                    (Text("h", Position("map/f.yaml", 3, 7)),),
                    Position("map/f.yaml", 3, 6),
                ),
            ),
        ),
        Position("map/f.yaml", 2, 3),
    )
    assert node == Table(
        ((Text("a", Position("map/f.yaml", 1, 1)), inner),),
        Position("map/f.yaml", 1, 1),
    )


def test_table_gives_a_value_by_name() -> None:
    node, _ = parse(b"a: b\nc: d\n", "f")

    assert isinstance(node, Table)
    assert plain(node.get("c")) == "d"
    assert node.get("e") is None


@pytest.mark.parametrize(
    ("text", "column", "width"),
    [
        ("a: >-\n  een\n  twee\n", 4, 2),
        ("a: een   \n  twee\n", 4, 3),
        ('a: "een\n  twee"\n', 4, 4),
        ("abc:\nb: c\n", 1, 3),
        ("abc:  # x\n", 1, 3),
        ('a: ""\n', 4, 2),
    ],
)
def test_long_or_missing_value_has_a_place_to_mark(
    text: str, column: int, width: int, loader: type[yaml.BaseLoader]
) -> None:
    node, _ = parse(text.encode(), "f", loader)

    assert isinstance(node, Table)
    assert node.entries[0][1].at == Position("f", 1, column, width)


@pytest.mark.parametrize(
    "text",
    [
        "\ufeffa: b\n",
        "a: b\r\n",
        "a: b\r",
        "a: b",
        "---\na: b\n...\n",
        "# kop\n\na: b  # eind\n",
        "{a: b}",
    ],
)
def test_layout_that_does_not_matter(text: str, loader: type[yaml.BaseLoader]) -> None:
    node, findings = parse(text.encode(), "f", loader)

    assert (plain(node), findings) == ({"a": "b"}, ())


def test_joiners_in_words_and_emoji_are_text(loader: type[yaml.BaseLoader]) -> None:
    node, findings = parse("a: 👩\u200d⚕️ می\u200cشود".encode(), "f", loader)

    assert (plain(node), findings) == ({"a": "👩\u200d⚕️ می\u200cشود"}, ())


def test_soft_hyphen_is_ordinary_typography(loader: type[yaml.BaseLoader]) -> None:
    node, findings = parse("a: klachten\xadcommissie".encode(), "f", loader)

    assert (plain(node), findings) == ({"a": "klachten\xadcommissie"}, ())


@pytest.mark.parametrize("text", ["a: -5 graden", "a: -Leg", "- [-Leg]", "a:\n  --Leg"])
def test_dash_that_begins_no_line_is_text(
    text: str, loader: type[yaml.BaseLoader]
) -> None:
    assert refused(text, loader) == []


def test_comment_with_room_around_it_is_no_text(loader: type[yaml.BaseLoader]) -> None:
    assert refused("a: b  # c\nd: 'e' #f\ng: >-\n  h #i\n# j\n", loader) == []


def test_text_cut_off_by_a_comment_is_a_warning(loader: type[yaml.BaseLoader]) -> None:
    node, findings = parse(b"a: Zie punt #3 van\nb: c\n", "f", loader)

    assert plain(node) == {"a": "Zie punt", "b": "c"}
    assert not is_broken(findings)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: &b c\n", "schrijf hier dan voluit"),
        ('a: "Let op”\n', "een krom telt niet"),
        ("a: “Let op: b”\n", "rechte aanhalingstekens"),
        ("a: Punt #3\n", "twee spaties voor en één achter"),
        ("a: b\n...\nc: d\n", "haal de drie punten weg"),
    ],
)
def test_remedy_is_about_what_is_wrong(
    text: str, words: str, loader: type[yaml.BaseLoader]
) -> None:
    [finding] = parse(text.encode(), "f", loader)[1]

    assert words in finding.hint


@pytest.mark.parametrize("text", ["{a: Echt waar?, b: Wat ? dan}", "[a:?b, Ja??]"])
def test_question_marks_between_brackets_are_text(
    text: str, loader: type[yaml.BaseLoader]
) -> None:
    node, findings = parse(text.encode(), "f", loader)

    assert findings == ()
    assert "?" in str(plain(node))


# What an author wrote, the code, line and column of the one finding, and its words.
MISTAKES = [
    ("titel: Let op: bel 112\n", "dubbele-punt", 1, 14, "breekt de zin af"),
    ("titel: Let op:\nb: c\n", "dubbele-punt", 1, 14, "breekt de zin af"),
    ("- a: b: c\n", "dubbele-punt", 1, 7, "breekt de zin af"),
    ("a: {tekst: Let op: bel}\n", "dubbele-punt", 1, 18, "breekt de zin af"),
    ("a: {\n  b: Let op: x\n}\n", "dubbele-punt", 2, 12, "breekt de zin af"),
    ("- " + "a" * 1100 + ": b\n", "dubbele-punt", 1, 1103, "breekt de zin af"),
    ("--- a: b\n", "dubbele-punt", 1, 6, "breekt de zin af"),
    ("a: b\n# c\n\n  d: e\n", "inspringen", 4, 3, "verder in dan de regel erboven"),
    ('a: "b"\n  c: d\n', "inspringen", 2, 3, "verder in dan de regel erboven"),
    ("a:\n    b: c\n  d: e\n", "inspringen", 3, 3, "geen enkel niveau erboven"),
    ("a:\n    - b\n  - c\n", "inspringen", 3, 3, "geen enkel niveau erboven"),
    ("  a: b\nc: d\n", "inspringen", 2, 1, "geen enkel niveau erboven"),
    ("a:\n\tb: c\n", "tab", 2, 1, "spaties in plaats van een tab"),
    ("a:\tb\n", "tab", 1, 3, "spaties in plaats van een tab"),
    ('a: "b\\tc"\n', "backslash", 1, 6, "een backslash"),
    ('a: "C:\\nieuw"\n', "backslash", 1, 7, "een backslash"),
    ('a: "b\n  \\e"\n', "backslash", 2, 3, "een backslash"),
    ("tekst: - streep\n", "streepje", 1, 8, "een streepje begint een lijst"),
    ("[- a]\n", "streepje", 1, 2, "een streepje begint een lijst"),
    ("a: b\n- c\n", "streepje", 2, 1, "tussen regels met een naam"),
    ("- a\nb: c\n", "streepje", 2, 1, "voor deze regel ontbreekt een streepje"),
    ("- a\n  - b\n  - c\n", "streepje", 2, 3, "hoort hier bij de tekst erboven"),
    ("a: 'foto's'\n", "aanhalingsteken", 1, 9, "tekst met een apostrof"),
    ("a: 'foto's: b'\n", "aanhalingsteken", 1, 9, "tekst met een apostrof"),
    ("a: {b: 'foto's'}\n", "aanhalingsteken", 1, 13, "tekst met een apostrof"),
    ('a: "open\nb: c\n', "aanhalingsteken", 1, 4, "opent een aanhalingsteken"),
    ("a: 'open\nb: 'c'\n", "aanhalingsteken", 1, 4, "opent een aanhalingsteken"),
    ('a: "open\n---\nb: c\n', "aanhalingsteken", 1, 4, "opent een aanhalingsteken"),
    ('a: [{b: "o}]\nc: "d"\n', "aanhalingsteken", 1, 9, "opent een aanhalingsteken"),
    ('a: "b" c\n', "aanhalingsteken", 1, 8, "staat nog tekst"),
    ('a: "b\\q"\n', "backslash", 1, 6, "een backslash"),
    ('a: "C:\\Users"\n', "backslash", 1, 7, "een backslash"),
    ('a: "\\ud800"\n', "backslash", 1, 5, "een backslash"),
    ('a: "\\U0000dFFF"\n', "backslash", 1, 5, "een backslash"),
    ('a: "\\U00110000"\n', "backslash", 1, 5, "een backslash"),
    ("tekst: *let op*\n", "anker", 1, 8, "een sterretje vooraan"),
    ("tekst: **vet**\n", "anker", 1, 8, "een sterretje vooraan"),
    ("tekst: *let\n", "anker", 1, 8, "een sterretje vooraan"),
    ("tekst: &meer x\n", "anker", 1, 8, "een en-teken vooraan"),
    ("tekst: & meer\n", "anker", 1, 8, "een en-teken vooraan"),
    ("&a\n", "anker", 1, 1, "een en-teken vooraan"),
    ("tekst: &a op: b\n", "anker", 1, 8, "een en-teken vooraan"),
    ("tekst: !let op\n", "tag", 1, 8, "een uitroepteken vooraan"),
    ("tekst: !e!let op\n", "tag", 1, 8, "een uitroepteken vooraan"),
    ("tekst: !! op: b\n", "tag", 1, 8, "een uitroepteken vooraan"),
    ("tekst: !<\n", "tag", 1, 8, "een uitroepteken vooraan"),
    ("tekst: @iemand\n", "teken-vooraan", 1, 8, "een apenstaartje vooraan"),
    ("tekst: `x`\n", "teken-vooraan", 1, 8, "een schuin aanhalingsteken"),
    ("tekst: %\n", "teken-vooraan", 1, 8, "een procentteken vooraan"),
    ("%YAML 1.1\n---\na: b\n", "teken-vooraan", 1, 1, "een procentteken vooraan"),
    ("tekst: ? x\n", "teken-vooraan", 1, 8, "een vraagteken vooraan"),
    ("? a\n: b\n", "teken-vooraan", 1, 1, "een vraagteken vooraan"),
    ("a: , b\n", "teken-vooraan", 1, 4, "een komma vooraan"),
    ("a: > b\n", "teken-vooraan", 1, 4, "een groter-dan-teken vooraan"),
    ("a: | b\n", "teken-vooraan", 1, 4, "een rechte streep vooraan"),
    ("a: |#\n  b\n", "teken-vooraan", 1, 4, "een rechte streep vooraan"),
    ("a: b\ntitel:foo\n", "dubbele-punt", 2, 6, "ontbreekt een spatie"),
    ("titel:foo\na: b\n", "dubbele-punt", 1, 6, "ontbreekt een spatie"),
    ('"titel":foo\na: b\n', "dubbele-punt", 1, 8, "ontbreekt een spatie"),
    ("[a:,b]\n", "dubbele-punt", 1, 3, "ontbreekt een spatie"),
    ("a: b\nfoo\nc: d\n", "dubbele-punt", 2, 1, "ontbreekt een dubbele punt"),
    ("foo\na: b\n", "dubbele-punt", 1, 1, "ontbreekt een dubbele punt"),
    (": b\n", "dubbele-punt", 1, 1, "ontbreekt een naam"),
    ("{: b}\n", "dubbele-punt", 1, 2, "ontbreekt een naam"),
    ("a: [b, c\nd: e\n", "haakje", 1, 4, "opent een haakje dat niet sluit"),
    ("a: {b: c\nd: e\n", "haakje", 1, 4, "opent een haakje dat niet sluit"),
    ("a: [[b], ", "haakje", 1, 4, "opent een haakje dat niet sluit"),
    ("- [a\n- b\n", "haakje", 1, 3, "opent een haakje dat niet sluit"),
    ("a: [b]]\n", "haakje", 1, 7, "dit haakje sluit niets"),
    ("a: }\n", "haakje", 1, 4, "dit haakje sluit niets"),
    ("a: [b}\n", "haakje", 1, 6, "past niet bij"),
    ("a: [b] c\n", "haakje", 1, 8, "staat nog tekst"),
    ("a: [[b] c]\n", "haakje", 1, 9, "ontbreekt een komma"),
    ("a: b\na: c\n", "dubbele-sleutel", 2, 1, "'a' staat hier twee keer"),
    ("a: b\n<<: c\n", "samenvoegsleutel", 2, 1, "'<<' kan hier niet"),
    ("[a]: b\n", "samengestelde-sleutel", 1, 1, "geen lijst of tabel"),
    ("a: {{ naam }}\n", "samengestelde-sleutel", 1, 5, "geen lijst of tabel"),
    ("a: b\n---\nc: d\n", "meer-documenten", 2, 1, "tweede document"),
    ("", "leeg-bestand", 1, 1, "leeg"),
    ("# niets\n", "leeg-bestand", 1, 1, "leeg"),
    ("---\n", "leeg-bestand", 1, 1, "leeg"),
    ("a: \x00b\n", "verboden-teken", 1, 4, "U+0000"),
    ("a: b\u202e\n", "verboden-teken", 1, 5, "U+202E"),
    ("a: b\u2067\n", "verboden-teken", 1, 5, "U+2067"),
    ("a: b\u200b\n", "verboden-teken", 1, 5, "U+200B"),
    ("a: b\x85\n", "verboden-teken", 1, 5, "U+0085"),
    ("a: b\ufeff\n", "verboden-teken", 1, 5, "U+FEFF"),
    ("a: b\u200dc\n", "verboden-teken", 1, 5, "U+200D"),
    ("a: 👩\u200d b\n", "verboden-teken", 1, 5, "U+200D"),
    ("a: b\u200c\n", "verboden-teken", 1, 5, "U+200C"),
    ("a:\n \xa0b: c\n", "verboden-teken", 2, 2, "U+00A0"),
    ("a:\u2003b\n", "verboden-teken", 1, 3, "U+2003"),
    ('a: "\\x1b[2J"\n', "verboden-teken", 1, 4, "U+001B"),
    ('a: "\\u202E"\n', "verboden-teken", 1, 4, "U+202E"),
    ("...\n", "meer-documenten", 1, 1, "drie punten"),
    ("a: b\n...\nc: d\n", "meer-documenten", 2, 1, "drie punten"),
    ("a: b\n... en dan\n", "meer-documenten", 2, 1, "drie punten"),
    ("<<<<<<< h\na: b\n=======\na: c\n>>>>>>> x\n", "samenvoeging", 1, 1, "versies"),
    ("a: b\n=======\na: c\n>>>>>>> x\n", "samenvoeging", 2, 1, "versies"),
    ("a:\n  -Leg de\n  -Zeg\nb: c\n", "streepje", 2, 3, "ontbreekt een spatie"),
    ("a:\n  - A\n  -Leg de\n  - B\n", "streepje", 3, 3, "ontbreekt een spatie"),
    ("a:\n  -Leg de\n  - B\n", "streepje", 2, 3, "ontbreekt een spatie"),
    ("a:\n  - A\n  -b: c\n", "streepje", 3, 3, "ontbreekt een spatie"),
    ("a:\n  - A\n   -Leg de\n", "streepje", 3, 4, "ontbreekt een spatie"),
    ("-leg: x\n", "streepje", 1, 1, "ontbreekt een spatie"),
    ("- a: b\n  c: d\n  a: e\n  c: f\n", "streepje", 3, 3, "ontbreekt een streepje"),
    ("a: “Let op: bel”\n", "dubbele-punt", 1, 11, "breekt de zin af"),
    ('a: "Let op”\nb: c\n', "aanhalingsteken", 1, 4, "opent een aanhalingsteken"),
    ('a: "x",\nb: c\n', "komma", 1, 7, "staat een komma"),
    ("a: [x],  # y\nb: c\n", "komma", 1, 7, "staat een komma"),
    ("a: Punt #3 van\n", "hekje", 1, 9, "telt de rest van de regel niet mee"),
    ("a: Punt # 3 van\n", "hekje", 1, 9, "telt de rest van de regel niet mee"),
    ("a: Punt   #3 van\n", "hekje", 1, 11, "telt de rest van de regel niet mee"),
    (
        "a: {b: Punt #3, c: d}\n",
        "yaml-fout",
        1,
        13,
        "telt de rest van de regel niet mee",
    ),
    ("a: b\n  punt #3\n  c\n", "yaml-fout", 2, 8, "telt de rest van de regel niet mee"),
    ("a #b: c\nd: e\n", "yaml-fout", 1, 3, "telt de rest van de regel niet mee"),
    ("a: #3 x\nb: c\n", "teken-vooraan", 1, 4, "een hekje vooraan"),
    ("a:\n- #3 x\n- y\n", "teken-vooraan", 2, 3, "een hekje vooraan"),
    ("a:\n- b\n,c\n", "yaml-fout", 3, 1, "niet te lezen"),
    ("a: *b c\n,d\n", "anker", 1, 4, "een sterretje vooraan"),
    ("a: b\n,c\n", "yaml-fout", 2, 1, "niet te lezen"),
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: repr(mistake[0][:30]))
def test_each_mistake_is_one_finding_in_dutch(
    mistake: tuple[str, str, int, int, str], loader: type[yaml.BaseLoader]
) -> None:
    text, code, line, column, words = mistake

    _, findings = parse(text.encode(), "f", loader)

    assert places(findings) == [(code, line, column)]
    assert words in findings[0].message
    assert findings[0].hint
    assert not ENGLISH.search(findings[0].message + findings[0].hint)


def test_problems_that_allow_it_are_collected(loader: type[yaml.BaseLoader]) -> None:
    text = "a: b\na: &x c\n<<: d\n[e]: f\ng: *x\nh: 'i' j\n"

    assert refused(text, loader) == [
        ("dubbele-sleutel", 2, 1),
        ("anker", 2, 4),
        ("samenvoegsleutel", 3, 1),
        ("samengestelde-sleutel", 4, 1),
        ("anker", 5, 4),
        ("aanhalingsteken", 6, 8),
    ]


def test_of_equal_names_the_first_stays(loader: type[yaml.BaseLoader]) -> None:
    node, findings = parse(b"a: b\nc: d\na: e\n", "f", loader)

    assert plain(node) == {"a": "b", "c": "d"}
    assert "regel 1" in findings[0].hint


def test_control_characters_never_leave_in_a_value(
    loader: type[yaml.BaseLoader],
) -> None:
    node, _ = parse(b'a: "\\x1b[2J"', "f", loader)

    assert plain(node) == {"a": "\ufffd[2J"}


def test_suspect_characters_are_found_on_every_line(
    loader: type[yaml.BaseLoader],
) -> None:
    assert refused("a: b\x01\x01\nc:\t\t\t\nd: e\n\x7f", loader) == [
        ("verboden-teken", 1, 5),
        ("tab", 2, 3),
        ("verboden-teken", 4, 1),
    ]


def test_bytes_that_are_not_utf8_are_pointed_at() -> None:
    _, findings = parse("a: één\nb: caf\xe9\n".encode("latin-1"), "f")
    _, later = parse("\ufeffa: één\r\nb: é".encode() + b"\xff", "f")

    assert places(findings) == [("geen-utf8", 1, 4)]
    assert places(later) == [("geen-utf8", 2, 5)]


def test_forty_levels_are_read_and_one_more_is_refused(
    loader: type[yaml.BaseLoader],
) -> None:
    assert refused("[" * 40 + "]" * 40, loader) == []
    assert refused("[" * 41 + "]" * 41, loader) == [("te-diep", 1, 41)]
    assert refused("- " * 41, loader) == [("te-diep", 1, 81)]


def test_more_than_two_megabytes_is_refused() -> None:
    assert places(parse(b"#" * 2_000_001, "f")[1]) == [("te-groot", 1, 1)]
    assert places(parse(b"#" * 2_000_000, "f")[1]) == [("leeg-bestand", 1, 1)]


def test_more_than_a_hundred_thousand_values_is_refused() -> None:
    assert places(parse(b"- a\n" * 100_001, "f")[1]) == [("te-groot", 100_000, 3)]


def test_no_more_findings_than_anyone_reads() -> None:
    assert len(parse(b"a: b\n" * 500, "f")[1]) == 100
    assert len(parse(b"\x01\n" * 500, "f")[1]) == 100


@pytest.mark.parametrize("part", ["[", "{", "- ", "? ", '"a": [', "[\n"])
def test_deep_nesting_does_not_crash_the_interpreter(part: str) -> None:
    script = (
        "from vpwijzer.yamltext import parse;"
        f"print(parse(({part!r} * 100_000).encode(), 'f')[1][0].code)"
    )

    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )

    assert (ran.returncode, ran.stdout) == (0, "te-diep\n")


PIECES = [
    *(" ", "\n", "\n  ", "- ", ": ", ":", "? ", "?", "[", "]", "{", "}", ",", '"', "'"),
    *("#", " #", "&", "*", "!", "|", ">", "%", "@", "`", "---", "...", "<<", "\\", "~"),
    *("\t", "\r", "\xa0", "\x00", "\u202e", "\\ud800", "\\U00110000", "é", "a", "b"),
]
TEXTS = st.lists(st.sampled_from(PIECES), max_size=20).map("".join) | st.text()
MUTATIONS = st.lists(
    st.tuples(
        st.integers(0, len(VALID)), st.sampled_from(["", *PIECES]), st.integers(0, 4)
    ),
    max_size=4,
)


def check(data: bytes) -> None:
    for loader in PARSERS:
        node, findings = parse(data, "f", loader)
        assert node is not None or is_broken(findings)
        for found in findings:
            assert 1 <= found.at.line <= data.count(b"\n") + data.count(b"\r") + 2
            assert not ENGLISH.search(found.message)


@given(st.binary())
def test_any_bytes_give_a_node_or_an_error(data: bytes) -> None:
    check(data)


@given(TEXTS)
@example("{")
@example("? :")
def test_any_text_gives_a_node_or_an_error(text: str) -> None:
    check(text.encode(errors="replace"))


def mutate(changes: list[tuple[int, str, int]]) -> str:
    text = VALID
    for at, piece, gone in changes:
        text = text[:at] + piece + text[at + gone :]
    return text


@settings(max_examples=300)
@given(MUTATIONS)
def test_any_slip_of_the_pen_gives_a_node_or_an_error(
    changes: list[tuple[int, str, int]],
) -> None:
    check(mutate(changes).encode())


@given(st.integers(0, len(VALID)), st.sampled_from(["", " ", ": ", "- ", "'", '"']))
def test_both_parsers_say_the_same_after_one_slip(at: int, piece: str) -> None:
    data = mutate([(at, piece, 1)]).encode()

    assert parse(data, "f", PARSERS[0]) == parse(data, "f", PARSERS[1])


# A blank that is no space is refused where layout counts, so it is not among them.
WORDS = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=["C", "Zl", "Zp", "Zs"],
        include_characters=" ",
    ),
    max_size=30,
)
# PyYAML writes an empty or long name as '? name', which is refused; and so is a name
# that looks like an item of a list without its space.
NAMES = WORDS.filter(lambda word: word != "<<" and not re.match(r"$|-[^\W\d_]", word))
NESTED = st.recursive(
    WORDS,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4)
    ),
    max_leaves=15,
)


@given(st.dictionaries(st.just("a"), NESTED, min_size=1), st.sampled_from([None, "'"]))
def test_what_is_dumped_is_read_back(data: object, style: str | None) -> None:
    text = yaml.safe_dump(data, default_style=style, allow_unicode=True, width=40)

    for loader in PARSERS:
        node, findings = parse(text.encode(), "f", loader)
        assert ([f.code for f in findings], plain(node)) == ([], data)
