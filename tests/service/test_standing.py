"""What is known of a leaflet for a clinic: never more or less than the build would say."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from handoutgen.build import Order, build
from handoutgen.content.load import LoadedClinic, load_clinic
from handoutgen.diagnostics import Severity
from handoutgen.errors import ContentRefused
from handoutgen.library.peek import peek_leaflet
from handoutgen.service.standing import standing_of, standing_unchecked
from handoutgen.service.traffic_light import Approver, Blocks, LeafletStanding, LightReason
from handoutgen.workshop import Workshop
from service.small_project import TODAY, write_clinic, write_leaflet

PHONE = "phones:\n  - label: Nurse line\n    number: 0117 496 0123\n"
APPROVED = "approvals:\n  - leaflet: cramps\n    version: '{}'\n    role: Consultant\n    date: 2026-11-30\n"
Edit = Callable[[str], str]


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


def leaflet(folder: Path, edit: Edit = lambda text: text) -> Path:
    path = write_leaflet(folder, "cramps")
    before = path.read_text(encoding="utf-8")
    path.write_text(edit(before), encoding="utf-8")
    return path


def clinic(folder: Path, more: str = PHONE) -> LoadedClinic:
    return load_clinic(write_clinic(folder, "hill", more))


def known(path: Path, whose: LoadedClinic | None, workshop: Workshop, newest: str = "") -> LeafletStanding:
    return standing_of(peek_leaflet(path), whose, TODAY, workshop, newest)


def reasons(standing: LeafletStanding, today: date = TODAY) -> tuple[LightReason, ...]:
    return standing.on(today).reasons


def test_a_clinics_approval_of_this_very_version_makes_it_green(tmp_path: Path, workshop: Workshop) -> None:
    standing = known(leaflet(tmp_path), clinic(tmp_path, PHONE + APPROVED.format("0.1")), workshop)
    assert reasons(standing) == (LightReason.APPROVED,)
    assert standing.approver == Approver("Consultant", date(2026, 11, 30))
    assert (standing.id, standing.language, standing.version) == ("cramps", "en-GB", "0.1")


def test_an_approval_of_another_version_leaves_it_a_draft(tmp_path: Path, workshop: Workshop) -> None:
    standing = known(leaflet(tmp_path), clinic(tmp_path, PHONE + APPROVED.format("0.9")), workshop)
    assert (reasons(standing), standing.approver) == ((LightReason.DRAFT,), None)


def test_a_leaflet_whose_own_record_is_approved_is_no_draft_for_the_page_says_none(
    tmp_path: Path, workshop: Workshop
) -> None:
    record = "status: approved\n  approvals:\n    - role: Board\n      organisation: The trust\n      date: 2026-11-02"
    standing = known(leaflet(tmp_path, lambda text: text.replace("status: draft", record)), None, workshop)
    assert standing.approver == Approver("Board", date(2026, 11, 2), "The trust")
    assert reasons(standing) == (LightReason.APPROVED,)


def test_a_clinic_without_a_number_blocks_and_says_at_which_levels(tmp_path: Path, workshop: Workshop) -> None:
    standing = known(leaflet(tmp_path), clinic(tmp_path, ""), workshop)
    assert standing.levels_without_number == ("urgent", "routine")
    assert reasons(standing) == (LightReason.NUMBER, LightReason.DRAFT)


def test_without_a_clinic_there_is_a_line_for_the_number(tmp_path: Path, workshop: Workshop) -> None:
    assert reasons(known(leaflet(tmp_path), None, workshop)) == (LightReason.DRAFT,)


@pytest.mark.parametrize("with_clinic", [True, False])
def test_a_field_that_nobody_has_filled_in_blocks(tmp_path: Path, workshop: Workshop, with_clinic: bool) -> None:
    path = leaflet(tmp_path, lambda text: text.replace("how_often: ", "how_often: See {clinic.web}. "))
    standing = known(path, clinic(tmp_path) if with_clinic else None, workshop)
    [finding] = standing.fields_without_value
    assert (finding.code, standing.mistakes) == ("HG110", ())
    assert standing.on(TODAY).blocks is Blocks.ALL


def test_a_date_that_has_passed_is_no_mistake_and_counts_on_its_day(tmp_path: Path, workshop: Workshop) -> None:
    path = leaflet(tmp_path, lambda text: text.replace("next_review: 2028-12-01", "next_review: 2026-12-01"))
    standing = known(path, clinic(tmp_path), workshop)
    assert reasons(standing) == (LightReason.DRAFT, LightReason.SOON)
    assert reasons(standing, date(2026, 12, 2)) == (LightReason.OVERDUE, LightReason.DRAFT)
    assert known(path, clinic(tmp_path), workshop) == standing_of(
        peek_leaflet(path), clinic(tmp_path), date(2027, 5, 1), workshop
    )


def test_an_approval_counts_from_its_day_on_and_not_before(tmp_path: Path, workshop: Workshop) -> None:
    path, whose = leaflet(tmp_path), clinic(tmp_path, PHONE + APPROVED.format("0.1").replace("2026", "2031"))
    standing = known(path, whose, workshop)
    assert (standing.approver, standing.is_draft, standing.mistakes) == (None, True, ())
    assert standing_unchecked(peek_leaflet(path), whose, TODAY, workshop) == standing
    built = build(Order(path, whose.path, "text", "standard", TODAY), workshop)
    assert b"not yet approved" in built.data and b"2031" not in built.data
    [warning] = [finding for finding in built.diagnostics if finding.code == "HG703"]
    assert (warning.severity, warning.span.file, warning.span.line) == (Severity.WARNING, whose.path.as_posix(), 11)
    then = standing_of(peek_leaflet(path), whose, date(2031, 11, 30), workshop)
    assert (then.approver, then.is_draft) == (Approver("Consultant", date(2031, 11, 30)), False)


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        (lambda text: text.replace("what: ", "waht: "), "HG021"),
        (lambda text: text.replace("icon: ", "icon: no-such-"), "HG118"),
    ],
    ids=["in its shape", "in what a check finds"],
)
def test_a_mistake_in_its_file_is_told_with_its_place(
    tmp_path: Path, workshop: Workshop, edit: Edit, code: str
) -> None:
    standing = known(leaflet(tmp_path, edit), clinic(tmp_path), workshop)
    assert code in [finding.code for finding in standing.mistakes]
    assert reasons(standing)[0] is LightReason.MISTAKE


def test_a_file_that_is_gone_is_told(tmp_path: Path, workshop: Workshop) -> None:
    path = leaflet(tmp_path)
    entry = peek_leaflet(path)
    path.unlink()
    standing = standing_of(entry, None, TODAY, workshop)
    assert "There is no file" in standing.unreadable
    assert reasons(standing)[0] is LightReason.MISTAKE


def test_a_language_that_another_is_ahead_of_says_so(tmp_path: Path, workshop: Workshop) -> None:
    standing = known(leaflet(tmp_path), clinic(tmp_path), workshop, newest="1.1")
    assert (standing.newest, reasons(standing)[0]) == ("1.1", LightReason.SAFETY_BEHIND)


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text,
        lambda text: text.replace("next_review: 2028-12-01", "next_review: 2026-11-30"),
        lambda text: text.replace("how_often: ", "how_often: See {clinic.web}. "),
        lambda text: text.replace("icon: ", "icon: no-such-"),
        lambda text: text.replace("what: ", "waht: "),
    ],
    ids=["a draft", "overdue", "a field", "an icon", "a key"],
)
def test_what_the_light_lets_through_is_what_the_build_makes(tmp_path: Path, workshop: Workshop, edit: Edit) -> None:
    path, whose = leaflet(tmp_path, edit), clinic(tmp_path)
    blocks = known(path, whose, workshop).on(TODAY).blocks
    built = []
    for reason in (None, "The review is under way."):
        try:
            build(Order(path, whose.path, "text", "standard", TODAY, reason), workshop)
            built.append(True)
        except ContentRefused:
            built.append(False)
    assert built == [blocks is Blocks.NOTHING, blocks is not Blocks.ALL]


@pytest.mark.parametrize("more", [PHONE, "", PHONE + APPROVED.format("0.1"), PHONE + APPROVED.format("0.9")])
def test_without_the_checks_of_the_text_the_same_is_known_of_a_good_leaflet(
    tmp_path: Path, workshop: Workshop, more: str
) -> None:
    path, whose = leaflet(tmp_path), clinic(tmp_path, more)
    assert standing_unchecked(peek_leaflet(path), whose, TODAY, workshop, "2.0") == known(path, whose, workshop, "2.0")


def test_without_the_checks_a_file_that_cannot_be_read_is_refused(tmp_path: Path, workshop: Workshop) -> None:
    path = leaflet(tmp_path, lambda text: text.replace("\nhelp:", "\nhalp:"))
    with pytest.raises(ContentRefused):
        standing_unchecked(peek_leaflet(path), None, TODAY, workshop)
