"""What must and should be arranged, for an organisation like this one."""

from dataclasses import replace

from builders import answer
from bundled import bundled

from vpwijzer.model import Places
from vpwijzer.organisation.checklist import checklist


def test_content_without_a_mirror_asks_nothing() -> None:
    assert checklist(replace(bundled(), places=Places()), {}) is None


def test_what_is_there_is_ticked_and_what_must_be_is_not() -> None:
    facts = {
        "sector": answer("zorg"),
        "grootte": answer("250-plus"),
        "medezeggenschap": answer("ja"),
        "regelen-gedrag": answer("klachtenregeling"),
    }

    found = checklist(bundled(), facts)

    assert found is not None
    there = {ruling.route.id for ruling in found.there}
    missing = {ruling.route.id for ruling in found.missing}
    assert any("klachtenregeling" in name for name in there)
    assert "inrichting-code-omgang" in missing
    assert not there & missing


def test_what_nobody_said_is_to_be_found_out() -> None:
    found = checklist(bundled(), {"sector": answer("zorg")})

    assert found is not None
    assert found.there == ()
    assert len(found.unsure) > len(found.missing)
