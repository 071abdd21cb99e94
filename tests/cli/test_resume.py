"""A conversation goes on from the code that was written down."""

import re

from program import process

CODE = re.compile(r"^(?:[0-9A-Z]{6} )*[0-9A-Z]{1,6}$", re.MULTILINE)


def talk(*words: str, typed: str) -> str:
    return process(*words, "--toegankelijk", stdin=typed).stdout


def test_code_of_a_stopped_conversation_brings_its_next_question_back() -> None:
    stopped = talk("zelfcheck", typed="1\n5\n1\ns\n3\ns\n")
    (code,) = CODE.findall(stopped)

    resumed = talk("hervat", typed=f"{code.lower()}\n")

    asked = [line for line in stopped.splitlines() if line.endswith("?")]
    assert asked[2] in resumed
    assert asked[1] not in resumed


def test_misspelt_code_is_said_and_may_be_typed_again() -> None:
    stopped = talk("zelfcheck", typed="1\n5\n1\ns\n3\ns\n")
    (code,) = CODE.findall(stopped)

    resumed = talk("hervat", typed=f"{code}0\n{code}\n")

    assert "Deze code klopt niet" in resumed
    assert "Waar gaat het over?" in resumed


def test_code_is_no_argument_as_others_may_read_those() -> None:
    refused = process("hervat", "37N804 G18CN")

    assert refused.returncode == 2
    assert "37N804" not in refused.stdout


def test_nothing_typed_ends_without_a_word() -> None:
    ended = process("hervat", "--toegankelijk", stdin="\n")

    assert (ended.returncode, ended.stderr) == (0, "")
