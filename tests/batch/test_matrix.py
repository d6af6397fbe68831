"""A plan becomes exactly the rows it names, in a stable order; what cannot be is refused before any work."""

from __future__ import annotations

import pytest

from batch_project import Project
from handoutgen.errors import ContentRefused
from handoutgen.formats import ALTERNATIVES


def refusal(project: Project, text: str) -> list[tuple[str, int, str]]:
    with pytest.raises(ContentRefused) as refused:
        project.matrix(text)
    return [(d.code, d.span.line, f"{d.message}. {d.hint}") for d in refused.value.diagnostics]


def test_every_leaflet_meets_every_clinic_form_and_size_in_the_plans_order(project: Project) -> None:
    paths = project.paths("leaflets: [cramps, back-pain]\nclinics: [shore, hill]\nsizes: [large, standard]\n")
    assert paths == [
        f"{clinic}/{leaflet}_en-GB_{clinic}_a4_{size}.pdf"
        for leaflet in ("cramps", "back-pain")
        for clinic in ("shore", "hill")
        for size in ("large", "standard")
    ]


def test_without_clinics_the_leaflets_are_made_for_none(project: Project) -> None:
    matrix = project.matrix("leaflets: cramps\n")
    assert [row.path for row in matrix.rows] == ["cramps_en-GB_a4_standard.pdf"]
    assert matrix.rows[0].clinic is None


def test_a_clinic_tag_chooses_clinics(project: Project) -> None:
    rows = project.matrix("leaflets: cramps\nclinic_tags: uk\n").rows
    assert [row.clinic.id for row in rows if row.clinic] == ["hill", "shore"]


def test_a_tag_no_clinic_has_is_refused(project: Project) -> None:
    [(code, line, said)] = refusal(project, "leaflets: cramps\nclinic_tags: fr\n")
    assert (code, line) == ("HG401", 2)
    assert "pool, uk, us" in said


def test_paper_by_the_clinic_takes_the_twin_of_each_form(project: Project) -> None:
    text = "leaflets: cramps\nclinics: [hill, lake]\nformats: [a4, a4-trifold, card]\npaper: clinic\n"
    forms = {(row.clinic.id if row.clinic else "", row.format) for row in project.matrix(text).rows}
    assert forms == {
        ("hill", "a4"), ("hill", "a4-trifold"), ("hill", "card"),
        ("lake", "letter"), ("lake", "letter-trifold"), ("lake", "card-letter"),
    }  # fmt: skip


def test_where_the_clinic_decides_the_paper_either_twin_leaves_out_both(project: Project) -> None:
    text = "leaflets: cramps\nclinics: [hill, lake]\nformats: [a4, a5-booklet]\n"
    text += "sizes: [standard, large]\npaper: clinic\n"
    for written in ("a5-booklet", "half-letter-booklet"):
        rows = project.paths(text + f"exclude: [{{format: {written}, size: large}}]\n")
        assert len(rows) == 6
        assert not any("booklet_large" in path for path in rows)


def test_all_formats_on_the_clinics_paper_are_each_made_once(project: Project) -> None:
    text = "leaflets: cramps\nclinics: lake\nformats: all\npaper: clinic\n"
    forms = [row.format for row in project.matrix(text).rows]
    assert sorted(forms) == sorted({*forms})
    assert "a4" not in forms
    assert "letter" in forms


def test_a_clinics_own_languages_are_taken_where_the_leaflet_has_them(project: Project) -> None:
    matrix = project.matrix("leaflets: cramps\nclinics: lake\nlanguages: clinic\n")
    assert [row.leaflet.language for row in matrix.rows] == ["cy"]
    assert [(each.what, each.why) for each in matrix.left_out] == [
        ("cramps in en-US", "the leaflet is not there in this language")
    ]


def test_all_languages_are_those_of_each_leaflet(project: Project) -> None:
    rows = project.matrix("leaflets: [back-pain, cramps]\nlanguages: all\n").rows
    assert [(row.leaflet.id, row.leaflet.language) for row in rows] == [
        ("back-pain", "en-GB"), ("cramps", "cy"), ("cramps", "en-GB"),
    ]  # fmt: skip


def test_a_named_leaflet_that_lacks_a_named_language_is_refused_with_the_row_to_write(project: Project) -> None:
    text = "leaflets: [back-pain, cramps]\nlanguages: [en-GB, cy]\n"
    [(code, line, said)] = refusal(project, text)
    assert (code, line) == ("HG402", 2)
    assert "{leaflet: back-pain, language: cy}" in said
    assert len(project.paths(text + "exclude:\n  - {leaflet: back-pain, language: cy}\n")) == 3


def test_a_named_size_that_makes_no_sense_in_a_named_form_is_refused_with_the_row_to_write(project: Project) -> None:
    text = "leaflets: cramps\nformats: [a4, a4-trifold]\nsizes: [standard, giant]\n"
    [(code, line, said)] = refusal(project, text)
    assert (code, line) == ("HG402", 2)
    assert "{format: a4-trifold, size: giant}" in said
    rows = project.matrix(text + "exclude:\n  - {format: a4-trifold, size: giant}\n").rows
    assert [(row.format, row.size) for row in rows] == [("a4", "standard"), ("a4", "giant"), ("a4-trifold", "standard")]


def test_excluding_more_than_the_senseless_rows_takes_them_out_as_well(project: Project) -> None:
    text = "leaflets: cramps\nformats: [a4, a4-trifold]\nsizes: [standard, giant]\n"
    assert len(project.paths(text + "exclude:\n  - {size: giant}\n")) == 2


