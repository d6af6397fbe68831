"""Leaflets and clinics are found by name, the project's before those that ship, and nothing outside their folders."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from handoutgen.content.authoring.starter import starter_clinic, starter_leaflet, uncommented
from handoutgen.content.kinds import KindName
from handoutgen.content.load import leaflet_from, load_clinic, load_leaflet
from handoutgen.errors import UsageProblem
from handoutgen.library.files import find_clinic, find_leaflet, languages_of, list_clinics, list_leaflets
from handoutgen.library.resources import library_folder

FIXTURE = Path(__file__).parents[1] / "content/fixtures/leaflet"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(FIXTURE, tmp_path / "handouts/sore-knee")
    shutil.copy(FIXTURE / "en-GB.yaml", tmp_path / "handouts/sore-knee/cy.yaml")
    (tmp_path / "handouts/empty").mkdir()
    (tmp_path / "clinics").mkdir()
    (tmp_path / "clinics/riverside.yaml").write_text(starter_clinic("riverside"), encoding="utf-8")
    (tmp_path / "secret.yaml").write_text("a: b", encoding="utf-8")
    return tmp_path


def test_a_leaflet_is_found_by_its_id_and_language(project: Path) -> None:
    folder = project / "handouts/sore-knee"
    assert find_leaflet("sore-knee", project) == folder / "en-GB.yaml"
    assert find_leaflet("sore-knee", project, "cy") == folder / "cy.yaml"
    assert languages_of("sore-knee", project) == ("cy", "en-GB")


def test_a_leaflet_that_ships_is_found_from_anywhere(project: Path) -> None:
    path = find_leaflet("leg-cramps-ms", project)
    assert path.is_relative_to(library_folder("handouts"))


def test_a_leaflet_of_the_project_hides_the_one_that_ships(project: Path) -> None:
    shutil.copytree(FIXTURE, project / "handouts/leg-cramps-ms")
    assert find_leaflet("leg-cramps-ms", project).is_relative_to(project)
    origins = [entry.origin for entry in list_leaflets(project) if entry.id == "leg-cramps-ms"]
    assert origins == ["project"]


def test_a_path_to_a_yaml_file_is_taken_as_it_is(project: Path) -> None:
    assert find_leaflet("handouts/sore-knee/cy.yaml", project) == project / "handouts/sore-knee/cy.yaml"
    assert find_clinic("clinics/riverside.yaml", project) == project / "clinics/riverside.yaml"


def test_a_language_asked_for_with_a_path_is_the_one_beside_it(project: Path) -> None:
    folder = project / "handouts/sore-knee"
    welsh = (folder / "cy.yaml").read_text(encoding="utf-8").replace("language: en-GB", "language: cy")
    (folder / "cy.yaml").write_text(welsh, encoding="utf-8")
    (folder / "fr.yaml").write_text("id: other\nlanguage: fr\n", encoding="utf-8")
    path = "handouts/sore-knee/en-GB.yaml"
    assert find_leaflet(path, project, "cy") == folder / "cy.yaml"
    assert find_leaflet(path, project, "en-GB") == folder / "en-GB.yaml"
    assert languages_of(path, project) == ("cy", "en-GB")
    with pytest.raises(UsageProblem, match='not there in "fr"') as problem:
        find_leaflet(path, project, "fr")
    assert problem.value.remedy == "It is there in: cy, en-GB."


def test_a_file_with_a_name_of_its_own_is_there_in_its_language_alone(project: Path) -> None:
    shutil.copy(FIXTURE / "en-GB.yaml", project / "draft.yaml")
    assert languages_of("draft.yaml", project) == ("en-GB",)
    assert find_leaflet("draft.yaml", project, "en-GB") == project / "draft.yaml"
    with pytest.raises(UsageProblem, match='not there in "cy"'):
        find_leaflet("draft.yaml", project, "cy")


@pytest.mark.parametrize(
    "name", ["..", "../secret", "sore-knee/../sore-knee", "/etc", "C:", "", ".", "empty", "sore-knee/"]
)
def test_a_name_leads_nowhere_else(project: Path, name: str) -> None:
    with pytest.raises(UsageProblem):
        find_leaflet(name, project)
    with pytest.raises(UsageProblem):
        find_clinic(name, project)


def test_a_near_name_is_offered(project: Path) -> None:
    with pytest.raises(UsageProblem) as problem:
        find_leaflet("sore-nee", project)
    assert problem.value.remedy == 'Did you mean "sore-knee"?'
    with pytest.raises(UsageProblem) as problem:
        find_clinic("riversde", project)
    assert problem.value.remedy == 'Did you mean "riverside"?'


def test_a_language_that_is_not_there_is_answered_with_those_that_are(project: Path) -> None:
    with pytest.raises(UsageProblem) as problem:
        find_leaflet("sore-knee", project, "fr")
    assert problem.value.remedy == "It is there in: cy, en-GB."


def test_the_list_has_title_version_and_review_date(project: Path) -> None:
    entry = next(entry for entry in list_leaflets(project) if entry.id == "sore-knee" and entry.language == "en-GB")
    assert (entry.title, entry.version, entry.status) == ("Looking after a sore knee", "1.0", "draft")
    assert entry.next_review == date(2028, 5, 6)
    assert [(entry.id, entry.name) for entry in list_clinics(project)] == [("riverside", "Riverside")]


def test_a_broken_leaflet_is_listed_all_the_same(project: Path) -> None:
    (project / "handouts/sore-knee/cy.yaml").write_bytes(b"\xff: [")
    knees = [entry for entry in list_leaflets(project) if entry.id == "sore-knee"]
    assert [entry.title for entry in knees if entry.language == "cy"] == [""]


@pytest.mark.parametrize("ident", ["back-pain", "2026", "no", "x", "a" * 60, "-".join("b" * 30)])
def test_a_starter_loads_as_it_stands(tmp_path: Path, ident: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(starter_leaflet(ident, "en-GB", date(2028, 2, 29)), encoding="utf-8")
    loaded = load_leaflet(path)
    assert (loaded.leaflet.id, loaded.diagnostics) == (ident, ())
    assert loaded.leaflet.review.next_review == date(2030, 2, 28)
    path.write_text(starter_clinic(ident), encoding="utf-8")
    assert load_clinic(path).clinic.id == ident


def test_what_a_starter_has_in_comments_loads_too_once_the_comment_signs_are_gone(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    (tmp_path / "figures/drawing.svg").write_text("<svg/>", encoding="utf-8")
    (tmp_path / "logo.svg").write_text("<svg/>", encoding="utf-8")
    path = tmp_path / "x.yaml"
    path.write_text(uncommented(starter_leaflet("back-pain", "en-GB")), encoding="utf-8")
    leaflet = load_leaflet(path).leaflet
    assert leaflet.subtitle and leaflet.glossary and leaflet.strategies[0].figure
    path.write_text(uncommented(starter_clinic("riverside")), encoding="utf-8")
    clinic = load_clinic(path).clinic
    assert clinic.logo and clinic.approvals


@pytest.mark.parametrize("kind", [kind for kind in KindName if kind is not KindName.CONDITION])
def test_so_does_what_a_starter_of_another_kind_has_in_comments(kind: KindName) -> None:
    text = uncommented(starter_leaflet("back-pain", "en-GB", kind=kind))
    leaflet = leaflet_from(text.encode(), Path("en-GB.yaml")).leaflet
    assert leaflet.review.feedback_to and leaflet.review.supersedes and leaflet.none_because
