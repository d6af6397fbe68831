"""File names: every axis that varies is in them, and no name leaves the folder or is refused by some system."""

from __future__ import annotations

import pytest

from batch_project import Project
from handoutgen.batch.naming import problem_with
from handoutgen.errors import ContentRefused

PLAN = "leaflets: cramps\nclinics: all\nsizes: [standard, large]\n"


def codes(project: Project, text: str) -> list[tuple[str, str]]:
    with pytest.raises(ContentRefused) as refused:
        project.matrix(text)
    return [(finding.code, finding.message) for finding in refused.value.diagnostics]


def test_a_name_of_ones_own_is_filled_in(project: Project) -> None:
    text = PLAN + 'name: "{size}/{clinic}-{leaflet}.pdf"\n'
    assert project.paths(text)[0] == "standard/hill-cramps.pdf"


@pytest.mark.parametrize(("name", "lacking"), [("{clinic}/{leaflet}.pdf", ["size"]), ("all.pdf", ["clinic", "size"])])
def test_a_name_without_an_axis_that_varies_is_refused(project: Project, name: str, lacking: list[str]) -> None:
    found = codes(project, PLAN + f'name: "{name}"\n')
    assert [code for code, _ in found] == ["HG403"] * len(lacking)
    assert all(axis in message for axis, (_, message) in zip(lacking, found, strict=True))


def test_an_axis_with_one_value_need_not_be_in_the_name(project: Project) -> None:
    text = 'leaflets: cramps\nclinics: hill\nsizes: [standard, large]\nname: "{size}.pdf"\n'
    assert project.paths(text) == ["standard.pdf", "large.pdf"]


def test_the_essential_leaflets_name_says_so(project: Project) -> None:
    text = "leaflets: cramps\nlanguages: en-GB\n{}options: {{detail: essential}}\n"
    assert project.paths(text.format("")) == ["cramps_en-GB_a4_standard_essential.pdf"]
    assert project.paths(text.format("clinics: hill\n")) == ["hill/cramps_en-GB_hill_a4_standard_essential.pdf"]


def test_names_that_only_letter_case_tells_apart_are_one_file_on_windows(project: Project) -> None:
    project.write_clinic("Hill")
    if len(list((project.folder / "clinics").iterdir())) == 3:
        pytest.skip("this system cannot have both files")
    [(code, message)] = codes(project, "leaflets: cramps\nclinics: [hill, Hill]\n")
    assert code == "HG405"
    assert "clinics/hill.yaml" in message
    assert "clinics/Hill.yaml" in message


@pytest.mark.parametrize(
    "name",
    [
        "../{clinic}.pdf", "/var/{clinic}.pdf", "{clinic}/../../x.pdf", "C:/{clinic}.pdf", "{clinic}.exe",
        "{clinic}|{size}.pdf", "{klinik}.pdf", "{clinic.pdf", "a//{clinic}.pdf", ".handoutgen/{clinic}.pdf",
        "nul/{clinic}.pdf", "con.pdf", "{clinic}\\x.pdf", "dir./{clinic}.pdf", "x/.pdf", f"{'x' * 250}.pdf",
    ],
)  # fmt: skip
def test_a_name_that_leaves_the_folder_or_cannot_be_everywhere_is_refused(name: str) -> None:
    assert problem_with(name) is not None


@pytest.mark.parametrize("name", ["{clinic}/{leaflet}.pdf", "a b/{size} print.pdf", "console/{clinic}.pdf"])
def test_a_plain_name_is_taken(name: str) -> None:
    assert problem_with(name) is None


def test_a_bad_template_is_told_at_its_place(project: Project) -> None:
    assert codes(project, PLAN + "name: ../{clinic}.pdf\n")[0][0] == "HG404"


def test_a_file_ends_in_what_is_in_it_whatever_the_name_says(project: Project) -> None:
    text = 'leaflets: cramps\nclinics: hill\nformats: [a4, text]\nname: "{format}.pdf"\n'
    assert project.paths(text) == ["a4.pdf", "text.txt"]


def test_plain_text_has_one_row_whatever_sizes_are_asked_for(project: Project) -> None:
    text = "leaflets: cramps\nclinics: hill\nformats: [a4, text]\nsizes: [large, giant]\n"
    rows = [(row.format, row.size) for row in project.matrix(text).rows]
    assert rows == [("a4", "large"), ("a4", "giant"), ("text", "standard")]