def test_excluding_less_than_the_senseless_rows_leaves_them_refused(project: Project) -> None:
    text = "leaflets: cramps\nclinics: all\nformats: [a4, a4-trifold]\nsizes: [standard, giant]\n"
    assert refusal(project, text + "exclude:\n  - {clinic: hill, format: a4-trifold, size: giant}\n")


def test_what_only_all_brought_in_is_left_out_with_its_reason(project: Project) -> None:
    matrix = project.matrix("leaflets: cramps\nformats: [a4, a4-trifold]\nsizes: all\n")
    assert [each.what for each in matrix.left_out] == [
        "a4-trifold in clear", "a4-trifold in large", "a4-trifold in giant",
    ]  # fmt: skip
    assert "too few words to a line" in matrix.left_out[0].why


def test_alternatives_are_all_that_need_no_paper_beside_what_is_named(project: Project) -> None:
    rows = project.matrix("leaflets: cramps\nformats: [a4-fold, alternatives]\n").rows
    assert [row.format for row in rows] == ["a4-fold", *ALTERNATIVES]
    assert [row.is_named for row in rows] == [True, *(False for _ in ALTERNATIVES)]
    assert project.paths("leaflets: cramps\nformats: [a4, text]\nexclude:\n  - {format: alternatives}\n") == [
        row.path for row in project.matrix("leaflets: cramps\nformats: a4\n").rows
    ]


def test_a_group_beside_what_is_named_makes_it_no_less_named(project: Project) -> None:
    text = "leaflets: cramps\nformats: [a4-trifold, alternatives]\nsizes: giant\n"
    [(code, _, said)] = refusal(project, text)
    assert code == "HG402" and "{format: a4-trifold, size: giant}" in said


def test_a_poster_is_made_once_whatever_the_print_sizes(project: Project) -> None:
    rows = project.matrix("leaflets: cramps\nformats: [a4, a3-poster]\nsizes: [standard, large]\n").rows
    assert [(row.format, row.size) for row in rows] == [("a4", "standard"), ("a4", "large"), ("a3-poster", "standard")]


def test_a_row_of_exclude_takes_out_all_that_has_what_it_names(project: Project) -> None:
    text = "leaflets: cramps\nclinics: all\nsizes: [standard, large]\nexclude:\n"
    assert project.paths(text + "  - {clinic: [hill, lake]}\n") == [
        "shore/cramps_en-GB_shore_a4_standard.pdf", "shore/cramps_en-GB_shore_a4_large.pdf",
    ]  # fmt: skip
    assert project.paths(text + "  - {clinic_tag: uk}\n  - {size: 18}\n") == ["lake/cramps_en-GB_lake_a4_standard.pdf"]


def test_a_row_of_include_is_filled_up_from_the_lists_and_comes_after_exclude(project: Project) -> None:
    text = """\
leaflets: cramps
clinics: [hill, shore]
exclude:
  - {clinic: hill}
include:
  - {format: card}
  - {clinic: lake, leaflet: back-pain}
"""
    assert project.paths(text) == [
        "shore/cramps_en-GB_shore_a4_standard.pdf",
        "hill/cramps_en-GB_hill_card_standard.pdf",
        "shore/cramps_en-GB_shore_card_standard.pdf",
        "lake/back-pain_en-GB_lake_a4_standard.pdf",
    ]


def test_including_what_is_there_already_adds_nothing(project: Project) -> None:
    assert len(project.paths("leaflets: cramps\ninclude:\n  - {size: standard}\n")) == 1


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("leaflets: cramp\n", 1, 'did you mean "cramps"?'),
        ("leaflets: cramps\nclinics: hil\n", 2, 'did you mean "hill"?'),
        ("leaflets: cramps\nformats: a44\n", 2, 'Did you mean "a4"?'),
        ("leaflets: cramps\nsizes: 99\n", 2, "12 to 36"),
        ("leaflets: cramps\nexclude:\n  - {leaflet: crumbs}\n", 3, "there is no leaflet"),
        ("leaflets: cramps\nclinics: all\ninclude:\n  - {clinic: hils}\n", 4, 'did you mean "hill"?'),
        ("leaflets: cramps\nexclude:\n  - {}\n", 3, "names nothing"),
    ],
)
def test_a_name_that_does_not_exist_is_told_at_its_place(project: Project, text: str, line: int, said: str) -> None:
    [(_, where, what)] = refusal(project, text)
    assert where == line
    assert said.lower() in what.lower()


def test_all_wrong_names_are_told_at_once(project: Project) -> None:
    assert len(refusal(project, "leaflets: [x, y]\nclinics: z\nformats: w\n")) == 4


def test_a_plan_from_which_all_is_excluded_is_refused(project: Project) -> None:
    assert [code for code, _, _ in refusal(project, "leaflets: cramps\nexclude: [{leaflet: cramps}]\n")] == ["HG407"]


def test_a_clinic_with_an_error_in_its_file_still_has_its_rows(project: Project) -> None:
    project.write_clinic("shore", tags="[uk]", nonsense="1")
    assert len(project.paths("leaflets: cramps\nclinic_tags: uk\n")) == 2


def test_a_leaflet_and_a_clinic_may_be_named_by_their_paths(project: Project) -> None:
    text = "leaflets: handouts/cramps/cy.yaml\nclinics: clinics/hill.yaml\n"
    assert project.paths(text) == ["hill/cramps_cy_hill_a4_standard.pdf"]
