"""What a printed short code, or a file that has one, is told to be: from the page back to the text."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest

from approval.approved_texts import changed, text_of
from handoutgen.approval.kept_copies import APPROVED
from handoutgen.approval.short_code import in_groups, short_code
from handoutgen.build import Order, build
from handoutgen.pdf.reading.inspect import inspect_pdf
from handoutgen.service.approving import record_approval, text_to_approve
from handoutgen.service.text_codes import EXIT_CODES, CodeAnswer, CodeState, TextCodes, in_words
from handoutgen.workshop import Workshop
from service.small_project import TODAY, write_clinic

NOW = datetime(2026, 12, 1, 9, 30)


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop()


@pytest.fixture
def leaflet(tmp_path: Path) -> Path:
    return changed(tmp_path)


def code_of(path: Path) -> str:
    return short_code(text_of(path).digest, "en-GB")


def asked(project: Path, workshop: Workshop, code: str) -> CodeAnswer:
    return TextCodes(project, TODAY, workshop).answer(code)


def approve(project: Path, leaflet: Path, workshop: Workshop) -> Path:
    clinic = write_clinic(project, "hill")
    record_approval(clinic, [text_to_approve(workshop.leaflet(leaflet))], "Lead nurse", TODAY, NOW)
    return clinic


def other_words(text: str) -> str:
    return text.replace("Do this", "Do that")


def next_version(text: str) -> str:
    return re.sub(r'version: "[^"]+"', 'version: "9.0"', other_words(text))


def test_a_text_of_today_is_current_and_told_as_draft_or_approved(
    tmp_path: Path, leaflet: Path, workshop: Workshop
) -> None:
    code = code_of(leaflet)
    draft = asked(tmp_path, workshop, f"{code[:4].lower()}-{code[4:].lower()}")
    assert (draft.state, draft.leaflet, draft.language, draft.is_approved) == ("current", "cramps", "en-GB", False)
    assert "nobody has approved" in in_words(draft)
    approve(tmp_path, leaflet, workshop)
    approved = asked(tmp_path, workshop, code)
    assert approved.approved_by == ("hill",) and "approved by hill" in in_words(approved)


def test_an_approved_text_is_superseded_by_a_higher_version(tmp_path: Path, leaflet: Path, workshop: Workshop) -> None:
    code = code_of(leaflet)
    approve(tmp_path, leaflet, workshop)
    changed(tmp_path, next_version)
    found = asked(tmp_path, workshop, code)
    assert found.state is CodeState.SUPERSEDED and found.current_version == "9.0"
    assert "today it is version 9.0" in in_words(found)


def test_other_words_under_the_same_version_are_told_as_altered(
    tmp_path: Path, leaflet: Path, workshop: Workshop
) -> None:
    code = code_of(leaflet)
    approve(tmp_path, leaflet, workshop)
    changed(tmp_path, other_words)
    found = asked(tmp_path, workshop, code)
    assert found.state is CodeState.ALTERED and found.version == found.current_version
    assert "in other words" in in_words(found)


def test_a_kept_copy_is_enough_and_a_changed_one_is_not(tmp_path: Path, leaflet: Path, workshop: Workshop) -> None:
    code = code_of(leaflet)
    approve(tmp_path, leaflet, workshop).unlink()
    changed(tmp_path, next_version)
    assert asked(tmp_path, workshop, code).state is CodeState.SUPERSEDED
    (copy,) = (tmp_path / "clinics" / APPROVED).glob("*.txt")
    copy.write_bytes(copy.read_bytes() + b"more\n")
    assert asked(tmp_path, workshop, code).state is CodeState.UNKNOWN


def test_a_leaflet_that_is_gone_is_told(tmp_path: Path, leaflet: Path, workshop: Workshop) -> None:
    code = code_of(leaflet)
    approve(tmp_path, leaflet, workshop)
    leaflet.unlink()
    found = asked(tmp_path, workshop, code)
    assert found.state is CodeState.SUPERSEDED and "no longer" in in_words(found)


def test_a_code_of_no_text_is_unknown_and_a_slip_is_misread(tmp_path: Path, leaflet: Path, workshop: Workshop) -> None:
    unknown = asked(tmp_path, workshop, short_code("0" * 64, "en-GB"))
    assert unknown.state is CodeState.UNKNOWN and "unknown" in in_words(unknown)
    code = code_of(leaflet)
    misread = asked(tmp_path, workshop, ("3" if code[0] != "3" else "4") + code[1:])
    assert misread.state is CodeState.MISREAD and "Look again" in in_words(misread)


def test_each_state_has_an_exit_code_and_none_but_current_is_well() -> None:
    assert set(EXIT_CODES) == set(CodeState)
    assert [state for state, code in EXIT_CODES.items() if not code] == [CodeState.CURRENT]


def test_the_code_stands_on_each_page_and_in_the_file(tmp_path: Path, leaflet: Path, workshop: Workshop) -> None:
    made = build(Order(leaflet, None, "a4", "standard", TODAY), workshop)
    told = inspect_pdf(made.data).text_identifier
    assert told.startswith("cramps/") and told.endswith(f"/en-GB/{code_of(leaflet)}")
    codes = TextCodes(tmp_path, TODAY, workshop)
    found = codes.answer_of_file(told)
    assert found is not None and found.state is CodeState.CURRENT
    text = build(Order(leaflet, None, "text", "standard", TODAY), workshop).data.decode()
    assert in_groups(code_of(leaflet)) in text.replace(" ", "\u00a0")


def test_a_file_tells_its_version_though_nobody_approved_it(tmp_path: Path, leaflet: Path, workshop: Workshop) -> None:
    said = inspect_pdf(build(Order(leaflet, None, "a4", "standard", TODAY), workshop).data).text_identifier
    changed(tmp_path, other_words)
    altered = TextCodes(tmp_path, TODAY, workshop).answer_of_file(said)
    assert altered is not None and altered.state is CodeState.ALTERED
    changed(tmp_path, next_version)
    superseded = TextCodes(tmp_path, TODAY, workshop).answer_of_file(said)
    assert superseded is not None and superseded.state is CodeState.SUPERSEDED
    elsewhere = TextCodes(tmp_path / "empty", TODAY, workshop).answer_of_file(said)
    assert elsewhere is not None and elsewhere.state is CodeState.UNKNOWN


@pytest.mark.parametrize("said", ["", "isbn:123", "a/b/c/d", "a/1/en/K7QX4MPP", "a/b/1/en/K7QX4MP6"])
def test_a_strangers_file_is_told_nothing(tmp_path: Path, said: str, workshop: Workshop) -> None:
    assert TextCodes(tmp_path, TODAY, workshop).answer_of_file(said) is None
