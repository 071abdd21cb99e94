from vpwijzer.model.finding import Finding, Rule, Severity, in_order, is_broken
from vpwijzer.model.position import Position


def finding(line: int, code: str = "fout", *, file: str = "a.yaml") -> Finding:
    return Rule(code, "zo is het").at(Position(file, line, 1))


def test_findings_stand_in_the_order_of_the_files() -> None:
    first, second, third = finding(2), finding(10), finding(1, file="b.yaml")

    assert in_order([third, second, first]) == (first, second, third)


def test_findings_at_one_place_stand_in_the_order_of_their_codes() -> None:
    assert in_order([finding(1, "b"), finding(1, "a")]) == (
        finding(1, "a"),
        finding(1, "b"),
    )


def test_the_same_finding_twice_is_one_finding() -> None:
    assert in_order([finding(1), finding(1)]) == (finding(1),)


def test_a_finding_is_an_error_unless_it_says_otherwise() -> None:
    assert is_broken((finding(1),))


def test_warnings_break_nothing() -> None:
    warning = Rule("c", "m", severity=Severity.WARNING).at(Position("a.yaml", 1, 1))

    assert not is_broken((warning,))


def test_one_error_among_warnings_breaks() -> None:
    warning = Rule("c", "m", severity=Severity.WARNING).at(Position("a.yaml", 1, 1))

    assert is_broken((warning, finding(2)))


def test_names_stand_in_the_message_and_in_the_remedy() -> None:
    rule = Rule("c", "'{}' staat niet bij '{}'", "schrijf '{1}: {0}'")

    made = rule.at(Position("a.yaml", 1, 1), "x", "{0}")

    assert (made.message, made.hint) == ("'x' staat niet bij '{0}'", "schrijf '{0}: x'")


def test_hint_of_its_own_replaces_the_remedy() -> None:
    rule = Rule("c", "dit", "schrijf '{}'")

    assert rule.at(Position("a.yaml", 1, 1), hint="bedoelde je 'x'?").hint == (
        "bedoelde je 'x'?"
    )


def test_other_words_are_the_same_kind_of_finding() -> None:
    rule = Rule("c", "dit", severity=Severity.WARNING, names_cause=True)

    other = rule.saying("dat", "zo")

    assert (other.code, other.severity, other.names_cause) == (
        "c",
        Severity.WARNING,
        True,
    )
