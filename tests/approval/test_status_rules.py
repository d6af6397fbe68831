"""What is overdue, which clinic approved which version, and which language is behind the others."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from handoutgen.approval.status import LeafletStatus, leaflet_statuses
from handoutgen.content.clinic import Clinic
from handoutgen.library.peek import LeafletEntry

TODAY = date(2026, 12, 1)


def entry(ident: str = "cramps", language: str = "en-GB", version: str = "1.0", **more: Any) -> LeafletEntry:
    return LeafletEntry(ident, language, Path(f"{ident}/{language}.yaml"), version=version, **more)


def clinic(ident: str, *approved: tuple[str, str]) -> Clinic:
    approvals = [{"leaflet": name, "version": each, "role": "Nurse", "date": "2026-11-01"} for name, each in approved]
    return Clinic.model_validate({"id": ident, "name": ident, "emergency_number": "999", "approvals": approvals})


def status_of(leaflet: LeafletEntry, *clinics: Clinic) -> LeafletStatus:
    [row] = leaflet_statuses([leaflet], clinics, TODAY)
    return row


def behind(*versions: str) -> list[str]:
    """For each of a leaflet's languages, the higher version that it is behind."""
    rows = leaflet_statuses(
        [entry(language=f"x{index}", version=each) for index, each in enumerate(versions)], (), TODAY
    )
    return [row.behind for row in sorted(rows, key=lambda row: row.language)]


def test_a_row_says_what_the_file_says() -> None:
    told = entry(status="approved", owner="Riverside", next_review=date(2026, 12, 11))
    assert status_of(told) == LeafletStatus(
        "cramps", "en-GB", "1.0", "approved", date(2026, 12, 11), 10, "Riverside", "", (), ()
    )


@pytest.mark.parametrize(
    ("due", "days"),
    [(date(2026, 12, 2), 1), (TODAY, 0), (date(2026, 11, 30), -1), (date(2027, 12, 1), 365), (None, None)],
)
def test_days_left_go_below_zero_when_a_review_is_overdue(due: date | None, days: int | None) -> None:
    assert status_of(entry(next_review=due)).days_left == days


def test_what_is_due_first_is_at_the_top_and_what_cannot_be_read_is_last() -> None:
    soon, later = date(2027, 1, 1), date(2028, 1, 1)
    entries = [
        entry("torn", version=""), entry("b", "en-GB", next_review=later), entry("b", "cy", next_review=later),
        entry("a", next_review=later), entry("z", next_review=soon),
    ]  # fmt: skip
    assert [(row.id, row.language) for row in leaflet_statuses(entries, (), TODAY)] == [
        ("z", "en-GB"), ("a", "en-GB"), ("b", "cy"), ("b", "en-GB"), ("torn", "en-GB")
    ]  # fmt: skip


def test_a_clinic_approved_this_very_version_or_another_or_none() -> None:
    row = status_of(
        entry(version="1.1"),
        clinic("this", ("cramps", "1.1")),
        clinic("older", ("cramps", "1.0")),
        clinic("shorter", ("cramps", "1")),
        clinic("both", ("cramps", "1.0"), ("cramps", "1.1")),
        clinic("other-leaflet", ("cramp", "1.1")),
        clinic("none"),
    )
    assert row.approved_by == ("this", "both")
    assert row.other_version_approved_by == ("older", "shorter")


def test_a_clinic_is_named_once_however_often_it_approved() -> None:
    row = status_of(entry(), clinic("hill", ("cramps", "1.0"), ("cramps", "1.0")),
                    clinic("lake", ("cramps", "0.8"), ("cramps", "0.9")))  # fmt: skip
    assert (row.approved_by, row.other_version_approved_by) == (("hill",), ("lake",))


@pytest.mark.parametrize(
    ("versions", "told"),
    [
        (("1.0", "1.0"), ["", ""]),
        (("1.9", "1.10"), ["1.10", ""]),
        (("2", "1.10.3"), ["", "2"]),
        (("1", "1.0", "1.0.0"), ["", "", ""]),
        (("1.0", "1.0.1"), ["1.0.1", ""]),
        (("1.0", "1.1", "1.2"), ["1.2", "1.2", ""]),
        (("1.0", ""), ["", ""]),
        (("1.0", "new"), ["", "1.0"]),
        (("1.0", "1.²"), ["", "1.0"]),
        (("", ""), ["", ""]),
    ],
)
def test_a_language_is_behind_when_another_has_a_higher_version(versions: tuple[str, ...], told: list[str]) -> None:
    assert behind(*versions) == told


def test_another_leaflets_version_puts_nothing_behind() -> None:
    rows = leaflet_statuses([entry("a", version="1.0"), entry("b", version="2.0")], (), TODAY)
    assert [row.behind for row in rows] == ["", ""]


A, B = "a" * 64, "b" * 64


@pytest.mark.parametrize(
    ("content", "today", "held"),
    [
        (A, A, (("hill",), (), ())),
        (A, B, ((), ("hill",), ())),
        (A, "", ((), ("hill",), ())),
        (None, B, (("hill",), (), ("hill",))),
    ],
)
def test_a_text_that_changes_ends_its_approval(
    content: str | None, today: str, held: tuple[tuple[str, ...], ...]
) -> None:
    record = {"leaflet": "cramps", "version": "1.0", "role": "Nurse", "date": "2026-11-01"}
    text = {"language": "en-GB", "content": content} if content else {}
    whose = Clinic.model_validate(
        {"id": "hill", "name": "Hill", "emergency_number": "999", "approvals": [{**record, **text}]}
    )
    [row] = leaflet_statuses([entry()], [whose], TODAY, lambda _: today)
    assert (row.approved_by, row.ended_for, row.by_version_alone) == held
    assert row.other_version_approved_by == ()


def test_texts_are_asked_for_only_where_an_approval_names_one() -> None:
    def never(_: LeafletEntry) -> str:
        raise AssertionError

    [row] = leaflet_statuses([entry()], [clinic("hill", ("cramps", "1.0"), ("falls", "1.0"))], TODAY, never)
    assert row.approved_by == ("hill",)
