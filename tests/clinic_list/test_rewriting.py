"""A clinic's file with other values: what was asked for changes, and every other line stays as it was written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handoutgen.clinic_list.rewriting import plain, rewritten
from handoutgen.content.yaml.reader import read_yaml
from handoutgen.errors import ContentRefused, HandoutError

FILE = """\
# Ours, since 2019.
id: hill
name: Hill Clinic   # as on the door

address:
  - 1 Hill Street
  - Bristol  # the town
phones:
  # The nurse answers this one.
  - label: Nurse line
    number: 0117 496 0123
    hours: Monday to Friday
  - label: Appointments
    number: 0117 496 0150
emergency_number: "999"
colour: "#005f6b"
interpreter: >
  Tell us when you call.
  It is free.
languages: [en-GB, cy]
# The end.
"""


def says(data: bytes) -> dict[str, Any]:
    read = read_yaml(data, "")
    assert read.root is not None and not any(finding.is_error for finding in read.diagnostics)
    found = plain(read.root)
    assert isinstance(found, dict)
    return found


def changed_lines(**changes: Any) -> tuple[list[str], list[str]]:
    """Lines of the old file that are gone, and lines that came."""
    new = rewritten(FILE.encode(), changes)
    assert says(new.data) == {k: v for k, v in {**says(FILE.encode()), **changes}.items() if v is not None}
    old_lines, new_lines = FILE.splitlines(), new.data.decode().splitlines()
    return [x for x in old_lines if x not in new_lines], [x for x in new_lines if x not in old_lines]


def phone(label: str, number: str, hours: str = "") -> dict[str, str]:
    return {"label": label, "number": number, **({"hours": hours} if hours else {})}


NURSE, DESK = phone("Nurse line", "0117 496 0123", "Monday to Friday"), phone("Appointments", "0117 496 0150")


@pytest.mark.parametrize(
    ("changes", "gone", "came"),
    [
        ({}, [], []),
        ({"name": "Hill Clinic"}, [], []),
        ({"name": "No: 1 # yes"}, ["name: Hill Clinic   # as on the door"], ['name: "No: 1 # yes"   # as on the door']),
        ({"emergency_number": "112"}, ['emergency_number: "999"'], ['emergency_number: "112"']),
        ({"email": "a@hill.example"}, [], ['email: "a@hill.example"']),
        ({"colour": None}, ['colour: "#005f6b"'], []),
        ({"languages": ["en-GB"]}, ["languages: [en-GB, cy]"], ["languages: [en-GB]"]),
        ({"phones": [phone("Nurse line", "0117 496 0124", "Monday to Friday"), DESK]},
         ["    number: 0117 496 0123"], ['    number: "0117 496 0124"']),
        ({"phones": [NURSE, {**DESK, "hours": "Mornings"}, phone("Fax", "1")]},
         [], ["    hours: Mornings", "  - label: Fax", '    number: "1"']),
        ({"phones": [phone("Nurse line", "0117 496 0123"), DESK]}, ["    hours: Monday to Friday"], []),
        ({"address": ["1 Hill Street", "Bath"]}, ["  - Bristol  # the town"], ["  - Bath  # the town"]),
        ({"interpreter": "Ask."}, ["interpreter: >", "  Tell us when you call.", "  It is free."],
         ["interpreter: Ask."]),
        ({"approvals": [{"leaflet": "a", "version": "1.0"}]}, [],
         ["approvals:", "  - leaflet: \"a\"", '    version: "1.0"']),
    ],
)  # fmt: skip
def test_only_the_lines_of_what_changes_are_written_anew(
    changes: dict[str, Any], gone: list[str], came: list[str]
) -> None:
    assert changed_lines(**changes) == (gone, came)


def test_a_key_comes_where_the_model_has_it() -> None:
    lines = rewritten(FILE.encode(), {"organisation": "Hill Trust"}).data.decode().splitlines()
    assert lines[3] == "organisation: Hill Trust"


def test_a_comment_inside_what_is_written_anew_is_told() -> None:
    new = rewritten(FILE.encode(), {"phones": [DESK]})
    assert new.lost == ("The nurse answers this one.",)
    assert b"# as on the door" in new.data and b"# The end." in new.data
    assert rewritten(FILE.encode(), {"name": "B # c"}).lost == ()


def test_line_ends_and_the_mark_of_the_encoding_stay() -> None:
    old = b"\xef\xbb\xbf" + FILE.replace("\n", "\r\n").encode()
    new = rewritten(old, {"name": "B", "email": "a@b.example"}).data
    assert new.startswith(b"\xef\xbb\xbf# Ours") and b"\n" not in new.replace(b"\r\n", b"")


def test_a_file_without_a_last_line_end_gets_none_in_the_wrong_place() -> None:
    assert rewritten(b"id: a", {"name": "B"}).data == b'id: a\nname: "B"\n'


def test_a_file_that_cannot_be_changed_without_guessing_is_refused() -> None:
    with pytest.raises(HandoutError, match="cannot be changed here"):
        rewritten(b"{id: a, name: B}\n", {"name": "C", "email": "x@y.example"})


def test_what_is_no_yaml_is_told_with_its_place() -> None:
    with pytest.raises(ContentRefused):
        rewritten(b"id: [a\n", {"name": "B"})


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=20).map(
    str.strip
).filter(bool)  # fmt: skip
PHONES = st.lists(
    st.fixed_dictionaries({"label": WORDS, "number": WORDS}, optional={"hours": WORDS}), min_size=1, max_size=4
)


@given(name=WORDS, phones=PHONES | st.none(), address=st.lists(WORDS, min_size=1, max_size=5) | st.none())
def test_whatever_is_typed_the_file_says_just_that(name: str, phones: Any, address: Any) -> None:
    changed_lines(name=name, phones=phones, address=address)
