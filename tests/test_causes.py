from vpwijzer.cli.causes import by_cause
from vpwijzer.finding import Finding, Severity
from vpwijzer.position import Position


def finding(
    file: str, code: str, message: str = "", severity: Severity = Severity.ERROR
) -> Finding:
    return Finding(Position(file, 1, 1), code, message, severity=severity)


def test_one_cause_that_shows_in_many_places_is_one_finding() -> None:
    places = ("c.yaml", "a.yaml", "b.yaml")

    (found,) = by_cause(finding(f, "geen-antwoord", "de vraag 'x'") for f in places)

    assert found.at.file == "a.yaml"
    assert [at.file for at in found.also] == ["b.yaml", "c.yaml"]


def test_different_names_have_different_causes() -> None:
    found = by_cause(
        finding("a.yaml", "onbekende-vraag", message) for message in ("'x'", "'y'")
    )

    assert [(each.message, each.also) for each in found] == [("'x'", ()), ("'y'", ())]


def test_the_same_words_about_the_text_itself_are_apart() -> None:
    found = by_cause(finding(f, "dubbele-punt", "zo") for f in ("a.yaml", "b.yaml"))

    assert [each.also for each in found] == [(), ()]


def test_what_may_follow_from_another_comes_after_it_and_warnings_last() -> None:
    found = by_cause(
        [
            finding("a.yaml", "bron-verlopen", severity=Severity.WARNING),
            finding("b.yaml", "verwachting"),
            finding("c.yaml", "waarborg-geschonden"),
        ]
    )

    codes = ["waarborg-geschonden", "verwachting", "bron-verlopen"]
    assert [each.code for each in found] == codes
