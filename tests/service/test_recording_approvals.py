"""An approval is recorded with the text that it is of, and holds for that text: from the file to the printed page."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest

from approval.approved_texts import changed
from handoutgen.approval.kept_copies import APPROVED, PICTURES, KeptState, read_copy
from handoutgen.build import Order, build
from handoutgen.check.approvals import CHANGED_SINCE
from handoutgen.content.load import load_clinic
from handoutgen.diagnostics import Severity
from handoutgen.errors import HandoutError
from handoutgen.examining import examine
from handoutgen.library.peek import peek_leaflet
from handoutgen.service.approving import record_approval, text_to_approve
from handoutgen.service.standing import standing_of
from handoutgen.service.traffic_light import LightReason
from handoutgen.workshop import Workshop
from service.small_project import TODAY, write_clinic

NOW = datetime(2026, 12, 1, 9, 30)
DRAFT = "Draft: not yet approved by a clinic"
MORE = """\
# The clinic's own words stay as they are.
phones:   # called on Monday
  - label: Nurse line
    number: 0117 496 0123
"""


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    return write_clinic(tmp_path, "hill", MORE)


def approve(leaflet: Path, clinic: Path, workshop: Workshop, role: str = "Lead nurse") -> Path:
    return record_approval(clinic, [text_to_approve(workshop.leaflet(leaflet))], role, TODAY, NOW)


def first_page(leaflet: Path, clinic: Path, workshop: Workshop) -> str:
    return build(Order(leaflet, clinic, "text", "standard", TODAY), workshop).data.decode("utf-8")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def test_the_whole_way_from_draft_to_approved_and_back(tmp_path: Path, clinic: Path, workshop: Workshop) -> None:
    leaflet, before = changed(tmp_path), clinic.read_bytes()
    assert DRAFT in first_page(leaflet, clinic, workshop)
    earlier = approve(leaflet, clinic, workshop)
    assert clinic.read_bytes().startswith(before) and earlier.read_bytes() == before
    assert DRAFT not in first_page(leaflet, clinic, workshop)
    edit(leaflet, "Do this first here.", "Do this next here.")
    assert DRAFT in first_page(leaflet, clinic, workshop)
    assert "Lead nurse" not in first_page(leaflet, clinic, workshop)
    edit(leaflet, "Do this next here.", "Do this first here.")
    assert DRAFT not in first_page(leaflet, clinic, workshop)


@pytest.mark.parametrize("form", ["a4", "a4-summary"])
def test_the_printed_page_says_draft_again(tmp_path: Path, clinic: Path, workshop: Workshop, form: str) -> None:
    leaflet = changed(tmp_path)
    approve(leaflet, clinic, workshop)
    order = Order(leaflet, clinic, form, "standard", TODAY)
    assert DRAFT not in on_paper(build(order, workshop).data)
    edit(leaflet, "Do this first here.", "Do this next here.")
    assert DRAFT in on_paper(build(order, workshop).data)


def on_paper(pdf: bytes) -> str:
    """The words of a finished file, as another reader finds them."""
    document = pypdfium2.PdfDocument(pdf)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def test_comments_and_a_later_review_leave_it_approved(tmp_path: Path, clinic: Path, workshop: Workshop) -> None:
    leaflet = changed(tmp_path)
    approve(leaflet, clinic, workshop)
    edit(leaflet, "next_review: 2028-12-01", "next_review: 2029-11-01   # read again, nothing new")
    assert DRAFT not in first_page(leaflet, clinic, workshop)


def test_the_light_is_amber_again_and_says_what_has_changed(tmp_path: Path, clinic: Path, workshop: Workshop) -> None:
    leaflet = changed(tmp_path)
    approve(leaflet, clinic, workshop)
    edit(leaflet, "Do this first here.", "Do this next here.")
    standing = standing_of(peek_leaflet(leaflet), load_clinic(clinic), TODAY, workshop)
    assert standing.on(TODAY).reasons == (LightReason.DRAFT,) and standing.approver is None
    assert standing.changed_since is not None
    assert "hill approved version 0.1 on 2026-12-01; changed since: 1 sentence" in standing.changed_since.message
    assert "first-strategy > how 1 > steps 1" in standing.changed_since.message


def test_a_leaflet_that_calls_itself_approved_is_a_draft_where_the_clinic_approved_other_words(
    tmp_path: Path, clinic: Path, workshop: Workshop
) -> None:
    own = "status: approved\n  approvals: [{role: Board, date: 2026-12-01}]\n  #"
    leaflet = changed(tmp_path, lambda text: text.replace("status: draft", own))
    assert DRAFT not in first_page(leaflet, clinic, workshop)
    approve(leaflet, clinic, workshop)
    edit(leaflet, "Do this first here.", "Do this next here.")
    assert DRAFT in first_page(leaflet, clinic, workshop)


def test_a_build_tells_the_changed_text_as_a_warning_and_a_check_as_an_error(
    tmp_path: Path, clinic: Path, workshop: Workshop
) -> None:
    leaflet = changed(tmp_path)
    approve(leaflet, clinic, workshop)
    edit(leaflet, "Do this first here.", "Do this next here.")
    built = build(Order(leaflet, clinic, "text", "standard", TODAY), workshop)
    assert [each.severity for each in built.diagnostics if each.code == CHANGED_SINCE] == [Severity.WARNING]
    found = examine(workshop.leaflet(leaflet), load_clinic(clinic), TODAY, workshop)
    [error] = [each for each in found if each.code == CHANGED_SINCE]
    assert error.is_error and error.span.file.endswith("en-GB.yaml") and "raise version above 0.1" in error.hint


def test_a_changed_text_is_approved_only_under_a_higher_version(
    tmp_path: Path, clinic: Path, workshop: Workshop
) -> None:
    leaflet = changed(tmp_path)
    approve(leaflet, clinic, workshop)
    edit(leaflet, "Do this first here.", "Do this next here.")
    before = clinic.read_bytes()
    with pytest.raises(HandoutError, match=r"its version has not risen: it is 0\.1") as refused:
        approve(leaflet, clinic, workshop)
    assert "Raise version above 0.1" in refused.value.remedy and clinic.read_bytes() == before
    edit(leaflet, 'version: "0.1"', 'version: "0.0.9"')
    with pytest.raises(HandoutError, match="not risen"):
        approve(leaflet, clinic, workshop)
    edit(leaflet, 'version: "0.0.9"', 'version: "0.2"')
    approve(leaflet, clinic, workshop)
    assert DRAFT not in first_page(leaflet, clinic, workshop)


@pytest.mark.parametrize("state", list(KeptState)[1:])
def test_a_kept_copy_that_is_no_proof_is_told_and_ends_no_approval(
    tmp_path: Path, clinic: Path, workshop: Workshop, state: KeptState
) -> None:
    leaflet = changed(tmp_path)
    approve(leaflet, clinic, workshop)
    [copy] = (clinic.parent / APPROVED).glob("*.txt")
    if state is KeptState.CHANGED:
        edit(copy, "Do this first here.", "Do this next here.")
    else:
        copy.unlink()
        if state is KeptState.UNREADABLE:
            copy.mkdir()
        elif state is KeptState.TOO_LARGE:
            with copy.open("wb") as file:
                file.truncate(100_000_000)
    assert DRAFT not in first_page(leaflet, clinic, workshop)
    edit(leaflet, "Do this first here.", "Do this next here.")
    assert DRAFT in first_page(leaflet, clinic, workshop)
    standing = standing_of(peek_leaflet(leaflet), load_clinic(clinic), TODAY, workshop)
    assert standing.changed_since and "kept copy" in standing.changed_since.message
    if state in (KeptState.CHANGED, KeptState.MISSING, KeptState.TOO_LARGE):
        edit(leaflet, "Do this next here.", "Do this first here.")
        other = write_clinic(tmp_path, "lake")
        approve(leaflet, other, workshop, "Pharmacist")
        [record] = load_clinic(other).clinic.approvals
        assert read_copy(clinic.parent / APPROVED, record).state is KeptState.SOUND


def test_pictures_are_kept_with_the_text(tmp_path: Path, clinic: Path, workshop: Workshop) -> None:
    from approval.test_content_text import SVG, with_figure

    leaflet = with_figure(tmp_path)
    approve(leaflet, clinic, workshop)
    [picture] = (clinic.parent / APPROVED / PICTURES).iterdir()
    assert picture.read_text(encoding="utf-8") == SVG
    with_figure(tmp_path, SVG.replace("M5 5", "M6 6"))
    assert DRAFT in first_page(leaflet, clinic, workshop)


def test_a_picture_that_changes_while_it_is_approved_is_refused(
    tmp_path: Path, clinic: Path, workshop: Workshop
) -> None:
    from approval.test_content_text import SVG, with_figure

    text = text_to_approve(workshop.leaflet(with_figure(tmp_path)))
    with_figure(tmp_path, SVG.replace("M5 5", "M6 6"))
    before = clinic.read_bytes()
    with pytest.raises(HandoutError, match="has changed just now"):
        record_approval(clinic, [text], "Lead nurse", TODAY, NOW)
    assert clinic.read_bytes() == before


def test_two_approvals_at_once_are_both_recorded(tmp_path: Path, clinic: Path, workshop: Workshop) -> None:
    texts = []
    for version in range(1, 9):
        path = changed(tmp_path)
        edit(path, '"0.1"', f'"{version}.0"')
        texts.append(text_to_approve(workshop.leaflet(path)))
    threads = [
        threading.Thread(target=record_approval, args=(clinic, [text], "Lead nurse", TODAY, NOW)) for text in texts
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    recorded = [each.version for each in load_clinic(clinic).clinic.approvals]
    assert sorted(recorded) == [f"{version}.0" for version in range(1, 9)]
    assert len(list((clinic.parent / "earlier").iterdir())) == 8


def test_programs_that_approve_at_once_lose_nothing(tmp_path: Path, clinic: Path) -> None:
    changed(tmp_path)
    roles = ("Pharmacist", "Lead nurse", "Consultant")
    words = ("-m", "handoutgen", "approve", "cramps", "--clinic", "hill", "--today", TODAY.isoformat(), "--role")
    running = [subprocess.Popen([sys.executable, *words, role], cwd=tmp_path) for role in roles]
    assert [process.wait(120) for process in running] == [0, 0, 0]
    assert sorted(each.role for each in load_clinic(clinic).clinic.approvals) == sorted(roles)
    assert list(clinic.parent.glob(".*")) == []


def test_a_clinics_file_that_cannot_be_changed_line_by_line_is_left_as_it_is(
    tmp_path: Path, workshop: Workshop
) -> None:
    clinic = write_clinic(tmp_path, "hill")
    clinic.write_text("{id: hill, name: Hill, emergency_number: '999'}\n", encoding="utf-8")
    before = clinic.read_bytes()
    with pytest.raises(HandoutError, match="cannot be changed here"):
        approve(changed(tmp_path), clinic, workshop)
    assert clinic.read_bytes() == before and not (clinic.parent / APPROVED).exists()


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
def test_line_ends_and_comments_of_the_clinics_file_stay(tmp_path: Path, workshop: Workshop, ends: str) -> None:
    clinic = write_clinic(tmp_path, "hill", MORE)
    clinic.write_bytes(clinic.read_bytes().replace(b"\n", ends.encode()))
    before = clinic.read_bytes()
    approve(changed(tmp_path), clinic, workshop)
    after = clinic.read_bytes()
    assert after.startswith(before) and not re.search(rb"(?<!\r)\n" if ends == "\r\n" else rb"\r", after)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that may not be written to")
def test_where_nothing_can_be_kept_nothing_is_approved(tmp_path: Path, clinic: Path, workshop: Workshop) -> None:
    (clinic.parent / APPROVED).mkdir(mode=0o500)
    before = clinic.read_bytes()
    with pytest.raises(HandoutError, match="cannot be written"):
        approve(changed(tmp_path), clinic, workshop)
    assert clinic.read_bytes() == before


def test_a_file_where_the_copies_should_lie_is_told_and_nothing_is_approved(
    tmp_path: Path, clinic: Path, workshop: Workshop
) -> None:
    (clinic.parent / APPROVED).write_text("a file", encoding="utf-8")
    before = clinic.read_bytes()
    with pytest.raises(HandoutError, match="a file has that name"):
        approve(changed(tmp_path), clinic, workshop)
    assert clinic.read_bytes() == before
