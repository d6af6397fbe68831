"""Approving on the command line: what was read is recorded by role, and nothing that stands in the way is passed by."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli.commandline import Answer, Typed
from handoutgen.content.load import load_clinic
from service.small_project import TODAY, write_project

DAY = TODAY.isoformat()
PHONE = "phones:\n  - label: Nurse line\n    number: 0117 496 0123\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(tmp_path)
    clinic = tmp_path / "clinics" / "hill.yaml"
    clinic.write_text(clinic.read_text(encoding="utf-8") + PHONE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def approve(typed: Typed, project: Path) -> Typed:
    def run(*words: str, role: str = "Lead nurse", clinic: str = "hill", today: str = DAY) -> Answer:
        return typed("approve", "cramps", "--clinic", clinic, "--role", role, "--today", today, *words)

    return run


def clinic_text(project: Path) -> str:
    return (project / "clinics" / "hill.yaml").read_text(encoding="utf-8")


def languages(project: Path) -> list[str | None]:
    return [each.language for each in load_clinic(project / "clinics" / "hill.yaml").clinic.approvals]


def edit(project: Path, old: str, new: str, language: str = "en-GB") -> None:
    path = project / "handouts" / "cramps" / f"{language}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8", newline="\n")


def test_it_records_the_usual_language_and_says_where_all_is_kept(approve: Typed, project: Path) -> None:
    before = clinic_text(project)
    answer = approve()
    assert answer.code == 0 and answer.err == ""
    assert "Approved: cramps (en-GB), version 0.1, for hill, by role: Lead nurse" in answer.out
    assert clinic_text(project).startswith(before) and languages(project) == ["en-GB"]
    earlier = re.search(r"as (hill_\S+\.yaml)\.", answer.out)
    assert earlier and (project / "clinics" / "earlier" / earlier[1]).read_text(encoding="utf-8") == before


def test_languages_are_named_or_all_that_have_this_version(approve: Typed, project: Path) -> None:
    assert approve("--lang", "cy").code == 0
    assert languages(project) == ["cy"]
    answer = approve("--all-languages")
    assert languages(project) == ["cy", "en-GB"] and "Approved already: cramps (cy)" in answer.out


def test_a_language_of_another_version_is_not_among_all(approve: Typed, project: Path) -> None:
    edit(project, 'version: "0.1"', 'version: "0.2"')
    assert approve("--all-languages").code == 0
    assert languages(project) == ["en-GB"]


def test_programs_are_told_what_was_recorded(approve: Typed, project: Path) -> None:
    told = approve("--json").json
    [text] = told["approved"]
    assert (told["clinic"], told["role"], told["date"], text["is_new"]) == ("hill", "Lead nurse", DAY, True)
    assert text["content"] in clinic_text(project)
    assert "Do this first here." in (project / text["kept"]).read_text(encoding="utf-8")
    again = approve("--json").json
    assert again["approved"][0]["is_new"] is False and again["clinic_before"] is None


def test_the_same_role_approves_once_and_another_beside_it(approve: Typed, project: Path) -> None:
    approve()
    once = clinic_text(project)
    assert "Approved already" in approve().out and clinic_text(project) == once
    assert approve(role="Pharmacist").code == 0
    assert len(languages(project)) == 2


@pytest.mark.parametrize("role", ["Dr Jones", "x", "", "Mrs Ada Pugh"])
def test_a_name_is_refused(approve: Typed, project: Path, role: str) -> None:
    before = clinic_text(project)
    answer = approve(role=role)
    assert answer.code == 1 and "not a role" in answer.err
    assert clinic_text(project) == before and not (project / "clinics" / "approved").exists()


def test_what_stands_in_the_way_is_told(approve: Typed, project: Path) -> None:
    before = clinic_text(project)
    assert "its review date has passed" in approve(today="2029-01-01").err
    assert "has no number" in approve(clinic="lake").err
    edit(project, 'version: "0.1"', 'version: "0.2"')
    assert "cramps (cy) cannot be approved: it is version 0.1, and another language" in approve("--lang", "cy").err
    edit(project, "what: ", "waht: ")
    answer = approve()
    assert answer.code == 1 and "HG021" in answer.err
    assert clinic_text(project) == before


def test_a_text_that_changed_under_its_version_is_refused(approve: Typed, project: Path) -> None:
    approve()
    edit(project, "Do this first here.", "Do this next here.")
    answer = approve()
    assert answer.code == 1
    assert "has changed since version 0.1 of it was approved" in answer.err and "Raise version above 0.1" in answer.err


@pytest.mark.parametrize(
    "words",
    [
        "crampz --clinic hill --role Nurse",
        "cramps --clinic hlil --role Nurse",
        "cramps --clinic hill",
        "cramps --role Nurse",
        "cramps --clinic hill --role Nurse --lang fr",
        "cramps --clinic hill --role Nurse --lang cy --lang en-GB --all-languages",
    ],
)
def test_what_is_not_there_or_missing_is_wrong_usage(typed: Typed, project: Path, words: str) -> None:
    before = clinic_text(project)
    assert typed("approve", *words.split()).code == 2
    assert clinic_text(project) == before


def test_a_clinic_with_a_broken_digest_is_refused_and_left_as_it_is(approve: Typed, project: Path) -> None:
    path = project / "clinics" / "hill.yaml"
    record = "{leaflet: cramps, version: '0.1', language: en-GB, content: 12ab, role: Nurse, date: 2026-11-01}"
    path.write_text(clinic_text(project) + f"approvals:\n  - {record}\n", encoding="utf-8")
    before = clinic_text(project)
    answer = approve()
    assert answer.code == 1 and "HG025" in answer.err and clinic_text(project) == before


def test_a_path_is_taken_for_leaflet_and_clinic(typed: Typed, project: Path) -> None:
    leaflet, clinic = Path("handouts") / "cramps" / "cy.yaml", Path("clinics") / "hill.yaml"
    assert typed("approve", str(leaflet), "--clinic", str(clinic), "--role", "Nurse", "--today", DAY).code == 0
    assert languages(project) == ["cy"]
