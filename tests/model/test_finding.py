from vpwijzer.model.finding import Finding, Severity, in_order, is_broken
from vpwijzer.model.position import Position


def finding(line: int, code: str = "fout", *, file: str = "a.yaml") -> Finding:
    return Finding(Position(file, line, 1), code, "zo is het")


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
    warning = Finding(Position("a.yaml", 1, 1), "c", "m", severity=Severity.WARNING)

    assert not is_broken((warning,))


def test_one_error_among_warnings_breaks() -> None:
    warning = Finding(Position("a.yaml", 1, 1), "c", "m", severity=Severity.WARNING)

    assert is_broken((warning, finding(2)))
