"""One plan holds both depths of detail, each under a name of its own, and the manifest says what each leaves out."""

from __future__ import annotations

import csv
import io
import json

import pytest

from batch_project import TODAY, Project, made
from handoutgen.batch.ledger import read_ledger
from handoutgen.build import Order, build
from handoutgen.depth import Depth
from handoutgen.errors import ContentRefused, HandoutError
from handoutgen.formats import Options
from handoutgen.workshop import Workshop

BOTH = "leaflets: cramps\nclinics: hill\nlanguages: en-GB\nformats: {formats}\noptions: {{detail: [full, essential]}}\n"
A4 = BOTH.format(formats="a4")


def test_a_plan_makes_both_depths_under_the_names_of_single_builds(project: Project) -> None:
    text = BOTH.format(formats="[a4, text, a6-card, a4-trifold]")
    rows = project.matrix(text).rows
    workshop = Workshop()
    for row in rows:
        assert row.clinic is not None
        options = Options(detail=row.detail or Depth.ESSENTIAL)
        order = Order(row.leaflet.path, row.clinic.path, row.format, row.size, TODAY, options=options)
        assert row.path == f"hill/{build(order, workshop).file_name}"
    assert [(row.format, row.detail) for row in rows] == [
        ("a4", "full"), ("a4", "essential"), ("text", "full"), ("text", "essential"), ("a6-card", None),
        ("a4-trifold", None),
    ]  # fmt: skip


def test_a_form_without_depth_is_named_without_one(project: Project) -> None:
    text = "leaflets: cramps\nformats: [a4, a6-card]\noptions: {detail: essential, write_on: true}\n"
    assert project.paths(text) == [
        "cramps_en-GB_a4_standard_essential_with-write-on.pdf", "cramps_en-GB_a6-card_standard.pdf",
    ]  # fmt: skip


def test_the_two_files_are_those_of_single_builds(project: Project) -> None:
    assert len(made(project.run(A4))) == 2
    for depth in Depth:
        order = Order(
            project.folder / "handouts/cramps/en-GB.yaml", project.folder / "clinics/hill.yaml", "a4", "standard",
            TODAY, options=Options(detail=depth),
        )  # fmt: skip
        built = build(order, Workshop())
        assert (project.out / "hill" / built.file_name).read_bytes() == built.data


def test_a_name_that_lacks_the_depth_is_refused_where_both_are_asked_for(project: Project) -> None:
    with pytest.raises(ContentRefused) as refused:
        project.matrix(A4 + 'name: "{leaflet}_{format}.pdf"\n')
    [finding] = refused.value.diagnostics
    assert (finding.code, "{detail}" in finding.hint) == ("HG403", True)
    assert project.paths(A4 + 'name: "{leaflet}_{detail}.pdf"\n') == ["cramps_full.pdf", "cramps_essential.pdf"]
    cards = BOTH.format(formats="[a4, a6-card]")
    assert project.paths(cards + 'name: "{format}_{detail}.pdf"\n') == [
        "a4_full.pdf",
        "a4_essential.pdf",
        "a6-card.pdf",
    ]
    assert project.paths(cards + 'name: "{detail}/{format}.pdf"\n')[2] == "one-depth/a6-card.pdf"


def test_where_no_form_has_a_depth_the_name_need_not_say_it(project: Project) -> None:
    assert project.paths(BOTH.format(formats="a6-card") + "name: card.pdf\n") == ["card.pdf"]


def test_rows_of_include_and_exclude_may_name_a_depth(project: Project) -> None:
    text = BOTH.format(formats="[a4, a5-booklet, a6-card]") + "exclude:\n  - {format: a5-booklet, detail: full}\n"
    rows = [(row.format, row.detail) for row in project.matrix(text).rows]
    assert rows == [("a4", "full"), ("a4", "essential"), ("a5-booklet", "essential"), ("a6-card", None)]
    text = "leaflets: cramps\nlanguages: en-GB\ninclude:\n  - {format: a4, detail: essential}\n"
    assert [row.detail for row in project.matrix(text).rows] == ["full", "essential"]


def test_another_plans_file_of_the_same_name_is_never_replaced_by_another_depth(project: Project) -> None:
    one = 'leaflets: cramps\nclinics: hill\nlanguages: en-GB\nname: "{leaflet}.pdf"\n'
    project.run(one)
    before = project.files()
    with pytest.raises(HandoutError, match=r"cramps\.pdf .* plan\.yaml"):
        project.prepared(one + "options: {detail: essential}\n", name="other.yaml")
    assert project.files() == before
    assert project.prepared(one, name="renamed.yaml").to_build() == []


def test_the_manifest_says_what_each_file_leaves_out(project: Project) -> None:
    project.run(BOTH.format(formats="[a4, a4-trifold]"))
    rows = {row["path"]: row for row in json.loads((project.out / "manifest.json").read_text())["rows"]}
    essential = rows["hill/cramps_en-GB_hill_a4_standard_essential.pdf"]
    trifold = rows["hill/cramps_en-GB_hill_a4-trifold_standard.pdf"]
    assert (essential["detail"], trifold["detail"]) == ("essential", "")
    assert "HG304" in [each["code"] for each in essential["left_out"]]
    [told] = [each for each in trifold["left_out"] if each["code"] == "HG305"]
    assert "leaves out: about" in told["message"]
    table = csv.DictReader(io.StringIO((project.out / "manifest.csv").read_text(encoding="utf-8-sig")))
    counts = {row["path"]: int(row["left_out"]) for row in table}
    assert counts == {path: len(row["left_out"]) for path, row in rows.items()}
    assert [len(entry.left_out) for entry in read_ledger(project.out).entries.values()] == [
        len(rows[path]["left_out"]) for path in read_ledger(project.out).entries
    ]


def test_what_the_manifest_says_is_told_again_as_long_as_the_file_stands(project: Project) -> None:
    text = BOTH.format(formats="a4-trifold")
    project.run(text)
    assert project.run(text) == []
    [entry] = project.prepared(text).saying_less()
    assert "HG305" in [told.code for told in entry.left_out]
