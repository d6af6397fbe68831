"""What is asked of approvals: which texts they would be of, and what has changed since the last."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from handoutgen.content.load import load_clinic
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.service.approval_requests import (
    languages_with_the_version,
    not_yet_approved,
    since_approved,
    texts_to_approve,
)
from handoutgen.service.approving import record_approval
from handoutgen.workshop import Workshop
from service.small_project import TODAY, write_clinic, write_project

PHONE = "phones:\n  - label: Nurse line\n    number: 0117 496 0123\n"
NOW = datetime(2026, 12, 1, 9, 30)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_clinic(write_project(tmp_path), "hill", PHONE)
    return tmp_path


def edit(project: Path, old: str, new: str, language: str = "en-GB") -> None:
    path = project / "handouts" / "cramps" / f"{language}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def test_languages_in_step_are_those_of_one_version(project: Path) -> None:
    assert languages_with_the_version("cramps", project, None) == ("cy", "en-GB")
    edit(project, 'version: "0.1"', 'version: "0.2"')
    assert languages_with_the_version("cramps", project, None) == ("en-GB",)
    assert languages_with_the_version("cramps", project, "cy") == ("cy",)


def test_if_one_language_cannot_be_approved_none_is(project: Path) -> None:
    edit(project, "what: ", "waht: ", "cy")
    clinic = load_clinic(project / "clinics" / "hill.yaml")
    assert len(texts_to_approve("cramps", ["en-GB"], clinic, project, TODAY, Workshop())) == 1
    with pytest.raises(ContentRefused):
        texts_to_approve("cramps", ["en-GB", "cy"], clinic, project, TODAY, Workshop())


def test_what_a_role_has_approved_word_for_word_it_need_not_approve_again(project: Path) -> None:
    path, workshop = project / "clinics" / "hill.yaml", Workshop()
    texts = texts_to_approve("cramps", [], load_clinic(path), project, TODAY, workshop)
    record_approval(path, texts, "Lead nurse", TODAY, NOW)
    assert not_yet_approved(texts, load_clinic(path), "Lead nurse", TODAY) == ()
    assert not_yet_approved(texts, load_clinic(path), "Pharmacist", TODAY) == texts
    the_year_before = TODAY.replace(year=TODAY.year - 1)  # the record says a day to come, and does not count
    assert not_yet_approved(texts, load_clinic(path), "Lead nurse", the_year_before) == texts


def test_another_language_has_approvals_of_its_own(project: Path) -> None:
    path, workshop = project / "clinics" / "hill.yaml", Workshop()
    texts = texts_to_approve("cramps", ["cy"], load_clinic(path), project, TODAY, workshop)
    record_approval(path, texts, "Lead nurse", TODAY, NOW)
    assert since_approved("cramps", "cy", None, project, workshop).changes == ()
    with pytest.raises(HandoutError, match="No clinic here has an approval"):
        since_approved("cramps", "en-GB", None, project, workshop)
    edit(project, "Do this first here.", "Do this next here.", "cy")
    [change] = since_approved("cramps", "cy", "hill", project, workshop).changes
    assert (change.before, change.now) == (("Do this first here.",), ("Do this next here.",))
