from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import force_setattr

from handoutgen.approval.content_text import ContentLine, ContentText
from handoutgen.content.load import clinic_from
from handoutgen.errors import HandoutError
from handoutgen.service.approving import TextToApprove, counts_for, is_a_role, stands_in_the_way, with_approval
from handoutgen.service.clinic_details import read_clinic_file
from handoutgen.service.traffic_light import LeafletStanding, LightReason
from service.small_project import TODAY, write_clinic

OLD = """\
approvals:
  # Read in June.
  - leaflet: cramps
    version: "0.9"
    role: Pharmacist
    date: 2026-06-01
"""


def said(*lines: str, version: str = "1.0", language: str = "en-GB") -> TextToApprove:
    """A text of cramps with these lines."""
    content = ContentText(tuple(ContentLine("title", line) for line in lines or ("Cramps",)))
    return TextToApprove("cramps", language, version, content)


def state(**known: object) -> LightReason | None:
    standing = LeafletStanding("cramps", "en-GB", "1.0", date(2027, 12, 1))
    for name, value in known.items():
        force_setattr(standing, name, value)
    return stands_in_the_way(standing.on(TODAY))


@pytest.mark.parametrize(
    ("known", "reason"),
    [
        ({}, None),
        ({"unreadable": "not there"}, LightReason.MISTAKE),
        ({"levels_without_number": ("urgent",)}, LightReason.NUMBER),
        ({"newest": "2.0"}, LightReason.SAFETY_BEHIND),
        ({"next_review": date(2026, 11, 1)}, LightReason.OVERDUE),
        ({"next_review": date(2026, 12, 20)}, None),
    ],
)
def test_what_nobody_can_approve_away(known: dict[str, object], reason: LightReason | None) -> None:
    assert state(**known) is reason


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Lead MS nurse", True), ("GP", False), ("Consultant neurologist", True), ("مسؤول سريري", True),
        ("Fferyllydd", True), ("Dr Jones", False), ("dr. jones", False), ("Mrs Ada Pugh", False),
        ("Nurse, Ms. Pugh", False), ("A. Pugh, nurse", False), ("Professor Pugh", False), ("ada@clinic.example", False),
        ("Nurse 07700 900123", False), ("", False), ("x" * 81, False), ("Director of nursing", True),
        ("Professor of neurology", True),
    ],
)  # fmt: skip
def test_a_role_is_what_somebody_is(text: str, is_one: bool) -> None:
    assert is_a_role(text) is is_one


def test_the_record_is_added_and_what_was_there_stays(tmp_path: Path) -> None:
    path = write_clinic(tmp_path, "hill", OLD)
    new = with_approval(read_clinic_file(path), [said()], "Lead nurse", TODAY)
    assert new.data.startswith(path.read_bytes()) and new.lost == ()
    clinic = clinic_from(new.data, path).clinic
    approval = clinic.approval_of("cramps", "1.0", "en-GB")
    assert approval is not None
    assert (approval.role, approval.date) == ("Lead nurse", TODAY)
    assert (approval.language, approval.content) == ("en-GB", said().content.digest)
    assert clinic.approval_of("cramps", "0.9", "cy") is not None
    assert clinic.approval_of("cramps", "1.1", "en-GB") is None


def test_a_name_is_recorded_nowhere(tmp_path: Path) -> None:
    with pytest.raises(HandoutError, match="not a role"):
        with_approval(read_clinic_file(write_clinic(tmp_path, "hill")), [said()], "Dr Jones", TODAY)


def test_a_file_with_a_mistake_is_not_approved_in(tmp_path: Path) -> None:
    path = write_clinic(tmp_path, "hill", "colour: teal\n")
    with pytest.raises(HandoutError):
        with_approval(read_clinic_file(path), [said()], "Lead nurse", TODAY)


def test_it_counts_for_each_language_that_has_this_version() -> None:
    states = {tag: LeafletStanding("a", tag, version).on(TODAY) for tag, version in
              (("cy", "0.9"), ("en-GB", "1.0"), ("pl", "1.0"))}  # fmt: skip
    assert counts_for(states, "1.0") == ["en-GB", "pl"]
