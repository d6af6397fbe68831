"""Words for one person are plain text on one line, and what is wrong with them is told without them."""

from __future__ import annotations

from typing import Any

import pytest

from handoutgen.content.for_person import ForPerson, for_person
from handoutgen.content.person_file import MOST_BYTES, read_for_person
from handoutgen.errors import UsageProblem

ANN = "Ann Secretperson"


def refused(text: str) -> str:
    with pytest.raises(UsageProblem) as problem:
        ForPerson(name=text)
    return f"{problem.value.message} {problem.value.remedy}"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (ANN * 6, "has 96 characters"),
        (f"{ANN}\n", "has a line break or a tab"),
        (f"{ANN}\t2", "has a line break or a tab"),
        (f"{ANN}\x07", "invisible or unknown"),
        (f"{ANN}\u202e", "invisible or unknown"),
        (f"{ANN}\u2066", "invisible or unknown"),
        (f"{ANN}\u200f", "invisible or unknown"),
        (f"{ANN}\ue000", "invisible or unknown"),
        (f"{ANN}\u2028", "invisible or unknown"),
        ("\u0301\u2800", "nothing that can be seen"),
    ],
)
def test_what_cannot_be_printed_as_it_is_is_refused_and_not_repeated(text: str, why: str) -> None:
    told = refused(text)
    assert told.startswith("What is typed for this print: name ")
    assert why in told
    assert "Secretperson" not in told


def test_eighty_characters_of_any_script_and_markup_are_taken_as_they_are() -> None:
    assert ForPerson(name="a" * 80).name == "a" * 80
    for text in ("**Ann** {clinic.name} &amp; <b>", "مریم\u200cسادات", "Zoë O’Neill"):
        assert ForPerson(ask_for=text).ask_for == text


def test_each_field_is_held_to_it_and_named() -> None:
    for said, typed in (
        ("next_visit", {"next_visit": "x\n"}), ("ask_for", {"ask_for": "x\n"}),
        ("the exercise of dose 1", {"doses": (("x\n", "2"),)}), ("dose 2", {"doses": (("x", "2"), ("y", "2\n"))}),
    ):  # fmt: skip
        with pytest.raises(UsageProblem, match=f"print: {said} has a line break"):
            ForPerson(**typed)
    with pytest.raises(UsageProblem, match="more than 36 doses"):
        ForPerson(doses=(("x", "2"),) * 37)


def test_nobody_sees_them_in_a_log_and_nobody_changes_them() -> None:
    ann: Any = ForPerson(name=ANN, doses=((ANN, "2"),))
    assert repr(ann) == f"{ann}" == "ForPerson(…)"
    assert list(ann.__rich_repr__()) == []
    with pytest.raises(AttributeError):
        ann.name = "Bob"


def test_fields_of_a_page_are_trimmed_and_empty_ones_are_none() -> None:
    assert for_person({"name": f" {ANN} ", "ask_for": ""}, {"stretch": " 2 ", "other": " "}) == ForPerson(
        name=ANN, doses=(("stretch", "2"),)
    )
    assert for_person({"name": "  "}, {}) is None
    assert not ForPerson()


def test_a_file_has_the_words_as_they_are_written() -> None:
    data = f"name: {ANN}\ndoses:\n  calf-stretch: 2\n  Towel stretch: 1 or 2\nnext_visit: 05 January, 10.30\nask_for:\n"
    assert read_for_person(data.encode()) == ForPerson(
        name=ANN, doses=(("calf-stretch", "2"), ("Towel stretch", "1 or 2")), next_visit="05 January, 10.30"
    )
    assert read_for_person(b"doses:\n") is None


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("nam: Secretperson", "line 1: this key is not known. Did you mean \"name\"? The keys are: name, doses, "),
        ("name: x\nSecretperson: x", "line 2: this key is not known. The keys are: name, doses, next_visit, ask_for."),
        ("name: [Secretperson]", "line 1: one text is wanted here."),
        ("name:\n  Secretperson: x", "one text is wanted here."),
        ("doses: Secretperson", "line 1: doses are wanted by exercise."),
        ("doses: [Secretperson]", "line 1: doses are wanted by exercise."),
        ("name: 'Secretperson", "the YAML cannot be read from here on."),
        ("name: Secretperson\nname: Secretperson", "line 2: a key is written twice in the same place."),
        ("name: &a Secretperson", "an anchor, an alias, a merge key or a tag"),
        ("name: Secret\u202eperson", "line 1: a control character or an invisible mark that turns text round."),
        ("- Secretperson", "the file is too large, empty, or not a list of keys and values."),
        ("# Secretperson" + "x" * MOST_BYTES, "it has more than 32 KB."),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_file_is_told_by_its_line_and_never_by_its_words(data: str, told: str) -> None:
    with pytest.raises(UsageProblem) as problem:
        read_for_person(data.encode())
    said = f"{problem.value.message} {problem.value.remedy}"
    assert said.startswith("The file of --for-person: ")
    assert told in said
    assert "person" not in said.removeprefix("The file of --for-person: ")
    assert len(f"{said}") < 300
